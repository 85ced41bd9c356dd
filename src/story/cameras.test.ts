import { describe, expect, it } from 'vitest';
import type { Bbox, LngLat } from '../geo.ts';
import { fitBox, framed, isShown, isSmall, nameCameras } from './cameras.ts';
import { isWithin, widthOf } from './containment.ts';
import type { StoryPlace } from './schema.ts';

const place = (lngLat: LngLat | null, bbox: Bbox | null = null) =>
  ({ lngLat, bbox, status: 'resolved' }) as StoryPlace;

describe('fitBox', () => {
  it.each<[string, LngLat[]]>([
    ['one point', [[10, 50]]],
    [
      'two points',
      [
        [10, 50],
        [37, 55],
      ],
    ],
    [
      'coincident points',
      [
        [10, 50],
        [10, 50],
      ],
    ],
    [
      'both sides of the antimeridian',
      [
        [178, -18],
        [-171, -13],
      ],
    ],
    [
      'the antimeridian itself',
      [
        [180, 0],
        [-180, 1],
      ],
    ],
    [
      'the pole',
      [
        [0, 89],
        [90, 88],
      ],
    ],
  ])('holds %s', (_, points) => {
    const box = fitBox(points.map((point) => place(point)))!;
    for (const [lng, lat] of points) expect(isWithin([lng, Math.min(lat, 85)], box)).toBe(true);
    expect(box[1]).toBeLessThan(box[3]);
    expect(widthOf(box)).toBeLessThan(120);
  });

  it('crosses the antimeridian where that is shorter', () => {
    const [west, , east] = fitBox([place([178, -18]), place([-171, -13])])!;
    expect(west).toBeGreaterThan(east);
  });

  it('is null without a point', () => expect([fitBox([]), fitBox([place(null)])]).toEqual([null, null]));

  it('looks away to no doubtful namesake, unless nothing is sure', () => {
    const doubtful: StoryPlace = { ...place([-88, 42]), status: 'ambiguous' };
    expect(fitBox([place([7, 46]), doubtful])).toEqual(fitBox([place([7, 46])]));
    expect(isWithin([-88, 42], fitBox([doubtful])!)).toBe(true);
  });

  it('leaves a country that spans half the world out, unless it is alone', () => {
    const vast = place([100, 60], [19, 41, -169, 82]);
    expect(fitBox([place([16, 48]), vast])).toEqual(fitBox([place([16, 48])]));
    expect(isWithin([100, 60], fitBox([vast])!)).toBe(true);
  });
});

it('frames a country by its main part, whatever its islands', () => {
  const country = { ...place([2, 46], [-62, -21, 56, 51]), id: 'geonames:1' };
  const cores = new Map<string, Bbox>([['geonames:1', [-5, 41, 10, 51]]]);
  const [west, , east] = fitBox(framed([country], cores))!;
  expect([west, east].map(Math.round)).toEqual([-6, 11]);
  expect(framed([country], new Map())[0]).toEqual(country);
});

it.each<[string, StoryPlace, boolean]>([
  ['a point', place([5, 5]), true],
  ['a point elsewhere', place([50, 5]), false],
  ['an area by its point', place([5, 5], [-50, -50, 50, 50]), true],
  ['an area that it holds', place([12, 5], [1, 1, 9, 9]), true],
  ['an area of which it holds a corner', place([12, 5], [8, 8, 20, 20]), false],
  ['an area around the world that ends in it', place([-170, 5], [8, 1, 2, 9]), false],
])('shows or not: %s', (_, one, shown) => expect(isShown(one, [0, 0, 10, 10])).toBe(shown));

it('tells areas that a view can’t show', () => {
  const strip = place([34.4, 31.4], [34.2, 31.2, 34.6, 31.6]);
  expect([
    isSmall(strip, [32, 31, 38.5, 56]),
    isSmall(strip, [33, 30, 36, 33]),
    isSmall(place([1, 1]), [0, 0, 9, 9]),
  ]).toEqual([true, false, false]);
});

it('names equal boxes alike, in order of first use', () => {
  expect(nameCameras([[0, 0, 1, 1], [2, 2, 3, 3], [0, 0, 1, 1], null])).toEqual(['a', 'b', 'a', 'c']);
});
