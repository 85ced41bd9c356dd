import type { Span } from './article.ts';

/** A word of the text: letters and digits, with apostrophes, hyphens and the points of "U.S." inside. */
export interface Word extends Span {
  /** As written. */
  text: string;
  /** Lower case, without a possessive ending: "Moscow’s" is "moscow". */
  lower: string;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Ends in a possessive: "Russia’s", "workers’" (only where an s stands before the apostrophe). */
  possessive: boolean;
}

const WORD =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:[’'.,\-‑](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*(?:(?<=s)’(?!\p{L}))?/gu;
const POSSESSIVE = /(?:[’']s|(?<=s)’)$/i;

/**
 * The words of `text` from `start` to `end`, in order, never overlapping.
 *
 * "three-day", "Haniyeh’s", "U.S." and "5,000" are one word each; "Moscow,Idaho" is one too, so texts are read by
 * sentence and mark, not by this alone.
 */
export function findWords(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = start;
  for (let match = WORD.exec(text); match && match.index < end; match = WORD.exec(text)) {
    const word = match[0];
    const bare = word.replace(POSSESSIVE, '');
    const first = word.charAt(0);
    words.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      lower: bare.toLowerCase(),
      capital: first !== first.toLowerCase(),
      possessive: bare !== word,
    });
  }
  return words;
}

const ADVERB =
  /^(?!(?:family|assembly|ally|rally|supply|reply|july|italy|only|monopoly|anomaly|butterfly|belly|bully|fly|homily|daily|weekly|monthly|elderly|early|deadly|friendly)$)\p{L}+ly$|^(?:also|later|then|again|once|first|even|just|still|never|not|earlier)$/u;

/** Whether a word (lower case) only says how or when: what stands between a subject and its verb. */
export function isAdverb(lower: string): boolean {
  return ADVERB.test(lower);
}
