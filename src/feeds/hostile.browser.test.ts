import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../cli/chromium.ts';
import { copyProject, type ProjectCopy } from '../cli/project-copy.ts';
import { serve, type Serving } from '../cli/serve.ts';
import { startTestHost, type TestHost } from './test-host.ts';

const TITLE = `"><script>hit()</script> ]]> --> \u202eevil\u202c \\n & 👩‍👩‍👧‍👦 \${x} {{y}} ](javascript:hit()) '"<img src=x onerror=hit()> %0d%0aX: y ;,\\`;
const WORD = `${'W'.repeat(300)} opens`;
const BODY = `VIENNA, March 4 – Minister Ana Ruiz met Chancellor Karl Huber in Vienna on Monday to discuss fees.

Ruiz arrived in Vienna on Sunday for a two-day visit. She is then scheduled to fly to Rabat to meet King Omar.

"]]></script><img src=x onerror=hit()> {{x}}," Ruiz told reporters in Vienna. <svg onload=hit()>

The weather was fine.
`;
const yaml = (lines: Record<string, unknown>) =>
  Object.entries({ published: '2024-03-04', ...lines })
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
const STORIES: Record<string, Record<string, unknown>> = {
  hostile: { title: TITLE, byline: TITLE, source: { name: TITLE, url: 'https://example.org/?a="><b>&c' } },
  word: { title: WORD },
  hebrew: { title: 'השרה נפגשה עם הקנצלר בווינה', lang: 'he' },
  kept: {
    title: 'Kept to ourselves',
    text: 'none',
    slug: 'kept-now',
    corrections: [{ date: '2024-03-08', note: 'The visit lasted two days, not three. </script>' }],
  },
  gone: {
    title: 'A talk that was not',
    withdrawn: { at: '2024-03-09', note: 'The talk did not take place.' },
  },
};

let project: ProjectCopy;
let serving: Serving;
let host: TestHost;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const files = Object.entries(STORIES).flatMap(([name, lines]) => [
    [`seeds/${name}.txt`, BODY],
    [`data/stories/${name}.yaml`, yaml(lines)],
  ]);
  const was = { schema: 'dateline/addresses@1', stories: [{ article: 'kept', slug: 'kept', was: [] }] };
  project = copyProject({ ...Object.fromEntries(files), 'data/addresses.json': JSON.stringify(was) });
  serving = await serve({ dir: join(project.root, 'dist'), site: { base: '/' }, port: 0 });
  const { code, said } = await project.run(['build', '--no-frozen'], { SITE_URL: serving.url });
  expect(code, said).toBe(0);
  [browser, host] = await Promise.all([launchChromium(inject('browser')), startTestHost()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([serving?.stop(), host?.stop()]);
  project?.stop();
});
beforeEach(async () => {
  await page?.context().close();
  page = await (await browser.newContext({ viewport: { width: 320, height: 800 } })).newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('hit')) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.exposeFunction('hit', () => complaints.push('a title ran as script'));
});

const file = (path: string) => project.read(`dist/${path}`);
const json = (path: string) => JSON.parse(file(path)) as Record<string, unknown>;
const overflow = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function embedIn(body: string): Promise<Frame> {
  const html = `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title></head><body style="margin:0">${body}</body></html>`;
  await page.goto(host.add('host', { html }));
  const found = () => page.frames().find((frame) => frame.url().includes('/embed/'));
  await expect.poll(found).toBeTruthy();
  await found()!.waitForSelector('.colophon');
  return found()!;
}
const element = (slug: string) =>
  `<script async src="${serving.url}embed.js"></script><story-map src="${serving.url}stories/${slug}/"></story-map>`;

