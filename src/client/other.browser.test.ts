import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../cli/chromium.ts';
import { copyProject, type ProjectCopy } from '../cli/project-copy.ts';
import { serve, type Serving } from '../cli/serve.ts';

/** In a language that the rules don't read: everything comes from the editor, names in the article's own script. */
const ARABIC = {
  'seeds/water.txt': `---
title: وزيرة المياه تزور عمّان ثم تتوجه إلى بغداد
lang: ar
date: 2026-05-15
---
التقت وزيرة المياه ليلى حداد نظيرها الأردني في عمّان يوم الأربعاء لبحث حصص النهر.

وعادت الوزيرة من عمّان إلى دمشق يوم الخميس، ومن المقرر أن تسافر إلى بغداد.
`,
  'data/stories/water.yaml': `places:
  'عمّان': { is: 'geonames:250441', name: 'عمّان', add: true, role: venue, because: 'The capital of Jordan.' }
  'دمشق': { is: 'geonames:170654', name: 'دمشق', add: true, role: venue, because: 'The capital of Syria.' }
  'بغداد': { is: 'geonames:98182', name: 'بغداد', add: true, role: venue, because: 'The capital of Iraq.' }
events:
  met: { quote: 'التقت وزيرة المياه', label: 'لقاء في عمّان', edtf: 2026-05-13, place: 'geonames:250441', because: 'A Wednesday.' }
  back: { quote: 'وعادت الوزيرة', label: 'عودة إلى دمشق', edtf: 2026-05-14, place: 'geonames:170654', because: 'A Thursday.' }
  plan: { quote: 'أن تسافر إلى بغداد', label: 'زيارة بغداد', status: planned, place: 'geonames:98182', because: 'No date.' }
scenes:
  step: { quote: 'التقت وزيرة المياه', caption: 'لقاء في عمّان يوم الأربعاء.', alt: 'خريطة: عمّان مكان اللقاء.' }
`,
};

/** A journey that took place, one that is planned, and four events of one day. */
const TOUR = {
  'seeds/tour.txt': `---
title: A minister tours the peninsula
date: 2026-05-15
---
LISBON, May 15 – Minister Helena Costa flew from Lisbon to Madrid on Monday.

On Tuesday Costa travelled from Madrid to Paris. Farmers protested in Toulouse on Tuesday. A storm struck Nantes on Tuesday. Costa visited Lille on Tuesday.

She is scheduled to travel from Paris to Vienna next week.
`,
};

/** Nothing to draw, nothing to move, nothing to explain. */
const BARE = {
  'seeds/bare.txt': `---
title: A committee puts off its report
---
The committee put off its report on school meals. Nobody said why.
`,
};

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 664 };

let project: ProjectCopy;
let serving: Serving;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  project = copyProject({ ...ARABIC, ...TOUR, ...BARE });
  const { code, said } = await project.run(['build', '--no-frozen']);
  expect(code, said).toBe(0);
  serving = await serve({ dir: join(project.root, 'dist'), site: { base: '/' }, port: 0 });
  browser = await launchChromium(inject('browser'));
});
afterAll(async () => {
  await browser?.close();
  await serving?.stop();
  project?.stop();
});
afterEach(() => context?.close());

async function open(slug: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: DESK, ...options });
  page = await context.newPage();
  await page.goto(`${serving.url}stories/${slug}/`);
}

async function wake(): Promise<void> {
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  await page.locator('figure[data-map="live"]').waitFor({ timeout: 30_000 });
}

const boxOf = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
const faults = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );

describe('a story in Arabic', () => {
  it('runs from right to left, its map and its days too, with nothing for axe to find', async () => {
    await open('water');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect((await boxOf('.text')).x).toBeGreaterThan((await boxOf('[data-stage]')).x);
    const [met, back] = [await boxOf('[data-event="met"] .disc'), await boxOf('[data-event="back"] .disc')];
    expect(met.x).toBeGreaterThan(back.x);
    expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).direction)).toBe('rtl');
    expect(await page.locator('.head time').innerText()).toBe('15 May 2026');
    expect(await faults()).toEqual([]);
  });

  it.each([DESK, PHONE])(
    'names its places on the map in Arabic, each beside its mark, $width wide',
    async (viewport) => {
      await open('water', { viewport });
      for (const map of ['.still', '.map-overlay']) {
        if (map !== '.still') await wake();
        const label = page.locator(`${map} [data-label="geonames:250441"]:visible`);
        expect(await label.textContent()).toBe('عمّان');
        const [words, mark] = [
          (await label.boundingBox())!,
          (await page.locator(`${map} [data-mark][data-place="geonames:250441"]:visible`).boundingBox())!,
        ];
        const apart = words.x >= mark.x + mark.width || words.x + words.width <= mark.x;
        expect(apart || words.y >= mark.y + mark.height || words.y + words.height <= mark.y, map).toBe(true);
        expect(Math.abs(words.x - mark.x)).toBeLessThan(120);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    },
  );

  it('is a word of the lists at the page’s side, in its own order', async () => {
    await open('water', { viewport: PHONE });
    const heading = await page.locator('#places-heading').evaluate((h2) => {
      const range = document.createRange();
      range.selectNodeContents(h2);
      return range.getBoundingClientRect().right;
    });
    expect(heading).toBeGreaterThan(PHONE.width - 40);
  });
});

