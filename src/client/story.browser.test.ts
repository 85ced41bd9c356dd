import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../cli/chromium.ts';
import { momentsOf } from '../components/moments.ts';
import type { Story } from '../story/schema.ts';

const site = inject('site');
const slug = 'abbas-moscow-visit';
const address = `${site}stories/${slug}/`;
const story = JSON.parse(readFileSync(join(inject('dist'), 'stories', slug, 'story.json'), 'utf8')) as Story;
const first = story.steps[0]!;
const last = story.steps.at(-1)!;
/** A dated event, and the step whose words tell it. */
const dated = story.events.find(({ edtf, background }) => edtf && !background)!;
const venue = story.places.find(({ role }) => role === 'venue')!;
const PHONE = { width: 390, height: 664 };
const DESK = { width: 1440, height: 900 };

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium(inject('browser'));
});
afterAll(() => browser.close());
beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: DESK, ...options });
  page = await context.newPage();
}

/** Wakes the map as a reader would and waits until it is live. */
async function wake(): Promise<void> {
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  await page.locator('figure[data-map="live"]').waitFor({ timeout: 30_000 });
}

const current = () => page.locator('section[aria-current="step"]').getAttribute('id');
const hash = () => decodeURIComponent(new URL(page.url()).hash.slice(1));
const camera = () => page.locator('figure[data-map]').getAttribute('data-camera');
const lit = () =>
  page
    .locator('[data-event][aria-current="true"]')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['event']!).sort());

/** Everything that a reader could see of where the story stands. */
async function state() {
  const caption = await page.locator('[data-caption]').textContent();
  return { step: await current(), camera: await camera(), lit: await lit(), caption: caption?.trim() };
}

/** Scrolls a step to half of the room that text has, where it is current. */
async function scrollTo(id: string): Promise<void> {
  await page.locator(`section[data-step="${id}"]`).evaluate((step) => {
    const stage = document.querySelector('[data-stage]')!.getBoundingClientRect();
    const top = stage.width > innerWidth * 0.7 ? stage.height : 0;
    window.scrollTo(0, step.getBoundingClientRect().top + scrollY - (top + innerHeight) / 2);
  });
  await page.locator(`section[data-step="${id}"][aria-current="step"]`).waitFor();
}

