import type { Span } from '../article/article.ts';
import { findWords, type Word } from '../article/words.ts';
import { boundsOf, compareDays } from './edtf.ts';
import { ADVERBS, ASPECTUAL, GIVEN_BEFORE_FOR, MAKES, AHEAD_AFTER_BE, BE, CANCELLED, CANCELS, CAUSED, CLAUSE, DENIALS, DENYING_BEFORE_TO, DETERMINERS, ENDS_OF_WAY, FACTUAL_BEFORE_TO, GIVEN, GIVEN_BEFORE_TO, HAVE, LOOKS_TO, MODALS, NO_PAST, PAST, PLANNED_ADJECTIVES, PREPOSITIONS } from './status-words.ts'; // prettier-ignore

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

const HAPPENED: EventStatus = { status: 'happened', negated: false, conditional: false, cue: null };

/**
 * Whether the event told by the word at `event` happened, goes on, is planned or was called off, by tense, auxiliaries
 * and cue words of its `clause` (a clause or a whole sentence that holds it).
 *
 * `planned` is all that lies ahead of the writing: future, infinitives of purpose, wishes; "was to have" and "called
 * off" are `cancelled`. A noun has the status of the verb that governs it, or that it is the subject of. In doubt an
 * event happened, as most do in news. On MEANTIME's gold events `npm run bench -- dates` measures it.
 */
export function statusOf(text: string, clause: Span, event: Span): EventStatus {
  const words = findWords(text, clause.start, clause.end);
  const at = words.findIndex((word) => word.end > event.start);
  if (at < 0 || /^(this|that|which|it|these|those)$/.test(words[at]!.lower)) return HAPPENED;
  const sentence = { text, words };
  const off = calledOff(sentence, at);
  if (off) return off;
  const status = verbStatus(sentence, at) ?? nounStatus(sentence, at);
  const ifClause = !status.conditional && opensWith(sentence, at, /^(if|unless)$/);
  if (!ifClause) return status;
  const open = status.status === 'happened' && !isPast(words[at]!);
  return { ...status, status: open ? 'planned' : status.status, conditional: true };
}

