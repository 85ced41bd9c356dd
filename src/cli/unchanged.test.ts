import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBuilt, rememberBuilt } from './unchanged.ts';

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

describe('isBuilt', () => {
  it('knows a site that was built from the same', () => {
    rememberBuilt(dist, 'digest');
    expect(isBuilt(dist, 'digest')).toBe(true);
  });

  it.each<[string, () => void]>([
    ['nothing was ever built', () => rmSync(join(root, '.cache'), { recursive: true })],
    ['the folder is gone', () => rmSync(dist, { recursive: true })],
    ['a file is gone', () => rmSync(join(dist, 'stories', 'a.html'))],
    ['a file was added', () => writeFileSync(join(dist, 'b.html'), '')],
    ['a file is another', () => writeFileSync(join(dist, 'stories', 'a.html'), 'ab')],
    ['the note is torn', () => writeFileSync(join(root, '.cache', 'built.json'), '{"dist"')],
  ])('builds again where %s', (_, change) => {
    rememberBuilt(dist, 'digest');
    change();
    expect(isBuilt(dist, 'digest')).toBe(false);
  });

  it('builds again from anything else, and elsewhere', () => {
    rememberBuilt(dist, 'digest');
    expect(isBuilt(dist, 'another')).toBe(false);
    expect(isBuilt(root, 'digest')).toBe(false);
  });
});
