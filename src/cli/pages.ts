import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The slugs of the stories of a built folder, in order. */
export function findStories(dir: string): string[] {
  const folder = join(dir, 'stories');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((slug) => existsSync(join(folder, slug, 'story.json')))
    .sort();
}
