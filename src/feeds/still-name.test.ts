import { expect, it } from 'vitest';
import { stillName } from './still-name.ts';

it('tells a second state from a step whose id ends in a number', () => {
  expect(stillName({ step: 'he-said', state: 0 })).toBe('he-said');
  expect(stillName({ step: 'he-said', state: 1 })).toBe('he-said.2');
  expect(stillName({ step: 'he-said-2', state: 0 })).toBe('he-said-2');
});
