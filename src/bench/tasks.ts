import type { Browser } from 'playwright-core';

/** The longest task of the main thread in each phase of reading, in ms; 0 where none was over 50. */
export interface LongTasks {
  'before the map wakes': number;
  'while MapLibre starts': number;
  'while a live map is scrolled': number;
}

const PHONE = { width: 390, height: 664 };

/** How many times slower than this machine's the processor is made while reading; the first view is measured at full speed. */
const SLOWER = 4;

const RUNS = 3;

/**
 * Reads a story from top to end as a phone would and takes the longest task of each phase, the median of three visits.
 * Wall time: on a busy machine it says more of the machine than of the page.
 */
export async function measureTasks(browser: Browser, address: string): Promise<LongTasks> {
  const visits: LongTasks[] = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await readThrough(browser, address));
  const median = (phase: keyof LongTasks) =>
    visits.map((visit) => visit[phase]).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return {
    'before the map wakes': median('before the map wakes'),
    'while MapLibre starts': median('while MapLibre starts'),
    'while a live map is scrolled': median('while a live map is scrolled'),
  };
}

async function readThrough(browser: Browser, address: string): Promise<LongTasks> {
  const page = await browser.newPage({ viewport: PHONE });
  try {
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { takeTasks: () => tasks.splice(0) });
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({ type: 'longtask', buffered: true });
    });
    const longest = async () => {
      await page.waitForTimeout(1000);
      const tasks = await page.evaluate(() =>
        (window as unknown as { takeTasks: () => number[] }).takeTasks(),
      );
      return Math.round(Math.max(0, ...tasks));
    };
    await page.goto(address, { waitUntil: 'networkidle' });
    const first = await longest();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.mouse.move(100, 100);
    await page.mouse.move(110, 110);
    await page.locator('figure[data-map="live"]').waitFor({ timeout: 60_000 });
    const start = await longest();
    const end = await page.evaluate(() => document.querySelector('.text')!.getBoundingClientRect().bottom);
    for (let at = 0; at < end; at += 60) {
      await page.mouse.wheel(0, 60);
      await page.waitForTimeout(80);
    }
    return {
      'before the map wakes': first,
      'while MapLibre starts': start,
      'while a live map is scrolled': await longest(),
    };
  } finally {
    await page.close();
  }
}
