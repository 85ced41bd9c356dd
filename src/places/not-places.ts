import type { Cues } from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';
import { isGoods, isIllness, isOtherwise, isPlaced, vesselsOf } from './things.ts';
import type { Token } from './tokens.ts';
import { holds } from './units.ts';

/**
 * The matches that may be places: without months and other words that are never places alone, roads, straits and canals,
 * and pieces of longer names that the gazetteer doesn't have ("Puerto de las Palomas", "King William's Town").
 */
export function withoutWords(
  text: string,
  tokens: readonly Token[],
  matches: readonly Match[],
  gazetteer: Gazetteer,
  cues: Cues,
): Match[] {
  const byFirst = new Map(matches.map((match) => [match.first, match]));
  const vessels = vesselsOf(tokens, matches);
  return matches.filter((match) => {
    const { first, last } = match;
    if (vessels.has(match.key) && !isPlaced(tokens, match)) return false;
    return !(
      isNeverAlone(tokens, match, byFirst, gazetteer, cues) ||
      isRoad(tokens, match) ||
      isOfLine(text, tokens, first, last) ||
      isOfWater(tokens, match, gazetteer) ||
      isPiece(tokens, first, last) ||
      isAnother(tokens, match) ||
      isGoods(tokens, match, gazetteer) ||
      isIllness(tokens, match) ||
      isOtherwise(tokens, match, gazetteer)
    );
  });
}

/** Points of the compass, months, days of the week and words that begin a sentence: alone they are no places. */
function isNeverAlone(
  tokens: readonly Token[],
  match: Match,
  byFirst: ReadonlyMap<number, Match>,
  gazetteer: Gazetteer,
  cues: Cues,
): boolean {
  const { first, last } = match;
  const { fold } = tokens[first]!;
  if (first !== last) {
    const end = tokens[last]!.fold;
    // A court's "Western District of New York".
    const court = end === 'district' && COMPASS.test(fold) && tokens[last + 1]?.fold === 'of';
    return court || (fold === 'state' && end === 'university');
  }
  const next = tokens[first + 1];
  if (SEASON.test(fold) && next && /^(?:\d{4}|of)$/.test(next.fold)) return true;
  if (COMPASS.test(fold)) return true;
  return cues.after.has(fold) && !isHeld(tokens, match, byFirst.get(last + 1), gazetteer);
}

/** "March, Cambridgeshire": a word that is a place only where a unit that holds one of that name is set off after it. */
function isHeld(
  tokens: readonly Token[],
  match: Match,
  container: Match | undefined,
  gazetteer: Gazetteer,
): boolean {
  if (!container || tokens[container.first]!.gap !== 'comma') return false;
  // "In March, England won" goes on; "in March, Cambridgeshire, on Friday" is closed.
  const next = tokens[container.last + 1];
  if (next && (next.gap === 'space' || next.gap === 'hyphen')) return false;
  return container.candidates.some(
    ({ at, kind }) =>
      kind !== 'alternate' &&
      kind !== 'demonym' &&
      /^(?:country|admin[12])$/.test(gazetteer.feature(at)) &&
      match.candidates.some((candidate) => holds(gazetteer, at, candidate.at)),
  );
}

const STREET = /^(?:street|avenue|road|lane|drive|boulevard)$/;
const STREETS = /^(?:streets|avenues|roads|lanes|drives|boulevards|highways|freeways|sts|aves)$/;

/** "U.S. 30", "US Highway 84", "on Park Street", "Dundas and Adelaide streets": a road. */
function isRoad(tokens: readonly Token[], { first, last, candidates }: Match): boolean {
  const next = tokens[last + 1];
  const before = tokens[first - 1]?.fold ?? '';
  if (first !== last && STREET.test(tokens[last]!.fold) && /^(?:on|off|along|down)$/.test(before))
    return true;
  const demonym = candidates.some(({ kind }) => kind === 'demonym');
  if (!demonym && isListedAsStreet(tokens, first, last)) return true;
  if (first !== last || tokens[first]!.fold !== 'us' || next?.gap !== 'space') return false;
  if (/^(?:highway|hwy|route|rte)$/.test(next.fold)) return true;
  return /^\d{1,3}[a-z]?$/.test(next.fold) && before !== 'the';
}

/** Whether the list that a name stands in ends in "streets": "A, B and C streets", but not "Kabul streets". */
function isListedAsStreet(tokens: readonly Token[], first: number, last: number): boolean {
  if (tokens[last]!.possessive) return false;
  let and = AND.test(tokens[first - 1]?.fold ?? '') && tokens[first - 2]?.capital === true;
  for (let i = last + 1; i <= last + MOST_LISTED; i += 1) {
    const token = tokens[i];
    if (!token || !/^(?:space|comma)$/.test(token.gap)) return false;
    if (STREETS.test(token.fold)) return and && token.gap === 'space';
    if (AND.test(token.fold)) and = true;
    else if (!token.capital && !/^\d/.test(token.fold)) return false;
  }
  return false;
}

