import type { Context } from './context.ts';
import { AT, type Group, LOCAL } from './resolve.ts';

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
    addVotes(groups);
    addNearness(context, groups);
    for (const group of groups) softmax(group, weights);
  }
}

function softmax(group: Group, weights: Weights): void {
  let most = -Infinity;
  for (const option of group.options) {
    let score = option.barred ? BARRED : 0;
    for (let i = 0; i < weights.length; i += 1) score += weights[i]! * option.x[i]!;
    option.p = score;
    most = Math.max(most, score);
  }
  let total = 0;
  for (const option of group.options) total += option.p = Math.exp(option.p - most);
  for (const option of group.options) option.p /= total;
}

/** Enough to leave nothing of a candidate's share. */
const BARRED = -60;

/** Each group votes for its candidates' countries and states; a candidate counts the votes of the other groups. */
function addVotes(groups: readonly Group[]): void {
  const votes = new Map<string, number>();
  const own = groups.map((group) => {
    const mine = new Map<string, number>();
    const { weight } = group;
    for (const { country, state, local, p, x } of group.options) {
      const value = p * weight;
      if (country === '' || value < LEAST_VOTE) continue;
      mine.set(country, (mine.get(country) ?? 0) + value);
      if (x[AT.country] === 0 && x[AT.capital] === 0) mine.set(local, (mine.get(local) ?? 0) + value);
      if (state) mine.set(state, (mine.get(state) ?? 0) + value);
    }
    for (const [code, value] of mine) votes.set(code, (votes.get(code) ?? 0) + value);
    return mine;
  });
  const named = [...votes]
    .filter(([code, value]) => code.length === 2 && value >= PLAINLY)
    .map(([code]) => code);
  const locals = [...votes].filter(([code]) => code.startsWith(LOCAL));
  groups.forEach((group, g) => {
    const [main, much] = mainCountry(locals, own[g]!);
    for (const option of group.options) {
      const { state } = option;
      option.abroad = named.length - Number(named.includes(option.country));
      option.apart = main === option.local ? 0 : much;
      const country = option.lesser ? option.local : option.country;
      const inCountry = (votes.get(country) ?? 0) - (own[g]!.get(country) ?? 0);
      const inState = (votes.get(state) ?? 0) - (own[g]!.get(state) ?? 0);
      option.x[AT.countryVotes] = Math.min(1.5, Math.log2(1 + Math.max(0, inCountry)) / 2);
      option.x[AT.stateVotes] = state ? Math.min(1.5, Math.log2(1 + Math.max(0, inState)) / 2) : 0;
    }
  });
}

/** So much of a vote a country has that is named once for sure. */
const PLAINLY = 0.6;

/** The country in which most of the other groups' places lie, marked as local, and their share in it. */
function mainCountry(
  votes: readonly (readonly [code: string, value: number])[],
  own: ReadonlyMap<string, number>,
): [code: string, share: number] {
  let [main, most, total] = ['', 0, 0];
  for (const [code, value] of votes) {
    const others = value - (own.get(code) ?? 0);
    total += others;
    if (others > most) [main, most] = [code, others];
  }
  return [main, most / (total + 1)];
}

/** A vote of less changes nothing. */
const LEAST_VOTE = 0.001;

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
      let beside = 0;
      for (const anchor of anchors) {
        if (anchor.group === group) continue;
        if (Math.abs(lat - anchor.lat) > FAR) continue;
        const west = Math.abs(lng - anchor.lng);
        const dx = (west > 180 ? 360 - west : west) * anchor.cos;
        const dy = lat - anchor.lat;
        const square = dx * dx + dy * dy;
        if (square > FAR * FAR) continue;
        // e^(-km/300), its third power e^(-km/100) and its sixth e^(-km/50).
        const e = Math.exp((-111 * Math.sqrt(square)) / 300);
        const cube = e * e * e;
        near = Math.max(near, anchor.p * e);
        nearer = Math.max(nearer, anchor.p * cube * cube);
        if (group.beside.has(anchor.group)) beside = Math.max(beside, anchor.p * cube);
      }
      option.x[AT.near] = near;
      option.x[AT.nearer] = nearer;
      option.x[AT.beside] = beside;
    }
  }
}

/** Degrees from which on nearness is nothing: some 1,700 km. */
const FAR = 15;

function isPoint(feature: string): boolean {
  return feature.startsWith('PPL') || feature === 'admin2' || feature === 'landmark';
}
