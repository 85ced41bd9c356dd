import { isAdverb } from '../article/words.ts';
import type { Token } from './tokens.ts';

/** What the text says of a happening. */
export type Status = 'happened' | 'ongoing' | 'planned' | 'cancelled';

const QUANTITY = /^(?:now|soon|already|since|both|all|each|jointly|together)$/;
const BE = new Set('is are was were be been being am'.split(' '));
const HAVE = new Set('has have had having'.split(' '));
const DO = new Set('do does did'.split(' '));
const MAYBE = new Set('may might could should must can cannot ought'.split(' '));

/** Before "to": what is meant to happen. */
const PLAN = new Set(
  'scheduled due set planned planning plans plan planed expected intends intend intended ready preparing prepares prepared about slated poised going booked'.split(
    ' ',
  ),
);
const STOPPED = new Set('cancelled canceled scrapped shelved abandoned aborted'.split(' '));
const NEGATIVE = new Set(
  "not never n't no without nobody neither nor nearly almost hardly allegedly reportedly falsely wrongly apparently supposedly purportedly presumably probably possibly perhaps maybe".split(
    ' ',
  ),
);

/** What the words before a verb make of it; null where it didn't and won't happen by them, or nobody can tell. */
export interface Mood {
  status: Status | null;
  passive: boolean;
  progressive: boolean;
  /** Index of the first word of the verb group: "is scheduled to travel" begins at "is". */
  from: number;
  /** "would": planned as seen from a past; only somebody's word makes it a plan. */
  would: boolean;
  /** "was due to", "had planned to": a plan of the past, of which nobody says what came of it. */
  lapsed: boolean;
  /** "was flying", "were being held". */
  past: boolean;
}

/**
 * Reads the verb group to the left of the verb at `at`. `form` is the verb's own; a base form needs a "to" or a modal
 * before it.
 */
export function moodOf(tokens: Token[], at: number, form: 'base' | 's' | 'past' | 'ing'): Mood | null {
  const group: string[] = [];
  let from = at;
  for (let index = at - 1; index >= 0 && at - index < 9; index -= 1) {
    const token = tokens[index]!;
    const { lower } = token;
    if (tokens[index + 1]!.before || token.kind === 'person' || token.kind === 'place') break;
    if (token.kind === 'time') continue;
    const known =
      isAdverb(lower) ||
      QUANTITY.test(lower) ||
      BE.has(lower) ||
      HAVE.has(lower) ||
      DO.has(lower) ||
      MAYBE.has(lower) ||
      NEGATIVE.has(lower) ||
      /^(?:to|will|shall|would|won't|not)$|n[’']t$|[’']ll$/.test(lower) ||
      (group.includes('to') &&
        (PLAN.has(lower) ||
          STOPPED.has(lower) ||
          WISH.has(lower) ||
          /^(?:off|called|plan|plans)$/.test(lower)));
    if (!known) break;
    group.unshift(lower);
    if (!(isAdverb(lower) || QUANTITY.test(lower)) || lower === 'not') from = index;
  }
  const has = (set: Set<string>) => group.some((word) => set.has(word));
  const mood: Mood = {
    status: null,
    passive: false,
    progressive: false,
    from,
    would: false,
    lapsed: false,
    past: group.some((word) => /^(?:was|were|had)$/.test(word)),
  };
  if (has(NEGATIVE) || group.some((word) => /n[’']t$/.test(word)) || has(MAYBE) || has(WISH)) return mood;
  const to = group.lastIndexOf('to');
  if (
    form === 'base' &&
    to < 0 &&
    !group.some((word) => /^(?:will|shall|would|did|does|do)$|[’']ll$/.test(word))
  )
    return null;
  if (has(STOPPED) || (group.includes('called') && group.includes('off')))
    return { ...mood, status: 'cancelled' };
  if (/\b(?:was|were|had) to have$/.test(group.join(' '))) return { ...mood, status: 'cancelled' };
  // "appears to have died", "is said to have left": nobody states it.
  if (to >= 0 && group.slice(to).some((word) => HAVE.has(word))) return mood;
  // "had been due to fly": told because it came otherwise.
  if (to >= 0 && group[0] === 'had') return mood;
  if (to >= 0) {
    const plan = group.slice(0, to).some((word) => PLAN.has(word) || word === 'will');
    const is = to > 0 && BE.has(group[to - 1]!);
    const passive = form === 'past' && group.slice(to).includes('be');
    const lapsed = group.slice(0, to).some((word) => /^(?:was|were|had|planned|intended)$/.test(word));
    return { ...mood, status: plan || is ? 'planned' : null, passive, lapsed };
  }
  // "was being named": mostly a misread gerund.
  if (form === 'past' && /\b(?:was|were) being\b/.test(group.join(' '))) return mood;
  const be = group.findLastIndex((word) => BE.has(word));
  const passive = form === 'past' && be >= 0;
  // "is held every year", "are announced in January": what is so in general didn’t happen once.
  if (passive && /^(?:is|are|am)$/.test(group[be]!) && !group.includes('being')) return mood;
  if (passive && group.includes('being') && /^(?:is|are|am)$/.test(group.find((word) => BE.has(word))!))
    return { ...mood, status: 'ongoing', passive };
  if (group.some((word) => /^(?:will|shall)$|[’']ll$/.test(word)))
    return { ...mood, status: 'planned', passive };
  if (group.includes('would')) return { ...mood, status: 'planned', passive, would: true };
  if (form === 'ing') return be >= 0 ? { ...mood, status: 'ongoing', progressive: true } : null;
  return { ...mood, status: 'happened', passive };
}

/** Before "to": what somebody wants, tries, or lets others do. */
const WISH = new Set(
  'wants want wanted hopes hope hoped wishes wish wished failed fails fail refused refuses refuse tried tries try trying threatened threatens vowed pledged promised ordered orders asked told urged unable able declined likely unlikely forced allowed allow used wanting seeking sought supposed willing continue'.split(
    ' ',
  ),
);
