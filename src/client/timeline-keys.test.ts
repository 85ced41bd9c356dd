import { expect, it } from 'vitest';
import { nextItem } from './timeline-keys.ts';

it.each([
  ['ArrowRight', 1, 2],
  ['ArrowLeft', 1, 0],
  ['ArrowDown', 1, 2],
  ['ArrowUp', 1, 0],
  ['ArrowRight', 3, 3],
  ['ArrowLeft', 0, 0],
  ['Home', 2, 0],
  ['End', 1, 3],
  ['Tab', 1, null],
  ['a', 1, null],
] as const)('%s leads from %i to %s of four', (key, index, next) => {
  expect(nextItem(key, index, 4)).toBe(next);
});

it('runs the other way in a text that is read from right to left', () => {
  expect(nextItem('ArrowLeft', 1, 4, true)).toBe(2);
  expect(nextItem('ArrowRight', 1, 4, true)).toBe(0);
});

it('leads nowhere in an empty timeline', () => {
  expect(nextItem('End', 0, 0)).toBeNull();
});
