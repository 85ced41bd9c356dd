import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { isEdtf } from './edtf.ts';
import { findTimexes } from './timexes.ts';

const WORDS =
  'the a last next this that past early mid late end of in on at until by three 12 31 2024 1998 1990s first second third half quarter day days week months year years hour May March Aug. Monday Friday summer fall ago earlier later after before from to and every each now current fiscal noon 10:35 a.m. GMT - – , . ( ) \' \u2019s " \n\n will said was Christmas day old may 8/13/2024 2024-08-13 forty one hundred overnight morning o\u2019clock 1/2 \u00bd Q3 \u201998 1980\u2019s FY2013 9/11 02-13-98 other straight present moment weeklong midyear period new end of couple few Sundays holiday New Year Thanksgiving Theresa fiscal ended quarter-century 9 the 14th 8/9 & monthslong nights every'.split(
    ' ',
  );

const phrase = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));
const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), phrase, fc.tuple(fc.string(), phrase).map((parts) => parts.join(''))); // prettier-ignore
const published = fc.constantFrom(
  '2024-08-13',
  '2024?-02-29',
  'XXXX-08-13',
  'XXXX-02-29',
  '2024-08',
  '2024',
  '202X',
  null,
);

describe('findTimexes, on any text', () => {
  it('gives phrases of the text, in order, apart from one another', () => {
    fc.assert(
      fc.property(anyText, published, (text, day) => {
        let last = 0;
        for (const { start, end, text: words, value } of findTimexes(parseArticle(text), day)) {
          expect(text.slice(start, end)).toBe(words);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(value).not.toMatch(/NaN|undefined|null|^$/);
          last = end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives each value an EDTF of ours, or none', () => {
    fc.assert(
      fc.property(phrase, published, (text, day) => {
        for (const { edtf, type } of findTimexes(parseArticle(text), day)) {
          if (edtf !== null) expect(isEdtf(edtf)).toBe(true);
          if (type === 'DURATION' || type === 'SET') expect(edtf).toBeNull();
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['digits', '1'],
    ['numbers', '1 '],
    ['years', 'in 1998, '],
    ['hyphens', '-'],
    ['open amounts', 'three '],
    ['words without end', 'May '],
    ['spaced lines', '\n '],
    ['apostrophes', "'9"],
    ['ranges', '12 to '],
    ['commas in numbers', '1,'],
    ['one sentence of weekdays', 'Monday and '],
    ['short years', "'98 "],
    ['halves', '2 1/2 '],
    ['decades', "the 1980's "],
    ['surnames', 'Theresa May '],
    ['ordinals', 'the 2nd of '],
    ['lists of days', '1, 2, 3, 4, 5, 6, 7, 8, '],
    ['spaces', ' '],
  ])('takes twice as long for twice as many %s, not four times', (_, unit) => {
    const time = (count: number) => {
      const article = parseArticle(unit.repeat(count));
      // Of this process alone, for a busy machine lengthens any other clock.
      const runs = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        findTimexes(article, '2024-08-13');
        return process.cpuUsage(start).user / 1000;
      });
      return Math.min(...runs);
    };
    time(1_000);
    const [once, eightfold] = [time(1_000), time(8_000)];
    // Eight times the text: 8 is linear, 64 quadratic; the small part is noise.
    expect(eightfold).toBeLessThan(Math.max(once, 5) * 30);
  });
});
