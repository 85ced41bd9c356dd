import { containerOf, isAmongStates, type Container } from './containers.ts';
import type { Context } from './context.ts';
import type { Candidate, Gazetteer } from './gazetteer.ts';
import { statedKind, type StatedKind } from './kinds.ts';
import type { Match } from './matches.ts';
import { contains, holds, isUnit } from './units.ts';

/** What speaks for one candidate of a name, in the order of the model's weights. */
export const CHOICE = [
  'logPop', 'country', 'state', 'county', 'area', 'water', 'landmark', 'capital', 'seat', 'part', 'gone', 'alternate', 'weak',
  'abbreviation', 'container', 'otherContainer', 'countryVotes', 'stateVotes', 'near', 'nearer', 'homeCountry', 'homeState',
  'dateline', 'bigState', 'kindWord', 'otherKindWord', 'sameAsSeat', 'default', 'beside', 'metropolis', 'afterComma', 'small',
] as const; // prettier-ignore

export type ChoiceFeature = (typeof CHOICE)[number];

/** Where each feature stands in an option's `x`. */
export const AT = Object.fromEntries(CHOICE.map((name, i) => [name, i])) as Record<ChoiceFeature, number>;

/** All mentions of one name in an article: they mean one place unless a container says otherwise. */
export interface Group {
  key: string;
  matches: Match[];
  options: Option[];
  /** The stated container's number ("Oxford, North Carolina"), -1 where none is. */
  container: number;
  /** The container that is stated holds none of the candidates: the place is not known. */
  nowhere: boolean;
  /** Groups whose names stand close by in the text. */
  beside: Set<Group>;
  /** How much its places count for the others: 0 where it stands in persons' names only. */
  weight: number;
}

/** A candidate of a group with its features and its share of the probability. */
export interface Option extends Candidate {
  x: Float64Array;
  p: number;
  /** Its country's code, "" where none, and its state's ("US.OH"). */
  country: string;
  state: string;
  /** The country's code marked as local (`LOCAL`). */
  local: string;
  /** The text rules it out: it is only there for an editor to choose. */
  barred: boolean;
  /** A namesake of a city that the world knows: that the article names its country says nothing for it. */
  lesser: boolean;
  /** How far the article's other places lie in one country that isn't this one's, 0 to 1. */
  apart: number;
  /** How many other countries the article plainly names or has places in. */
  abroad: number;
}

/** No name needs more candidates than this; those with fewest people go first. */
const MOST_OPTIONS = 24;

/** Groups the matches of an article by name (and by stated container or kind) and works out the static features. */
export function groupMatches(context: Context): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = new Map<Match, Group>();
  const pinned = new Map<Match, number>();
  const containers = new Set<Match>();
  for (const match of context.matches) {
    const container = containerOf(context, match);
    const next = context.matchAt.get(match.last + 1);
    if (container && next && isPinned(next, container.at)) pinned.set(next, container.at);
    if (container && next && context.gazetteer.feature(container.at) === 'admin1') containers.add(next);
    const pin = pinned.get(match) ?? -1;
    const asState = containers.has(match) || isAmongStates(context, match);
    const stated =
      statedKind(context, match) ??
      (asState ? ({ kind: 'admin1', firm: false, loose: false } as const) : null);
    const kind =
      stated && hasSeveralKinds(context.gazetteer, match) ? `${stated.kind}${stated.firm ? '!' : ''}` : '';
    const name = `${match.key}${exactOf(match).length > 0 ? '!' : ''}${pin >= 0 ? `=${pin}` : ''}${match.listed ? '+' : ''}`;
    const key = container ? `${name}#${kind}|${container.at}` : `${name}#${kind}`;
    let group = groups.get(key);
    if (!group) {
      const at = container?.at ?? -1;
      const options = optionsOf(context, match, container, stated, pin);
      group = {
        key,
        matches: [],
        options,
        container: at,
        nowhere: container?.holds === false,
        weight: 0,
        beside: new Set(),
      };
      groups.set(key, group);
    }
    group.matches.push(match);
    groupOf.set(match, group);
  }
  shareContainers(context, groups, groupOf);
  const seen = new Set<string>();
  for (const group of groups.values()) {
    weigh(context, group);
    // "New York" the state and "New York" the city speak for one region once.
    const name = group.matches[0]?.key ?? '';
    if (seen.has(name)) group.weight /= 3;
    seen.add(name);
  }
  joinNeighbours(context.matches, groupOf);
  return [...groups.values()];
}

