import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { buildTiles } from '../basemap/tiles.ts';
import { writeWhole } from '../cache.ts';
import { InputError } from '../errors.ts';
import { formatAddresses, readAddresses, redirectsOf } from '../feeds/addresses.ts';
import { writeSiteFeeds, type FeedOptions } from '../feeds/write.ts';
import { renderBeside, renderCache } from '../part.ts';
import type { Policy } from '../policy.ts';
import type { Site } from '../site.ts';
import type { Story } from '../story/schema.ts';
import { commitStory, deriveAll, type Derivation, type Entry } from './derive.ts';
import { dressStories } from './dress.ts';
import { dropPages, keepStory } from './keep.ts';
import { showProgress } from './progress.ts';
import { missingReferences } from './references.ts';
import { buildAlone } from './lock.ts';
import { keepHashed } from './release.ts';
import { printDerivation } from './report.ts';
import { publishedOf, settle, type Manner, type Settlement } from './settle.ts';
import { nextOf, recoverSwap, swap, sweepTemporary } from './swap.ts';
import { loadTools } from './tools.ts';
import { readBuilt, rememberBuilt, siteDigest, storyDigests } from './unchanged.ts';

export interface BuildOptions extends Manner {
  site: Site;
  /** The folder that is built; by default `dist`. */
  dist?: string;
}

/** `dateline build`: derives, compares, renders beside, records, swaps. Gives the exit code. */
export function build({ dist = 'dist', ...options }: BuildOptions): Promise<number> {
  return buildAlone(dist, () => buildInto(dist, options));
}

async function buildInto(dist: string, { site, ...manner }: BuildOptions): Promise<number> {
  if (recoverSwap(dist))
    process.stderr.write(`${dist}/ had been left half swapped: the last good site is back\n`);
  sweepTemporary('data');
  const derivation = await deriveStories();
  printDerivation(derivation);
  const { policy, entries } = derivation;
  const settlement = settle(entries, policy, readAddresses(), manner);
  if (settlement.problems.length > 0) throw new InputError(settlement.problems);
  if (settlement.refused.length > 0) return refuse(settlement.refused, manner);
  const redirects = redirectsOf(settlement.addresses, publishedOf(entries));
  const digest = siteDigest(site, entries, redirects);
  const last = readBuilt(dist);
  if (last?.digest === digest) {
    record(settlement, manner);
    process.stderr.write(`nothing that the site is made of changed: ${dist}/ stays\n`);
    return 0;
  }
  const stories = entries.map(({ story }) => story);
  const digests = storyDigests(site, entries, redirects);
  const isKept = ({ slug }: Story) => last?.stories[slug] === digests[slug];
  const addStories = storyFeeds(stories, { site, policy, redirects }, { dist, isKept });
  await renderSite({ site, dist, stories, policy, addStories });
  record(settlement, manner);
  swap(dist);
  rememberBuilt(dist, { digest, stories: digests });
  return 0;
}

/** Derives all articles, or those given, with a progress line. Throws `InputError`. */
export async function deriveStories(files?: readonly string[]): Promise<Derivation & { policy: Policy }> {
  const progress = showProgress('stories');
  const tools = await loadTools();
  const derivation = await deriveAll({ tools, files, onProgress: progress.tick });
  const { entries, derived } = derivation;
  progress.end(`${entries.length}, of which ${derived} derived anew`);
  return { ...derivation, policy: tools.policy };
}

/** Says why nothing is built; gives the exit code. */
export function refuse(reasons: readonly string[], { frozen }: Manner): number {
  const stream = process.stderr;
  const head = frozen
    ? 'Frozen, and this is not as it was committed and reviewed; nothing was written:'
    : 'This changed through no article and no decision; nothing was written:';
  const mend = frozen
    ? 'Build without --frozen, look at what changed, commit data/.'
    : 'Look at what changed above, then take it with: npm run build -- --accept';
  stream.write(
    `${[styleText('red', head, { stream }), ...reasons.map((reason) => `  ${reason}`), mend].join('\n')}\n`,
  );
  return 1;
}

/** Writes the stories and the addresses into `data/`, each file whole. A frozen build writes nothing. */
export function record({ write, addresses, remember }: Settlement, { frozen }: Manner): void {
  if (frozen) return;
  recordStories(write);
  if (remember) writeWhole('data/addresses.json', formatAddresses(addresses));
}

/** Writes stories into `data/stories/`, each file whole. */
export function recordStories(write: readonly Entry[]): void {
  for (const entry of write) commitStory('.', entry);
  if (write.length > 0)
    process.stderr.write(`written: ${write.length} in data/stories/; commit with the article\n`);
}

interface Rendering {
  site: Site;
  dist: string;
  stories: readonly Story[];
  policy: Policy;
  /** Puts the files of the stories beside their pages, below the folder. */
  addStories(outDir: string): Promise<void>;
}

/** The site that stands, and which stories of it are what they would be again. */
interface Standing {
  dist: string;
  isKept(story: Story): boolean;
}

/** Draws the maps and writes the feeds and pictures of stories that this process renders, or keeps those that stand. */
export function storyFeeds(
  stories: readonly Story[],
  options: Omit<FeedOptions, 'outDir'>,
  standing?: Standing,
): Rendering['addStories'] {
  const older = (slug: string) =>
    (options.redirects ?? []).flatMap(({ from, to }) => (to === slug ? [from] : []));
  return async (outDir) => {
    const progress = showProgress('maps and feeds');
    const isThere = (story: Story) =>
      standing?.isKept(story) && keepStory(standing.dist, outDir, story.slug, older(story.slug));
    const wanting = stories.filter((story) => !isThere(story));
    await dressStories(wanting, { ...options, outDir, onProgress: progress.tick });
    progress.end(`${stories.length}, of which ${wanting.length} made anew`);
  };
}

/** Builds the whole site into `dist.next`, complete and checked; `dist` itself is not touched. */
export async function renderSite({ site, dist, stories, policy, addStories }: Rendering): Promise<void> {
  const next = nextOf(dist);
  const ground = showProgress('map tiles');
  const tiles = buildTiles(policy);
  ground.end(tiles.digest);

  rmSync(next, { recursive: true, force: true });
  await addStories(next); // before the pages, which then find their maps drawn
  writeSiteFeeds(stories, { site, outDir: next });

  const pages = showProgress('pages');
  await renderPages(next);
  cpSync(tiles.dir, join(next, 'tiles', tiles.digest), { recursive: true });
  if (existsSync(dist)) keepHashed(dist, next);
  pages.end();
}

/**
 * Lets Astro render the pages that are not there yet. Should one that was kept, or restored from Astro's cache, name a
 * file that is gone, it is rendered again without that cache; should one still, that is a bug, and the build fails.
 */
export async function renderPages(outDir: string): Promise<void> {
  const { build: astro } = await import('astro');
  renderBeside(outDir);
  for (const isLast of [false, true]) {
    await astro({ root: '.', outDir, logLevel: 'warn', vite: { build: { emptyOutDir: false } } });
    const missing = await missingReferences(outDir);
    if (missing.length === 0) return;
    const told = missing.map(({ page, file }) => `${page}: ${file}`);
    if (isLast) throw new Error(`pages name files that don't exist:\n${told.join('\n')}`);
    for (const { page } of missing) dropPages(outDir, page);
    for (const made of [renderCache('astro'), join(outDir, '_astro')])
      rmSync(made, { recursive: true, force: true });
  }
}
