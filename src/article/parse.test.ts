import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from './article.ts';
import { parseArticle } from './parse.ts';

const words = (text: string, span: Span | null) => (span ? text.slice(span.start, span.end) : null);
const sentences = (text: string) => parseArticle(text).sentences.map((span) => words(text, span));
const speeches = (text: string) =>
  parseArticle(text).speeches.map((speech) => [words(text, speech.speaker), words(text, speech)]);

describe('the dateline', () => {
  it.each([
    ['Moscow, August 13 –In a city', 'Moscow', 'August 13'],
    ['WASHINGTON (AP) — The', 'WASHINGTON', null],
    ['PARIS, March 3, 2021 (Reuters) - The', 'PARIS', 'March 3, 2021'],
    ['BEIRUT/CAIRO - He', 'BEIRUT/CAIRO', null],
    ['BEIJING, Jan. 5 (Xinhua) -- Two', 'BEIJING', 'Jan. 5'],
    ['ST. LOUIS, Mo. (AP) — The', 'ST. LOUIS, Mo.', null],
    ['RIO DE JANEIRO, 3 June 2019 — A', 'RIO DE JANEIRO', '3 June 2019'],
    ['London — A man', 'London', null],
    ['Geneva, Friday, March 8, 2019 – The', 'Geneva', 'March 8, 2019'],
    ['Berlin (dpa) - The', 'Berlin', null],
    ['A headline without a full stop\n\nOSLO (AP) — The', 'OSLO', null],
    ['A headline\n\nBy Ann Roe\n\nMOUNT PLEASANT — Jay ran', 'MOUNT PLEASANT', null],
  ])('of %j is found', (text, place, date) => {
    const { dateline } = parseArticle(text);
    expect([words(text, dateline?.place ?? null), words(text, dateline?.date ?? null)]).toEqual([
      place,
      date,
    ]);
  });

  it.each([
    '',
    'Note: The road is closed.',
    'Donald Trump - the president - said no.',
    'The man – a baker – left.',
    'Well-known people met in Oslo – and in Rome.',
    'He left. Oslo, 3 June – The',
    'A FATHER-OF-THREE from Bangor has walked far.',
    'A headline\n\nHe left them.\n\nOSLO – The',
  ])('is not seen in %j', (text) => expect(parseArticle(text).dateline).toBeNull());

  it('on a line of its own joins the paragraph below', () => {
    const { paragraphs, dateline } = parseArticle(
      '\n\nOSLO, Norway (AP) _\n\nA bridge fell.\n\nNobody was hurt.',
    );
    expect([paragraphs.length, dateline?.start]).toEqual([2, 2]);
  });
});

describe('paragraphs', () => {
  it.each([
    ['', []],
    [' \n\n ', []],
    ['One.\n\nTwo.', ['One.', 'Two.']],
    ['One ends here.\nTwo ends here.\nThree.', ['One ends here.', 'Two ends here.', 'Three.']],
    [
      'A line that is\nwrapped at a\ncolumn.\n\nNext one is\nwrapped too.',
      ['A line that is\nwrapped at a\ncolumn.', 'Next one is\nwrapped too.'],
    ],
    [
      'It was a long line that ran on to\nthe next and ended there. Then came\nmore.\nA new one began here and it ran on\nto the end.',
      [
        'It was a long line that ran on to\nthe next and ended there. Then came\nmore.',
        'A new one began here and it ran on\nto the end.',
      ],
    ],
  ])('of %j', (text, expected) => {
    expect(parseArticle(text).paragraphs.map((span) => words(text, span))).toEqual(expected);
  });
});

describe('sentences', () => {
  it.each([
    [
      'He met Sen. Ann B. Lee Jr. in the U.S. The talks went on.',
      ['He met Sen. Ann B. Lee Jr. in the U.S.', 'The talks went on.'],
    ],
    ['It ended at 5 p.m. Friday. They left.', ['It ended at 5 p.m. Friday.', 'They left.']],
    ['It ends at 5 p.m. Burial will follow.', ['It ends at 5 p.m.', 'Burial will follow.']],
    ['It ends at 5 p.m. GMT on Friday.', ['It ends at 5 p.m. GMT on Friday.']],
    ['It ends.... They left.', ['It ends....', 'They left.']],
    [
      'The U.S. Army moved on Jan. 5 to St. Paul, Minn., again.',
      ['The U.S. Army moved on Jan. 5 to St. Paul, Minn., again.'],
    ],
    ['"Will he come?" she asked. "No!" He left.', ['"Will he come?" she asked.', '"No!"', 'He left.']],
    ['“It was hard. Very hard.” They left.', ['“It was hard.', 'Very hard.”', 'They left.']],
    ['Moscow, August 13 –In a city.', ['In a city.']],
    ['It rose 3.5 percent.', ['It rose 3.5 percent.']],
    [
      'He left on Nov. 15 and came on Dec. 3. He rested.',
      ['He left on Nov. 15 and came on Dec. 3.', 'He rested.'],
    ],
    ['', []],
  ])('of %j', (text, expected) => expect(sentences(text)).toEqual(expected));
});

