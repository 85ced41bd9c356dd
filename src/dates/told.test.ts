import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from './timexes.ts';

/** `text value` of the last phrase, on a Tuesday. */
const last = (text: string): string => {
  const timex = findTimexes(parseArticle(text), '2024-08-13').at(-1);
  return `${timex?.text} ${timex?.value}`;
};

describe('a date told before', () => {
  it.each([
    [
      'In 1989 he was jailed. He got out four years later. In June of that year he left.',
      'June of that year 1993-06',
    ],
    ['In 1989 he was jailed. He got out four years later. In the autumn he left.', 'the autumn 1993-FA'],
    ['It closed in 2001. The following spring he wrote.', 'The following spring 2002-SP'],
    ['In the winter of 2011 it moved. By the next summer it was dry.', 'the next summer 2012-SU'],
    ['It was in the fall of 2011. In October they moved.', 'October 2011-10'],
    ['He was held on Oct. 3, 2022. He was freed that December.', 'that December 2022-12'],
    ['They met on the evening of Feb. 2. That same night it burned.', 'That same night 2024-02-02TNI'],
    ['He left on Feb. 2. By the end of the week it was sold. The following month he wrote.', 'The following month 2024-03'], // prettier-ignore
    [
      'It cost more than in 2022. It has lost a third since the start of the year.',
      'the start of the year 2024',
    ],
    ['Sales fell in the second quarter, from a gain in the same period of 2023.', 'the same period of 2023 2023-Q2'], // prettier-ignore
    ['It closed in the autumn of 2021 and fell the following January.', 'the following January 2022-01'],
    ['Output rose in the third quarter of 2023 from the previous quarter.', 'the previous quarter 2023-Q2'],
    ['The bank, founded in May 1998, failed in June.', 'June 2024-06'],
    ['The bank, which opened in 1998, failed. In June it was sold.', 'June 2024-06'],
  ])('leads on: %j', (text, expected) => expect(last(text)).toBe(expected));

  it.each([
    ['It is shut until the week beginning 26 August.', 'the week beginning 26 August 2024-W35'],
    ['It had 200 men at year-end 2018.', 'year-end 2018 2018'],
    ['Sales fell in the April-to-June period.', 'the April-to-June period 2024-Q2'],
    ['At this time last year it was dry.', 'this time last year 2023'],
    ['It snowed the night before last.', 'the night before last 2024-08-11TNI'],
    ['It fell this past January.', 'this past January 2024-01'],
    ['They date from the 1400s to the present.', 'the present PRESENT_REF'],
    ['First-half profit rose.', 'First-half 2024-H1'],
    ['At the moment it is dry.', 'the moment PRESENT_REF'],
  ])('is none of these, which count from the day of writing: %j', (text, expected) =>
    expect(last(text)).toBe(expected),
  );

  it.each([
    ['The hall is open Tuesday to Sunday, 10am to 5pm.', ['XXXX-WXX-2', 'XXXX-WXX-7', 'T10:00', 'T17:00']],
    ['Rain fell Thursday through Saturday.', ['2024-08-08', '2024-08-10']],
    ['The talks will run Monday to Wednesday.', ['2024-08-19', '2024-08-21']],
  ])('and days of every week are no date: %j', (text, expected) =>
    expect(findTimexes(parseArticle(text), '2024-08-13').map(({ value }) => value)).toEqual(expected),
  );
});
