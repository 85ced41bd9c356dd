import { digestOf } from '../cache.ts';
import type { Decisions } from '../article/decisions.ts';
import type { DisputeRow, Policy } from '../policy.ts';
import { canonical, equalStories, storyDigest } from './canonical.ts';
import { diffStories, type Change } from './diff.ts';
import type { Question } from './question.ts';
import type { Story } from './schema.ts';

/** What a story was made of, by the part that changed. `program`: the pipeline's code, or a committed file edited by hand. */
export type Cause = 'article' | 'decisions' | 'gazetteer' | 'policy' | 'program';

/** How a derived story stands to the committed one. */
export interface Comparison {
  state: 'new' | 'same' | 'stale';
  causes: Cause[];
  changes: Change[];
  /** True where an ordinary build may write it: it is new, or changed through its own article or decisions. */
  ordinary: boolean;
}

/**
 * Compares a derived story with the committed one, null where there is none. Both carry the policy that they see
 * (`policySeen`) in their provenance: a changed row in a story's view makes it stale though nothing else moved.
 */
export function compareStory(derived: Story, committed: Story | null): Comparison {
  if (!committed) return { state: 'new', causes: [], changes: [], ordinary: true };
  const [now, was] = [derived.provenance, committed.provenance];
  const isEqual = equalStories(derived, committed);
  if (isEqual && now.policy === was.policy) return { state: 'same', causes: [], changes: [], ordinary: true };
  const causes = (['article', 'decisions', 'gazetteer', 'policy'] as const).filter(
    (part) => now[part] !== was[part],
  );
  const isOwn = causes.includes('article') || causes.includes('decisions');
  return {
    state: 'stale',
    causes: causes.length > 0 ? causes : ['program'],
    changes: isEqual ? [] : diffStories(committed, derived),
    ordinary: isOwn,
  };
}

/** What a frozen build needs to know of one article. */
export interface Standing {
  file: string;
  comparison: Comparison;
  questions: readonly Question[];
  /** Decisions that match nothing any more, and other warnings. */
  warnings: readonly string[];
  signed: boolean;
}

/** Why a frozen build refuses this article, a sentence each; empty where it doesn't. */
export function refusals(
  { file, comparison, questions, warnings, signed }: Standing,
  policy: Policy,
): string[] {
  const { state, causes } = comparison;
  return [
    ...(state === 'new' ? [`${file}: no story is committed for this article`] : []),
    ...(state === 'stale' ? [`${file}: the committed story is stale, changed by ${causes.join(', ')}`] : []),
    ...questions
      .filter(({ blocking }) => blocking)
      .map(({ key, ask }) => `${file}: open question (${key}): ${ask}`),
    ...warnings,
    ...(policy.review === 'required' && !signed ? [`${file}: nobody has signed this story`] : []),
  ];
}

type Review = NonNullable<Story['reviewed']>;

/**
 * The signature to write into the committed story, and whether it holds for the derived one.
 *
 * A decisions file says who signed and when; the story that was signed is the one of the build that met the signature
 * first, kept in the committed story, unless the file itself names its digest. A changed story keeps the old signature
 * on record, without effect, until somebody signs again (another `by` or `at`).
 */
export function signStory(
  derived: Story,
  committed: Story | null,
  decisions: Decisions | null,
): { record: Review | null; holds: boolean } {
  const given = decisions?.reviewed;
  if (!given) return { record: null, holds: false };
  const digest = storyDigest(derived);
  const known = committed?.reviewed;
  const isKnown = known?.by === given.by && known.at === given.at;
  const story = given.story ?? (isKnown ? known.story : undefined) ?? digest;
  return { record: { by: given.by, at: given.at, story }, holds: story === digest };
}

/**
 * Digest of what a story sees of the policy: its line, the display names of its places, and `rows`, those of the disputes
 * that its maps show. Another row's change leaves it as it is.
 */
export function policySeen(story: Story, policy: Policy, rows: readonly DisputeRow[]): string {
  const names = Object.fromEntries(
    story.places.flatMap(({ id }) => (id in policy.names ? [[id, policy.names[id]]] : [])),
  );
  const isMapped = story.steps.some(({ scene }) =>
    [scene, ...scene.states].some(({ bbox }) => bbox !== null),
  );
  return `sha256:${digestOf(canonical(rows), canonical(names), isMapped ? canonical(policy.line) : '')}`;
}
