import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

/** A page, and a hashed file that it names and that doesn't exist; both as paths below the folder. */
export interface Missing {
  page: string;
  file: string;
}

/**
 * References of a built folder's pages to hashed files that don't exist, in order of pages; empty where all is well. Astro restores unchanged pages from its cache, and a page restored under another build's names would stay
 * broken for good.
 */
export async function missingReferences(dir: string): Promise<Missing[]> {
  const there = new Map<string, boolean>();
  const missing: Missing[] = [];
  for await (const page of glob('**/*.html', { cwd: dir })) {
    const html = readFileSync(join(dir, page), 'utf8');
    for (const [path] of html.matchAll(/_astro\/[\w.~@-]+/g)) {
      const isThere = there.get(path) ?? existsSync(join(dir, path));
      there.set(path, isThere);
      if (!isThere) missing.push({ page, file: path });
    }
  }
  return missing.sort((a, b) => (a.page < b.page ? -1 : 1));
}
