import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../cli/chromium.ts';
import type { Story } from '../story/schema.ts';
import { startTestHost, type TestHost } from './test-host.ts';

/** The embed's first view, all requests, and the element's script, in bytes of gzip. */
const FIRST_VIEW = 35_000;
const ELEMENT = 2_000;

const site = inject('site').replace('127.0.0.1', 'localhost');
const slug = 'abbas-moscow-visit';
const page$ = `${site}stories/${slug}/`;
const story = JSON.parse(readFileSync(join(inject('dist'), 'stories', slug, 'story.json'), 'utf8')) as Story;
const script = `<script async src="${site}embed.js"></script>`;
const element = (attributes = '') =>
  `<story-map src="${page$}" title="Story map" ${attributes}><a href="${page$}"><img src="${page$}card.png" alt="The map" width="1200" height="630" style="max-width:100%;height:auto"></a></story-map>`;
const frameOf = (attributes = '', query = '') =>
  `<iframe src="${page$}embed/${query}" title="Map" style="width:100%;border:0" height="650" ${attributes}></iframe>`;

let browser: Browser;
let host: TestHost;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let count = 0;

beforeAll(async () => {
  [browser, host] = await Promise.all([launchChromium(inject('browser')), startTestHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.stop();
});
beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 700, height: 900 }, ...options });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Chromium's software GL says this of itself.
    if (message.text().includes('GL Driver Message')) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
}

/** Opens a publisher's page with this body. */
async function visit(body: string, headers: Record<string, string> = {}, html = ''): Promise<void> {
  const document = `<!doctype html><html ${html}><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title></head><body style="margin:0">${body}</body></html>`;
  await page.goto(host.add(`page-${(count += 1)}`, { html: document, headers }));
}

/** The embeds on the page, once each has content and the height that it asks for. */
async function embeds(expected = 1): Promise<Frame[]> {
  const found = () => page.frames().filter((frame) => frame.url().includes('/embed/'));
  await expect.poll(() => found().length).toBe(expected);
  for (const frame of found()) await frame.waitForSelector('.colophon');
  return found();
}

/** Height of the frame and of what it holds, in the frame's own pixels. */
async function fit(frame: Frame): Promise<{ frame: number; content: number; scrolls: boolean }> {
  return frame.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-embed] > :not(.say)')];
    const content = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    const scrolls = scrollHeight > clientHeight || scrollWidth > clientWidth;
    return { frame: innerHeight, content: Math.ceil(content), scrolls };
  });
}

/** True once the frame is as high as the embed wishes: the map then has the height that it likes. */
async function settled(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => {
    const map = document.querySelector<HTMLElement>('.map');
    const wish = document.querySelector<HTMLElement>('.wish');
    return Boolean(map && wish && Math.abs(map.offsetHeight - wish.offsetHeight) <= 1);
  });
}

async function expectFit(frame: Frame): Promise<void> {
  await expect.poll(() => settled(frame)).toBe(true);
  const { frame: height, content, scrolls } = await fit(frame);
  expect(scrolls).toBe(false);
  expect(Math.abs(height - content)).toBeLessThanOrEqual(1);
}

