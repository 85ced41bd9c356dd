import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Takes all that a story publishes, below its older addresses too, from the site that stands into the next one, without
 * copying a byte: both name the same files, which nothing writes into again. False, and nothing done, where they are
 * not there.
 */
export function keepStory(dist: string, next: string, slug: string, older: readonly string[]): boolean {
  const own = filesBelow(join(dist, 'stories', slug));
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

/**
 * Takes away what Astro writes below the address of the story that a page belongs to, so that it is rendered again: a
 * file that the site that stands shares is never written into.
 */
export function dropPages(next: string, page: string): void {
  const [stories, slug] = page.split(/[/\\]/);
  if (stories !== 'stories' || !slug) return;
  for (const name of ['index.html', 'embed', 'share', 'thumb.svg'])
    rmSync(join(next, stories, slug, name), { recursive: true, force: true });
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
