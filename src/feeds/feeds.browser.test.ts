import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { FeatureCollection } from 'geojson';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { launchChromium } from '../cli/chromium.ts';
import type { Story } from '../story/schema.ts';
import type { Node } from './json-ld.ts';

const site = inject('site');
const slug = 'abbas-moscow-visit';
const address = `${site}stories/${slug}/`;
const file = (name: string) => readFileSync(join(inject('dist'), 'stories', slug, name), 'utf8');
const story = JSON.parse(file('story.json')) as Story;
const places = JSON.parse(file('places.geojson')) as FeatureCollection & { notMapped: { name: string }[] };

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium(inject('browser'));
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
});
afterAll(() => browser.close());

const texts = (selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((one) => (one.textContent ?? '').trim()));

/** The page's own JSON-LD, as a search engine reads it. */
async function articleOf(): Promise<Node> {
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(blocks).toHaveLength(1);
  return JSON.parse(blocks[0] ?? '') as Node;
}

describe('a story’s page and its feeds', () => {
  beforeAll(() => page.goto(address));

  it('name the same places', async () => {
    const mapped = places.features.map(({ properties }) => properties?.['name'] as string);
    const all = [...mapped, ...places.notMapped.map(({ name }) => name)];
    expect((await texts('#places li > .when [data-place]')).sort()).toEqual(all.sort());
  });

  it('name the same events, and give dates to the same', async () => {
    const about = (await articleOf())['about'] as Node[];
    const ids = await page
      .locator('[data-event]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-event')));
    expect(about.map(({ '@id': id }) => String(id).split('#event-')[1]).sort()).toEqual(
      [...new Set(ids)].sort(),
    );
    const dated = await page
      .locator('[data-event][data-edtf]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-event')));
    const entries = new ICAL.Component(ICAL.parse(file('timeline.ics')) as unknown[]).getAllSubcomponents(
      'vevent',
    );
    const uids = entries.map((entry) => String(entry.getFirstPropertyValue('uid')).split('.')[0]);
    expect(uids.sort()).toEqual([...new Set(dated)].sort());
  });

  it('bear one title, one address and one picture', async () => {
    const article = await articleOf();
    const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
    expect(article['headline']).toBe((await texts('h1'))[0]);
    expect(await meta('og:title')).toBe(article['headline']);
    expect(await meta('og:url')).toBe(article['url']);
    expect(await meta('og:image')).toBe(article['image']);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(article['url']);
    const oembed = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
    expect(oembed).toBe(`${String(article['url'])}oembed.json`);
  });

  it('know no place, day or person that the article does not give', () => {
    const all = ['story.json', 'places.geojson', 'timeline.ics', 'map.svg', 'oembed.json']
      .map(file)
      .join('\n');
    expect(all).not.toMatch(/Tehran|\bIran\b|Ramallah|2024-07-31|31 July/);
  });

  it('lead from every link in the head to a file that is there', async () => {
    const links = await page
      .locator('link[rel=alternate]')
      .evaluateAll((all) => all.map((one) => (one as HTMLLinkElement).href));
    for (const link of links) {
      const path = new URL(link).pathname;
      expect((await page.request.get(new URL(path, site).href)).status(), path).toBe(200);
    }
    expect(links.length).toBeGreaterThanOrEqual(5);
  });
});

it('lets no sentence of the article out by the embed', () => {
  const { text, sentences } = parseArticle(story.text!);
  const plain = (words: string) => words.replace(/<[^>]+>|&#?\w+;|[\s"'’]+/g, '');
  const embed = plain(file('embed/index.html'));
  for (const { start, end } of sentences) expect(embed).not.toContain(plain(text.slice(start, end)));
  expect(sentences.length).toBeGreaterThan(10);
});

it('draws a still that stands alone with its own fonts, in the reader’s scheme', async () => {
  await page.goto(`${address}map.svg`);
  const state = () => page.evaluate(() => [...document.fonts].map(({ status }) => status));
  await expect.poll(state).toContain('loaded');
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('text')!).fontFamily)).toMatch(
    /^"Noto Sans"/,
  );
  const sea = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('.sea-sheet')!).getPropertyValue('fill'));
  const light = await sea();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await sea()).not.toBe(light);
  await page.emulateMedia({ colorScheme: null });
});

describe('the share page', () => {
  beforeAll(() => page.goto(`${address}share/`));

  it('gives each code, and puts it on the clipboard', async () => {
    const codes = await texts('.code pre');
    expect(codes).toHaveLength(7);
    expect(codes[0]).toContain('<story-map src=');
    await page.locator('.code button').nth(1).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(codes[1]);
    expect(await page.locator('.code button').nth(1).textContent()).toBe('Copied');
  });

  it('has nothing for axe to say of its own part', async () => {
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('shows the embed at three widths', async () => {
    await page.setViewportSize({ width: 1200, height: 900 });
    for (const preview of await page.locator('.preview').all()) await preview.scrollIntoViewIfNeeded();
    await expect.poll(() => page.frames().filter((frame) => frame.url().includes('/embed/')).length).toBe(3);
    const widths = await page
      .locator('.preview iframe')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetWidth));
    expect(widths).toEqual([320, 600, 1000]);
  });
});

describe('the page on paper', () => {
  it('holds the whole text, every caption and the credit', async () => {
    await page.goto(address);
    const pdf = await getDocumentProxy(
      new Uint8Array(await page.pdf({ format: 'A4', printBackground: true })),
    );
    const { text, totalPages } = await extractText(pdf, { mergePages: true });
    const plain = (words: string) => words.replace(/[\s\u00ad-]+/g, '');
    const printed = plain(text);
    for (const { start, end, scene } of story.steps) {
      expect(printed).toContain(plain(story.text!.slice(start, end)));
      for (const { caption } of scene.states.length > 0 ? scene.states : [scene])
        expect(printed).toContain(plain(caption));
    }
    expect(printed).toContain(plain('GeoNames'));
    expect(totalPages).toBeLessThanOrEqual(8);
  });

  it('has a still where camera, places or lines change, and none cut by a page', async () => {
    await page.emulateMedia({ media: 'print' });
    const stills = await page.locator('.step-still').evaluateAll((all) =>
      all.map((one) => ({
        image: one.querySelector('img') !== null,
        kept: getComputedStyle(one).breakInside,
        shown: getComputedStyle(one).display,
      })),
    );
    await page.emulateMedia({ media: null });
    expect(stills.every(({ kept, shown }) => kept === 'avoid' && shown !== 'none')).toBe(true);
    expect(stills.filter(({ image }) => image).length).toBeLessThan(stills.length);
  });
});
