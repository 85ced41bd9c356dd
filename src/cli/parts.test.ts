import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem, InputError } from '../errors.ts';
import { parseShard, readParts, shardOf } from './parts.ts';

describe('parseShard', () => {
  it('reads which part and of how many', () => {
    expect(parseShard('2/8')).toEqual({ number: 2, of: 8 });
    expect(parseShard('1/1')).toEqual({ number: 1, of: 1 });
  });

  it.each(['', '8', '0/8', '9/8', '-1/8', '1.5/8', '02/8', '2/0', '2/8/', ' 2/8', 'two/8', '1/10000'])(
    'refuses "%s"',
    (value) => {
      expect(() => parseShard(value)).toThrow(`--shard: not a part, got "${value}".`);
    },
  );
});

describe('shardOf', () => {
  const slugs = Array.from({ length: 1000 }, (_, index) => `story-${index}`);

  it.each([1, 2, 8])('gives each story to one of %i parts, and each part its share', (of) => {
    const sizes = Array.from({ length: of }, () => 0);
    for (const slug of slugs) sizes[shardOf(slug, of) - 1]! += 1;
    for (const size of sizes) expect(Math.abs(size - 1000 / of)).toBeLessThan(250 / of);
  });

  it('goes by the slug alone, the same on every machine', () => {
    expect(['', 'a', 'bridge-opens', 'mill-closes'].map((slug) => shardOf(slug, 8))).toMatchInlineSnapshot(`
      [
        1,
        4,
        6,
        1,
      ]
    `);
  });
});

describe('readParts', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dateline-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function part(name: string, fields: object = {}): string {
    const folder = join(root, name);
    const [number, of] = name.split('-of-').map((word) => Number.parseInt(word));
    const whole = { schema: 'dateline/part@1', number, of, site: 'd', stories: [], files: {}, ...fields };
    mkdirSync(folder);
    writeFileSync(join(folder, 'part.json'), JSON.stringify(whole));
    return folder;
  }
  function problemsOf(folders: string[]): string {
    try {
      readParts(folders, 'd');
    } catch (error) {
      if (error instanceof InputError)
        return error.problems
          .map(formatProblem)
          .join('\n')
          .replaceAll(root + '/', '');
    }
    return '';
  }

  it('takes all parts in any order, once each, and nothing that a killed build left', () => {
    const folders = [part('2-of-2'), part('1-of-2'), part('2-of-2.next'), join(root, '1-of-2.old')];
    expect(readParts(folders, 'd').map(({ part }) => part.number)).toEqual([1, 2]);
  });

  it.each<[string, () => string[], string]>([
    ['no part', () => [], 'merge: no part. Name their folders: parts/*'],
    [
      'a folder that is none',
      () => [join(root, 'dist')],
      'dist: not a part: no part.json in it. Name folders that build --shard made: parts/*',
    ],
    [
      'parts that are missing',
      () => [part('2-of-4'), part('4-of-4')],
      'parts/1-of-4: missing. Build it: npm run build -- --shard=1/4\n' +
        'parts/3-of-4: missing. Build it: npm run build -- --shard=3/4',
    ],
    ['a part twice', () => [part('1-of-1'), part('1-of-1 (2)')], '1-of-1 (2): the same part as 1-of-1'],
    [
      'parts of two divisions',
      () => [part('1-of-1'), part('1-of-2')],
      '1-of-2: one of 2 parts, where 1-of-1 is one of 1. Name the parts of one build',
    ],
    [
      'a part of another site',
      () => [part('1-of-2'), part('2-of-2', { site: 'e' })],
      '2-of-2: built from another state of the articles, the data, the program or SITE_URL than stands here. ' +
        'Build it again: npm run build -- --shard=2/2',
    ],
    [
      'a path that leads out',
      () => [part('1-of-1', { files: { 'stories/../../x': 'd' } })],
      '1-of-1/part.json: not what build --shard writes. Name folders that build --shard made: parts/*',
    ],
  ])('refuses %s', (_, folders, words) => {
    expect(problemsOf(folders())).toBe(words);
  });
});