describe('speeches', () => {
  it.each([
    ['“We did it,” said Maria Gomez, the mayor.', [['Maria Gomez', '“We did it,”']]],
    [
      '"We don’t know," he said, "where he is."',
      [
        ['he', '"We don’t know,"'],
        ['he', '"where he is."'],
      ],
    ],
    ['Putin added, "We are watching."', [['Putin', '"We are watching."']]],
    ['‘It’s the workers’ rights,’ she said.', [['she', '‘It’s the workers’ rights,’']]],
    ['Five people died in Quito, police said.', [['police', 'Five people died in Quito']]],
    ['Police said on Tuesday that he fled.', [['Police', 'on Tuesday that he fled']]],
    ['He also urged Russia to take action in Gaza.', [['He', 'Russia to take action in Gaza']]],
    ['According to the ministry, the bridge fell.', [['the ministry', 'the bridge fell.']]],
    ['The bridge fell, according to Mr. Park.', [['Mr. Park', 'The bridge fell']]],
    ['Gat, who accused Sayed of crimes in Tulin, arrived in Basel.', [['Gat', 'Sayed of crimes in Tulin']]],
    ['He was accused of killing three in Rome.', [[null, 'of killing three in Rome']]],
    [
      'Lee warned of floods and urged people to leave.',
      [
        ['Lee', 'of floods'],
        ['Lee', 'people to leave'],
      ],
    ],
    [
      '“One day,” Lee said. “Two days.”',
      [
        ['Lee', '“One day,”'],
        ['Lee', '“Two days.”'],
      ],
    ],
  ])('of %j', (text, expected) => expect(speeches(text)).toEqual(expected));

  it.each([
    '',
    'The state report on the demand for a note.',
    'A 6" pipe and a 3" one burst.',
    'The dogs’ home closed.',
  ])('are not seen in %j', (text) => expect(speeches(text)).toEqual([]));

  it('give a quotation inside reported speech the same speaker', () => {
    const text = 'Abbas expressed thanks, calling it "one of the dearest friends of all".';
    expect(parseArticle(text).speeches.every((speech) => words(text, speech.speaker) === 'Abbas')).toBe(true);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '"',
    '“',
    '”',
    '’',
    ' said ',
    'Lee',
    ', ',
    '. ',
    '\n',
    '\n\n',
    'who ',
    'U.S. ',
    ' – ',
    '(',
    'ß',
    '😀',
  );
  it('keeps its spans inside, in order, and trimmed', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { paragraphs, sentences, speeches } = parseArticle(text);
        for (const spans of [paragraphs, sentences]) {
          spans.forEach((span, index) => {
            expect(span.start).toBeLessThan(span.end);
            expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
            expect(words(text, span)).toBe(words(text, span)!.trim());
          });
        }
        for (const speech of speeches)
          expect(speech.start < speech.end && speech.end <= text.length).toBe(true);
        const letters = (spans: Span[]) =>
          spans
            .map((span) => words(text, span))
            .join('')
            .replace(/\s/g, '');
        const { start: from, end: to } = parseArticle(text).dateline ?? { start: 0, end: 0 };
        const besideDateline = paragraphs.flatMap(({ start, end }) => [
          { start, end: Math.max(start, Math.min(end, from)) },
          { start: Math.min(end, Math.max(start, to)), end },
        ]);
        expect(letters(sentences)).toBe(letters(besideDateline));
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('finds every speaker that the first article names', () => {
    const text = readFileSync('seeds/abbas-moscow-visit.txt', 'utf8');
    const speakers = parseArticle(text).speeches.map((speech) => words(text, speech.speaker));
    expect(new Set(speakers)).toEqual(
      new Set([
        'Russian President Vladimir Putin',
        'the Kremlin',
        'The British news agency Reuters',
        'President Putin',
        'Putin',
        'He',
        'President Abbas',
      ]),
    );
  });
});
