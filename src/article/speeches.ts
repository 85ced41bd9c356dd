import type { Sentence, Span, Speech } from './article.ts';
import { speechVerb } from './speech-words.ts';
import { findWords, isAdverb, type Word } from './words.ts';

const AUXILIARY = new Set(
  'has had have having was were is are be been being will would did does do to can could may might must should shall'.split(
    ' ',
  ),
);
const BE = new Set('is are was were be been being'.split(' '));
const PRONOUN = new Set('he she they we i it'.split(' '));
const RELATIVE = new Set(['who', 'which', 'that']);
const DETERMINER = new Set(
  'the a an his her its their this that these those one two three some many several another other'.split(' '),
);
const PREPOSITION = new Set(
  'in on at by for from with after before during since amid despite under over while when as if although though following according until until about against through'.split(
    ' ',
  ),
);
/** Words that no noun phrase runs over, to the left of its verb. */
const STOP = new Set([
  ...PREPOSITION,
  ...'and but or because who which that when where so than to into'.split(' '),
]);
const FINITE =
  /ed$|^(?:is|are|was|were|has|had|have|will|would|did|does|can|could|may|might|must|said|says|told|went|came|left|met|flew|took|made|gave|got|held|began|became|won|lost|died|fled|led|sent|shot|killed|rose|fell|put|set|saw|found|kept|ran|drove|spoke|stood|felt|brought|built|bought|caught|hit|struck|broke|chose|drew|grew|knew|paid|sold|threw|wore|wrote)$/;

/**
 * What of the text is somebody's words: quotations, and what verbs of speech report. In text order.
 *
 * The speaker is the verb's subject, to its left ("Putin said"), to its right after a quotation ("…," said Putin), or
 * the noun before ", who"; a participle ("…, calling it …") has the speaker of its sentence. A passive ("was accused
 * of") names nobody.
 */
export function findSpeeches(text: string, sentences: Sentence[], quotations: Span[]): Speech[] {
  const quoted: Speech[] = quotations.map((span) => ({ ...span, form: 'quoted', speaker: null, verb: null }));
  const reported: Speech[] = [];
  let first = 0;
  for (const sentence of sentences) {
    while (first < quoted.length && quoted[first]!.end <= sentence.start) first += 1;
    let last = first;
    while (last < quoted.length && quoted[last]!.start < sentence.end) last += 1;
    readSentence(text, sentence, quoted.slice(first, last), reported);
  }
  carryOn(text, quoted, sentences);
  return [...quoted, ...reported].sort((a, b) => a.start - b.start || b.end - a.end);
}

function readSentence(text: string, sentence: Sentence, quotes: Speech[], reported: Speech[]): void {
  let inside = 0;
  const words = findWords(text, sentence.start, sentence.end).filter((word) => {
    while (inside < quotes.length && quotes[inside]!.end <= word.start) inside += 1;
    return !(quotes[inside] && word.start >= quotes[inside]!.start);
  });
  let after = 0;
  const known = reported.length;
  let speaker: Span | null = null;
  let open: Speech | null = null;
  const according = accordingTo(text, sentence, words);
  if (according) reported.push(according);
  words.forEach((word, at) => {
    const verb = speechVerb(word.lower, words[at + 1]?.lower);
    if (!verb || (word.capital && at > 0) || isNoun(words, at)) return;
    while (after < quotes.length && quotes[after]!.start < word.start) after += 1;
    const near = quotes.slice(Math.max(0, after - 1), after + 1);
    const auxiliary = auxiliaryBefore(words, at);
    if (verb.form === 'base' && !auxiliary && !isPlural(words, at)) return;
    const passive = verb.form === 'past' && auxiliary !== null && BE.has(auxiliary);
    const participle = verb.form === 'ing' && !(auxiliary && BE.has(auxiliary));
    const subject = passive
      ? null
      : participle
        ? (speaker ?? subjectOf(text, words, sentence))
        : (subjectBefore(text, words, at) ??
          subjectAfter(text, words, at, near) ??
          coordinated(words, at, speaker));
    if (open && word.start < open.end && word.start > open.start) {
      const joint = jointBefore(words, at);
      if (joint !== null && joint > open.start) open.end = trimEnd(text, open.start, joint);
    }
    const verbSpan = { start: word.start, end: word.end };
    const attached = attach(text, words, at, subject, verbSpan, near);
    if (subject) speaker = subject;
    if (attached) return;
    const speech = clauseOf(text, words, at, subject, verbSpan, sentence, near);
    if (!speech) return;
    reported.push(speech);
    open = speech;
  });
  // A quotation inside reported speech is the same person's.
  let from = known;
  for (const quote of quotes) {
    while (from < reported.length && reported[from]!.end + 1 < quote.end) from += 1;
    const around = reported[from];
    if (!quote.speaker && around && around.start <= quote.start)
      [quote.speaker, quote.verb] = [around.speaker, around.verb];
  }
}

