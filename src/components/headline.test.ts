import { expect, it } from 'vitest';
import { headlineParts } from './headline.ts';

it.each([
  ['', []],
  ['Ferry limps home', []],
  ['A four-capital tour begins', ['four-capital']],
  ['Ten-year-old wins; mother-in-law cheers', ['Ten-year-old', 'mother-in-law']],
  ['Talks – at last', []],
  ['A self-congratulatory-sounding speech', []],
])('%j keeps %j on one line', (title, whole) => {
  const parts = headlineParts(title);
  expect(parts.filter((part) => part.whole).map(({ text }) => text)).toEqual(whole);
  expect(parts.map(({ text }) => text).join('')).toBe(title);
});
