import type { Policy } from '../policy.ts';
import { unansweredDisputes } from '../basemap/disputes.ts';
import {
  checkAddresses,
  formatAddresses,
  nextAddresses,
  type Addresses,
  type Published,
} from '../feeds/addresses.ts';
import type { Problem } from '../errors.ts';
import { refusals } from '../story/lock.ts';
import type { Entry } from './derive.ts';

/** How a build treats what differs from the committed state. */
export interface Manner {
  frozen: boolean;
  accept: boolean;
}

/** What a build may do, decided before anything is written. */
export interface Settlement {
  /** Sentences, each a reason to stop; empty where the build goes on. */
  refused: string[];
  /** Published addresses that would vanish. */
  problems: Problem[];
  /** Stories to write into `data/stories/`. */
  write: Entry[];
  /** `data/addresses.json` after this build, and whether that is another than before. */
  addresses: Addresses;
  remember: boolean;
}

/**
 * Decides what a build writes and whether it must stop. Pure: reads and writes nothing. `published` are the stories of
 * the whole site, where `entries` are those of a part.
 */
export function settle(
  entries: readonly Entry[],
  policy: Policy,
  before: Addresses,
  manner: Manner,
  published: readonly Published[] = publishedOf(entries),
): Settlement {
  const addresses = nextAddresses(before, published, { accept: manner.accept });
  const remember = formatAddresses(addresses) !== formatAddresses(before);
  const problems = manner.accept ? [] : checkAddresses(before, published);
  if (manner.frozen) {
    const unknown = remember && problems.length === 0 ? ['data/addresses.json: not of these stories'] : [];
    return {
      refused: [...frozenRefusals(entries, policy), ...unknown],
      problems,
      write: [],
      addresses,
      remember,
    };
  }
  const unseen = manner.accept ? [] : entries.filter(({ comparison }) => !comparison.ordinary);
  return {
    refused: byCause(unseen),
    problems,
    write: entries.filter((entry) => isToWrite(entry, manner.accept)),
    addresses,
    remember,
  };
}

/** What a frozen build would say: disputes that the policy is silent about, then article by article. */
export function frozenRefusals(entries: readonly Entry[], policy: Policy): string[] {
  const told = entries.flatMap((entry) =>
    refusals(
      {
        ...entry,
        // What a decision no longer matches is told at the decision's line; other warnings stop nothing.
        warnings: entry.warnings.filter((words) => words.startsWith(`data/stories/${entry.name}.yaml:`)),
        signed: entry.story.reviewed !== null,
      },
      policy,
    ),
  );
  return [...silences(entries, policy), ...told];
}

/** "data/policy.yaml: no row for Kosovo, which maps show: a, b" for each dispute in view that the policy leaves out. */
function silences(entries: readonly Entry[], policy: Policy): string[] {
  const seen = new Map<string, string[]>();
  for (const { name, story } of entries) {
    for (const dispute of unansweredDisputes(story, policy))
      seen.set(dispute, [...(seen.get(dispute) ?? []), name]);
  }
  return [...seen].map(
    ([dispute, names]) =>
      `data/policy.yaml: no row under "disputes" says what is drawn for ${dispute}, which maps show: ${names.join(', ')}`,
  );
}

/** The stories as `data/addresses.json` remembers them. */
export function publishedOf(entries: readonly Entry[]): Published[] {
  return entries.map(({ name, story }) => ({ article: name, slug: story.slug }));
}

/**
 * New and changed stories are written; an equal one only where its signature, its article or its decisions are others
 * than on record, so that a new gazetteer that moves nothing leaves every file as it is.
 */
function isToWrite({ comparison, committed }: Entry, accept: boolean): boolean {
  if (committed === null) return true;
  return comparison.state !== 'same' || accept ? !committed.bytes : !committed.record;
}

/** "gazetteer: 12 stories: a, b, c" for each cause, with the way on. */
function byCause(entries: readonly Entry[]): string[] {
  const causes = new Map<string, string[]>();
  for (const { name, comparison } of entries) {
    const cause = comparison.causes.join(' and ');
    causes.set(cause, [...(causes.get(cause) ?? []), name]);
  }
  return [...causes].map(([cause, names]) => {
    const stories = names.length === 1 ? '1 story' : `${names.length} stories`;
    return `changed by ${cause}: ${stories}: ${names.join(', ')}`;
  });
}
