import { expect, it } from 'vitest';
import { firstMoment } from './embed-steps.ts';
import type { PageMoment } from './moment.ts';

const moments = [
  { step: 'vienna', state: 0 },
  { step: 'to-rabat', state: 0 },
  { step: 'to-rabat', state: 1 },
  { step: 'größe', state: 0 },
] as PageMoment[];

it.each([
  ['', '', 0],
  ['?step=to-rabat', '', 1],
  ['?step=to-rabat%2F1', '', 2],
  ['?theme=dark&step=gr%C3%B6%C3%9Fe', '', 3],
  ['', '#to-rabat', 1],
  ['?step=to-rabat', '#vienna', 1],
  ['?step=nowhere', '#to-rabat', 1],
  ['?step=nowhere', '#?secret=abc', 0],
  ['?step=', '#%', 0],
])('begins %s%s at moment %i', (search, hash, index) => {
  expect(firstMoment(moments, search, hash)).toBe(index);
});

it('begins at 0 where there is no moment at all', () => {
  expect(firstMoment([], '?step=a', '#b')).toBe(0);
});
