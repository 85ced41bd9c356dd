import type { Sentence, Span, Speech } from './article.ts';
import { AUXILIARY, FINITE, gap, nounPhraseFrom } from './speakers.ts';
import { isAdverb, type Word } from './words.ts';

/** "according to X, …" or "…, according to X": all of the sentence but those words is X's. */
export function accordingTo(text: string, sentence: Sentence, words: Word[]): Speech | null {
  const at = words.findIndex((word, index) => word.lower === 'according' && words[index + 1]?.lower === 'to');
  const next = words[at + 2];
  if (at < 0 || !next) return null;
  const speaker = nounPhraseFrom(text, words, at + 2);
  const opening = words[at]!.start <= sentence.start + 1;
  const start = opening ? skip(text, speaker.end) : sentence.start;
  const end = opening ? sentence.end : trimEnd(text, start, words[at]!.start);
  return end > start ? { start, end, form: 'reported', speaker, verb: null } : null;
}

/** The clause that a verb of speech without a quotation reports: after it, or before ", X said". */
export function clauseOf(
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
  const parenthetic = /,["”’']*\s*$/.test(text.slice(Math.max(sentence.start, left - 4), left));
  const closes =
    ASIDE.test(tail) ||
    /^\s*(?:[.,;!?]|$)/.test(tail) ||
    /^\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day\b)?\s*(?:$|[.,]|(?:on|in|at|late|early|after|during|by|to)\b[^,]{0,160}[.,]?\s*$)/i.test(
      tail,
    );
  const base = { form: 'reported' as const, speaker: subject, verb };
  if (parenthetic && closes && words[0] && left > words[0].start) {
    const whole = quotes.findLast((quote) => quote.end <= left && !isPart(text, quote, sentence));
    // "a dam that, officials say, burst": of the relative clause alone they speak.
    const that = /\b(?:that|which|who|where|when),\s*$/.exec(text.slice(sentence.start, left));
    if (that) {
      const from = skip(text, right);
      const to = trimEnd(text, from, sentence.end);
      return to > from ? { ...base, start: from, end: to } : null;
    }
    const previous = whole?.end ?? sentence.start;
    const end = trimEnd(text, previous, left);
    if (end - previous > 3) return { ...base, start: skip(text, previous), end };
    return null;
  }
  let start = skip(text, right);
  // "told a news conference in Lima that": to whom, and no word of what was said
  if (/^tell|^told/.test(words[at]!.lower))
    start += HEARERS.exec(text.slice(start, sentence.end))?.[0].length ?? 0;
  let end = sentence.end;
  const relative =
    relativeBefore(words, at) || (subject === null && /ed$|^(?:told|thought|said)$/.test(words[at]!.lower));
  const participle = words[at]!.lower.endsWith('ing');
  const opening = participle && at === 0;
  if (relative || opening) {
    const comma = closingComma(text, words, at, sentence, opening);
    if (comma > 0) end = comma;
  }
  // "declared an outbreak on Friday after one person died", "announced its withdrawal during a visit": the rest is the article's own.
  if (
    /^(?:announced|declared|reported|confirmed)$/.test(words[at]!.lower) &&
    /^(?:an?|the|its|his|her|their|\d[\d,.]*|new|two|three|four|five)$/.test(words[at + 1]?.lower ?? '')
  ) {
    const own = /,?\s(?:after|when|while|following|as|during|amid)\s/.exec(text.slice(start, end));
    if (own) end = start + own.index;
  }
  const semicolon = text.indexOf(';', start);
  if (semicolon > 0 && semicolon < end) end = semicolon;
  end = trimEnd(text, start, end);
  return end > start ? { ...base, start, end } : null;
}

/** "…, its governor said on Thursday, while …": what stands behind the second comma is the article's own. */
const ASIDE =
  /^\s*(?:(?:late|early|later|earlier)\s+)?(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)?(?:\s+(?:morning|afternoon|evening|night))?(?:\s*in an? (?:\w+ )?(?:statement|interview|report|post|letter|briefing))?(?:\s+on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,/i;

/** "called it “a branch office”, the ministry said": some words of a sentence, of which all is said. */
function isPart(text: string, quote: Speech, sentence: Sentence): boolean {
  const lead = text.slice(sentence.start, quote.start).trim();
  return lead.length > 0 && !/[,:;.!?”"]$/.test(lead);
}

const HEARERS =
  /^(?:an?|the|his|her|their)\s(?:[\w-]+\s){0,3}?(?:conference|rally|meeting|hearing|forum|summit|session|crowd|gathering)\b/;

function relativeBefore(words: Word[], at: number): boolean {
  let index = at - 1;
  while (index >= 0 && (isAdverb(words[index]!.lower) || AUXILIARY.has(words[index]!.lower))) index -= 1;
  return index >= 0 && !words[index]!.capital && /^(?:who|which)$/.test(words[index]!.lower);
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
      (next[0] && isAdverb(next[0].lower) && next[1] && FINITE.test(next[1].lower)) ||
      /^(?:where|when|while|after|before|as)$/.test(next[0]?.lower ?? '')
    )
      return words[index]!.end + between.indexOf(',');
  }
  return first ? -1 : sentence.end;
}

function skip(text: string, at: number): number {
  while (at < text.length && /[\s,:]/.test(text.charAt(at))) at += 1;
  return at;
}

/** `end` without the marks and spaces before it. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start && /[\s,;:.]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}
