import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { digestOf } from './cache.ts';
import { renderCache } from './part.ts';
import { storySchema } from './story/schema.ts';

/** What Astro holds of each story; the pages read the rest themselves (`readStory`), one story at a time. */
const schema = z.object({
  slug: z.string().describe('The address of the story, and the name of its file in the cache'),
  identity: z.string().describe('Digest of the story without its provenance'),
  drawn: z.boolean().describe('True where a scene of it has a map'),
});

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
      const digest = generateDigest(text);
      seen.add(id);
      if (store.get(id)?.digest === digest) continue;
      store.set({ id, data: await parseData({ id, data: outlineOf(text) }), digest });
    }
    for (const id of store.keys()) if (!seen.has(id)) store.delete(id);
    (refreshContextData?.['onRead'] as (() => void) | undefined)?.();
  },
};

function outlineOf(text: string): z.infer<typeof schema> {
  const story = storySchema.parse(JSON.parse(text));
  return {
    slug: story.slug,
    identity: digestOf(JSON.stringify({ ...story, provenance: null })),
    drawn: story.steps.some(({ scene }) => scene.bbox !== null),
  };
}

export const collections = { stories: defineCollection({ loader: derived, schema }) };
