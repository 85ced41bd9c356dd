import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { cacheDir, digestOf } from '../cache.ts';

/** A project of its own for tests: our program and tables, other articles, a cache of its own. */
export interface ProjectCopy {
  root: string;
  /** Writes files by their paths below the root; null takes one out. */
  write(files: Record<string, string | null>): void;
  read(path: string): string;
  /** The digest of each file below some of its folders, by path. */
  digests(...folders: string[]): Record<string, string>;
  /**
   * Runs `dateline` with these arguments, in one process for all runs: Astro takes seconds to load. `said` is what came
   * out on stdout and stderr.
   */
  run(args: string[], env?: Record<string, string>): Promise<{ code: number; said: string }>;
  /** Starts `dateline` in a process of its own, which may be killed. */
  spawn(args: string[], env?: Record<string, string>): ChildProcess;
  stop(): void;
}

/** What the project is made of, beside articles and decisions. */
const PROGRAM = [
  'src',
  'public',
  'data',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** What takes seconds to make and doesn't depend on articles: shared with the working folder's cache. */
const SHARED = ['gazetteer', 'tiles', 'fonts', 'ground'];

/** Makes a project below the cache, without a story; `files` as `write` takes them. */
export function copyProject(files: Record<string, string>): ProjectCopy {
  mkdirSync(cacheDir(), { recursive: true });
  const root = mkdtempSync(cacheDir('test-'));
  copyProgram(root);
  mkdirSync(join(root, '.cache'));
  for (const name of SHARED) {
    mkdirSync(cacheDir(name), { recursive: true });
    symlinkSync(cacheDir(name), join(root, '.cache', name), 'junction');
  }
  const write: ProjectCopy['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
  };
  write(files);
  const children: ChildProcess[] = [];
  const start = (args: string[], stdio: 'ipc' | 'ignore', more = {}): ChildProcess => {
    const { CI: _c, NODE_ENV: _n, SITE_URL: _s, VITEST: _v, DATELINE_CACHE: _d, ...env } = process.env;
    const own = resolve('node_modules/.bin/node');
    const node = existsSync(own) ? own : process.execPath;
    const streams = ['ignore', 'inherit', 'inherit'] as const;
    const child = spawn(node, args, {
      cwd: root,
      env: { ...env, NO_COLOR: '1', ...more },
      stdio: stdio === 'ipc' ? [...streams, 'ipc'] : 'ignore',
    });
    children.push(child);
    return child;
  };
  let runner: ChildProcess | undefined;
  return {
    root,
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    digests: (...folders) => Object.fromEntries(folders.flatMap((folder) => digestsBelow(root, folder))),
    run: (args, env = {}) =>
      new Promise((done, fail) => {
        runner ??= start(['--input-type=module', '-e', RUNNER], 'ipc');
        const ended = () => fail(new Error('the runner ended'));
        runner.once('exit', ended);
        runner.once('message', (answer) => {
          runner?.off('exit', ended);
          done(answer as { code: number; said: string });
        });
        runner.send({ args, env });
      }),
    spawn: (args, env) => start(['src/cli/dateline.ts', ...args], 'ignore', env),
    stop() {
      runner?.removeAllListeners('exit');
      for (const child of children) child.kill('SIGKILL');
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Puts our program and tables into a folder, no story, and the packages by a link. */
export function copyProgram(root: string): void {
  for (const name of PROGRAM) if (existsSync(name)) cpSync(name, join(root, name), { recursive: true });
  for (const name of ['data/stories', 'data/addresses.json'])
    rmSync(join(root, name), { recursive: true, force: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
}

/** Runs command lines as they come, each with its own environment, and answers with its code and its words. */
const RUNNER = `
import { inspect } from 'node:util';
const { main } = await import(process.cwd() + '/src/cli/dateline.ts');
const around = { ...process.env };
let said = '';
for (const stream of [process.stdout, process.stderr])
  stream.write = (words) => Boolean((said += words));
process.on('message', async ({ args, env }) => {
  said = '';
  for (const name of Object.keys(process.env)) if (!(name in around)) delete process.env[name];
  Object.assign(process.env, around, env);
  let code = 1;
  try {
    code = await main(args);
  } catch (error) {
    said += inspect(error);
  }
  process.send({ code, said });
});
`;

/** The digest of each file below one folder of a root, with its path from there, in order. */
export function digestsBelow(root: string, folder: string): [path: string, digest: string][] {
  const dir = join(root, folder);
  if (!existsSync(dir)) return [];
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => [relative(root, file), digestOf(readFileSync(file))]);
}
