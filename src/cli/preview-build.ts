import { readAddresses, redirectsOf } from '../feeds/addresses.ts';
import { readSite } from '../site.ts';
import { deriveStories, renderSite } from './build.ts';
import { publishedOf } from './settle.ts';
import { swap } from './swap.ts';

/**
 * `node src/cli/preview-build.ts FOLDER`: the site as it would be now, whatever is committed, asked or signed, for tests
 * and measurements. Nothing in `dist/` or `data/` is written.
 */
const [dist] = process.argv.slice(2);
if (!dist) throw new Error('preview-build: name the folder to build');
const { entries, policy } = await deriveStories();
const redirects = redirectsOf(readAddresses(), publishedOf(entries));
await renderSite({
  site: readSite(process.env['SITE_URL']),
  dist,
  entries,
  policy,
  redirects,
});
swap(dist);
