import { describe, expect, it } from 'vitest';
import { dayNumber, dayScale, isoOf, lengthWords } from './timeline-scale.ts';

const days = (...isos: string[]) => isos.map(dayNumber);

describe('dayScale', () => {
  it('is empty without days', () => {
    expect(dayScale([], 0, 100)).toMatchObject({ stretches: [], breaks: [] });
  });

  it('gives one day the whole width', () => {
    const scale = dayScale(days('2024-08-13'), 20, 80);
    expect(scale.x(dayNumber('2024-08-13') + 0.5)).toBe(50);
  });

  it('is linear without a break where events are spread', () => {
    const scale = dayScale(days('2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'), 0, 100);
    expect(scale.breaks).toEqual([]);
    expect(scale.x(dayNumber('2024-02-15'))).toBeCloseTo((100 * 45) / 92, 5);
  });

  it('breaks at an old date, so that the story’s own days keep their room', () => {
    const scale = dayScale(days('1967-06-10', '2024-08-12', '2024-08-13'), 0, 100);
    expect(scale.breaks).toHaveLength(1);
    expect(scale.stretches).toHaveLength(2);
    expect(lengthWords(scale.breaks[0]!.days)).toBe('57 years');
    const [a, b] = [scale.x(dayNumber('2024-08-12')), scale.x(dayNumber('2024-08-13'))];
    expect(b - a).toBeGreaterThan(15);
  });

  it('ends a day before a break where the break begins, in the same day’s column', () => {
    const [old, recent] = days('2022-01-14', '2025-02-03') as [number, number];
    const { x, end, breaks } = dayScale([old, recent], 0, 100);
    expect(end(old)).toBe(breaks[0]!.x0);
    expect(x(old + 0.5)).toBeCloseTo((x(old) + end(old)) / 2, 5);
    expect(end(recent)).toBe(100);
  });

  it('never breaks within a span of up to a year, and may within a longer one', () => {
    const breaksOf = (from: string, to: string) => {
      const [day, first, last] = days('2020-01-01', from, to) as [number, number, number];
      const scale = dayScale([day, first, last], 0, 100, [{ from: first, to: last }]);
      return scale.stretches.map((stretch) => [isoOf(stretch.from), isoOf(stretch.to)]);
    };
    expect(breaksOf('2022-01-01', '2022-12-31')).toEqual([
      ['2020-01-01', '2020-01-01'],
      ['2022-01-01', '2022-12-31'],
    ]);
    expect(breaksOf('2022-01-01', '2032-01-01')).toHaveLength(3);
  });

  it('never runs backwards', () => {
    const scale = dayScale(days('2019-03-01', '2023-12-24', '2024-08-01', '2024-08-13'), 10, 90);
    const xs = Array.from({ length: 2000 }, (_, i) => scale.x(dayNumber('2019-03-01') + i));
    expect(xs.every((x, i) => i === 0 || x >= xs[i - 1]!)).toBe(true);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...xs)).toBeLessThanOrEqual(90);
  });
});

it.each([
  [1, '1 day'],
  [13, '13 days'],
  [14, '2 weeks'],
  [70, '2 months'],
  [800, '2 years'],
])('says %i days as %s', (count, words) => {
  expect(lengthWords(count)).toBe(words);
});

it.each(['2024-08-13', '1969-12-31', '0044-03-15', '2024-02-29'])('%s is itself again', (iso) => {
  expect(isoOf(dayNumber(iso))).toBe(iso);
});
