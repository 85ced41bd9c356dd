import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './project-copy.ts';

/** Enough that worker threads draw them, when all are drawn. */
const TOWNS = [
  ...['Belgrade', 'Vienna', 'Lisbon', 'Oslo', 'Tallinn', 'Reykjavik', 'Helsinki', 'Bratislava'],
  ...['Sarajevo', 'Zagreb', 'Ljubljana', 'Budapest', 'Bucharest', 'Skopje'],
];

function article(town: string, more = ''): string {
  return `---
title: Ministers meet in ${town}
date: 2026-05-12
---
${town.toUpperCase()}, May 12 – Ana Petrović arrived in ${town} on Monday for talks about a bridge.${more}

She met Marko Ruiz in ${town} on Tuesday.
`;
}

const fileOf = (town: string) => `seeds/visit-to-${town.toLowerCase()}.md`;
const POLICY = 'data/policy.yaml';
const SITE = { CI: '', SITE_URL: 'https://news.example/maps/' };

let project: ProjectCopy;
beforeAll(async () => {
  project = copyProject(Object.fromEntries(TOWNS.map((town) => [fileOf(town), article(town)])));
  expect(await build()).toContain(`${TOWNS.length} made anew`);
}, 240_000);
afterAll(() => project.stop());

async function build(options: string[] = [], env = SITE): Promise<string> {
  const { code, said } = await project.run(['build', ...options], env);
  expect(code, said).toBe(0);
  return said;
}

/** The site as a build gives it that finds neither a cache nor a site, but the same articles and records. */
async function coldly(env = SITE): Promise<Record<string, string>> {
  for (const made of [
    'dist',
    '.cache/astro',
    '.cache/derived',
    '.cache/feeds',
    '.cache/stories',
    '.cache/built.json',
  ])
    rmSync(join(project.root, made), { recursive: true, force: true });
  await build(['--accept'], env);
  return project.digests('dist');
}

/** Without the hashed files, of which a build keeps those of the release before: the pages name the ones that count. */
function withoutHashed(digests: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(digests).filter(([path]) => !/^dist\/(_astro|tiles)\//.test(path)),
  );
}

describe('a build of what changed', { timeout: 240_000 }, () => {
  it('leaves the site alone where nothing changed', async () => {
    const before = project.digests('dist');
    expect(await build()).toContain('dist/ stays');
    expect(project.digests('dist')).toEqual(before);
  });

  it('makes one changed, one new and one removed article as a build of all does', async () => {
    project.write({
      [fileOf('Oslo')]: article('Oslo', ' It rained in Bergen on Sunday.'),
      'seeds/visit-to-riga.md': article('Riga'),
      [fileOf('Skopje')]: null,
      'data/stories/visit-to-skopje.json': null,
    });
    expect(await build(['--accept'])).toContain(`${TOWNS.length}, of which 2 made anew`);
    const quickly = project.digests('dist');
    expect(quickly).toHaveProperty(['dist/stories/visit-to-riga/index.html']);
    expect(quickly).not.toHaveProperty(['dist/stories/visit-to-skopje/index.html']);
    expect(quickly).toEqual(await coldly());
  });

  it('makes all anew for another policy and address', async () => {
    const line = project.read(POLICY).replace(/^( +full: ).*$/m, '$1"Borders: see below"');
    expect(line).not.toBe(project.read(POLICY));
    project.write({ [POLICY]: line });
    const elsewhere = { ...SITE, SITE_URL: 'https://other.example/' };
    expect(await build(['--accept'], elsewhere)).toContain(`${TOWNS.length} made anew`);
    const quickly = withoutHashed(project.digests('dist'));
    expect(quickly).toEqual(withoutHashed(await coldly(elsewhere)));
  });

  it('makes all anew where somebody touched the site', async () => {
    project.write({ 'dist/stories/visit-to-riga/story.json': '{}' });
    expect(await build()).toContain(`${TOWNS.length} made anew`);
    expect(project.read('dist/stories/visit-to-riga/story.json')).toContain('"slug": "visit-to-riga"');
  });
});
