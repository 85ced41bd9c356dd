import type { Place } from '../places/place.ts';
import type { Timex } from '../dates/timex.ts';
import { isAdverb } from '../article/words.ts';
import { isCharge } from './charges.ts';
import { contains } from './containment.ts';
import { eventNoun, eventVerb } from './event-words.ts';
import { DETERMINER, isAdjective } from './phrases.ts';
import type { Token } from './tokens.ts';

/** How a place hangs on its word: `at` it, gone `to` it, `from` it, by way of it (`via`), its `object`, its `subject`'s. */
export interface PlaceArgument {
  token: Token;
  place: Place;
  as: 'at' | 'to' | 'from' | 'via' | 'object' | 'subject';
  /** Named in one breath with the place before it: "in Kabul and Herat". */
  joined?: true;
}

/** What stands within a word's own reach. */
export interface Arguments {
  places: PlaceArgument[];
  persons: Token[];
  times: Timex[];
}

/** Words over which no argument is fetched: a new clause, a second thing. */
const WALL = new Set(
  'and but or nor who whom whose which that where when while after before as because although though if unless since until till amid following despite than so including according whether once without saying adding where'.split(
    ' ',
  ),
);
const FINITE = new Set(
  'is are was were has have had will would can could may might must should shall do does did said says told comes came include includes included become becomes became remain remains remained cause causes caused'.split(
    ' ',
  ),
);
const AT = new Set('in at near outside inside on off around across throughout beside along'.split(' '));
const PREPOSITION =
  /^(?:in|on|at|by|for|from|with|to|near|after|before|during|over|through|of|against|and|late|early)$/;
const TO = new Set('to into toward towards for onto'.split(' '));
const VIA = new Set(['via', 'through']);
/** Words that may stand between a preposition and its place: they say which part of it, and nothing else. */
const PART =
  /^(?:the|a|an|its|his|her|their|of|city|town|village|suburbs?|capital|port|province|state|district|region|county|island|outskirts|centre|center|heart|north|south|east|west|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|central|downtown|nearby|neighbou?ring|coastal|border|mainland|occupied|besieged|areas?|parts?|coast|shores?|nation|country|territory|enclave|strip|resort|mountainous|remote|rural|war-torn|italian|french|german|russian|turkish|spanish|[a-z]+(?:ian|ish|ese))$/;

/** Where the reach of the word at `at` ends to the right: the index of the first token beyond it. */
export function reachEnd(
  tokens: Token[],
  at: number,
  stopAt: (index: number) => boolean = () => false,
): number {
  let listed = at; // the end of a list of places
  for (let index = at + 1; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (index < listed) continue;
    if (index > at + 1 || token.kind === 'place') listed = placeListEnd(tokens, index);
    // "fined $5 million": the sign is the number's.
    if (
      token.before &&
      !isAbbreviationPoint(tokens, index) &&
      !/^[$£€]$/.test(token.before) &&
      !isContainer(tokens, index) &&
      !isAfterContainer(tokens, index)
    )
      return index;
    if (token.quoted !== tokens[at]!.quoted) return index;
    // "in Churchill, Man. her parents": nothing of the verb's stands behind the container without a preposition.
    if (
      !/^(?:time|place)$/.test(token.kind) &&
      !PREPOSITION.test(token.lower) &&
      isContainer(tokens, index - 1)
    )
      return index;
    if (token.kind !== 'word') continue;
    if (
      WALL.has(token.lower) &&
      !joinsPersons(tokens, index) &&
      !joinsThings(tokens, at, index) &&
      !opensRole(tokens, at, index) &&
      !isJustThen(tokens, index)
    )
      return index;
    if (FINITE.has(token.lower) || stopAt(index)) return index;
  }
  return tokens.length;
}

/** "in Dayton, Ohio", "in Lyon, in France": behind the comma stands only where the place lies. */
export function isContainer(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.before !== ',') return false;
  const outer = token.lower === 'in' && !tokens[index + 1]?.before ? tokens[index + 1] : token;
  const [around, inner] = [outer?.toponym?.resolution.place, tokens[index - 1]?.toponym?.resolution.place];
  return Boolean(around && inner && !outer!.possessive && contains(around, inner));
}

/** "in Dayton, Ohio, | on Tuesday": the day behind the second comma is still the verb's. */
function isAfterContainer(tokens: Token[], index: number): boolean {
  const { before, lower, kind } = tokens[index]!;
  if (before !== ',') return false;
  const outer =
    tokens[index - 2]?.lower === 'in' && tokens[index - 2]!.before === ',' ? index - 2 : index - 1;
  if (outer < 1 || !isContainer(tokens, outer)) return false;
  const next = /^(?:on|in|late|early|at|last|this)$/.test(lower) ? tokens[index + 1] : undefined;
  return kind === 'time' || (next?.kind === 'time' && !next.before);
}

