import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Policy } from '../policy.ts';
import type { Site } from '../site.ts';
import type { Story } from '../story/schema.ts';
import type { Redirect } from './addresses.ts';
import { toGeoJson, type ShapeOf } from './geojson.ts';
import { toIcs } from './ics.ts';
import { feedModel, storyUrls, type FeedModel } from './model.ts';
import { toOembed } from './oembed.ts';
import { redirectPage } from './redirect.ts';
import { toRss } from './rss.ts';
import { SCHEMA_PATH, storyJsonSchema } from './schema.ts';
import { servedStory } from './served.ts';
import { toSitemap } from './sitemap.ts';
import { geoJsonShapes } from './shape.ts';

export interface FeedOptions {
  site: Site;
  /** The folder that is served; everything is written below it. */
  outDir: string;
  policy: Policy;
  /** Addresses that stories had before, from `redirectsOf`. */
  redirects?: readonly Redirect[];
}

/** A file below the served folder. */
type Write = (path: string, bytes: string | Uint8Array) => void;

/**
 * Writes all that a story publishes beside its pages, and the feeds of the whole site.
 *
 * Per story: story.json, places.geojson, timeline.ics, oembed.json. For the site: feed.xml, sitemap.xml and the JSON
 * Schema. The same stories give the same bytes.
 */
export async function writeFeeds(stories: readonly Story[], options: FeedOptions): Promise<void> {
  const { site, outDir, redirects = [] } = options;
  const write: Write = (path, bytes) => {
    const file = join(outDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  const shapeOf = geoJsonShapes(options.policy);
  const models = stories.map((story) => feedModel(story, site));
  for (const model of models) {
    for (const [name, bytes] of dataFiles(model, site, shapeOf))
      write(`stories/${model.story.slug}/${name}`, bytes);
  }
  for (const redirect of redirects) {
    const model = models.find(({ story }) => story.slug === redirect.to);
    if (model) writeRedirect(model, redirect, site, shapeOf, write);
  }
  write('feed.xml', toRss(models, site));
  write('sitemap.xml', toSitemap(models, site));
  write(SCHEMA_PATH, json(storyJsonSchema(site)));
}

function dataFiles(model: FeedModel, site: Site, shapeOf: ShapeOf): [name: string, bytes: string][] {
  return [
    ['story.json', json(servedStory(model.story))],
    ['places.geojson', `${JSON.stringify(toGeoJson(model, shapeOf))}\n`],
    ['timeline.ics', toIcs(model)],
    ['oembed.json', json(toOembed(model, site))],
  ];
}

/** At an old address pages lead on, and data files are the new ones: a static host can't redirect a picture. */
function writeRedirect(
  model: FeedModel,
  { from, to }: Redirect,
  site: Site,
  shapeOf: ShapeOf,
  write: Write,
): void {
  const { page, embed, share } = storyUrls(to, site);
  for (const [path, address] of Object.entries({ '': page, 'embed/': embed, 'share/': share })) {
    write(`stories/${from}/${path}index.html`, redirectPage(model.title, address));
  }
  for (const [name, bytes] of dataFiles(model, site, shapeOf)) write(`stories/${from}/${name}`, bytes);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
