import { globSync, readFileSync } from 'node:fs';
import { digestOf } from '../cache.ts';
import { readSite } from '../site.ts';

let code: string | undefined;

/**
 * All that a story's page is rendered from: the story without its provenance (`identity`), our own code, the policy, the packages and
 * the site's address. All of `src/` goes in, because a restored page would keep the names of scripts that a change
 * elsewhere has renamed.
 */
export function cacheKeyOf(identity: string): string {
  code ??= digestOf(
    ...globSync(['src/**/*', 'data/policy.yaml', 'data/basemap/*', 'astro.config.mjs', 'package-lock.json'])
      .filter((file) => /\.\w+$/.test(file) && !file.endsWith('.test.ts'))
      .sort()
      .flatMap((file) => [file, readFileSync(file)]),
    JSON.stringify(readSite(process.env['SITE_URL'])),
  );
  return digestOf(code, identity);
}
