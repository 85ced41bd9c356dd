import { existsSync, globSync, readFileSync } from 'node:fs';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';
import type { Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';

/** The code, styles and data packages that pictures are made with. */
const MAKERS = [
  'src/{basemap,feeds,dates}/*.ts',
  'src/*.ts',
  'src/styles/map-drawing.css',
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

/** Makes the pictures of one story, or takes them from the cache. */
export type Pictures = (name: string, make: () => Promise<string | Uint8Array>) => Promise<Uint8Array>;

/** Pictures of a story, cached under the digest of what they are made of: the story, the policy, and our own code. */
export function cachedPictures(story: Story, policy: Policy): Pictures {
  const { provenance: _, ...identity } = story;
  const key = digestOf(JSON.stringify(identity), JSON.stringify(policy), makersDigest()).slice(0, 24);
  return async (name, make) => {
    const file = cacheDir('feeds', 'pictures', key.slice(0, 2), key, name);
    if (existsSync(file)) return readFileSync(file);
    const made = await make();
    writeWhole(file, made);
    return typeof made === 'string' ? Buffer.from(made) : made;
  };
}
