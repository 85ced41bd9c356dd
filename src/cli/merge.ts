import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '../cache.ts';
import { InputError } from '../errors.ts';
import { readAddresses, redirectsOf } from '../feeds/addresses.ts';
import { renderOnly, SITE_PART } from '../part.ts';
import { loadPolicy } from '../policy.ts';
import type { Site } from '../site.ts';
import { record, refuse, renderSite } from './build.ts';
import { writeDerived } from './derive.ts';
import { commandOf, digestOfSite, nameAll, publishedAs, readParts, type FoundPart } from './parts.ts';
import { buildAlone } from './lock.ts';
import { settle, type Manner } from './settle.ts';
import { recoverSwap, swap, sweepTemporary } from './swap.ts';

export interface MergeOptions extends Manner {
  site: Site;
  /** The folders of all parts, in any order. */
  folders: readonly string[];
  /** The folder that is built; by default `dist`. */
  dist?: string;
}

/**
 * `dateline merge DIR…`: joins the parts of one site and renders what belongs to all of them: first page, About, 404,
 * feeds, sitemap, scripts, tiles. The whole is byte for byte what one build of it gives, and is swapped in likewise.
 * Unless frozen, it writes `data/addresses.json`. Gives the exit code.
 */
export function merge({ dist = 'dist', ...options }: MergeOptions): Promise<number> {
  return buildAlone(dist, () => mergeInto(dist, options));
}

async function mergeInto(dist: string, { site, folders, ...manner }: MergeOptions): Promise<number> {
  if (recoverSwap(dist))
    process.stderr.write(`${dist}/ had been left half swapped: the last good site is back\n`);
  sweepTemporary('data');
  renderOnly(SITE_PART);
  const { policy } = loadPolicy();
  const published = publishedAs(nameAll());
  const settlement = settle([], policy, readAddresses(), manner, published);
  if (settlement.problems.length > 0) throw new InputError(settlement.problems);
  if (settlement.refused.length > 0) return refuse(settlement.refused, manner);
  const digest = digestOfSite(site, published, redirectsOf(settlement.addresses, published));
  const parts = readParts(folders, digest);

  // In order of the articles, as a whole build has them.
  const bySlug = new Map(parts.flatMap(({ part }) => part.stories.map((story) => [story.slug, story])));
  const stories = published.map(({ slug }) => bySlug.get(slug)!);
  writeDerived(stories.map((story) => ({ story })));
  const addStories = async (outDir: string) => parts.forEach((found) => copyPart(found, outDir));
  await renderSite({ site, dist, stories, policy, addStories });
  record(settlement, manner);
  swap(dist);
  process.stderr.write(`${dist}/: ${stories.length} stories of ${parts.length} parts\n`);
  return 0;
}

/** Copies the files of a part. Throws `InputError` where one is gone or is not as it was built. */
function copyPart({ folder, part }: FoundPart, outDir: string): void {
  for (const [path, digest] of Object.entries(part.files)) {
    const file = join(folder, path);
    const bytes = existsSync(file) ? readFileSync(file) : null;
    if (!bytes || digestOf(bytes) !== digest) {
      const what = bytes ? 'not as it was built' : 'missing from its part';
      throw new InputError({ file, what, mend: `Fetch it again, or build it: ${commandOf(part)}` });
    }
    mkdirSync(dirname(join(outDir, path)), { recursive: true });
    writeFileSync(join(outDir, path), bytes);
  }
}
