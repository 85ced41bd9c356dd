import { describe, expect, it } from 'vitest';
import type { Bbox } from '../geo.ts';
import type { Place } from '../places/place.ts';
import { loadPolicy } from '../policy.ts';
import { coreOf, outlinePlaces } from './outlines.ts';
import { loadShapes } from './shapes.ts';

const shapes = loadShapes(loadPolicy().policy);
const place = (more: Partial<Place>): Place => ({
  id: 'geonames:1',
  name: '',
  kind: 'country',
  country: null,
  admin1: null,
  lngLat: [0, 0],
  bbox: null,
  geonameid: null,
  population: 0,
  boundary: 'outline',
  ...more,
});
const outlined = (more: Partial<Place>): Place => {
  const resolution = { status: 'resolved' as const, place: place(more), because: '', alternatives: [] };
  const toponym = { start: 0, end: 1, name: 'X', role: 'literal' as const, confidence: 1, resolution };
  const { toponyms } = outlinePlaces({ toponyms: [toponym], persons: [], organisations: [] }, shapes);
  return toponyms[0]!.resolution.place!;
};
const whole = (box: Bbox | null | undefined) => box?.map(Math.round);

it('finds the core of rings whose last point is not their first', () => {
  const ring: [number, number][] = [
    [0, 0],
    [0, 2],
    [2, 2],
    [2, 0],
  ];
  expect(coreOf([[ring]])).toEqual([0, 0, 2, 2]);
});

describe('outlinePlaces', () => {
  it.each<[string, Partial<Place>, Bbox]>([
    ['a country far beyond its northernmost town', { country: 'CA' }, [-141, 42, -53, 83]],
    ['a country across the antimeridian', { country: 'FJ' }, [175, -22, -178, -12]],
    ['one whose islands lie on its other side', { country: 'US' }, [172, 19, -67, 71]],
    ['one around the pole', { country: 'AQ' }, [-180, -90, 180, -61]],
    [
      'a division',
      { id: 'admin1:CA.08', name: 'Ontario', kind: 'region', country: 'CA', bbox: [-84, 42, -75, 48] },
      [-95, 42, -74, 57],
    ],
  ])('gives %s the box of its shape', (_, more, box) => expect(whole(outlined(more).bbox)).toEqual(box));

  it('gives what the source draws too small, or has one town of, ground to stand on', () => {
    const one = outlined({ country: 'VA', bbox: [12.45, 41.9, 12.45, 41.9] });
    expect(one.outline?.polygons).toBeNull();
    expect(one.bbox![2] - one.bbox![0]).toBeCloseTo(0.02);
    expect(one.bbox![3] - one.bbox![1]).toBeCloseTo(0.02);
    expect(outlined(one).bbox).toEqual(one.bbox);
  });

  it('keeps a soft ellipse in its box, across the antimeridian too', () => {
    const one = outlined({ kind: 'area', country: null, bbox: [170, 60, -170, 70] });
    expect(one.outline?.polygons).toBeNull();
    expect(whole(one.bbox)).toEqual([170, 60, -170, 70]);
  });

  it('leaves towns, waters and what nobody draws as they were', () => {
    for (const more of [
      { kind: 'city' as const, country: 'FR' },
      { kind: 'water' as const, bbox: [1, 2, 3, 4] as Bbox },
      { kind: 'area' as const, boundary: 'none-agreed' as const, bbox: [1, 2, 3, 4] as Bbox },
    ])
      expect(outlined(more)).toEqual(place(more));
  });
});

describe('a core', () => {
  it.each<[string, string, Bbox]>([
    ['France without Guiana', 'FR', [-5, 41, 10, 51]],
    ['the United States without Alaska and Hawaii', 'US', [-125, 25, -67, 49]],
    ['Norway without Svalbard', 'NO', [5, 58, 31, 71]],
    ['Malaysia on both sides of its sea', 'MY', [100, 1, 119, 7]],
    ['New Zealand without its islands an ocean away', 'NZ', [166, -53, 179, -34]],
  ])('is %s', (_, country, box) => expect(whole(outlined({ country }).outline?.core)).toEqual(box));

  it('takes in what the parts between bring near, from either side of the antimeridian', () => {
    const square = (west: number, size: number) => [
      [
        [west, 0],
        [west, size],
        [west + size, size],
        [west + size, 0],
        [west, 0],
      ],
    ];
    expect(coreOf([square(170, 4), square(178, 1), square(-179, 1), square(100, 1)])).toEqual([
      170, 0, 174, 4,
    ]);
    expect(coreOf([square(170, 4), square(175, 1), square(178, 1), square(-179, 1)])).toEqual([
      170, 0, -178, 4,
    ]);
  });
});