describe('a hostile title', () => {
  it.each(['stories/hostile/', 'stories/hostile/embed/', 'stories/hostile/share/', ''])(
    'is nothing but words on /%s',
    async (path) => {
      await page.goto(serving.url + path);
      await page.waitForTimeout(200);
      const words = await page.locator('body').evaluate((body) => body.textContent);
      expect(words).toContain(TITLE);
      expect(await page.locator('img[src="x"], svg[onload]').count()).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  it('is whole in JSON-LD, story data, calendar and feed', async () => {
    await page.goto(`${serving.url}stories/hostile/`);
    const [block] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.parse(block!)).toMatchObject({ headline: TITLE, author: { name: TITLE } });
    expect(json('stories/hostile/story.json')['title']).toBe(TITLE);
    expect(json('stories/hostile/places.geojson')['title']).toBe(TITLE);
    const calendar = new ICAL.Component(ICAL.parse(file('stories/hostile/timeline.ics')) as unknown[]);
    // ical.js leaves what it doesn't know as it is written.
    const name = String(calendar.getFirstPropertyValue('x-wr-calname'));
    expect(name.replace(/\\([\\;,])/g, '$1')).toBe(TITLE);
    const feed = file('feed.xml');
    expect(XMLValidator.validate(feed)).toBe(true);
    const parser = new XMLParser({ parseTagValue: false, htmlEntities: true });
    const { item } = (parser.parse(feed) as { rss: { channel: { item: { title: string }[] } } }).rss.channel;
    expect(item.map(({ title }) => title)).toContain(TITLE);
  });

  it('is whole in each code to copy, and runs in no page that takes them', async () => {
    await page.goto(`${serving.url}stories/hostile/share/`);
    const codes = await page.locator('.code pre').allTextContents();
    const html = codes.filter((code) => code.startsWith('<'));
    expect(html).toHaveLength(3);
    html.push(String(json('stories/hostile/oembed.json')['html']));
    await page.route('https://cdn.ampproject.org/**', (route) => route.abort());
    await page.goto(
      host.add('codes', {
        html: `<!doctype html><meta charset="utf-8"><title>Host</title>${html.join('')}`,
      }),
    );
    const titles = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('iframe, amp-iframe')].map((one) => one.getAttribute('title')),
      );
    await expect.poll(titles).toEqual(Array(4).fill(`Story map: ${TITLE}`));
    expect(complaints.filter((words) => words.includes('script') || words.includes('hit'))).toEqual([]);
    const markdown = codes.find((code) => code.startsWith('[!['));
    expect(markdown).toMatch(/^\[!\[[^\]]*\]\(http:[^)]*card\.png\)\]\(http:[^)]*\)$/);
  });

  it('leaves every picture well-formed and without script', () => {
    const folder = join(project.root, 'dist/stories/hostile');
    const pictures = ['map.svg', ...readdirSync(join(folder, 'steps')).map((name) => `steps/${name}`)];
    expect(pictures.length).toBeGreaterThan(2);
    for (const name of pictures) {
      const svg = readFileSync(join(folder, name), 'utf8');
      expect(XMLValidator.validate(svg), name).toBe(true);
      expect(svg, name).not.toMatch(/<script|onload=|onerror=/);
    }
  });
});

it.each(['stories/word/', 'stories/word/embed/', 'stories/word/share/', 'stories/hebrew/embed/', ''])(
  'fits 320 pixels with a word of 300 letters, and from right to left: /%s',
  async (path) => {
    await page.goto(serving.url + path);
    expect(await overflow()).toBe(0);
    expect(complaints).toEqual([]);
  },
);

describe('a correction', () => {
  const NOTE = 'Corrected on 8 March 2024: The visit lasted two days, not three. </script>';

  it('stands in an embed that was placed before, under its old address too, and fits', async () => {
    const frame = await embedIn(element('kept'));
    await expect.poll(() => frame.url()).toContain('/kept-now/embed/');
    await frame.waitForSelector('.corrections');
    expect(await frame.locator('.corrections').textContent()).toContain(NOTE);
    const scrolls = () =>
      frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
    await expect.poll(scrolls).toBe(0);
  });

  it('stands on the page, in JSON-LD and in the feed', async () => {
    await page.goto(`${serving.url}stories/kept-now/`);
    expect(await page.locator('#corrections').textContent()).toContain('two days, not three');
    const [block] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.parse(block!)).toMatchObject({
      correction: [{ '@type': 'CorrectionComment', datePublished: '2024-03-08' }],
      dateModified: '2024-03-08',
    });
    expect(file('feed.xml')).toContain('Corrected on 8 March 2024: The visit');
  });
});

describe('a story whose text is not given away', () => {
  it.each(['story.json', 'places.geojson', 'timeline.ics', 'oembed.json', 'embed/index.html', 'map.svg'])(
    'leaves no sentence of it in %s',
    (name) => {
      const plain = (words: string) =>
        words.replace(/<style>.*?<\/style>|<[^>]+>|&#?\w+;|\\[nr]|[^\p{L}\p{N}]+/gsu, '');
      const told = plain(file(`stories/kept-now/${name}`));
      const sentences = BODY.split(/(?<=[.>])\s+/).map(plain);
      expect(sentences.filter((one) => one.length > 12 && told.includes(one))).toEqual([]);
      expect(plain(file('stories/kept-now/index.html'))).toContain('Theweatherwasfine');
    },
  );

  it('leaves none in the feed', () => {
    expect(file('feed.xml')).not.toContain('weather');
    expect(file('feed.xml')).not.toContain('to discuss fees');
  });
});

describe('a withdrawn story', () => {
  it('says so in an embed that was placed before, and shows nothing of it', async () => {
    const frame = await embedIn(element('gone'));
    const words = (await frame.locator('main').textContent())?.replace(/\s+/g, ' ');
    expect(words).toContain('Withdrawn on 9 March 2024. The talk did not take place.');
    expect(await frame.locator('.map, .strip, [data-moment], .steps').count()).toBe(0);
    await expect
      .poll(() => page.locator('iframe').evaluate((one) => (one as HTMLElement).offsetHeight))
      .toBeLessThan(200);
    expect(complaints).toEqual([]);
  });

  it('says so on the page, in JSON-LD and in the feed, and names none of its places', async () => {
    await page.goto(`${serving.url}stories/gone/`);
    expect(await page.locator('main').textContent()).toContain('The talk did not take place.');
    const [block] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.parse(block!)).toMatchObject({ creativeWorkStatus: 'Withdrawn' });
    expect(block).not.toContain('Rabat');
    expect(file('feed.xml')).toContain('Withdrawn: A talk that was not');
    for (const name of ['story.json', 'places.geojson', 'timeline.ics'])
      expect(file(`stories/gone/${name}`), name).not.toContain('Rabat');
  });
});
