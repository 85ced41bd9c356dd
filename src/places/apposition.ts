import { distanceKm } from '../geo.ts';
import type { Container } from './containers.ts';
import type { Context } from './context.ts';
import type { Match } from './matches.ts';
import { isUnit, unitOf } from './units.ts';

/**
 * The container that the text sets beside a name: "Indonesia's Flores island", "San Vicente, a beach town in Ecuador",
 * "Larbert, in the Falkirk area", "Khimki, just outside Moscow", "Calayan, 40 km north of Aparri". Null where it sets
 * none, or one that holds no place of that name.
 */
export function containerBeside(context: Context, match: Match): Container | null {
  const { tokens } = context;
  const owner = ownerOf(context, match);
  if (owner) return owner;
  if (tokens[match.last]!.possessive) return null;
  const next = tokens[match.last + 1];
  if (!next || next.capital || !/^(?:comma|space)$/.test(next.gap)) return null;
  if (next.gap === 'comma' && next.fold === 'in') return unitAt(context, match, match.last + 2);
  if (next.gap === 'comma' && ARTICLE.test(next.fold)) {
    for (let i = match.last + 3; i <= match.last + 6; i += 1) {
      if (tokens[i]?.gap !== 'space' || tokens[i - 1]!.capital) return null;
      if (SETTLEMENT.test(tokens[i - 1]!.fold) && /^(?:in|of|within)$/.test(tokens[i]!.fold))
        return unitAt(context, match, i + 1);
    }
    return null;
  }
  return townBy(context, match);
}

/** The unit that begins at token i, over "the" and a point of the compass; of "Ecuador's Manabí" the second. */
function unitAt(context: Context, match: Match, i: number): Container | null {
  const { tokens, matchAt, gazetteer, personAt } = context;
  let first = i;
  while (first < i + 3 && INTO.test(tokens[first]?.fold ?? '') && !matchAt.has(first)) first += 1;
  const outer = matchAt.get(first);
  if (outer?.first !== first || tokens[first]!.gap !== 'space' || personAt.has(first)) return null;
  const inner = tokens[outer.last]!.possessive ? matchAt.get(outer.last + 1) : undefined;
  for (const each of [inner, outer]) {
    const at = each ? unitOf(gazetteer, each, match) : -1;
    if (at >= 0) return { at, holds: true, firm: true };
  }
  return null;
}

/** "Indonesia's Flores", "Kenya's coastal Kilifi county". */
function ownerOf(context: Context, match: Match): Container | null {
  const { tokens, matchAt, gazetteer, personAt } = context;
  let i = match.first - 1;
  if (tokens[match.first]!.gap !== 'space') return null;
  if (tokens[i] && !tokens[i]!.capital && tokens[i]!.gap === 'space') i -= 1;
  const owner = matchAt.get(i);
  if (!owner || !tokens[owner.last]!.possessive || owner.last !== i || personAt.has(i)) return null;
  const at = unitOf(gazetteer, owner, match);
  return at >= 0 ? { at, holds: true, firm: true } : null;
}

/** The town that a name lies by: "outside Moscow", "near Lyon", "12 miles west of Elko". */
function townBy(context: Context, match: Match): Container | null {
  const { tokens, matchAt, gazetteer, personAt } = context;
  if (isUnit(gazetteer, match)) return null;
  let i = match.last + 1;
  while (i < match.last + 4 && FAR.test(tokens[i]?.fold ?? '')) i += 1;
  let reach = NEAR_KM;
  if (COMPASS.test(tokens[i]?.fold ?? '') && tokens[i + 1]?.fold === 'of') [i, reach] = [i + 1, AWAY_KM];
  else if (!/^(?:outside|near)$/.test(tokens[i]?.fold ?? '')) return null;
  const town = matchAt.get(i + 1);
  if (town?.first !== i + 1 || town.key === match.key || personAt.has(i + 1)) return null;
  const outer = town.candidates.filter(
    ({ at, kind }) => gazetteer.feature(at).startsWith('PPL') && !/^(?:alternate|weak)$/.test(kind),
  );
  const [first, ...others] = outer;
  if (!first) return null;
  const inside = (at: number): boolean =>
    outer.some((each) => distanceKm(gazetteer.lngLat(each.at), gazetteer.lngLat(at)) <= reach);
  if (!match.candidates.some(({ at }) => inside(at))) return null;
  // A place that the world knows stands near nobody's village of that name.
  const known = (at: number): boolean => gazetteer.population(at) > GREAT && !inside(at);
  if (match.candidates.some(({ at, kind }) => !/^(?:alternate|weak)$/.test(kind) && known(at))) return null;
  const greatest = others.reduce(
    (a, b) => (gazetteer.population(b.at) > gazetteer.population(a.at) ? b : a),
    first,
  );
  return { at: greatest.at, holds: true, inside };
}

const ARTICLE = /^(?:a|an|the)$/;
const SETTLEMENT =
  /^(?:city|town|village|hamlet|suburb|settlement|community|township|municipality|district|port|capital|island|enclave|neighborhood|neighbourhood|commune|resort)$/;
const INTO =
  /^(?:the|northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|upstate|rural|coastal|neighbouring|neighboring|nearby)$/;
const FAR = /^(?:just|\d{1,3}|some|about|km|kilometers|kilometres|miles|mile|northern|southern)$/;
const COMPASS = /^(?:north|south|east|west|northeast|northwest|southeast|southwest)$/;
const NEAR_KM = 50;
const AWAY_KM = 160;
const GREAT = 300_000;
