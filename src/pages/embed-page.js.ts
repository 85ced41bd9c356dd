import type { APIRoute } from 'astro';
import { buildClassic } from '../feeds/classic.ts';

/** `/embed-page.js`: the script of the embed itself, classic, so that a sandboxed frame may run it. */
export const GET: APIRoute = async () =>
  new Response(await buildClassic('src/client/embed-page.ts'), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
