import type { Span } from '../article/article.ts';
import type { Word } from '../article/words.ts';
import { CLAUSE, NO_PAST, PAST } from './status-words.ts';

/** What a text says of a happening's truth. */
export interface EventStatus {
  status: 'happened' | 'ongoing' | 'planned' | 'cancelled';
  /** "did not arrive", "failed to meet": the text denies it, so it is no event. */
  negated: boolean;
  /** In an if-clause or a "would have": nobody says that it is so. */
  conditional: boolean;
  /** The words that say so ("is scheduled to"), null where tense alone does. */
  cue: Span | null;
}

/** Told as a fact, with no cue. */
export const HAPPENED: EventStatus = { status: 'happened', negated: false, conditional: false, cue: null };

/** A sentence's words and the text that they stand in. */
export interface Sentence {
  text: string;
  words: readonly Word[];
}

/** Marks that part sentences and speech, but not a list. */
export const QUOTES = /[.;:—"“”]|''|``/;

/** Word `i` in lower case, empty beyond the ends. */
export const lowerAt = ({ words }: Sentence, i: number): string => words[i]?.lower ?? '';

/** True where a mark that parts clauses stands between words `i` and `i + 1`. */
export function isParted({ text, words }: Sentence, i: number, marks = /[,.;:—–()"“”]|''|``| -+ /): boolean {
  const [one, two] = [words[i], words[i + 1]];
  return !one || !two || marks.test(text.slice(one.end, two.start));
}

/** The span of words `from` to `to`, both taken in. */
export const cueOf = ({ words }: Sentence, from: number, to = from): Span => ({
  start: words[from]!.start,
  end: words[to]!.end,
});

/** True where a word like `opener` begins the clause that word `at` stands in. */
export function opensWith(sentence: Sentence, at: number, opener: RegExp): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 10); i--) {
    if (isParted(sentence, i, /[.;:—,]/)) return false;
    if (opener.test(lowerAt(sentence, i))) return true;
    if (CLAUSE.has(lowerAt(sentence, i))) return false;
  }
  return false;
}

/** An adverb by its ending. */
export const isAdverb = (word: string): boolean => word.endsWith('ly') && word.length > 4; // not "fly"

/** A past form or participle, by its ending or by heart. */
export function isPast({ lower }: Word): boolean {
  return PAST.has(lower) || (lower.endsWith('ed') && lower.length > 3 && !NO_PAST.has(lower));
}
