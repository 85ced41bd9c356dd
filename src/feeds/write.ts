import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Policy } from '../policy.ts';
import { urlOf, type Site } from '../site.ts';
import type { Story } from '../story/schema.ts';
import type { Redirect } from './addresses.ts';
import { cachedPictures } from './cached.ts';
import { cardSvg } from './card.ts';
import { toGeoJson, type ShapeOf } from './geojson.ts';
import { toIcs } from './ics.ts';
import { feedModel, storyUrls, type FeedModel } from './model.ts';
import { toOembed } from './oembed.ts';
import { toPng } from './raster.ts';
import { redirectPage } from './redirect.ts';
import { toRss } from './rss.ts';
import { SCHEMA_PATH, storyJsonSchema } from './schema.ts';
import { servedStory } from './served.ts';
import { geoJsonShapes } from './shape.ts';
import { toSitemap } from './sitemap.ts';
import { stillName } from './still-name.ts';
import { standaloneStills, type AloneOptions } from './still.ts';
import { momentsOf, summaryOf } from './summary.ts';

export interface FeedOptions {
  site: Site;
  /** The folder that is served; everything is written below it. */
  outDir: string;
  policy: Policy;
  /** Addresses that stories had before, from `redirectsOf`. */
  redirects?: readonly Redirect[];
  onProgress?: (done: number, of: number) => void;
}

/** Size in CSS pixels of a story's own still and of those of its steps; any other is made on demand. */
const MAP_SIZE = { width: 800, height: 600 };
const STEP_SIZE = { width: 390, height: 300 };

type File = [path: string, bytes: string | Uint8Array];

/** Writes all that stories publish beside their pages, and the feeds of the whole site. */
export async function writeFeeds(stories: readonly Story[], options: FeedOptions): Promise<void> {
  await writeStoryFeeds(stories, options);
  writeSiteFeeds(stories, options);
}

/**
 * Per story: story.json, places.geojson, timeline.ics, oembed.json, card.png, map.svg and a still for each moment of its
 * steps; below addresses that it had before, pages that lead on and the same data. The same story gives the same bytes,
 * whatever others are there; pictures are cached by what they are made of.
 */
export async function writeStoryFeeds(
  stories: readonly Story[],
  { site, outDir, policy, redirects = [], onProgress }: FeedOptions,
): Promise<void> {
  const write = writerBelow(outDir);
  const shapeOf = geoJsonShapes(policy);
  for (const [index, story] of stories.entries()) {
    const model = feedModel(story, site);
    const { slug } = story;
    const files = await storyFiles(model, site, policy, shapeOf);
    for (const [name, bytes] of files) write([`stories/${slug}/${name}`, bytes]);
    for (const { from } of redirects.filter(({ to }) => to === slug)) {
      for (const [name, bytes] of [...leadOn(model, site), ...files])
        write([`stories/${from}/${name}`, bytes]);
    }
    onProgress?.(index + 1, stories.length);
  }
}

/** For the site: feed.xml, sitemap.xml, robots.txt where it is read, and the JSON Schema. */
export function writeSiteFeeds(
  stories: readonly Story[],
  { site, outDir }: Pick<FeedOptions, 'site' | 'outDir'>,
): void {
  const write = writerBelow(outDir);
  const models = stories.map((story) => feedModel(story, site));
  write(['feed.xml', toRss(models, site)]);
  write(['sitemap.xml', toSitemap(models, site)]);
  write([SCHEMA_PATH, json(storyJsonSchema(site))]);
  // Robots read it at the root of an origin only.
  if (site.base === '/')
    write(['robots.txt', `User-agent: *\nAllow: /\nSitemap: ${urlOf(site, 'sitemap.xml')}\n`]);
}

function writerBelow(outDir: string): (file: File) => void {
  return ([path, bytes]) => {
    const file = join(outDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
}

async function storyFiles(model: FeedModel, site: Site, policy: Policy, shapeOf: ShapeOf): Promise<File[]> {
  const { story } = model;
  const picture = cachedPictures(story, policy);
  const stills = stillsOf(story);
  const names = Object.keys(stills);
  let drawn: Promise<string[]> | undefined;
  const drawAll = () => (drawn ??= standaloneStills(story, Object.values(stills)));
  const files: File[] = [
    ['story.json', json(servedStory(story))],
    ['places.geojson', `${JSON.stringify(toGeoJson(model, shapeOf))}\n`],
    ['timeline.ics', toIcs(model)],
    ['oembed.json', json(toOembed(model, site))],
    ['card.png', await picture('card.png', async () => toPng(await cardSvg(story)))],
  ];
  for (const [i, name] of names.entries())
    files.push([name, await picture(name, async () => (await drawAll())[i]!)]);
  return files;
}

/** The stills of a story by their names: one of the whole, one for each moment that has a map. */
function stillsOf(story: Story): Record<string, AloneOptions> {
  const { step, state } = summaryOf(story) ?? {};
  const moments = story.withdrawn ? [] : momentsOf(story).filter(({ scene }) => scene.bbox !== null);
  return {
    'map.svg': { ...MAP_SIZE, step, state },
    ...Object.fromEntries(
      moments.map((moment) => [
        `steps/${stillName(moment)}.svg`,
        { ...STEP_SIZE, step: moment.step, state: moment.state, beyond: true },
      ]),
    ),
  };
}

/** At an old address pages lead on; data files are the new ones, for a static host can't redirect a picture. */
function leadOn({ title, story }: FeedModel, site: Site): File[] {
  const { page, embed, share } = storyUrls(story.slug, site);
  return Object.entries({ '': page, 'embed/': embed, 'share/': share }).map(([path, address]): File => [
    `${path}index.html`,
    redirectPage(title, address),
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
