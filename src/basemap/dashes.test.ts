import { expect, it } from 'vitest';
import type { Bbox } from '../geo.ts';
import { pointsAlong } from './dashes.ts';
import { cartography } from './still.ts';

const COAST: Bbox = [33.6, 30.7, 35.9, 32.6];

it('follows the dashed lines of a close view, evenly and briefly', () => {
  const points = pointsAlong(cartography().ground.disputed, COAST);
  expect(points.length).toBeGreaterThan(20);
  expect(JSON.stringify(points).length).toBeLessThan(2000);
  for (const [lng, lat] of points) {
    expect([lng >= COAST[0] - 0.01, lng <= COAST[2] + 0.01]).toEqual([true, true]);
    expect([lat >= COAST[1] - 0.01, lat <= COAST[3] + 0.01]).toEqual([true, true]);
  }
});

it('is empty where there is no line', () => {
  expect(pointsAlong([], COAST)).toEqual([]);
  expect(pointsAlong(cartography().ground.disputed, [-10, -30, -5, -25])).toEqual([]);
});
