import { distanceKm } from '../geo.ts';
import type { Context } from './context.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';

/** A stated container: its number in the gazetteer, and whether it holds any candidate of the name. */
export interface Container {
  at: number;
  holds: boolean;
  /** Which candidates lie in it, where that isn't told by the codes of `at` alone. */
  inside?: (at: number) => boolean;
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
  if (unit >= 0) return { at: unit, holds: true };
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

/** What the words beside a name say that it is; `firm` where they name the unit itself ("Kharkiv region"). */
export interface StatedKind {
  kind: 'admin1' | 'admin2' | 'city';
  firm: boolean;
  /** "region": in some countries an everyday word for the land around a city. */
  loose: boolean;
}

/**
 * What sort of place the words beside a name say that it is: "New York state", "the city of Panama", "Cork county",
 * "Donetsk regional administration", and in lists "the regions of Kursk and Bryansk", "Salem and Krishnagiri districts".
 */
export function statedKind(context: Context, match: Match): StatedKind | null {
  const { tokens } = context;
  const [noun, of] = [tokens[match.first - 2], tokens[match.first - 1]];
  if (of && PARTS.test(of.fold) && match.candidates.some(({ kind }) => kind === 'default'))
    return { kind: 'admin1', firm: false, loose: false };
  const after = tokens[match.last + 1];
  // "the Boeing district of Bangui" is no unit called Bangui; "the Ohio city of Dublin" is a city.
  const head = tokens[match.first - 3];
  const owner = context.matchAt.get(match.first - 3);
  const another = noun?.gap === 'space' && head?.capital && !head.initial && !isOwner(context, owner, match);
  const before = of?.fold === 'of' && noun ? (another ? '' : noun.fold) : listedBefore(context, match);
  const words = [
    before,
    after?.gap === 'space' && !tokens[match.last]!.possessive ? after.fold : '',
    listedAfter(context, match),
  ];
  for (const word of words) {
    const kind = KIND_WORDS[word];
    // "Paris Regional Medical Center" is in the town.
    if (kind && !(word === after?.fold && after.capital && /^(?:regional|provincial)$/.test(word)))
      return { kind, firm: kind !== 'city' && UNIT_NOUN.test(word), loose: /^region/.test(word) };
  }
  return null;
}

/** Whether a name before "city of" says whose it is: "the Ohio city of Dublin", "the Russian region of Kursk". */
function isOwner({ gazetteer }: Context, owner: Match | undefined, of: Match): boolean {
  if (!owner) return false;
  return owner.candidates.some(({ kind }) => kind === 'demonym') || unitOf(gazetteer, owner, of) >= 0;
}

/** The noun of "the regions of A, B and C" before a list that a name stands in, "" where it stands in none. */
function listedBefore({ tokens, matchAt }: Context, match: Match): string {
  let { first } = match;
  for (let n = 0; n < MOST_LISTED; n += 1) {
    const and = /^(?:and|or)$/.test(tokens[first - 1]?.fold ?? '');
    if (!and && tokens[first]!.gap !== 'comma') break;
    const previous = matchAt.get(first - (and ? 2 : 1));
    if (!previous) break;
    first = previous.first;
  }
  const [noun, of] = [tokens[first - 2], tokens[first - 1]];
  return first !== match.first && of?.fold === 'of' && noun && PLURAL_UNIT.test(noun.fold) ? noun.fold : '';
}

/** The noun of "A, B and C districts", likewise. */
function listedAfter({ tokens, matchAt }: Context, match: Match): string {
  let { last } = match;
  for (let n = 0; n < MOST_LISTED; n += 1) {
    const next = tokens[last + 1];
    const and = next !== undefined && /^(?:and|or)$/.test(next.fold);
    if (!and && next?.gap !== 'comma') break;
    const following = matchAt.get(last + (and ? 2 : 1));
    if (!following) break;
    last = following.last;
  }
  const noun = tokens[last + 1];
  return last !== match.last && noun?.gap === 'space' && PLURAL_UNIT.test(noun.fold) ? noun.fold : '';
}

/** A list of units names no more. */
const MOST_LISTED = 8;

const PLURAL_UNIT = /^(?:states|provinces|regions|oblasts|governorates|prefectures|counties|districts)$/;
const UNIT_NOUN =
  /^(?:state|province|region|oblast|governorate|prefecture|county|district|states|provinces|regions|oblasts|governorates|prefectures|counties|districts|regional|provincial)$/;

/** "Upstate New York", "eastern Washington": parts of the state. */
const PARTS =
  /^(?:upstate|western|eastern|northern|southern|northeastern|northwestern|southeastern|southwestern)$/;

const KIND_WORDS: Record<string, 'admin1' | 'admin2' | 'city' | undefined> = Object.assign(Object.create(null), {
  state: 'admin1', states: 'admin1', province: 'admin1', provinces: 'admin1', provincial: 'admin1', region: 'admin1', regions: 'admin1',
  regional: 'admin1', governorate: 'admin1', governorates: 'admin1', oblast: 'admin1', oblasts: 'admin1', prefecture: 'admin1', prefectures: 'admin1', gov: 'admin1', governor: 'admin1', senator: 'admin1', sen: 'admin1', legislature: 'admin1', premier: 'admin1',
  county: 'admin2', counties: 'admin2', district: 'admin2', districts: 'admin2',
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
