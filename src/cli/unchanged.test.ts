import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Story } from '../story/schema.ts';
import { readBuilt, rememberBuilt, storyDigests } from './unchanged.ts';

let root: string;
let dist: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'));
  dist = join(root, 'dist');
  vi.stubEnv('DATELINE_CACHE', join(root, '.cache'));
  mkdirSync(join(dist, 'stories'), { recursive: true });
  writeFileSync(join(dist, 'stories', 'a.html'), 'a');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const built = { digest: 'digest', stories: { a: '1' } };

describe('readBuilt', () => {
  it('tells what a site was built from', () => {
    rememberBuilt(dist, built);
    expect(readBuilt(dist)).toMatchObject(built);
  });

  it.each<[string, () => void]>([
    ['nothing was ever built', () => rmSync(join(root, '.cache'), { recursive: true })],
    ['the folder is gone', () => rmSync(dist, { recursive: true })],
    ['a file is gone', () => rmSync(join(dist, 'stories', 'a.html'))],
    ['a file was added', () => writeFileSync(join(dist, 'b.html'), '')],
    ['a file is another', () => writeFileSync(join(dist, 'stories', 'a.html'), 'ab')],
    ['the note is torn', () => writeFileSync(join(root, '.cache', 'built.json'), '{"dist"')],
  ])('tells nothing where %s', (_, change) => {
    rememberBuilt(dist, built);
    change();
    expect(readBuilt(dist)).toBeNull();
  });

  it('tells nothing of another folder', () => {
    rememberBuilt(dist, built);
    expect(readBuilt(root)).toBeNull();
  });
});

describe('storyDigests', () => {
  const site = { origin: 'https://news.example', base: '/' } as Parameters<typeof storyDigests>[0];
  const entries = ['a', 'b'].map((slug) => ({ story: { slug, title: slug } as Story }));
  const before = storyDigests(site, entries, []);

  it('is the same for the same', () => expect(storyDigests(site, entries, [])).toEqual(before));

  it('is another for the story that changed, and for no other', () => {
    const changed = entries.map(({ story }) => ({
      story: story.slug === 'a' ? { ...story, title: 'z' } : story,
    }));
    const { a, b } = storyDigests(site, changed, []);
    expect(a).not.toBe(before['a']);
    expect(b).toBe(before['b']);
  });

  it('is another for the story that had another address', () => {
    const { a, b } = storyDigests(site, entries, [{ from: 'old', to: 'a' }]);
    expect(a).not.toBe(before['a']);
    expect(b).toBe(before['b']);
  });

  it('is another on another site', () => {
    const { a } = storyDigests({ ...site, base: '/maps/' }, entries, []);
    expect(a).not.toBe(before['a']);
  });

  const MAKERS = [
    'src/components/words.ts',
    'src/styles/story.css',
    'data/policy.yaml',
    'data/basemap/lakes.json',
    'package-lock.json',
  ];

  it.each(MAKERS)('is another where %s is another', (changed) => {
    for (const name of MAKERS) {
      mkdirSync(join(root, name, '..'), { recursive: true });
      writeFileSync(join(root, name), 'one');
    }
    const one = storyDigests(site, entries, [], root);
    writeFileSync(join(root, changed), 'two');
    expect(storyDigests(site, entries, [], root)['a']).not.toBe(one['a']);
  });
});
