import { AUXILIARY, FINITE } from '../article/speakers.ts';
import { isAdverb } from '../article/words.ts';
import { eventNoun, eventVerb } from './event-words.ts';
import { DETERMINER, isReducedBefore, LINKS, NO_PHRASE, phraseStart, STOP } from './noun-phrase.ts';
import type { Person } from './people.ts';
import { isKin, isPersonNoun } from './somebody.ts';
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

const SKIP = /^(?:now|soon|already|both|all|each|himself|herself|themselves|itself|on|in|at|late|early)$/;
const RELATIVE = new Set(['who', 'which', 'that']);
const OPENS_ASIDE =
  /^(?:who|which|whose|whom|the|a|an|his|her|its|their|one|in|on|at|from|of|with|along|accompanied|and|but|after|before|as|now|then|also|including|among|mostly|\d+)$/;

/** The subject before the verb group that begins at `at`, or null where none can be told. */
export function findSubject(tokens: Token[], at: number): Subject | null {
  if (tokens[at] && (isReducedBefore(tokens, at) || isNaming(tokens, at))) return null;
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
  if (/^["”’']*,["”’']*$|[–—]$|^--?$|^\)$/.test(tokens[index + 1]!.before)) {
    // "Sarah Connor, whose father, James Connor, founded": the father did.
    if (isNamedKin(tokens, index))
      return { ...NOBODY, from: index, to: index + 1, persons: [tokens[index]!.person!] };
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
  if (token.kind === 'word' && RELATIVE.has(token.lower) && !token.capital) {
    if (index === 0) return null;
    // "Lena Brandt, 62, who was rescued"
    let noun = pastAge(tokens, index - 1);
    // "a woman from West Java who died"
    while (
      token.lower === 'who' &&
      noun > 1 &&
      tokens[noun]!.kind === 'place' &&
      LINKS.has(tokens[noun - 1]!.lower)
    )
      noun -= 2;
    // "the market at Kisumu, which burned": what stands in the place, and not the place.
    const isIn =
      tokens[noun]!.kind === 'place' && /^(?:at|in|near|outside|on)$/.test(tokens[noun - 1]?.lower ?? '');
    if (isIn && noun > 1 && token.lower !== 'who') return null;
    const antecedent = phraseTo(tokens, noun, true);
    // "leaders of the gang, who are held": not the gang.
    const many =
      /^(?:are|were|have)$/.test(tokens[index + 1]?.lower ?? '') && !/s$/.test(tokens[noun]!.lower);
    if (antecedent && many && tokens[noun]!.kind === 'word' && tokens[antecedent.from - 1]?.lower === 'of')
      return null;
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
    if (!/^[,(]$|[–—]$|^--?$/.test(tokens[back]!.before)) continue;
    if (back === opening) return back - 1;
    if (tokens[back]!.kind === 'person' || isNamedKin(tokens, back - 1)) continue;
    if (!OPENS_ASIDE.test(tokens[back]!.lower) && !tokens[back - 1]!.person) continue;
    return pastAge(tokens, back - 1);
  }
  return -1;
}

/** "whose father, James Connor,": a name that says who the noun before it is. */
function isNamedKin(tokens: Token[], index: number): boolean {
  const noun = tokens[index - 1];
  return (
    tokens[index]!.person !== null &&
    !tokens[index]!.possessive &&
    tokens[index]!.before === ',' &&
    noun?.kind === 'word' &&
    !noun.capital &&
    isKin(noun.lower)
  );
}

/** "A man named Paul Barnes was arrested": nobody was named anything. */
function isNaming(tokens: Token[], at: number): boolean {
  const [noun, { lower }] = [tokens[at - 1], tokens[at]!];
  return /^(?:named|called|known|identified)$/.test(lower) && noun !== undefined && isPersonNoun(noun.lower);
}

/** "Lena Brandt, 62": the index of the name where the one at `index` is an age behind it. */
function pastAge(tokens: Token[], index: number): number {
  const isAge = /^\d{1,3}$/.test(tokens[index]!.text) && tokens[index]!.before === ',' && index > 0;
  return isAge ? index - 1 : index;
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
  // "Foreign ministers of Armenia and Azerbaijan": the second land alone is not who did.
  const pair =
    last.kind === 'place' && tokens[index - 1]?.lower === 'and' && tokens[index - 2]?.kind === 'place';
  if (pair && !last.before && !tokens[index - 1]!.before && !antecedent) {
    const start = phraseStart(tokens, index - 2, false);
    return start < 0 ? null : { ...NOBODY, from: start, to: index + 1 };
  }
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
    if (isHalf(tokens, from)) {
      const start = phraseStart(tokens, index, antecedent);
      return start < 0 || start >= from ? null : { ...NOBODY, from: start, to: index + 1 };
    }
    if (
      /^(?:of|with|by|for|between|from|to|about|on|against)$/.test(tokens[from - 1]?.lower ?? '') &&
      !tokens[from]!.before
    )
      return null;
    return { ...NOBODY, from, to: index + 1, persons };
  }
  const sayer = /^(?:it|they)$/.test(last.lower) ? sayerOf(tokens, index) : null;
  if (sayer) return sayer;
  if (/^(?:he|she|they)$/.test(last.lower)) return { ...NOBODY, from: index, to: index + 1, pronoun: true };
  if (
    /^(?:it|we|i|you|there|one)$/.test(last.lower) ||
    STOP.has(last.lower) ||
    last.kind === 'time' ||
    TIME.test(last.lower)
  )
    return null;
  const from = phraseStart(tokens, index, antecedent);
  if (from < 0 || (from === index && isCargo(tokens, from))) return null;
  // "Ms. Lopez and Mr. Grant testified": not he alone.
  const isTitled =
    tokens[from]!.before === '.' &&
    /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|col|sgt|lt)$/.test(tokens[from - 1]?.lower ?? '');
  if (isTitled && tokens[from - 2]?.lower === 'and') return null;
  const isCrowd = index === 0 && CROWD.test(last.lower);
  if (from >= index - 1 && NUMBER.test(last.lower) && last.kind === 'word' && !isCrowd) return null;
  if (antecedent && !isCounted(tokens[from]!)) return null;
  // "No one in the U.S. died": nothing happened.
  if (/^(?:no|none|nobody|neither|few|nothing|hardly|any|according)$/.test(tokens[from]!.lower)) return null;
  const event = eventHead(tokens, from, index);
  const persons = tokens
    .slice(from, index + 1)
    .flatMap((token) => (token.person && !token.possessive && token === last ? [token.person] : []));
  return { ...NOBODY, from, to: index + 1, persons, event };
}

/** "The army said that it had shot down a drone", "Police said they had": who speaks of their own deed, if no person. */
function sayerOf(tokens: Token[], index: number): Subject | null {
  const said = tokens[index - 1]?.lower === 'that' ? index - 2 : index - 1;
  if (said < 1 || tokens[index]!.before || !SAID.test(tokens[said]!.lower)) return null;
  let at = said - 1;
  while (
    at > 0 &&
    (tokens[at]!.kind === 'time' || /^(?:on|has|have|had|also|later)$/.test(tokens[at]!.lower))
  )
    at -= 1;
  if (tokens[at]!.kind !== 'word' && tokens[at]!.kind !== 'organisation') return null;
  const sayer = phraseTo(tokens, at);
  if (!sayer || sayer.persons.length || sayer.pronoun || sayer.event >= 0) return null;
  // "Officials said it had": another thing did.
  const many =
    /(?:[^s]s|police)$/.test(tokens[at]!.lower) &&
    tokens[at]!.kind === 'word' &&
    !(tokens[at]!.capital && at > 0);
  return many === (tokens[index]!.lower === 'they') ? sayer : null;
}

const SAID = /^(?:said|says|announced|announces|confirmed|stated|reported|acknowledged|admitted)$/;

/** "Hakan Fidan and George Gerapetritis", "Israel and Netanyahu", where the sentence begins with one who is no known person. */
function isHalf(tokens: Token[], from: number): boolean {
  const [and, other] = [tokens[from - 1], tokens[from - 2]];
  if (and?.lower !== 'and' || and.before || tokens[from]!.before || !other) return false;
  if (other.possessive || !(other.capital || other.kind === 'organisation') || other.kind === 'time')
    return false;
  const opening = tokens.slice(0, from - 1).findLastIndex(({ before }) => before === ',');
  const verb = tokens
    .slice(Math.max(0, opening), from - 1)
    .some(({ kind, lower }) => kind === 'word' && (FINITE.test(lower) || STOP.has(lower)));
  return !verb;
}

/** "a truck loaded with bananas and | melons overturned": the second of two things that hang on another. */
function isCargo(tokens: Token[], from: number): boolean {
  const { before, capital, lower: word } = tokens[from]!;
  if (tokens[from - 1]?.lower !== 'and' || before || capital || !/[a-z]s$/.test(word)) return false;
  return tokens
    .slice(Math.max(0, from - 5), from - 1)
    .some(({ lower, kind }) => kind === 'word' && CARRIES.test(lower));
}

const CARRIES = /^(?:with|of|carrying|transporting|containing|including|between|loaded|laden)$/;

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
      return hangsOnParticiple(tokens, back - 1) ? -1 : back - 1;
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

/** "a man convicted of the murder", "a woman found guilty of theft": of whom something is told, and not of the noun at `at`. */
function hangsOnParticiple(tokens: Token[], at: number): boolean {
  let index = at;
  while (index > 0 && !tokens[index]!.before && DETERMINER.has(tokens[index - 1]!.lower)) index -= 1;
  const [link, participle, noun] = [tokens[index - 1], tokens[index - 2], tokens[index - 3]];
  return (
    link !== undefined &&
    noun !== undefined &&
    /^(?:of|for|in|with|during|after|over)$/.test(link.lower) &&
    !link.before &&
    !participle!.before &&
    /ed$|^(?:guilty|responsible|shot|hurt|held|caught)$/.test(participle!.lower) &&
    noun.kind === 'word' &&
    !NO_PHRASE.test(noun.lower.replace(/^found$/, '')) &&
    !STOP.has(noun.lower) &&
    !AUXILIARY.has(noun.lower)
  );
}

/** "Reiter and photographer Ferri": the index of the "and" between the person at `from` and one before it, or -1. */
function joint(tokens: Token[], from: number): number {
  for (let back = from - 1; back > 0 && from - back <= 5; back -= 1) {
    const token = tokens[back]!;
    if (tokens[back + 1]!.before || token.kind !== 'word') return -1;
    if (token.lower === 'and') return tokens[back - 1]!.person && !token.before ? back : -1;
    // "and his Ugandan counterpart Omar Sayed"
    const isTitle = /^(?:his|her|their)$/.test(tokens[back - 1]!.lower);
    if ((token.capital && !isTitle) || STOP.has(token.lower)) return -1;
  }
  return -1;
}

/** "Thousands marched": people, where the verb is one of people. */
export const CROWD = /^(?:dozens|scores|hundreds|thousands|millions)$/;

/** "The first was found", "six arrived": read alone, nobody knows what. */
const NUMBER =
  /^(?:first|second|third|fourth|fifth|last|next|other|others|latter|former|same|one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|few|several|both|all|dozens|hundreds|thousands|\d[\d,.]*)$/;

/** Times are no subjects: "the week began". */
const TIME =
  /^(?:sun|dawn|dusk|darkness|week|month|year|day|night|morning|evening|weekend|season|decade|century|time|hour)s?$/;
