import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy.ts';
import { readSite } from '../site.ts';
import type { Story } from '../story/schema.ts';
import { sampleStory } from './sample.ts';
import { writeFeeds } from './write.ts';

const site = readSite('https://news.example/maps/');
const { policy } = loadPolicy();
const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
const cache = process.env['DATELINE_CACHE'];
const at = (path: string) => join(folder, 'one', path);
const text = (path: string) => readFileSync(at(path), 'utf8');
const withdrawn = sampleStory({ slug: 'gone', withdrawn: { at: '2025-01-02', note: 'It was wrong.' } });
const mapless = sampleStory({ slug: 'mapless' });
for (const step of mapless.steps) step.scene.bbox = null;
const stories: Story[] = [sampleStory(), withdrawn, mapless];

function digests(name: string): Record<string, string> {
  const root = join(folder, name);
  const files = globSync('**/*.*', { cwd: root }).sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  );
}

beforeAll(async () => {
  process.env['DATELINE_CACHE'] = join(folder, 'cache');
  const redirects = [{ from: 'old', to: 'ruiz-vienna' }];
  await writeFeeds(stories, { site, policy, redirects, outDir: join(folder, 'one') });
  await writeFeeds([...stories].reverse(), { site, policy, redirects, outDir: join(folder, 'cached') });
  rmSync(join(folder, 'cache', 'feeds', 'pictures'), { recursive: true });
  await writeFeeds(stories, { site, policy, redirects, outDir: join(folder, 'again') });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
  if (cache === undefined) delete process.env['DATELINE_CACHE'];
  else process.env['DATELINE_CACHE'] = cache;
});

describe('writeFeeds', () => {
  it.each(['ruiz-vienna', 'gone', 'mapless'])('writes every address of %s', (slug) => {
    for (const name of [
      'story.json',
      'places.geojson',
      'timeline.ics',
      'oembed.json',
      'card.png',
      'map.svg',
    ]) {
      expect(existsSync(at(`stories/${slug}/${name}`)), name).toBe(true);
    }
  });

  it('writes a still for each moment that has a map, and none of a withdrawn story', () => {
    expect(globSync('*/steps/*', { cwd: at('stories') }).sort()).toEqual([
      'old/steps/to-rabat.svg',
      'old/steps/vienna-march-4.svg',
      'ruiz-vienna/steps/to-rabat.svg',
      'ruiz-vienna/steps/vienna-march-4.svg',
    ]);
  });

  it('writes the same bytes again, from the cache and without it, in any order', () => {
    expect(digests('cached')).toEqual(digests('one'));
    expect(digests('again')).toEqual(digests('one'));
  });

  it('leads from an old address to the new one, keeping what follows it', () => {
    expect(text('stories/old/embed/index.html')).toContain(
      'location.replace("https://news.example/maps/stories/ruiz-vienna/embed/" + location.search + location.hash)',
    );
    expect(text('stories/old/index.html')).toContain(
      'Fees &amp; &quot;prices&quot;, &lt;b&gt;too&lt;/b&gt; &lt;/script&gt;',
    );
    expect(text('stories/old/index.html')).not.toContain('<b>');
    expect(text('stories/old/places.geojson')).toBe(text('stories/ruiz-vienna/places.geojson'));
  });

  it('tells nothing of a withdrawn story but that it was', () => {
    for (const file of globSync('stories/gone/**/*.{json,geojson,ics,svg}', { cwd: at('') })) {
      expect(text(file), file).not.toMatch(/Vienna|Rabat/);
    }
    expect(text('stories/gone/map.svg')).toContain('This story was withdrawn.');
  });

  it('publishes the schema that served stories name their fields by', () => {
    const schema = JSON.parse(text('schema/story-1.json')) as Record<string, unknown>;
    expect(schema['$id']).toBe('https://news.example/maps/schema/story-1.json');
  });
});

describe('a still that travels alone', () => {
  const svg = () => text('stories/ruiz-vienna/map.svg');

  it('is XML, with its alt as title, and its names as text', () => {
    expect(XMLValidator.validate(svg())).toBe(true);
    const parsed = new XMLParser().parse(svg()) as { svg: { title: string } };
    expect(parsed.svg.title).toBe('Planned: a flight to Rabat. Nothing else is drawn.');
    expect(svg()).toMatch(/<text[^>]*>.*Vienna/s);
  });

  it('brings its fonts and both themes, and asks nobody for anything', () => {
    expect(svg()).toContain('@font-face{font-family:"Noto Sans";font-weight:600');
    expect(svg()).toContain('prefers-color-scheme:dark');
    expect(svg().match(/(?:href|src)="[^"]*"|url\((?!data:|#)[^)]*\)|@import/g)).toBe(null);
  });

  it('bears the credit and the line on borders', () => {
    expect(svg()).toContain('Map: Natural Earth, GeoNames');
    expect(svg()).toContain(policy.line.full);
  });

  it('says so where there is no map', () => {
    expect(XMLValidator.validate(text('stories/mapless/map.svg'))).toBe(true);
    expect(text('stories/mapless/map.svg')).toContain('The article names no place that can be drawn.');
  });
});

it('writes the card at the size that its head announces', () => {
  for (const slug of ['ruiz-vienna', 'gone', 'mapless']) {
    const png = readFileSync(at(`stories/${slug}/card.png`));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
  }
});
