import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import type { Browser } from 'playwright-core';
import { cacheDir } from '../cache.ts';
import { buildPreview } from '../cli/browser-setup.ts';
import { findChromium, launchChromium, type Chromium } from '../cli/chromium.ts';
import { findStories } from '../cli/pages.ts';
import { serve } from '../cli/serve.ts';
import type { BenchResult } from './bench.ts';
import { table } from './table.ts';
import { measureTasks, type LongTasks } from './tasks.ts';

/** Bytes of gzip that may be spent, kB = 1,000 bytes. */
const BUDGETS = {
  'story, first view': 50_000,
  'story, map awake': 560_000,
  'story, scrolled to its end': 620_000,
  'story, our own script': 12_000,
  'embed, first view': 35_000,
  'embed.js': 2_000,
};

type Weights = Record<keyof typeof BUDGETS | 'index, first view', number>;
interface Scores {
  page: string;
  form: string;
  /** Performance, accessibility, best practices, search: the median of three, 0 to 100. */
  scores: number[];
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const RUNS = 3;

/**
 * Weighs what a reader downloads, times its longest tasks and asks Lighthouse: the first story, its embed and the index, of a site that is built
 * for it into a temporary folder. Weights are those of gzip, level 9, of each file that is asked for, each counted once.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(cacheDir('bench-'));
  const dist = join(folder, 'dist');
  const chromium = await findChromium();
  try {
    await buildPreview(dist);
    const serving = await serve({ dir: dist, site: { base: '/' }, port: 0 });
    const browser = await launchChromium(chromium);
    try {
      const [slug = ''] = findStories(dist);
      const weights = await weigh(browser, serving.url, dist, slug);
      const tasks = await measureTasks(browser, `${serving.url}stories/${slug}/`);
      await browser.close();
      const scores = await askLighthouse(chromium, serving.url, [
        '',
        `stories/${slug}/`,
        `stories/${slug}/embed/`,
      ]);
      const figures = { weights, budgets: BUDGETS, tasks, lighthouse: scores };
      return { text: textOf(weights, tasks, scores), figures };
    } finally {
      await browser.close();
      await serving.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function weigh(browser: Browser, site: string, dist: string, slug: string): Promise<Weights> {
  const known = new Map<string, number>();
  const weight = (path: string) => {
    const name = decodeURIComponent(path).slice(1);
    const file = join(dist, name.endsWith('/') || name === '' ? `${name}index.html` : name);
    const size = known.get(path) ?? gzipSync(readFileSync(file), { level: 9 }).length;
    known.set(path, size);
    return size;
  };
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + weight(path), 0);
  const visit = async (path: string) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 664 } });
    const asked = new Set<string>();
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http')) asked.add(url.pathname);
    });
    await page.goto(site + path, { waitUntil: 'networkidle' });
    return { page, asked };
  };

  const index = await visit('');
  const embed = await visit(`stories/${slug}/embed/`);
  const { page, asked } = await visit(`stories/${slug}/`);
  const first = sum(asked);
  const own = sum([...asked].filter((path) => path.endsWith('.js')));
  await page.mouse.move(100, 100);
  await page.mouse.wheel(0, 40);
  await page.locator('figure[data-map="live"]').waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const awake = sum(asked);
  for (const step of await page.locator('section[data-step]').all()) {
    await step.scrollIntoViewIfNeeded();
    await page.waitForTimeout(1600);
  }
  await page.waitForLoadState('networkidle');
  const weights = {
    'story, first view': first,
    'story, our own script': own,
    'story, map awake': awake,
    'story, scrolled to its end': sum(asked),
    'embed, first view': sum(embed.asked),
    'embed.js': weight('/embed.js'),
    'index, first view': sum(index.asked),
  };
  await Promise.all([page, index.page, embed.page].map((open) => open.close()));
  return weights;
}

async function askLighthouse(
  { executable, args, env }: Chromium,
  site: string,
  paths: string[],
): Promise<Scores[]> {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const chrome = await launch({
    chromePath: executable,
    chromeFlags: [...args, '--headless=new'],
    envVars: { ...process.env, ...env },
    logLevel: 'silent',
  });
  const results: Scores[] = [];
  try {
    for (const path of paths) {
      for (const form of ['mobile', 'desktop'] as const) {
        const runs: number[][] = [];
        for (let run = 0; run < RUNS; run += 1) {
          const flags = { port: chrome.port, logLevel: 'silent' as const, onlyCategories: [...CATEGORIES] };
          const result = await lighthouse(site + path, flags, form === 'desktop' ? desktopConfig : undefined);
          runs.push(CATEGORIES.map((name) => Math.round((result?.lhr.categories[name]?.score ?? 0) * 100)));
        }
        const scores = CATEGORIES.map((_, index) => median(runs.map((run) => run[index] ?? 0)));
        results.push({ page: `/${path}`, form, scores });
        process.stderr.write(`/${path} ${form}: ${scores.join(' / ')}\n`);
      }
    }
  } finally {
    chrome.kill();
  }
  return results;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function textOf(weights: Weights, tasks: LongTasks, scores: Scores[]): string {
  const kb = (bytes: number) => (bytes / 1000).toFixed(1);
  const budgets: Record<string, number> = BUDGETS;
  return [
    'Weights of the pages, gzip',
    ...table([
      ['', 'kB', 'budget'],
      ...Object.entries(weights).map(([what, bytes]) => {
        const budget = budgets[what];
        const over = budget !== undefined && bytes > budget ? ' (over)' : '';
        return [what, kb(bytes), budget === undefined ? '' : `${kb(budget)}${over}`];
      }),
    ]),
    '',
    'Longest task of the story, ms (median of 3; from the start of the map on at a quarter of the speed)',
    ...table(Object.entries(tasks).map(([phase, ms]) => [phase, String(ms)])),
    '',
    `Lighthouse, median of ${RUNS}`,
    ...table([
      ['page', '', ...CATEGORIES],
      ...scores.map(({ page, form, scores }) => [page, form, ...scores.map(String)]),
    ]),
  ].join('\n');
}
