/**
 * Fits the weights of recognition, of the choice among namesakes and of the confidence, on the tuning halves of the corpora, and writes them
 * to src/places/weights.json. Run: `node src/bench/fit-places.ts --corpora DIR`; with `--confidence` only the last.
 */
import { writeFileSync } from 'node:fs';
import { distanceKm } from '../geo.ts';
import { findPlaces, readContext } from '../places/analyse.ts';
import { parseArticle } from '../article/parse.ts';
import { loadGazetteer } from '../places/gazetteer.ts';
import { CONFIDENCE, confidenceFeatures } from '../places/confidence.ts';
import { choiceWeights, recognitionWeights } from '../places/model.ts';
import { RECOGNITION } from '../places/recognise.ts';
import { CHOICE, groupMatches } from '../places/resolve.ts';
import { resolveGroups } from '../places/rounds.ts';
import { LEAST } from '../places/geoparse.ts';
import { isTuning, NEAR_KM, readGold, type GoldToponym } from './gold.ts';

const corpora = process.argv[process.argv.indexOf('--corpora') + 1] ?? '';
const gazetteer = loadGazetteer();
const articles = ['TR-News', 'GeoVirus'].flatMap((name) =>
  readGold(`${corpora}/geo/${name}.jsonl`).filter(isTuning),
);

/** A country's or an ocean's one point is a convention: corpora differ by up to so much without meaning another. */
const WIDE_KM = 1500;

/** How strongly the hand-set weights hold, a sample: few of the corpora's names have namesakes that matter. */
const CHOICE_PULL = 0.001;
/** What the fit of the confidence is pulled towards: few of the corpora's names tell these apart. */
const CONFIDENCE_BY_HAND: Partial<Record<(typeof CONFIDENCE)[number], number>> = {
  bias: 0.2, span: 0.7, choice: 0.4, alternate: -1, otherKindWord: -1.5, logPop: 0.8, countryVotes: 0.5, stateVotes: 0.7, nearer: 0.4,
  beside: 1, extended: -1, rival: -0.7, container: 1, capital: -1.5, person: -0.8, word: -0.5, outshone: -0.7, apart: -0.8, world: 1.3,
}; // prettier-ignore

/**
 * Left as set by hand: of a unit and its town of one name the town is the better guess, which 161 km can't tell; the
 * corpora don't say where their outlets are at home; a default, and a world city, hold until the text says otherwise.
 */
const BY_HAND = [
  'sameAsSeat',
  'homeCountry',
  'homeState',
  'default',
  'capital',
  'metropolis',
  'logPop',
] as const;
const only = process.argv.includes('--confidence');
const choice = only ? choiceWeights : fitChoice();
const recognition = only ? recognitionWeights : fitRecognition();
const confidence = fitConfidence();
const round = (weights: Float64Array, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000]));
writeFileSync(
  new URL('../places/weights.json', import.meta.url),
  `${JSON.stringify({ recognition: round(recognition, RECOGNITION), choice: round(choice, CHOICE), confidence: round(confidence, CONFIDENCE) }, null, 2)}\n`,
);

/** Softmax over the candidates of each name; a name's label is every candidate within 161 km of the gold point. */
function fitChoice(): Float64Array {
  let weights: Float64Array = Float64Array.from(choiceWeights);
  const prior = Float64Array.from(choiceWeights);
  // The votes and the nearness depend on the weights: three rounds of fitting are enough for them to settle.
  for (let outer = 0; outer < 3; outer += 1) {
    const samples: { xs: Float64Array[]; good: boolean[]; weight: number }[] = [];
    for (const article of articles) {
      const context = readContext(parseArticle(article.text), gazetteer, null);
      const groups = groupMatches(context);
      resolveGroups(context, groups, weights);
      for (const group of groups) {
        const options = group.options.filter(({ barred }) => !barred);
        if (options.length < 2) continue;
        const gold = group.matches.flatMap((match) => goldAt(article.toponyms, match.start, match.end) ?? []);
        if (gold.length === 0) continue;
        const [lng, lat] = [gold[0]!.lon, gold[0]!.lat];
        const good = options.map(({ at }) => distanceKm(gazetteer.lngLat(at), [lng, lat]) <= NEAR_KM);
        if (!good.includes(true) || !good.includes(false)) continue;
        samples.push({
          xs: options.map(({ x }) => Float64Array.from(x)),
          good,
          weight: Math.sqrt(gold.length),
        });
      }
    }
    weights = descend(weights, prior, CHOICE_PULL * samples.length, (w, gradient) => {
      for (const { xs, good, weight } of samples) {
        const scores = xs.map((x) => dot(w, x));
        const most = Math.max(...scores);
        const ps = scores.map((score) => Math.exp(score - most));
        const total = ps.reduce((a, b) => a + b);
        const right = ps.reduce((sum, p, i) => sum + (good[i] ? p : 0), 0);
        xs.forEach((x, i) => {
          const target = good[i] ? ps[i]! / right : 0;
          const delta = weight * (ps[i]! / total - target);
          for (let f = 0; f < x.length; f += 1) gradient[f]! += delta * x[f]!;
        });
      }
      return samples.length;
    });
    console.log('choice', samples.length);
  }
  for (const name of BY_HAND) weights[CHOICE.indexOf(name)] = prior[CHOICE.indexOf(name)]!;
  return weights;
}

