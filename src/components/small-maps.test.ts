import { expect, it } from 'vitest';
import type { LngLat } from '../geo.ts';
import { venueMap } from './small-maps.ts';

const at = (...points: LngLat[]) =>
  points.map((lngLat, i) => ({ id: `p${i}`, name: `Place ${i}`, lngLat, slugs: ['a'] }));

it('draws no map without a venue', () => {
  expect(venueMap([], 1100, 380)).toBeNull();
});

it('shows the world once where venues go round it', () => {
  const { points } = venueMap(at([139.7, 35.7], [-47.9, -15.8], [37.6, 55.8]), 1100, 380)!;
  // As many pixels apart as degrees of the whole circle.
  expect(points[0]!.x - points[1]!.x).toBeCloseTo(((139.7 + 47.9) / 360) * 1100, 0);
  for (const { x, y } of points) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1100);
    expect(y).toBeGreaterThan(11);
    expect(y).toBeLessThan(369);
  }
});

it.each<[string, LngLat[]]>([
  [
    'of the far north and the far south',
    [
      [15.6, 78.2],
      [-68.3, -54.8],
      [174.8, -41.3],
    ],
  ],
  ['of one place', [[37.6, 55.8]]],
])('holds venues %s', (_, points) => {
  for (const { x, y } of venueMap(at(...points), 1100, 380)!.points) {
    expect([x > 0, x < 1100, y > 0, y < 380]).toEqual([true, true, true, true]);
  }
});

it.each([
  [1100, 380],
  [358, 220],
])('cuts no disc on either side of the date line at %i × %i', (width, height) => {
  const fiji: LngLat = [178.4, -18.1];
  const samoa: LngLat = [-171.8, -13.8];
  const { points, ground } = venueMap(at(fiji, samoa, [37.6, 55.8]), width, height)!;
  for (const { x } of points) expect([x >= 7, x <= width - 7]).toEqual([true, true]);
  expect(points[0]!.x - points[1]!.x).not.toBe(0);
  expect(ground).toContain('<path');
});
