import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Decisions } from '../article/decisions.ts';
import { decodeText, readArticle, readSlug, slugOf } from '../article/read.ts';
import { readDecisions } from '../article/read-decisions.ts';
import { disputesOfStory } from '../basemap/disputes.ts';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';
import { InputError, type Problem } from '../errors.ts';
import { renderCache } from '../part.ts';
import type { Derived } from '../pipeline.ts';
import { compareStory, policySeen, signStory, type Comparison } from '../story/lock.ts';
import type { Question } from '../story/question.ts';
import { storySchema, type Story } from '../story/schema.ts';
import { stampOf, type Held } from './held.ts';
import { loadTools, type Tools } from './tools.ts';

/** One article and all that is known of it after derivation. */
export interface Entry {
  /** `seeds/abbas-moscow-visit.txt` */
  file: string;
  /** The file's name as words of an address: its decisions and its committed story bear it too. */
  name: string;
  /** As the page shows it: a signature stands in it only if it holds. */
  story: Story;
  questions: Question[];
  warnings: string[];
  comparison: Comparison;
  /** The signature to write into the committed story. */
  signature: Story['reviewed'];
  /** How the committed story stands to this one, null where none is committed. Its bytes would fill the memory. */
  committed: Committed | null;
  /** Where the derived story is remembered, and what it was made of apart from the committed story. */
  memory: { file: string; key: string };
}

/** What a committed story has of what would be written now: every byte; its signature, article and decisions. */
export interface Committed {
  bytes: boolean;
  record: boolean;
}

/** An article by its file, its name, and the address of its story. */
export interface Named {
  file: string;
  name: string;
  slug: string;
}

export interface Derivation {
  /** In order of the files' names. */
  entries: Entry[];
  /** Sentences about files that belong to no article. */
  warnings: string[];
  /** How many were derived anew; the others were remembered. */
  derived: number;
}

interface Memory extends Derived {
  key: string;
  /** Digests of the committed story under which this was derived, or that was written from it since. */
  previous: string[];
}

export interface DeriveOptions {
  /** The folder that holds `seeds/` and `data/`. */
  root?: string;
  /** Those of the working folder, if not given. */
  tools?: Tools;
  /** The articles to derive, of those that `findSeeds` finds; all if not given. */
  files?: readonly string[];
  /** Entries of the last derivation, taken as they are where no file of theirs changed; brought up to date. */
  held?: Held;
  onProgress?: (done: number, of: number) => void;
}

/**
 * Derives the story of each article in `seeds/`, or remembers it where nothing that it is made of changed, and writes
 * them into the cache for the pages to read. Nothing in `data/` is written. Throws one `InputError` with the faults of
 * all articles, decisions and committed stories together; the cache then stays as it was.
 */
export async function deriveAll({
  root = '.',
  tools: given,
  files = findSeeds(root),
  held = new Map(),
  onProgress,
}: DeriveOptions = {}): Promise<Derivation> {
  const tools = given ?? (await loadTools());
  const found = new Map<string, Entry>();
  const faults = new Map<string, readonly Problem[]>();
  const take = (file: string, make: () => Entry | null) => {
    try {
      const entry = make();
      if (entry) found.set(file, entry);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.set(file, error.problems);
    }
  };
  // Before anything is read: what changes while it is read is read again the next time.
  const stamps = new Map(files.map((file) => [file, `${tools.digest} ${stampOf(root, sourcesOf(file))}`]));
  const isHeld = (file: string) => held.get(file)?.stamp === stamps.get(file);
  for (const file of files)
    take(file, () => (isHeld(file) ? held.get(file)!.entry : rememberOne(tools, root, file)));
  const wanting = files.filter((file) => !found.has(file) && !faults.has(file));
  const tick = () => onProgress?.((done += 1), files.length);
  let done = files.length - wanting.length;
  const isElsewhere = await tools.deriveElsewhere?.(root, wanting, tick);
  for (const file of wanting) {
    take(file, () => deriveOne(tools, root, file));
    if (!isElsewhere) tick();
  }
  const entries = files.flatMap((file) => found.get(file) ?? []);
  const problems = files.flatMap((file) => faults.get(file) ?? []);
  const named = entries.map(({ file, name, story }) => ({ file, name, slug: story.slug }));
  problems.push(...sharedSlugs(files, named));
  if (problems.length > 0) throw new InputError(problems);
  const written = new Set([...held.values()].map(({ entry }) => entry.story));
  writeDerived(
    entries.filter(({ story }) => !written.has(story)),
    entries,
  );
  held.clear();
  for (const entry of entries) held.set(entry.file, { entry, stamp: stamps.get(entry.file)! });
  const derived = wanting.filter((file) => found.has(file)).length;
  return { entries, warnings: [...passedOver(root), ...strays(root, findSeeds(root))], derived };
}