/** "Gen. Smith", "St. Paul": the mark is an abbreviation's own point. */
function isAbbreviationPoint(tokens: Token[], index: number): boolean {
  return tokens[index]!.before === '.' && tokens[index - 1]!.text.length <= 5;
}

/** "Putin and Abbas": an "and" between two persons (or their organisations) joins them, it parts nothing. */
export function joinsPersons(tokens: Token[], index: number): boolean {
  const left = tokens[index - 1];
  const right = tokens[index + 1];
  return (
    tokens[index]!.lower === 'and' && left?.kind === 'person' && right?.kind === 'person' && !right.before
  );
}

/** "shortly after 9 p.m. on Saturday": a time, and no other happening. */
function isJustThen(tokens: Token[], index: number): boolean {
  return (
    /^(?:after|before)$/.test(tokens[index]!.lower) &&
    /^(?:shortly|just|soon|minutes|moments)$/.test(tokens[index - 1]?.lower ?? '') &&
    tokens[index + 1]?.timex?.type === 'TIME'
  );
}

/** "sworn in as president", "named as coach": the office is the verb's own. */
function opensRole(tokens: Token[], at: number, index: number): boolean {
  const office = tokens[index]!.lower === 'as' && index - at <= 2 ? eventVerb(tokens[at]!.lower) : undefined;
  return office !== undefined && /^(?:office|election)$/.test(office.class);
}

/** "on trade and aviation on Monday", "between Rome and Pisa": the "and" of two single nouns, or of two ends. */
function joinsThings(tokens: Token[], at: number, index: number): boolean {
  if (tokens[index]!.lower !== 'and') return false;
  const [left, right, after] = [tokens[index - 1]!, tokens[index + 1], tokens[index + 2]];
  if (!right || right.before || index - 1 <= at) return false;
  if (left.kind === 'place' && right.kind === 'place')
    return (
      tokens[index - 2]?.lower === 'between' || (AT.has(tokens[index - 2]?.lower ?? '') && isLooseEnd(after))
    );
  const isThing = ({ kind, lower, capital, possessive }: Token) =>
    kind === 'word' &&
    !capital &&
    !possessive &&
    !isLoose(lower) &&
    !DETERMINER.has(lower) &&
    !/(?:ed|ing)$/.test(lower) &&
    !eventVerb(lower);
  if (!isThing(left) || !isThing(right) || left.before) return false;
  return isLooseEnd(after);
}

/** "in Salem and Krishnagiri districts" */
const UNITS =
  /^(?:districts|counties|provinces|regions|states|prefectures|governorates|municipalities|boroughs|islands|areas)$/;

/** "Kabul, Herat and Jalalabad": the index after the last of a list of places, after the first where it is none. */
function placeListEnd(tokens: Token[], first: number): number {
  const isListed = (token: Token | undefined) =>
    token?.kind === 'place' && token.toponym?.role === 'literal' && !token.possessive;
  for (let at = first; isListed(tokens[at]); at += 1) {
    const next = tokens[at + 1];
    // "Qatar and the United Arab Emirates"
    const last = tokens[at + 2]?.lower === 'the' && !tokens[at + 3]?.before ? at + 3 : at + 2;
    if (
      next?.lower === 'and' &&
      /^,?$/.test(next.before) &&
      !tokens[at + 2]?.before &&
      isListed(tokens[last])
    ) {
      const end = tokens[last + 1];
      return !end || end.before || isLooseEnd(end) || UNITS.test(end.lower) ? last + 1 : first + 1;
    }
    if (next?.before !== ',') break;
  }
  return first + 1;
}

/** What follows two joined things and belongs to the verb: a time, a preposition, nothing. */
function isLooseEnd(after: Token | undefined): boolean {
  return (
    !after || (!after.before && (after.kind === 'time' || /^(?:in|on|at|with|by|during)$/.test(after.lower)))
  );
}

/** Another happening begins at `index`: a verb or a noun of one, or a verb in -ing. */
export function beginsEvent(tokens: Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== 'word' || token.capital) return false;
  const verb = eventVerb(token.lower);
  if (verb && isAdjective(tokens, index)) return false;
  if (verb && (verb.form === 'past' || tokens[index - 1]?.lower === 'to')) return true;
  // "gutted by fire", "hit by floods": what did it, and no happening of its own.
  if (tokens[index - 1]?.lower === 'by' && !token.before) return false;
  const isNoun = eventNoun(token.lower, tokens[index - 1]?.lower) !== undefined;
  return isNoun && !describesNext(tokens, index) && !isCharge(tokens, index);
}