/** "according to X, …" or "…, according to X": all of the sentence but those words is X's. */
function accordingTo(text: string, sentence: Sentence, words: Word[]): Speech | null {
  const at = words.findIndex((word, index) => word.lower === 'according' && words[index + 1]?.lower === 'to');
  const next = words[at + 2];
  if (at < 0 || !next) return null;
  const speaker = nounPhraseFrom(text, words, at + 2);
  const opening = words[at]!.start <= sentence.start + 1;
  const start = opening ? skip(text, speaker.end) : sentence.start;
  const end = opening ? sentence.end : trimEnd(text, start, words[at]!.start);
  return end > start ? { start, end, form: 'reported', speaker, verb: null } : null;
}

/** "the demand", "a report", "his call": after a determiner or an adjective's place the form is a noun. */
function isNoun(words: Word[], at: number): boolean {
  const before = words[at - 1];
  if (!before) return false;
  // "expressed thanks": what follows a verb of speech at once is its object.
  if (speechVerb(before.lower, undefined) && !before.capital && !/ed$/.test(words[at]!.lower)) return true;
  return (
    DETERMINER.has(before.lower) || before.possessive || /^(?:of|no|new|any|in|under|for)$/.test(before.lower)
  );
}

/** "officials say", "they argue", "police believe": what may stand before a base form without an auxiliary. */
function isPlural(words: Word[], at: number): boolean {
  const before = words[at - 1];
  if (!before || before.possessive) return false;
  return (
    /^(?:they|we|i|you|who|police|people)$/.test(before.lower) ||
    ((!before.capital || at === 1) && /[^s]s$/.test(before.lower))
  );
}

function auxiliaryBefore(words: Word[], at: number): string | null {
  let index = at - 1;
  while (index >= 0 && isAdverb(words[index]!.lower)) index -= 1;
  const lower = words[index]?.lower;
  return lower !== undefined && AUXILIARY.has(lower) ? lower : null;
}

/** The noun phrase that ends before the verb at `at`, past adverbs and auxiliaries, or the antecedent of "who". */
function subjectBefore(text: string, words: Word[], at: number): Span | null {
  let index = at - 1;
  while (index >= 0 && (isAdverb(words[index]!.lower) || AUXILIARY.has(words[index]!.lower))) index -= 1;
  // "Waxman (D-Calif.) said": what stands in brackets is no subject.
  if (index >= 0 && gap(text, words[index]!, words[index + 1]!).includes(')'))
    while (index >= 0 && !gap(text, words[index - 1] ?? words[index]!, words[index]!).includes('('))
      index -= 1;
  if (index > 0 && gap(text, words[index - 1]!, words[index]!).includes('('))
    return nounPhraseTo(text, words, index - 1);
  const word = words[index];
  if (!word || gap(text, word, words[index + 1]!).includes(';')) return null;
  if (RELATIVE.has(word.lower)) return nounPhraseTo(text, words, index - 1);
  if (PRONOUN.has(word.lower)) return { start: word.start, end: word.end };
  if (gap(text, word, words[index + 1]!).includes(',')) {
    // "Abbas, in his remarks, expressed": the comma before opens an aside.
    for (let back = index - 1; back >= 0 && index - back < 14; back -= 1) {
      if (gap(text, words[back]!, words[back + 1]!).includes(',')) {
        const aside = words[back + 1]!.lower;
        const phrase = nounPhraseTo(text, words, back);
        if (phrase && !(back === 0 && PREPOSITION.has(words[0]!.lower)) && aside !== 'and') return phrase;
        return null;
      }
    }
    return null;
  }
  return nounPhraseTo(text, words, index);
}

/** "… ," said Putin: the noun phrase after the verb, where a quotation or a comma stands before it. */
function subjectAfter(text: string, words: Word[], at: number, quotes: Speech[]): Span | null {
  const verb = words[at]!;
  const next = words[at + 1];
  if (!next || gap(text, verb, next).trim()) return null;
  const afterQuote = quotes.some(
    (quote) => quote.end <= verb.start && !text.slice(quote.end, verb.start).trim(),
  );
  const afterComma = /,\s*$/.test(text.slice(Math.max(0, verb.start - 3), verb.start));
  if (!afterQuote && !afterComma) return null;
  if (!next.capital && !DETERMINER.has(next.lower) && !PRONOUN.has(next.lower)) return null;
  return nounPhraseFrom(text, words, at + 1);
}

