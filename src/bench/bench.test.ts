import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';

const own = 'node_modules/.bin/node';
const bench = (...args: string[]) =>
  spawnSync(existsSync(own) ? own : process.execPath, ['src/bench/bench.ts', ...args], { encoding: 'utf8' });

it.each([
  [['dates', '--errors'], "bench: option '--errors <value>' argument missing"],
  [['--corpus', 'x'], "bench: unknown option '--corpus'"],
  [['pins'], 'bench: no such topic, got "pins". Topics: places'],
])('says in one line what is wrong with %j', (args, says) => {
  const { status, stderr } = bench(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(says);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