/** How many groups beside it a group looks at, and how many words apart two names may stand. */
const MOST_BESIDE = 8;
const WORDS_APART = 9;

function joinNeighbours(matches: readonly Match[], groupOf: ReadonlyMap<Match, Group>): void {
  for (let i = 1; i < matches.length; i += 1) {
    const [a, b] = [matches[i - 1]!, matches[i]!];
    if (b.first - a.last > WORDS_APART) continue;
    const [one, other] = [groupOf.get(a)!, groupOf.get(b)!];
    if (one === other) continue;
    if (one.beside.size < MOST_BESIDE) one.beside.add(other);
    if (other.beside.size < MOST_BESIDE) other.beside.add(one);
  }
}

function weigh({ personAt, tokens, cues }: Context, group: Group): void {
  const counted = group.matches.filter(({ first, last }) => {
    if (personAt.has(first) || personAt.has(last)) return false;
    const next = tokens[last + 1];
    // "near the Kenyan border": on which side, it doesn't say.
    if (/^(?:border|frontier)$/.test(next?.fold ?? '')) return false;
    if (tokens[first - 1]?.fold === 'with' && tokens[first - 2]?.fold === 'border') return false;
    return !(
      next?.gap === 'space' &&
      next.capital &&
      (cues.team.has(next.fold) || cues.paper.has(next.fold) || cues.event.has(next.fold))
    );
  });
  const [{ first = 0, last = 0 } = {}] = counted;
  // "University" and "Police" are towns somewhere, but have no say.
  const word = first === last && cues.words.has(tokens[first]?.fold ?? '');
  const much = word ? 0.2 : 1 + Math.log2(counted.length) / 2;
  group.weight = counted.length === 0 || group.nowhere ? 0 : much;
}

function hasSeveralKinds(gazetteer: Gazetteer, { candidates }: Match): boolean {
  const city = candidates.some(({ at }) => gazetteer.feature(at).startsWith('PPL'));
  return city && candidates.some(({ at }) => !gazetteer.feature(at).startsWith('PPL'));
}

/**
 * "Oxford, North Carolina" once makes every bare "Oxford" of the article that one, unless two containers are stated, or
 * the outlet's own state has a town of that name: local news set the other one apart.
 */
function shareContainers(
  { gazetteer, home }: Context,
  groups: Map<string, Group>,
  groupOf: Map<Match, Group>,
): void {
  const isLocal = ({ options }: Group, container: number): boolean =>
    home !== null &&
    home.length > 2 &&
    `${gazetteer.country(container)}.${gazetteer.admin1(container)}` !== home &&
    options.some(({ at, state }) => state === home && gazetteer.population(at) > 0);
  const stated = new Map<string, Group[]>();
  for (const [key, group] of groups) {
    if (group.container < 0) continue;
    const bare = key.slice(0, key.lastIndexOf('|'));
    stated.set(bare, [...(stated.get(bare) ?? []), group]);
  }
  for (const [bare, [other, ...more]] of stated) {
    const group = groups.get(bare);
    if (!group || !other || more.length > 0 || isLocal(group, other.container)) continue;
    for (const match of group.matches) groupOf.set(match, other);
    other.matches = [...other.matches, ...group.matches].sort((a, b) => a.start - b.start);
    groups.delete(bare);
  }
}

/** A container means itself ("Kingston, Jamaica"), save one that is mostly another place ("Brooklyn, New York"). */
function isPinned({ candidates }: Match, container: number): boolean {
  return (
    candidates.some(({ at }) => at === container) &&
    candidates.every(({ at, kind }) => kind !== 'default' || at === container)
  );
}

