import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject, digestsBelow, type ProjectCopy } from './project-copy.ts';
import { recoverSwap, sweepTemporary } from './swap.ts';

/** Two states of the same three articles: other words, other places, one under another address. */
const STATES = ['Zagreb', 'Bratislava'].map((town, index) => ({
  ...Object.fromEntries(
    ['bridge-opens', 'mill-closes', 'road-reopens'].map((name) => [
      `seeds/${name}.md`,
      `---\ntitle: Talks on ${name}\ndate: 2026-05-15\n---\nAna Petrović met Marko Ruiz in ${town} on Friday.\n`,
    ]),
  ),
  'data/stories/mill-closes.yaml': `slug: mill-${index}\n`,
}));
const ADDRESSES = {
  schema: 'dateline/addresses@1',
  stories: [{ article: 'mill-closes', slug: 'mill-1', was: ['mill-0'] }],
};

/** In thousandths of a build's time: of two builds ten moments each, by the golden section, none at random. */
const MOMENTS = [0, 1].map((build) =>
  Array.from({ length: 10 }, (_, point) => (618 * (1 + build + 2 * point)) % 1000).sort((a, b) => a - b),
);

let project: ProjectCopy;
/** Digests of the site that each state gives, and of what it commits. */
const sites: Record<string, string>[] = [];
const committed: Record<string, string>[] = [];
beforeAll(async () => {
  project = copyProject({ 'data/addresses.json': JSON.stringify(ADDRESSES) });
  for (const [state, files] of STATES.entries()) {
    project.write(files);
    const { code, said } = await project.run(['build']);
    expect(code, said).toBe(0);
    sites[state] = Object.fromEntries(digestsBelow(join(project.root, 'dist'), '.'));
    committed[state] = project.digests('data');
  }
}, 240_000);
afterAll(() => project.stop());

/** The state whose whole site the next start finds: in `dist/`, or beside it where a swap was cut in two. */
function siteThere(): number {
  const folder = ['dist', 'dist.old'].find((name) => existsSync(join(project.root, name))) ?? 'none';
  const site = digestsBelow(join(project.root, folder), '.');
  return sites.findIndex((known) => JSON.stringify(known) === JSON.stringify(Object.fromEntries(site)));
}

/** Looks at what stands on disk: a whole site, and in `data/` whole files of the one state or the other. */
function expectWhole(): void {
  expect(siteThere(), 'a whole site').not.toBe(-1);
  for (const [file, digest] of digestsBelow(project.root, 'data'))
    if (!file.endsWith('.tmp')) expect([committed[0]![file], committed[1]![file]], file).toContain(digest);
}

/** Mends as the next start does, after which nothing else may be there. */
function mend(): void {
  recoverSwap(join(project.root, 'dist'));
  sweepTemporary(join(project.root, 'data'));
  expectWhole();
  expect(readdirSync(project.root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(Object.keys(project.digests('data'))).toEqual(Object.keys(committed[0]!));
}

it('a build killed at any moment leaves a whole site and whole data', { timeout: 300_000 }, async () => {
  const start = () => {
    project.write(STATES[1 - siteThere()]!);
    const child = project.spawn(['build']);
    return { child, ended: new Promise((resolve) => child.once('exit', resolve)) };
  };
  const began = performance.now();
  await start().ended;
  const duration = performance.now() - began;
  for (const moments of MOMENTS) {
    const { child, ended } = start();
    let lived = 0;
    for (const moment of moments) {
      await Promise.race([ended, wait(((moment - lived) / 1000) * duration)]);
      lived = moment;
      // Stopped, it leaves on disk what it would leave if killed: so one build serves for ten moments.
      child.kill('SIGSTOP');
      expectWhole();
      if (moment !== moments.at(-1)) child.kill('SIGCONT');
    }
    child.kill('SIGKILL');
    await ended;
    mend();
  }
  const { code, said } = await project.run(['build']);
  expect(code, said).toBe(0);
  mend();
  expect(project.digests('data')).toEqual(committed[siteThere()]);
});

/**
 * Publishes one release after the other, as fast as it can: 40 files, a story, a swap. A build passes in a moment through
 * what is done here all the time.
 */
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

it('a swap killed at any moment leaves one release, and whole data', { timeout: 240_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-'));
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
  rmSync(root, { recursive: true });
});
