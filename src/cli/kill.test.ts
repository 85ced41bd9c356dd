import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recoverSwap, sweepTemporary } from './swap.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Publishes one release after the other as a build does, as fast as it can: 40 files, a story, a swap. */
const PUBLISHER = `
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from ${JSON.stringify(new URL('../cache.ts', import.meta.url).href)};
import { recoverSwap, swap } from ${JSON.stringify(new URL('./swap.ts', import.meta.url).href)};
const root = process.argv[1];
const dist = join(root, 'dist');
recoverSwap(dist);
for (let release = Number(process.argv[2]); ; release += 1) {
  mkdirSync(dist + '.next', { recursive: true });
  for (let i = 0; i < 40; i += 1) writeFileSync(join(dist + '.next', i + '.html'), String(release).repeat(5000));
  writeWhole(join(root, 'data', 'story.json'), JSON.stringify({ release, text: 'x'.repeat(200000) }));
  swap(dist);
  if (release % 10 === 0) process.stdout.write('.');
}
`;

/** Milliseconds of life, spread over some releases without a random number. */
const LIVES = Array.from({ length: 20 }, (_, run) => 1 + ((run * 37) % 100));

it('a build killed at any moment leaves the last good site and whole data', { timeout: 60_000 }, async () => {
  const dist = join(root, 'dist');
  for (const [run, life] of LIVES.entries()) {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', PUBLISHER, root, String(1 + run * 100_000)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await wait(life);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    recoverSwap(dist);
    sweepTemporary(join(root, 'data'));
    expect(readdirSync(join(root, 'data'))).toEqual(['story.json']);
    const pages = readdirSync(dist).map((name) => readFileSync(join(dist, name), 'utf8'));
    expect(pages).toHaveLength(40);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]!.length % 5000).toBe(0);
    const { text } = JSON.parse(readFileSync(join(root, 'data', 'story.json'), 'utf8')) as { text: string };
    expect(text).toHaveLength(200_000);
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  }
});
