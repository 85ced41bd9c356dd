import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, digestOfAll } from '../cache.ts';
import type { DeriveInput, Derived } from '../pipeline.ts';
import { loadPolicy, type Policy } from '../policy.ts';
import { runPool, workersFor } from './pool.ts';

/** What derives stories: the pipeline with its gazetteer, loaded at the first story that needs it. */
export interface Tools {
  policy: Policy;
  /** Digest of all that a story is made of beside its own files: code, gazetteer, policy. */
  digest: string;
  derive(input: DeriveInput): Derived;
  /**
   * Derives these articles on all cores, so that each is remembered; false, and nothing done, where they are too few for
   * that to pay. Articles with faults are not remembered.
   */
  deriveElsewhere?(root: string, files: readonly string[], onDone: () => void): Promise<boolean>;
}

/** The rooms whose code makes a story, and the data that the gazetteer and the map are compiled from. */
const MAKERS = [
  'src/{article,places,dates,story,basemap}/*.ts',
  'src/*.ts',
  'data/gazetteer/*',
  'package-lock.json',
];

/** Finds the tools in the working folder; reads the policy, throws `InputError` where it can't be used. */
export async function loadTools(): Promise<Tools> {
  const { policy, digest } = loadPolicy();
  const [{ deriveStory }, { loadGazetteer }] = await Promise.all([
    import('../pipeline.ts'),
    import('../places/gazetteer.ts'),
  ]);
  let gazetteer: ReturnType<typeof loadGazetteer> | undefined;
  return {
    policy,
    digest: digestOf(digest, digestOfFiles(MAKERS)),
    derive: (input) => deriveStory(input, (gazetteer ??= loadGazetteer())),
    async deriveElsewhere(root, tasks, onDone) {
      const workers = workersFor(tasks.length);
      if (workers === 0) return false;
      const module = new URL('./derive-worker.ts', import.meta.url);
      // One alone first, which compiles the gazetteer where it must.
      await runPool({ module, given: { root }, tasks: tasks.slice(0, 1), workers: 1, onDone });
      await runPool({ module, given: { root }, tasks: tasks.slice(1), workers, inHand: 4, onDone });
      return true;
    },
  };
}

/** Digest of the files' names and bytes, in order of their names; tests and what a build writes itself don't count. */
export function digestOfFiles(patterns: string[], root = '.'): string {
  const files = globSync(patterns, { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts') && file !== 'data/addresses.json',
  );
  return digestOfAll(files.sort().flatMap((file) => [file, readFileSync(join(root, file))]));
}