const AND = /^(?:and|or)$/;

/** A list of streets is no longer, in words. */
const MOST_LISTED = 8;

/** "the Benin-Auchi road", "the Leeds–Liverpool line": what runs between two towns is neither. */
function isOfLine(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  const begin = isTied(text, tokens, first) ? first - 1 : first;
  const end = isTied(text, tokens, last + 1) ? last + 1 : last;
  if (begin === first && end === last) return false;
  if (!tokens[begin]?.capital || !tokens[end]?.capital) return false;
  const next = tokens[end + 1];
  return next?.gap === 'space' && LINE.test(next.fold);
}

/** Whether a hyphen or a dash without spaces ties token i to the one before. */
function isTied(text: string, tokens: readonly Token[], i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  if (!before || !token) return false;
  return token.gap === 'hyphen' || (token.gap === 'break' && text.slice(before.end, token.start) === '–');
}

const LINE =
  /^(?:road|roads|highway|expressway|motorway|freeway|railway|railroad|line|route|rail|train|pipeline|canal|corridor|axis|way)$/;

/** "Makassar Strait", "a bridge over Black Creek", "the Red River": a water, which no town of the name is. */
function isOfWater(
  tokens: readonly Token[],
  { first, last, candidates }: Match,
  gazetteer: Gazetteer,
): boolean {
  const next = tokens[last + 1];
  if (next?.capital && next.gap === 'space' && !tokens[last]!.possessive && WATER.test(next.fold))
    return true;
  if (first === last || !STREAM.test(tokens[last]!.fold)) return false;
  const before = tokens[first]!.gap === 'space' ? (tokens[first - 1]?.fold ?? '') : '';
  return (
    /^(?:the|over|along|across|into|down|up)$/.test(before) &&
    candidates.every(({ at }) => gazetteer.feature(at).startsWith('PPL'))
  );
}

const WATER = /^(?:strait|straits|canal|gulf|sound|isthmus|channel|ocean|trench)$/;
const STREAM = /^(?:river|creek|brook|bayou)$/;

/** One of the words of "Puerto de las Palomas", or "King William" of "King William's Town". */
function isPiece(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1];
  if (tokens[last]!.possessive) {
    const end = tokens[last + 2];
    const closed = !end || end.gap !== 'space' || !end.capital;
    return next?.gap === 'space' && next.capital && OWNED.test(next.fold) && closed;
  }
  return particles(tokens, last + 1, 1) || particles(tokens, first - 1, -1);
}

/** "Little Haiti", "Port Everglades", "Camp Liberty": the gazetteer has what follows, but that is another place. */
function isAnother(tokens: readonly Token[], { first }: Match): boolean {
  const before = tokens[first - 1];
  if (!before?.capital || before.possessive || tokens[first]!.gap !== 'space') return false;
  return PREFIX.test(before.fold);
}

/** Words that begin a longer name of a place, and never a sentence about the shorter one. */
const PREFIX = /^(?:little|port|fort|mount|lake|camp|cape|villa|puerto|santa|san|el|las|los)$/;

/** What ends a name after a person's: "Hawke's Bay", "King's Lynn". */
const OWNED = /^(?:town|bay|cross|green|lynn|head|point|hill)$/;

/** Whether "de", "de las", "del" … and then a capitalised word stand from token i on, to the right or to the left. */
function particles(tokens: readonly Token[], i: number, step: 1 | -1): boolean {
  let n = 0;
  let de = false;
  for (; n < 2 && PARTICLE.test(tokens[i + n * step]?.fold ?? ''); n += 1) {
    const token = tokens[i + n * step]!;
    if (token.capital || tokens[step > 0 ? i + n : i + n * step + 1]!.gap !== 'space') return false;
    de ||= DE.test(token.fold);
  }
  const other = tokens[i + n * step];
  if (!de || !other?.capital) return false;
  return tokens[step > 0 ? i + n : i + n * step + 1]!.gap === 'space';
}

const PARTICLE = /^(?:de|del|della|dos|das|do|da|la|las|los|el)$/;
const DE = /^d/;

const SEASON = /^(?:spring|summer|fall|autumn|winter)$/;

const COMPASS =
  /^(?:north|south|east|west|central|northern|southern|eastern|western|middle|north(?:east|west)|south(?:east|west)|upper|lower|far|mid)$/;