/**
 * The places, persons and times among tokens `from` to `to` (exclusive). `into` are the prepositions that name the
 * place of this very word ("attack on"); `object` allows a place right after the word ("visited Rome").
 */
export function argumentsIn(
  tokens: Token[],
  from: number,
  to: number,
  {
    into = [],
    object = false,
    motion = false,
    leaves = false,
  }: { into?: string[]; object?: boolean; motion?: boolean; leaves?: boolean } = {},
): Arguments {
  const found: Arguments = { places: [], persons: [], times: [] };
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]!;
    if (token.timex) {
      if (!token.possessive && !describesNoun(tokens, index) && !isCompared(tokens, index))
        found.times.push(token.timex);
    } else if (token.person && !token.possessive) found.persons.push(token);
    else if (token.kind === 'word' && token.toponym?.resolution.place)
      // "here", in the town of the dateline.
      found.places.push({ token, place: token.toponym.resolution.place, as: motion ? 'to' : 'at' });
    else if (token.toponym?.role === 'literal' && token.toponym.resolution.place) {
      const as = relation(tokens, from, index, { into, object, motion, leaves });
      if (!as) continue;
      found.places.push({ token, place: token.toponym.resolution.place, as });
      if (as !== 'at' && as !== 'object') continue;
      const end = Math.min(to, placeListEnd(tokens, index));
      for (index += 1; index < end; index += 1) {
        const place = tokens[index]!.toponym?.resolution.place;
        if (place) found.places.push({ token: tokens[index]!, place, as, joined: true });
      }
      index -= 1;
    }
  }
  return found;
}

/** "44 tonnes were seized, down from 116 in 2023": a year that is only compared with. */
export function isCompared(tokens: Token[], index: number): boolean {
  for (let back = index - 1; back >= Math.max(1, index - 7); back -= 1)
    if (
      /^(?:from|with|to)$/.test(tokens[back]!.lower) &&
      /^(?:down|up|compared|rise|fall|increase|decrease)$/.test(tokens[back - 1]!.lower)
    )
      return true;
  return false;
}

/** "the Dec. 21 bombing", "a 2014 law", "the 2018 World Cup": the day is the noun's, not the verb's. */
export function describesNoun(tokens: Token[], index: number): boolean {
  const [prev, next] = [tokens[index - 1], tokens[index + 1]];
  if (!prev || tokens[index]!.before || !next || (next.before && next.before !== ',')) return false;
  if (!prev.possessive && !DETERMINER.has(prev.lower) && prev.lower !== 'most') return false;
  return (
    next.kind === 'word' &&
    !isLoose(next.lower) &&
    (next.before === '' || eventNoun(next.lower) !== undefined)
  );
}

function relation(
  tokens: Token[],
  from: number,
  index: number,
  { into, object, motion, leaves }: { into: string[]; object: boolean; motion: boolean; leaves: boolean },
): PlaceArgument['as'] | null {
  const token = tokens[index]!;
  // "in Moscow’s suburbs" is in Moscow; "with Moscow’s envoy" or "in Rome’s view" is nowhere.
  if (token.possessive && !PART.test(tokens[index + 1]?.lower ?? '')) return null;
  if (isModifier(tokens, index, object) || isSeaOf(tokens, index)) return null;
  let back = index - 1;
  while (
    back >= from &&
    (isSeaOf(tokens, back) || (tokens[back]!.kind === 'word' && PART.test(tokens[back]!.lower))) &&
    !into.includes(tokens[back]!.lower)
  ) {
    if (tokens[back + 1]!.before) return null;
    back -= 1;
  }
  if (back < from) return object && (back === from - 1 || from === 0) ? (leaves ? 'from' : 'object') : null;
  const preposition = tokens[back]!;
  if (tokens[back + 1]!.before || preposition.kind !== 'word') return null;
  const { lower } = preposition;
  // "from Kourou in French Guiana": the second only says where the first lies.
  const inner =
    /^(?:from|to|towards?|via)$/.test(tokens[back - 2]?.lower ?? '') &&
    !preposition.before &&
    tokens[back - 1]!.toponym?.resolution.place;
  if (inner && contains(token.toponym!.resolution.place!, inner)) return null;
  // "at a Lima hotel" stays; "in the Gaza talks" is about Gaza.
  const next = tokens[index + 1];
  if (next && !next.before && next.kind === 'word' && eventNoun(next.lower, token.lower)?.class === 'meeting')
    return null;
  if (into.includes(lower)) return 'at';
  // "flown to a hospital in Lima" is gone to Lima.
  if (AT.has(lower)) return motion && isGoal(tokens, from, back) ? 'to' : 'at';
  if (lower === 'from' && (motion || leaves)) return 'from';
  if (VIA.has(lower)) return motion ? 'via' : 'at';
  if (
    motion &&
    TO.has(lower) &&
    (lower !== 'for' ||
      leaves ||
      /^(?:head|depart|left|set|sail|fly|flew|heading|headed|departed|departing|bound|leave|leaving|leaves)/.test(
        tokens[from - 1]?.lower ?? '',
      ))
  )
    return 'to';
  return null;
}

