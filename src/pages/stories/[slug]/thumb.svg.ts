import type { APIRoute, GetStaticPaths } from 'astro';
import { cardMap } from '../../../components/small-maps.ts';
import { storyPaths } from '../../../components/story-paths.ts';
import type { Story } from '../../../story/schema.ts';

/** `/stories/<slug>/thumb.svg`: the small map of a story's card on the first page. */
export const GET: APIRoute<{ story: Story }> = ({ props }) =>
  new Response(cardMap(props.story, 96), { headers: { 'content-type': 'image/svg+xml' } });

export const getStaticPaths = (async () => {
  const paths = await storyPaths();
  return paths.filter(({ props }) => props.story.steps.some(({ scene }) => scene.bbox));
}) satisfies GetStaticPaths;