describe('journeys', () => {
  /** Names and lengths of the animations that run on the legs, by their class. */
  const animations = () =>
    page.evaluate(() =>
      document.getAnimations().flatMap((animation) => {
        const { target } = animation.effect as KeyframeEffect;
        const leg = target?.closest('.leg');
        const { duration, delay } = animation.effect!.getTiming();
        return leg && animation instanceof CSSAnimation
          ? [`${leg.classList[1]} ${animation.animationName} ${Number(duration) + Number(delay)}`]
          : [];
      }),
    );
  const goTo = (step: number) =>
    page.evaluate((at) => {
      document
        .querySelectorAll<HTMLElement>('[data-timeline] [data-event] a')
        [at]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, step);

  it('grow once where they took place, and never where they are planned', async () => {
    await open('tour');
    await wake();
    const events = await page
      .locator('[data-timeline] [data-event]')
      .evaluateAll((all) =>
        all.map((one) => one.className.toString() && (one as SVGElement).dataset['event']!),
      );
    const seen = new Set<string>();
    for (const [i] of events.entries()) {
      await goTo(i);
      for (const one of await animations()) seen.add(one);
    }
    const names = [...seen];
    expect(names).toContain('travelled map-grow 500');
    expect(names.filter((name) => name.startsWith('planned'))).toEqual(['planned map-appear 240']);
    expect(names.every((name) => Number(name.split(' ').at(-1)) <= 500)).toBe(true);
  });

  it('stand still for readers who want no motion', async () => {
    await open('tour', { reducedMotion: 'reduce' });
    await wake();
    for (let i = 0; i < 4; i += 1) {
      await goTo(i);
      expect(await animations()).toEqual([]);
    }
  });

  it('leave a line in one piece when they have grown', async () => {
    await open('tour');
    await wake();
    await page.waitForTimeout(700);
    const dashes = await page
      .locator('.map-overlay .leg.travelled .line')
      .evaluateAll((all) => all.map((line) => getComputedStyle(line).strokeDasharray));
    expect(new Set(dashes)).toEqual(new Set(['none']));
  });
});

describe('a day of many events', () => {
  it('shows or counts each, at every width', async () => {
    for (const viewport of [PHONE, DESK]) {
      await open('tour', { viewport });
      const counted = await page
        .locator('[data-timeline] .chip:visible')
        .evaluateAll((all) => all.flatMap((chip) => (chip as SVGElement).dataset['events']!.split(' ')));
      const shown = await page
        .locator('[data-timeline] [data-event]')
        .evaluateAll((all) =>
          all
            .filter(
              (one) =>
                getComputedStyle(one).display !== 'none' && getComputedStyle(one).visibility !== 'hidden',
            )
            .map((one) => (one as SVGElement).dataset['event']!),
        );
      const all = await page
        .locator('[data-timeline] [data-event]')
        .evaluateAll((every) => every.map((one) => (one as SVGElement).dataset['event']!));
      expect(all.length).toBeGreaterThanOrEqual(5);
      expect([...new Set([...shown, ...counted])].sort()).toEqual([...all].sort());
      await context.close();
    }
  });
});

describe('a story without places and dates', () => {
  it('is its text, with no empty stage, no button for what is not there, and no fault', async () => {
    const complaints: string[] = [];
    await open('bare');
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.reload();
    expect(await page.locator('section[data-step] p').count()).toBe(1);
    expect(await page.locator('[data-stage]').isVisible()).toBe(false);
    expect(await page.locator('.head button').count()).toBe(0);
    const links = await page.locator('.lists .links a').allTextContents();
    expect(links.join(' ')).not.toMatch(/GeoJSON|calendar|SVG/);
    expect(await faults()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