/** "… and reiterated": the speaker before, where "and" or "but" joins two verbs. */
function coordinated(words: Word[], at: number, speaker: Span | null): Span | null {
  return jointBefore(words, at) === null ? null : speaker;
}

/** Where "and", "but" or a comma before the verb at `at` stands, else null. */
function jointBefore(words: Word[], at: number): number | null {
  let index = at - 1;
  while (index >= 0 && (isAdverb(words[index]!.lower) || AUXILIARY.has(words[index]!.lower))) index -= 1;
  const word = words[index];
  return word && /^(?:and|but|or|while)$/.test(word.lower) ? word.start : null;
}

/** The subject of the sentence: its first noun phrase, after an opening aside. */
function subjectOf(text: string, words: Word[], sentence: Sentence): Span | null {
  let index = 0;
  const first = words[0];
  if (!first) return null;
  if (PREPOSITION.has(first.lower) || first.lower.endsWith('ing')) {
    const comma = text.indexOf(',', first.start);
    if (comma < 0 || comma >= sentence.end) return null;
    index = words.findIndex((word) => word.start > comma);
    if (index < 0) return null;
  }
  return nounPhraseFrom(text, words, index);
}

/** The noun phrase that ends with word `index`: back to a determiner, a preposition, a comma; null where none is. */
function nounPhraseTo(text: string, words: Word[], index: number): Span | null {
  const last = words[index];
  if (!last || STOP.has(last.lower) || isAdverb(last.lower)) return null;
  if (index > 0 && !last.capital && FINITE.test(last.lower)) return null;
  if (PRONOUN.has(last.lower)) return { start: last.start, end: last.end };
  let from = index;
  for (let back = index - 1; back >= 0 && index - back <= 8; back -= 1) {
    const word = words[back]!;
    if (parts(text, word, words[back + 1]!)) break;
    const bridges =
      word.lower === 'of' ||
      word.lower === 'for' ||
      (word.lower === 'and' && words[back + 1]!.capital && words[back - 1]?.capital);
    if (!bridges && (STOP.has(word.lower) || PRONOUN.has(word.lower) || isAdverb(word.lower))) break;
    if (
      FINITE.test(word.lower) &&
      !word.capital &&
      words[back - 1] &&
      !DETERMINER.has(words[back - 1]!.lower)
    )
      break;
    from = back;
    if (DETERMINER.has(word.lower) && !/^(?:of|for)$/.test(words[back - 1]?.lower ?? '')) break;
  }
  while (from < index && /^(?:of|for|and)$/.test(words[from]!.lower)) from += 1;
  return { start: words[from]!.start, end: last.end };
}

/** The noun phrase that begins with word `index`, up to a verb, a comma or a preposition other than "of". */
function nounPhraseFrom(text: string, words: Word[], index: number): Span {
  const first = words[index]!;
  let last = index;
  for (let next = index + 1; next < words.length && next - index <= 8; next += 1) {
    const word = words[next]!;
    if (parts(text, words[last]!, word) || PRONOUN.has(first.lower)) break;
    const lower = word.lower;
    if (lower !== 'of' && (STOP.has(lower) || AUXILIARY.has(lower) || isAdverb(lower))) break;
    if (!word.capital && (FINITE.test(lower) || speechVerb(lower, words[next + 1]?.lower))) break;
    last = next;
  }
  while (last > index && words[last]!.lower === 'of') last -= 1;
  return { start: first.start, end: words[last]!.end };
}

/** What may stand between a verb of speech and the quotation that it opens. */
const LEADS_IN = /(?:[,:]|^|\b(?:that|a|an|as|the|it|him|her|them|for))\s*$/;

/** Gives the quotations beside a verb of speech their speaker; true where one is all that it says. */
function attach(
  text: string,
  words: Word[],
  at: number,
  subject: Span | null,
  verb: Span,
  near: Speech[],
): boolean {
  const left = Math.min(subject?.start ?? verb.start, verb.start);
  const right = Math.max(subject?.end ?? verb.end, verb.end);
  let whole = false;
  for (const quote of near) {
    const before =
      quote.end <= left && left - quote.end < 4 && !/[.;\p{L}]/u.test(text.slice(quote.end, left));
    const lead = quote.start >= right && quote.start - right < 90 ? text.slice(right, quote.start) : '.';
    const after = !/[.;]/.test(lead) && LEADS_IN.test(lead) && !verbBetween(words, at, quote.start);
    if (quote.speaker || !(before || after)) continue;
    quote.speaker = subject;
    quote.verb = verb;
    if (before || lead.trim().length < 3) whole = true;
  }
  return whole;
}

