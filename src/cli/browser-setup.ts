import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { cacheDir } from '../cache.ts';
import { findChromium, type Chromium } from './chromium.ts';
import { serve } from './serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the site that was built for the tests, with a slash at its end. */
    site: string;
    /** The folder that it is served from. */
    dist: string;
    /** The browser to start: `launchChromium(inject('browser'))`. */
    browser: Chromium;
  }
}

/**
 * What all browser tests share: a Chromium that is there or is brought along, and the site, built once into a temporary
 * folder from what stands in `seeds/` and `data/` and served on a free port. `dist/` and `data/` are left alone.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await findChromium();
  mkdirSync(cacheDir(), { recursive: true });
  const folder = mkdtempSync(cacheDir('test-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  try {
    const dist = join(folder, 'dist');
    await buildPreview(dist);
    const serving = await serve({ dir: dist, site: { base: '/' }, port: 0 });
    project.provide('site', serving.url);
    project.provide('dist', resolve(dist));
    project.provide('browser', browser);
    return async () => {
      await serving.stop();
      clear();
    };
  } catch (error) {
    clear();
    throw error;
  }
}

/** Builds in a process of its own, so that nothing of the test runner's (NODE_ENV, CI) reaches the site. */
export async function buildPreview(dist: string): Promise<void> {
  const { CI: _c, NODE_ENV: _n, SITE_URL: _s, VITEST: _v, ...env } = process.env;
  const own = resolve('node_modules/.bin/node');
  const node = existsSync(own) ? own : process.execPath;
  await promisify(execFile)(node, ['src/cli/preview-build.ts', dist], { env, maxBuffer: 2 ** 26 });
}
