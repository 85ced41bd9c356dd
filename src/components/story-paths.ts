import { getCollection } from 'astro:content';
import { isThere, isWithoutStories } from '../part.ts';
import { cacheKeyOf } from './cache-key.ts';

/** A page of one story, as Astro asks for it: it reads the story itself (`readStory`). */
export interface StoryPath {
  params: { slug: string };
  cacheKey: string;
}

/** The pages of all stories that this process renders, one for each. */
export async function storyPaths(): Promise<StoryPath[]> {
  if (isWithoutStories()) return [];
  const stories = await getCollection('stories');
  return stories
    .filter(({ data: { slug } }) => !isThere(slug))
    .map(({ data: { slug, identity } }) => ({ params: { slug }, cacheKey: cacheKeyOf(identity) }));
}

/** The pages of those stories that have a map. */
export async function mapPaths(): Promise<StoryPath[]> {
  const stories = await getCollection('stories', ({ data }) => data.drawn);
  const drawn = new Set(stories.map(({ data }) => data.slug));
  return (await storyPaths()).filter(({ params }) => drawn.has(params.slug));
}
