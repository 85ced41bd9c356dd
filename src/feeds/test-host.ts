import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else's site. */
export interface HostPage {
  html: string;
  headers?: Record<string, string>;
}

export interface TestHost {
  /** With a slash at its end; another site than the one under test, as a browser sees it. */
  url: string;
  /** Puts a page at a path and gives its address. */
  add(path: string, page: HostPage): string;
  stop(): Promise<void>;
}

/** A web server for tests, on a free port of 127.0.0.1, whose pages are whatever a publisher might write. */
export async function startTestHost(): Promise<TestHost> {
  const pages = new Map<string, HostPage>();
  const server: Server = createServer((request, response) => {
    const page = pages.get((request.url ?? '/').split('?')[0] ?? '/');
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    add: (path, page) => {
      pages.set(`/${path}`, page);
      return url + path;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
