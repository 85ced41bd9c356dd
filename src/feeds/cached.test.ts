import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPolicy } from '../policy.ts';
import { cachedPictures, cachedValue, picturesKey } from './cached.ts';
import { sampleStory } from './sample.ts';

const { policy } = loadPolicy();
const story = sampleStory();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cached-'));
  vi.stubEnv('DATELINE_CACHE', root);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const shelf = () => readdirSync(join(root, 'feeds', 'pictures', story.slug));

describe('picturesKey', () => {
  it('is the same whatever the story was derived with', () => {
    const provenance = { ...story.provenance, gazetteer: 'another' };
    expect(picturesKey({ ...story, provenance }, policy)).toBe(picturesKey(story, policy));
  });

  it.each([
    ['title', sampleStory({ title: 'Another' }), policy],
    ['withdrawal', sampleStory({ withdrawn: { at: '2025-01-02', note: 'Wrong.' } }), policy],
    ['line on borders', story, { ...policy, line: { ...policy.line, short: 'Another' } }],
    ['dispute', story, { ...policy, disputes: policy.disputes.slice(1) }],
  ])('is another for another %s', (_, other, under) => {
    expect(picturesKey(other, under)).not.toBe(picturesKey(story, policy));
  });
});

describe('cachedPictures', () => {
  it('makes a picture once', async () => {
    const make = vi.fn(() => Promise.resolve('<svg/>'));
    for (const _ of [1, 2]) {
      const bytes = await cachedPictures(story, policy)('steps/one.svg', make);
      expect(Buffer.from(bytes).toString()).toBe('<svg/>');
    }
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('takes out what was made of the story before', async () => {
    await cachedPictures(story, policy)('map.svg', () => Promise.resolve('old'));
    const [before] = shelf();
    await cachedPictures(sampleStory({ title: 'New' }), policy)('map.svg', () => Promise.resolve('new'));
    expect(shelf()).toHaveLength(1);
    expect(shelf()).not.toContain(before);
  });
});

describe('cachedValue', () => {
  it('makes a value once, null too, and again where it can’t be read', () => {
    const make = vi.fn(() => null);
    for (const _ of [1, 2]) expect(cachedValue(story, policy, 'page.json', make)).toBeNull();
    expect(make).toHaveBeenCalledTimes(1);
    writeFileSync(join(root, 'feeds', 'pictures', story.slug, shelf()[0]!, 'page.json'), '{"torn');
    expect(cachedValue(story, policy, 'page.json', make)).toBeNull();
    expect(make).toHaveBeenCalledTimes(2);
  });
});