/** "to a military hospital | in": what stands before the preposition at `at` is where somebody goes. */
function isGoal(tokens: Token[], from: number, at: number): boolean {
  for (let index = at - 1; index >= from && at - index < 7; index -= 1) {
    const { kind, lower, before } = tokens[index]!;
    if (lower === 'to') return !tokens[index + 1]!.before && DETERMINER.has(tokens[index + 1]!.lower);
    if (before || kind !== 'word' || AT.has(lower) || WALL.has(lower) || lower === 'of') return false;
  }
  return false;
}

/** "in the Black Sea port of Odesa": the sea only says which port. */
function isSeaOf(tokens: Token[], index: number): boolean {
  const [next, of, place] = [tokens[index + 1], tokens[index + 2], tokens[index + 3]];
  return (
    tokens[index]!.kind === 'place' &&
    /^(?:port|city|town|village|resort|capital|suburb)$/.test(next?.lower ?? '') &&
    of?.lower === 'of' &&
    place?.kind === 'place' &&
    ![next, of, place].some((token) => token!.before)
  );
}

/** How many tokens the phrase has that opens the sentence before a comma, if the subject at `from` follows it; else 0. */
export function openingOf(tokens: Token[], from: number): number {
  if (from === 0) return 0;
  // "On Tuesday police arrested": a day alone needs no comma.
  const day =
    tokens[0]!.kind === 'time'
      ? 1
      : tokens[1]?.kind === 'time' && /^(?:on|in|late|early|earlier)$/.test(tokens[0]!.lower)
        ? 2
        : 0;
  if (day === from && !tokens[from]!.before) return from;
  if (tokens[from]!.before !== ',') return 0;
  const first = tokens[0]!.lower;
  if (!/^(?:in|on|at|near|outside|inside|earlier|late|early)$/.test(first) && tokens[0]!.kind !== 'time')
    return 0;
  for (let index = 0; index < from; index += 1) {
    if (index > 0 && tokens[index]!.before) return 0;
    if (beginsEvent(tokens, index)) return 0;
  }
  return from;
}

/** "an arrest warrant", "a strike force": the noun at `index` only describes the next one. */
function describesNext(tokens: Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (!next || next.before || next.kind !== 'word' || next.capital) return false;
  return !isLoose(next.lower) && !/(?:ed|ing)$/.test(next.lower);
}

/** What may follow a noun phrase without being part of it. */
function isLoose(lower: string): boolean {
  return WALL.has(lower) || FINITE.has(lower) || LOOSE.test(lower) || isAdverb(lower);
}

/** "the Fiji team": a country or region right before a noun only describes it. "a Lima hotel" is in Lima. */
function isModifier(tokens: Token[], index: number, object: boolean): boolean {
  const next = tokens[index + 1];
  if (!next || next.before || next.kind !== 'word' || tokens[index]!.possessive) return false;
  // "hit the Mosul embassy" hit no town.
  const direct =
    object &&
    !tokens
      .slice(0, index)
      .findLast(({ lower }) => !PART.test(lower))
      ?.lower.match(/^(?:in|at|near|from|to)$/);
  if ((tokens[index]!.toponym?.resolution.place?.kind === 'city' && !direct) || PART.test(next.lower))
    return false;
  if (next.capital) return true;
  return !isLoose(next.lower) && !/(?:ed|ing)$/.test(next.lower);
}

const LOOSE =
  /^(?:in|on|at|by|for|from|with|to|of|into|near|via|through|during|about|over|under|against|between|within|around|until|last|this|next|late|early|earlier|later|again|too|alone|itself|today|yesterday|tomorrow|he|she|they|it|we|not|this|these|the|a|an|his|her|their|its|amid|where|left|one|two|three|more|some|many|who|killed|hit|struck)$/;
