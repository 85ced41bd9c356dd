import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';

let temporary = 0;

/** The folder for everything that can be made again: `.cache/` at the root, or `DATELINE_CACHE`. */
export function cacheDir(...parts: string[]): string {
  return join(resolve(process.env['DATELINE_CACHE'] || '.cache'), ...parts);
}

/** SHA-256 of the parts, in hexadecimal; a part's length goes in too, so that ["ab", "c"] is not ["a", "bc"]. */
export function digestOf(...parts: (string | Uint8Array)[]): string {
  return digestOfAll(parts);
}

/** The same of however many parts: a call takes no more than some 100,000 arguments. */
export function digestOfAll(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** Writes a file whole or not at all: under a temporary name beside it, then renamed. Makes its folders. */
export function writeWhole(file: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}-${threadId}-${(temporary += 1)}.tmp`;
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
