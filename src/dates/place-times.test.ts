import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from './timexes.ts';

/** Text and value of each time of day, on a Tuesday. */
const times = (text: string): string[] =>
  findTimexes(parseArticle(text), '2024-08-13')
    .filter(({ type }) => type === 'TIME')
    .map(({ text: words, value }) => `${words} ${value}`);

describe('times of day', () => {
  it.each([
    ['Hours are Wednesday from 4 to 8 p.m.', ['4 2024-08-14T16:00', '8 p.m. 2024-08-14T20:00']],
    ['It is open from 10 to 2 p.m. Friday.', ['10 2024-08-16T10:00', '2 p.m. Friday 2024-08-16T14:00']],
    [
      'It closed between 8:30 and 9 a.m. Monday.',
      ['8:30 2024-08-12T08:30', '9 a.m. Monday 2024-08-12T09:00'],
    ],
    ['Polls open at 6 a.m. Thursday and shut at 7 p.m., as on June 3.', ['6 a.m. Thursday 2024-08-15T06:00', '7 p.m. 2024-08-15T19:00']], // prettier-ignore
    ['At 6:05 p.m. on Monday he parked. The call came at 6:09.', ['6:05 p.m. on Monday 2024-08-12T18:05', '6:09 2024-08-12T18:09']], // prettier-ignore
    ['It left at 11 p.m. on Sunday. At 1:30 a.m. it sank.', ['11 p.m. on Sunday 2024-08-11T23:00', '1:30 a.m. 2024-08-12T01:30']], // prettier-ignore
    ['It sank on Sunday, crew told the Planet on Monday. It left at 3 a.m.', ['3 a.m. 2024-08-11T03:00']],
    ['Profit fell in the quarter to March 31. Shares rose at 0915 GMT.', ['0915 GMT 2024-08-13T09:15Z']],
    ['He left on Sunday. He will be back at 9 a.m.', ['9 a.m. 2024-08-13T09:00']],
    ['A man died on Sunday. Police came to a west-end hall at 2 a.m.', ['2 a.m. 2024-08-11T02:00']],
    ['At 18:05 on Monday it sank. They had left at 9:15.', ['18:05 on Monday 2024-08-12T18:05', '9:15 2024-08-12T09:15']], // prettier-ignore
    ['It was on Monday. Mass will be said tomorrow at 10 a.m.', ['10 a.m. 2024-08-14T10:00']],
    ['A tip slid down on Oct. 21, 1966. It was 9:15 and dark.', ['9:15 1966-10-21T09:15']],
  ])('are of the day that they go on with: %j', (text, expected) => expect(times(text)).toEqual(expected));

  it.each(['It rose 4 to 8 percent by 9 p.m.', 'They took 2 and at 4 p.m. left.'])(
    'are no other numbers: %j',
    (text) => expect(times(text).filter((line) => !/[ap]\.m\. /.test(line))).toEqual([]),
  );
});
