import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { digestOf, writeWhole } from '../cache.ts';
import { InputError } from '../errors.ts';
import { readAddresses, redirectsOf } from '../feeds/addresses.ts';
import { renderOnly } from '../part.ts';
import type { Site } from '../site.ts';
import { deriveStories, recordStories, refuse, renderPages, storyFeeds } from './build.ts';
import { digestOfSite, folderOf, nameAll, publishedAs, shardOf, type Part, type Shard } from './parts.ts';
import { buildAlone } from './lock.ts';
import { showProgress } from './progress.ts';
import { printDerivation } from './report.ts';
import { settle, type Manner } from './settle.ts';
import { nextOf, recoverSwap, swap } from './swap.ts';

export interface PartOptions extends Manner {
  site: Site;
  shard: Shard;
}

/**
 * `dateline build --shard=2/8`: derives, compares and renders the stories of one part, into a folder of its own. Names
 * and addresses are checked across all articles. Unless frozen, it writes its own stories into `data/stories/`;
 * `data/addresses.json` is left to `merge`. Gives the exit code.
 */
export function buildPart(options: PartOptions): Promise<number> {
  const folder = folderOf(options.shard);
  return buildAlone(folder, () => buildInto(folder, options));
}

async function buildInto(folder: string, { site, shard, ...manner }: PartOptions): Promise<number> {
  renderOnly(`${shard.number}-of-${shard.of}`);
  recoverSwap(folder);
  const named = nameAll();
  const own = named.filter(({ slug }) => shardOf(slug, shard.of) === shard.number);
  const derivation = await deriveStories(own.map(({ file }) => file));
  printDerivation(derivation);
  const { policy, entries } = derivation;
  const published = publishedAs(named);
  const settlement = settle(entries, policy, readAddresses(), manner, published);
  if (settlement.problems.length > 0) throw new InputError(settlement.problems);
  if (settlement.refused.length > 0) return refuse(settlement.refused, manner);

  const redirects = redirectsOf(settlement.addresses, published);
  const stories = entries.map(({ story }) => story);
  const next = nextOf(folder);
  mkdirSync(next, { recursive: true });
  if (stories.length > 0) {
    await storyFeeds(stories, { site, policy, redirects })(next);
    const pages = showProgress('pages');
    await renderPages(next);
    pages.end();
  }
  // What stands beside the stories is made by `merge`, of all of them.
  for (const name of readdirSync(next))
    if (name !== 'stories') rmSync(join(next, name), { recursive: true, force: true });
  const part: Part = {
    schema: 'dateline/part@1',
    ...shard,
    site: digestOfSite(site, published, redirects),
    stories,
    files: digestsBelow(next),
  };
  writeWhole(join(next, 'part.json'), JSON.stringify(part));
  recordStories(settlement.write);
  swap(folder);
  process.stderr.write(`${folder}/: ${stories.length} of ${named.length} stories\n`);
  return 0;
}

function digestsBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) =>
    relative(folder, join(parentPath, name)).split(sep).join('/'),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, digestOf(readFileSync(join(folder, path)))]));
}
