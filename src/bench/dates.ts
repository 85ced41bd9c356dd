import { writeFileSync } from 'node:fs';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from '../dates/timexes.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { scoreLinks, scoreStatus, type YesScore } from './event-score.ts';
import { table } from './table.ts';
import { type GoldDates, isFirstHalf, readDateCorpora } from './timex-gold.ts';
import {
  listTimexErrors,
  scoreByClass,
  scoreTimexes,
  type TimexAnswer,
  type TimexError,
} from './timex-score.ts';

/** Published value F1 of others on the same corpora. */
const PUBLISHED: Record<string, [system: string, value: string][]> = {
  aquaint: [
    ['HeidelTime', '73.0'],
    ['Microsoft Recognizers 1.3.2', '67.0'],
    ['chrono-node 2.10.3', '62.1'],
    ['compromise-dates', '47.1'],
  ],
  meantime: [
    ['Microsoft Recognizers 1.3.2', '68.2'],
    ['chrono-node 2.10.3', '47.5'],
    ['compromise-dates', '43.9'],
  ],
};

/**
 * Accuracy of time phrases on the corpora in `DIR/time/*.jsonl`, on two halves of them and whole, beside
 * published figures and by class of expression; planned or happened and event–date links where a corpus has events;
 * then speed, which needs no corpus. F1 in per cent.
 */
export function bench({ corpora, errors }: BenchOptions): BenchResult {
  const lines = ['DATES'];
  const figures: Record<string, unknown> = {};
  const wrong: TimexError[] = [];
  if (!corpora) lines.push('No corpora: give --corpora DIR for accuracy.');
  for (const { name, articles } of corpora ? readDateCorpora(corpora) : []) {
    const answers = articles.map((article) => answer(article));
    const result = benchCorpus(name, answers);
    figures[name] = result.figures;
    lines.push('', result.text);
    wrong.push(...answers.flatMap((each) => listTimexErrors(name, each)));
  }
  const speed = measureDateSpeed();
  figures['speed'] = speed;
  lines.push('', 'SPEED', ...table(Object.entries(speed).map(([what, value]) => [what, String(value)])));
  if (errors) {
    writeFileSync(errors, wrong.map((error) => `${JSON.stringify(error)}\n`).join(''));
    lines.push('', `ERRORS (each in ${errors})`, ...table(countKinds(wrong)));
  }
  return { text: lines.join('\n'), figures };
}

function answer(article: GoldDates): TimexAnswer {
  return { article, timexes: findTimexes(parseArticle(article.text), article.dct) };
}

const HALVES: [name: string, keep: (article: GoldDates) => boolean][] = [
  ['first half', isFirstHalf],
  ['second half', (article) => !isFirstHalf(article)],
  ['all', () => true],
];

function benchCorpus(name: string, answers: readonly TimexAnswer[]): BenchResult {
  const halves = HALVES.map(
    ([half, keep]) => [half, answers.filter(({ article }) => keep(article))] as const,
  );
  const scores = Object.fromEntries(halves.map(([half, list]) => [half, scoreTimexes(list)]));
  const classes = scoreByClass(answers);
  const rows = Object.entries(scores).map(([half, s]) => [
    half,
    ...[s.value, s.strict, s.relaxed, s.type].map(percent),
    String(s.gold),
    String(s.found),
  ]);
  const lines = [
    ...table([
      [name, 'value F1', 'strict F1', 'relaxed F1', 'type F1', 'gold', 'found'],
      ...rows,
      ...(PUBLISHED[name] ?? []),
    ]),
    'by class of the gold expression: number, found, value right',
    ...table(classes.map((row) => [row.name, String(row.gold), String(row.found), String(row.value)])),
  ];
  const figures: Record<string, unknown> = { scores, classes };
  if (answers.some(({ article }) => article.events.length > 0)) {
    const events = halves.map(([half, list]) => {
      const articles = list.map(({ article }) => article);
      return [half, { status: scoreStatus(articles), links: scoreLinks(articles) }] as const;
    });
    figures['events'] = Object.fromEntries(events);
    const show = ({ f1, precision, recall, gold }: YesScore) => [
      percent(f1),
      percent(precision),
      percent(recall),
      String(gold),
    ];
    lines.push(
      ...table([
        ['gold events', 'F1', 'P', 'R', 'gold'],
        ...events.flatMap(([half, { status, links }]) => [
          [`planned, not happened; ${half}`, ...show(status.ours)],
          ['  a cue word before it', ...show(status.baseline)],
          [`date of an event; ${half}`, ...show(links.ours)],
          ['  the nearest in its sentence', ...show(links.baseline)],
        ]),
      ]),
    );
  }
  return { text: lines.join('\n'), figures };
}

/** Invented news of some 350 words with a date in each sentence. */
const SENTENCES = [
  'LYON, March 4 – The mayor met officials from the port on Tuesday, two days after a storm hit the coast.',
  'She said on 12 February 2023 that the bridge would close for three weeks in late summer, as it does every year.',
  'The talks are scheduled to resume at 9 a.m. Friday, and ministers will vote by the end of June.',
  'Prices rose in the third quarter of 2022, and fell again last month; they had not moved since the 1990s.',
  'The company now sells fish to shops in four countries and has done so for nearly two decades.',
  'Police arrested two men near the river after a chase through the old town that began at noon.',
];

/** Milliseconds for an article of 350 words on this machine, and how time grows with length. */
function measureDateSpeed(): Record<string, number> {
  const text = Array.from({ length: 18 }, (_, i) => SENTENCES[i % SENTENCES.length]).join('\n\n');
  const words = text.split(/\s+/).length;
  const article = parseArticle(text);
  for (let i = 0; i < 200; i++) findTimexes(article, '2024-03-05');
  const each = Array.from({ length: 201 }, () => timed(() => findTimexes(article, '2024-03-05')));
  const median = each.sort((a, b) => a - b)[100] ?? NaN;
  const best = (count: number) => {
    const long = parseArticle(text.repeat(count));
    return Math.min(...Array.from({ length: 5 }, () => timed(() => findTimexes(long, '2024-03-05'))));
  };
  return {
    'ms for 350 words, warm, median': round((median * 350) / words),
    'time ratio, 8 times the text (linear: 8)': round(best(480) / best(60)),
  };
}

function timed(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const percent = (share: number): string => (share * 100).toFixed(1);

function countKinds(wrong: readonly TimexError[]): string[][] {
  const counts = new Map<string, number>();
  for (const { corpus, kind } of wrong)
    counts.set(`${corpus} ${kind}`, (counts.get(`${corpus} ${kind}`) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => [kind, String(count)]);
}
