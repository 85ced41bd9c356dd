import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';
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
  const stories = entries.map(({ story }) => JSON.stringify(story));
  return digestOf(
    digestOfFiles(MAKERS),
    JSON.stringify(site),
    JSON.stringify(redirects),
    process.version,
    ...stories,
  );
}

/** True where `dist` was built from this very digest and nobody has touched it since. */
export function isBuilt(dist: string, digest: string): boolean {
  if (!existsSync(dist) || !existsSync(FILE())) return false;
  try {
    const built = JSON.parse(readFileSync(FILE(), 'utf8')) as { dist: string; digest: string; files: string };
    return built.dist === resolve(dist) && built.digest === digest && built.files === filesDigest(dist);
  } catch {
    return false; // a note that can't be read is none
  }
}

/** Remembers what `dist` was built from. */
export function rememberBuilt(dist: string, digest: string): void {
  writeWhole(FILE(), JSON.stringify({ dist: resolve(dist), digest, files: filesDigest(dist) }));
}

/** Digest of every file's name, size and time of last change: any hand on the folder changes it. */
function filesDigest(dist: string): string {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return digestOf(
    ...paths.map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
}
