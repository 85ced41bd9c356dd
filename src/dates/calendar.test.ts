import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, civil, dayOf, isoDay, isoWeek, mondayOf, parseIsoDay, weekdayOf } from './calendar.ts';

describe('calendar', () => {
  it.each([
    ['1970-01-01', 0],
    ['2024-02-29', 19782],
    ['1900-03-01', -25508],
    ['0001-01-01', -719162],
  ])('counts %s as day %i', (text, day) => {
    expect(parseIsoDay(text)).toBe(day);
    expect(isoDay(day)).toBe(text);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-01-32', '2024-1-1', '24-01-01', ''])(
    'knows that %j is no day',
    (text) => expect(parseIsoDay(text)).toBeNull(),
  );

  it.each([
    ['2024-08-13', 2],
    ['1969-12-31', 3],
    ['2000-01-01', 6],
  ])('gives %s weekday %i', (text, weekday) => expect(weekdayOf(parseIsoDay(text)!)).toBe(weekday));

  it.each([
    ['2024-12-30', 2025, 1],
    ['2021-01-03', 2020, 53],
    ['2024-08-13', 2024, 33],
  ])('puts %s into ISO week %i-W%i', (text, year, week) =>
    expect(isoWeek(parseIsoDay(text)!)).toEqual({ year, week }),
  );

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('moves %s by %i months to %s', (from, months, to) =>
    expect(isoDay(addMonths(parseIsoDay(from)!, months))).toBe(to),
  );

  it('goes from days to dates and back, and each week begins on its Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => {
        const { year, month, day: date } = civil(day);
        expect(dayOf(year, month, date)).toBe(day);
        const { year: weekYear, week } = isoWeek(day);
        expect(mondayOf(weekYear, week)).toBe(day - weekdayOf(day) + 1);
      }),
    );
  });
});
