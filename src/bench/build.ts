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
import { parseArticle } from '../article/parse.ts';
import { copyProgram } from '../cli/project-copy.ts';
import { InputError } from '../errors.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { table } from './table.ts';

/** How many articles; `DATELINE_BENCH_ARTICLES` takes another number. */
const ARTICLES = 1000;

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
 * another gazetteer. The articles are sentences of the corpora, put together anew by a fixed rule, so that two runs
 * build the same site. Beside each build stands a plain copy of its `dist/`, made in the same run.
 */
export function bench({ corpora }: BenchOptions): BenchResult {
  if (corpora === null)
    throw new InputError({ file: 'bench build', what: 'no corpora', mend: 'Name them: --corpora DIR' });
  const count = Number(process.env['DATELINE_BENCH_ARTICLES'] ?? ARTICLES);
  const root = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    copyProgram(root);
    for (const name of ['seeds', 'data/stories']) mkdirSync(join(root, name), { recursive: true });
    const articles = recombine(sentencesOf(corpora), count + 1);
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

/** Every sentence of the corpora's articles, in order of files and lines. */
function sentencesOf(corpora: string): string[] {
  const files = globSync(join(corpora, '**/*.jsonl')).sort();
  const texts = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text?: unknown }).text)
      .filter((text) => typeof text === 'string'),
  );
  const sentences = texts.flatMap((text) => {
    const article = parseArticle(text);
    return article.sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  });
  if (sentences.length > 0) return sentences;
  throw new InputError({
    file: corpora,
    what: 'no article in any *.jsonl',
    mend: 'Give the folder of the corpora',
  });
}

/**
 * Articles of five paragraphs of three sentences, taken in strides that share no factor with the whole, and shifted at
 * each round, so that no two articles are one.
 */
function recombine(sentences: readonly string[], count: number): string[] {
  const stride = 7919;
  const pick = (index: number) => {
    const round = Math.floor(index / sentences.length);
    return sentences[(index * stride + round * 31) % sentences.length]!;
  };
  return Array.from({ length: count }, (_, article) => {
    const paragraph = (p: number) => [0, 1, 2].map((s) => pick(article * 15 + p * 3 + s)).join(' ');
    const day = `2024-${String((article % 12) + 1).padStart(2, '0')}-${String((article % 28) + 1).padStart(2, '0')}`;
    const head = `---\ntitle: Story ${article}\ndate: ${day}\n---\n`;
    return `${head}${[0, 1, 2, 3, 4].map(paragraph).join('\n\n')}\n`;
  });
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
