import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the next site is built, and where the last one waits while the two change places. */
export const nextOf = (dist: string) => `${dist}.next`;
const oldOf = (dist: string) => `${dist}.old`;

/**
 * Puts the finished `dist.next` in the place of `dist` by two renames. A process that dies in between leaves `dist.old`,
 * from which `recoverSwap` mends.
 */
export function swap(dist: string): void {
  rmSync(oldOf(dist), { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, oldOf(dist));
  renameSync(nextOf(dist), dist);
  rmSync(oldOf(dist), { recursive: true, force: true });
}

/** Mends what a killed build left: the last good site is `dist` again. True if it had been half swapped. */
export function recoverSwap(dist: string): boolean {
  const isHalf = !existsSync(dist) && existsSync(oldOf(dist));
  if (isHalf) renameSync(oldOf(dist), dist);
  rmSync(oldOf(dist), { recursive: true, force: true });
  rmSync(nextOf(dist), { recursive: true, force: true });
  return isHalf;
}

/** Takes out the temporary files that processes which are no more left below a folder (`writeWhole`). */
export function sweepTemporary(folder: string): void {
  for (const file of globSync('**/*.tmp', { cwd: folder })) {
    const pid = /\.(\d+)(?:-\d+)+\.tmp$/.exec(file)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, file), { force: true });
  }
}

/** Whether there is a process with this id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
