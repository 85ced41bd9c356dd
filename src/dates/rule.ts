import type { Day } from './calendar.ts';
import type { Direction } from './direction.ts';
import type { History } from './history.ts';
import type { Kind } from './lexicon.ts';
import type { TimexType } from './timex.ts';
import type { Token } from './tokens.ts';

/** What a phrase means. `resolved`: only together with the day that dates count from, or a date told before. */
export interface Sense {
  type: TimexType;
  /** TIMEX3; of a time whose words give no day it begins with `T`, and the caller puts the day before it. */
  value: string;
  resolved: boolean;
}

/** Where a phrase is read. */
export interface Moment {
  /** The day that dates count from. */
  today: Day;
  /** The day last spoken of, `today` until there is one; `told` is its value, as coarse as the text ("2004"). */
  focus: Day;
  told: string | null;
  /** Sentence of `told`, -1 until there is one. */
  toldIn: number;
  /** The last day told of, with its sentence, where only a month or a year has been told of since. */
  dayTold: { day: Day; sentence: number } | null;
  /** The last quarter, half or month of a year told of (`2023-Q3`), with its sentence. */
  partTold: { value: string; sentence: number } | null;
  /** Where the clause of the phrase looks; null where it doesn't say. */
  direction: Direction | null;
  /** The tale that a date without its year may go on with. */
  history: History | null;
}

/** The tokens that a rule took, with those before and after for a look around. */
export interface Phrase {
  tokens: readonly Token[];
  from: number;
  to: number;
}

/** A phrase with its meaning on one day of writing. */
export interface Found extends Phrase {
  sense: Sense;
}

/** What a phrase looks like, and how its meaning is read; null where it is none after all. */
export interface Rule {
  pattern: RegExp;
  /** Each character that it can begin with, and those that can stand second; `END` among them where none need be. */
  begins: ReadonlyMap<string, string>;
  read: (phrase: Phrase, now: Moment) => Sense | null;
}

const CODES = new Map<string, string>();

/** One private character for each kind, so that a sentence is a string and a rule a regular expression over it. */
export function codeOf(kind: string): string {
  const known = CODES.get(kind);
  if (known) return known;
  const code = String.fromCharCode(0x100 + CODES.size); // clear of what means something in a pattern
  CODES.set(kind, code);
  return code;
}

/**
 * A rule from a pattern of kinds: `'last|next? month comma? year'`. Each term takes one token, or none with `?`; a
 * bar stands between kinds. There is no repetition, so matching is linear.
 */
export function rule(pattern: string, read: Rule['read']): Rule {
  const terms = pattern.split(' ').map((term) => {
    const optional = term.endsWith('?');
    return { optional, codes: (optional ? term.slice(0, -1) : term).split('|').map(codeOf).join('') };
  });
  /** What can stand at the `i`-th term, with those after it where it may be left out. */
  const startsAt = (i: number): string => {
    const term = terms[i];
    if (!term) return END;
    return term.optional ? term.codes + startsAt(i + 1) : term.codes;
  };
  const begins = new Map<string, string>();
  for (let i = 0; i === 0 || terms[i - 1]?.optional; i++) {
    for (const code of terms[i]?.codes ?? '') begins.set(code, (begins.get(code) ?? '') + startsAt(i + 1));
  }
  const source = terms.map(({ codes, optional }) => `[${codes}]${optional ? '?' : ''}`).join('');
  return { pattern: new RegExp(source, 'y'), begins, read };
}

/** In `Rule.begins`: the rule can end there. */
export const END = '$';

/** The first token of a kind in a phrase. */
export function find({ tokens, from, to }: Phrase, ...kinds: Kind[]): Token | undefined {
  for (let i = from; i < to; i++) if (kinds.includes(tokens[i]!.kind)) return tokens[i];
  return undefined;
}

/** The last token of a kind in a phrase. */
export function findLast({ tokens, from, to }: Phrase, ...kinds: Kind[]): Token | undefined {
  for (let i = to - 1; i >= from; i--) if (kinds.includes(tokens[i]!.kind)) return tokens[i];
  return undefined;
}

/** True where the phrase has a token of one of the kinds. */
export const has = (phrase: Phrase, ...kinds: Kind[]): boolean => find(phrase, ...kinds) !== undefined;

/** True where the tokens before and after a hyphen touch it: "three-day", not "three - day". */
export function isHyphenated({ tokens, from, to }: Phrase): boolean {
  for (let i = from; i < to; i++) {
    if (tokens[i]!.kind !== 'hyphen') continue;
    if (tokens[i - 1]?.end !== tokens[i]!.start || tokens[i + 1]?.start !== tokens[i]!.end) return false;
  }
  return true;
}

/** A DATE; `resolved` false where its words say all of it. */
export const date = (value: string, resolved = true): Sense => ({ type: 'DATE', value, resolved });
/** A TIME, likewise. */
export const time = (value: string, resolved = true): Sense => ({ type: 'TIME', value, resolved });
/** A DURATION. */
export const duration = (value: string): Sense => ({ type: 'DURATION', value, resolved: false });
/** A SET: what comes again and again. */
export const set = (value: string): Sense => ({ type: 'SET', value, resolved: false });

/** -1 for "last", 1 for "next", 0 for the rest. */
export function step(kind: string): number {
  return kind === 'last' || kind === 'past' ? -1 : kind === 'next' ? 1 : 0;
}
