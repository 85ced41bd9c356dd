import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingReferences } from './references.ts';
import { keepHashed } from './release.ts';
import { recoverSwap, swap } from './swap.ts';

let root: string;
let dist: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'));
  dist = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(dir: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}
const page = () => readFileSync(join(dist, 'index.html'), 'utf8');

describe('swap', () => {
  it('puts the next site in the place of the last, and leaves nothing beside', () => {
    write(`${dist}.next`, { 'index.html': 'one' });
    swap(dist);
    write(`${dist}.next`, { 'index.html': 'two' });
    swap(dist);
    expect(page()).toBe('two');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it.each([
    ['while building', { dist: 'last', 'dist.next': 'half' }, false],
    ['between the renames', { 'dist.old': 'last', 'dist.next': 'whole' }, true],
    ['after the renames', { dist: 'last', 'dist.old': 'older' }, false],
    ['never', { dist: 'last' }, false],
  ])('a build killed %s leaves the last good site', (_, folders, half) => {
    for (const [name, text] of Object.entries(folders)) write(join(root, name), { 'index.html': text });
    expect(recoverSwap(dist)).toBe(half);
    expect(page()).toBe('last');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('has nothing to mend before the first build', () => {
    expect(recoverSwap(dist)).toBe(false);
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('keepHashed', () => {
  const release = (hashes: string[]) => {
    rmSync(`${dist}.next`, { recursive: true, force: true });
    write(`${dist}.next`, {
      'index.html': hashes.join(),
      ...Object.fromEntries(hashes.map((hash) => [`_astro/${hash}.js`, hash])),
      [`tiles/${hashes[0]}/0/0/0.pbf`]: '',
    });
    if (existsSync(dist)) keepHashed(dist, `${dist}.next`);
    swap(dist);
    return [...readdirSync(join(dist, '_astro')), ...readdirSync(join(dist, 'tiles'))];
  };

  it('keeps the hashed files of the release before, for one release', () => {
    expect(release(['a', 'b'])).toEqual(['a.js', 'b.js', 'a']);
    expect(release(['c', 'b'])).toEqual(['a.js', 'b.js', 'c.js', 'kept.json', 'a', 'c']);
    expect(release(['c', 'b'])).toEqual(['a.js', 'b.js', 'c.js', 'kept.json', 'a', 'c']);
    expect(release(['d'])).toEqual(['b.js', 'c.js', 'd.js', 'kept.json', 'c', 'd']);
    expect(release(['b', 'd'])).toEqual(['b.js', 'd.js', 'kept.json', 'b', 'd']);
  });
});

describe('missingReferences', () => {
  it('finds pages that name hashed files which are not there', async () => {
    write(dist, {
      'index.html': '<script src="/maps/_astro/a.B-1_x.js"></script><link href="/maps/_astro/gone.css">',
      'stories/x/index.html': 'url(/_astro/gone.woff2) /_astro/a.B-1_x.js',
      '_astro/a.B-1_x.js': '',
    });
    expect(await missingReferences(dist)).toEqual([
      { page: 'index.html', file: '_astro/gone.css' },
      { page: 'stories/x/index.html', file: '_astro/gone.woff2' },
    ]);
  });

  it('finds nothing in an empty folder', async () => {
    expect(await missingReferences(root)).toEqual([]);
  });
});
