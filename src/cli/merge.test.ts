import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './project-copy.ts';

/** Ten towns that each are the only one of their name, by far. */
const TOWNS = [
  'Belgrade',
  'Vienna',
  'Lisbon',
  'Oslo',
  'Tallinn',
  'Reykjavik',
  'Helsinki',
  'Bratislava',
  'Sarajevo',
  'Zagreb',
];
const slugOf = (town: string) => `visit-to-${town.toLowerCase()}`;

function article(town: string, index: number): string {
  const next = TOWNS[(index + 3) % TOWNS.length]!;
  const day = 11 + index;
  return `---
title: Ministers meet in ${town}
date: 2026-05-${day}
---
${town.toUpperCase()}, May ${day} – Ana Petrović arrived in ${town} on Monday for talks about a bridge.

She met Marko Ruiz in ${town} on Tuesday. Petrović is scheduled to travel to ${next} next week.
`;
}

const SITE = { CI: 'true', SITE_URL: 'https://news.example/maps/' };
let project: ProjectCopy;
let whole: Record<string, string>;
beforeAll(async () => {
  project = copyProject({
    ...Object.fromEntries(TOWNS.map((town, index) => [`seeds/${slugOf(town)}.md`, article(town, index)])),
    // One that moved, one that was taken back, one whose text stays at home.
    'data/stories/visit-to-oslo.yaml': 'slug: talks-in-oslo\n',
    'data/stories/visit-to-tallinn.yaml': 'withdrawn: { at: 2026-06-01, note: It did not happen. }\n',
    'data/stories/visit-to-lisbon.yaml': 'text: none\n',
    'data/addresses.json': JSON.stringify({
      schema: 'dateline/addresses@1',
      stories: [{ article: 'visit-to-oslo', slug: 'visit-to-oslo', was: [] }],
    }),
  });
  const { code, said } = await project.run(['build'], { ...SITE, CI: '' });
  expect(said).not.toContain('the editor is asked');
  expect(code, said).toBe(0);
  whole = project.digests('dist');
}, 120_000);
afterAll(() => project.stop());

const clear = (folder: string) => rmSync(join(project.root, folder), { recursive: true, force: true });

async function buildParts(of: number): Promise<string[]> {
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  for (const number of numbers) {
    const { code, said } = await project.run(['build', `--shard=${number}/${of}`], SITE);
    expect(code, said).toBe(0);
  }
  return numbers.map((number) => `parts/${number}-of-${of}`);
}

describe('merge', () => {
  it.each([1, 2, 8])('joins %i parts to the very bytes of one build', { timeout: 120_000 }, async (of) => {
    const data = project.digests('data');
    clear('parts');
    const folders = await buildParts(of);
    // Parts and data as they were; dist as no build before it left it.
    clear('dist');
    const { code, said } = await project.run(['merge', ...folders.reverse()], SITE);
    expect(code, said).toBe(0);
    expect(project.digests('dist')).toEqual(whole);
    expect(project.digests('data')).toEqual(data);
  });
});
