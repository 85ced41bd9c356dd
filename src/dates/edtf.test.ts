import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, compareDays, isEdtf, parseEdtfDate, writeInterval } from './edtf.ts';

/** First and last day by npm `edtf`, or null where it refuses. */
function oracle(text: string): { earliest: string; latest: string } | null {
  try {
    const { min, max } = edtf(text);
    const day = (ms: number) =>
      new Date(ms)
        .toISOString()
        .replace(/T.*/, '')
        .replace(/^\+0*(?=\d{4})/, '');
    return { earliest: day(min), latest: day(max) };
  } catch {
    return null;
  }
}

describe('boundsOf', () => {
  it.each([
    ['2024-08-13', '2024-08-13', '2024-08-13'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2014?-03-04', '2014-03-04', '2014-03-04'],
    ['2014-08~', '2014-08-01', '2014-08-31'],
    ['2014-33', '2014-01-01', '2014-03-31'],
    ['2014-41', '2014-07-01', '2014-12-31'],
    ['2014-22', '2014-06-01', '2014-09-22'],
    ['2014-24', '2014-12-01', '2015-03-20'],
    ['2024-08-12/2024-08-14', '2024-08-12', '2024-08-14'],
    ['2024-08/2024-10', '2024-08-01', '2024-10-31'],
    ['2024-08-13/..', '2024-08-13', null],
    ['../2024-08-13', null, '2024-08-13'],
    ['/2024', null, '2024-12-31'],
    ['-0043-03-15', '-0043-03-15', '-0043-03-15'],
    ['XXXX-08-13', '0000-08-13', '9999-08-13'],
  ])('%s reaches from %s to %s', (text, earliest, latest) =>
    expect(boundsOf(text)).toEqual({ earliest, latest }),
  );

  it.each([
    ...[
      'yesterday',
      '',
      '2024-13',
      '2024-02-30',
      '2023-02-29',
      '2024-W33',
      '2024-8-1',
      '24',
      '2024-08-13T18:00',
    ],
    ...['2014?-03-04~', '2014-21-03', '2014-42', '2024/2023', '../..', '/', '2024/x', 'XXXX-02-30'],
  ])('%j is no EDTF of ours', (text) => expect(isEdtf(text)).toBe(false));

  it('runs an unknown year over the days that the article may be of, taking the nearest', () => {
    const days = ['2002-08-13', '2013-08-13', '2030-08-13'];
    expect(boundsOf('XXXX-08-12', days)).toEqual({ earliest: '2002-08-12', latest: '2030-08-12' });
    expect(boundsOf('XXXX-12-30', ['2003-01-02', '2014-01-02'])).toEqual({
      earliest: '2002-12-30',
      latest: '2013-12-30',
    });
    expect(boundsOf('XXXX', days)).toEqual({ earliest: '2002-01-01', latest: '2030-12-31' });
  });

  it('agrees with npm edtf on dates and intervals', () => {
    const year = fc.integer({ min: 1000, max: 2999 }).map(String);
    const month = fc.integer({ min: 1, max: 12 }).map((m) => String(m).padStart(2, '0'));
    // Up to 28: npm edtf takes 29 February in any year, we only where there is one.
    const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, '0'));
    const known = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month, day).map((parts) => parts.join('-')),
      fc.tuple(year, month, day).map(([y, m, d]) => `${y}?-${m}-${d}`),
      fc.tuple(year, month).map(([y, m]) => `${y}-${m}~`),
    );
    // npm edtf reads these alone, but not as the ends of intervals; nor does it compare ends of unlike precision as we do.
    const alone = fc.oneof(
      year.map((y) => `${y.slice(0, 3)}X`),
      year.map((y) => `${y.slice(0, 2)}XX`),
      fc.tuple(year, fc.integer({ min: 33, max: 36 })).map((parts) => parts.join('-')),
      fc.tuple(month, day).map(([m, d]) => `XXXX-${m}-${d}`),
    );
    const pair = (end: fc.Arbitrary<string>) =>
      fc
        .tuple(end, end)
        .filter(([from, to]) => from !== to)
        .map((parts) => parts.join('/'));
    const interval = fc.oneof(
      pair(year),
      pair(fc.tuple(year, month).map((parts) => parts.join('-'))),
      pair(fc.tuple(year, month, day).map((parts) => parts.join('-'))),
    );
    fc.assert(
      fc.property(fc.oneof(known, alone, interval), (given) => {
        const theirs = oracle(given);
        // It takes some intervals that run backwards.
        if (theirs && theirs.earliest > theirs.latest) expect(isEdtf(given)).toBe(false);
        else expect({ given, bounds: boundsOf(given) }).toEqual({ given, bounds: theirs });
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and gives days in order', () => {
    const anything = fc.oneof(fc.string(), fc.stringMatching(/^[-\dX?~%/.]{0,24}$/));
    fc.assert(
      fc.property(anything, (text) => {
        const bounds = boundsOf(text);
        if (bounds?.earliest && bounds.latest) {
          expect(compareDays(bounds.earliest, bounds.latest)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe('parseEdtfDate', () => {
  it('tells a year that is uncertain from a date that is', () => {
    expect(parseEdtfDate('2014?-03-04')).toMatchObject({ qualifier: '?', qualifies: 'year', day: 4 });
    expect(parseEdtfDate('2014-03-04~')).toMatchObject({ qualifier: '~', qualifies: 'all' });
    expect(parseEdtfDate('2014?')).toMatchObject({ qualifies: 'all', month: null });
  });
});

describe('writeInterval', () => {
  it.each([
    ['2024-08-12', '2024-08-14', '2024-08-12/2024-08-14'],
    ['2024-08-12', null, '2024-08-12/..'],
    [null, '2024', '../2024'],
    ['2024', '2024', '2024'],
  ])('joins %s and %s to %s', (from, to, text) => expect(writeInterval(from, to)).toBe(text));
});
