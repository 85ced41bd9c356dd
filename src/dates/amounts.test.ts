import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from './timexes.ts';

/** `text → type value` of each phrase, on a Tuesday. */
const read = (text: string): string[] =>
  findTimexes(parseArticle(text), '2024-08-13').map((t) => `${t.text} → ${t.type} ${t.value}`);

describe('amounts of time', () => {
  it.each([
    ['It took two days, 12 hours, 35 minutes and 23 seconds.', 'two days, 12 hours, 35 minutes and 23 seconds → DURATION P2DT12H35M23S'], // prettier-ignore
    ['It took 8 minutes and 46 seconds.', '8 minutes and 46 seconds → DURATION PT8M46S'],
    ['He got two years and six months.', 'two years and six months → DURATION P2Y6M'],
    ['It took one hour 20 minutes.', 'one hour 20 minutes → DURATION PT1H20M'],
    ['It was a monthslong search.', 'monthslong → DURATION PXM'],
    ['It fell in the half year to June.', 'the half year → DURATION P6M'],
    ['It opened a week later than planned.', 'a week → DURATION P1W'],
    ['They feast every Aug. 9.', 'every Aug. 9 → SET XXXX-08-09'],
    ['They feast every 3 May.', 'every 3 May → SET XXXX-05-03'],
  ])('are read whole: %j', (text, expected) => expect(read(text)[0]).toBe(expected));

  it.each([
    ['It takes between three weeks and two months.', ['P3W', 'P2M']],
    ['It is a two-year, six-month term.', ['P2Y', 'P6M']],
    ['It was shut five days, three weeks.', ['P5D', 'P3W']],
  ])('stay apart where they are not one: %j', (text, expected) =>
    expect(read(text).map((line) => line.split(' ').at(-1))).toEqual(expected),
  );

  it.each(['Calling hours are short.', 'A girl of three, two years and six months old.'])(
    'are none in %j',
    (text) => expect(read(text)).toEqual([]),
  );

  it.each([
    ['They left on Aug. 2. Two nights later they slept.', 'Two nights later → DATE 2024-08-04'],
    ['It was moved in 1954, and four years after that it fell.', 'four years after that → DATE 1958'],
  ])('count from the date last told: %j', (text, expected) => expect(read(text).at(-1)).toBe(expected));
});
