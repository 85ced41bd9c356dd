import { afterEach, describe, expect, it } from 'vitest';
import { boundsOf } from './edtf.ts';
import { formatDate } from './words.ts';

describe('formatDate', () => {
  it.each([
    ['2024-08-13', '13 August 2024'],
    ['2024-08', 'August 2024'],
    ['2024', '2024'],
    ['198X', 'the 1980s'],
    ['19XX', 'the 20th century'],
    ['20XX', 'the 21st century'],
    ['2014-21', 'spring 2014'],
    ['2014-35', 'third quarter of 2014'],
    ['2014-40', 'first half of 2014'],
    ['XXXX-03-04', '4 March, year not stated'],
    ['XXXX-03', 'March, year not stated'],
    ['2014?-03-04', '4 March 2014'],
    ['2014-03~', 'about March 2014'],
    ['2014?', 'probably 2014'],
    ['-0043-03-15', '15 March 44 BC'],
    ['0079-08-24', '24 August 79'],
    ['2024-08-13/2024-08-14', '13–14 August 2024'],
    ['2024-08-12/2024-08-14', '12 to 14 August 2024'],
    ['2024-08-30/2024-09-02', '30 August to 2 September 2024'],
    ['2024-12-30/2025-01-02', '30 December 2024 to 2 January 2025'],
    ['2024-08/2024-10', 'August to October 2024'],
    ['2009/2010', '2009 to 2010'],
    ['XXXX-08-12/XXXX-08-14', '12 to 14 August, year not stated'],
    ['2024-08-13/..', 'from 13 August 2024'],
    ['../2024-08-13', 'until 13 August 2024'],
  ])('%s reads %j', (edtf, words) => expect(formatDate(edtf)).toBe(words));

  it.each([
    ['2024-08-13', { weekday: true }, 'Tuesday 13 August 2024'],
    ['2024-08-13', { weekday: true, year: false }, 'Tuesday 13 August'],
    ['2024-08-13', { weekday: true, year: false, short: true }, 'Tue 13 Aug'],
    ['2024-08', { weekday: true }, 'August 2024'],
    ['XXXX-08-13', { weekday: true }, '13 August, year not stated'],
    ['XXXX-08-13', { year: false }, '13 August'],
    ['2024', { year: false }, '2024'],
    ['2024-08-12/2024-08-14', { weekday: true }, 'Monday 12 to Wednesday 14 August 2024'],
    ['2024-08-12/2024-08-14', { year: false }, '12 to 14 August'],
    ['2024-12-30/2025-01-02', { year: false }, '30 December to 2 January'],
  ])('%s with %o reads %j', (edtf, options, words) => expect(formatDate(edtf, options)).toBe(words));

  it('throws for what is no date, which would be a bug', () => {
    expect(() => formatDate('soon')).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: no EDTF date, got "soon"]`,
    );
  });
});

describe('in any time zone', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(['Asia/Tokyo', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'a day stays itself in %s',
    (zone) => {
      process.env['TZ'] = zone;
      expect(formatDate('2024-08-13', { weekday: true })).toBe('Tuesday 13 August 2024');
      expect(formatDate('2024-01-01', { weekday: true })).toBe('Monday 1 January 2024');
      expect(boundsOf('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' });
    },
  );
});