describe('one state, whatever leads to it', () => {
  it('shows each step’s own scene, caption and events while scrolling', async () => {
    await page.goto(address);
    for (const { id, scene } of story.steps) {
      await scrollTo(id);
      const shown = await state();
      expect(shown.step).toBe(id);
      expect(shown.caption).toBe(scene.caption);
      expect(shown.camera).toBe(scene.bbox?.join(',') ?? null);
      const foreground = scene.events.filter(
        (event) => story.events.find((e) => e.id === event)?.background === false,
      );
      expect(shown.lit).toEqual(foreground.sort());
    }
  });

  it('comes to the same by a click on an event, the arrow keys and the address', async () => {
    await page.goto(address);
    await page.locator(`[data-timeline] [data-event="${dated.id}"] a`).click();
    const byClick = await state();
    expect(byClick.lit).toContain(dated.id);
    expect(hash()).toBe(byClick.step);

    await page.goto(site);
    await page.goto(`${address}#${byClick.step}`);
    await page.locator(`section[data-step="${byClick.step}"][aria-current="step"]`).waitFor();
    expect((await state()).step).toBe(byClick.step);

    await page.goto(address);
    await page.locator('[data-timeline] a[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < story.events.length && !(await onEvent(dated.id)); i += 1)
      await page.keyboard.press('ArrowRight');
    expect(await onEvent(dated.id)).toBe(true);
    expect(await state()).toEqual(byClick);
  });

  it('comes to the same by a place in the list and a mark on the map', async () => {
    await page.goto(address);
    await page.locator(`#places [data-place="${venue.id}"]`).click();
    const byList = await state();
    const moments = momentsOf(story);
    expect(moments.some(({ caption, now }) => caption === byList.caption && now.includes(venue.id))).toBe(
      true,
    );

    await page.goto(address);
    await wake();
    await page.locator(`.map-target[data-place="${venue.id}"]`).click();
    expect(await state()).toEqual(byList);
  });

  it('stays where it is at a click on a place in the text that is in sight', async () => {
    await page.goto(address);
    const second = story.steps[1]!;
    await scrollTo(second.id);
    const place = page.locator(`section[data-step="${second.id}"] [data-place]`).first();
    const before = await place.boundingBox();
    await place.click();
    expect((await place.boundingBox())?.y).toBe(before?.y);
    expect(await current()).toBe(second.id);
  });

  it('goes back to where a click came from, and scrolling leaves no pile of entries', async () => {
    await page.goto(site);
    await page.goto(address);
    const entries = await page.evaluate(() => history.length);
    for (const { id } of story.steps) await scrollTo(id);
    await scrollTo(first.id);
    await expect.poll(hash).toBe(first.id);
    expect(await page.evaluate(() => history.length)).toBe(entries);

    await page.locator(`[data-timeline] [data-event="${dated.id}"] a`).click();
    const there = await current();
    expect(await page.evaluate(() => history.length)).toBe(entries + 1);
    await page.goBack();
    await expect.poll(current).toBe(first.id);
    await page.goForward();
    await expect.poll(current).toBe(there);
  });

  it('is right after a fast scroll to the end and back, and no flight is left over', async () => {
    await page.goto(address);
    await wake();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(60);
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect.poll(current).toBe(first.id);
    await page.waitForTimeout(1700); // the longest flight, and its wait
    expect(await camera()).toBe(first.scene.bbox?.join(','));
    const still = await marks('.still');
    await expect.poll(() => marks('.map-overlay')).toEqual(samePlaces(still));
  });
});

describe('the live map over the still', () => {
  it.each([PHONE, { width: 768, height: 1024 }, DESK, { width: 1024, height: 768 }])(
    'has each mark within two pixels of the still’s, $width × $height',
    async (viewport) => {
      await open({ viewport });
      await page.goto(address);
      const still = await marks('.still');
      expect(Object.keys(still).length).toBeGreaterThan(0);
      await wake();
      expect(await marks('.map-overlay')).toEqual(samePlaces(still));
    },
  );

  it('fetches no further still once it is live', async () => {
    await page.goto(address);
    await wake();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    for (const { id } of story.steps) await scrollTo(id);
    await page.waitForTimeout(1200);
    expect(fetched.filter((url) => url.endsWith('.svg'))).toEqual([]);
  });

  it('lets the reader move it, and goes back to the story', async () => {
    await page.goto(address);
    await wake();
    await page.getByRole('button', { name: 'Explore the map' }).click();
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect.poll(camera).not.toBe(first.scene.bbox?.join(','));
    await page.getByRole('button', { name: 'Back to the story' }).click();
    await expect.poll(camera).toBe(first.scene.bbox?.join(','));
  });
});

describe('without a live map', () => {
  it('shows each scene as a picture where there is no WebGL, and complains of nothing', async () => {
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.addInitScript(() => {
      const own = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith('webgl')
          ? null
          : (own as (...all: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof own;
    });
    await page.goto(address);
    await page.mouse.wheel(0, 10);
    const other = story.steps.find(({ scene }) => scene.camera !== first.scene.camera) ?? last;
    await scrollTo(other.id);
    const picture = page.locator('[data-alt] img');
    await picture.waitFor();
    expect(await picture.getAttribute('src')).toContain(`steps/${other.id}.svg`);
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});

describe('a live map that fails', () => {
  it('gives way to the still when its context is lost, and to pictures for other steps', async () => {
    await page.goto(address);
    await wake();
    await page.locator('.map-canvas canvas').evaluate((canvas: HTMLCanvasElement) => {
      canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    });
    await page.locator('figure[data-map="still"]').waitFor();
    expect(await page.locator('[data-explore]').isVisible()).toBe(false);
    expect(await page.locator('.still text:visible').count()).toBeGreaterThan(0);
    const other = story.steps.find(({ scene }) => scene.camera !== first.scene.camera) ?? last;
    await scrollTo(other.id);
    await page.locator('[data-alt] img').waitFor();
  });

  it('leaves the still and the text where its chunk does not come, without an error of ours', async () => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.route(/map-live/, (route) => route.abort());
    await page.goto(address);
    await page.mouse.wheel(0, 10);
    const other = story.steps.find(({ scene }) => scene.camera !== first.scene.camera) ?? last;
    await scrollTo(other.id);
    await page.locator('[data-alt] img').waitFor();
    expect(await page.locator('figure[data-map]').getAttribute('data-map')).toBe('still');
    expect(errors).toEqual([]);
  });
});

describe('the first still', () => {
  it.each([320, 390, 768, 1024, 1440, 1920])(
    'cuts no name off and lets none meet, %i wide',
    async (width) => {
      await open({ viewport: { width, height: width < 500 ? 664 : 900 } });
      await page.goto(address);
      const frame = (await page.locator('figure[data-map] .frame').boundingBox())!;
      const names = await page.locator('.still text:visible').evaluateAll((all) =>
        all.map((text) => {
          const { x, y, width, height } = text.getBoundingClientRect();
          return { words: text.textContent ?? '', x, y, width, height };
        }),
      );
      expect(names.map(({ words }) => words)).toEqual(expect.arrayContaining(['Moscow', 'Gaza Strip']));
      for (const [i, name] of names.entries()) {
        expect(name.x, name.words).toBeGreaterThanOrEqual(frame.x);
        expect(name.x + name.width, name.words).toBeLessThanOrEqual(frame.x + frame.width);
        expect(name.y, name.words).toBeGreaterThanOrEqual(frame.y);
        for (const other of names.slice(i + 1)) {
          expect(overlap(name, other), `${name.words} and ${other.words}`).toBe(false);
        }
      }
    },
  );

  it('comes with one font file', async () => {
    const fonts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()));
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(fonts).toHaveLength(1);
  });
});

describe('the timeline of a phone', () => {
  it('leads from each disc and ring to its own event', async () => {
    await open({ viewport: PHONE });
    await page.goto(address);
    const hits = await page.locator('[data-timeline] [data-event]').evaluateAll((all) =>
      all.flatMap((event) => {
        const disc = [...event.querySelectorAll('.disc')].find((one) => one.getClientRects().length > 0);
        if (!disc || getComputedStyle(disc).visibility === 'hidden') return [];
        const { x, y, width, height } = disc.getBoundingClientRect();
        const at = document.elementFromPoint(x + width / 2 + 1, y + height / 2);
        return [
          [(event as SVGElement).dataset['event'], at?.closest<SVGElement>('[data-event]')?.dataset['event']],
        ];
      }),
    );
    expect(hits.length).toBeGreaterThan(2);
    for (const [event, hit] of hits) expect(hit).toBe(event);
  });
});

describe('by keyboard alone', () => {
  it('leads from the skip link through the controls to the text and the lists, always in sight', async () => {
    await open({ viewport: PHONE });
    await page.goto(address);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('a.skip');
    await page.keyboard.press('Enter');
    const seen: string[] = [];
    for (let i = 0; i < 60 && seen.at(-1) !== 'summary'; i += 1) {
      await page.keyboard.press('Tab');
      seen.push(await focused());
      const hidden = await page.evaluate(() => {
        const { x, y, width, height } = document.activeElement!.getClientRects()[0]!;
        const at = document.elementFromPoint(x + width / 2, y + height / 2);
        return !at || !(document.activeElement!.contains(at) || at.contains(document.activeElement));
      });
      expect(hidden, seen.at(-1)).toBe(false);
    }
    const order = [
      'button[data-motion]',
      'button.key-button',
      'a.policy',
      'a[data-event]',
      'a[data-place]',
      'summary',
    ];
    expect(seen.filter((name, i) => order.includes(name) && seen.indexOf(name) === i)).toEqual(order);
    expect(seen.filter((name) => name === 'a[data-event]')).toHaveLength(1); // one stop; arrows lead on
  });

  it('opens the key and closes it again', async () => {
    await open({ viewport: PHONE });
    await page.goto(address);
    const button = page.getByRole('button', { name: 'Key' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#key').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#key').isVisible()).toBe(false);
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

describe('pages of text', () => {
  it.each(['', 'about/', '404.html'])('/%s runs no two sentences together', async (path) => {
    await page.goto(site + path);
    const text = await page.locator('main').innerText();
    expect(text.match(/[a-z)][.!?:;,][A-Z]\w+/g)).toBeNull();
  });
});

describe('where this comes from', () => {
  it('is two key presses from a place, an event and a mark, and covers neither map nor text', async () => {
    await page.goto(address);
    const place = page.locator(`section[data-step="${first.id}"] [data-place]`).first();
    await place.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const panel = page.locator('.why-panel');
    await panel.waitFor();
    expect(await panel.locator('mark').count()).toBe(1);
    const box = (await panel.boundingBox())!;
    for (const other of await page.locator('section > p, figure[data-map]').all()) {
      expect(overlap(box, (await other.boundingBox())!)).toBe(false);
    }
    await page.keyboard.press('Escape');
    expect(await place.evaluate((link) => link === document.activeElement)).toBe(true);

    await page.locator('[data-timeline] a[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.waitFor();
    expect(await panel.locator('mark').count()).toBe(1);
  });

  it('is open to readers without script in the lists', async () => {
    await open({ javaScriptEnabled: false });
    await page.goto(address);
    const details = page.locator('#places details').first();
    await details.locator('summary').click();
    expect(await details.locator('li').count()).toBeGreaterThan(0);
  });
});

describe('the live region', () => {
  it('is silent while scrolling and says one short sentence at each control', async () => {
    await page.goto(address);
    await wake();
    const said = await page.evaluateHandle(() => {
      const heard: string[] = [];
      const region = document.querySelector('[role="status"]')!;
      new MutationObserver(() => region.textContent && heard.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      return heard;
    });
    for (const { id } of story.steps) await scrollTo(id);
    await page.waitForTimeout(300);
    expect(await said.jsonValue()).toEqual([]);

    const controls = [
      page.locator(`[data-timeline] [data-event="${dated.id}"] a`),
      page.locator(`#places [data-place="${venue.id}"]`),
      page.getByRole('button', { name: 'Motion' }),
      page.getByRole('button', { name: 'Explore the map' }),
      page.getByRole('button', { name: 'Back to the story' }),
      page.getByRole('button', { name: 'Where this comes from' }).first(),
    ];
    for (const [i, control] of controls.entries()) {
      await control.click();
      await expect.poll(async () => (await said.jsonValue()).length).toBe(i + 1);
    }
    for (const sentence of await said.jsonValue()) {
      expect(sentence.length).toBeLessThanOrEqual(60);
      expect(sentence).toMatch(/^[^.]+\.$/);
    }
  });
});

describe('motion', () => {
  it.each(['reduced by the system', 'switched off on the page'])(
    '%s: the map is there at once',
    async (how) => {
      await open({ reducedMotion: how.startsWith('reduced') ? 'reduce' : 'no-preference' });
      await page.goto(address);
      await wake();
      if (!how.startsWith('reduced')) await page.getByRole('button', { name: 'Motion' }).click();
      const other = story.steps.find(({ scene }) => scene.camera !== first.scene.camera)!;
      await scrollTo(other.id);
      const at = await marks('.map-overlay');
      await page.waitForTimeout(500);
      expect(await marks('.map-overlay')).toEqual(at);
    },
  );
});

describe('layout', () => {
  it.each([
    [390, 664, 0.54],
    [360, 560, 0.5],
  ])('leaves text its share of %i × %i', async (width, height, share) => {
    await open({ viewport: { width, height } });
    await page.goto(address);
    await scrollTo(last.id);
    const stage = (await page.locator('[data-stage]').boundingBox())!;
    expect(stage.y).toBe(0);
    expect((height - stage.height) / height).toBeGreaterThanOrEqual(share);
  });

  it('cuts no caption off on any phone', async () => {
    await open({ viewport: { width: 320, height: 664 } });
    await page.goto(address);
    const captions = momentsOf(story).map(({ caption }) => caption);
    for (const width of [320, 344, 360, 375, 390, 430]) {
      await page.setViewportSize({ width, height: 664 });
      const cut = await page.locator('[data-caption]').evaluate(
        (element, all) =>
          all.filter((caption) => {
            element.textContent = caption;
            return element.scrollHeight > element.clientHeight + 1;
          }),
        captions,
      );
      expect(cut, `${width}`).toEqual([]);
    }
  });

  it.each([
    ['on a phone on its side', 844, 390],
    ['in a low window', 800, 600],
  ])('shows both halves %s', async (_, width, height) => {
    await open({ viewport: { width, height } });
    await page.goto(address);
    await scrollTo(last.id);
    const stage = (await page.locator('[data-stage]').boundingBox())!;
    const text = (await page.locator(`section[data-step="${last.id}"] p`).boundingBox())!;
    expect(stage.y).toBe(0);
    expect(stage.height).toBeLessThanOrEqual(height);
    expect(overlap(stage, text)).toBe(false);
  });

  it.each([
    [1440, 900],
    [844, 390],
  ])('is one column without script, %i × %i', async (width, height) => {
    await open({ javaScriptEnabled: false, viewport: { width, height } });
    await page.goto(address);
    const stage = (await page.locator('[data-stage]').boundingBox())!;
    const text = (await page.locator('section[data-step] p').first().boundingBox())!;
    expect(text.y).toBeGreaterThanOrEqual(stage.y + stage.height);
    expect(text.y).toBeLessThan(height * 2);
    const middles = [stage, text].map((box) => box.x + box.width / 2);
    expect(Math.abs(middles[0]! - middles[1]!)).toBeLessThan(2);
  });

  it('unrolls where nothing can stay in sight: 320 × 256', async () => {
    await open({ viewport: { width: 320, height: 256 } });
    await page.goto(address);
    const positions = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (element) =>
            element.getClientRects().length > 0 && // the key is fixed, but closed
            ['sticky', 'fixed'].includes(getComputedStyle(element).position),
        ).length,
    );
    expect(positions).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await page.locator('.step-still img').count()).toBeGreaterThan(1);
  });

  it.each([320, 390, 768, 1024, 1440, 1920])('never scrolls sideways, %i wide', async (width) => {
    await open({ viewport: { width, height: 800 } });
    for (const path of ['', 'about/', `stories/${slug}/`]) {
      await page.goto(site + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
  });

  it('loads at most 12 kB of script before the map wakes', async () => {
    const scripts: string[] = [];
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'script') scripts.push(await response.text());
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(scripts.length).toBeGreaterThan(0);
    expect(gzipSync(scripts.join('')).length).toBeLessThanOrEqual(12_000);
  });

  it('runs from right to left by the page’s direction alone', async () => {
    for (const viewport of [PHONE, DESK]) {
      await open({ viewport });
      await page.goto(address);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
      const [name, about] = [await box('header.site .name'), await box('header.site nav')];
      expect(name.x).toBeGreaterThan(about.x);
      if (viewport === DESK) expect((await box('.text')).x).toBeGreaterThan((await box('[data-stage]')).x);
    }
  });

  it('shifts nothing while it loads, is read and wakes its map', async () => {
    await open({ viewport: PHONE });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[])
          if (!entry.hadRecentInput) shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await wake();
    for (const { id } of story.steps) await scrollTo(id);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });
});

describe('on paper', () => {
  it('has a map only where it changes, in one piece, and the words in full', async () => {
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.locator('.step-still:has(img):visible').count();
    const moments = momentsOf(story);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(moments.length);
    expect(await page.locator('[data-stage]').isVisible()).toBe(false);
    expect(
      await page
        .locator('.step-still')
        .first()
        .evaluate((still) => getComputedStyle(still).breakInside),
    ).toBe('avoid');
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(20_000);
  });
});

describe('axe', () => {
  it.each(['light', 'dark'] as const)(
    'finds nothing at any step, live, %s',
    { timeout: 240_000 },
    async (colorScheme) => {
      for (const viewport of [PHONE, DESK]) {
        await open({ colorScheme, viewport, reducedMotion: 'reduce' });
        await page.goto(address);
        await wake();
        for (const { id } of story.steps) {
          await scrollTo(id);
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(
            violations.map((found) => `${id} ${found.id}: ${found.nodes.map(({ html }) => html).join(' ')}`),
          ).toEqual([]);
        }
      }
    },
  );
});

/** The element in focus, by what it is for. */
async function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement!;
    const tag = element.tagName.toLowerCase();
    for (const name of ['data-motion', 'data-place'])
      if (element.hasAttribute(name)) return `${tag}[${name}]`;
    for (const name of ['skip', 'policy', 'key-button'])
      if (element.classList.contains(name)) return `${tag}.${name}`;
    return element.closest('[data-event], [data-events]') ? `${tag}[data-event]` : tag;
  });
}

async function onEvent(id: string): Promise<boolean> {
  return page.evaluate(
    (event) => document.activeElement?.closest<SVGElement>('[data-event]')?.dataset['event'] === event,
    id,
  );
}

/** Middles of the places that a drawing marks, in CSS pixels of the window, by place. */
async function marks(root: string): Promise<Record<string, [number, number]>> {
  const found = await page.locator(`${root} [data-mark]:visible`).evaluateAll((all) =>
    all.map((element): [string, [number, number]] => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [(element as SVGElement).dataset['place']!, [x + width / 2, y + height / 2]];
    }),
  );
  return Object.fromEntries(found);
}

/** The same places, each within two pixels. */
const samePlaces = (expected: Record<string, [number, number]>) =>
  Object.fromEntries(Object.entries(expected).map(([id, [x, y]]) => [id, [near(x), near(y)]]));

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Equal within two pixels. */
function near(value: number): unknown {
  return { asymmetricMatch: (other: number) => Math.abs(other - value) <= 2 };
}
