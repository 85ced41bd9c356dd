import { describe, expect, it } from 'vitest';
import { scoreLinks, scoreStatus } from './event-score.ts';
import type { GoldDates, GoldTimex } from './timex-gold.ts';
import { classOf, listTimexErrors, scoreByClass, scoreTimexes } from './timex-score.ts';

const TEXT = 'He left on Monday and came back two days later. He will rest until June.';

/** A phrase of TEXT by its words. */
function phrase(text: string, value: string, type: GoldTimex['type'] = 'DATE'): GoldTimex {
  const start = TEXT.indexOf(text);
  return { start, end: start + text.length, text, type, value };
}

const gold = [
  phrase('Monday', '2024-08-12'),
  phrase('two days later', '2024-08-14'),
  phrase('June', '2025-06'),
];
const article: GoldDates = {
  id: 'a',
  dct: '2024-08-13',
  text: TEXT,
  timexes: gold,
  events: [],
  relations: [],
};

describe('scoreTimexes', () => {
  it('is 1 where all is right, 0 where nothing is found, 0 without articles', () => {
    expect(scoreTimexes([{ article, timexes: gold }])).toMatchObject({
      strict: 1,
      relaxed: 1,
      type: 1,
      value: 1,
    });
    expect(scoreTimexes([{ article, timexes: [] }])).toMatchObject({
      gold: 3,
      found: 0,
      relaxed: 0,
      value: 0,
    });
    expect(scoreTimexes([])).toMatchObject({ gold: 0, value: 0 });
  });

  it('counts an overlap as relaxed, and its value, but not as strict', () => {
    const timexes = [
      phrase('Monday', '2024-08-12'),
      phrase('two days', '2024-08-14', 'DURATION'),
      phrase('rest', '2024'),
    ];
    const score = scoreTimexes([{ article, timexes }]);
    expect(score.strict).toBeCloseTo(2 / 6);
    expect(score.relaxed).toBeCloseTo(4 / 6);
    expect(score.type).toBeCloseTo(2 / 6);
    expect(score.value).toBeCloseTo(4 / 6);
  });

  it('pairs each phrase once', () => {
    const twice = [phrase('two', '2'), phrase('days later', '2024-08-14')];
    expect(scoreTimexes([{ article, timexes: twice }]).relaxed).toBeCloseTo(2 / 5);
  });

  it('lists what is missed, spurious and unlike', () => {
    const timexes = [phrase('Monday', '2024-08-19'), phrase('rest', '2024')];
    const kinds = listTimexErrors('x', { article, timexes }).map(({ kind, gold: a, ours }) => [
      kind,
      a ?? ours,
    ]);
    expect(kinds).toEqual([
      ['missed', 'two days later DATE 2024-08-14'],
      ['missed', 'June DATE 2025-06'],
      ['spurious', 'rest DATE 2024'],
      ['value', 'Monday DATE 2024-08-12'],
    ]);
  });

  it('counts by class', () => {
    expect(scoreByClass([{ article, timexes: [gold[0]!] }])).toEqual([
      { name: '"ago", "later"', gold: 1, found: 0, value: 0 },
      { name: 'month', gold: 1, found: 0, value: 0 },
      { name: 'weekday', gold: 1, found: 1, value: 1 },
    ]);
    expect(classOf(phrase('June', 'P1M', 'DURATION'))).toBe('duration');
  });
});

describe('event scores', () => {
  const at = (id: string, word: string, time: string) => {
    const start = TEXT.indexOf(word);
    return { id, start, end: start + word.length, time };
  };
  const events = [at('1', 'left', 'NON_FUTURE'), at('2', 'came', 'NON_FUTURE'), at('3', 'rest', 'FUTURE')];
  const link = (event: string, id: string) => ({
    rel: 'TLINK',
    src: [event],
    tgt: [id],
    kind: 'IS_INCLUDED',
  });

  it('scores planned against happened, beside cue words', () => {
    const { ours, baseline } = scoreStatus([{ ...article, events }]);
    expect(ours).toEqual({ gold: 1, precision: 1, recall: 1, f1: 1 });
    expect(baseline).toEqual({ gold: 1, precision: 1, recall: 1, f1: 1 });
  });

  it('finds the phrases of links by their sentences, and leaves out articles where it can’t', () => {
    const text = 'It rained. He left on Monday.';
    const start = text.indexOf('Monday');
    const timexes: GoldTimex[] = [
      { start, end: start + 6, text: 'Monday', type: 'DATE', value: '2024-08-12' },
    ];
    const two = [{ id: '1', start: 3, end: 9, time: '' }, { id: '2', start: 14, end: 18, time: '' }]; // prettier-ignore
    const relations = [link('1', '40'), link('2', '41')];
    const linked: GoldDates = { ...article, text, timexes, events: two, relations };
    expect(scoreLinks([linked])).toMatchObject({
      articles: 1,
      ours: { gold: 1, f1: 1 },
      baseline: { gold: 1, f1: 1 },
    });
    expect(scoreLinks([{ ...linked, relations: [link('1', '40'), link('1', '41')] }])).toMatchObject({
      articles: 0,
    });
  });
});
