import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from './commands.ts';
import { main } from './dateline.ts';
import { describeCommand, listCommands } from './usage.ts';

let out = '';
let err = '';
beforeEach(() => {
  out = err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => Boolean((out += String(words))));
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => Boolean((err += String(words))));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('dateline', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('lists its commands for %j', async (args) => {
    expect(await main(args)).toBe(0);
    expect(out).toContain(listCommands(commands));
    for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `);
    expect(err).toBe('');
  });

  it.each(Object.keys(commands))('teaches %s', async (name) => {
    expect(await main([name, '--help'])).toBe(0);
    expect(out).toBe(describeCommand(name, commands[name]!));
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it.each([
    [['biuld'], 'dateline: unknown command "biuld". Did you mean build?'],
    [['frobnicate'], 'dateline: unknown command "frobnicate". See npm run -s dateline -- --help'],
    [['constructor'], 'dateline: unknown command "constructor". See npm run -s dateline -- --help'],
    [
      ['build', '--fast'],
      "dateline: build: unknown option '--fast'. See npm run -s dateline -- build --help",
    ],
    [['build', 'x'], 'dateline: build: too many arguments, got "x". See npm run -s dateline -- build --help'],
    [['story'], 'dateline: story: FILE is missing. See npm run -s dateline -- story --help'],
    [
      ['build', '--shard=9/8'],
      'dateline: --shard: not a part, got "9/8". Write which part and of how many, e.g. --shard=2/8',
    ],
    [['merge'], 'dateline: merge: DIR… is missing. See npm run -s dateline -- merge --help'],
    [['start', '--port', 'x'], 'dateline: --port: not a port, got "x". Write a number, e.g. --port 8080'],
  ])('answers %j in one line, with code 2', async (args, words) => {
    expect(await main(args)).toBe(2);
    expect(err).toBe(`${words}\n`);
    expect(out).toBe('');
  });

  it('tells of bad input in one line, with code 1', async () => {
    expect(await main(['story', 'seeds/none.txt'])).toBe(1);
    expect(err).toBe('seeds/none.txt: no such file. Name an article, e.g. seeds/abbas-moscow-visit.txt\n');
    vi.stubEnv('SITE_URL', 'news.example');
    err = '';
    expect(await main(['build'])).toBe(1);
    expect(err).toBe(
      'SITE_URL: not an address that a site can stand at, got "news.example". Write it as https://x.org/maps/\n',
    );
  });

  it('takes no folder for an article', async () => {
    expect(await main(['story', 'src'])).toBe(1);
    expect(err).toContain('src: a folder, not an article. Name an article');
  });

  it('minds no reader that has had enough', () => {
    const own = 'node_modules/.bin/node';
    const node = existsSync(own) ? own : process.execPath;
    const line = JSON.stringify({ id: 1, text: 'Bread is dear.', dct: '2024-05-15' });
    const command = `yes '${line}' | ${node} src/cli/dateline.ts dates | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', timeout: 60_000 });
    expect(stdout).toBe('{"id":1,"timexes":[]}\n');
    expect(stderr).toBe('');
  });
});
