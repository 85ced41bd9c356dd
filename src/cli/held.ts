import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './derive.ts';

/** What a process that stays keeps between two derivations, by article: dev then reads again only what changed. */
export type Held = Map<string, { stamp: string; entry: Entry }>;

/** Size and time of last change of files, and which they are; "none" for one that isn't there. */
export function stampOf(root: string, files: readonly string[]): string {
  return files
    .map((file) => {
      const stat = statSync(join(root, file), { throwIfNoEntry: false, bigint: true });
      return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : 'none';
    })
    .join('|');
}
