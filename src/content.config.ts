import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { cacheDir } from './cache.ts';
import { storySchema } from './story/schema.ts';

/** Folders whose files change what is derived. */
const SOURCES = ['seeds', 'data'];

/**
 * The seam between the pipeline and Astro: `.cache/stories/<slug>.json`, which `dateline derive` has written. In dev
 * a change in seeds/ or data/ derives them again through the same function and reloads the page.
 */
const derived: Loader = {
  name: 'dateline-stories',
  async load(context) {
    await readDerived(context);
    const { watcher, logger } = context;
    if (!watcher) return;
    watcher.add(SOURCES);
    let timer: NodeJS.Timeout | undefined;
    let working = Promise.resolve();
    watcher.on('all', (_event, path) => {
      if (!isSource(path)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        working = working
          .then(deriveAgain)
          .then(() => readDerived(context))
          .catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
      }, 50);
    });
  },
};

function isSource(path: string): boolean {
  const parts = path.replaceAll('\\', '/').split('/');
  return /\.(txt|md|ya?ml)$/.test(path) && SOURCES.some((folder) => parts.includes(folder));
}

async function deriveAgain(): Promise<void> {
  const { deriveAll } = await import('./cli/derive.ts');
  await deriveAll();
}

async function readDerived({ store, parseData, generateDigest }: LoaderContext): Promise<void> {
  const folder = cacheDir('stories');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const seen = new Set<string>();
  for (const name of files.sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const id = name.slice(0, -'.json'.length);
    seen.add(id);
    const data = await parseData({ id, data: JSON.parse(text) as Record<string, unknown> });
    store.set({ id, data, digest: generateDigest(text) });
  }
  for (const id of store.keys()) if (!seen.has(id)) store.delete(id);
}

export const collections = { stories: defineCollection({ loader: derived, schema: storySchema }) };