/** Another verb of speech stands between the one at `at` and the quotation: it is that one's. */
function verbBetween(words: Word[], at: number, before: number): boolean {
  for (let index = at + 1; index < words.length && words[index]!.start < before; index += 1)
    if (speechVerb(words[index]!.lower, words[index + 1]?.lower)) return true;
  return false;
}

/** The clause that a verb of speech without a quotation reports: after it, or before ", X said". */
function clauseOf(
  text: string,
  words: Word[],
  at: number,
  subject: Span | null,
  verb: Span,
  sentence: Sentence,
  quotes: Speech[],
): Speech | null {
  const left = Math.min(subject?.start ?? verb.start, verb.start);
  const right = Math.max(subject?.end ?? verb.end, verb.end);
  const tail = text.slice(right, sentence.end);
  const parenthetic = /,\s*$/.test(text.slice(Math.max(sentence.start, left - 3), left));
  const closes =
    /^\s*(?:[.,;!?]|$)/.test(tail) ||
    /^\s*(?:on|in|at|late|early|after|during|by|to)\b[^,]{0,60}[.,]?\s*$/.test(tail);
  const base = { form: 'reported' as const, speaker: subject, verb };
  if (parenthetic && closes && words[0] && left > words[0].start) {
    const previous = quotes.findLast((quote) => quote.end <= left)?.end ?? sentence.start;
    const end = trimEnd(text, previous, left);
    if (end - previous > 3) return { ...base, start: skip(text, previous), end };
    return null;
  }
  const start = skip(text, right);
  let end = sentence.end;
  const relative = relativeBefore(words, at);
  const participle = words[at]!.lower.endsWith('ing');
  const opening = participle && at === 0;
  if (relative || opening) {
    const comma = closingComma(text, words, at, sentence, opening);
    if (comma > 0) end = comma;
  }
  const semicolon = text.indexOf(';', start);
  if (semicolon > 0 && semicolon < end) end = semicolon;
  end = trimEnd(text, start, end);
  return end > start ? { ...base, start, end } : null;
}

function relativeBefore(words: Word[], at: number): boolean {
  let index = at - 1;
  while (index >= 0 && (isAdverb(words[index]!.lower) || AUXILIARY.has(words[index]!.lower))) index -= 1;
  return index >= 0 && /^(?:who|which)$/.test(words[index]!.lower);
}

/** The comma that ends "X, who accused Y of …, arrived": the first with a finite verb after it; -1 for none. */
function closingComma(text: string, words: Word[], at: number, sentence: Sentence, first: boolean): number {
  for (let index = at; index < words.length - 1; index += 1) {
    const between = gap(text, words[index]!, words[index + 1]!);
    if (!between.includes(',')) continue;
    const next = words.slice(index + 1, index + 4);
    if (
      first ||
      (next[0] && (FINITE.test(next[0].lower) || AUXILIARY.has(next[0].lower))) ||
      (next[0] && isAdverb(next[0].lower) && next[1] && FINITE.test(next[1].lower))
    )
      return words[index]!.end + between.indexOf(',');
  }
  return first ? -1 : sentence.end;
}

/** A quotation that begins a sentence, after one with a speaker: in the same paragraph, or left open before, it goes on. */
function carryOn(text: string, quotes: Speech[], sentences: Sentence[]): void {
  let at = 0;
  let before: { quote: Speech; paragraph: number } | null = null;
  for (const quote of quotes) {
    while (at < sentences.length - 1 && sentences[at]!.end <= quote.start) at += 1;
    const sentence = sentences[at];
    if (!sentence) return;
    const goesOn =
      before &&
      (before.paragraph === sentence.paragraph ||
        (before.paragraph === sentence.paragraph - 1 && !/["”»'’]/.test(text.charAt(before.quote.end - 1))));
    if (!quote.verb && goesOn && sentence.start === quote.start) quote.speaker = before!.quote.speaker;
    if (quote.speaker) before = { quote, paragraph: sentence.paragraph };
  }
}

/** What parts two words, without the point of an abbreviation ("Mr. Park"): '' where nothing does. */
function parts(text: string, a: Word, b: Word): string {
  return gap(text, a, b).replace(/^\./, '').trim();
}

function gap(text: string, a: Word, b: Word): string {
  return text.slice(a.end, b.start);
}

function skip(text: string, at: number): number {
  while (at < text.length && /[\s,:]/.test(text.charAt(at))) at += 1;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && /[\s,;:.]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}
