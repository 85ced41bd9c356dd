import type { Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';

/** The country, state or county that a match names and that holds a candidate of `of`, the smallest; or -1. */
export function unitOf(gazetteer: Gazetteer, container: Match, of: Match): number {
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
export function plainUnit(gazetteer: Gazetteer, match: Match): number {
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

export function isKnownState(gazetteer: Gazetteer, at: number): boolean {
  return gazetteer.feature(at) === 'admin1' && KNOWN_STATES.test(gazetteer.country(at));
}

const KNOWN_STATES = /^(?:US|CA|AU|GB|IN|DE)$/;

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
