import type { Context } from './context.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';

/** A stated container: its number in the gazetteer, and whether it holds any candidate of the name. */
export interface Container {
  at: number;
  holds: boolean;
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
  const inside = matchAt.get(match.last + 2);
  if (inside && next?.fold === 'in' && next.gap === 'space' && tokens[match.last + 2]!.gap === 'space') {
    const unit = unitOf(gazetteer, inside, match);
    if (unit >= 0) return { at: unit, holds: true };
  }
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

function isAbbreviated(match: Match): boolean {
  return match.candidates.some(({ kind }) => kind === 'abbreviation');
}

/** The country, state or county that a match names and that holds a candidate of `of`, the smallest; or -1. */
function unitOf(gazetteer: Gazetteer, container: Match, of: Match): number {
  let best = -1;
  if (container.key === of.key) return best;
  for (const { at, kind } of container.candidates) {
    if (!UNIT.test(gazetteer.feature(at)) || kind === 'alternate' || kind === 'demonym') continue;
    if (!of.candidates.some((candidate) => holds(gazetteer, at, candidate.at))) continue;
    if (best < 0 || gazetteer.population(at) < gazetteer.population(best)) best = at;
  }
  return best;
}

const UNIT = /^(?:country|admin1|admin2)$/;

/** A country or state that a match names and nothing else of note does: not "Madrid", which is mostly the city. */
function plainUnit(gazetteer: Gazetteer, match: Match): number {
  let unit = -1;
  const towns: number[] = [];
  for (const { at, kind } of match.candidates) {
    if (kind === 'alternate' || kind === 'weak' || kind === 'demonym') continue;
    const feature = gazetteer.feature(at);
    if (feature === 'country' || feature === 'admin1') unit = unit < 0 || feature === 'country' ? at : unit;
    else if (gazetteer.population(at) > 100_000) towns.push(at);
  }
  return towns.some((at) => unit >= 0 && gazetteer.country(at) === gazetteer.country(unit)) ? -1 : unit;
}

/** A country, a well-known state or an area: "Georgia, Ohio" is a list and no town of Ohio's. */
export function isUnit(gazetteer: Gazetteer, match: Match): boolean {
  return match.candidates.some(({ at, kind }) => {
    if (kind === 'weak' || kind === 'alternate') return false;
    const feature = gazetteer.feature(at);
    if (feature === 'admin1') return isKnownState(gazetteer, at);
    return /^(?:country|area|water|landmark)$/.test(feature);
  });
}

function isKnownState(gazetteer: Gazetteer, at: number): boolean {
  return gazetteer.feature(at) === 'admin1' && KNOWN_STATES.test(gazetteer.country(at));
}

const KNOWN_STATES = /^(?:US|CA|AU|GB|IN|DE)$/;

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

/** What sort of place the words beside a name say that it is: "New York state", "the city of Panama", "Cork county". */
export function statedKind({ tokens }: Context, match: Match): 'admin1' | 'admin2' | 'city' | null {
  const next = tokens[match.last + 1];
  const [noun, of] = [tokens[match.first - 2], tokens[match.first - 1]];
  if (of && PARTS.test(of.fold) && match.candidates.some(({ kind }) => kind === 'default')) return 'admin1';
  const after = next?.gap === 'space' && !tokens[match.last]!.possessive ? KIND_WORDS[next.fold] : undefined;
  const before = of?.fold === 'of' && noun ? KIND_WORDS[noun.fold] : undefined;
  return before ?? after ?? null;
}

/** "Upstate New York", "eastern Washington": parts of the state. */
const PARTS =
  /^(?:upstate|western|eastern|northern|southern|northeastern|northwestern|southeastern|southwestern)$/;

const KIND_WORDS: Record<string, 'admin1' | 'admin2' | 'city' | undefined> = Object.assign(Object.create(null), {
  state: 'admin1', states: 'admin1', province: 'admin1', provinces: 'admin1', region: 'admin1', governorate: 'admin1', oblast: 'admin1',
  prefecture: 'admin1', gov: 'admin1', governor: 'admin1', senator: 'admin1', sen: 'admin1', legislature: 'admin1', premier: 'admin1',
  county: 'admin2', counties: 'admin2', district: 'admin2',
  mayor: 'city', police: 'city', resident: 'city', residents: 'city', airport: 'city',
  city: 'city', cities: 'city', town: 'city', village: 'city', villages: 'city', suburb: 'city', port: 'city', township: 'city',
}); // prettier-ignore

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

/**
 * Whether a country, an admin-1 or an admin-2 unit holds a place: by their codes, and for what has no admin-1 code
 * (Long Island) by the unit's box.
 */
export function holds(gazetteer: Gazetteer, outer: number, inner: number): boolean {
  if (contains(gazetteer, outer, inner)) return true;
  if (gazetteer.feature(outer) === 'country' || gazetteer.country(outer) !== gazetteer.country(inner))
    return false;
  if (gazetteer.admin1(inner) !== '' || !/^(?:area|water|landmark)$/.test(gazetteer.feature(inner)))
    return false;
  const box = gazetteer.place(outer).bbox;
  const [lng, lat] = gazetteer.lngLat(inner);
  return box !== null && lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
}

/** Whether a country, an admin-1 or an admin-2 unit holds a place by their codes. Nothing holds itself. */
export function contains(gazetteer: Gazetteer, outer: number, inner: number): boolean {
  const country = gazetteer.country(outer);
  if (outer === inner || country === '' || country !== gazetteer.country(inner)) return false;
  const [feature, other] = [gazetteer.feature(outer), gazetteer.feature(inner)];
  if (feature === 'country') return other !== 'country';
  const admin1 = gazetteer.admin1(outer);
  if (admin1 === '' || admin1 !== gazetteer.admin1(inner)) return false;
  if (feature === 'admin1') return other !== 'admin1';
  return feature === 'admin2' && gazetteer.admin2(outer) === gazetteer.admin2(inner) && other !== 'admin2';
}
