import { readAddresses, redirectsOf } from '../feeds/addresses.ts';
import { readSite } from '../site.ts';
import { deriveStories, renderSite, storyFeeds } from './build.ts';
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
const site = readSite(process.env['SITE_URL']);
const stories = entries.map(({ story }) => story);
await renderSite({
  site,
  dist,
  stories,
  policy,
  addStories: storyFeeds(stories, { site, policy, redirects }),
});
swap(dist);
