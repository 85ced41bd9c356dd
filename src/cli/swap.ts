import { existsSync, renameSync, rmSync } from 'node:fs';

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
