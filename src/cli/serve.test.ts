import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve, type Serving } from './serve.ts';

let dir: string;
let sibling: string;
let serving: Serving;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dateline-'));
  const files = {
    'index.html': '<p>Start</p>',
    '404.html': 'Nothing here',
    'stories/a/index.html': 'A'.repeat(5000),
    'stories/a/places.geojson': '{}',
    'stories/a/timeline.ics': 'BEGIN:VCALENDAR',
    'tiles/d1/0/0/0.pbf': 'tile',
    'tiles/d1/0/0/1.pbf': '',
    '_astro/a.js': 'a()',
    'card.png': '\u0089PNG',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  sibling = `${dir}.next`;
  mkdirSync(sibling);
  writeFileSync(join(sibling, 'secret.html'), 'secret');
  serving = await serve({ dir, site: { base: '/maps/' }, port: 0 });
});
afterEach(async () => {
  await serving.stop();
  for (const folder of [dir, sibling]) rmSync(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('serve', () => {
  it.each([
    ['/maps/', 200, 'text/html;charset=utf-8'],
    ['/maps/?x=1', 200, 'text/html;charset=utf-8'],
    ['/maps/stories/a/', 200, 'text/html;charset=utf-8'],
    ['/maps/stories/a/places.geojson', 200, 'application/geo+json'],
    ['/maps/stories/a/timeline.ics', 200, 'text/calendar;charset=utf-8'],
    ['/maps/tiles/d1/0/0/0.pbf', 200, 'application/x-protobuf'],
    ['/maps/tiles/d1/0/0/1.pbf', 200, 'application/x-protobuf'],
    ['/maps/card.png', 200, 'image/png'],
    ['/maps/gone/', 404, 'text/html;charset=utf-8'],
    ['/maps/../../../etc/passwd', 404, 'text/html;charset=utf-8'],
    ['/maps/%2e%2e/%2e%2e/etc/passwd', 404, 'text/html;charset=utf-8'],
    ['/maps/..%2f..%2fetc/passwd', 404, 'text/html;charset=utf-8'],
    ['/maps/../../SIBLING/secret.html', 404, 'text/html;charset=utf-8'],
    ['/maps/%2e%2e/SIBLING/secret.html', 404, 'text/html;charset=utf-8'],
    ['/maps/%', 404, 'text/html;charset=utf-8'],
    ['/maps/%00', 404, 'text/html;charset=utf-8'],
    ['/maps//evil.example/', 404, 'text/html;charset=utf-8'],
  ])('answers %s with %d as %s', async (path, status, type) => {
    // Beside the folder stands another whose name begins like it, as dist.next does.
    const answer = await ask(path.replace('SIBLING', basename(sibling)));
    expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
    expect(answer.body.toString()).not.toContain('secret');
  });

  it('gives a part of a file that is asked for', async () => {
    const part = await ask('/maps/stories/a/', { range: 'bytes=0-9', 'accept-encoding': 'gzip' });
    expect([part.status, part.headers['content-range'], part.body.length]).toEqual([
      206,
      'bytes 0-9/5000',
      10,
    ]);
    expect((await ask('/maps/card.png', { range: 'bytes=900-' })).status).toBe(416);
  });

  it('takes no other method than GET and HEAD', async () => {
    expect((await ask('/maps/card.png', {}, 'HEAD')).status).toBe(200);
    const { status, headers } = await ask('/maps/card.png', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['gzip;q=0', 'gzip; q=0.0, br', 'identity', ''])('packs nothing for "%s"', async (accepted) => {
    const plain = await ask('/maps/stories/a/', { 'accept-encoding': accepted });
    expect([plain.headers['content-encoding'], plain.body.length]).toEqual([undefined, 5000]);
  });

  it('leads to the base path, and to the slash at a folder’s end', async () => {
    expect((await ask('/')).headers.location).toBe('/maps/');
    const { status, headers } = await ask('/maps/stories/a?step=b');
    expect([status, headers.location]).toEqual([301, '/maps/stories/a/?step=b']);
  });

  it('packs text for readers who take gzip, and nothing else', async () => {
    const packed = await ask('/maps/stories/a/', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['vary']).toBe('Accept-Encoding');
    expect(packed.body.length).toBeLessThan(100);
    expect(gunzipSync(packed.body).toString()).toBe('A'.repeat(5000));
    expect((await ask('/maps/stories/a/')).body.length).toBe(5000);
    expect(
      (await ask('/maps/card.png', { 'accept-encoding': 'gzip' })).headers['content-encoding'],
    ).toBeUndefined();
    expect(gunzipSync((await ask('/maps/gone', { 'accept-encoding': 'gzip' })).body).toString()).toBe(
      'Nothing here',
    );
  });

  it('packs what is larger than any buffer', async () => {
    const large = Array.from({ length: 200_000 }, (_, index) => String(index)).join(' ');
    writeFileSync(join(dir, 'large.html'), large);
    const packed = await ask('/maps/large.html', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(packed.body).toString()).toBe(large);
  });

  it('keeps hashed files for a year, asks again for pages, and answers 304', async () => {
    expect((await ask('/maps/_astro/a.js')).headers['cache-control']).toContain('immutable');
    const { headers } = await ask('/maps/');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await ask('/maps/', { 'if-none-match': String(headers.etag), 'accept-encoding': 'gzip' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('sees a site that is swapped while it runs', async () => {
    writeFileSync(join(dir, 'new.html'), 'new');
    expect((await ask('/maps/new.html')).status).toBe(200);
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(serving.url).port);
    await expect(serve({ dir, site: { base: '/' }, port })).rejects.toThrow(
      `--port: the port is taken, got "${port}". Stop what runs there, or take another: npm start -- --port ${port + 1}`,
    );
  });
});
