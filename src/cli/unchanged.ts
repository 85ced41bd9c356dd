import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheDir, digestOf, digestOfAll, writeWhole } from '../cache.ts';
import type { Redirect } from '../feeds/addresses.ts';
import type { Site } from '../site.ts';
import type { Entry } from './derive.ts';
import { digestOfFiles } from './tools.ts';

/** All that a site is rendered from, beside its stories. */
const MAKERS = [
  'src/**/*.*',
  'public/**/*.*',
  'data/{policy.yaml,*.json,stories/*.yaml,basemap/*,gazetteer/*}',
  'astro.config.mjs',
  'package-lock.json',
];

const FILE = () => cacheDir('built.json');

/** Digest of all that the site is made of: equal digests, equal sites. */
export function siteDigest(
  site: Site,
  entries: readonly Pick<Entry, 'story'>[],
  redirects: readonly Redirect[],
): string {
  return digestOfAll([
    digestOfFiles(MAKERS),
    JSON.stringify(site),
    JSON.stringify(redirects),
    process.version,
    ...entries.map(({ story }) => digestOf(JSON.stringify(story))),
  ]);
}

/** All that what a story publishes is made of, beside the story. */
const STORY_MAKERS = ['src/**/*.*', 'data/{policy.yaml,basemap/*}', 'astro.config.mjs', 'package-lock.json'];

/** Digests of all that each story's pages and feeds are made of, by slug: equal digests, equal files. */
export function storyDigests(
  site: Site,
  entries: readonly Pick<Entry, 'story'>[],
  redirects: readonly Redirect[],
  root = '.',
): Record<string, string> {
  const makers = digestOf(digestOfFiles(STORY_MAKERS, root), JSON.stringify(site), process.version);
  return Object.fromEntries(
    entries.map(({ story }) => {
      const older = redirects.filter(({ to }) => to === story.slug);
      return [story.slug, digestOf(makers, JSON.stringify(story), JSON.stringify(older))];
    }),
  );
}

/** What a folder was built from, as it is remembered. */
export interface Built {
  digest: string;
  /** Of each story, `storyDigests`. */
  stories: Record<string, string>;
}

/** What `dist` was built from; null where it isn't known, or where anybody has touched a file of it since. */
export function readBuilt(dist: string): Built | null {
  if (!existsSync(dist) || !existsSync(FILE())) return null;
  try {
    const built = JSON.parse(readFileSync(FILE(), 'utf8')) as Built & { dist: string; files: string };
    // A note of an earlier version knows no stories.
    const whole = built.dist === resolve(dist) && typeof built.stories === 'object';
    return whole && built.files === filesDigest(dist) ? built : null;
  } catch {
    return null; // a note that can't be read is none
  }
}

/** Remembers what `dist` was built from. */
export function rememberBuilt(dist: string, { digest, stories }: Built): void {
  writeWhole(FILE(), JSON.stringify({ dist: resolve(dist), digest, stories, files: filesDigest(dist) }));
}

/** Digest of every file's name, size and time of last change: any hand on the folder changes it. */
function filesDigest(dist: string): string {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return digestOfAll(
    paths.map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
}
