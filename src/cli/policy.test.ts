import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { disputesOfStory } from '../basemap/disputes.ts';
import type { Policy } from '../policy.ts';
import { commitStory, deriveAll, deriveFile, type Entry } from './derive.ts';
import { frozenRefusals, settle } from './settle.ts';
import { loadTools, type Tools } from './tools.ts';

const NAME = 'abbas-moscow-visit';
const FROZEN = { frozen: true, accept: false };
const ORDINARY = { frozen: false, accept: false };

let root: string;
let tools: Tools;

/** The first story in a folder of its own, committed under the policy as it stands. */
beforeAll(async () => {
  tools = await loadTools();
  deriveFile(tools, '.', `seeds/${NAME}.txt`); // the gazetteer from the usual cache; nothing is written
  root = mkdtempSync(join(tmpdir(), 'dateline-'));
  vi.stubEnv('DATELINE_CACHE', join(root, '.cache'));
  for (const folder of ['seeds', 'data/stories']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of [`seeds/${NAME}.txt`, `data/stories/${NAME}.yaml`]) cpSync(file, join(root, file));
  const [first] = await derived(tools.policy);
  commitStory(root, first!);
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

async function derived(policy: Policy): Promise<Entry[]> {
  return (await deriveAll({ root, tools: { ...tools, policy, digest: JSON.stringify(policy) } })).entries;
}

const edited = (id: string, change: (row: Policy['disputes'][number]) => Policy['disputes']): Policy => ({
  ...tools.policy,
  disputes: tools.policy.disputes.flatMap((row) => (row.id === id ? change(row) : [row])),
});

describe('a frozen build', () => {
  it('goes on under the policy that the stories were committed with', async () => {
    expect(frozenRefusals(await derived(tools.policy), tools.policy)).toEqual([]);
  });

  it('refuses a changed row of a dispute in view, and names the story', async () => {
    const policy = edited('crimea', (row) => [{ ...row, drawn: 'A solid line.' }]);
    expect(frozenRefusals(await derived(policy), policy)).toEqual([
      `seeds/${NAME}.txt: the committed story is stale, changed by policy`,
    ]);
  });

  it('refuses a missing row, says which, and goes on refusing when the change was taken', async () => {
    const policy = edited('kashmir', () => []);
    const silent = ['Kashmir', 'Siachen Glacier'].map(
      (name) =>
        `data/policy.yaml: no row under "disputes" says what is drawn for ${name}, which maps show: ${NAME}`,
    );
    const entries = await derived(policy);
    expect(frozenRefusals(entries, policy)).toEqual([
      ...silent,
      `seeds/${NAME}.txt: the committed story is stale, changed by policy`,
    ]);
    const taken = entries.map((entry) => ({
      ...entry,
      comparison: { ...entry.comparison, state: 'same' as const },
    }));
    expect(settle(taken, policy, { schema: 'dateline/addresses@1', stories: [] }, FROZEN).refused).toEqual(
      expect.arrayContaining(silent),
    );
  });

  it('passes over a row of a place that no map of the story shows', async () => {
    const shown = disputesOfStory((await derived(tools.policy))[0]!.story, tools.policy).map(({ id }) => id);
    expect(shown).not.toContain('antarctica');
    const policy = edited('antarctica', (row) => [{ ...row, drawn: 'Otherwise.' }]);
    expect(frozenRefusals(await derived(policy), policy)).toEqual([]);
  });
});

it('an ordinary build stops for a changed row too, and lists the stories by cause', async () => {
  const policy = edited('golan-heights', (row) => [{ ...row, lines: [] }]);
  const before = { schema: 'dateline/addresses@1' as const, stories: [] };
  expect(settle(await derived(policy), policy, before, ORDINARY).refused).toEqual([
    `changed by policy: 1 story: ${NAME}`,
  ]);
  expect(settle(await derived(policy), policy, before, { frozen: false, accept: true }).refused).toEqual([]);
});
