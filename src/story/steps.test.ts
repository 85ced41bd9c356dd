import { expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findSteps } from './steps.ts';

const TEXT = 'Floods close a bridge\n\nEVORA (AP) — It fell.\n\nNobody was hurt.';

it.each([
  ['one for each paragraph', null, ['Floods close a bridge', 'EVORA (AP) — It fell.', 'Nobody was hurt.']],
  ['the headline in none', 'Floods close a bridge', ['EVORA (AP) — It fell.', 'Nobody was hurt.']],
  ['another title left alone', 'A bridge falls', TEXT.split('\n\n')],
])('makes steps: %s', (_, title, words) => {
  const steps = findSteps(parseArticle(TEXT), title, [], null);
  expect(steps.map(({ start, end }) => TEXT.slice(start, end))).toEqual(words);
  expect(steps.map(({ moments }) => moments)).toEqual(
    steps.map(({ start, end }, index) => [{ start: index ? start : 0, end }]),
  );
});

it('names the first step by its lead, not by the headline', () => {
  expect(findSteps(parseArticle(TEXT), 'Floods close a bridge', [], null)[0]!.id).toBe('evora');
});

it('has no step without a paragraph', () => {
  expect(findSteps(parseArticle(''), null, [], null)).toEqual([]);
});
