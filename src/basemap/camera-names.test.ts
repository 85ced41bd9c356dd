import { expect, it } from 'vitest';
import type { Bbox } from '../geo.ts';
import { cartography } from './still.ts';

const { names } = cartography();

it.each<[string, Bbox, string[], string[]]>([
  ['a strip of a sea beside the ocean’s box', [7.4, 42, 20, 46.6], ['Adriatic Sea'], ['Atlantic Ocean']],
  ['the open ocean', [-60, 20, -20, 50], ['Atlantic Ocean'], ['Pacific Ocean']],
  ['the ocean beyond 180°', [175, -25, -165, -10], ['Pacific Ocean'], ['Atlantic Ocean']],
])('names an ocean only where it fills a good part of the view: %s', (_, bbox, named, unnamed) => {
  const found = names(bbox, []).map(({ name }) => name);
  for (const name of named) expect(found).toContain(name);
  for (const name of unnamed) expect(found).not.toContain(name);
});
