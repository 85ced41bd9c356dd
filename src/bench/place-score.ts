import { distanceKm } from '../geo.ts';
import type { Toponym } from '../places/place.ts';
import { cellList, readTable } from '../places/table.ts';
import { NEAR_KM, type GoldArticle, type GoldToponym } from './gold.ts';

/** One article with what geoparsing gave for it. */
export interface Answer {
  article: GoldArticle;
  toponyms: Toponym[];
  questions: number;
}

/** Figures of one set of articles. Names of peoples are neither to be found nor counted. */
export interface PlaceScore {
  articles: number;
  gold: number;
  precision: number;
  recall: number;
  f1: number;
  /** Within 161 km, of the names found, and of all gold names. */
  accuracy: number;
  accuracyOfGold: number;
  withoutCountries: { f1: number; accuracyOfGold: number };
  /** Cities and landmarks called `resolved`: share of wrong ones (no gold span counts as wrong), and of those found. */
  sure: { wrong: number; share: number };
  medianQuestions: number;
  roles: Record<string, number>;
  reliability: { from: number; mean: number; right: number; count: number }[];
  riskCoverage: { coverage: number; risk: number }[];
}

/** One wrong answer, for `--errors`. */
export interface PlaceError {
  corpus: string;
  id: string;
  kind: string;
  name: string;
  around: string;
  km?: number;
  place?: string;
}

interface Judged {
  toponym: Toponym;
  gold: GoldToponym | null;
  km: number;
}

/** Scores by exact spans, as the published figures do: predictions with a point, roles literal and metonym. */
export function scorePlaces(answers: readonly Answer[]): PlaceScore {
  const judged = answers.flatMap(judge);
  const all = tally(answers, judged, () => true);
  const noCountries = tally(answers, judged, (name) => !COUNTRY.has(name));
  const roles: Record<string, number> = {};
  for (const { role } of answers.flatMap(({ toponyms }) => toponyms)) roles[role] = (roles[role] ?? 0) + 1;
  const points = judged.filter(({ toponym }) => isPoint(toponym));
  const sure = points.filter(({ toponym }) => toponym.resolution.status === 'resolved');
  return {
    articles: answers.length,
    ...all,
    withoutCountries: { f1: noCountries.f1, accuracyOfGold: noCountries.accuracyOfGold },
    sure: { wrong: share(sure, (one) => !isRight(one)), share: sure.length / points.length },
    medianQuestions: median(answers.map(({ questions }) => questions)),
    roles: Object.fromEntries(Object.entries(roles).sort()),
    reliability: reliabilityOf(judged),
    riskCoverage: riskCoverageOf(points),
  };
}

/** Predictions that count, each with the gold name of the same span; those on spans not to be found are left out. */
function judge({ article, toponyms }: Answer): Judged[] {
  const gold = new Map(article.toponyms.map((toponym) => [`${toponym.start}-${toponym.end}`, toponym]));
  return toponyms
    .filter(({ role, resolution }) => (role === 'literal' || role === 'metonym') && resolution.place?.lngLat)
    .map((toponym) => {
      const found = gold.get(`${toponym.start}-${toponym.end}`) ?? null;
      const km =
        found?.lon == null
          ? Infinity
          : distanceKm(toponym.resolution.place!.lngLat!, [found.lon, found.lat!]);
      return { toponym, gold: found, km };
    })
    .filter(({ gold }) => gold === null || isWanted(gold));
}

const isWanted = ({ demonym, lat }: GoldToponym): boolean => !demonym && lat !== null;
const isRight = ({ km }: Judged): boolean => km <= NEAR_KM;
const isPoint = ({ resolution }: Toponym): boolean =>
  /^(?:city|landmark)$/.test(resolution.place?.kind ?? '');

function tally(answers: readonly Answer[], judged: readonly Judged[], keep: (name: string) => boolean) {
  const gold = answers
    .flatMap(({ article }) => article.toponyms)
    .filter((one) => isWanted(one) && keep(one.name));
  const counted = judged.filter(({ toponym }) => keep(toponym.name));
  const hits = counted.filter(({ gold }) => gold !== null);
  const right = hits.filter(isRight);
  const precision = hits.length / counted.length;
  const recall = hits.length / gold.length;
  return {
    gold: gold.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    accuracy: right.length / hits.length,
    accuracyOfGold: right.length / gold.length,
  };
}

/** How often predictions of each tenth of confidence are right. */
function reliabilityOf(judged: readonly Judged[]): PlaceScore['reliability'] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const inTenth = judged.filter(
      ({ toponym }) => Math.min(9, Math.floor(toponym.confidence * 10)) === tenth,
    );
    const mean = inTenth.reduce((sum, { toponym }) => sum + toponym.confidence, 0) / inTenth.length;
    return { from: tenth / 10, mean, right: share(inTenth, isRight), count: inTenth.length };
  }).filter(({ count }) => count > 0);
}

/** The share of wrong ones among the surest 10 %, 20 % … 100 %. */
function riskCoverageOf(points: readonly Judged[]): PlaceScore['riskCoverage'] {
  const sorted = [...points].sort((a, b) => b.toponym.confidence - a.toponym.confidence);
  return Array.from({ length: 10 }, (_, i) => {
    const coverage = (i + 1) / 10;
    return {
      coverage,
      risk: share(sorted.slice(0, Math.round(sorted.length * coverage)), (one) => !isRight(one)),
    };
  });
}

/** Every wrong answer of an article by class, so that the next developer sees where to push. */
export function classify(answer: Answer, corpus: string): PlaceError[] {
  const { article, toponyms } = answer;
  const around = (start: number, end: number): string =>
    article.text.slice(Math.max(0, start - 40), end + 40).replace(/\s+/g, ' ');
  const errors: PlaceError[] = [];
  const judged = judge(answer);
  const found = new Set(judged.map(({ toponym }) => `${toponym.start}-${toponym.end}`));
  const base = { corpus, id: article.id };
  for (const { toponym, gold, km } of judged) {
    const { start, end, name, resolution } = toponym;
    if (gold && km <= NEAR_KM) continue;
    const touches = article.toponyms.some((other) => other.start < end && start < other.end);
    const kind = gold ? `wrong point: ${resolution.place!.kind}` : touches ? 'boundary' : 'not a place here';
    errors.push({
      ...base,
      kind,
      name,
      around: around(start, end),
      ...(gold ? { km: Math.round(km) } : {}),
      place: resolution.place!.id,
    });
  }
  for (const gold of article.toponyms) {
    if (!isWanted(gold) || found.has(`${gold.start}-${gold.end}`)) continue;
    const touching = toponyms.find((other) => other.start < gold.end && gold.start < other.end);
    const kind = !touching
      ? 'missed'
      : touching.resolution.status === 'unknown'
        ? 'missed: no entry'
        : touching.start === gold.start && touching.end === gold.end
          ? `missed: called ${touching.role}`
          : 'missed: boundary';
    errors.push({ ...base, kind, name: gold.name, around: around(gold.start, gold.end) });
  }
  return errors;
}

/** Names of countries, which "without countries" leaves out. */
const COUNTRY = new Set(
  readTable('countries.tsv', ['name', 'aliases']).flatMap((row) => [row.name, ...cellList(row.aliases)]),
);

function share<T>(list: readonly T[], is: (item: T) => boolean): number {
  return list.filter(is).length / list.length;
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