/** The candidates of a name: where the text names their container those in it alone, and a container by itself (`pin`). */
function optionsOf(
  context: Context,
  match: Match,
  container: Container | null,
  stated: StatedKind | null,
  pin: number,
): Option[] {
  const { gazetteer } = context;
  const seen = new Map<number, Candidate>();
  for (const candidate of match.candidates) if (!seen.has(candidate.at)) seen.set(candidate.at, candidate);
  const inside = (at: number): boolean =>
    container !== null && (container.inside?.(at) ?? holds(gazetteer, container.at, at));
  const exact = exactOf(match);
  const all = exact.length > 0 ? exact : [...seen.values()];
  const firm = pin >= 0 || !isUnit(gazetteer, match);
  // "Texas in Queensland": a state lies in no other country, while an area may have none of its own.
  const home = container?.firm ? gazetteer.country(container.at) : '';
  const elsewhere = (at: number): boolean =>
    home !== '' && gazetteer.country(at) !== home && /^(?:country|admin1)$/.test(gazetteer.feature(at));
  const held = firm ? all.filter(({ at }) => (pin >= 0 ? at === pin : inside(at))) : [];
  // "Red Sea" is no state that has a coast there.
  const isUnitStated = stated?.kind === 'admin1' || stated?.kind === 'admin2';
  let [sea, great, known] = [false, 0, 0];
  for (const { at, kind } of all) {
    if (isOther(kind)) continue;
    const people = gazetteer.population(at);
    const feature = gazetteer.feature(at);
    great = Math.max(great, people);
    if (feature.startsWith('PPL')) known = Math.max(known, people);
    else if (feature === 'water' && kind === 'default') sea = !isUnitStated;
  }
  const units = stated?.firm ? all.filter(({ at, kind }) => isStatedUnit(gazetteer, at, kind, stated)) : [];
  const allowed = new Set(
    held.length > 0
      ? held
      : all.filter(
          ({ at, kind }) =>
            !(units.length > 0 && gazetteer.feature(at).startsWith('PPL')) &&
            !(sea && gazetteer.feature(at) === 'admin1') &&
            !elsewhere(at) &&
            !(isOther(kind) && great > GREAT && gazetteer.population(at) * 5 < great),
        ),
  );
  if (all.length > MOST_OPTIONS)
    all.sort(
      (a, b) =>
        Number(allowed.has(b)) - Number(allowed.has(a)) ||
        gazetteer.population(b.at) - gazetteer.population(a.at),
    );
  const kept = all.slice(0, MOST_OPTIONS);
  return kept.map((candidate) => {
    const x = staticFeatures(context, candidate, match, sea ? null : (stated?.kind ?? null), units);
    x[AT.sameAsSeat] = Number(
      gazetteer.feature(candidate.at).startsWith('admin') &&
        kept.some(({ at }) => isTown(gazetteer, at) && contains(gazetteer, candidate.at, at)),
    );
    if (container) x[inside(candidate.at) ? AT.container : AT.otherContainer] = 1;
    const country = gazetteer.country(candidate.at);
    const admin1 = country && gazetteer.admin1(candidate.at);
    const state = admin1 && `${country}.${admin1}`;
    const people = gazetteer.population(candidate.at);
    const lesser =
      gazetteer.feature(candidate.at).startsWith('PPL') &&
      people < TOWN &&
      known >= KNOWN &&
      people * TIMES < known;
    return {
      ...candidate,
      x,
      p: 0,
      country,
      state,
      local: LOCAL + country,
      barred: !allowed.has(candidate),
      lesser,
      apart: 0,
      abroad: 0,
    };
  });
}

/** Whether a candidate is the unit that "Kharkiv region" names; "the Boston region" is none where news say so of cities. */
function isStatedUnit(
  gazetteer: Gazetteer,
  at: number,
  kind: Candidate['kind'],
  { loose }: StatedKind,
): boolean {
  if (kind === 'alternate' || kind === 'demonym' || !/^admin[12]$/.test(gazetteer.feature(at))) return false;
  return !(loose && /^(?:US|CA|AU|GB|NZ|IE)$/.test(gazetteer.country(at)));
}

/** From so many people on a place keeps its name from those that bear it beside their own: Islamabad, also Anantnag's. */
const GREAT = 300_000;

function isOther(kind: Candidate['kind']): boolean {
  return kind === 'alternate' || kind === 'weak';
}

/** So many people, and so many times those of any namesake, make a city the one that its name is known for: Geneva. */
export const KNOWN = 150_000;
const TIMES = 5;

/** A namesake of so many people is known in its own country: London, Ontario. */
export const TOWN = 100_000;

