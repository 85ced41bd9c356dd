import type { Span } from '../article/article.ts';
import { findWords, type Word } from '../article/words.ts';
import { writeInterval } from './edtf.ts';
import { isVerbAt } from './status-verb.ts';
import { BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS } from './status-words.ts';
import type { Timex } from './timex.ts';

/** The time phrase that an event hangs on. */
export interface Anchor {
  timex: Timex;
  /** `at` the time; `before`, `after` only bound by it; `since` begun then, `until` over then. */
  relation: 'at' | 'before' | 'after' | 'since' | 'until';
  /** EDTF of the event's own time: the phrase's, an interval for "from … to …" and open ends; null where it has none. */
  edtf: string | null;
}

const BEFORE = new Set(['before', 'by', 'pending']);
const AFTER = new Set(['after', 'following']);
/** Marks that part clauses; a comma alone need not. */
const HARD = /[;:—()"“”]|''|``|--/;
const CLAUSE =
  /^(which|who|whom|whose|when|while|where|because|although|though|whereas|but|that|if|unless|as|whether)$/;
/** A comma costs as many words as a long phrase between a verb and its date. */
const COMMA = 5;

/**
 * The time phrase of `timexes` that the event word at `event` hangs on, in its `sentence`; null for none.
 *
 * A verb takes a phrase of its own clause, a phrase that opens the sentence too; of several the nearest. A noun takes
 * one only that stands beside it ("a Wednesday meeting", "the bombing on Friday"), for else its verb does. Only
 * phrases with an EDTF are looked at. "After", "since", "by" and the like before the phrase make it a bound. In doubt
 * null: `npm run bench -- dates` measures it beside the nearest phrase of the sentence.
 */
export function findAnchor(
  text: string,
  sentence: Span,
  event: Span,
  timexes: readonly Timex[],
): Anchor | null {
  const inside = timexes.filter((t) => t.edtf !== null && t.start >= sentence.start && t.end <= sentence.end);
  if (inside.length === 0) return null;
  const words = findWords(text, sentence.start, sentence.end);
  let best: Timex | null = null;
  let least = Infinity;
  for (const timex of inside) {
    const distance = distanceOf(text, words, event, timex);
    if (distance < least) [best, least] = [timex, distance];
  }
  return best && anchorAt(text, words, sentence, best, inside);
}

/** In words, with a comma as five; Infinity where the phrase belongs to something else. */
function distanceOf(text: string, words: readonly Word[], event: Span, timex: Span): number {
  if (timex.start < event.end && event.start < timex.end) return 0;
  const ahead = timex.start >= event.end;
  const [from, to] = ahead ? [event.end, timex.start] : [timex.end, event.start];
  const between = words.filter((word) => word.start >= from && word.end <= to);
  const gap = text.slice(from, to).replace(/\([^()]*\)/g, ' ');
  if (HARD.test(gap)) return Infinity;
  if (isAttribute(text, words, timex))
    return ahead || !isNounPhrase(between) || gap.includes(',') ? Infinity : between.length;
  if (between.some((word) => CLAUSE.test(word.lower) || isVerb(text, words, word))) return Infinity;
  const at = words.findIndex((word) => word.end > event.start);
  if (!ahead && isLoose(words, at, between, gap)) return Infinity;
  if (!isVerbAt(text, words, at) && (!ahead || between.length > 4 || gap.includes(','))) return Infinity;
  const opens = !ahead && words.findIndex((word) => word.end > timex.start) <= 3;
  if (!ahead && !opens && between.some(({ lower }) => lower === 'and' || lower === 'or')) return Infinity;
  return between.length + (opens ? 0 : (gap.split(',').length - 1) * COMMA);
}

/** "…, killing all on board", "to shut down", "after falling": what follows a phrase so has no part in it. */
function isLoose(words: readonly Word[], at: number, between: readonly Word[], gap: string): boolean {
  if (/^(to|after|before|following|since)$/.test(between.at(-1)?.lower ?? '')) return true;
  const ending = words[at]?.lower.endsWith('ing') ?? false;
  return ending && (gap.includes(',') || between.length === 0 || !BE.has(between.at(-1)!.lower));
}

/** "Friday's vote", "a June 3 hearing", "the 1991 deal": the phrase belongs to the noun after it. */
function isAttribute(text: string, words: readonly Word[], timex: Span): boolean {
  if (/^(?:['’]s|-)/.test(text.slice(timex.end, timex.end + 2))) return true;
  const at = words.findIndex((word) => word.end > timex.start);
  const first = words[at]!;
  const lead = first.start < timex.start || DETERMINERS.has(first.lower) ? first : words[at - 1];
  const next = words.find((word) => word.start >= timex.end);
  if (!lead || !next || !DETERMINERS.has(lead.lower) || text.slice(timex.end, next.start).trim() !== '')
    return false;
  // "the third quarter", "this year": the determiner is the phrase's own.
  if (
    lead.start >= timex.start ||
    /^(this|that|last|next|these|those|all|no|some|any|each|every)$/.test(lead.lower)
  )
    return false;
  return (
    !PREPOSITIONS.has(next.lower) &&
    !CLAUSE.test(next.lower) &&
    next.lower !== 'and' &&
    !isVerb(text, words, next)
  );
}

const isNounPhrase = (between: readonly Word[]): boolean =>
  between.length <= 3 &&
  !between.some(({ lower }) => PREPOSITIONS.has(lower) || CLAUSE.test(lower) || lower === 'and');

function isVerb(text: string, words: readonly Word[], word: Word): boolean {
  if (MODALS.has(word.lower) || BE.has(word.lower) || HAVE.has(word.lower)) return false; // its participle counts
  return isVerbAt(text, words, words.indexOf(word));
}

function anchorAt(
  text: string,
  words: readonly Word[],
  sentence: Span,
  timex: Timex,
  inside: readonly Timex[],
): Anchor {
  const range = rangeWith(text, timex, inside);
  if (range) return { timex, relation: 'at', edtf: range };
  // "Before Friday's vote" says of the vote that it is on Friday.
  const relation = isAttribute(text, words, timex) ? 'at' : relationOf(text, sentence, timex);
  return { timex, relation, edtf: edtfFor(relation, timex) };
}

function relationOf(text: string, sentence: Span, timex: Timex): Anchor['relation'] {
  const before = findWords(text, sentence.start, timex.start).slice(-2);
  const [two, one] = [before.at(-2)?.lower ?? '', before.at(-1)?.lower ?? ''];
  const word = /^(the|early|late|about|around)$/.test(one) ? two : one;
  if (word === 'since') return 'since';
  if (word === 'until' || word === 'till') return 'until';
  if (BEFORE.has(word) || (two === 'ahead' && one === 'of') || (two === 'prior' && one === 'to'))
    return 'before';
  return AFTER.has(word) ? 'after' : 'at';
}

function edtfFor(relation: Anchor['relation'], { edtf }: Timex): string | null {
  if (edtf === null || relation === 'at') return edtf;
  if (edtf.includes('/')) return null;
  if (relation === 'since') return writeInterval(edtf, null);
  if (relation === 'until') return writeInterval(null, edtf);
  return null;
}

/** "from 12 to 14 August", "between 2009 and 2011", "2009-2010": the interval of a phrase and its neighbour. */
function rangeWith(text: string, timex: Timex, inside: readonly Timex[]): string | null {
  const at = inside.indexOf(timex);
  const joins = (first: Timex | undefined, last: Timex | undefined): string | null => {
    if (!first?.edtf || !last?.edtf || first.edtf.includes('/') || last.edtf.includes('/')) return null;
    const joint = text.slice(first.end, last.start).trim();
    const lead = findWords(text, Math.max(0, first.start - 12), first.start).at(-1)?.lower;
    const spans = /^(-|–|—|to|through|until|till)$/.test(joint) || (joint === 'and' && lead === 'between');
    return spans && first.edtf < last.edtf ? writeInterval(first.edtf, last.edtf) : null;
  };
  return joins(timex, inside[at + 1]) ?? joins(inside[at - 1], timex);
}
