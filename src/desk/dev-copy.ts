import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheDir } from '../cache.ts';

/** A dev server over a copy of the project's articles and decisions. */
export interface DevCopy {
  /** Its address, with a slash at the end. */
  url: string;
  /** The folder that holds the copy of `seeds/` and `data/stories/`. */
  root: string;
  stop(): void;
}

/**
 * Starts `dev` for a test, in a process and with a cache of its own, over a copy of `seeds/` and `data/stories/` to which
 * articles are added by their file names. Nothing of the project's own data can change.
 */
export async function startDevCopy(articles: Record<string, string>): Promise<DevCopy> {
  const folder = mkdtempSync(cacheDir('test-'));
  const [root, cache] = [join(folder, 'root'), join(folder, 'cache')];
  mkdirSync(cache, { recursive: true });
  for (const part of ['seeds', 'data/stories']) {
    mkdirSync(join(root, part), { recursive: true });
    if (existsSync(part)) cpSync(part, join(root, part), { recursive: true });
  }
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(root, 'seeds', name), text);
  // What takes seconds to make and doesn't depend on articles.
  for (const part of ['gazetteer', 'tiles', 'fonts']) {
    if (existsSync(cacheDir(part))) symlinkSync(cacheDir(part), join(cache, part), 'junction');
  }
  const { CI: _c, NODE_ENV: _n, SITE_URL: _s, VITEST: _v, ...env } = process.env;
  const own = resolve('node_modules/.bin/node');
  const child = spawn(existsSync(own) ? own : process.execPath, ['--input-type=module', '-e', script(root)], {
    env: { ...env, DATELINE_CACHE: cache, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return new Promise((done, fail) => {
    let said = '';
    child.on('exit', (code) => {
      stop();
      fail(new Error(`dev ended with ${code}:\n${said}`));
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const url = /Local\s+(http:\/\/\S+)/.exec(said)?.[1];
        if (url) done({ url, root, stop });
      });
    }
  });
}

function script(root: string): string {
  const from = (file: string) => JSON.stringify(pathToFileURL(resolve('src', file)).href);
  return `import { dev } from ${from('cli/dev.ts')};
import { readSite } from ${from('site.ts')};
await dev({ site: readSite(undefined), port: 0, host: undefined, root: ${JSON.stringify(root)} });`;
}
