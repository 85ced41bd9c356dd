import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from './timexes.ts';

/** The phrases found, on a Tuesday. */
const read = (text: string): string[] =>
  findTimexes(parseArticle(text), '2024-08-13').map(({ text: words }) => words);

describe('what only looks like a date', () => {
  it.each([
    ['“It is dry,” said Ed March, a weaver.', []],
    ['March, 27, ran far. The Bears had signed March in May.', ['May']],
    ['“It is dry,” said Ines March, 61, whose “Monday” was a hit.', []],
    ['It fell 52 years to the day before the storm.', ['52 years']],
    ['Judge March Rowland let him go.', []],
    ['In March, 27 people ran. The Fed March meeting, in Oslo, was short.', ['March', 'March']],
    ['Sales for March, the best so far, rose.', ['March']],
    ['Their car left Highway 1990 near channel 1920.', []],
    ['The Companies Act 2006 binds them, and so does the Seas Act of 1990.', ['1990']],
    ['Of 2,000 seats, 1990 of them cheap, few were sold.', []],
    ['The Sunday Courier and the Sunday Post had it.', []],
    ['The spring above the village gave water; the spring was dry.', ['the spring']],
    ['It is open 24/7, on flight 1549, bus 18, at 3-2, verse 3:16, 16:9.', []],
    ['In 2000 homes, the 747, the No. 12 bus, 1,200 men, a second shift.', []],
  ])('is none: %j', (text, expected) => expect(read(text)).toEqual(expected));
});
