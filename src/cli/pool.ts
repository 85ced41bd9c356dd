import { availableParallelism } from 'node:os';
import { parentPort, SHARE_ENV, Worker } from 'node:worker_threads';

/** What a pool of worker threads is to do. */
export interface Work<T> {
  /** The module that the workers run; it calls `answerTasks`. */
  module: URL;
  /** What they are told once. */
  given: unknown;
  tasks: readonly T[];
  /** How many workers; see `workersFor`. */
  workers: number;
  /** Tasks that a worker holds at a time. */
  inHand?: number;
  onDone?: () => void;
}

/** Each worker loads a gazetteer or a map of the world: more than this many want more memory than they save time. */
const MOST_WORKERS = 4;

/** A worker takes a second or two to load: fewer tasks than this are done sooner without. */
const FEW = 12;

/** What a worker may hold: it needs half of it, and would let as much again lie about before it cleans up. */
const HEAP_MB = 448;

/** As many workers as there are cores, none for a handful of tasks. */
export function workersFor(tasks: number): number {
  return tasks < FEW ? 0 : Math.min(MOST_WORKERS, availableParallelism());
}

/** Has workers do all tasks, in order of the list but each when it is free. Throws the first fault that one met. */
export async function runPool<T>(work: Work<T>): Promise<void> {
  const queue = work.tasks.values();
  const running = Array.from({ length: Math.min(work.workers, work.tasks.length) }, () =>
    runWorker(work, queue),
  );
  try {
    await Promise.all(running.map(({ finished }) => finished));
  } finally {
    await Promise.all(running.map(({ worker }) => worker.terminate()));
  }
}

/** A worker's answer to a task: nothing, or its fault. */
interface Answer {
  error?: unknown;
}

/** A worker that takes tasks from the queue until it is empty. */
function runWorker<T>({ module, given, inHand = 1, onDone }: Work<T>, queue: Iterator<T>) {
  const worker = new Worker(module, {
    workerData: given,
    env: SHARE_ENV,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const finished = new Promise<void>((resolve, reject) => {
    let held = 0;
    const give = () => {
      const { value, done } = queue.next();
      if (done) return;
      held += 1;
      worker.postMessage(value);
    };
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a worker ended with code ${code}`)));
    worker.on('message', ({ error }: Answer) => {
      if (error !== undefined) return reject(error as Error);
      held -= 1;
      onDone?.();
      give();
      if (held === 0) resolve();
    });
    for (let i = 0; i < inHand; i += 1) give();
    if (held === 0) resolve();
  });
  return { worker, finished };
}

/** In a worker: does the tasks as they come and answers each. */
export function answerTasks<T>(work: (task: T) => void | Promise<void>): void {
  const answer = (given: Answer) => parentPort?.postMessage(given);
  parentPort?.on('message', async (task: T) => {
    try {
      await work(task);
      answer({});
    } catch (error) {
      answer({ error });
    }
  });
}
