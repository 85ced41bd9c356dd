import { FINITE } from '../article/speakers.ts';
import { isAdverb } from '../article/words.ts';
import { eventNoun, eventVerb } from './event-words.ts';
import type { Person } from './people.ts';
import { isAdjective } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Who or what a verb's subject is: tokens `from` to `to` (exclusive) and the persons among them. */
export interface Subject {
  from: number;
  to: number;
  persons: Person[];
  /** "he", "she" or "they" stands there, resolved or not. */
  pronoun: boolean;
  /** Index of the noun of a happening that is the subject ("The meeting comes …"), or -1. */
  event: number;
  /** The noun before "who", "which" or "that". */
  relative: boolean;
}

const NOBODY: Subject = { from: 0, to: 0, persons: [], pronoun: false, event: -1, relative: false };

const SKIP = /^(?:now|soon|both|all|each|himself|herself|themselves|itself|on|in|at|late|early)$/;
const STOP = new Set(
  'in on at by for from with after before during since amid over under while when as if although though that which who than so to into and or but because where near through against about until including upon between among via of not wherein whereby whereas whose whom'.split(
    ' ',
  ),
);
const DETERMINER = new Set(
  'the a an this that these those his her its their our my some several many two three four five six seven eight nine ten dozens hundreds thousands'.split(
    ' ',
  ),
);
const RELATIVE = new Set(['who', 'which', 'that']);
const OPENS_ASIDE =
  /^(?:who|which|whose|whom|the|a|an|his|her|its|their|one|in|on|at|with|along|accompanied|and|but|after|before|as|now|then|also|including|among|mostly|\d+)$/;