/** `seeds/*.txt` and `seeds/*.md` in order of their names, as messages name them. */
export function findSeeds(root = '.'): string[] {
  const folder = join(root, 'seeds');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.(txt|md)$/.test(entry.name))
    .map(({ name }) => `seeds/${name}`)
    .sort();
}

/** The article below `root` as it was derived before, null where anything that it is made of changed. Throws `InputError`. */
function rememberOne(tools: Tools, root: string, file: string): Entry | null {
  const sources = readSources(root, file);
  const known = remember(memoryOf(tools, sources), sources.committed);
  return known && entryOf(tools, sources, known);
}

/** Derives one article below `root`, or remembers it. Throws `InputError`. */
export function deriveOne(tools: Tools, root: string, file: string): Entry {
  const sources = readSources(root, file);
  const memory = memoryOf(tools, sources);
  const known = remember(memory, sources.committed);
  const derived = known ?? tools.derive({ ...sources, policy: tools.policy });
  if (!known) {
    const { story, questions, warnings } = derived;
    const previous = [digestOf(sources.committed ?? '')];
    const fresh: Memory = { key: memory.key, previous, story, questions, warnings };
    writeWhole(memory.file, JSON.stringify(fresh));
  }
  return entryOf(tools, sources, derived);
}

function memoryOf({ digest }: Tools, { file, name, bytes, yaml }: Sources): Entry['memory'] {
  return {
    file: cacheDir('derived', `${name}.json`),
    key: digestOf(digest, file, bytes, yaml ?? ''),
  };
}

function entryOf(tools: Tools, sources: Sources, { story, questions, warnings }: Derived): Entry {
  const { file, name, committed } = sources;
  const settled = settle(story, sources.previous, sources.decisions, tools);
  return {
    file,
    name,
    questions,
    warnings: [...sources.warnings, ...warnings],
    committed: standingOf(settled, committed),
    memory: memoryOf(tools, sources),
    ...settled,
  };
}

/** How the text of a committed story stands to an entry's. */
export function standingOf(
  entry: Pick<Entry, 'story' | 'signature'>,
  committed: string | null,
): Committed | null {
  if (committed === null) return null;
  const text = committedText(entry);
  const recordOf = (json: string) => {
    const { reviewed, provenance } = JSON.parse(json) as Story;
    return JSON.stringify([reviewed, provenance.article, provenance.decisions]);
  };
  const bytes = committed === text;
  return { bytes, record: bytes || recordOf(committed) === recordOf(text) };
}

/** Derives the article of any file, without a memory; nothing is written. Throws `InputError`. */
export function deriveFile(tools: Tools, root: string, file: string): Derived {
  const sources = readSources(root, file);
  const { story, questions, warnings } = tools.derive({ ...sources, policy: tools.policy });
  const shown = settle(story, sources.previous, sources.decisions, tools).story;
  return { story: shown, questions, warnings: [...sources.warnings, ...warnings] };
}

/** Decisions and committed story of an article. */
const besides = (name: string) => [`data/stories/${name}.yaml`, `data/stories/${name}.json`] as const;

/** All files that an article's entry is made of. */
const sourcesOf = (file: string) => [file, ...besides(nameOf(file) ?? '')];

/** An article with its decisions and its committed story. */
interface Sources {
  file: string;
  name: string;
  bytes: Uint8Array;
  yaml: string | null;
  decisions: Decisions | null;
  warnings: string[];
  committed: string | null;
  previous: Story | null;
}

function readSources(root: string, file: string): Sources {
  const bytes = readFileSync(resolve(root, file));
  const name = nameOf(file) ?? readArticle(file, bytes).slug;
  const [decisionsFile, committedFile] = besides(name);
  const committed = readIfThere(join(root, committedFile));
  const problems: Problem[] = [];
  const take = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const decided = take(() => {
    const yaml = readDecided(root, decisionsFile);
    if (yaml === null) return null;
    return { yaml, ...readDecisions(decisionsFile, yaml) };
  });
  const previous = take(() => (committed === null ? null : parseCommitted(committedFile, committed)));
  if (problems.length > 0) {
    take(() => readSlug(file, bytes)); // the faults of the article's head are told with them
    throw new InputError(problems);
  }
  const { yaml, decisions, warnings } = decided ?? { yaml: null, decisions: null, warnings: [] };
  return { file, name, bytes, yaml, decisions, warnings, committed, previous };
}

/** The text of a decisions file, null where there is none. Throws `InputError` for what is no text. */
function readDecided(root: string, file: string): string | null {
  const path = join(root, file);
  return existsSync(path) ? decodeText(file, readFileSync(path)) : null;
}

/** The story as the page shows it, its signature, and how it stands to the committed one. */
function settle(
  derived: Story,
  previous: Story | null,
  decisions: Decisions | null,
  { policy }: Tools,
): Pick<Entry, 'story' | 'comparison' | 'signature'> {
  const provenance = {
    ...derived.provenance,
    policy: policySeen(derived, policy, disputesOfStory(derived, policy)),
  };
  const { record, holds } = signStory(derived, previous, decisions);
  const story = { ...derived, provenance, reviewed: holds ? record : null };
  return { story, signature: record, comparison: compareStory(story, previous) };
}

