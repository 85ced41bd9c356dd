import type { Sentence, Span, Speech } from './article.ts';
import { speechVerb } from './speech-words.ts';
import { isAdverb, type Word } from './words.ts';

/** Words that stand between a subject and its verb. */
export const AUXILIARY = new Set(
  'has had have having was were is are be been being will would did does do to can could may might must should shall'.split(
    ' ',
  ),
);

const PRONOUN = new Set('he she they we i it'.split(' '));

const RELATIVE = new Set(['who', 'which', 'that']);

/** Words that open a noun phrase. */
export const DETERMINER = new Set(
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

/** Forms that a finite verb may have; what isn't listed ends in -ed. */
export const FINITE =
  /ed$|^(?:is|are|was|were|has|had|have|will|would|did|does|can|could|may|might|must|said|says|told|went|came|left|met|flew|took|made|gave|got|held|began|became|won|lost|died|fled|led|sent|shot|killed|rose|fell|put|set|saw|found|kept|ran|drove|spoke|stood|felt|brought|built|bought|caught|hit|struck|broke|chose|drew|grew|knew|paid|sold|threw|wore|wrote)$/;

/** The auxiliary before the verb at `at`, in lower case, null for none. */
export function auxiliaryBefore(words: Word[], at: number): string | null {
  let index = at - 1;
  while (index >= 0 && isAdverb(words[index]!.lower)) index -= 1;
  const lower = words[index]?.lower;
  return lower !== undefined && AUXILIARY.has(lower) ? lower : null;
}

/** The noun phrase that ends before the verb at `at`, past adverbs and auxiliaries, or the antecedent of "who". */
export function subjectBefore(text: string, words: Word[], at: number): Span | null {
  let index = at - 1;
  while (index >= 0 && (isAdverb(words[index]!.lower) || AUXILIARY.has(words[index]!.lower))) index -= 1;
  // "Brandt (55) said": what stands in brackets is no subject.
  if (index >= 0 && gap(text, words[index]!, words[index + 1]!).includes(')'))
    while (index >= 0 && !gap(text, words[index - 1] ?? words[index]!, words[index]!).includes('('))
      index -= 1;
  if (index > 0 && gap(text, words[index - 1]!, words[index]!).includes('('))
    return nounPhraseTo(text, words, index - 1);
  const word = words[index];
  if (!word || gap(text, word, words[index + 1]!).includes(';')) return null;
  if (RELATIVE.has(word.lower) && !word.capital) return nounPhraseTo(text, words, index - 1);
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
  return speakerTo(text, words, index);
}

/** "… ," said Putin: the noun phrase after the verb, where a quotation or a comma stands before it. */
export function subjectAfter(text: string, words: Word[], at: number, quotes: Speech[]): Span | null {
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
export function coordinated(words: Word[], at: number, speaker: Span | null): Span | null {
  return jointBefore(words, at) === null ? null : speaker;
}

/** Where "and", "but" or a comma before the verb at `at` stands, else null. */
export function jointBefore(words: Word[], at: number): number | null {
  let index = at - 1;
  while (index >= 0 && (isAdverb(words[index]!.lower) || AUXILIARY.has(words[index]!.lower))) index -= 1;
  const word = words[index];
  return word && /^(?:and|but|or|while)$/.test(word.lower) ? word.start : null;
}

/** The subject of the sentence: its first noun phrase, after an opening aside. */
export function subjectOf(text: string, words: Word[], sentence: Sentence): Span | null {
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

/** The same with what it is in or from, where a comma or the sentence begins with it: "officials in Lima". */
function speakerTo(text: string, words: Word[], index: number): Span | null {
  const near = nounPhraseTo(text, words, index);
  if (!near) return null;
  const first = words.findIndex(({ start }) => start === near.start);
  const link = words[first - 1];
  if (!link || !/^(?:in|from|at|near)$/.test(link.lower) || parts(text, link, words[first]!)) return near;
  const whole = nounPhraseTo(text, words, first - 2);
  if (!whole || parts(text, words[first - 2]!, link)) return near;
  const from = words.findIndex(({ start }) => start === whole.start);
  const before = words[from - 1];
  const isHead =
    /[a-z]s$|^(?:police|ministry|agency|government|office|army|department|company|court|council)$/.test(
      words[first - 2]!.lower,
    );
  return isHead && (!before || /,["”’']*\s*$/.test(gap(text, before, words[from]!)))
    ? { start: whole.start, end: near.end }
    : near;
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
export function nounPhraseFrom(text: string, words: Word[], index: number): Span {
  const first = words[index]!;
  let last = index;
  for (let next = index + 1; next < words.length && next - index <= 8; next += 1) {
    const word = words[next]!;
    if (parts(text, words[last]!, word) || PRONOUN.has(first.lower)) break;
    const lower = word.lower;
    if (lower !== 'of' && (STOP.has(lower) || AUXILIARY.has(lower) || isAdverb(lower))) break;
    // "an FDA report", "the police statement": nouns here, for they have an article.
    const noun =
      DETERMINER.has(first.lower) && /^(?:report|statement|account|estimate|claim|comment)$/.test(lower);
    if (!word.capital && !noun && (FINITE.test(lower) || speechVerb(lower, words[next + 1]?.lower))) break;
    last = next;
  }
  while (last > index && words[last]!.lower === 'of') last -= 1;
  return { start: first.start, end: words[last]!.end };
}

/** What parts two words, without the point of an abbreviation ("Mr. Park"): '' where nothing does. */
function parts(text: string, a: Word, b: Word): string {
  return gap(text, a, b).replace(/^\./, '').trim();
}

/** What stands between two words. */
export function gap(text: string, a: Word, b: Word): string {
  return text.slice(a.end, b.start);
}