/** The subject before the verb group that begins at `at`, or null where none can be told. */
export function findSubject(tokens: Token[], at: number): Subject | null {
  let index = at - 1;
  // "Putin on Tuesday met", "Putin later met": what stands between is no subject.
  while (
    index >= 0 &&
    !tokens[index + 1]!.before &&
    (tokens[index]!.kind === 'time' ||
      (tokens[index]!.kind === 'word' &&
        (SKIP.test(tokens[index]!.lower) || isAdverb(tokens[index]!.lower)) &&
        (tokens[index + 1]!.kind === 'time' || !STOP.has(tokens[index]!.lower))))
  )
    index -= 1;
  // "The first was found": an adverb's form after "the" is a noun.
  if (index >= 0 && tokens[index]!.kind === 'word' && DETERMINER.has(tokens[index]!.lower) && index + 1 < at)
    index += 1;
  if (index < 0) return null;
  if (/^["”’']*,["”’']*$|[–—]$|^\)$/.test(tokens[index + 1]!.before)) {
    const before = beforeAside(tokens, index);
    if (before < 0) return null;
    // "The Brazilian president, Michel Tavares, declared": the name says who.
    if (
      before === index - 1 &&
      tokens[index]!.person &&
      !tokens[index]!.possessive &&
      !tokens[before]!.person
    )
      return { ...NOBODY, from: index, to: index + 1, persons: [tokens[index]!.person!] };
    index = before;
  } else if (tokens[index + 1]!.before && tokens[index + 1]!.before !== '.') return null;
  const token = tokens[index]!;
  if (token.kind === 'word' && RELATIVE.has(token.lower)) {
    if (index === 0) return null;
    let noun = index - 1;
    // "a woman from West Java who died"
    while (
      token.lower === 'who' &&
      noun > 1 &&
      tokens[noun]!.kind === 'place' &&
      LINKS.has(tokens[noun - 1]!.lower)
    )
      noun -= 2;
    const antecedent = phraseTo(tokens, noun, true);
    return antecedent && { ...antecedent, relative: true };
  }
  return phraseTo(tokens, index);
}

/** The token before the comma that opens the aside which ends at `index`; -1 where it isn't one. */
function beforeAside(tokens: Token[], index: number): number {
  if (isRegion(tokens, index)) return index - 1;
  // "the agency (IAEA) sent"
  if (tokens[index + 1]!.before === ')') {
    const opens = tokens.findLastIndex((token, at) => at <= index && token.before.endsWith('('));
    return opens > 0 ? opens - 1 : -1;
  }
  const opening = openingPhrase(tokens);
  for (let back = index; back > 0 && index - back < 25; back -= 1) {
    if (!/^[,(]$|[–—]$/.test(tokens[back]!.before)) continue;
    if (back === opening) return back - 1;
    if (tokens[back]!.kind === 'person') continue;
    if (!OPENS_ASIDE.test(tokens[back]!.lower) && !tokens[back - 1]!.person) continue;
    return back - 1;
  }
  return -1;
}

/** "Paris, France": the second only says where the first lies. */
function isRegion(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (tokens[index]!.kind !== 'place' || tokens[index]!.before !== ',' || !before) return false;
  return before.kind === 'place' || (before.kind === 'word' && before.capital && index > 1);
}

/** The first comma's place where the sentence begins with a noun phrase and nothing else ("The old bridge, built of wood, fell"). */
function openingPhrase(tokens: Token[]): number {
  const first = tokens[0]!;
  if (
    first.kind === 'time' ||
    (first.kind === 'word' && STOP.has(first.lower) && tokens[1]?.lower !== 'least')
  )
    return -1;
  for (let index = 1; index < tokens.length && index < 14; index += 1) {
    const { lower, kind, before } = tokens[index]!;
    if (before) return before === ',' ? index : -1;
    if (kind === 'word' && (NO_PHRASE.test(lower) || eventVerb(lower)?.form === 'past' || /ing$/.test(lower)))
      return -1;
  }
  return -1;
}

/** `antecedent`: of "who" and "that", which may hang on anything ("on two boats that sank"). */
function phraseTo(tokens: Token[], index: number, antecedent = false): Subject | null {
  const last = tokens[index]!;
  if (last.quoted || last.possessive) return null;
  // "a farm at Norfolk, England are": the second only says where the first lies.
  if (!antecedent && index > 1 && isRegion(tokens, index)) return phraseTo(tokens, index - 1);
  const outer = eventBefore(tokens, index);
  if (outer >= 0) {
    const start = phraseStart(tokens, outer, false);
    return { ...NOBODY, from: start < 0 ? outer : start, to: index + 1, event: outer };
  }
  if (last.kind === 'person') {
    let from = index;
    const persons = [last.person!];
    for (let and = joint(tokens, from); and > 0; and = joint(tokens, from)) {
      from = and - 1;
      persons.unshift(tokens[from]!.person!);
    }
    // "Brandt, Sayed and Haddad met", where the sentence begins with them.
    let first = from;
    while (persons.length > 1 && first > 0 && tokens[first]!.before === ',' && tokens[first - 1]!.person)
      first -= 1;
    if (first === 0)
      persons.unshift(...tokens.slice(0, from).flatMap(({ person }) => (person ? [person] : [])));
    if (first === 0) from = 0;
    if (
      /^(?:of|with|by|for|between|from|to|about|on|against)$/.test(tokens[from - 1]?.lower ?? '') &&
      !tokens[from]!.before
    )
      return null;
    return { ...NOBODY, from, to: index + 1, persons };
  }
  if (/^(?:he|she|they)$/.test(last.lower)) return { ...NOBODY, from: index, to: index + 1, pronoun: true };
  if (
    /^(?:it|we|i|you|there|one)$/.test(last.lower) ||
    STOP.has(last.lower) ||
    last.kind === 'time' ||
    TIME.test(last.lower)
  )
    return null;
  const from = phraseStart(tokens, index, antecedent);
  if (from < 0) return null;
  if (from >= index - 1 && NUMBER.test(last.lower) && last.kind === 'word') return null;
  if (antecedent && !isCounted(tokens[from]!)) return null;
  // "No one in the U.S. died": nothing happened.
  if (/^(?:no|none|nobody|neither|few|nothing|hardly|any)$/.test(tokens[from]!.lower)) return null;
  const event = eventHead(tokens, from, index);
  const persons = tokens
    .slice(from, index + 1)
    .flatMap((token) => (token.person && !token.possessive && token === last ? [token.person] : []));
  return { ...NOBODY, from, to: index + 1, persons, event };
}

/** "a man who", "two boats that", "Ferri, who": one or some; "people who" are nobody in particular. */
function isCounted({ kind, lower, capital }: Token): boolean {
  return (
    kind !== 'word' ||
    capital ||
    DETERMINER.has(lower) ||
    /^(?:\d|at$|more$|about$|nearly$|dozens$|one$|another$)/.test(lower)
  );
}

/** The phrase's own noun, before its first preposition, where it tells a happening; else -1. */
function eventHead(tokens: Token[], from: number, index: number): number {
  let head = from;
  while (head < index && !(tokens[head + 1]!.kind === 'word' && LINKS.has(tokens[head + 1]!.lower)))
    head += 1;
  const { kind, lower, capital } = tokens[head]!;
  return kind === 'word' && !(capital && head > from) && eventNoun(lower, tokens[head - 1]?.lower)
    ? head
    : -1;
}

/** "The meeting with Abbas", "the killing of Lee": the noun of a happening that the name at `index` hangs on, or -1. */
function eventBefore(tokens: Token[], index: number): number {
  let prepositions = 0;
  for (let back = index; back > 0 && index - back < 10; back -= 1) {
    const token = tokens[back]!;
    if (token.before && token.before !== '.') return -1;
    const prev = tokens[back - 1]!;
    if (
      prev.kind === 'word' &&
      /^(?:of|with|by|between|in|at|on|off|outside|inside|aboard|to|from|near|against)$/.test(prev.lower)
    )
      prepositions += 1;
    else if (
      prev.kind === 'word' &&
      prepositions &&
      eventNoun(prev.lower, tokens[back - 2]?.lower) &&
      !prev.capital
    )
      return back - 1;
    else if (
      prev.kind === 'word' &&
      /^(?:he|she|they|it|who|which|that|is|are|was|were|has|had|have|will|would|said|after|before|when|while|but|following|during)$/.test(
        prev.lower,
      )
    )
      return -1;
  }
  return -1;
}

/** "Reiter and photographer Ferri": the index of the "and" between the person at `from` and one before it, or -1. */
function joint(tokens: Token[], from: number): number {
  for (let back = from - 1; back > 0 && from - back <= 5; back -= 1) {
    const token = tokens[back]!;
    if (tokens[back + 1]!.before || token.kind !== 'word') return -1;
    if (token.lower === 'and') return tokens[back - 1]!.person && !token.before ? back : -1;
    if (token.capital || STOP.has(token.lower)) return -1;
  }
  return -1;
}

/** "The first was found", "six arrived": read alone, nobody knows what. */
const NUMBER =
  /^(?:first|second|third|fourth|fifth|last|next|other|others|latter|former|same|one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|few|several|both|all|dozens|hundreds|thousands|\d[\d,.]*)$/;

/** Times are no subjects: "the week began". */
const TIME =
  /^(?:sun|dawn|dusk|darkness|week|month|year|day|night|morning|evening|weekend|season|decade|century|time|hour)s?$/;

/** Prepositions besides the links that a name may hang on: "a flight over Turkey". */
const OVER = /^(?:over|under|through|via|amid|during|upon|including|with|across|around|past|beyond)$/;

/** A subject of more words is a list or misread. */
const LONGEST_PHRASE = 18;

const LINKS = new Set(
  'of in at on off outside inside aboard from near with for between to against by about among'.split(' '),
);
const NO_PHRASE =
  /^(?:he|she|they|it|is|are|was|were|be|been|being|has|had|have|having|will|would|can|could|may|might|must|should|said|says|say|think|believe|done|made|found|held|based|located|called|named|taken|given|seen|hard|worst|badly|who|which|that)$/;

/** "an early February auction": a day between the words of a phrase is part of it. */
function isInside(tokens: Token[], at: number): boolean {
  const [prev, next] = [tokens[at - 1], tokens[at + 1]!];
  return (
    prev?.kind === 'word' &&
    (DETERMINER.has(prev.lower) || prev.lower === 'early' || prev.lower === 'late') &&
    next.kind === 'word' &&
    !STOP.has(next.lower)
  );
}

/** "More than 200 people", "about 30 houses": how exact a number is belongs to it. */
function withAmount(tokens: Token[], from: number): number {
  const [second, first] = [tokens[from - 1], tokens[from - 2]];
  if (
    !second ||
    tokens[from]!.before ||
    !/^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|a$|an$)/.test(tokens[from]!.lower)
  )
    return from;
  if (second.lower === 'than' && first && /^(?:more|fewer|less)$/.test(first.lower)) return from - 2;
  if (second.lower === 'to' && first?.lower === 'up') return from - 2;
  return /^(?:about|around|over|nearly|almost|some|roughly|approximately|only|another)$/.test(second.lower)
    ? from - 1
    : from;
}

/**
 * Where a list begins whose last item but one ends at `index`, after an opening phrase if there is one. Where what stands
 * before "and" is a clause of its own, `alone`; -1 where the beginning can't be told.
 */
function listStart(tokens: Token[], index: number, alone: number): number {
  // "a battle between the army and hitmen ended": the battle did.
  if (tokens.slice(Math.max(0, index - 6), index + 1).some(({ lower }) => lower === 'between')) return -1;
  const acts = tokens
    .slice(0, index + 1)
    .some(
      ({ kind, lower, capital }, at) =>
        kind === 'word' && !capital && FINITE.test(lower) && !isAdjective(tokens, at),
    );
  if (acts) return alone;
  let from = index < 0 ? -1 : phraseStart(tokens, index, false);
  while (from > 0 && tokens[from]!.before === ',' && !isAdverb(tokens[from - 1]!.lower))
    from = phraseStart(tokens, from - 1, false);
  const first = tokens[0]!;
  const opened = from > 0 && tokens[from]!.before === ',' && (first.kind === 'time' || STOP.has(first.lower));
  return from === 0 || opened ? from : -1;
}

/**
 * Where the noun phrase that ends with token `index` begins: "A court in Cairo", "the wife of the mayor", "At least 75
 * people". -1 where words of it make it none, or where it hangs on something before it.
 */
function phraseStart(tokens: Token[], index: number, antecedent: boolean): number {
  let from = index;
  for (let back = index; back >= 0; back -= 1) {
    if (index - back > LONGEST_PHRASE) return -1;
    const token = tokens[back]!;
    const { lower } = token;
    if (
      back < index &&
      (tokens[back + 1]!.before || token.quoted || (token.kind === 'time' && !isInside(tokens, back)))
    )
      break;
    if (
      token.kind === 'word' &&
      (NO_PHRASE.test(lower) || (!/^(?:early|first|last|latest|even|once)$/.test(lower) && isAdverb(lower)))
    )
      break;
    if (
      token.kind === 'word' &&
      back < index &&
      !/ed$/.test(lower) &&
      (eventVerb(lower)?.form === 'past' || FINITE.test(lower))
    )
      break;
    const prev = tokens[back - 1];
    const parted = token.before !== '';
    // "due to expire": no phrase.
    const next = tokens[back + 1];
    if (
      lower === 'to' &&
      next?.kind === 'word' &&
      !next.capital &&
      !DETERMINER.has(next.lower) &&
      !/s$|^\d/.test(next.lower)
    )
      return -1;
    if (LINKS.has(lower) && token.kind === 'word') {
      if (/^(?:least|most)$/.test(tokens[back + 1]?.lower ?? '')) {
        from = back;
        break;
      }
      if (antecedent || !prev || parted || STOP.has(prev.lower) || isAdverb(prev.lower)) break;
      continue;
    }
    if (
      lower === 'and'
        ? !(tokens[back + 1]?.capital && prev?.capital)
        : STOP.has(lower) && token.kind === 'word'
    )
      break;
    if (lower === 'and') continue;
    from = back;
    // "A rocket carrying two satellites": the phrase goes on to the left of what hangs on it.
    const carried = prev && !parted && prev.kind === 'word' && /[a-z]{3}ing$/.test(prev.lower) && back > 1;
    if (
      DETERMINER.has(lower) &&
      prev?.lower !== 'aged' &&
      !(prev && !parted && (LINKS.has(prev.lower) || carried))
    )
      break;
  }
  from = withAmount(tokens, from);
  const first = tokens[from]!;
  const before = tokens[from - 1];
  // "Poland, Hungary and the Czech Republic signed": the last alone is not who did.
  if (before?.lower === 'and' && !before.before && !first.before)
    return antecedent ? -1 : listStart(tokens, from - 2, from);
  // "will consider helping", "whose names appeared": no subject of this verb.
  if (
    /^(?:will|would|can|could|may|might|must|should|to|whose|whom)$/.test(before?.lower ?? '') &&
    !first.before
  )
    return -1;
  // "All but one item": the others.
  if (before?.lower === 'but' && tokens[from - 2]?.lower === 'all') return -1;
  const hangs =
    before &&
    !first.before &&
    before.kind === 'word' &&
    (LINKS.has(before.lower) || OVER.test(before.lower)) &&
    from - 1 > 0;
  const verbal =
    first.kind === 'word' &&
    !first.capital &&
    (/(?:ing|ed)$/.test(first.lower) || NO_PHRASE.test(first.lower));
  const last = tokens[index]!;
  const acted = last.kind === 'word' && !last.capital && eventVerb(last.lower)?.form === 'past';
  return (hangs && !antecedent) || verbal || acted || NO_PHRASE.test(tokens[index]!.lower) ? -1 : from;
}
