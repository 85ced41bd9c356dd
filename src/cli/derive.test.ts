import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readArticle } from '../article/read.ts';
import { digestOf } from '../cache.ts';
import type { DeriveInput } from '../pipeline.ts';
import type { Policy } from '../policy.ts';
import { exampleStory } from '../story/example.ts';
import type { Story } from '../story/schema.ts';
import { commitStory, deriveAll, findSeeds } from './derive.ts';
import type { Held } from './held.ts';
import type { Tools } from './tools.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'));
  vi.stubEnv('DATELINE_CACHE', join(root, '.cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

function write(files: Record<string, string | Uint8Array>): void {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), bytes);
  }
}

const policy: Policy = {
  years: [2000, 2030],
  review: 'optional',
  line: { full: 'f', short: 's' },
  names: {},
  disputes: [],
};

/** A pipeline that takes the first line for the title and counts its work. */
function tools(digest = '1'): Tools & { calls: DeriveInput[] } {
  const calls: DeriveInput[] = [];
  const derive = (input: DeriveInput) => {
    calls.push(input);
    const { text, slug } = readArticle(input.file, input.bytes);
    const story: Story = {
      ...exampleStory(),
      slug: input.decisions?.slug ?? slug,
      title: text.split('\n')[0]!,
    };
    story.provenance.article = `sha256:${digestOf(input.bytes)}`;
    return { story, questions: [], warnings: [] };
  };
  return { policy, digest, derive, calls };
}

const cached = () => readdirSync(join(root, '.cache', 'stories')).sort();

describe('findSeeds', () => {
  it('finds texts in order, and nothing else', () => {
    expect(findSeeds(root)).toEqual([]);
    write({
      'seeds/b.txt': 'b',
      'seeds/a.md': 'a',
      'seeds/.c.txt': 'c',
      'seeds/d.pdf': 'd',
      'seeds/e.txt/f': 'f',
    });
    expect(findSeeds(root)).toEqual(['seeds/a.md', 'seeds/b.txt']);
  });

  it('passes nothing over without a word', async () => {
    write({ 'seeds/b.txt': 'b', 'seeds/.c.txt': 'c' });
    expect((await deriveAll({ root, tools: tools() })).warnings).toEqual([]);
    write({ 'seeds/d.pdf': 'd', 'seeds/sub/x.txt': 'x' });
    expect((await deriveAll({ root, tools: tools() })).warnings).toEqual([
      'seeds/: passed over, for articles are .txt or .md files in seeds/ itself: d.pdf, sub/',
    ]);
  });
});

