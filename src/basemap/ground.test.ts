import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy.ts';
import { buildGround, contains, cutPolygons, unwrapPolygons, type Line } from './ground.ts';

const { policy } = loadPolicy();
const ground = buildGround(policy);
const near = (lines: Line[], lng: number, lat: number, within: number) =>
  lines.some((line) => line.some(([x, y]) => Math.hypot(x! - lng, y! - lat) < within));

describe('buildGround', () => {
  it('has no ring that jumps across the world, but along its lower edge', () => {
    for (const ring of [...ground.land.flat(), ...ground.lakes.flat()]) {
      for (let i = 1; i < ring.length; i += 1) {
        if (ring[i]![1] === -90) continue;
        expect(Math.abs(ring[i]![0]! - ring[i - 1]![0]!)).toBeLessThanOrEqual(180);
      }
    }
  });

  it('holds land where there is land, on both sides of the antimeridian and at the pole', () => {
    const isLand = (at: [number, number]) =>
      [-360, 0, 360].some((turn) =>
        ground.land.some((rings) => {
          const [outer, ...holes] = rings.map((ring) => contains(ring, [at[0] + turn, at[1]]));
          return outer && !holes.includes(true);
        }),
      );
    for (const at of [
      [37.6, 55.7],
      [178, 66.5],
      [-175, 66.5],
      [0, -85],
      [34.4, 31.4],
    ] as [number, number][]) {
      expect(isLand(at), String(at)).toBe(true);
    }
    expect(isLand([0, 0])).toBe(false);
  });

  it('draws the isthmus of Crimea dashed and no solid line there', () => {
    expect(near(ground.disputed, 33.7, 46.1, 0.3)).toBe(true);
    expect(near(ground.borders, 33.7, 46.1, 0.5)).toBe(false);
  });

  it.each([
    ['the Gaza Strip', 34.3, 31.3],
    ['the West Bank', 35.0, 31.9],
    ['the Golan Heights, east', 35.85, 33.0],
    ['the Golan Heights, west', 35.63, 33.05],
    ['the Line of Control', 74.0, 34.7],
    ['the parallel north of Western Sahara', -8.7, 27.667],
    ['the Korean armistice line', 127.5, 38.3],
    ['Kosovo and Serbia', 21.0, 43.1],
  ])('draws %s dashed', (_, lng, lat) => {
    expect(near(ground.disputed, lng, lat, 0.25)).toBe(true);
  });

  it('draws agreed borders solid', () => {
    expect(near(ground.borders, 7.6, 48.0, 0.3)).toBe(true);
    expect(near(ground.disputed, 7.6, 48.0, 0.3)).toBe(false);
  });

  it('dashes nothing under a policy without disputes', () => {
    expect(buildGround({ ...policy, disputes: [] }).disputed).toEqual([]);
  });
});

describe('cutPolygons', () => {
  it('leaves a polygon alone that crosses nothing', () => {
    const square = [
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [1, 0],
        [0, 0],
      ],
    ];
    expect(cutPolygons({ type: 'Polygon', coordinates: square })).toEqual([square]);
  });

  it('parts a polygon that crosses the antimeridian', () => {
    const ring = [
      [179, 0],
      [179, 1],
      [-179, 1],
      [-179, 0],
      [179, 0],
    ];
    const parts = cutPolygons({ type: 'Polygon', coordinates: [ring] });
    expect(parts).toHaveLength(2);
    for (const [outer] of parts) expect(new Set(outer!.map(([x]) => Math.sign(x!))).size).toBe(1);
  });

  it('gives nothing for no polygon', () => {
    expect(cutPolygons({ type: 'MultiPolygon', coordinates: [] })).toEqual([]);
  });
});

describe('unwrapPolygons', () => {
  it('runs on past the antimeridian', () => {
    const ring = [
      [179, 0],
      [179, 1],
      [-179, 1],
      [-179, 0],
      [179, 0],
    ];
    const outer = unwrapPolygons({ type: 'Polygon', coordinates: [ring] })[0]![0]!;
    expect(outer.map(([lng]) => lng)).toEqual([179, 179, 181, 181, 179]);
  });

  it('closes a ring around the pole below it, three turns wide', () => {
    const ring = [-90, 0, 90, 180, -180, -90].map((lng) => [lng, -70]);
    const outer = unwrapPolygons({ type: 'Polygon', coordinates: [ring] })[0]![0]!;
    const lngs = outer.map(([lng]) => lng!);
    expect([Math.min(...lngs), Math.max(...lngs)]).toEqual([-540, 540]);
    expect(outer.filter(([, lat]) => lat === -90)).toHaveLength(3);
    expect(lngs.slice(1, -2)).toEqual([...lngs.slice(1, -2)].sort((a, b) => a - b));
  });
});
