import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy.ts';
import { contains, type Rings } from './ground.ts';
import { boxOf, loadShapes, type ShapeOf } from './shapes.ts';

const shapes = loadShapes(loadPolicy().policy);
const place = (more: Partial<ShapeOf>): ShapeOf => ({
  id: 'x',
  name: '',
  kind: 'area',
  country: null,
  bbox: null,
  ...more,
});
const holds = (polygons: Rings[], at: [number, number]) => polygons.some(([outer]) => contains(outer!, at));
const country = (iso: string) => shapes(place({ kind: 'country', country: iso }))!.polygons;

describe('loadShapes', () => {
  it('gives a point no shape', () => {
    expect(shapes(place({ kind: 'city', country: 'RU', bbox: [37, 55, 38, 56] }))).toBeNull();
    expect(shapes(place({}))).toBeNull();
  });

  it('draws nothing that nobody has agreed a boundary of', () => {
    expect(shapes(place({ bbox: [25, 12, 63, 42], boundary: 'none-agreed' }))).toBeNull();
  });

  it('cuts the Gaza Strip out of "Palestine"', () => {
    const strip = shapes(place({ country: 'PS', bbox: [34.2, 31.22, 34.57, 31.6] }))!;
    expect(strip.approximate).toBe(false);
    expect(strip.polygons).toHaveLength(1);
    expect(holds(strip.polygons, [34.33, 31.4])).toBe(true);
    expect(holds(strip.polygons, [35.2, 31.9])).toBe(false);
    expect(country('PS')).toHaveLength(2);
    const byName = place({
      name: 'Gaza Strip',
      kind: 'region',
      country: 'PS',
      bbox: [34.2, 31.2, 35.3, 31.9],
    });
    expect(shapes(byName)).toEqual(strip);
  });

  it('outlines Crimea with Ukraine, as the policy says', () => {
    expect(holds(country('UA'), [34.1, 45.3])).toBe(true);
    expect(holds(country('RU'), [34.1, 45.3])).toBe(false);
  });

  it('outlines Western Sahara whole, and Morocco north of it', () => {
    expect(holds(country('EH'), [-13, 25])).toBe(true);
    expect(holds(country('EH'), [-10.5, 26.4])).toBe(true);
    expect(holds(country('MA'), [-13, 25])).toBe(false);
    expect(holds(country('MA'), [-6, 33])).toBe(true);
  });

  it('outlines the Golan Heights by themselves and with Syria', () => {
    const golan = shapes(place({ name: 'Golan Heights', bbox: [35.62, 32.66, 35.89, 33.41] }))!;
    expect(golan.approximate).toBe(false);
    expect(holds(golan.polygons, [35.78, 33.0])).toBe(true);
    expect(holds(country('IL'), [35.78, 33.0])).toBe(false);
    expect(holds(country('SY'), [35.78, 33.0])).toBe(true);
  });

  it('crosses no antimeridian', () => {
    for (const [outer] of country('RU')) {
      for (let i = 1; i < outer!.length; i += 1) {
        expect(Math.abs(outer![i]![0]! - outer![i - 1]![0]!)).toBeLessThan(180);
      }
    }
  });

  it.each([
    ['a state', { name: 'Ohio', kind: 'region', country: 'US' }, [-82.9, 40.2]],
    [
      'a county by its code',
      {
        id: 'admin2:US.OH.049',
        name: 'Franklin County',
        kind: 'region',
        country: 'US',
        bbox: [-83.3, 39.8, -82.7, 40.2],
      },
      [-83, 39.97],
    ],
    ['a province', { name: 'Ontario', kind: 'region', country: 'CA' }, [-85, 50]],
    [
      'an island by its box',
      { name: 'Sicily', kind: 'region', country: 'IT', bbox: [12.4, 36.6, 15.7, 38.3] },
      [14, 37.5],
    ],
  ] as const)('knows %s', (_, asked, at) => {
    const shape = shapes(place({ ...asked, bbox: 'bbox' in asked ? [...asked.bbox] : null }))!;
    expect(shape.approximate).toBe(false);
    expect(holds(shape.polygons, [at[0], at[1]])).toBe(true);
  });

  it('tells the 31 counties called Washington apart by their boxes, and names none without one', () => {
    const asked = { id: 'geonames:1', name: 'Washington County', kind: 'region', country: 'US' };
    const oregon = shapes(place({ ...asked, bbox: [-123.5, 45.3, -122.7, 45.8] }))!;
    expect(holds(oregon.polygons, [-123, 45.55])).toBe(true);
    expect(shapes(place(asked))).toBeNull();
  });

  it('gives anything else with a box a soft ellipse that says so', () => {
    const donbas = shapes(place({ name: 'Donbas', country: 'UA', bbox: [36.6, 46.9, 40.1, 50] }))!;
    expect(donbas.approximate).toBe(true);
    expect(boxOf(donbas.polygons).map((value) => Math.round(value * 10) / 10)).toEqual([
      36.6, 46.9, 40.1, 50,
    ]);
  });
});
