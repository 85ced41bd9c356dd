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
