import { describe, expect, it } from 'vitest';
import { lineAt, pickStep } from './pick-step.ts';

const tops = [0, 300, 600, 900];

describe('pickStep', () => {
  it.each([
    { line: -50, current: 0, step: 0, why: 'the first before any has passed' },
    { line: 299, current: 0, step: 0, why: 'stays until the next top passes' },
    { line: 300, current: 0, step: 1, why: 'moves as the top touches the line' },
    { line: 1000, current: 0, step: 3, why: 'skips what a fast scroll passed' },
    { line: 290, current: 1, step: 1, why: 'does not go back within the slack' },
    { line: 275, current: 1, step: 0, why: 'goes back beyond the slack' },
    { line: -900, current: 3, step: 0, why: 'goes back to the first at once' },
    { line: 590, current: 3, step: 2, why: 'gives slack only to where it is' },
  ])('$why', ({ line, current, step }) => {
    expect(pickStep(tops, line, current)).toBe(step);
  });

  it('shows the first of no steps', () => {
    expect(pickStep([], 100, 0)).toBe(0);
  });

  it('takes the later of two moments in one line', () => {
    expect(pickStep([0, 100, 100], 100, 0)).toBe(2);
  });
});

describe('lineAt', () => {
  it('lies 55 % down the room under the stage once the page has moved', () => {
    expect(lineAt(2000, 300, 700, 500)).toBe(520);
  });

  it('begins at the first step, so that a short one is shown before the second', () => {
    const line = lineAt(0, 0, 900, 280);
    expect(pickStep([280, 350, 420], line, 0)).toBe(0);
    expect(pickStep([220, 290, 360], lineAt(60, 0, 900, 280), 0)).toBe(1);
  });
});