describe('the element on another origin', () => {
  it.each([280, 320, 600, 1200])('has the height of its content at %i pixels', async (width) => {
    await page.setViewportSize({ width: Math.max(width, 400), height: 900 });
    await visit(`${script}<div style="width:${width}px">${element()}</div>`);
    const [frame] = await embeds();
    await expectFit(frame!);
    expect(await page.locator('story-map img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('follows a change of width in one step, and asks for nothing twice', async () => {
    await visit(`${script}<div id="column" style="width:600px">${element()}</div>`);
    const [frame] = await embeds();
    await expectFit(frame!);
    const heights = await page.evaluate(async () => {
      const iframe = document.querySelector('iframe')!;
      const seen = [iframe.offsetHeight];
      let messages = 0;
      addEventListener('message', () => (messages += 1));
      document.getElementById('column')!.style.width = '320px';
      for (let i = 0; i < 40; i += 1) {
        await new Promise(requestAnimationFrame);
        if (seen.at(-1) !== iframe.offsetHeight) seen.push(iframe.offsetHeight);
      }
      return { seen, messages };
    });
    expect(heights.seen).toHaveLength(2);
    expect(heights.messages).toBeLessThanOrEqual(2); // ours and AMP's, once each
    await expectFit(frame!);
  });

  it('keeps its height from step to step', async () => {
    await visit(`${script}${element()}`);
    const [frame] = await embeds();
    await expectFit(frame!);
    const before = await fit(frame!);
    for (let i = 1; i < story.steps.length; i += 1) await frame!.click('[data-on]');
    expect((await fit(frame!)).frame).toBe(before.frame);
  });

  it.each([
    ['zoomed', 'style="zoom:1.5"'],
    ['right to left', 'dir="rtl"'],
  ])('fits in a host that is %s', async (_what, html) => {
    await visit(`${script}<div style="width:380px">${element()}</div>`, {}, html);
    const [frame] = await embeds();
    await expectFit(frame!);
  });

  it('stands three times on a page, two of one story and one of another', async () => {
    const read = (path: string) => readFileSync(join(inject('dist'), path), 'utf8');
    host.add('stories/another-story/embed/', {
      html: read(`stories/${slug}/embed/index.html`).replaceAll(slug, 'another-story'),
    });
    host.add('embed-page.js', {
      html: read('embed-page.js'),
      headers: { 'content-type': 'text/javascript' },
    });
    const another = `<story-map src="${host.url}stories/another-story/"></story-map>`;
    await visit(`${script}<div style="width:300px">${element()}</div>${element()}${another}`);
    for (const frame of await embeds(3)) await expectFit(frame);
    const heights = await page
      .locator('iframe')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetHeight));
    expect(heights[0]).not.toBe(heights[1]);
  });

  it('works when loaded twice, before and after the element, when moved and when taken out', async () => {
    await visit(`${script}${element('id="one"')}<div id="there"></div>${script}`);
    const [frame] = await embeds();
    await expectFit(frame!);
    await page.evaluate(() => document.getElementById('there')!.append(document.getElementById('one')!));
    await expect.poll(() => page.locator('#there iframe').count()).toBe(1);
    const [moved] = await embeds();
    await expectFit(moved!);
    await page.evaluate(() => document.getElementById('one')!.remove());
    await page.evaluate(() => postMessage({ type: 'dateline:height', height: 300 }, '*'));
    expect(await page.locator('iframe').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is there when added by a script later', async () => {
    await visit(script);
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element());
    const [frame] = await embeds();
    await expectFit(frame!);
  });

  it('needs no inline style of a host whose policy refuses it', async () => {
    const { origin } = new URL(site);
    await visit(`${script}<story-map src="${page$}"><a href="${page$}">The map</a></story-map>`, {
      'content-security-policy': `default-src 'none'; img-src data:; script-src ${origin}; frame-src ${origin}`,
    });
    const [frame] = await embeds();
    await expectFit(frame!);
    // The host's own body has a style attribute.
    expect(complaints.filter((words) => !words.includes('inline style'))).toEqual([]);
  });

  it('leaves the picture where no script runs', async () => {
    await open({ javaScriptEnabled: false });
    await visit(`${script}${element()}`);
    expect(await page.locator('story-map img').getAttribute('alt')).toBe('The map');
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('takes no forged height from the host, and none that is no height from its own frame', async () => {
    await visit(`${script}${element()}`);
    const [frame] = await embeds();
    await expectFit(frame!);
    const height = () => page.locator('iframe').evaluate((one) => (one as HTMLElement).offsetHeight);
    const before = await height();
    await page.evaluate(() => postMessage({ type: 'dateline:height', height: 333 }, '*'));
    await frame!.evaluate(() => {
      for (const value of [
        1e9,
        -600,
        0,
        49,
        5001,
        NaN,
        Infinity,
        '333',
        [333],
        { valueOf: () => 333 }.valueOf,
        null,
      ]) {
        try {
          parent.postMessage({ type: 'dateline:height', height: value }, '*');
        } catch {
          // what can't be cloned can't be sent
        }
      }
      parent.postMessage('dateline:height', '*');
      parent.postMessage(null, '*');
    });
    await page.waitForTimeout(200);
    expect(await height()).toBe(before);
    await frame!.evaluate(() => parent.postMessage({ type: 'dateline:height', height: 333 }, '*'));
    await expect.poll(height).toBe(333);
    expect(complaints).toEqual([]);
  });

  it('waits for a tab that is opened later', async () => {
    await visit(`${script}<div id="tab" style="display:none">${element()}</div>`);
    await page.waitForTimeout(300);
    await page.evaluate(() => document.getElementById('tab')!.style.removeProperty('display'));
    const [frame] = await embeds();
    await expectFit(frame!);
  });

  it('loads where it comes into sight', async () => {
    await visit(`<div style="height:9000px"></div>${script}${element()}<div style="height:900px"></div>`);
    await page.waitForTimeout(300);
    expect(page.frames().filter((frame) => frame.url().includes('/embed/'))).toHaveLength(0);
    await page.locator('story-map').scrollIntoViewIfNeeded();
    const [frame] = await embeds();
    await expectFit(frame!);
  });

  it('moves nothing on the page where the publisher gives its aspect ratio', async () => {
    await visit(
      `<script>window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });</script>` +
        `${script}<style>story-map{display:block;aspect-ratio:4/5}</style>${element()}<p>After the map.</p>`,
    );
    const [frame] = await embeds();
    await expect.poll(async () => (await fit(frame!)).frame).toBe(875);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
    expect((await fit(frame!)).scrolls).toBe(false);
  });
});

describe('the frame alone', () => {
  it('shows under a host policy that allows nothing but it', async () => {
    await visit(frameOf(), {
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src ${new URL(site).origin}`,
    });
    const [frame] = await embeds();
    expect(await frame!.locator('.still .mark').count()).toBeGreaterThan(0);
    expect((await fit(frame!)).scrolls).toBe(false);
    expect(complaints).toEqual([]);
  });

  it.each(['allow-scripts', 'allow-scripts allow-same-origin'])(
    'works with sandbox="%s"',
    async (sandbox) => {
      await visit(frameOf(`sandbox="${sandbox}"`));
      const [frame] = await embeds();
      await frame!.click('[data-on]');
      expect(await frame!.locator('[data-moment].shown').textContent()).toContain(
        story.steps[1]!.scene.caption,
      );
      if (!sandbox.includes('same-origin')) {
        const shown = () =>
          frame!.locator('[data-scene]').evaluate((img) => (img as HTMLImageElement).naturalWidth);
        await expect.poll(shown).toBeGreaterThan(0);
      }
      expect(complaints).toEqual([]);
    },
  );

  it.each([
    [320, 650],
    [600, 470],
    [1200, 650],
  ])('draws each step’s picture to the edges of a sandboxed map, %i×%i', async (width, height) => {
    await page.setViewportSize({ width, height });
    await visit(frameOf(`sandbox="allow-scripts" height="${height}"`).replace(' height="650"', ''));
    const [frame] = await embeds();
    await frame!.click('[data-on]');
    await expect
      .poll(() => frame!.locator('[data-scene]').evaluate((img) => (img as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    const seen = async () => {
      const { data, info } = await sharp(await frame!.locator('.map').screenshot())
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => [
        ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
      ];
      const corners = [0.01, 0.99].flatMap((x) =>
        [0.02, 0.98].map((y) => at(Math.floor(x * info.width), Math.floor(y * info.height))),
      );
      return { corners, east: at(info.width - 3, Math.floor(info.height * 0.8)) };
    };
    const paper = [0xfc, 0xfb, 0xf8];
    // A picture that has come is painted some frames later.
    await expect.poll(async () => (await seen()).corners).not.toContainEqual(paper);
    // The second step looks at the coast from Gaza: land on the right, to the edge.
    expect((await seen()).east).toEqual([0xf1, 0xef, 0xe9]);
  });

  it('keeps captions whole where no script may run', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await visit(frameOf('sandbox=""'));
    const [frame] = await embeds();
    const gap = await frame!.evaluate(() => {
      const caption = document.querySelector('[data-moment].shown')!.getBoundingClientRect();
      return document.querySelector('.strip')!.getBoundingClientRect().top - caption.bottom;
    });
    expect(gap).toBeGreaterThanOrEqual(4);
  });

  it('shows map, caption, timeline and the way to the story where no script may run', async () => {
    await visit(frameOf('sandbox=""'));
    const [frame] = await embeds();
    const box = await frame!.locator('.still svg').first().boundingBox();
    expect(box?.height).toBeGreaterThan(100);
    expect(await frame!.locator('[data-back]').isVisible()).toBe(false);
    expect(await frame!.locator('[data-story]').getAttribute('href')).toContain(`/stories/${slug}/`);
  });

  it.each([300, 480, 700, 1400])(
    'fills %i pixels of height and scrolls only where it must',
    async (height) => {
      await visit(
        `<iframe src="${page$}embed/" title="Map" style="width:600px;height:${height}px;border:0"></iframe>`,
      );
      const [frame] = await embeds();
      const { frame: high, content, scrolls } = await fit(frame!);
      expect(scrolls).toBe(height < 400);
      if (height >= 400) expect(Math.abs(high - content)).toBeLessThanOrEqual(1);
    },
  );

  it('asks a WordPress host to go where a link leads, for its frame may open no window', async () => {
    const collect = `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`;
    await visit(`${collect}${frameOf('sandbox="allow-scripts"', '#?secret=s3cret')}`);
    const [frame] = await embeds();
    await frame!.click('[data-on]');
    await frame!.click('[data-story]');
    const asked = () =>
      page.evaluate(() =>
        (window as unknown as { heard: { message?: string }[] }).heard.filter(
          ({ message }) => message === 'link',
        ),
      );
    await expect
      .poll(asked)
      .toEqual([{ message: 'link', value: `${page$}#${story.steps[1]!.id}`, secret: 's3cret' }]);
    expect(complaints).toEqual([]);
  });

  it('tells pym.js, AMP and WordPress its height in their own words', async () => {
    const collect = `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`;
    await visit(`${collect}${frameOf('', '?childId=map-1#?secret=s3cret')}`);
    await embeds();
    const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    await expect.poll(async () => (await heard()).length).toBe(4);
    const [own, amp, pym, wordpress] = (await heard()) as [
      Record<string, unknown>,
      Record<string, unknown>,
      string,
      Record<string, unknown>,
    ];
    expect(own).toMatchObject({ type: 'dateline:height', slug });
    expect(amp).toEqual({ sentinel: 'amp', type: 'embed-size', height: own['height'] });
    expect(pym).toBe(`pymxPYMxmap-1xPYMxheightxPYMx${String(own['height'])}`);
    expect(wordpress).toEqual({ message: 'height', value: own['height'], secret: 's3cret' });
    await page.evaluate(() =>
      document
        .querySelector('iframe')!
        .contentWindow!.postMessage({ message: 'ready', secret: 's3cret' }, '*'),
    );
    await expect.poll(async () => (await heard()).length).toBe(8);
  });
});

describe('the embed', () => {
  it('begins at a step, in a theme, without the timeline, as its address asks', async () => {
    const third = story.steps[2]!;
    await page.goto(`${page$}embed/?step=${third.id}&theme=dark&timeline=0`);
    expect(await page.locator('[data-moment].shown').textContent()).toContain(third.scene.caption);
    expect(await page.locator('.strip').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(20, 23, 26)',
    );
    await page.goto(`${page$}embed/?step=no-such-step&theme=pink`);
    expect(await page.locator('[data-moment].shown').textContent()).toContain(story.steps[0]!.scene.caption);
  });

  it('goes by its buttons and by the timeline, and says where it is', async () => {
    await page.goto(`${page$}embed/`);
    await page.click('[data-on]');
    expect(await page.locator('[data-count]').textContent()).toMatch(/^2 \/ /);
    expect(await page.locator('[data-say]').textContent()).not.toBe('');
    await page.click('[data-back]');
    expect(await page.isDisabled('[data-back]')).toBe(true);
    const dated = story.events.filter(({ edtf, background }) => edtf !== null && !background).at(-1)!;
    await page.locator(`[data-event="${dated.id}"] a`).click();
    expect(await page.locator(`[data-event="${dated.id}"]`).getAttribute('aria-current')).toBe('true');
    expect(new URL(page.url()).hash).toBe('');
  });

  it('leaves the wheel to the host, over the still and over the live map', async () => {
    await visit(`${frameOf()}<div style="height:3000px"></div>`);
    const [frame] = await embeds();
    const scroll = () => page.evaluate(() => scrollY);
    await page.mouse.move(300, 250);
    await page.mouse.wheel(0, 120);
    await expect.poll(scroll).toBeGreaterThan(50);
    await frame!.click('[data-on]');
    await frame!.waitForSelector('[data-map="live"]', { timeout: 20_000 });
    const before = await scroll();
    await page.mouse.move(300, 100);
    await page.mouse.wheel(0, 120);
    await expect.poll(scroll).toBeGreaterThan(before + 50);
    expect(complaints).toEqual([]);
  });

  it('lets its buttons move the live map, and the next step take it back', async () => {
    await page.goto(`${page$}embed/`);
    await page.click('[data-on]');
    await page.waitForSelector('[data-map="live"]', { timeout: 20_000 });
    const camera = () => page.locator('[data-map]').getAttribute('data-camera');
    const scene = await camera();
    await page.click('[data-zoom="1"]');
    await expect.poll(camera).not.toBe(scene);
    await page.click('[data-on]');
    expect((await camera())?.split(',').map(Number)).toEqual(story.steps[2]!.scene.bbox);
    expect(complaints).toEqual([]);
  });

  /** Draws a touch along a way of fingers, one move a frame, as a hand does. */
  async function drag(...ways: ((by: number) => [number, number][])[]): Promise<void> {
    const cdp = await context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    for (const way of ways) await send('touchStart', way(0));
    for (let by = 8; by <= 120; by += 8) {
      await send('touchMove', ways.at(-1)!(by));
      await page.waitForTimeout(20);
    }
    await send('touchEnd', []);
  }

  it('leaves one finger to the host, over the live map too', async () => {
    await open({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } });
    await visit(
      `<meta name="viewport" content="width=device-width"><div style="height:60px"></div>${frameOf()}<div style="height:3000px"></div>`,
    );
    const [frame] = await embeds();
    await frame!.tap('[data-on]');
    await frame!.waitForSelector('[data-map="live"]', { timeout: 20_000 });
    const camera = await frame!.locator('[data-map]').getAttribute('data-camera');
    await drag((by) => [[200, 300 - by]]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect(await frame!.locator('[data-map]').getAttribute('data-camera')).toBe(camera);
  });

  it('lets two fingers move the live map', async () => {
    await open({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 650 } });
    await page.goto(`${page$}embed/`);
    await page.tap('[data-on]');
    await page.waitForSelector('[data-map="live"]', { timeout: 20_000 });
    const camera = () => page.locator('[data-map]').getAttribute('data-camera');
    const scene = await camera();
    await drag(
      () => [[150, 150]],
      (by) => [
        [150 + by, 150 + by],
        [230 + by, 150 + by],
      ],
    );
    await expect.poll(camera).not.toBe(scene);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  it('asks no other origin, keeps nothing, and stays out of search', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${page$}embed/`);
    await page.click('[data-on]');
    await page.waitForSelector('[data-map="live"]', { timeout: 20_000 });
    expect(requests.filter((url) => !url.startsWith(site) && !url.startsWith('data:'))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toContain(`/stories/${slug}/`);
  });

  it.each(['', '?theme=dark', '?timeline=0'])('has nothing for axe to say with "%s"', async (query) => {
    await page.goto(`${page$}embed/${query}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('keeps to its weights', async () => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => bodies.push(response.body()));
    await page.goto(`${page$}embed/`, { waitUntil: 'networkidle' });
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(FIRST_VIEW);
    const code = readFileSync(join(inject('dist'), 'embed.js'));
    expect(gzipSync(code).length).toBeLessThanOrEqual(ELEMENT);
  });
});
