import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../cli/chromium.ts';
import type { Story } from '../story/schema.ts';
import { startDevCopy, type DevCopy } from './dev-copy.ts';

/** Without headline and year, and with a Troy that could be several: three questions. */
const FAIR = `Washington, May 12 – The governor opened a fair in Troy on Tuesday. The fair in Troy is the first in nine years.

On Thursday she is to travel to Springfield, where a second fair is planned.
`;
const TROY_ILLINOIS = 'geonames:4251513';
const HEAD = '# yaml-language-server: $schema=../decisions.schema.json\n';

/** A page follows within a second; a machine that is busy with other tests takes longer. */
const SOON = { timeout: 25_000 };

let browser: Browser;
let dev: DevCopy;
let page: Page;

beforeAll(async () => {
  dev = await startDevCopy({ 'fair.txt': FAIR });
  browser = await launchChromium(inject('browser'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(SOON.timeout);
  await page.goto(`${dev.url}stories/fair/`, { timeout: 60_000 });
  await page.locator('.panel').waitFor({ state: 'attached', timeout: 60_000 });
  await storyJson(); // its pictures are drawn before the first decision
  await page.locator('button[data-app-id="dateline-desk"]').dispatchEvent('click');
});
afterAll(async () => {
  await browser?.close();
  dev?.stop();
});

const file = () => join(dev.root, 'data/stories/fair.yaml');
const written = () => readFileSync(file(), 'utf8');
const panel = () => page.getByRole('region', { name: 'Review desk' });
const question = (key: string) => panel().locator(`[data-question="${key}"]`);
const form = (name: string) => panel().locator(`details[data-name="${name}"]`);
const storyJson = async () =>
  (await (await page.request.get(`${dev.url}stories/fair/story.json`)).json()) as Story;

/** The page follows what was written before by loading itself anew: what is typed meanwhile would be lost. */
const FOLLOWED = 1_500;

describe('the review desk', () => {
  beforeEach(() => page.waitForTimeout(FOLLOWED));

  it('asks what is open first, and leads from the question to the file and the page', async () => {
    await expect
      .poll(() => panel().getByRole('heading', { level: 2 }).first().textContent(), SOON)
      .toBe('Open questions: 3');
    await question('title').getByLabel('Another answer').fill('A fair opens in Troy');
    await question('title').getByRole('button').click();
    await page.getByRole('heading', { level: 1, name: 'A fair opens in Troy' }).waitFor();
    expect(written()).toBe(`${HEAD}title: A fair opens in Troy\n`);
    await expect.poll(() => question('title').count(), SOON).toBe(0);
    await panel().waitFor();
    await panel().getByText('Written to data/stories/fair.yaml.').waitFor();
  });

  it('takes a candidate with its reason, by keyboard alone', async () => {
    const year = question('published').getByLabel('Tuesday 12 May 2026');
    await year.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The paper is of that week.');
    await page.keyboard.press('Enter');
    await page.locator('time[datetime="2026-05-12"]').first().waitFor();
    expect(written()).toBe(
      `${HEAD}title: A fair opens in Troy\npublished: 2026-05-12\npublishedBecause: The paper is of that week.\n`,
    );
  });

  it('wants a reason, then moves a place', async () => {
    const troy = question('places.Troy');
    await troy.getByLabel(/38\.73/).check();
    await troy.getByRole('button').click();
    expect(await troy.getByRole('alert').textContent()).toBe(
      'Say why, so that the next editor can check it.',
    );
    await troy.getByLabel('Why').fill('The county paper is from there.');
    await troy.getByRole('button').click();
    await expect.poll(async () => (await storyJson()).places[0]?.id, SOON).toBe(TROY_ILLINOIS);
    expect(written()).toContain(
      `places:\n  Troy:\n    is: ${TROY_ILLINOIS}\n    because: The county paper is from there.\n`,
    );
    await expect
      .poll(() => panel().getByRole('heading', { level: 2 }).first().textContent(), SOON)
      .toBe('No open question');
  });

  it('puts a place where its ring is dragged', async () => {
    const springfield = form('place geonames:4250542');
    await springfield.locator('summary').first().click();
    await springfield.locator('.dot').nth(1).click();
    expect(await springfield.getByRole('radio').nth(1).isChecked()).toBe(true);
    await springfield.getByRole('radio').first().check();
    expect(await springfield.locator('.dot').first().getAttribute('class')).toBe('dot chosen');
    const ring = await springfield.locator('.ring .grip').boundingBox();
    if (!ring) throw new Error('no ring');
    const [x, y] = [ring.x + ring.width / 2, ring.y + ring.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 10, { steps: 4 });
    await page.mouse.up();
    const lng = Number(await springfield.getByLabel('Longitude').inputValue());
    expect(lng).toBeGreaterThan(-89.64);
    await springfield.locator('.ring').press('Shift+ArrowLeft');
    expect(Number(await springfield.getByLabel('Longitude').inputValue())).toBeLessThan(lng);
    await springfield.getByLabel('Longitude').fill('-89.5');
    await springfield.getByLabel('Latitude').fill('39.9');
    await springfield.getByLabel('Why').fill('The fairground.');
    await springfield.getByRole('button', { name: 'Write' }).click();
    await expect
      .poll(async () => (await storyJson()).places.find(({ name }) => name === 'Springfield')?.lngLat, SOON)
      .toEqual([-89.5, 39.9]);
    expect(written()).toContain('  Springfield:\n    at: [-89.5, 39.9]\n    because: The fairground.\n');
  });

  it('takes a decision back', async () => {
    await panel().getByRole('button', { name: 'Take back the decision on Springfield' }).click();
    await expect.poll(written, SOON).not.toContain('Springfield');
    await expect
      .poll(
        () =>
          panel()
            .getByRole('button', { name: /Take back/ })
            .count(),
        SOON,
      )
      .toBe(1);
  });

  it('changes an event with the words that it rests on', async () => {
    const opened = form('event opened-troy');
    await opened.locator('summary').first().click();
    await opened.getByLabel('Label').fill('A fair was opened in Troy');
    await opened.getByLabel('Why').fill('Shorter.');
    await opened.getByRole('button', { name: 'Write' }).click();
    await expect
      .poll(async () => (await storyJson()).events.find(({ id }) => id === 'opened-troy')?.label, SOON)
      .toBe('A fair was opened in Troy');
    expect(written()).toMatch(
      /events:\n {2}opened-troy:\n {4}quote: .*opened a fair in Troy.*\n {4}label: A fair was/,
    );
  });

  it('signs the story as it is, on the editor’s day', async () => {
    const today = await page.evaluate(() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    });
    await panel().getByLabel('Your name').fill('Ada Editor');
    await panel().getByRole('button', { name: 'Sign the story' }).click();
    await panel().getByText('Signed by Ada Editor').waitFor();
    await expect
      .poll(written, SOON)
      .toMatch(/reviewed:\n {2}by: Ada Editor\n {2}at: (\d{4})-(\d\d)-(\d\d)\n/);
    expect(/at: (\d{4})-(\d\d)-(\d\d)/.exec(written())?.slice(1).map(Number)).toEqual(today);
    await expect.poll(async () => (await storyJson()).reviewed?.by, SOON).toBe('Ada Editor');
  });

  it('does not write over a file that changed underneath', async () => {
    const before = written().replace('A fair opens in Troy', 'Somebody else’s headline');
    await page.route('**/__desk/fair', async (route) => {
      if (route.request().method() === 'POST') writeFileSync(file(), before);
      await route.continue();
    });
    const head = panel().locator('form', { has: page.getByLabel('Headline', { exact: true }) });
    await head.getByLabel('Headline', { exact: true }).fill('My headline');
    await head.getByRole('button').click();
    await panel().getByText('The file was changed meanwhile').waitFor();
    await page.unroute('**/__desk/fair');
    expect(written()).toBe(before);
  });

  it('shows in the page what is wrong with a file, and no more when it is mended', async () => {
    const before = written();
    writeFileSync(file(), `${before}titel: x\n`);
    await page.locator('vite-error-overlay').waitFor({ state: 'attached' });
    const again = page.waitForEvent('load');
    writeFileSync(file(), before);
    await again;
    await panel().waitFor();
    expect(await page.locator('vite-error-overlay').count()).toBe(0);
  });

  it('has nothing that axe finds wrong', async () => {
    await panel().evaluate((element) => {
      for (const details of element.querySelectorAll('details')) details.open = true;
    });
    const { passes, violations } = await new AxeBuilder({ page })
      .include({
        fromShadowDom: ['astro-dev-toolbar', '[data-app-id="dateline-desk"]:not(button)', '.panel'],
      })
      .analyze();
    expect(passes.map(({ id }) => id)).toContain('label');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('a forged request', () => {
  let evil: Server;
  let elsewhere: Page;
  beforeAll(async () => {
    evil = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>evil</p>'));
    await new Promise<void>((done) => evil.listen(0, 'localhost', done));
    elsewhere = await browser.newPage();
    await elsewhere.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`);
  });
  afterAll(() => void evil.close());

  let before: string;
  beforeEach(() => (before = written()));
  const token = () => page.evaluate(() => (window as { datelineDesk?: string }).datelineDesk ?? '');
  const send = (from: Page, path: string, given: string, digest = 'none') =>
    from.evaluate(
      async ([url, token, body]) => {
        try {
          const headers = { 'content-type': 'application/json', 'x-dateline-desk': token! };
          // eslint-disable-next-line no-restricted-globals -- what a forged page would do
          return (await fetch(url!, { method: 'POST', headers, body: body! })).status;
        } catch {
          return 'blocked';
        }
      },
      [`${dev.url}__desk/${path}`, given, JSON.stringify({ digest, patch: { title: 'Forged' } })],
    );

  it('of another origin is refused, even with the token', async () => {
    expect(['blocked', 403]).toContain(await send(elsewhere, 'fair', await token()));
    expect(written()).toBe(before);
  });

  it('with another token is refused', async () => {
    expect(await send(page, 'fair', 'f'.repeat(64))).toBe(403);
    expect(written()).toBe(before);
  });

  it('for another file is refused', async () => {
    expect(await send(page, '..%2f..%2fpackage', await token())).toBe(400);
    expect(await send(page, 'no-such-story', await token())).toBe(404);
  });
});

describe('the built site', () => {
  it('holds nothing of the desk', () => {
    const dist = inject('dist');
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const own = files.filter(({ name }) => /\.(html|js|mjs|css|json|xml)$/.test(name));
    expect(own.length).toBeGreaterThan(0);
    const traces = own.filter(({ parentPath, name }) =>
      /dateline-?desk|__desk|astro-dev-toolbar|Review desk/i.test(
        readFileSync(join(parentPath, name), 'utf8'),
      ),
    );
    expect(traces).toEqual([]);
  });
});
