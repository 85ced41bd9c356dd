import type { APIRoute, GetStaticPaths } from 'astro';
import { cardMap } from '../../../components/small-maps.ts';
import { readStory } from '../../../components/stories.ts';
import { mapPaths } from '../../../components/story-paths.ts';

/** `/stories/<slug>/thumb.svg`: the small map of a story's card on the first page. */
export const GET: APIRoute = ({ params }) =>
  new Response(cardMap(readStory(params['slug']!), 96), { headers: { 'content-type': 'image/svg+xml' } });

export const getStaticPaths = (() => mapPaths('thumb.svg')) satisfies GetStaticPaths;
