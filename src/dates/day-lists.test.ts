import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from './timexes.ts';

/** `text value` of each phrase, on a Tuesday. */
const read = (text: string): string[] =>
  findTimexes(parseArticle(text), '2024-08-13').map(({ text: words, value }) => `${words} ${value}`);

describe('lists of days', () => {
  it.each([
    ['It sailed on 5, 7 and 9 March.', ['5 2024-03-05', '7 2024-03-07', '9 March 2024-03-09']],
    ['They sang on Oct. 6, 13 and 20.', ['Oct. 6 2023-10-06', '13 2023-10-13', '20 2023-10-20']],
    ['They sing on Jan. 9, 10, and 12, 2025.', ['Jan. 9 2025-01-09', '10 2025-01-10', '12, 2025 2025-01-12']],
    [
      'It shuts on the 3rd, 4th and 5th of May 2025.',
      ['the 3rd 2025-05-03', '4th 2025-05-04', '5th of May 2025 2025-05-05'],
    ],
    ['It was on 8/9 March.', ['8 2024-03-08', '9 March 2024-03-09']],
    [
      'It runs from Friday 6 to Sunday 8 September.',
      ['Friday 6 2024-09-06', 'Sunday 8 September 2024-09-08'],
    ],
    ['They meet between the 20th and the 24th.', ['the 20th 2024-08-20', 'the 24th 2024-08-24']],
    ['They came on the 28th.', ['the 28th 2024-07-28']],
    ['They will go by the 5th.', ['the 5th 2024-09-05']],
  ])('gives each its month and year: %j', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['On March 6, 13 people fell.', ['March 6 2024-03-06']],
    ['On March 6 and 7, 20 people fell.', ['March 6 2024-03-06', '7 2024-03-07']],
    ['On March 6, 13 and 20 men fell.', ['March 6 2024-03-06']],
    ['It rose by 2, 3 and 4 percent. March was dry.', ['March 2024-03']],
    ['It goes from the 1st to the 3rd grade, and from the 9th floor.', []],
    ['It fell on the 31st of them.', []],
  ])('takes no other number for a day: %j', (text, expected) => expect(read(text)).toEqual(expected));
});
