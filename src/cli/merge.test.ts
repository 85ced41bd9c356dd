import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './project-copy.ts';

/** Towns with their countries, so that nobody is asked which is meant. */
const TOWNS = [
  'Belgrade, Serbia',
  'Vienna, Austria',
  'Lisbon, Portugal',
  'Oslo, Norway',
  'Tallinn, Estonia',
  'Zagreb, Croatia',
];

function visit(place: string, index: number): [file: string, text: string] {
  const [town = ''] = place.split(',');
  return [
    `seeds/visit-to-${town.toLowerCase()}.md`,
    `---
title: Ministers meet in ${town}
date: 2026-05-${11 + index}
---
Ana Petrović arrived in ${place}, on Monday for talks about a bridge.

She met Marko Ruiz in ${town} on Tuesday. Petrović is scheduled to travel to ${TOWNS[(index + 2) % 6]!}, next week.
`,
  ];
}

/** Articles without a place: pages without a map. */
const NOTES = ['bridge', 'ferry', 'mill', 'road'].map((thing): [file: string, text: string] => [
  `seeds/${thing}-reopens.md`,
  `---\ntitle: A ${thing} reopens\ndate: 2026-05-12\n---\nThe ${thing} was opened again on Monday. It had been closed for talks about a bridge.\n`,
]);

const SITE = { CI: 'true', SITE_URL: 'https://news.example/maps/' };
let project: ProjectCopy;
let whole: Record<string, string>;
beforeAll(async () => {
  project = copyProject({
    ...Object.fromEntries([...TOWNS.map(visit), ...NOTES]),
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
}, 240_000);
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

describe('merge', { timeout: 240_000 }, () => {
  it.each([1, 2, 8])('joins %i parts to the very bytes of one build', async (of) => {
    const data = project.digests('data');
    const folders = await buildParts(of);
    // Parts and data as they were; dist as no build before it left it.
    clear('dist');
    const { code, said } = await project.run(['merge', ...folders.reverse()], SITE);
    expect(code, said).toBe(0);
    expect(project.digests('dist')).toEqual(whole);
    expect(project.digests('data')).toEqual(data);
  });

  it('refuses parts that are not whole or not of what stands here, and leaves everything', async () => {
    const folders = Array.from({ length: 8 }, (_, index) => `parts/${index + 1}-of-8`);
    const before = project.digests('dist', 'data');
    const refusal = async (args: string[]) => {
      const { code, said } = await project.run(['merge', ...args], SITE);
      expect(code, said).toBe(1);
      expect(project.digests('dist', 'data')).toEqual(before);
      return said;
    };
    expect(await refusal(folders.slice(1))).toBe(
      'parts/1-of-8: missing. Build it: npm run build -- --shard=1/8\n',
    );
    const [path] = Object.keys(project.digests(...folders)).filter((name) => name.endsWith('/index.html'));
    const page = project.read(path!);
    project.write({ [path!]: page.slice(0, -100) });
    expect(await refusal(folders)).toMatch(
      /^parts\/\d-of-8\/stories\/.*: not as it was built\. Fetch it again/m,
    );
    const [file, text] = NOTES[0]!;
    project.write({ [path!]: page, [file]: text.replace('Monday', 'Tuesday') });
    expect((await refusal(folders)).match(/^parts\/\d-of-8: built from another state/gm)).toHaveLength(8);
  });

  it('finds one address twice in any part, though the two fall to others', async () => {
    project.write({ 'data/stories/visit-to-zagreb.yaml': 'slug: visit-to-vienna\n' });
    const runs = [1, 2, 3].map((number) => ['build', `--shard=${number}/3`]);
    for (const args of [...runs, ['merge', 'parts/1-of-8']]) {
      const { code, said } = await project.run(args, SITE);
      expect(code).toBe(1);
      expect(said).toBe(
        'seeds/visit-to-zagreb.md: the same address as seeds/visit-to-vienna.md, got "visit-to-vienna". ' +
          'Rename one file, or give it a slug: of its own\n',
      );
    }
  });
});
