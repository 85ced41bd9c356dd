/** Pixels that a step must come back beyond the line before the one above it is shown again. */
export const HYSTERESIS = 24;

/**
 * The index of the moment to show: the last whose top has passed the line, with some reluctance to go back, so that a
 * trembling finger changes nothing. `tops` are in reading order, in the line's own coordinates; 0 before the first.
 */
export function pickStep(tops: readonly number[], line: number, current: number, slack = HYSTERESIS): number {
  const passed = lastAbove(tops, line);
  if (passed >= current) return Math.max(0, passed);
  return Math.max(0, Math.min(current, lastAbove(tops, line + slack)));
}

/**
 * Where the line lies below the window's top: 55 % down the room that text has under the stage. Near the top of the page
 * it comes down from the first step at the speed of the scroll, so that steps which stand above 55 % from the outset
 * have their turn too. `firstTop` is the first step's distance from the top of the page.
 */
export function lineAt(scroll: number, stageBottom: number, height: number, firstTop: number): number {
  return Math.min(stageBottom + 0.55 * (height - stageBottom), firstTop + scroll);
}

function lastAbove(tops: readonly number[], line: number): number {
  // Tops of moments in one paragraph can be equal; the later one wins.
  return tops.findLastIndex((top) => top <= line);
}
