import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './cache.ts';

/** The part that `merge` renders: all pages but those of stories. */
export const SITE_PART = 'site';

/**
 * The part of a site that this process renders: `2-of-8`, `site`, or empty for the whole. Build and merge tell it to
 * the modules that Astro loads by itself, in `DATELINE_PART`; nobody sets it by hand.
 */
const part = () => process.env['DATELINE_PART'] ?? '';

/** Makes this process render one part. */
export function renderOnly(name: string): void {
  process.env['DATELINE_PART'] = name;
}

/** True where the pages of stories come from elsewhere. */
export function isWithoutStories(): boolean {
  return part() === SITE_PART;
}

/** Makes this process render the pages of stories into a folder, without those that are there already. */
export function renderBeside(outDir: string): void {
  process.env['DATELINE_BESIDE'] = outDir;
}

/** True where a file below a story's address ("embed/index.html") is there already: it was taken from the site that stands. */
export function isThere(slug: string, file: string): boolean {
  const outDir = process.env['DATELINE_BESIDE'];
  return outDir !== undefined && existsSync(join(outDir, 'stories', slug, file));
}

/** The cache of what is rendered, `stories` and `astro`: each part has its own, so that two can be built side by side. */
export function renderCache(name: 'stories' | 'astro'): string {
  return part() ? cacheDir('parts', part(), name) : cacheDir(name);
}