/** The remembered derivation, if it was made of the same and under the same committed story. */
function remember({ file, key }: Entry['memory'], committed: string | null): Derived | null {
  const text = readIfThere(file);
  if (text === null) return null;
  try {
    const memory = JSON.parse(text) as Memory;
    return memory.key === key && memory.previous.includes(digestOf(committed ?? '')) ? memory : null;
  } catch {
    return null; // a cache that can't be read is made again
  }
}

/** The bytes of `data/stories/<name>.json`: two spaces, one line end at the end. */
export function committedText(entry: Pick<Entry, 'story' | 'signature'>): string {
  return `${JSON.stringify({ ...entry.story, reviewed: entry.signature }, null, 2)}\n`;
}

/**
 * Writes the committed story whole. A story derived from itself carries its own ids over, so that it is remembered
 * under its own text too.
 */
export function commitStory(root: string, entry: Entry): void {
  const text = committedText(entry);
  writeWhole(join(root, 'data', 'stories', `${entry.name}.json`), text);
  const memory = JSON.parse(readFileSync(entry.memory.file, 'utf8')) as Memory;
  memory.previous.push(digestOf(text));
  writeWhole(entry.memory.file, JSON.stringify(memory));
}

/**
 * Writes `<slug>.json` for the pages to read into the cache, only where bytes change, and takes out those of no story of
 * `all`.
 */
export function writeDerived(
  entries: readonly Pick<Entry, 'story'>[],
  all = entries,
  folder = renderCache('stories'),
): void {
  const wanted = new Set(all.map(({ story }) => `${story.slug}.json`));
  for (const { story } of entries) {
    const file = join(folder, `${story.slug}.json`);
    const text = JSON.stringify(story);
    if (readIfThere(file) !== text) writeWhole(file, text);
  }
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true });
}

function parseCommitted(file: string, text: string): Story {
  const mend = 'Take it from the last commit, or delete it: the next build writes it anew';
  try {
    const parsed = storySchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new InputError({ file, what: `not a story: ${issue?.path.join('.')}: ${issue?.message}`, mend });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError({ file, what: `not JSON: ${error.message}`, mend });
  }
}

/** Two articles with one address, or with one name and so with the same decisions. */
export function sharedSlugs(files: readonly string[], named: readonly Named[]): Problem[] {
  const known = new Map(named.map((article) => [article.file, article]));
  const first = new Map<string, string>();
  return files.flatMap((file): Problem[] => {
    const name = known.get(file)?.name ?? nameOf(file);
    const slug = known.get(file)?.slug ?? name;
    const keys = [`name ${name}`, `slug ${slug}`];
    const other = keys.map((key) => first.get(key)).find((found) => found !== undefined);
    if (name && !other) for (const key of keys) first.set(key, file);
    if (!name || !slug || !other) return [];
    const mend = 'Rename one file, or give it a slug: of its own';
    return [{ file, what: `the same address as ${other}`, got: slug, mend }];
  });
}

/** The article's own name and its address, as its decisions or its front matter have it. Throws `InputError`. */
export function readName(root: string, file: string): Named {
  const bytes = readFileSync(join(root, file));
  const slug = readSlug(file, bytes);
  const name = nameOf(file) ?? slug;
  const decisionsFile = `data/stories/${name}.yaml`;
  const yaml = readDecided(root, decisionsFile);
  // Reading decisions is what takes long: one that gives an address holds this word.
  const decided = yaml?.includes('slug') ? readDecisions(decisionsFile, yaml).decisions.slug : null;
  return { file, name, slug: decided ?? slug };
}

/** `slugOf`, or null for a file whose name holds no word: that is told where it is derived. */
function nameOf(file: string): string | null {
  try {
    return slugOf(file);
  } catch {
    return null;
  }
}

/** What stands in `seeds/` and is no article, in one sentence; hidden files are nobody's article. */
function passedOver(root: string): string[] {
  const folder = join(root, 'seeds');
  if (!existsSync(folder)) return [];
  const seeds = new Set(findSeeds(root));
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !seeds.has(`seeds/${name}`))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return [
    `seeds/: passed over, for articles are .txt or .md files in seeds/ itself: ${names.slice(0, MOST_NAMES).join(', ')}${more}`,
  ];
}

/** A warning lists so many names. */
const MOST_NAMES = 8;

/** Decisions and committed stories to which no article belongs. */
function strays(root: string, files: readonly string[]): string[] {
  const folder = join(root, 'data', 'stories');
  if (!existsSync(folder)) return [];
  const names = new Set(files.map(nameOf));
  return readdirSync(folder)
    .sort()
    .filter((name) => /\.(json|yaml)$/.test(name) && !names.has(name.replace(/\.\w+$/, '')))
    .map((name) => `data/stories/${name}: no article in seeds/ bears this name`);
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
