import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { InputError, type Problem } from '../errors.ts';

const FILE = 'data/addresses.json';

const addressesSchema = z.strictObject({
  schema: z.literal('dateline/addresses@1'),
  stories: z.array(
    z.strictObject({
      article: z.string().describe('The seed’s name without its ending: what stays when a slug changes.'),
      slug: z.string().describe('The address that the story has now.'),
      was: z.array(z.string()).describe('Addresses that it had before and still answers to, oldest first.'),
    }),
  ),
});

/** What `data/addresses.json` remembers of every story that was ever published, sorted by article. */
export type Addresses = z.infer<typeof addressesSchema>;

/** A story as it is published now: the article that it is made of (`seeds/<article>.txt`) and its slug. */
export interface Published {
  article: string;
  slug: string;
}

/** An old slug and the slug that it leads to. */
export interface Redirect {
  from: string;
  to: string;
}

/** Reads `data/addresses.json`; a missing file means that nothing was published yet. Throws `InputError`. */
export function readAddresses(file = FILE): Addresses {
  if (!existsSync(file)) return { schema: 'dateline/addresses@1', stories: [] };
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InputError({ file, what: `not JSON (${(error as Error).message})`, mend: MEND });
  }
  const read = addressesSchema.safeParse(data);
  if (read.success) return read.data;
  throw new InputError(
    read.error.issues.map((issue) => ({
      file,
      what: `${issue.path.join('.')}: ${issue.message}`,
      mend: MEND,
    })),
  );
}

const MEND = 'Restore the file from git; the build writes it.';

/**
 * The addresses that would be lost, or change their meaning, if `now` were published after `previous`.
 *
 * An address is kept by its own story, by a story that is withdrawn (it is published, and says so), or by the story of
 * the same article under another slug. Empty when all go on working.
 */
export function checkAddresses(previous: Addresses, now: readonly Published[]): Problem[] {
  const articles = new Map(now.map((story) => [story.article, story]));
  const slugs = new Map(now.map((story) => [story.slug, story.article]));
  return previous.stories.flatMap(({ article, slug, was }) =>
    [...was, slug].flatMap((address): Problem[] => {
      const owner = slugs.get(address) ?? (articles.has(article) ? article : undefined);
      if (owner === article) return [];
      if (owner === undefined) {
        return [
          {
            file: FILE,
            what: 'a published address would vanish',
            got: `/stories/${address}/`,
            mend: `Keep its article and write "withdrawn: {at: …, note: …}" into data/stories/${article}.yaml, or build with --accept to let it go.`,
          },
        ];
      }
      return [
        {
          file: FILE,
          what: `a published address would become another story (${owner} instead of ${article})`,
          got: `/stories/${address}/`,
          mend: `Give ${owner} another slug, or build with --accept.`,
        },
      ];
    }),
  );
}

/**
 * The addresses after `now` is published: every article of `now`, each with the slugs that it had before. Articles that
 * are gone stay remembered unless `accept` takes them out.
 */
export function nextAddresses(
  previous: Addresses,
  now: readonly Published[],
  { accept = false }: { accept?: boolean } = {},
): Addresses {
  const taken = new Set(now.map(({ slug }) => slug));
  const before = new Map(previous.stories.map((story) => [story.article, story]));
  const stories = now.map(({ article, slug }) => {
    const old = before.get(article);
    const was = old ? [...new Set([...old.was, old.slug])].filter((address) => !taken.has(address)) : [];
    return { article, slug, was };
  });
  const here = new Set(now.map(({ article }) => article));
  const gone = accept ? [] : previous.stories.filter(({ article }) => !here.has(article));
  return {
    schema: 'dateline/addresses@1',
    stories: [...stories, ...gone].sort((a, b) => (a.article < b.article ? -1 : 1)),
  };
}

/** Old addresses and where they lead, for stories that are published now; sorted by the old slug. */
export function redirectsOf(addresses: Addresses, now: readonly Published[]): Redirect[] {
  const here = new Set(now.map(({ slug }) => slug));
  return addresses.stories
    .filter(({ slug }) => here.has(slug))
    .flatMap(({ slug, was }) => was.map((from) => ({ from, to: slug })))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The text of `data/addresses.json`: JSON, two spaces, a line end. */
export function formatAddresses(addresses: Addresses): string {
  return `${JSON.stringify(addresses, null, 2)}\n`;
}
