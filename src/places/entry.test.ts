import { expect, it } from 'vitest';
import type { LngLat } from '../geo.ts';
import { boxAround, boxAroundMost, centreOf } from './entry.ts';

it.each([
  ['nothing', [], null],
  ['one point', [[5, 6]], [5, 6, 5, 6]],
  [
    'coincident points',
    [
      [5, 6],
      [5, 6],
    ],
    [5, 6, 5, 6],
  ],
  [
    'points either side of Greenwich',
    [
      [-2, 50],
      [3, 51],
    ],
    [-2, 50, 3, 51],
  ],
  [
    'points either side of the antimeridian',
    [
      [178, -18],
      [-179, -17],
      [177, -19],
    ],
    [177, -19, -179, -17],
  ],
  [
    'a pole',
    [
      [0, 90],
      [10, 89],
    ],
    [0, 89, 10, 90],
  ],
] as [string, LngLat[], unknown][])('puts a box around %s', (_, points, box) => {
  expect(boxAround(points)).toEqual(box);
});

it.each([
  [
    [-10, 40, 10, 50],
    [0, 45],
  ],
  [
    [170, -10, -170, 10],
    [180, 0],
  ],
  [
    [176, 0, -160, 10],
    [-172, 5],
  ],
] as [[number, number, number, number], LngLat][])('finds the centre of %j', (box, centre) => {
  expect(centreOf(box)).toEqual(centre);
});

it('leaves out the few cities that are filed under a unit by mistake', () => {
  const cities: LngLat[] = Array.from({ length: 120 }, (_, i) => [10 + (i % 12) / 10, 50 + (i % 10) / 10]);
  expect(boxAroundMost([...cities, [80, 10]])).toEqual(boxAround(cities));
});
