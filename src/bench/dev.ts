import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDevCopy } from '../desk/dev-copy.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { articleCount, madeArticles } from './made-articles.ts';
import { table } from './table.ts';

/** A page is asked for so often while a change is waited for, in milliseconds. */
const POLL_MS = 20;
/** So long is waited for, at most. */
const MOST_MS = 60_000;

/**
 * Seconds until `dev` over many articles shows a change in the page itself: an article changed, added, renamed and taken
 * out, its decisions changed. The second of each kind counts, as at a desk that is open; the first is given beside it.
 */
export async function bench({ corpora }: BenchOptions): Promise<BenchResult> {
  const count = articleCount();
  const [one = '', other = '', ...articles] = madeArticles(corpora, count + 2);
  const began = performance.now();
  const { url, root, stop } = await startDevCopy(
    Object.fromEntries(articles.map((text, index) => [`story-${index}.txt`, text])),
  );
  const started = (performance.now() - began) / 1000;
  const article = (name: string) => join(root, 'seeds', `${name}.txt`);
  const write = (name: string, text: string) => writeFileSync(article(name), text);
  const decide = (name: string, title: string) =>
    writeFileSync(join(root, 'data/stories', `${name}.yaml`), `title: ${title}\n`);
  const page = (name: string) => htmlAt(`${url}stories/${name}/`);
  /** Seconds from a change until the page of a story is as it should be. */
  const seconds = async (change: () => void, name: string, isShown: (html: string) => boolean) => {
    const start = performance.now();
    change();
    while (!isShown(await page(name))) {
      if (performance.now() - start > MOST_MS) throw new Error(`${name}: the page doesn't follow`);
      await sleep(POLL_MS);
    }
    return (performance.now() - start) / 1000;
  };
  try {
    const rows: [what: string, first: number, second: number][] = [];
    const measure = async (what: string, take: (time: number) => Promise<number>) => {
      rows.push([what, await take(0), await take(1)]);
    };
    await page('story-1');
    const texts = [articles[1]!, articles[2]!];
    await measure('an article changed', (time) =>
      seconds(
        () => write(`story-${time + 1}`, `${texts[time]}\nThe harbour of ${time} was calm.\n`),
        `story-${time + 1}`,
        (html) => html.includes(`The harbour of ${time} was calm.`),
      ),
    );
    await measure('decisions changed', (time) =>
      seconds(
        () => decide(`story-${time + 1}`, `Decided ${time}`),
        `story-${time + 1}`,
        (html) => html.includes(`Decided ${time}`),
      ),
    );
    await measure('an article added', (time) =>
      seconds(() => write(`added-${time}`, [one, other][time]!), `added-${time}`, Boolean),
    );
    await measure('an article renamed', (time) =>
      seconds(() => renameSync(article(`added-${time}`), article(`named-${time}`)), `named-${time}`, Boolean),
    );
    await measure('an article taken out', (time) =>
      seconds(
        () => rmSync(article(`named-${time}`)),
        `named-${time}`,
        (html) => html === '',
      ),
    );
    const lines = table([
      ['', 'first, s', 'second, s'],
      ...rows.map(([what, ...times]) => [what, ...times.map((time) => time.toFixed(2))]),
    ]);
    const words = [`Dev over ${count} articles, ready after ${started.toFixed(1)} s`, ...lines].join('\n');
    return { text: words, figures: { articles: count, started, rows } };
  } finally {
    stop();
  }
}

/** The page at an address, empty where there is none. */
const htmlAt = (address: string): Promise<string> =>
  new Promise((done, fail) => {
    get(address, (response) => {
      text(response).then((html) => done(response.statusCode === 200 ? html : ''), fail);
    }).on('error', fail);
  });
