import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digestOf } from '../cache.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Published, Redirect } from '../feeds/addresses.ts';
import type { Site } from '../site.ts';
import type { Story } from '../story/schema.ts';
import { findSeeds, readName, sharedSlugs, type Named } from './derive.ts';
import { digestOfFiles } from './tools.ts';
import { siteDigest } from './unchanged.ts';
import { UsageError } from './usage.ts';

/** One of several parts of a site; `number` counts from 1. */
export interface Shard {
  number: number;
  of: number;
}

/** Where parts are built: `parts/2-of-8/`. */
const PARTS = 'parts';

/** `2/8`. Throws `UsageError`. */
export function parseShard(value: string): Shard {
  const [, number, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? [];
  if (number && of && Number(number) <= Number(of)) return { number: Number(number), of: Number(of) };
  throw new UsageError(
    `--shard: not a part, got "${value}". Write which part and of how many, e.g. --shard=2/8`,
  );
}

/** The part that a story belongs to, counted from 1: its slug alone decides, so that another story moves none. */
export function shardOf(slug: string, of: number): number {
  return (Number.parseInt(digestOf(slug).slice(0, 12), 16) % of) + 1;
}

/** The folder of a part: `parts/2-of-8`. */
export function folderOf({ number, of }: Shard): string {
  return join(PARTS, `${number}-of-${of}`);
}

/** What `part.json` says of a part, so that `merge` can tell whether parts belong together and are whole. */
export interface Part {
  schema: 'dateline/part@1';
  number: number;
  of: number;
  /** Digest of all that parts of one site share, articles too: `digestOfSite`. */
  site: string;
  /** The stories as the site's own pages and feeds need them; in whole, so a part is not for publishing. */
  stories: Story[];
  /** SHA-256 of each file by its path below the part. */
  files: Record<string, string>;
}

/** All articles by name and address, without deriving them. Throws `InputError`, for two with one address too. */
export function nameAll(): Named[] {
  const files = findSeeds();
  const named: Named[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      named.push(readName('.', file));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  problems.push(...sharedSlugs(files, named));
  if (problems.length > 0) throw new InputError(problems);
  return named;
}

/** The stories as `data/addresses.json` remembers them. */
export function publishedAs(named: readonly Named[]): Published[] {
  return named.map(({ name, slug }) => ({ article: name, slug }));
}

/** Digest of all that the parts of one site share: code, data, articles, decisions, addresses, and where it will stand. */
export function digestOfSite(
  site: Site,
  published: readonly Published[],
  redirects: readonly Redirect[],
): string {
  return digestOf(
    siteDigest(site, [], redirects),
    JSON.stringify(published),
    digestOfFiles(['seeds/*.{txt,md}']),
  );
}

/** A part and where it stands. */
export interface FoundPart {
  folder: string;
  part: Part;
}

/** What `merge` relies on; that a story is one is checked where its pages are rendered. */
const partSchema = z.object({
  schema: z.literal('dateline/part@1'),
  number: z.int().positive(),
  of: z.int().positive(),
  site: z.string(),
  stories: z.array(z.looseObject({ slug: z.string() })),
  files: z.record(z.string().regex(/^stories\/(?!.*\.\.)/), z.string()),
});

/**
 * Reads the parts of the site with this digest, in order of their numbers: each exactly once. Throws `InputError` with
 * all that is missing, twice there or from another site.
 */
export function readParts(folders: readonly string[], digest: string): FoundPart[] {
  // What a killed build left beside a part is none.
  const found = folders.filter((folder) => !/\.(next|old)\/?$/.test(folder)).map(readPart);
  const problems = found.flatMap(({ folder, part }): Problem[] =>
    part.site === digest
      ? []
      : [
          {
            file: folder,
            what: 'built from another state of the articles, the data, the program or SITE_URL than stands here',
            mend: `Build it again: ${commandOf(part)}`,
          },
        ],
  );
  if (problems.length > 0) throw new InputError(problems);
  const [first] = found;
  if (!first) throw new InputError({ file: 'merge', what: 'no part', mend: 'Name their folders: parts/*' });
  const { of } = first.part;
  const other = found.find(({ part }) => part.of !== of);
  if (other) {
    const what = `one of ${other.part.of} parts, where ${first.folder} is one of ${of}`;
    throw new InputError({ file: other.folder, what, mend: 'Name the parts of one build' });
  }
  const byNumber = Array.from({ length: of }, (_, index) =>
    found.filter(({ part }) => part.number === index + 1),
  );
  problems.push(
    ...byNumber.flatMap(([part, again], index): Problem[] => {
      const shard = { number: index + 1, of };
      if (!part) return [{ file: folderOf(shard), what: 'missing', mend: `Build it: ${commandOf(shard)}` }];
      return again ? [{ file: again.folder, what: `the same part as ${part.folder}` }] : [];
    }),
  );
  if (problems.length > 0) throw new InputError(problems);
  return byNumber.flat();
}

function readPart(folder: string): FoundPart {
  const file = join(folder, 'part.json');
  const mend = 'Name folders that build --shard made: parts/*';
  if (!existsSync(file)) throw new InputError({ file: folder, what: 'not a part: no part.json in it', mend });
  try {
    const part = partSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { folder, part: part as unknown as Part };
  } catch {
    throw new InputError({ file, what: 'not what build --shard writes', mend });
  }
}

/** The command that builds a part. */
export const commandOf = ({ number, of }: Pick<Part, 'number' | 'of'>) =>
  `npm run build -- --shard=${number}/${of}`;
