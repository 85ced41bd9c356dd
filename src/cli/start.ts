import { styleText } from 'node:util';
import type { Site } from '../site.ts';
import { build } from './build.ts';
import { findStories } from './pages.ts';
import { serve } from './serve.ts';

export interface StartOptions {
  site: Site;
  port: number;
  host: string | undefined;
  frozen: boolean;
  accept: boolean;
}

/** `dateline start`: builds, then serves `dist/` and prints the addresses. Resolves with a code only if it can't. */
export async function start({ site, port, host, ...manner }: StartOptions): Promise<number> {
  const code = await build({ site, ...manner });
  if (code !== 0) return code;
  const { url, stop } = await serve({ dir: 'dist', site, port, ...(host ? { host } : {}) });
  const stream = process.stdout;
  stream.write(`\n${styleText('bold', url, { stream })}\n`);
  const stories = findStories('dist');
  for (const slug of stories.slice(0, 20)) stream.write(`  ${url}stories/${slug}/\n`);
  if (stories.length > 20) stream.write(`  … and ${stories.length - 20} more\n`);
  stream.write('\nCtrl-C stops it.\n');
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void stop().then(() => resolve(0)));
    }
  });
}
