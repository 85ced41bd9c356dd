import { describe, expect, it } from 'vitest';
import type { Bbox, LngLat } from '../geo.ts';
import type { Place } from '../places/place.ts';
import { contains, innermost } from './containment.ts';

const place = (id: string, more: Partial<Place>): Place => ({
  id,
  name: id,
  kind: 'city',
  country: 'XA',
  admin1: null,
  admin2: null,
  lngLat: null,
  bbox: null,
  geonameid: null,
  population: 0,
  boundary: null,
  ...more,
});
const ring = ([w, s, e, n]: Bbox): LngLat[] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];
const drawn = (id: string, admin1: string, lngLat: LngLat, bbox: Bbox, more: Partial<Place> = {}) =>
  place(id, {
    kind: 'region',
    admin1,
    lngLat,
    bbox,
    outline: { polygons: [[ring(bbox)]], core: bbox },
    ...more,
  });

const country = place('geonames:1', { kind: 'country', lngLat: [10, 10], bbox: [0, 0, 20, 20] });
const hills = drawn('admin1:XA.HI', 'HI', [5, 5], [0, 0, 10, 10]);
const valley = drawn('admin1:XA.VA', 'VA', [7, 7], [6, 6, 8, 8]);
const district = drawn('admin2:XA.HI.001', 'HI', [2, 2], [1, 1, 3, 3], { admin2: '001' });
const other = drawn('admin2:XA.HI.002', 'HI', [2.2, 2.2], [2, 2, 2.5, 2.5], { admin2: '002' });
const town = (admin1: string | null, lngLat: LngLat, more: Partial<Place> = {}) =>
  place('geonames:9', { admin1, lngLat, ...more });
const wedge: Place = place('area:wedge', {
  kind: 'area',
  lngLat: [3, 1],
  bbox: [0, 0, 4, 4],
  outline: {
    polygons: [
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
      ],
    ],
    core: [0, 0, 4, 4],
  },
});

describe('contains', () => {
  it.each<[string, Place, Place]>([
    ['a country its regions', country, hills],
    ['a region a town of its code, beyond its box too', hills, town('HI', [5, 14])],
    ['a region its districts', hills, district],
    ['a district a town of its code', district, town('HI', [9, 9], { admin2: '001' })],
    ['a region a town without a code, by the outline', hills, town(null, [9, 9])],
    [
      'a region a small area without a code',
      hills,
      place('area:moor', { kind: 'area', lngLat: [4, 4], bbox: [3, 3, 5, 5] }),
    ],
    ['an area what lies in its outline', wedge, town('HI', [3, 1])],
    ['an area a port on its simplified coast', wedge, town('HI', [4.03, 1])],
    ['an area without an outline what lies in its box', { ...wedge, outline: null }, town('HI', [1, 3])],
    [
      'an area across the antimeridian',
      place('area:far', { kind: 'area', lngLat: [180, 0], bbox: [175, -5, -175, 5] }),
      town(null, [-178, 1]),
    ],
  ])('holds: %s', (_, outer, inner) => expect(contains(outer, inner)).toBe(true));

  it.each<[string, Place, Place]>([
    ['a place itself', hills, hills],
    ['a country another country', country, place('geonames:2', { kind: 'country' })],
    ['a country a town abroad', country, town('HI', [5, 5], { country: 'XB' })],
    ['a region its sibling, though that lies in its box', hills, valley],
    ['a region a town of its sibling, though that lies in its box', hills, town('VA', [5, 5])],
    ['a district its sibling', district, other],
    ['a district its region', district, hills],
    ['a district a town of its sibling', district, town('HI', [2, 2], { admin2: '002' })],
    ['an area what lies in its box alone', wedge, town('HI', [1, 3])],
    [
      'a region an area that is mostly elsewhere',
      hills,
      place('area:moor', { kind: 'area', lngLat: [9, 9], bbox: [8, 8, 16, 11] }),
    ],
    ['a town anything', town('HI', [5, 5]), place('geonames:8', { lngLat: [5, 5] })],
    ['what has no point', wedge, town(null, [3, 1], { lngLat: null })],
  ])('does not hold: %s', (_, outer, inner) => expect(contains(outer, inner)).toBe(false));

  it('gives the innermost of several', () => {
    const home = town('HI', [2, 2], { admin2: '001' });
    expect(innermost(home, [country, hills, district, valley, home])?.id).toBe(district.id);
    expect(innermost(country, [hills, country])).toBeNull();
  });
});
