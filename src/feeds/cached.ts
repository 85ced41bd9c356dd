import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';
import type { Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';

/** The code, styles, data and data packages that pictures are made with. */
const MAKERS = [
  'src/{basemap,feeds,dates}/*.ts',
  'src/*.ts',
  'src/styles/map-drawing.css',
  'data/basemap/*',
  'package-lock.json',
];

let makers: string | undefined;

/** Digest of all that pictures are made with, apart from the story and the policy; read once. */
function makersDigest(): string {
  makers ??= digestOf(
    ...globSync(MAKERS)
      .filter((file) => !file.endsWith('.test.ts'))
      .sort()
      .flatMap((file) => [file, readFileSync(file)]),
  );
  return makers;
}

/** Digest of all that the pictures of a story are made of: the story, the policy, our own code and data. */
export function picturesKey(story: Story, policy: Policy): string {
  const { provenance: _, ...identity } = story;
  return digestOf(JSON.stringify(identity), JSON.stringify(policy), makersDigest()).slice(0, 24);
}

/** Makes the pictures of one story, or takes them from the cache. */
export type Pictures = (name: string, make: () => Promise<string | Uint8Array>) => Promise<Uint8Array>;

/** Pictures of a story, cached under `picturesKey`. */
export function cachedPictures(story: Story, policy: Policy): Pictures {
  const folder = shelfOf(story, policy);
  return async (name, make) => {
    const file = join(folder, name);
    const kept = readIfThere(file);
    if (kept) return kept;
    const made = await make();
    writeWhole(file, made);
    return typeof made === 'string' ? Buffer.from(made) : made;
  };
}

/** A value of a story that is cached beside its pictures, as JSON. One that can't be read is made again. */
export function cachedValue<T>(story: Story, policy: Policy, name: string, make: () => T): T {
  const file = join(shelfOf(story, policy), name);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    const made = make();
    writeWhole(file, JSON.stringify(made));
    return made;
  }
}

/** Where a story's pictures stand; what was made of an older story, policy or code is taken out. */
function shelfOf(story: Story, policy: Policy): string {
  const shelf = cacheDir('feeds', 'pictures', story.slug);
  const folder = join(shelf, picturesKey(story, policy));
  if (!existsSync(folder)) rmSync(shelf, { recursive: true, force: true });
  return folder;
}

/** Null too where another process has just taken it out. */
function readIfThere(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
