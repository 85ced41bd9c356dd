import type { APIRoute } from 'astro';
import { buildClassic } from '../feeds/classic.ts';

/** `/embed.js`: the element for other people's pages, as a classic script. */
export const GET: APIRoute = async () =>
  new Response(await buildClassic('src/client/embed-element.ts'), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
