import type { Word } from '../article/words.ts';
import {
  cueOf,
  type EventStatus,
  HAPPENED,
  isAdverb,
  isParted,
  isPast,
  lowerAt,
  opensWith,
  QUOTES,
  type Sentence,
} from './clause.ts';
import {
  ADVERBS,
  AHEAD_AFTER_BE,
  ASPECTUAL,
  BE,
  CAUSED,
  CLAUSE,
  DENIALS,
  DENYING_BEFORE_TO,
  DETERMINERS,
  ENDS_OF_WAY,
  FACTUAL_BEFORE_TO,
  GIVEN,
  GIVEN_BEFORE_FOR,
  GIVEN_BEFORE_TO,
  HAVE,
  LOOKS_TO,
  MODALS,
  PREPOSITIONS,
} from './status-words.ts';

/** By the auxiliaries before it; null where the word stands as a noun. */
export function verbStatus(sentence: Sentence, at: number): EventStatus | null {
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
export function governing(
  sentence: Sentence,
  from: number,
  reach: number,
  marks = QUOTES,
): EventStatus | null {
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
