import { workerData } from 'node:worker_threads';
import { InputError } from '../errors.ts';
import { deriveOne } from './derive.ts';
import { answerTasks } from './pool.ts';
import { loadTools } from './tools.ts';

/** A thread of `deriveAll`: derives articles and remembers them. Faults are told by the main thread, in order. */
const tools = loadTools();
answerTasks(async (file: string) => {
  try {
    deriveOne(await tools, (workerData as { root: string }).root, file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
});
