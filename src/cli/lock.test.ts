import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildAlone } from './lock.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'dateline-'));
  vi.stubEnv('DATELINE_CACHE', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

const locks = () => readdirSync(join(cache, 'locks'));

/** Leaves the lock that a process with this id would hold. */
async function leaveLock(pid: number): Promise<void> {
  await buildAlone('dist', async () => {
    const [name] = locks();
    mkdirSync(join(cache, 'kept'));
    writeFileSync(join(cache, 'kept', name!), String(pid));
  });
  const [name] = readdirSync(join(cache, 'kept'));
  writeFileSync(join(cache, 'locks', name!), String(pid));
}

it('builds, and lets go when it is done, by an error too', async () => {
  expect(await buildAlone('dist', async () => locks().length)).toBe(1);
  await expect(buildAlone('dist', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(locks()).toEqual([]);
});

it('refuses a folder that another process is building, and leaves its lock', async () => {
  await leaveLock(process.ppid);
  const build = vi.fn();
  await expect(buildAlone('dist', build)).rejects.toThrow(
    `dist: another build is making this folder, process ${process.ppid}. Wait until it is done`,
  );
  expect(build).not.toHaveBeenCalled();
  expect(locks()).toHaveLength(1);
  expect(await buildAlone('dist2', async () => 'another folder')).toBe('another folder');
});

it.each([
  ['is no more', () => spawnSync(process.execPath, ['-e', '']).pid],
  ['had this very id', () => process.pid],
  ['wrote nothing', () => 0],
])('takes over from a process that %s', async (_, pid) => {
  await leaveLock(pid());
  expect(await buildAlone('dist', async () => 'built')).toBe('built');
  expect(locks()).toEqual([]);
});