/** A city that news would name without its unit: not the hamlet of Iowa in Iowa. */
function isTown(gazetteer: Gazetteer, at: number): boolean {
  return gazetteer.population(at) >= 50_000 && /^PPL[AC]?$/.test(gazetteer.feature(at));
}

/** Of a short name in capitals only what is written so: "US" is no village. */
function exactOf({ key, candidates }: Match): Candidate[] {
  return key.length > 3
    ? []
    : candidates.filter(({ kind }) => kind === 'capitals' || kind === 'abbreviation');
}

function staticFeatures(
  context: Context,
  { at, kind }: Candidate,
  match: Match,
  stated: string | null,
  units: readonly Candidate[],
): Float64Array {
  const { gazetteer, home, article } = context;
  const x = new Float64Array(CHOICE.length);
  const feature = gazetteer.feature(at);
  const name = FEATURE_NAME[feature];
  const known = kind !== 'alternate' && kind !== 'weak';
  if (name && (known || name !== 'capital')) x[AT[name]] = 1;
  x[AT.logPop] =
    feature.startsWith('PPL') || feature === 'admin2' ? Math.log10(gazetteer.population(at) + 50) : 0;
  if (feature === 'admin1') {
    x[AT.bigState] = BIG_STATES.test(gazetteer.country(at)) ? 1 : 0;
    x[AT.logPop] = 4;
  }
  if (known && feature.startsWith('PPL') && gazetteer.population(at) >= 1e6) x[AT.metropolis] = 1;
  if (
    feature === 'admin1' &&
    context.tokens[match.first]!.gap === 'comma' &&
    context.matchAt.has(match.first - 1)
  )
    x[AT.afterComma] = 1;
  if (feature === 'PPL' && gazetteer.population(at) === 0) x[AT.small] = 1;
  if (kind === 'alternate') x[AT.alternate] = 1;
  if (kind === 'weak') x[AT.weak] = 1;
  if (kind === 'abbreviation') x[AT.abbreviation] = 1;
  if (home) {
    const [country, state] = [home.slice(0, 2), home.slice(3)];
    x[AT.homeCountry] = Number(gazetteer.country(at) === country);
    if (
      state !== '' &&
      gazetteer.country(at) === country &&
      gazetteer.admin1(at) === state &&
      !isLikeCountry(gazetteer, at, match)
    )
      x[AT.homeState] = atHome(gazetteer.population(at));
  }
  // "Kilifi county" is a first-level unit where a county is one.
  const isUnit =
    units.length > 0 &&
    units.some((unit) => unit.at === at) &&
    !units.some((unit) => gazetteer.feature(unit.at) === stated);
  if (stated)
    x[
      stated === feature ||
      isUnit ||
      (stated === 'admin1' && feature === 'area') ||
      (stated === 'city' && feature.startsWith('PPL'))
        ? AT.kindWord
        : AT.otherKindWord
    ] = 1;
  if (kind === 'default' && (!stated || x[AT.kindWord])) x[AT.default] = 1;
  x[AT.dateline] = Number(match.start < (article.dateline?.end ?? 0));
  return x;
}

/** "Jamaica" is the country to the papers of a state that has a hamlet of that name, too. */
function isLikeCountry(gazetteer: Gazetteer, at: number, { candidates }: Match): boolean {
  return (
    gazetteer.population(at) === 0 && candidates.some((other) => gazetteer.feature(other.at) === 'country')
  );
}

/** How much a home region speaks for a place: fully from 20,000 people up, half for a hamlet, which outlets seldom mean. */
function atHome(population: number): number {
  return Math.min(1, Math.log10(population + 50) / 4.3);
}

const FEATURE_NAME: Record<string, ChoiceFeature | undefined> = {
  country: 'country', admin1: 'state', admin2: 'county', area: 'area', water: 'water', landmark: 'landmark',
  PPLC: 'capital', PPLA: 'seat', PPLX: 'part', PPLH: 'gone',
}; // prettier-ignore

/** Countries whose states and provinces news name as readers know them. */
const BIG_STATES = /^(?:US|CA|AU|GB|IN|DE|CN|BR|MX)$/;

/** In front of a country's code: the votes of what lies in it, without those of its own name and its people's. */
export const LOCAL = '+';
