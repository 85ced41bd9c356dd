import * as maplibre from 'maplibre-gl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '../basemap/project.ts';
import { FLIGHT_WAIT, flightEase, flightTime, LONGEST_FLIGHT, startFlights } from './map-flight.ts';

describe('flightTime', () => {
  it.each([
    [4, 4, 350],
    [3, 7, 1070],
    [7, 3, 1070],
    [0, 8, LONGEST_FLIGHT],
  ])('from zoom %d to %d takes %d ms', (from, to, expected) => expect(flightTime(from, to)).toBe(expected));
});

describe('flightEase', () => {
  it('begins at 0, ends at 1 and never turns back', () => {
    expect(flightEase(0)).toBe(0);
    expect(flightEase(1)).toBe(1);
    let last = 0;
    for (let time = 0.02; time < 1; time += 0.02) {
      const now = flightEase(time);
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });

  it('is the curve of the specification, cubic-bezier(.33, 0, .2, 1)', () => {
    // At t = 0.5: x = 3·.33·.125 + 3·.2·.125 + .125 = 0.32375, y = 0.375 + 0.125 = 0.5.
    expect(flightEase(0.32375)).toBeCloseTo(0.5, 4);
  });
});

/** A map of ten lines: it writes down what it is told. */
function fakeMap() {
  const told: [string, number?][] = [];
  return {
    told,
    getZoom: () => 3,
    stop: () => told.push(['stop']),
    jumpTo: ({ zoom }: { zoom: number }) => told.push(['jump', zoom]),
    easeTo: ({ zoom, duration, ...more }: { zoom: number; duration: number }) => {
      expect(more).not.toHaveProperty('essential');
      expect(duration).toBeLessThanOrEqual(LONGEST_FLIGHT);
      told.push(['fly', zoom]);
    },
  };
}

const view = (zoom: number) => (): View => ({ center: [0, 0], zoom, width: 390, height: 226 });

describe('startFlights', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('flies after a short wait', () => {
    const map = fakeMap();
    startFlights(map).to(view(6), true);
    expect(map.told).toEqual([]);
    vi.advanceTimersByTime(FLIGHT_WAIT);
    expect(map.told).toEqual([['fly', 6]]);
  });

  it('drops flights that are overtaken: fast scrolling to the end and back makes one', () => {
    const map = fakeMap();
    const flights = startFlights(map);
    for (const zoom of [6, 3, 6, 3, 7]) {
      flights.to(view(zoom), true);
      vi.advanceTimersByTime(FLIGHT_WAIT - 20);
    }
    vi.advanceTimersByTime(1000);
    expect(map.told).toEqual([['fly', 7]]);
  });

  it('jumps at once without motion, and forgets a flight that waits', () => {
    const map = fakeMap();
    const flights = startFlights(map);
    flights.to(view(6), true);
    flights.to(view(5), false);
    vi.advanceTimersByTime(1000);
    expect(map.told).toEqual([['stop'], ['jump', 5]]);
  });

  it('starts nothing after it is stopped', () => {
    const map = fakeMap();
    const flights = startFlights(map);
    flights.to(view(6), true);
    flights.stop();
    vi.advanceTimersByTime(1000);
    expect(map.told).toEqual([]);
  });
});

describe('MapLibre', () => {
  it('still has each method that the live map calls', () => {
    const methods = [
      ...['getZoom', 'getCenter', 'stop', 'jumpTo', 'easeTo', 'on', 'once', 'remove', 'getCanvas'],
      ...['setStyle', 'getLayer', 'setLayoutProperty'],
    ] as const;
    for (const method of methods)
      expect(maplibre.Map.prototype[method as 'stop'], method).toBeTypeOf('function');
    expect(maplibre.setWorkerUrl).toBeTypeOf('function');
  });
});
