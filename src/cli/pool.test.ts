import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPool, workersFor } from './pool.ts';

let root: string;
let module: URL;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pool-'));
  const file = join(root, 'worker.ts');
  const pool = pathToFileURL(join(import.meta.dirname, 'pool.ts')).href;
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs';
    import { workerData } from 'node:worker_threads';
    import { answerTasks } from ${JSON.stringify(pool)};
    answerTasks(async (task: string) => {
      if (task === 'bad') throw new RangeError('no such thing');
      if (task === 'end') process.exit(3);
      writeFileSync(workerData.folder + '/' + task + '.txt', task);
    });`,
  );
  module = pathToFileURL(file);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('runPool', () => {
  it.each([
    [1, 1],
    [2, 3],
    [5, 2],
  ])('does every task once with %i workers and %i in hand', async (workers, inHand) => {
    const folder = mkdtempSync(join(root, 'done-'));
    const tasks = Array.from({ length: 9 }, (_, i) => `t${i}`);
    let done = 0;
    await runPool({ module, given: { folder }, tasks, workers, inHand, onDone: () => (done += 1) });
    expect(done).toBe(9);
    expect(readdirSync(folder)).toEqual(tasks.map((task) => `${task}.txt`));
  });

  it('does nothing for no task', () =>
    expect(runPool({ module, given: {}, tasks: [], workers: 2 })).resolves.toBeUndefined());

  it.each([
    ['bad', 'no such thing'],
    ['end', 'a worker ended with code 3'],
  ])('throws the fault of a worker (%s)', async (task, words) => {
    const folder = mkdtempSync(join(root, 'fault-'));
    await expect(runPool({ module, given: { folder }, tasks: ['a', task, 'b'], workers: 2 })).rejects.toThrow(
      words,
    );
  });
});

describe('workersFor', () => {
  it('has none for a handful', () => expect(workersFor(3)).toBe(0));
  it('has some for many, but never a crowd', () => {
    expect(workersFor(1000)).toBeGreaterThanOrEqual(1);
    expect(workersFor(1000)).toBeLessThanOrEqual(4);
  });
});
