import { describe, expect, it } from 'vitest';
import { flightEase, flightTime, LONGEST_FLIGHT } from './map-flight.ts';

describe('flightTime', () => {
  it.each([
    [4, 4, 350],
    [3, 7, 1070],
    [7, 3, 1070],
    [0, 8, LONGEST_FLIGHT],
  ])('from zoom %d to %d takes %d ms', (from, to, expected) => expect(flightTime(from, to)).toBe(expected));
});

describe('flightEase', () => {
  it('begins at 0, ends at 1 and never turns back', () => {
    expect(flightEase(0)).toBe(0);
    expect(flightEase(1)).toBe(1);
    let last = 0;
    for (let time = 0.02; time < 1; time += 0.02) {
      const now = flightEase(time);
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });

  it('is the curve of the specification, cubic-bezier(.33, 0, .2, 1)', () => {
    // At t = 0.5: x = 3·.33·.125 + 3·.2·.125 + .125 = 0.32375, y = 0.375 + 0.125 = 0.5.
    expect(flightEase(0.32375)).toBeCloseTo(0.5, 4);
  });
});
