import type { Sentence, Span, Speech } from './article.ts';
import { accordingTo, clauseOf, trimEnd } from './reported.ts';
import {
  auxiliaryBefore,
  coordinated,
  DETERMINER,
  FINITE,
  jointBefore,
  subjectAfter,
  subjectBefore,
  subjectOf,
} from './speakers.ts';
import { speechVerb } from './speech-words.ts';
import { findWords, isAdverb, type Word } from './words.ts';

const BE = new Set('is are was were be been being'.split(' '));

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
    if (saysNothing(words, at, verb, passive, auxiliary)) return;
    // "the bill was rejected", "was welcomed with songs": done, not said.
    if (passive && /^(?:reject|dismiss|welcome|protest|praise|announce|declare)$/.test(verb.base)) return;
    const participle = verb.form === 'ing' && !(auxiliary && BE.has(auxiliary));
    // "by adding new conditions": nobody speaks.
    if (participle && /^(?:by|of|for|in|from|without|to|with)$/.test(words[at - 1]?.lower ?? '')) return;
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
    if (open && subject && subject.start > open.start && subject.start < open.end) {
      const second = /,\s+(?:and|but|while)\s[^.;]{0,40}$/.exec(text.slice(open.start, subject.start));
      if (second) open.end = trimEnd(text, open.start, open.start + second.index);
    }
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

/** "two cases were confirmed in Lima", "plans announced in May", "was admitted to hospital": a deed, and no words. */
function saysNothing(
  words: Word[],
  at: number,
  { base, form }: { base: string; form: string },
  passive: boolean,
  auxiliary: string | null,
): boolean {
  const next = words[at + 1]?.lower ?? '';
  const isLate = /^(?:in|at|on|by|near|among|across|during|this|last|yesterday|today|there|here)$/.test(next);
  if (passive && base === 'admit' && next === 'to') return true;
  if (/^(?:confirm|report|announce|record|reveal)$/.test(base) && isLate) {
    if (passive) return true;
    const told = words.slice(at + 1, at + 9).some(({ lower }) => lower === 'that');
    const before = words[at - 1];
    if (
      form === 'past' &&
      auxiliary === null &&
      !told &&
      before &&
      !before.capital &&
      /[^s]s$/.test(before.lower)
    )
      return /^(?:in|on|by|at|last)$/.test(next) && THINGS.test(before.lower);
  }
  // "have reported cases": how many somebody had; "declared victory": what was done by saying it.
  if (base === 'report' && COUNTS.test(next)) return true;
  return base === 'declare' && /^(?:victory|independence|war|bankruptcy|martial|himself|herself)$/.test(next);
}

const COUNTS =
  /^(?:cases|deaths|incidents|infections|outbreaks|fatalities|casualties|losses|profits|earnings)$/;
/** What is announced or reported, and no one who speaks. */
const THINGS =
  /^(?:plans|measures|cuts|cases|deaths|results|figures|changes|sanctions|reforms|projects|proposals|rules|elections|incidents|infections|outbreaks|attacks|talks|steps|decisions|deals|closures|losses|findings|details)$/;

/** "the demand", "a report", "his call": after a determiner or an adjective's place the form is a noun. */
function isNoun(words: Word[], at: number): boolean {
  const before = words[at - 1];
  if (!before) return false;
  // "the recently announced plan": an adjective.
  if (isAdverb(before.lower) && at > 1 && DETERMINER.has(words[at - 2]!.lower)) return true;
  // "expressed thanks": what follows a verb of speech at once is its object.
  if (speechVerb(before.lower, undefined) && !before.capital && !/ed$/.test(words[at]!.lower)) return true;
  // "Security fears grew", "four suspects were held": what does something itself is no verb.
  const next = words[at + 1];
  const isSubject = /[^s]s$/.test(words[at]!.lower) && next && !next.capital && FINITE.test(next.lower);
  if (isSubject && next.lower !== 'said' && !(before.capital && at > 1)) return true;
  // "a doctor with suspected cholera", "two alleged gunmen": a past form before a noun only describes it.
  if (
    /ed$/.test(words[at]!.lower) &&
    next &&
    /^(?:of|from|with|by|against|over|between|in|under|two|three|four|five|six|seven|eight|nine|ten|several|many|more|\d+)$/.test(
      before.lower,
    )
  )
    return !/^(?:that|to|by|in|on|at|as)$/.test(next.lower);
  return (
    DETERMINER.has(before.lower) ||
    before.possessive ||
    (/^(?:of|no|new|any|in|under|for|with|amid|on|by|over|about|despite|as|from|to)$/.test(before.lower) &&
      !/ed$|^(?:said|told)$/.test(words[at]!.lower))
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
    const isPart = before && /\p{L}\s*$/u.test(text.slice(words[0]?.start ?? quote.start, quote.start));
    if ((before && !isPart) || lead.trim().length < 3) whole = true;
  }
  return whole;
}

/** Another verb of speech stands between the one at `at` and the quotation: it is that one's. */
function verbBetween(words: Word[], at: number, before: number): boolean {
  for (let index = at + 1; index < words.length && words[index]!.start < before; index += 1)
    if (speechVerb(words[index]!.lower, words[index + 1]?.lower)) return true;
  return false;
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
