import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';

/** ASCII, the letters of western European names, and the punctuation of newspapers. Anything else falls back. */
const CHARACTERS = `${range(0x20, 0x7e)}\u00a0áàâäåãæçéèêëíîïñóôöøúüßÄÅÉÖØÜ£«»·–—‘’“”…€`;

/**
 * The folder that holds the article's face, `source-serif.woff2`: Source Serif 4 at 400, cut to Latin letters, digits and
 * punctuation.
 *
 * Made once into the cache, named by the digest of its source and characters; the same bytes each time.
 */
export async function buildSerif(): Promise<string> {
  const source = createRequire(import.meta.url).resolve(
    '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  );
  const bytes = readFileSync(source);
  const folder = cacheDir('fonts', digestOf(bytes, CHARACTERS).slice(0, 12));
  const file = join(folder, 'source-serif.woff2');
  if (!existsSync(file)) writeWhole(file, await subsetFont(bytes, CHARACTERS, { targetFormat: 'woff2' }));
  return folder;
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
}
