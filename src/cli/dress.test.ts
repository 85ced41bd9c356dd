import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { digestOf } from '../cache.ts';
import { sampleStory } from '../feeds/sample.ts';
import { loadPolicy } from '../policy.ts';
import { readSite } from '../site.ts';
import { dressStories } from './dress.ts';

const folder = mkdtempSync(join(tmpdir(), 'dress-'));
const stories = ['one', 'two', 'three', 'four'].map((slug) => sampleStory({ slug, title: `Story ${slug}` }));
stories.push(sampleStory({ slug: 'gone', withdrawn: { at: '2025-01-02', note: 'It was wrong.' } }));

/** All files that so many workers make, from an empty cache, and what they are: the site's and the cached maps. */
async function made(workers: number): Promise<Record<string, string>> {
  const root = join(folder, String(workers));
  vi.stubEnv('DATELINE_CACHE', join(root, 'cache'));
  let done = 0;
  await dressStories(stories, {
    site: readSite('https://news.example/'),
    policy: loadPolicy().policy,
    outDir: join(root, 'site'),
    workers,
    onProgress: () => (done += 1),
  });
  expect(done).toBe(stories.length);
  const files = globSync(['site/**/*.*', 'cache/feeds/pictures/**/*.*'], { cwd: root }).sort();
  return Object.fromEntries(files.map((file) => [file, digestOf(readFileSync(join(root, file)))]));
}

let alone: Record<string, string>;
beforeAll(async () => {
  alone = await made(0);
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('dressStories', () => {
  it('makes maps and feeds of each story', () => {
    expect(alone).toHaveProperty(['site/stories/three/card.png']);
    expect(Object.keys(alone).filter((file) => file.endsWith('/page.json'))).toHaveLength(4);
  });

  it.each([1, 3])('makes the same bytes with %i workers', { timeout: 120_000 }, async (workers) => {
    expect(await made(workers)).toEqual(alone);
  });

  it('makes nothing of nothing', async () => {
    await expect(
      dressStories([], {
        site: readSite(undefined),
        policy: loadPolicy().policy,
        outDir: join(folder, 'none'),
        workers: 2,
      }),
    ).resolves.toBeUndefined();
  });
});
