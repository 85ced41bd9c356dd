import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import sirv from 'sirv';
import { InputError } from '../errors.ts';
import type { Site } from '../site.ts';

/** A running server. `url` ends with a slash and has the site's base path. */
export interface Serving {
  url: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** The folder, below which `site.base` is not repeated. */
  dir: string;
  site: Pick<Site, 'base'>;
  /** 0 takes a free one. */
  port: number;
  /** By default this machine alone. */
  host?: string;
}

/** Types that are worth packing. Tiles are, though no registry of types knows them. */
const PACKED = /^(text\/|application\/(javascript|json|geo\+json|rss\+xml|xml|x-protobuf)|image\/svg)/;
const TYPES: Record<string, string> = {
  '.pbf': 'application/x-protobuf',
  '.geojson': 'application/geo+json',
  '.ics': 'text/calendar;charset=utf-8',
};

/**
 * Serves a built site as a plain static host does: index.html for a folder, 404.html for what isn't there, gzip, an
 * ETag, a year for hashed files. Files are looked up at each request, so that a build may replace the folder.
 */
export async function serve({ dir, site, port, host }: ServeOptions): Promise<Serving> {
  const handle = staticHandler(dir, site.base);
  const hosts = host ? [host] : ['127.0.0.1', '::1'];
  const servers: Server[] = [];
  let taken = port;
  for (const name of hosts) {
    const server = await listen(createServer(handle), taken, name);
    if (!server) continue;
    servers.push(server);
    const address = server.address();
    if (address && typeof address === 'object') taken = address.port;
  }
  return {
    url: `http://${host ?? 'localhost'}:${taken}${site.base}`,
    stop: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** Null where the machine hasn't that address (no IPv6); throws `InputError` where the port is taken. */
function listen(server: Server, port: number, host: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null);
      else if (error.code === 'EADDRINUSE') {
        const mend = `Stop what runs there, or take another: npm start -- --port ${port + 1}`;
        reject(new InputError({ file: '--port', what: 'the port is taken', got: String(port), mend }));
      } else reject(error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** The handler alone, for a dev server that has one of its own. `next` is called for what isn't there. */
export function staticHandler(
  dir: string,
  base: string,
  next?: () => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(dir, {
    dev: true,
    etag: true,
    setHeaders(response, pathname) {
      const type = TYPES[/\.\w+$/.exec(pathname)?.[0] ?? ''];
      if (type) response.setHeader('Content-Type', type);
      response.setHeader('Access-Control-Allow-Origin', '*');
      const isHashed = /^\/(_astro|tiles)\//.test(pathname);
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    const path = request.url ?? '/';
    if (!`${path.split(/[?#]/)[0]}/`.startsWith(base)) {
      if (next) return next();
      response.writeHead(302, { Location: base }).end();
      return;
    }
    const [name = '', query] = path.slice(base.length).split('?');
    if (isFolder(dir, name)) {
      response.writeHead(301, { Location: `${base}${name}/${query === undefined ? '' : `?${query}`}` }).end();
      return;
    }
    if (!next && request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    pack(request, response);
    files(request, response, next ?? (() => notFound(dir, response)));
  };
}

/** A folder with a page, asked for without the slash at its end. */
function isFolder(dir: string, name: string): boolean {
  return /^[\w-]+(\/[\w-]+)*$/.test(name) && existsSync(join(dir, name, 'index.html'));
}

function notFound(dir: string, response: ServerResponse): void {
  let page = 'Not found';
  try {
    page = readFileSync(join(dir, '404.html'), 'utf8');
  } catch {
    // a folder without a page of its own for this
  }
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(page);
}

/** Packs what is written to the response, if the reader takes gzip and the type is worth it. */
function pack(request: IncomingMessage, response: ServerResponse): void {
  const takes = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(
    String(request.headers['accept-encoding'] ?? ''),
  );
  if (!takes || request.headers.range || request.method === 'HEAD') return;
  const plain = {
    writeHead: response.writeHead.bind(response) as (code: number) => ServerResponse,
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  response.writeHead = ((code: number, headers: Record<string, string> = {}) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const isPacked = code !== 304 && PACKED.test(String(response.getHeader('Content-Type') ?? ''));
    if (!isPacked) {
      Object.assign(response, { write: plain.write, end: plain.end });
      return plain.writeHead(code);
    }
    response.removeHeader('Content-Length');
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Vary', 'Accept-Encoding');
    const gzip = createGzip();
    gzip
      .on('data', (chunk: Buffer) => plain.write(chunk))
      .on('drain', () => response.emit('drain'))
      .on('end', () => plain.end());
    response.write = ((chunk: Buffer) => gzip.write(chunk)) as typeof response.write;
    response.end = ((chunk?: Buffer | string) => {
      gzip.end(chunk);
      return response;
    }) as typeof response.end;
    return plain.writeHead(code);
  }) as typeof response.writeHead;
}
