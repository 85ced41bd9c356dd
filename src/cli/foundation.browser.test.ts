import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Story } from '../story/schema.ts';
import { launchChromium } from './chromium.ts';
import { findStories } from './pages.ts';

/** The first view of a story, all requests together, in bytes of gzip. */
const FIRST_VIEW = 50_000;
const PHONE = { width: 390, height: 664 };

const site = inject('site');
const dist = inject('dist');
const slug = 'abbas-moscow-visit';
const address = `${site}stories/${slug}/`;
const story = JSON.parse(readFileSync(join(dist, 'stories', slug, 'story.json'), 'utf8')) as Story;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let requests: Request[];
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium(inject('browser'));
});
afterAll(() => browser.close());
beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: PHONE, ...options });
  page = await context.newPage();
  requests = [];
  complaints = [];
  page.on('request', (request) => requests.push(request));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
}

/** The words of a passage as they stand on the page, white space evened out. */
const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe('a story without script', () => {
  it('holds the whole text, the timeline, the places and a still map', async () => {
    await open({ javaScriptEnabled: false });
    await page.goto(address);
    for (const step of story.steps) {
      const shown = await page.locator(`section[data-step="${step.id}"] p`).allTextContents();
      expect(words(shown.join(' '))).toBe(words(story.text!.slice(step.start, step.end)));
    }
    expect(await page.locator('[aria-current="step"]').count()).toBe(1);
    expect(
      await page.locator('figure[data-map="still"] svg, figure[data-map="still"] img').count(),
    ).toBeGreaterThan(0);
    for (const { id } of story.events.filter(({ background }) => !background)) {
      expect(await page.locator(`[data-event="${id}"]`).count(), id).toBeGreaterThan(0);
    }
    for (const { id } of story.places.filter(({ role }) => role !== 'mention')) {
      expect(await page.locator(`[data-place="${id}"]`).count(), id).toBeGreaterThan(0);
    }
    expect(complaints).toEqual([]);
  });
});

describe('a story', () => {
  it('is one heading, one main landmark and one language', async () => {
    await page.goto(address);
    expect(await page.locator('h1').allTextContents()).toEqual([story.title]);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe(story.lang);
  });

  it('keeps its first view within its weight, without map code and without another origin', async () => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const files = new Set(
      requests.map((request) => new URL(request.url())).filter(({ protocol }) => protocol !== 'data:'),
    );
    const origin = new URL(site).origin;
    expect([...files].filter((url) => url.origin !== origin)).toEqual([]);
    const paths = [...new Set([...files].map(({ pathname }) => pathname))];
    const weight = (path: string) => gzipSync(readFileSync(fileOf(path)), { level: 9 }).length;
    const total = paths.reduce((sum, path) => sum + weight(path), 0);
    expect(total, paths.map((path) => `${path} ${weight(path)}`).join('\n')).toBeLessThanOrEqual(FIRST_VIEW);
    expect(paths.filter((path) => /maplibre|tiles/.test(path))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('wakes the map at a reader’s first touch, and a step moves its camera', async () => {
    await page.goto(address);
    const figure = page.locator('figure[data-map]').first();
    expect(await figure.getAttribute('data-map')).toBe('still');
    await page.mouse.move(100, 100);
    await page.mouse.wheel(0, 40);
    await page.locator('figure[data-map="live"]').waitFor({ timeout: 30_000 });
    const cameras = new Set<string | null>();
    for (const [index, { id }] of story.steps.entries()) {
      await page.locator(`section[data-step="${id}"]`).evaluate((step) => {
        // A step is current once its top has passed 55 % of the room that text has.
        const { height } = document.querySelector('figure[data-map]')!.getBoundingClientRect();
        scrollTo(0, step.getBoundingClientRect().top + scrollY - (height + innerHeight) / 2);
      });
      await page.locator(`section[data-step="${id}"][aria-current="step"]`).waitFor();
      // The first step is current from the beginning: the address changes with the next.
      if (index > 0) await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`);
      cameras.add(await figure.getAttribute('data-camera'));
    }
    const boxes = new Set(story.steps.map(({ scene }) => String(scene.bbox)));
    expect(cameras.size).toBeGreaterThanOrEqual(Math.min(2, boxes.size));
    const origin = new URL(site).origin;
    const others = requests
      .map((request) => request.url())
      .filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url));
    expect(others).toEqual([]);
    expect(complaints.filter((text) => !/GPU stall|WebGL/.test(text))).toEqual([]);
  });
});

describe('every page', () => {
  const paths = [
    '',
    'about/',
    '404.html',
    ...findStories(dist).flatMap((name) => ['', 'embed/', 'share/'].map((path) => `stories/${name}/${path}`)),
  ];

  it.each(['light', 'dark'] as const)('has nothing for axe to find, %s', async (colorScheme) => {
    for (const path of paths) {
      await open({ colorScheme });
      await page.goto(site + path);
      // Frames are looked into by themselves: the embed is one of the paths.
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      const found = violations.map(
        ({ id, nodes }) => `${path || '/'} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
      expect(found).toEqual([]);
    }
  });

  it('asks for nothing that isn’t there and nothing elsewhere', async () => {
    for (const path of paths) {
      await open();
      await page.goto(site + path, { waitUntil: 'networkidle' });
      const origin = new URL(site).origin;
      expect(
        requests
          .map((request) => request.url())
          .filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
      ).toEqual([]);
      expect(complaints, path).toEqual([]);
    }
  });

  it('has no style attribute, no inline handler and no name of this machine', async () => {
    const html = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    expect(html.length).toBeGreaterThanOrEqual(paths.length);
    for (const name of html) {
      const text = readFileSync(join(dist, name), 'utf8');
      expect(text.match(/<[^>]+\s(style|on\w+)=["'][^>]*>/g), name).toBeNull();
      expect(text.includes(process.cwd()), name).toBe(false);
    }
  });
});

/** The file that a path is served from. */
function fileOf(path: string): string {
  const name = decodeURIComponent(path.slice(new URL(site).pathname.length));
  return join(dist, name.endsWith('/') || name === '' ? `${name}index.html` : name);
}
