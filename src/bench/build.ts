import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProgram } from '../cli/project-copy.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { articleCount, madeArticles } from './made-articles.ts';
import { table } from './table.ts';

interface Run {
  what: string;
  seconds: number;
  /** Seconds that all its threads computed: on a busy machine they tell more than the clock. */
  cpu: number;
  /** The process's largest resident set, in MB. */
  peakMb: number;
  /** A plain copy of `dist/` right after it, in seconds. */
  copy: number;
}

/**
 * Builds a site of many articles in a temporary folder: cold, without a change, with one changed, one added, and with
 * another gazetteer. Beside each build stands a plain copy of its `dist/`, made in the same run.
 */
export function bench({ corpora }: BenchOptions): BenchResult {
  const count = articleCount();
  const articles = madeArticles(corpora, count + 1);
  const root = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    copyProgram(root);
    for (const name of ['seeds', 'data/stories']) mkdirSync(join(root, name), { recursive: true });
    const last = articles.pop() ?? '';
    articles.forEach((text, index) => writeFileSync(join(root, 'seeds', `story-${index}.txt`), text));
    const some = join(root, 'seeds', `story-${Math.floor(count / 2)}.txt`);
    const runs = [
      run(root, 'cold'),
      run(root, 'no change'),
      run(root, 'one changed', () => appendFileSync(some, '\n\nOn Friday it rained in Lisbon.\n')),
      run(root, 'one added', () => writeFileSync(join(root, 'seeds', 'one-more.txt'), last)),
      run(root, 'gazetteer changed', () => appendFileSync(join(root, 'data/gazetteer/aliases.tsv'), '\n'), [
        '--accept',
      ]),
    ];
    const figures = {
      articles: count,
      files: filesOf(join(root, 'dist')),
      cache: filesOf(join(root, '.cache')),
      runs,
    };
    return { text: textOf(figures), figures };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

interface Disk {
  count: number;
  mb: number;
}

function textOf({
  articles,
  files,
  cache,
  runs,
}: {
  articles: number;
  files: Disk;
  cache: Disk;
  runs: Run[];
}): string {
  const rows = runs.map(({ what, seconds, cpu, peakMb, copy }) => [
    what,
    seconds.toFixed(1),
    cpu.toFixed(1),
    copy.toFixed(1),
    (seconds / copy).toFixed(1),
    String(peakMb),
  ]);
  return [
    `Build of ${articles.toLocaleString('en-US')} articles: dist/ ${files.count.toLocaleString('en-US')} files, ${files.mb} MB; .cache/ ${cache.mb} MB`,
    ...table([['', 's', 'CPU s', 'cp -r dist, s', 'copies', 'peak MB'], ...rows]),
  ].join('\n');
}

function run(root: string, what: string, change?: () => void, options: string[] = []): Run {
  change?.();
  const report = join(root, 'usage.json');
  const env = {
    ...process.env,
    CI: '',
    NODE_ENV: '',
    DATELINE_USAGE: report,
    SITE_URL: 'https://news.example/maps/',
  };
  const began = performance.now();
  const script = join(root, 'src/bench/measured.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, 'build', ...options], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${what}: the build failed\n${stderr.slice(-3000)}`);
  const used = JSON.parse(readFileSync(report, 'utf8')) as NodeJS.ResourceUsage;
  const result = {
    what,
    seconds,
    cpu: (used.userCPUTime + used.systemCPUTime) / 1e6,
    peakMb: Math.round(used.maxRSS / 1000),
    copy: copyOf(join(root, 'dist')),
  };
  process.stderr.write(
    `${what}: ${seconds.toFixed(1)} s, copy ${result.copy.toFixed(1)} s, peak ${result.peakMb} MB\n`,
  );
  return result;
}

/** Seconds that `cp -r` takes. */
function copyOf(dist: string): number {
  const to = `${dist}.copy`;
  const began = performance.now();
  execFileSync('cp', ['-r', dist, to]);
  const seconds = (performance.now() - began) / 1000;
  rmSync(to, { recursive: true });
  return seconds;
}

function filesOf(dist: string): Disk {
  const files = globSync('**/*', { cwd: dist })
    .map((name) => statSync(join(dist, name)))
    .filter((stat) => stat.isFile());
  return { count: files.length, mb: Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1e6) };
}