describe('deriveAll', () => {
  it('gives no story for no article', async () => {
    expect(await deriveAll({ root, tools: tools() })).toEqual({ entries: [], warnings: [], derived: 0 });
  });

  it('derives each article, gives it its decisions, and writes the story for the pages', async () => {
    write({
      'seeds/Über uns.txt': 'One',
      'seeds/two.md': 'Two',
      'data/stories/two.yaml': 'slug: second\nreviewed: { by: Ann, at: 2026-11-24 }\n',
    });
    const { entries, derived } = await deriveAll({ root, tools: tools() });
    expect(derived).toBe(2);
    expect(entries.map(({ file, name, story }) => [file, name, story.slug])).toEqual([
      ['seeds/two.md', 'two', 'second'],
      ['seeds/Über uns.txt', 'uber-uns', 'uber-uns'],
    ]);
    expect(entries.map(({ comparison }) => comparison.state)).toEqual(['new', 'new']);
    expect(entries[0]?.story.reviewed).toMatchObject({ by: 'Ann', story: /^sha256:/ });
    expect(cached()).toEqual(['second.json', 'uber-uns.json']);
    expect(JSON.parse(readFileSync(join(root, '.cache/stories/second.json'), 'utf8'))).toEqual(
      entries[0]?.story,
    );
  });

  it('remembers what nothing changed, and derives again what did', async () => {
    write({ 'seeds/a.txt': 'A', 'seeds/b.txt': 'B', 'data/stories/b.yaml': '# nothing yet\n' });
    const count = async (with_: Tools) => (await deriveAll({ root, tools: with_ })).derived;
    expect(await count(tools())).toBe(2);
    expect(await count(tools())).toBe(0);
    write({ 'seeds/a.txt': 'A2' });
    expect(await count(tools())).toBe(1);
    write({ 'data/stories/b.yaml': 'title: B\n' });
    expect(await count(tools())).toBe(1);
    expect(await count(tools('2'))).toBe(2);
    write({ '.cache/derived/a.json': 'half a fi' });
    expect(await count(tools('2'))).toBe(1);
  });

  it('reads again only what changed, where it holds the last derivation', async () => {
    write({ 'seeds/a.txt': 'A', 'seeds/b.txt': 'B' });
    const held: Held = new Map();
    const derive = (with_ = tools()) => deriveAll({ root, tools: with_, held });
    const first = await derive();
    const again = await derive();
    expect(again.derived).toBe(0);
    expect(again.entries.map(({ story }, i) => story === first.entries[i]?.story)).toEqual([true, true]);

    write({ 'seeds/a.txt': 'A2' });
    const changed = await derive();
    expect(changed.entries.map(({ story }) => story.title)).toEqual(['A2', 'B']);
    expect(changed.entries[1]?.story).toBe(first.entries[1]?.story);

    write({ 'data/stories/b.yaml': 'slug: bee\n' });
    expect((await derive()).entries.map(({ story }) => story.slug)).toEqual(['a', 'bee']);
    expect(cached()).toEqual(['a.json', 'bee.json']);

    commitStory(root, (await derive()).entries[0]!);
    expect((await derive()).entries.map(({ comparison }) => comparison.state)).toEqual(['same', 'new']);

    write({ 'seeds/c.txt': 'B' });
    rmSync(join(root, 'seeds/b.txt'));
    expect((await derive()).entries.map(({ story }) => story.slug)).toEqual(['a', 'c']);
    expect(cached()).toEqual(['a.json', 'c.json']);
    expect((await derive(tools('2'))).derived).toBe(2);
  });

  it('holds on to what it had while a fault stands', async () => {
    write({ 'seeds/a.txt': 'A' });
    const held: Held = new Map();
    await deriveAll({ root, tools: tools(), held });
    write({ 'seeds/b.txt': ' ' });
    await expect(deriveAll({ root, tools: tools(), held })).rejects.toThrow('seeds/b.txt');
    write({ 'seeds/b.txt': 'B' });
    const { entries } = await deriveAll({ root, tools: tools(), held });
    expect(entries.map(({ story }) => story.title)).toEqual(['A', 'B']);
    expect(cached()).toEqual(['a.json', 'b.json']);
  });

  it('carries the committed story on, and doesn’t derive again for having written it', async () => {
    write({ 'seeds/a.txt': 'A' });
    const first = await deriveAll({ root, tools: tools() });
    commitStory(root, first.entries[0]!);
    const second = await deriveAll({ root, tools: tools() });
    expect(second.derived).toBe(0);
    expect(second.entries[0]?.comparison).toMatchObject({ state: 'same' });
    write({ 'seeds/a.txt': 'A2' });
    const third = tools();
    expect((await deriveAll({ root, tools: third })).entries[0]?.comparison).toMatchObject({
      state: 'stale',
      causes: ['article'],
      changes: [{ says: 'title of the story: A2, was A' }],
    });
    expect(third.calls[0]?.previous?.title).toBe('A');
  });

  it('takes a story out when its article is gone', async () => {
    write({ 'seeds/a.txt': 'A', 'seeds/b.txt': 'B' });
    await deriveAll({ root, tools: tools() });
    rmSync(join(root, 'seeds/b.txt'));
    await deriveAll({ root, tools: tools() });
    expect(cached()).toEqual(['a.json']);
  });

  it('lists the faults of all files together and leaves the cache as it was', async () => {
    write({ 'seeds/good.txt': 'Good' });
    await deriveAll({ root, tools: tools() });
    write({
      'seeds/empty.txt': ' \n',
      'seeds/latin.txt': new Uint8Array([0x47, 0x72, 0xfc, 0xdf]),
      'seeds/large.txt': 'x'.repeat(1_000_001),
      'seeds/front.md': '---\ndatum: 2024\n---\nText',
      'seeds/good.md': 'Also good',
      'seeds/name.txt': 'One',
      'seeds/name.md': '---\nslug: another\n---\nTwo',
      'seeds/same.txt': 'Same',
      'data/stories/same.yaml': 'slug: good',
      'seeds/decided.txt': 'Decided',
      'data/stories/decided.yaml': 'titel: D',
      'seeds/torn.txt': 'Torn',
      'data/stories/torn.json': '{ "schema":',
      'seeds/old.txt': 'Old',
      'data/stories/old.json': '{ "schema": "dateline/story@1" }',
      'seeds/§.txt': 'Signs',
    });
    await expect(deriveAll({ root, tools: tools() })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [InputError: data/stories/decided.yaml:1:1: unknown key, got "titel". Did you mean title?
      seeds/empty.txt: no text in the article. Put the article into it, or remove it.
      seeds/front.md:2: unknown key in front matter, got "datum". Known are title, byline, date, source, lang, slug.
      seeds/large.txt: larger than 1 MB, got "1000001 bytes". Split it into articles.
      seeds/latin.txt:1: not UTF-8. Save it as UTF-8.
      data/stories/old.json: not a story: slug: Invalid input: expected string, received undefined. Take it from the last commit, or delete it: the next build writes it anew
      data/stories/torn.json: not JSON: Unexpected end of JSON input. Take it from the last commit, or delete it: the next build writes it anew
      seeds/§.txt: no address can be made of the file’s name, got "§.txt". Rename it, or put slug: a-few-words into its front matter.
      seeds/good.txt: the same address as seeds/good.md, got "good". Rename one file, or give it a slug: of its own
      seeds/name.txt: the same address as seeds/name.md, got "name". Rename one file, or give it a slug: of its own
      seeds/same.txt: the same address as seeds/good.md, got "good". Rename one file, or give it a slug: of its own]
    `);
    expect(cached()).toEqual(['good.json']);
  });

  it('takes a file without a word in its name, if its front matter gives the address', async () => {
    write({ 'seeds/§.md': '---\nslug: signs\n---\nSigns' });
    const { entries } = await deriveAll({ root, tools: tools() });
    expect(entries.map(({ name }) => name)).toEqual(['signs']);
  });

  it('names decisions and stories to which no article belongs', async () => {
    write({
      'data/stories/gone.yaml': 'title: G',
      'data/stories/gone.json': '{}',
      'data/stories/README.md': 'r',
    });
    expect((await deriveAll({ root, tools: tools() })).warnings).toEqual([
      'data/stories/gone.json: no article in seeds/ bears this name',
      'data/stories/gone.yaml: no article in seeds/ bears this name',
    ]);
  });
});
