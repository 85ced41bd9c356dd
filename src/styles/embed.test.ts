import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const COLOURS = [
  'paper',
  'ink',
  'muted',
  'hairline',
  'land',
  'sea',
  'coastline',
  'border',
  'disputed',
  'story-label',
  'country-label',
  'sea-label',
  'mark',
  'accent',
  'hatch-ground',
  'river',
];

/** The colour tokens of a block of CSS. */
function tokens(css: string): Record<string, string> {
  const found = [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]);
  return Object.fromEntries(found) as Record<string, string>;
}

it.each([
  ['light', /:root\s*{([^}]*)}/],
  ['dark', /prefers-color-scheme: dark\)\s*{\s*:root\s*{([^}]*)}/],
])('the embed has the site’s own colours when its address asks for %s', (theme, block) => {
  const site = tokens(block.exec(read('base.css'))?.[1] ?? '');
  const embed = tokens(
    new RegExp(`data-theme='${theme}'\\]\\s*{([^}]*)}`).exec(read('embed.css'))?.[1] ?? '',
  );
  expect(Object.keys(embed)).toEqual(COLOURS);
  expect(embed).toEqual(Object.fromEntries(COLOURS.map((name) => [name, site[name]])));
});
