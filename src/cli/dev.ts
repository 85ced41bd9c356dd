import { existsSync, mkdirSync, watch } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { buildTiles } from '../basemap/tiles.ts';
import { cacheDir } from '../cache.ts';
import { reviewDesk } from '../desk/desk.ts';
import { formatProblem, InputError } from '../errors.ts';
import { writeFeeds } from '../feeds/write.ts';
import type { Site } from '../site.ts';
import { deriveAll, type Entry } from './derive.ts';
import type { Held } from './held.ts';
import { printQuestions } from './report.ts';
import { staticHandler } from './serve.ts';
import { loadTools, type Tools } from './tools.ts';

export interface DevOptions {
  site: Site;
  port: number;
  host: string | undefined;
  /** The folder that holds `seeds/` and `data/stories/`; the working folder if not given. */
  root?: string;
}

/** A change is read this long after the last of its file events, in milliseconds: editors write in two goes. */
const SETTLE_MS = 60;

/**
 * `dateline dev`: Astro's dev server over stories that are derived again when anything in `seeds/` or `data/` changes.
 * An error stands in the page with its line until it is mended. Nothing in `data/` is written but what an editor decides
 * at the review desk.
 */
export async function dev({ site, port, host, root = '.' }: DevOptions): Promise<number> {
  const { dev: astro } = await import('astro');
  const desk = startDesk(site, root);
  await desk.derive();
  await astro({
    root: '.',
    server: { port, host: host ?? false },
    devToolbar: { enabled: true },
    vite: {
      cacheDir: cacheDir('vite'),
      // Astro reads its content configuration anew at each JSON file that it sees change: ours are none of its own.
      server: { watch: { ignored: [(path: string) => path.startsWith(cacheDir() + sep)] } },
    },
    integrations: desk.integrations,
  });
  return new Promise(() => undefined); // until Ctrl-C
}

/** What dev holds between two changes. */
function startDesk(site: Site, root: string): { integrations: AstroIntegration[]; derive(): Promise<void> } {
  let tools: Promise<Tools> | undefined;
  let entries: Entry[] = [];
  const held: Held = new Map();
  let fault: InputError | null = null;
  let shown = new Map<string, Promise<void>>();

  /** Derives again; a fault is kept and shown, and the stories stay as they were. */
  async function derive(isNewTools = false): Promise<void> {
    if (isNewTools) tools = undefined;
    try {
      tools ??= loadTools();
      ({ entries } = await deriveAll({ root, tools: await tools, held }));
      for (const entry of entries) if (entry.comparison.state !== 'same') printQuestions(entry);
      fault = null;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      tools = undefined;
      fault = error;
      for (const problem of error.problems) process.stderr.write(`${formatProblem(problem)}\n`);
    }
    shown = new Map();
  }

  /** Writes the data files and pictures of one story, or of the whole site, where they are asked for. */
  function show(slug: string | null): Promise<void> {
    const key = slug ?? '';
    const stories = entries.map(({ story }) => story).filter((story) => slug === null || story.slug === slug);
    const ready =
      shown.get(key) ??
      loadTools().then(({ policy }) =>
        writeFeeds(stories, { site, outDir: folderOf(slug), policy, redirects: [] }),
      );
    shown.set(key, ready);
    return ready;
  }

  const review = reviewDesk(root, () => entries);
  const integration: AstroIntegration = {
    name: 'dateline-dev',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        serveFiles(server, site, show);
        server.ws.on('connection', () => {
          if (fault) server.ws.send({ type: 'error', err: overlayOf(fault) });
        });
        watchSources(server, root, async (isData) => {
          const hadFault = fault !== null;
          await derive(isData);
          if (fault) return server.ws.send({ type: 'error', err: overlayOf(fault) });
          if (refreshContent) await readAgain(refreshContent);
          review.announce();
          if (hadFault) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
  return { integrations: [integration, review.integration], derive };
}

const folderOf = (slug: string | null) => cacheDir('dev', slug ?? '.site');

/** Serves tiles, feeds and a story's files as the built site would. */
function serveFiles(server: ViteDevServer, site: Site, show: (slug: string | null) => Promise<void>): void {
  const { base } = site;
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').split(/[?#]/)[0]!;
    const [, slug, file] =
      /\/stories\/([a-z0-9-]+)\/([\w./-]+\.(?:json|geojson|ics|png|svg))$/.exec(path) ?? [];
    const isOwn = path.startsWith(base);
    const tile = /\/tiles\/(\w+)\//.exec(path);
    if (isOwn && tile) {
      const { dir } = buildTiles();
      return staticHandler(dir, `${base}tiles/${tile[1]}/`, next)(request, response);
    }
    const isFeed = /\/(feed\.xml|sitemap\.xml)$/.test(path);
    if (!isOwn || !(file || isFeed)) return next();
    const folder = folderOf(slug ?? null);
    mkdirSync(folder, { recursive: true });
    show(slug ?? null).then(() => staticHandler(folder, base, next)(request, response), next);
  });
}

/** How long a refresh may take to come through, in milliseconds, and how often it is asked for. */
const [REFRESH_MS, REFRESH_TRIES] = [50, 200];

/**
 * Has Astro read the derived stories again. It leaves a refresh out without a word while it reads its configuration anew,
 * as it does at any change of a YAML file: it is asked until the loader says that it has read them.
 */
async function readAgain(refresh: (options: RefreshOptions) => Promise<void>): Promise<void> {
  let isRead = false;
  const context = { onRead: () => (isRead = true) };
  for (let tries = 0; !isRead && tries < REFRESH_TRIES; tries += 1) {
    if (tries > 0) await sleep(REFRESH_MS);
    await refresh({ loaders: ['dateline-stories'], context });
  }
}

interface RefreshOptions {
  loaders: string[];
  context: Record<string, unknown>;
}

/** Calls back after a change below `seeds/` or `data/`; `isData` where it was more than one article or its decisions. */
function watchSources(
  server: ViteDevServer,
  root: string,
  onChange: (isData: boolean) => Promise<void>,
): void {
  let timer: NodeJS.Timeout | undefined;
  let isData = false;
  let working = Promise.resolve();
  server.watcher.add(['seeds', 'data'].map((folder) => join(root, folder)));
  const touched = (file: string) => {
    const path = relative(resolve(root), file).split(sep).join('/');
    if (!/^(seeds|data)\/[^.][^/]*(\/[^.][^/]*)*$/.test(path) || path.endsWith('.tmp')) return;
    isData ||= path.startsWith('data/') && !path.startsWith('data/stories/');
    clearTimeout(timer);
    timer = setTimeout(() => {
      const wasData = isData;
      isData = false;
      working = working
        .then(() => onChange(wasData))
        .catch((error: unknown) => {
          process.stderr.write(
            `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
          );
        });
    }, SETTLE_MS);
  };
  server.watcher.on('all', (_event, file) => touched(file));
  // Vite's watcher says nothing of a file that goes before it has looked at it: the folder itself does.
  const seeds = resolve(root, 'seeds');
  if (!existsSync(seeds)) return;
  const folder = watch(seeds, (_event, name) => touched(join(seeds, name ?? 'folder')));
  server.httpServer?.once('close', () => folder.close());
}

/** The error as Vite's overlay shows it: all faults, and the place of the first. */
function overlayOf({ problems, message }: InputError) {
  const [first] = problems;
  return {
    name: 'Bad input',
    message,
    stack: '',
    plugin: 'dateline',
    id: first?.file,
    ...(first?.line ? { loc: { file: first.file, line: first.line, column: first.column ?? 1 } } : {}),
  };
}
