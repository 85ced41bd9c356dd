import { getCollection } from 'astro:content';
import { isWithoutStories } from '../part.ts';
import type { Story } from '../story/schema.ts';
import { cacheKeyOf } from './cache-key.ts';

/** A page of one story, as Astro asks for it. */
export interface StoryPath {
  params: { slug: string };
  props: { story: Story };
  cacheKey: string;
}

/** The pages of all stories that this process renders, one for each. */
export async function storyPaths(): Promise<StoryPath[]> {
  if (isWithoutStories()) return [];
  const stories = await getCollection('stories');
  return stories.map(({ data }) => ({
    params: { slug: data.slug },
    props: { story: data },
    cacheKey: cacheKeyOf(data),
  }));
}
