import { getCollection } from 'astro:content';
import { isThere, isWithoutStories } from '../part.ts';
import { cacheKeyOf } from './cache-key.ts';

/** A page of one story, as Astro asks for it: it reads the story itself (`readStory`). */
export interface StoryPath {
  params: { slug: string };
  cacheKey: string;
}

/**
 * The pages of all stories that this process renders, one for each. `file` is what the page becomes below the story's
 * address: asked for by its own name, a page that another has just been written beside is still rendered.
 */
export async function storyPaths(file: string): Promise<StoryPath[]> {
  if (isWithoutStories()) return [];
  const stories = await getCollection('stories');
  return stories
    .filter(({ data: { slug } }) => !isThere(slug, file))
    .map(({ data: { slug, identity } }) => ({ params: { slug }, cacheKey: cacheKeyOf(identity) }));
}

/** The pages of those stories that have a map. */
export async function mapPaths(file: string): Promise<StoryPath[]> {
  const stories = await getCollection('stories', ({ data }) => data.drawn);
  const drawn = new Set(stories.map(({ data }) => data.slug));
  return (await storyPaths(file)).filter(({ params }) => drawn.has(params.slug));
}
