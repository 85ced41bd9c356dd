import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { cacheKeyOf } from '../../../components/cache-key.ts';
import { cardMap } from '../../../components/small-maps.ts';
import type { Story } from '../../../story/schema.ts';

/** `/stories/<slug>/thumb.svg`: the small map of a story's card on the first page. */
export const GET: APIRoute<{ story: Story }> = ({ props }) =>
  new Response(cardMap(props.story, 96), { headers: { 'content-type': 'image/svg+xml' } });

export const getStaticPaths = (async () => {
  const stories = await getCollection('stories');
  return stories
    .filter(({ data }) => data.steps.some(({ scene }) => scene.bbox))
    .map(({ data }) => ({ params: { slug: data.slug }, props: { story: data }, cacheKey: cacheKeyOf(data) }));
}) satisfies GetStaticPaths;
