import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What Astro writes below a story's address; all else there is its feeds. */
const PAGES = new Set(['index.html', 'embed/index.html', 'share/index.html', 'thumb.svg']);

/**
 * Takes the feeds of a story, and all below its older addresses, from the site that stands into the next one, without
 * copying a byte: both name the same files, which nothing writes into again. False, and nothing done, where they are
 * not there.
 */
export function keepFeeds(dist: string, next: string, slug: string, older: readonly string[]): boolean {
  const own = filesBelow(join(dist, 'stories', slug)).filter((path) => !PAGES.has(path));
  if (own.length === 0 || older.some((from) => !existsSync(join(dist, 'stories', from)))) return false;
  const kept = [
    ...own.map((path) => join(slug, path)),
    ...older.flatMap((from) => filesBelow(join(dist, 'stories', from)).map((path) => join(from, path))),
  ];
  const made = new Set<string>();
  for (const path of kept) {
    const to = join(next, 'stories', path);
    const folder = dirname(to);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    linkOrCopy(join(dist, 'stories', path), to);
  }
  return true;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE); // a file system without links
  }
}

/** Paths of all files below a folder, relative to it. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}
