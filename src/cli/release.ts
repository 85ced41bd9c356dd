import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files and folders that are only there for pages of the release before. */
const KEPT = '_astro/kept.json';

/** Folders whose entries carry a digest in their names. */
const HASHED = ['_astro', 'tiles'];

/**
 * Takes hashed files of the site that stands into the next one, so that pages which readers, caches and embeds still
 * hold go on working for one release. A release that changes no hashed file keeps what the one before kept.
 */
export function keepHashed(previous: string, next: string): void {
  const before = ownFiles(previous);
  const now = list(next);
  const isSame = before.own.length === now.length && before.own.every((name, index) => name === now[index]);
  const kept = (isSame ? before.kept : before.own).filter((name) => !existsSync(join(next, name)));
  const there = kept.filter((name) => existsSync(join(previous, name)));
  for (const name of there)
    cpSync(join(previous, name), join(next, name), { recursive: true, preserveTimestamps: true });
  if (there.length > 0) writeFileSync(join(next, KEPT), `${JSON.stringify(there)}\n`);
}

/** What a site brought itself and what it had kept, in order of names. */
function ownFiles(dir: string): { own: string[]; kept: string[] } {
  const file = join(dir, KEPT);
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  return { kept, own: list(dir).filter((name) => name !== KEPT && !kept.includes(name)) };
}

function list(dir: string): string[] {
  return HASHED.flatMap((folder) => {
    const path = join(dir, folder);
    return existsSync(path) ? readdirSync(path).map((name) => `${folder}/${name}`) : [];
  }).sort();
}
