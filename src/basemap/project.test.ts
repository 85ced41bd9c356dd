import { geoMercator } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import type { Bbox, LngLat } from '../geo.ts';
import {
  fitView,
  MAX_ZOOM,
  overlaps,
  PADDING,
  project,
  unmercator,
  viewBounds,
  visibleBounds,
  worldSize,
  mercator,
} from './project.ts';

const A: Bbox = [32, 31, 38.5, 56.2];
const FIJI: Bbox = [176, -20, -178, -15];

describe('fitView', () => {
  it.each<[string, Bbox, number, number]>([
    ['a tall box in a flat frame', A, 390, 226],
    ['a tall box in a tall frame', A, 376, 700],
    ['a box across the antimeridian', FIJI, 744, 300],
    ['the smallest frame', [2, 47, 31, 53], 280, 180],
  ])('keeps %s inside the padding', (_, bbox, width, height) => {
    const view = fitView(bbox, width, height);
    const [x0, y0] = project(view, [bbox[0], bbox[3]]);
    const [x1, y1] = project(view, [bbox[2], bbox[1]]);
    expect(x0).toBeGreaterThanOrEqual(width * PADDING.side - 0.01);
    expect(x1).toBeLessThanOrEqual(width * (1 - PADDING.side) + 0.01);
    expect(y0).toBeGreaterThanOrEqual(height * PADDING.top - 0.01);
    expect(y1).toBeLessThanOrEqual(height * (1 - PADDING.bottom) + 0.01);
  });

  it('comes no closer than the source is good for, at a single point too', () => {
    expect(fitView([36.8, -1.3, 36.8, -1.3], 390, 226).zoom).toBe(MAX_ZOOM);
  });

  it('never shows beyond a pole', () => {
    const view = fitView([-180, -85, 180, 85], 390, 700);
    const [, south, , north] = viewBounds(view);
    expect(north).toBeLessThanOrEqual(85.0512);
    expect(south).toBeGreaterThanOrEqual(-85.0512);
    expect(worldSize(view.zoom)).toBeGreaterThanOrEqual(700);
  });

  it('centres a box across the antimeridian on it', () => {
    expect(fitView(FIJI, 400, 400).center[0]).toBeCloseTo(179, 5);
    expect(fitView([170, -20, -160, 0], 400, 400).center[0]).toBeCloseTo(-175, 5);
  });
});

describe('project', () => {
  it('agrees with d3-geo to a hundredth of a pixel', () => {
    const view = fitView(A, 792, 784);
    const d3 = geoMercator()
      .scale(worldSize(view.zoom) / (2 * Math.PI))
      .center(view.center)
      .translate([396, 392]);
    for (const at of [
      [37.6156, 55.7522],
      [32.8543, 39.9199],
      [34.38, 31.42],
      [-9, 38],
    ] as LngLat[]) {
      const [x, y] = project(view, at);
      const [dx, dy] = d3(at)!;
      expect(Math.hypot(x - dx, y - dy)).toBeLessThan(0.01);
    }
  });

  it('takes the copy of a place that is nearest to the centre', () => {
    const view = fitView([170, -20, -160, 0], 400, 400);
    const [east] = project(view, [-170, -10]);
    const [west] = project(view, [175, -10]);
    expect(west).toBeLessThan(east);
    expect(east - west).toBeCloseTo((15 / 360) * worldSize(view.zoom), 5);
  });

  it('is undone by unmercator', () => {
    for (const at of [
      [0, 0],
      [179.9, -45],
      [-70, 80],
    ] as LngLat[]) {
      const [lng, lat] = unmercator(...mercator(at));
      expect(lng).toBeCloseTo(at[0], 9);
      expect(lat).toBeCloseTo(at[1], 9);
    }
  });
});

describe('visibleBounds', () => {
  it('reaches past the scene’s own box', () => {
    const [west, south, east, north] = visibleBounds(A, 768, 300);
    expect(west).toBeLessThan(A[0] - 30);
    expect(east).toBeGreaterThan(A[2] + 30);
    expect(south).toBeLessThan(A[1]);
    expect(north).toBeGreaterThan(A[3]);
  });
});

describe('overlaps', () => {
  it.each<[Bbox, Bbox, boolean]>([
    [[0, 0, 10, 10], [5, 5, 15, 15], true],
    [[0, 0, 10, 10], [10, 0, 20, 10], false],
    [[170, -20, -170, 0], [-175, -10, -172, -5], true],
    [[170, -20, -170, 0], [172, -10, 175, -5], true],
    [[170, -20, -170, 0], [0, -10, 10, -5], false],
    [[-180, -90, 180, 90], [170, -20, -170, 0], true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});
