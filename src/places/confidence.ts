import { distanceKm } from '../geo.ts';
import type { Finding } from './analyse.ts';
import type { Context } from './context.ts';
import type { Gazetteer } from './gazetteer.ts';
import { RECOGNITION, type RecognitionFeature } from './recognise.ts';
import { CHOICE, KNOWN, TOWN, type ChoiceFeature, type Option } from './resolve.ts';

/** What the probability that span and point are right is worked out from, in the order of the model's weights. */
export const CONFIDENCE = [
  'bias', 'span', 'choice', 'settled', 'unit', 'extended', 'alternate', 'logPop', 'countryVotes', 'stateVotes', 'nearer', 'beside',
  'container', 'otherKindWord', 'mentions', 'metropolis', 'default', 'rival', 'capital', 'person', 'word', 'outshone', 'apart', 'world',
] as const; // prettier-ignore

/** The features of one finding. Probabilities go in as log-odds, held to ±6. */
export function confidenceFeatures(
  { gazetteer }: Context,
  { p, option, match, group, x }: Finding,
): Float64Array {
  const unit = UNIT.test(gazetteer.feature(option.at));
  const any = (features: readonly number[]): number => Number(features.some((i) => x[i] === 1));
  const of = (feature: ChoiceFeature): number => option.x[AT[feature]]!;
  const apart = option.apart ** 3;
  return Float64Array.of(
    1,
    logOdds(p),
    logOdds(shareAround(gazetteer, group.options, option)),
    Number(group.options.filter(({ barred }) => !barred).length === 1),
    Number(unit),
    Number(match.extended),
    Number(option.kind === 'alternate' || option.kind === 'weak'),
    unit ? 0 : of('logPop') / 4 - 1,
    of('countryVotes'),
    of('stateVotes'),
    of('nearer'),
    of('beside'),
    of('container'),
    of('otherKindWord'),
    Math.log2(group.matches.length),
    of('metropolis'),
    // "New York" and "Gaza" may be the unit too; "Paris" may not.
    of('default') * Number(group.options.some(({ at }) => UNIT.test(gazetteer.feature(at)))),
    rival(group.options, option),
    any(CAPITAL),
    any(PERSON),
    any(WORD),
    unit || option.kind === 'default'
      ? 0
      : outshone(gazetteer, group.options, option) * (1 - of('container')),
    unit ? 0 : apart * (1 - of('container')),
    Number(isWorldCity(gazetteer, group.options, option)) * (1 - apart),
  );
}

const AT = Object.fromEntries(CHOICE.map((name, i) => [name, i])) as Record<ChoiceFeature, number>;
const placesOf = (...names: RecognitionFeature[]): number[] => names.map((name) => RECOGNITION.indexOf(name));
const CAPITAL = placesOf(
  'capitalBefore', 'capitalAfter', 'unitBetween', 'unitAfter', 'company', 'team', 'event', 'longer',
); // prettier-ignore
const PERSON = placesOf('sharedName', 'surname', 'firstName', 'titleBefore');
const WORD = placesOf('word');
const UNIT = /^(?:country|admin1|area|water)$/;

/** The probability that a finding's span is a place and its point is right. */
export function confidenceOf(context: Context, finding: Finding, weights: Float64Array): number {
  const x = confidenceFeatures(context, finding);
  let score = 0;
  for (let i = 0; i < x.length; i += 1) score += x[i]! * weights[i]!;
  return 1 / (1 + Math.exp(-score));
}

/** A capital or the one city that its name is known for, in an article that goes about the world: hardly a namesake. */
function isWorldCity(
  gazetteer: Gazetteer,
  options: readonly Option[],
  { at, kind, abroad }: Option,
): boolean {
  if (kind === 'alternate' || kind === 'weak' || abroad < WORLDLY) return false;
  const isTown = (other: number): boolean => gazetteer.feature(other).startsWith('PPL');
  if (!isTown(at) || (gazetteer.feature(at) !== 'PPLC' && gazetteer.population(at) < KNOWN)) return false;
  const rivals = options.filter((other) => other.at !== at && !other.barred && isTown(other.at));
  return rivals.every((other) => gazetteer.population(other.at) < TOWN);
}

/** From so many other countries on an article is no local one. */
const WORLDLY = 3;

/** The share of a candidate and of its twins: a town and its district of one name, or one town entered twice. */
function shareAround(gazetteer: Gazetteer, options: readonly Option[], option: Option): number {
  const point = gazetteer.lngLat(option.at);
  const share = options.reduce(
    (sum, other) =>
      sum +
      (other === option || (other.p > LEAST_SHARE && distanceKm(gazetteer.lngLat(other.at), point) <= TWIN_KM)
        ? other.p
        : 0),
    0,
  );
  return Math.min(1, share);
}

/** A share of less changes nothing. */
const LEAST_SHARE = 0.001;

/** The points of a district and of its town lie no farther apart, as a rule. */
const TWIN_KM = 40;

/** How much more another candidate has the article's places on its side. */
function rival(options: readonly Option[], option: Option): number {
  const sides = ({ x }: Option): number => SIDES.reduce((sum, i) => sum + x[i]!, 0);
  const own = sides(option);
  return Math.max(0, ...options.map((other) => (other.barred ? 0 : sides(other) - own)));
}

/** How many times more people the best-known namesake has, in powers of ten: 3 for Paris, Texas. */
function outshone(gazetteer: Gazetteer, options: readonly Option[], { at }: Option): number {
  const people = (other: number): number => Math.log10(gazetteer.population(other) + 1000);
  const rivals = options.filter(({ kind, barred }) => !barred && kind !== 'alternate' && kind !== 'weak');
  return Math.max(0, ...rivals.map((other) => people(other.at) - people(at)));
}

const SIDES = (['countryVotes', 'stateVotes', 'nearer'] as const).map((name) => CHOICE.indexOf(name));

function logOdds(p: number): number {
  return Math.max(-6, Math.min(6, Math.log((p + 1e-9) / (1 - p + 1e-9))));
}
