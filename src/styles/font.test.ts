import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSerif } from './font.ts';

it('keeps the article’s face within 16 kB, as woff2, the same each time', async () => {
  const bytes = readFileSync(join(await buildSerif(), 'source-serif.woff2'));
  expect(bytes.length).toBeLessThanOrEqual(16_000);
  expect(bytes.subarray(0, 4).toString()).toBe('wOF2');
  expect(readFileSync(join(await buildSerif(), 'source-serif.woff2')).equals(bytes)).toBe(true);
});