/** Logistic regression over matches; a span that is gold but of a kind that is not to be found is left out. */
function fitRecognition(): Float64Array {
  let weights: Float64Array = recognitionWeights;
  // One feature is what the model itself makes of a name's other mentions: fitted again with the weights it gave.
  for (let outer = 0; outer < 2; outer += 1) {
    const samples: { x: Float64Array; y: number }[] = [];
    for (const article of articles) {
      const context = readContext(parseArticle(article.text), gazetteer, null);
      for (const { match, x, option } of findPlaces(context, { choice, recognition: weights })) {
        if (match.candidates.some(({ kind }) => kind === 'demonym') || gazetteer.standsFor(option.at))
          continue;
        const gold = article.toponyms.find(({ start, end }) => start === match.start && end === match.end);
        if (gold && !goldAt(article.toponyms, match.start, match.end)) continue;
        samples.push({ x, y: gold ? 1 : 0 });
      }
    }
    console.log('recognition', samples.length);
    weights = descend(weights, recognitionWeights, (0.02 * samples.length) / 100, logistic(samples));
  }
  return weights;
}

/** Logistic regression over what recognition lets through: right span and a point within 161 km, or not. */
function fitConfidence(): Float64Array {
  const samples: { x: Float64Array; y: number }[] = [];
  for (const article of articles) {
    const context = readContext(parseArticle(article.text), gazetteer, null);
    for (const finding of findPlaces(context, { choice, recognition })) {
      const { match, option, p } = finding;
      if (p < LEAST || finding.group.nowhere || match.candidates.some(({ kind }) => kind === 'demonym'))
        continue;
      const any = article.toponyms.some(({ start, end }) => start === match.start && end === match.end);
      const gold = goldAt(article.toponyms, match.start, match.end);
      if (any && !gold) continue;
      const near =
        gold !== null &&
        distanceKm(gazetteer.lngLat(option.at), [gold.lon, gold.lat]) <=
          (isWide(option.at) ? WIDE_KM : NEAR_KM);
      samples.push({ x: confidenceFeatures(context, finding), y: near ? 1 : 0 });
    }
  }
  const prior = Float64Array.from(CONFIDENCE, (name) => CONFIDENCE_BY_HAND[name] ?? 0);
  return descend(prior, prior, (0.2 * samples.length) / 100, logistic(samples));
}

function isWide(at: number): boolean {
  return /^(?:country|area|water)$/.test(gazetteer.feature(at));
}

function logistic(
  samples: { x: Float64Array; y: number }[],
): (w: Float64Array, gradient: Float64Array) => number {
  return (w, gradient) => {
    for (const { x, y } of samples) {
      const delta = 1 / (1 + Math.exp(-dot(w, x))) - y;
      for (let f = 0; f < x.length; f += 1) gradient[f]! += delta * x[f]!;
    }
    return samples.length;
  };
}

/** Gradient descent with momentum, pulled towards `prior` with the given strength (the hand-set weights are the prior). */
function descend(
  start: Float64Array,
  prior: Float64Array,
  strength: number,
  slope: (w: Float64Array, gradient: Float64Array) => number,
): Float64Array {
  const w = Float64Array.from(start);
  const velocity = new Float64Array(w.length);
  for (let step = 0; step < 1500; step += 1) {
    const gradient = new Float64Array(w.length);
    const n = slope(w, gradient);
    for (let f = 0; f < w.length; f += 1) {
      gradient[f]! += strength * (w[f]! - prior[f]!);
      velocity[f] = 0.9 * velocity[f]! - (0.3 * gradient[f]!) / n;
      w[f]! += velocity[f]!;
    }
  }
  return w;
}

function goldAt(
  toponyms: GoldToponym[],
  start: number,
  end: number,
): (GoldToponym & { lat: number; lon: number }) | null {
  const found = toponyms.find((toponym) => toponym.start === start && toponym.end === end);
  return found && typeof found.lat === 'number' && !found.demonym
    ? (found as GoldToponym & { lat: number; lon: number })
    : null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
