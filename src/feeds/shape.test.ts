import rewind from '@mapbox/geojson-rewind';
import { getIssues } from '@placemarkio/check-geojson';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy.ts';
import { sampleStory } from './sample.ts';
import { geoJsonShapes, toGeometry } from './shape.ts';

const shapes = geoJsonShapes(loadPolicy().policy);
const fiji = sampleStory().places.find(({ name }) => name === 'Fiji')!;
const box = (id: string, bbox: [number, number, number, number]) => ({
  ...fiji,
  id,
  kind: 'area' as const,
  bbox,
});

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

describe('geoJsonShapes', () => {
  it.each([
    ['a country that lies on both sides of the antimeridian', fiji],
    ['an ellipse across the antimeridian', box('area:across', [170, 10, -170, 20])],
    ['an ellipse that ends on it', box('area:on', [170, 10, 180, 20])],
    ['an ellipse elsewhere', box('area:elsewhere', [-30, -5, -20, 5])],
  ])('gives valid rings, right-handed and cut, for %s', (_what, place) => {
    const geometry = shapes(place)?.geometry as Polygon | MultiPolygon;
    const feature = { type: 'Feature' as const, properties: {}, geometry };
    expect(getIssues(JSON.stringify(feature))).toEqual([]);
    expect(rewind(structuredClone(feature), false)).toEqual(feature);
    for (const ring of ringsOf(geometry)) {
      expect(ring[0]).toEqual(ring.at(-1));
      ring.forEach(([lng = 0], i) => {
        expect(Math.abs(lng)).toBeLessThanOrEqual(180);
        expect(Math.abs(lng - (ring.at(i - 1)?.[0] ?? lng))).toBeLessThan(180);
      });
    }
  });

  it('keeps an ellipse as wide as its box, and says that it is approximate', () => {
    const shape = shapes(box('area:across', [170, 10, -170, 20]));
    expect(shape?.approximate).toBe(true);
    const points = ringsOf(shape?.geometry as MultiPolygon).flat();
    expect(Math.min(...points.map(([lng = 0]) => Math.abs(lng)))).toBeCloseTo(170, 1);
    expect(points.every(([, lat = 0]) => lat >= 10 && lat <= 20)).toBe(true);
  });

  it('has no shape for a point or for what nobody has agreed a boundary of', () => {
    expect(shapes({ ...fiji, id: 'a', kind: 'city', bbox: null })).toBe(null);
    expect(shapes({ ...fiji, id: 'b', boundary: 'none-agreed' })).toBe(null);
    expect(toGeometry({ polygons: [], approximate: false })).toBe(null);
  });
});
