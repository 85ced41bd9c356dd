import { distanceKm } from '../geo.ts';
import { containerBeside } from './apposition.ts';
import type { Context } from './context.ts';
import type { Gazetteer } from './gazetteer.ts';
import { statedKind } from './kinds.ts';
import type { Match } from './matches.ts';
import { holds, isKnownState, isUnit, plainUnit, unitOf } from './units.ts';

/** A stated container: its number in the gazetteer, and whether it holds any candidate of the name. */
export interface Container {
  at: number;
  holds: boolean;
  /** Which candidates lie in it, where that isn't told by the codes of `at` alone. */
  inside?: (at: number) => boolean;
  /** No country or state may be meant that lies elsewhere ("Texas in Queensland"). */
  firm?: boolean;
}

/**
 * The container that the text states for a name, null where it states none: "Oxford, North Carolina", "Lewisburg
 * (West Virginia)", "the Ohio city of Dublin", "Dublin in Ohio", "In Ohio, Dublin grew". The members of a list are no containers.
 *
 * `holds` is false where the text plainly puts a name in a state or country in which the gazetteer has none of that
 * name: then the place is not known, and a namesake elsewhere would be wrong.
 */
export function containerOf(context: Context, match: Match): Container | null {
  const { tokens, matchAt, gazetteer, article } = context;
  const next = tokens[match.last + 1];
  const after = matchAt.get(match.last + 1);
  if (after && next) {
    const bracket = next.gap === 'break' && /^ ?\($/.test(article.text.slice(match.end, after.start));
    const comma = next.gap === 'comma' || (next.gap === 'space' && isAbbreviated(after));
    if (comma && isListOfStates(context, match, after)) return null;
    const unit = comma || bracket ? unitOf(gazetteer, after, match) : -1;
    if (unit >= 0) return { at: unit, holds: true };
    const stated = comma && !isList(context, match, after) ? plainUnit(gazetteer, after) : -1;
    if (stated >= 0 && !isUnit(gazetteer, match)) return { at: stated, holds: false };
  }
  const stated = statedInside(context, match);
  if (stated) return stated;
  const beside = containerBeside(context, match);
  if (beside) return beside;
  const opening = matchAt.get(match.first - 1);
  const preposition = opening && tokens[opening.first - 1];
  if (tokens[match.first]!.gap === 'comma' && preposition?.fold === 'in' && preposition.initial) {
    const unit = unitOf(gazetteer, opening!, match);
    if (unit >= 0) return { at: unit, holds: true };
  }
  const [noun, of] = [tokens[match.first - 2], tokens[match.first - 1]];
  const before = matchAt.get(match.first - 3);
  if (of?.fold === 'of' && noun && SETTLEMENT.has(noun.fold) && before) {
    const unit = unitOf(gazetteer, before, match);
    if (unit >= 0) return { at: unit, holds: true };
  }
  return null;
}

const SETTLEMENT = new Set(
  'city town village suburb capital port township community province state district region county'.split(' '),
);

/** What the text says with "in": "Camp Douglas in Chicago", "Pishchane in the Kharkiv region". */
function statedInside(context: Context, match: Match): Container | null {
  const { tokens, matchAt, gazetteer, personAt, cues } = context;
  if (tokens[match.last]!.possessive) return null;
  const word = tokens[match.last + 1];
  const facility = word?.gap === 'space' && !word.capital && FACILITY.has(word.fold);
  const inAt = match.last + (facility ? 2 : 1);
  if (tokens[inAt]?.fold !== 'in' || tokens[inAt]!.gap !== 'space') return null;
  let first = inAt + 1;
  while (first < inAt + 4 && INTO.test(tokens[first]?.fold ?? '') && !matchAt.has(first)) first += 1;
  const outer = matchAt.get(first);
  if (!outer || outer.first !== first || tokens[first]!.gap !== 'space' || personAt.has(first)) return null;
  const unit = unitOf(gazetteer, outer, match);
  if (unit >= 0) return { at: unit, holds: true, firm: true };
  const after = tokens[outer.last + 1];
  const goesOn = after !== undefined && (after.gap === 'hyphen' || (after.gap === 'space' && after.capital));
  if (goesOn || isUnit(gazetteer, match)) return null;
  if (outer.first === outer.last && cues.words.has(tokens[first]!.fold)) return null;
  const most = match.candidates.reduce(
    (people, { at, kind }) => (isOwn(kind) ? Math.max(people, gazetteer.population(at)) : people),
    0,
  );
  if (most > mostPlaced(context, match, facility)) return null;
  const known = outer.candidates.filter(({ kind }) => isOwn(kind) || kind === 'weak');
  // A sea or an area has no codes to go by.
  if (known.length === 0 || known.some(({ at }) => /^(?:area|water|landmark)$/.test(gazetteer.feature(at))))
    return null;
  const reach = statedKind(context, outer)?.kind === 'admin1' ? 150 : 50;
  const inside = (at: number): boolean => known.some((each) => isNear(gazetteer, each.at, at, reach));
  const at = known.reduce((a, b) => (gazetteer.population(b.at) > gazetteer.population(a.at) ? b : a)).at;
  return { at, holds: match.candidates.some((each) => inside(each.at)), inside };
}

/** Whether a town or a district lies by a place, or in a country or state: near a district, whose codes may be old ones. */
function isNear(gazetteer: Gazetteer, outer: number, inner: number, km: number): boolean {
  if (holds(gazetteer, outer, inner)) return true;
  if (/^(?:country|admin1)$/.test(gazetteer.feature(outer))) return false;
  return distanceKm(gazetteer.lngLat(outer), gazetteer.lngLat(inner)) <= km;
}

/**
 * The most people that a name's greatest place may have for "in" to tell where it lies, -1 where it tells nothing: "at
 * Highbury in London" does, while "students from Oxford in London" and "beat Leeds in Birmingham" don't.
 */
function mostPlaced({ tokens }: Context, { first }: Match, facility: boolean): number {
  const [before, noun] = [tokens[first - 1], tokens[first - 2]];
  if (facility) return 300_000;
  if (!before || before.capital !== before.initial || tokens[first]!.gap !== 'space') return -1;
  if (before.fold === 'of') return noun && SETTLEMENT.has(noun.fold) ? 300_000 : -1;
  if (before.fold === 'from') return 50_000;
  return /^(?:in|at|near|outside|inside)$/.test(before.fold) ? 300_000 : -1;
}

const isOwn = (kind: string): boolean => !/^(?:alternate|weak|demonym)$/.test(kind);

const INTO =
  /^(?:the|northern|southern|eastern|western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern)$/;

const FACILITY = new Set(
  'hospital prison jail camp barracks base airport school university college cemetery church mosque stadium factory plant mine'.split(' '), // prettier-ignore
);

function isAbbreviated(match: Match): boolean {
  return match.candidates.some(({ kind }) => kind === 'abbreviation');
}

/** "Washington, Pennsylvania and California": three states and not a town with its state. */
function isListOfStates(context: Context, match: Match, after: Match): boolean {
  const { gazetteer } = context;
  if (!match.candidates.some(({ at }) => gazetteer.feature(at) === 'admin1')) return false;
  const following = followingInList(context, after);
  return following !== null && plainUnit(gazetteer, following) >= 0;
}

/** Whether "X, Y" stands in a list: "Lagos, Ghana and Togo" or "Paris, Lagos, Ghana". */
function isList(context: Context, match: Match, after: Match): boolean {
  const { tokens, matchAt } = context;
  if (isAbbreviated(after)) return false;
  const before = tokens[match.first]!.gap === 'comma' && matchAt.has(match.first - 1);
  const following = followingInList(context, after);
  // "Stroud, Ontario, Canada" is a chain and no list.
  const chain = following !== null && unitOf(context.gazetteer, following, after) >= 0;
  return before || (following !== null && !chain);
}

/** The next name of a list: after ", ", " and " or ", and ". */
function followingInList({ tokens, matchAt }: Context, match: Match): Match | null {
  const next = tokens[match.last + 1];
  if (!next) return null;
  if (/^(?:and|or)$/.test(next.fold)) return matchAt.get(match.last + 2) ?? null;
  return next.gap === 'comma' ? (matchAt.get(match.last + 1) ?? null) : null;
}

/** Whether a name stands in a list with states: "New York, Pennsylvania, and New Jersey". */
export function isAmongStates(context: Context, match: Match): boolean {
  const { tokens, matchAt, gazetteer } = context;
  const isState = (other: Match | null | undefined): boolean =>
    other != null &&
    plainUnit(gazetteer, other) >= 0 &&
    other.candidates.some(({ at }) => gazetteer.feature(at) === 'admin1');
  if (!match.candidates.some(({ at }) => isKnownState(gazetteer, at))) return false;
  const following = followingInList(context, match);
  if (isState(following) && (tokens[match.last + 1]!.gap !== 'comma' || followingInList(context, following!)))
    return true;
  const and = tokens[match.first - 1];
  if (and && /^(?:and|or)$/.test(and.fold)) return isState(matchAt.get(match.first - 2));
  return false;
}
