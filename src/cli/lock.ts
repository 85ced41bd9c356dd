import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cacheDir, digestOf } from '../cache.ts';
import { InputError } from '../errors.ts';
import { isRunning } from './swap.ts';

/**
 * Builds a folder while no other process does: two at once would take each other's files. Throws `InputError` where one
 * does; what a process that is no more left behind is taken over.
 */
export async function buildAlone<T>(folder: string, build: () => Promise<T>): Promise<T> {
  const file = cacheDir('locks', `${digestOf(resolve(folder)).slice(0, 16)}.pid`);
  const other = takeLock(file);
  if (other !== null) {
    throw new InputError({
      file: folder,
      what: `another build is making this folder, process ${other}`,
      mend: `Wait until it is done; if there is none, delete ${file}`,
    });
  }
  try {
    return await build();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes a lock, or gives the id of the process that holds it. */
function takeLock(file: string): number | null {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      try {
        linkSync(own, file); // there at once with its content, or not at all
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(file);
      if (holder !== null && holder !== process.pid && isRunning(holder)) return holder;
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null; // it was let go meanwhile
  }
}