const QUOTES = /[.;:—"“”]|''|``/;

/**
 * Whether word `at` of a sentence's `words` stands as a verb: by its auxiliaries, its past form, its infinitive. A
 * present tense without any of those isn't told from a noun.
 */
export function isVerbAt(text: string, words: readonly Word[], at: number): boolean {
  const { lower } = words[at] ?? { lower: '' };
  if (
    at < 0 ||
    PREPOSITIONS.has(lower) ||
    DETERMINERS.has(lower) ||
    ADVERBS.has(lower) ||
    /^\d|^and$|^or$/.test(lower)
  ) {
    return false;
  }
  return verbStatus({ text, words }, at) !== null;
}

interface Sentence {
  text: string;
  words: readonly Word[];
}

const lowerAt = ({ words }: Sentence, i: number): string => words[i]?.lower ?? '';

/** True where a mark that parts clauses stands between words `i` and `i + 1`. */
function isParted({ text, words }: Sentence, i: number, marks = /[,.;:—–()"“”]|''|``| -+ /): boolean {
  const [one, two] = [words[i], words[i + 1]];
  return !one || !two || marks.test(text.slice(one.end, two.start));
}

const cueOf = ({ words }: Sentence, from: number, to = from): Span => ({
  start: words[from]!.start,
  end: words[to]!.end,
});

const isAdverb = (word: string): boolean => word.endsWith('ly') && word.length > 4; // not "fly"

function isPast({ lower }: Word): boolean {
  return PAST.has(lower) || (lower.endsWith('ed') && lower.length > 3 && !NO_PAST.has(lower));
}

/** "The visit was called off", "he cancelled the visit", "cancelled plans to visit", "was to have met". */
function calledOff(sentence: Sentence, at: number): EventStatus | null {
  const off = (from: number, to = from): EventStatus => ({
    ...HAPPENED,
    status: 'cancelled',
    cue: cueOf(sentence, from, to),
  });
  for (let i = at + 1; i < Math.min(sentence.words.length, at + 10); i++) {
    const word = lowerAt(sentence, i);
    const passive = BE.has(lowerAt(sentence, i - 1)) || BE.has(lowerAt(sentence, i - 2));
    if (passive && CANCELLED.has(word)) return off(i);
    if (passive && word === 'called' && lowerAt(sentence, i + 1) === 'off') return off(i, i + 1);
    if (isParted(sentence, i - 1, /[.;:—]/) || CLAUSE.has(word)) break;
  }
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    const word = lowerAt(sentence, i);
    if (isParted(sentence, i, /[.;:—,]/) || CLAUSE.has(word) || GIVEN.has(word) || word === 'and') break;
    if (CANCELS.has(word) && !BE.has(lowerAt(sentence, i - 1))) return off(i);
    if (word === 'off' && /^call/.test(lowerAt(sentence, i - 1))) return off(i - 1, i);
    const wasTo = word === 'to' && /^(was|were)$/.test(lowerAt(sentence, i - 1));
    if (wasTo && lowerAt(sentence, i + 1) === 'have' && at - i <= 4) return off(i - 1, i + 1);
  }
  return null;
}

/** By the auxiliaries before it; null where the word stands as a noun. */
function verbStatus(sentence: Sentence, at: number): EventStatus | null {
  let i = at - 1;
  let auxiliary = false;
  let perfect = false;
  let negated = false;
  for (; i >= 0 && !isParted(sentence, i, /[.;:—]/); i--) {
    const word = lowerAt(sentence, i);
    if (DENIALS.has(word) || word.endsWith("n't") || word.endsWith('n’t')) negated = true;
    if (MODALS.has(word) || (/^wo|^ca/.test(word) && /n['’]t$/.test(word))) {
      if (perfect) return { ...HAPPENED, negated, conditional: true, cue: cueOf(sentence, i) };
      return { ...HAPPENED, status: 'planned', negated, cue: cueOf(sentence, i) };
    }
    if (word === 'to' && i === at - 1 && sentence.words[at]!.capital) return null; // "a keynote to Parliament"
    if (word === 'to') return infinitiveStatus(sentence, at, i, perfect, negated);
    if (/^(?:did|does|do|had|has|have|is|are|was|were|would)n['’]t$/.test(word))
      return { ...HAPPENED, negated };
    if (HAVE.has(word)) perfect = true;
    else if (!BE.has(word) && !ADVERBS.has(word) && !DENIALS.has(word) && !isAdverb(word)) break;
    if (BE.has(word)) auxiliary = true;
    if (word === 'is' || word === 'are' || word === 'am' || word === 'was' || word === 'were') {
      return finiteBe(sentence, at, i, negated);
    }
  }
  const { lower } = sentence.words[at]!;
  // A present tense, told by its subject: "they replace", "the offer is".
  if (BE.has(lower) || /^(he|she|it|they|we|i|you|who|which)$/.test(lowerAt(sentence, at - 1)))
    return { ...HAPPENED, negated };
  if (perfect) return { ...HAPPENED, negated };
  const before = lowerAt(sentence, i);
  if (/^(did|does|do)$/.test(before)) return { ...HAPPENED, negated };
  if (lower.endsWith('ing') && i === at - 1) return gerundStatus(sentence, at);
  if (isPast(sentence.words[at]!)) {
    const attribute = DETERMINERS.has(before) || sentence.words[i]?.possessive;
    return attribute ? null : { ...HAPPENED, negated };
  }
  if (auxiliary) return { ...HAPPENED, negated };
  return coordinated(sentence, at);
}

/** "is meeting" goes on or is arranged, "is arrested" happened; "are to" is an infinitive's. */
function finiteBe(sentence: Sentence, at: number, i: number, negated: boolean): EventStatus {
  const { lower } = sentence.words[at]!;
  const present = !/^was|^were/.test(lowerAt(sentence, i));
  if (present && opensWith(sentence, i, /^(when|once|until|unless|if)$/))
    return { ...HAPPENED, status: 'planned', negated };
  if (lower.endsWith('ing') && present) return { ...HAPPENED, status: 'ongoing', negated };
  return { ...HAPPENED, negated };
}

/** "to meet": what governs the infinitive says whether it came to pass; nothing does in "to boost sales", a purpose. */
function infinitiveStatus(
  sentence: Sentence,
  at: number,
  to: number,
  perfect: boolean,
  negated: boolean,
): EventStatus {
  let i = to - 1;
  while (i >= 0 && ADVERBS.has(lowerAt(sentence, i)) && !isParted(sentence, i)) i--;
  const governor = lowerAt(sentence, i);
  const from = Math.max(0, i);
  const cue = cueOf(sentence, from, to);
  if (DENYING_BEFORE_TO.has(governor)) return { ...HAPPENED, negated: true, cue };
  if (perfect && !AHEAD_AFTER_BE.has(governor) && !/^(was|were)$/.test(governor))
    return { ...HAPPENED, negated };
  const planned = { ...HAPPENED, status: 'planned', negated, cue } as const;
  if (LOOKS_TO.has(governor)) return planned;
  if (GIVEN_BEFORE_TO.has(governor) && sentence.words[i]) return HAPPENED; // a preposition: "due to losses"
  if (FACTUAL_BEFORE_TO.has(governor))
    return MODALS.has(lowerAt(sentence, i - 1)) ? planned : { ...HAPPENED, negated };
  for (let k = i; k >= Math.max(0, i - 6) && !isParted(sentence, k, /[.;:—]/); k--) {
    const word = lowerAt(sentence, k);
    if (MODALS.has(word) || LOOKS_TO.has(word)) break;
    if (CAUSED.has(word) || (/^(first|last|only|few)$/.test(word) && k >= i - 2)) {
      const ahead = [1, 2, 3].some((back) =>
        /^(to|will|would|may|might|should)$/.test(lowerAt(sentence, k - back)),
      );
      return ahead ? planned : HAPPENED;
    }
  }
  return ENDS_OF_WAY.has(lowerAt(sentence, at)) && hasPastBefore(sentence, i) ? HAPPENED : planned;
}

/** A past verb stands before word `i` in its clause. */
function hasPastBefore(sentence: Sentence, i: number): boolean {
  for (let k = i; k >= Math.max(0, i - 10); k--) {
    if (MODALS.has(lowerAt(sentence, k)) || CLAUSE.has(lowerAt(sentence, k))) return false;
    if (isPast(sentence.words[k]!) || /^(up|down)$/.test(lowerAt(sentence, k))) return true;
  }
  return false;
}

/** A participle: after "plans on" or "considers" it lies ahead, "without" denies it, else it is told as a fact. */
function gerundStatus(sentence: Sentence, at: number): EventStatus | null {
  const [two, one] = [lowerAt(sentence, at - 2), lowerAt(sentence, at - 1)];
  const next = lowerAt(sentence, at + 1);
  const subject = !isParted(sentence, at) && (BE.has(next) || HAVE.has(next) || MODALS.has(next)); // "a hearing will"
  if (subject || DETERMINERS.has(one) || sentence.words[at - 1]?.possessive || /^\d/.test(one)) return null;
  if (
    one === 'without' ||
    one === 'avoid' ||
    (one === 'from' && /^(prevent|stop|ban|block|keep|bar)/.test(two))
  ) {
    return { ...HAPPENED, negated: true, cue: cueOf(sentence, at - 1) };
  }
  if (ASPECTUAL.has(one)) return verbStatus(sentence, at - 1) ?? HAPPENED;
  const planned = LOOKS_TO.has(one) || (PREPOSITIONS.has(one) && (LOOKS_TO.has(two) || two === 'means' || two === 'aim' || two === 'aimed')); // prettier-ignore
  return planned
    ? { ...HAPPENED, status: 'planned', cue: cueOf(sentence, Math.max(0, at - 2), at - 1) }
    : HAPPENED;
}

/** "will take off and land": a bare form after "and" goes on with the verb before it. Null for what is no bare form. */
function coordinated(sentence: Sentence, at: number): EventStatus | null {
  let i = at - 1;
  if (lowerAt(sentence, i) === 'then') i--;
  if (lowerAt(sentence, i) !== 'and' && lowerAt(sentence, i) !== 'or') return null;
  const { lower } = sentence.words[at]!;
  if (lower.endsWith('ing')) {
    for (let k = i - 1; k >= Math.max(0, i - 8); k--) {
      if (lowerAt(sentence, k).endsWith('ing')) return gerundStatus(sentence, k);
    }
  }
  if (lower.endsWith('s') || lower.endsWith('ing')) return null;
  return governing(sentence, i - 1, 14, /[.;:—]/);
}

/** The nearest verb to the left that lies ahead or is past, within a clause; null for none. */
function governing(sentence: Sentence, from: number, reach: number, marks = QUOTES): EventStatus | null {
  for (let i = from; i >= Math.max(0, from - reach); i--) {
    const word = lowerAt(sentence, i);
    const next = lowerAt(sentence, i + 1);
    if (CLAUSE.has(word) || isParted(sentence, i, marks)) return null;
    if (MODALS.has(word))
      return next === 'like' ? HAPPENED : { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i) };
    if (word === 'to' && !DETERMINERS.has(next) && !sentence.words[i + 1]?.capital && !/^\d/.test(next)) {
      return infinitiveStatus(sentence, i + 1, i, next === 'have', false);
    }
    if (LOOKS_TO.has(word)) return { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i) };
    if (
      GIVEN.has(word) ||
      (word === 'for' && [1, 2, 3].some((back) => GIVEN_BEFORE_FOR.has(lowerAt(sentence, i - back))))
    )
      return HAPPENED;
    if (isPast(sentence.words[i]!) && !isAttribute(sentence, i)) return verbStatus(sentence, i) ?? HAPPENED;
  }
  return null;
}

/** "an extended search": a participle before its noun. */
function isAttribute({ words }: Sentence, i: number): boolean {
  const before = words[i - 1];
  return before !== undefined && (DETERMINERS.has(before.lower) || before.possessive);
}

/** By its adjective, then by the verb that it is the subject of, then by what governs it. */
function nounStatus(sentence: Sentence, at: number): EventStatus {
  for (let i = at - 1; i >= Math.max(0, at - 4) && !isParted(sentence, i); i--) {
    const word = lowerAt(sentence, i);
    if (PLANNED_ADJECTIVES.has(word)) return { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i) };
    if (DETERMINERS.has(word) || PREPOSITIONS.has(word)) break;
  }
  const subject = subjectStatus(sentence, at);
  if (subject) return subject;
  const governed = governing(sentence, at - 1, 10);
  return governed && !(governed.status === 'planned' && isOwned(sentence, at)) ? governed : HAPPENED;
}

/** "to use its option", "will secure the firm's operations": what somebody has is there, unless the verb makes it. */
function isOwned(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4) && !isParted(sentence, i); i--) {
    const word = lowerAt(sentence, i);
    if (sentence.words[i]!.possessive || /^(its|their|his|her|my|our|your)$/.test(word)) {
      return !MAKES.has(lowerAt(sentence, i - 1)) && !MAKES.has(lowerAt(sentence, i - 2));
    }
    if (DETERMINERS.has(word) || PREPOSITIONS.has(word)) return false;
  }
  return false;
}

