import type { View } from '../basemap/project.ts';

/** What a flight needs of MapLibre. `essential` is never set, so that it honours reduced motion by itself. */
export interface FlyingMap {
  getZoom(): number;
  stop(): unknown;
  jumpTo(to: { center: [number, number]; zoom: number }): unknown;
  easeTo(to: {
    center: [number, number];
    zoom: number;
    duration: number;
    easing: (time: number) => number;
  }): unknown;
}

/** Longest flight in milliseconds. */
export const LONGEST_FLIGHT = 1400;

/** Milliseconds that a flight waits, so that one overtaken by fast scrolling never starts. */
export const FLIGHT_WAIT = 120;

/** Milliseconds of a flight between two zooms: 350, and 180 for each level. */
export function flightTime(from: number, to: number): number {
  return Math.min(LONGEST_FLIGHT, 350 + 180 * Math.abs(to - from));
}

/** cubic-bezier(.33, 0, .2, 1): progress of the flight at a share of its time. */
export function flightEase(time: number): number {
  if (time <= 0 || time >= 1) return time <= 0 ? 0 : 1;
  const at = (p1: number, p2: number, t: number) =>
    3 * p1 * t * (1 - t) ** 2 + 3 * p2 * t ** 2 * (1 - t) + t ** 3;
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i += 1) {
    const middle = (low + high) / 2;
    if (at(0.33, 0.2, middle) < time) low = middle;
    else high = middle;
  }
  return at(0, 1, (low + high) / 2);
}

/**
 * Takes a map to views, one flight at a time: a flight waits `FLIGHT_WAIT`, and one that is overtaken while it waits never
 * starts, one that is under way gives way. Without motion it jumps at once.
 */
export function startFlights(map: FlyingMap) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    to: (view: () => View, motion: boolean) => {
      clearTimeout(timer);
      const fly = () => {
        const { center, zoom } = view();
        map.easeTo({ center, zoom, duration: flightTime(map.getZoom(), zoom), easing: flightEase });
      };
      if (motion) timer = setTimeout(fly, FLIGHT_WAIT);
      else {
        map.stop();
        const { center, zoom } = view();
        map.jumpTo({ center, zoom });
      }
    },
    stop: () => clearTimeout(timer),
  };
}
