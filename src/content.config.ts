import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { renderCache } from './part.ts';
import { storySchema } from './story/schema.ts';

/**
 * The seam between the pipeline and Astro: the stories that `dateline` has derived into the cache. In dev it is asked
 * to read them again after each change of an article or a decision, and told so (`onRead`).
 */
const derived: Loader = {
  name: 'dateline-stories',
  async load({ store, parseData, generateDigest, refreshContextData }) {
    const folder = renderCache('stories');
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
    (refreshContextData?.['onRead'] as (() => void) | undefined)?.();
  },
};

export const collections = { stories: defineCollection({ loader: derived, schema: storySchema }) };
