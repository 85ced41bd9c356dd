import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from './timexes.ts';

/** The value of the last phrase, on a Tuesday. */
const last = (text: string, published = '2024-08-13') =>
  findTimexes(parseArticle(text), published).at(-1)?.value;

describe('where a clause looks', () => {
  it.each([
    ['Entries close this Friday.', '2024-08-16'],
    ['It happened this Monday.', '2024-08-12'],
    ['They meet next Thursday.', '2024-08-22'],
    ['They meet next Saturday.', '2024-08-17'],
    ['He resigned on Saturday after a vote on Tuesday.', '2024-08-06'],
    ['It will be hot Thursday through Monday.', '2024-08-19'],
    ['Monday is a rest day.', '2024-08-19'],
    ['From Monday, buses stop at the mill.', '2024-08-19'],
    ['Oil fell from Monday.', '2024-08-12'],
    ['The Bears (7-5) visit the Wolves Sunday.', '2024-08-18'],
    ['Prices fell until May.', '2024-05'],
    ['He worked until Friday.', '2024-08-09'],
    ['It is shown from October to December.', '2024-12'],
    ['He set a new date: 14 June.', '2025-06-14'],
    ['The play runs March 1.', '2025-03-01'],
    ['Her book comes out in February.', '2025-02'],
    ['Tolls rise on Sept. 1 and again in March.', '2025-03'],
    ['The tour was to have begun on Sunday but a storm shut the airport.', '2024-08-11'],
    ['A mall, begun in September, should open.', '2023-09'],
    ['The ship sails Sunday.', '2024-08-18'],
    ['The shop stayed open through Saturday.', '2024-08-10'],
    ['Voters decide in May.', '2025-05'],
    ['They vote on a plan drawn up after the May talks.', '2024-05'],
    ['New rules come into force on Monday.', '2024-08-19'],
    ['A ruling had been expected in April.', '2024-04'],
    ['The mill, shut in July, gets its first crowd in March.', '2025-03'],
    ['It has cut flights through March.', '2025-03'],
    ['Traders await Thursday’s data.', '2024-08-15'],
    ['The champions, beaten on Saturday, host Leeds on Wednesday.', '2024-08-14'],
    ['The order will be issued Thursday and lifted Saturday.', '2024-08-17'],
    ['The order was issued Thursday and lifted Saturday.', '2024-08-10'],
    ['It marked a return to the talks of early December.', '2023-12'],
  ])('gives the day on its side: %j', (text, value) => expect(last(text)).toBe(value));

  it.each([
    ['Prices rose in January.', '2024-12-31', '2024-01'],
    ['It was a dry winter, the driest since last winter.', '2024-01-09', '2022-WI'],
    ['It was the driest since last winter.', '2024-05-09', '2023-WI'],
  ])('near the turn of a year: %j', (text, published, value) => expect(last(text, published)).toBe(value));
});
