import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AstroIntegration } from 'astro';
import { answerDesk, DESK_PATH, MOST_BYTES, type DeskEntry } from './endpoint.ts';
import { DERIVED, words } from './strings.ts';

/** The review desk of one dev server. */
export interface ReviewDesk {
  /** For the dev server alone: in a build it adds nothing. */
  integration: AstroIntegration;
  /** Tells open desks that the stories were derived again. */
  announce(): void;
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><path d="M12 21c-4-5-6-8-6-11a6 6 0 1 1 12 0c0 3-2 6-6 11z"/><path d="m9.5 10 2 2 3.5-4"/></svg>';

/**
 * The review desk: an app of Astro's dev toolbar, and the endpoint of the dev server that writes an editor's decisions
 * into `data/stories/<name>.yaml` below `root`. The token is new for each server and stands in its pages alone.
 */
export function reviewDesk(root: string, entries: () => readonly DeskEntry[]): ReviewDesk {
  const token = randomBytes(32).toString('hex');
  const desk = { root, token, entries };
  let announce = (): void => undefined;
  const integration: AstroIntegration = {
    name: 'dateline-review-desk',
    hooks: {
      'astro:config:setup': ({ command, addDevToolbarApp, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        addDevToolbarApp({
          id: 'dateline-desk',
          name: words.name,
          icon: ICON,
          entrypoint: new URL('./app.ts', import.meta.url),
        });
        // Bundled before they are asked for: found late, they make the first page load anew without the desk.
        updateConfig({ vite: { optimizeDeps: { include: ['d3-geo', 'topojson-client'] } } });
        injectScript('head-inline', `window.datelineDesk = "${token}";`);
      },
      'astro:server:setup': ({ server, toolbar }) => {
        announce = () => toolbar.send(DERIVED, {});
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '';
          if (!url.startsWith(DESK_PATH)) return next();
          readBody(request).then((body) => {
            const { method = '', headers } = request;
            const answer = answerDesk(desk, { method, path: url.slice(DESK_PATH.length), headers, body });
            response.writeHead(answer.status, {
              'content-type': 'application/json; charset=utf-8',
              'cache-control': 'no-store',
              'x-content-type-options': 'nosniff',
              'cross-origin-resource-policy': 'same-origin',
            });
            response.end(JSON.stringify(answer.body));
          }, next);
        });
      },
    },
  };
  return { integration, announce: () => announce() };
}

/** The body as text; null as soon as it is longer than a decision may be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}