/** "The deliveries are scheduled to begin", "the visit will end": a noun before its verb, prepositions between. */
function subjectStatus(sentence: Sentence, at: number): EventStatus | null {
  for (let i = at; i < Math.min(sentence.words.length - 1, at + 8); i++) {
    if (isParted(sentence, i) || CLAUSE.has(lowerAt(sentence, i + 1))) return null;
    const word = lowerAt(sentence, i + 1);
    const next = lowerAt(sentence, i + 2);
    if (/^(will|shall|should)$/.test(word))
      return { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i + 1) };
    if (MODALS.has(word)) return null; // "the loss could swell": there is one
    if (HAVE.has(word) && next === 'been' && AHEAD_AFTER_BE.has(lowerAt(sentence, i + 3))) {
      return { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i + 1, i + 3) };
    }
    if (BE.has(word)) {
      const cause = next === 'due' && lowerAt(sentence, i + 3) === 'to';
      const ahead = next === 'to' || (AHEAD_AFTER_BE.has(next) && !cause);
      return ahead ? { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i + 1, i + 2) } : null;
    }
    if (isPast(sentence.words[i + 1]!)) return null;
  }
  return null;
}

/** True where a word like `opener` begins the clause that word `at` stands in. */
function opensWith(sentence: Sentence, at: number, opener: RegExp): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 10); i--) {
    if (isParted(sentence, i, /[.;:—,]/)) return false;
    if (opener.test(lowerAt(sentence, i))) return true;
    if (CLAUSE.has(lowerAt(sentence, i))) return false;
  }
  return false;
}

/**
 * The status of a happening that its words leave in the past, once its date is known: what is dated after the day of
 * writing is planned ("a June 3 hearing"). Both are EDTF; the status stays where either is open or unknown.
 */
export function statusOn(
  status: EventStatus['status'],
  date: string | null,
  published: string | null,
): EventStatus['status'] {
  if (status !== 'happened' || date === null || published === null) return status;
  if (date.startsWith('X') !== published.startsWith('X')) return status;
  // Of an unknown year both are read in one leap year.
  const day = published.replace('XXXX', '2000');
  const [event, writing] = [boundsOf(date, [day]), boundsOf(day)];
  if (!event?.earliest || !writing?.latest) return status;
  return compareDays(event.earliest, writing.latest) > 0 ? 'planned' : status;
}
