import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { loadPolicy } from '../policy.ts';

const root = mkdtempSync(join(tmpdir(), 'ground-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

/** The coasts around Denmark as a process draws them that has just begun. */
async function drawn() {
  vi.resetModules();
  const { groundPaths, loadGround } = await import('./ground-path.ts');
  const window = { left: 0.515, top: 0.3, world: 4000, width: 120, height: 90 };
  return groundPaths(loadGround(loadPolicy().policy), window);
}

it(
  'draws the same from the cache as anew, and anew where the cache is torn',
  { timeout: 60_000 },
  async () => {
    vi.stubEnv('DATELINE_CACHE', root);
    const anew = await drawn();
    expect(anew.land).toMatch(/^M\d/);
    const [file = ''] = globSync(join(root, 'ground', '*.bin'));
    const written = statSync(file).mtimeMs;
    expect(await drawn()).toEqual(anew);
    expect(statSync(file).mtimeMs).toBe(written);
    writeFileSync(file, 'half a fi');
    expect(await drawn()).toEqual(anew);
    expect(statSync(file).size).toBeGreaterThan(1_000_000);
  },
);
