import type { Context } from './context.ts';
import type { Candidate, Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';

/** What speaks for one candidate of a name, in the order of the model's weights. */
export const CHOICE = [
  'logPop', 'country', 'state', 'county', 'area', 'water', 'landmark', 'capital', 'seat', 'part', 'gone', 'alternate', 'weak',
  'abbreviation', 'container', 'otherContainer', 'countryVotes', 'stateVotes', 'near', 'nearer', 'homeCountry', 'homeState',
  'dateline', 'bigState', 'kindWord', 'otherKindWord', 'sameAsSeat', 'default',
] as const; // prettier-ignore

export type ChoiceFeature = (typeof CHOICE)[number];

const AT = Object.fromEntries(CHOICE.map((name, i) => [name, i])) as Record<ChoiceFeature, number>;

/** All mentions of one name in an article: they mean one place unless a container says otherwise. */
export interface Group {
  key: string;
  matches: Match[];
  options: Option[];
  /** The stated container's number ("Oxford, North Carolina"), -1 where none is. */
  container: number;
  /** How much its places count for the others: 0 where it stands in persons' names only. */
  weight: number;
}

/** A candidate of a group with its features and its share of the probability. */
export interface Option extends Candidate {
  x: Float64Array;
  p: number;
}

/** No name needs more candidates than this; those with fewest people go first. */
const MOST_OPTIONS = 24;

/** Groups the matches of an article by name (and by container where one is stated) and works out the static features. */
export function groupMatches(context: Context): Group[] {
  const groups = new Map<string, Group>();
  for (const match of context.matches) {
    const container = containerOf(context, match);
    const key = container < 0 ? match.key : `${match.key}|${container}`;
    const group = groups.get(key);
    if (group) group.matches.push(match);
    else
      groups.set(key, {
        key,
        matches: [match],
        options: optionsOf(context, match, container),
        container,
        weight: 0,
      });
  }
  shareContainers(groups);
  for (const group of groups.values()) {
    const counted = group.matches.filter(
      ({ first, last }) => !context.personAt.has(first) && !context.personAt.has(last),
    );
    group.weight = counted.length === 0 ? 0 : 1 + Math.log2(counted.length);
  }
  return [...groups.values()];
}

/** "Oxford, North Carolina" once makes every bare "Oxford" of the article that one, unless two containers are stated. */
function shareContainers(groups: Map<string, Group>): void {
  const stated = new Map<string, string[]>();
  for (const [key, { container }] of groups) {
    if (container < 0) continue;
    const bare = key.slice(0, key.lastIndexOf('|'));
    stated.set(bare, [...(stated.get(bare) ?? []), key]);
  }
  for (const [bare, keys] of stated) {
    const group = groups.get(bare);
    if (!group || keys.length !== 1) continue;
    const other = groups.get(keys[0]!)!;
    other.matches = [...other.matches, ...group.matches].sort((a, b) => a.start - b.start);
    groups.delete(bare);
  }
}

function optionsOf(context: Context, match: Match, container: number): Option[] {
  const { gazetteer } = context;
  const seen = new Map<number, Candidate>();
  for (const candidate of match.candidates) if (!seen.has(candidate.at)) seen.set(candidate.at, candidate);
  const inside = (at: number): boolean => container >= 0 && contains(gazetteer, container, at);
  const candidates = [...seen.values()];
  if (candidates.length > MOST_OPTIONS)
    candidates.sort(
      (a, b) =>
        Number(inside(b.at)) - Number(inside(a.at)) ||
        gazetteer.population(b.at) - gazetteer.population(a.at),
    );
  const kept = candidates.slice(0, MOST_OPTIONS);
  return kept.map((candidate) => {
    const x = staticFeatures(context, candidate, match);
    x[AT.sameAsSeat] = Number(
      kept.some(({ at }) => gazetteer.feature(at).startsWith('PPL') && contains(gazetteer, candidate.at, at)),
    );
    if (container >= 0) x[inside(candidate.at) ? AT.container : AT.otherContainer] = 1;
    return { ...candidate, x, p: 0 };
  });
}

function staticFeatures(context: Context, { at, kind }: Candidate, match: Match): Float64Array {
  const { gazetteer, home, article } = context;
  const x = new Float64Array(CHOICE.length);
  const feature = gazetteer.feature(at);
  const name = FEATURE_NAME[feature];
  if (name) x[AT[name]] = 1;
  x[AT.logPop] =
    feature.startsWith('PPL') || feature === 'admin2' ? Math.log10(gazetteer.population(at) + 50) : 0;
  if (feature === 'admin1') {
    x[AT.bigState] = BIG_STATES.test(gazetteer.country(at)) ? 1 : 0;
    x[AT.logPop] = 4;
  }
  if (kind === 'alternate') x[AT.alternate] = 1;
  if (kind === 'weak') x[AT.weak] = 1;
  if (kind === 'abbreviation') x[AT.abbreviation] = 1;
  if (home) {
    const [country, state] = home.split('.');
    x[AT.homeCountry] = Number(gazetteer.country(at) === country);
    x[AT.homeState] = Number(
      state !== undefined && gazetteer.country(at) === country && gazetteer.admin1(at) === state,
    );
  }
  const stated = statedKind(context, match);
  if (stated)
    x[
      stated === feature || (stated === 'city' && feature.startsWith('PPL')) ? AT.kindWord : AT.otherKindWord
    ] = 1;
  if (kind === 'default' && (!stated || x[AT.kindWord])) x[AT.default] = 1;
  x[AT.dateline] = Number(match.start < (article.dateline?.end ?? 0));
  return x;
}

/** What sort of place the words beside a name say that it is: "New York state", "the city of Panama", "Cork county". */
function statedKind({ tokens }: Context, match: Match): 'admin1' | 'admin2' | 'city' | null {
  const next = tokens[match.last + 1];
  const of = tokens[match.first - 1];
  const noun = tokens[match.first - 2];
  const after = next?.gap === 'space' && !tokens[match.last]!.possessive ? KIND_WORDS[next.fold] : undefined;
  const before = of?.fold === 'of' && noun ? KIND_WORDS[noun.fold] : undefined;
  return before ?? after ?? null;
}

const KIND_WORDS: Record<string, 'admin1' | 'admin2' | 'city' | undefined> = Object.assign(Object.create(null), {
  state: 'admin1', province: 'admin1', region: 'admin1', governorate: 'admin1', oblast: 'admin1', prefecture: 'admin1', county: 'admin2',
  gov: 'admin1', governor: 'admin1', senator: 'admin1', sen: 'admin1', legislature: 'admin1', premier: 'admin1', statewide: 'admin1',
  mayor: 'city', police: 'city', resident: 'city', residents: 'city', airport: 'city',
  district: 'admin2', city: 'city', town: 'city', village: 'city', suburb: 'city', port: 'city', township: 'city',
}); // prettier-ignore

const FEATURE_NAME: Record<string, ChoiceFeature | undefined> = {
  country: 'country', admin1: 'state', admin2: 'county', area: 'area', water: 'water', landmark: 'landmark',
  PPLC: 'capital', PPLA: 'seat', PPLX: 'part', PPLH: 'gone',
}; // prettier-ignore

/** Countries whose states and provinces news name as readers know them. */
const BIG_STATES = /^(?:US|CA|AU|GB|IN|DE|CN|BR|MX)$/;

/**
 * The stated container of a match as a place's number, or -1: "Oxford, North Carolina", "Lewisburg (West Virginia)",
 * "the Ohio city of Dublin", "Dublin in Ohio".
 */
export function containerOf({ tokens, matchAt, gazetteer, article }: Context, match: Match): number {
  const next = tokens[match.last + 1];
  const after = matchAt.get(match.last + 1);
  if (after && next && (next.gap === 'comma' || (next.gap === 'space' && isAbbreviated(after)))) {
    const unit = unitOf(gazetteer, after, match);
    if (unit >= 0) return unit;
  }
  if (after && next?.gap === 'break' && /^ ?\($/.test(article.text.slice(match.end, after.start))) {
    const unit = unitOf(gazetteer, after, match);
    if (unit >= 0) return unit;
  }
  const inside = matchAt.get(match.last + 2);
  if (inside && next?.fold === 'in' && next.gap === 'space' && tokens[match.last + 2]!.gap === 'space') {
    const unit = unitOf(gazetteer, inside, match);
    if (unit >= 0) return unit;
  }
  const of = tokens[match.first - 1];
  const noun = tokens[match.first - 2];
  const before = matchAt.get(match.first - 3);
  if (of?.fold === 'of' && noun && SETTLEMENT.has(noun.fold) && before)
    return unitOf(gazetteer, before, match);
  return -1;
}

const SETTLEMENT = new Set(
  'city town village suburb capital port township community province state district region county'.split(' '),
);

function isAbbreviated(match: Match): boolean {
  return match.candidates.some(({ kind }) => kind === 'abbreviation');
}

/** The country, state or county that a match names and that has a candidate of `of` inside it, the smallest first; or -1. */
function unitOf(gazetteer: Gazetteer, container: Match, of: Match): number {
  let best = -1;
  for (const { at, kind } of container.candidates) {
    const feature = gazetteer.feature(at);
    if (!/^(?:country|admin1|admin2|area)$/.test(feature)) continue;
    if (kind === 'alternate' || !of.candidates.some((candidate) => contains(gazetteer, at, candidate.at)))
      continue;
    if (best < 0 || gazetteer.population(at) < gazetteer.population(best)) best = at;
  }
  return best;
}

/** Whether a country, an admin-1 or an admin-2 unit holds a place by their codes. Nothing holds itself. */
export function contains(gazetteer: Gazetteer, outer: number, inner: number): boolean {
  if (
    outer === inner ||
    gazetteer.country(outer) !== gazetteer.country(inner) ||
    gazetteer.country(outer) === ''
  )
    return false;
  const feature = gazetteer.feature(outer);
  if (feature === 'country') return gazetteer.feature(inner) !== 'country';
  if (gazetteer.admin1(outer) === '' || gazetteer.admin1(outer) !== gazetteer.admin1(inner)) return false;
  if (feature === 'admin1') return gazetteer.feature(inner) !== 'admin1';
  return (
    feature === 'admin2' &&
    gazetteer.admin2(outer) === gazetteer.admin2(inner) &&
    gazetteer.feature(inner) !== 'admin2'
  );
}

/** Weights of CHOICE. */
export type Weights = Float64Array;

/**
 * Chooses for all groups together, in rounds: first by themselves, then with the countries, the states and the sure
 * places that the first round gave. Leaves `p` on every option; they sum to 1 in each group.
 */
export function resolveGroups(
  context: Context,
  groups: readonly Group[],
  weights: Weights,
  rounds = 2,
): void {
  for (const group of groups) softmax(group, weights);
  for (let round = 0; round < rounds; round += 1) {
    addVotes(context, groups);
    addNearness(context, groups);
    for (const group of groups) softmax(group, weights);
  }
}

function softmax(group: Group, weights: Weights): void {
  let most = -Infinity;
  for (const option of group.options) {
    let score = 0;
    for (let i = 0; i < weights.length; i += 1) score += weights[i]! * option.x[i]!;
    option.p = score;
    most = Math.max(most, score);
  }
  let total = 0;
  for (const option of group.options) total += option.p = Math.exp(option.p - most);
  for (const option of group.options) option.p /= total;
}

/** Each group votes for its candidates' countries and states; a candidate counts the votes of the other groups. */
function addVotes({ gazetteer }: Context, groups: readonly Group[]): void {
  const votes = new Map<string, number>();
  const own = groups.map((group) => {
    const mine = new Map<string, number>();
    const { weight } = group;
    for (const option of group.options) {
      const country = gazetteer.country(option.at);
      if (country === '') continue;
      mine.set(country, (mine.get(country) ?? 0) + option.p * weight);
      const state = gazetteer.admin1(option.at);
      if (state) mine.set(`${country}.${state}`, (mine.get(`${country}.${state}`) ?? 0) + option.p * weight);
    }
    for (const [code, value] of mine) votes.set(code, (votes.get(code) ?? 0) + value);
    return mine;
  });
  groups.forEach((group, g) => {
    for (const option of group.options) {
      const country = gazetteer.country(option.at);
      const state = `${country}.${gazetteer.admin1(option.at)}`;
      const inCountry = (votes.get(country) ?? 0) - (own[g]!.get(country) ?? 0);
      const inState = (votes.get(state) ?? 0) - (own[g]!.get(state) ?? 0);
      option.x[AT.countryVotes] = Math.min(1.5, Math.log2(1 + Math.max(0, inCountry)) / 2);
      option.x[AT.stateVotes] = gazetteer.admin1(option.at)
        ? Math.min(1.5, Math.log2(1 + Math.max(0, inState)) / 2)
        : 0;
    }
  });
}

/** How near the sure places of the article lie: 1 beside one, 0 beyond some hundred kilometres. */
function addNearness({ gazetteer }: Context, groups: readonly Group[]): void {
  const anchors: { group: Group; lng: number; lat: number; cos: number; p: number }[] = [];
  for (const group of groups) {
    const best = group.options.reduce((a, b) => (b.p > a.p ? b : a), group.options[0]!);
    if (!best || group.weight === 0 || best.p < 0.6 || !isPoint(gazetteer.feature(best.at))) continue;
    const [lng, lat] = gazetteer.lngLat(best.at);
    anchors.push({ group, lng, lat, cos: Math.cos((lat * Math.PI) / 180), p: best.p });
    if (anchors.length === 24) break;
  }
  for (const group of groups) {
    if (group.options.length < 2) continue;
    for (const option of group.options) {
      const [lng, lat] = gazetteer.lngLat(option.at);
      let near = 0;
      let nearer = 0;
      for (const anchor of anchors) {
        if (anchor.group === group) continue;
        const dx = Math.abs(lng - anchor.lng);
        const km = 111 * Math.hypot((dx > 180 ? 360 - dx : dx) * anchor.cos, lat - anchor.lat);
        near = Math.max(near, anchor.p * Math.exp(-km / 300));
        nearer = Math.max(nearer, anchor.p * Math.exp(-km / 50));
      }
      option.x[AT.near] = near;
      option.x[AT.nearer] = nearer;
    }
  }
}

function isPoint(feature: string): boolean {
  return feature.startsWith('PPL') || feature === 'admin2' || feature === 'landmark';
}
