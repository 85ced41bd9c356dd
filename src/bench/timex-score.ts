import type { GoldDates, GoldTimex } from './timex-gold.ts';

/** One article with our phrases. */
export interface TimexAnswer {
  article: GoldDates;
  timexes: GoldTimex[];
}

export interface TimexScore {
  gold: number;
  found: number;
  strict: number;
  relaxed: number;
  type: number;
  value: number;
}

/** A gold phrase, ours, or a pair of them that differs in `kind`. */
export interface TimexError {
  corpus: string;
  kind: 'missed' | 'spurious' | 'span' | 'type' | 'value';
  id: string;
  gold: string | null;
  ours: string | null;
  context: string;
}

type Pair = [gold: GoldTimex, ours: GoldTimex];

/**
 * F1 as in TempEval-3, task A, over all articles: `strict` counts pairs of the same span, `relaxed` of overlapping
 * ones; `type` and `value` are the relaxed F1 times the share of its pairs with that attribute right. Pairs are one to
 * one: the same span first, then the longest overlap.
 */
export function scoreTimexes(answers: readonly TimexAnswer[]): TimexScore {
  const pairs = answers.flatMap(({ article, timexes }) => align(article.timexes, timexes));
  const gold = sum(answers.map(({ article }) => article.timexes.length));
  const found = sum(answers.map(({ timexes }) => timexes.length));
  const f1 = (right: number) => (gold + found > 0 ? (2 * right) / (gold + found) : 0);
  const count = (test: (pair: Pair) => boolean) => f1(pairs.filter(test).length);
  return {
    gold,
    found,
    strict: count(isExact),
    relaxed: f1(pairs.length),
    type: count(([a, b]) => a.type === b.type),
    value: count(([a, b]) => a.value === b.value),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const isExact = ([a, b]: Pair): boolean => a.start === b.start && a.end === b.end;

function align(gold: readonly GoldTimex[], ours: readonly GoldTimex[]): Pair[] {
  const candidates = gold.flatMap((a) =>
    ours.flatMap((b) => {
      const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      return overlap > 0 ? [{ pair: [a, b] as Pair, rank: isExact([a, b]) ? Infinity : overlap }] : [];
    }),
  );
  candidates.sort((x, y) => y.rank - x.rank || x.pair[0].start - y.pair[0].start);
  const used = new Set<GoldTimex>();
  return candidates.flatMap(({ pair }) => {
    if (used.has(pair[0]) || used.has(pair[1])) return [];
    used.add(pair[0]).add(pair[1]);
    return [pair];
  });
}

/** What an expression looks like, for a table by class. */
export function classOf({ text, type, value }: GoldTimex): string {
  const words = text.toLowerCase();
  if (type === 'DURATION') return 'duration';
  if (type === 'SET') return 'set';
  if (/_REF/.test(value)) return 'vague ("now")';
  if (/\d:\d\d|\b[ap]\.?m\b|gmt|utc|noon/.test(words)) return 'time of day';
  if (/(mon|tues|wednes|thurs|fri|satur|sun)day/.test(words)) {
    return /morning|night|evening|afternoon/.test(words) ? 'weekday and part of day' : 'weekday';
  }
  if (/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(words))
    return /\d/.test(words) ? 'month and day or year' : 'month';
  if (/^\D*\d{4}\D*$/.test(words)) return 'year';
  if (/ago|earlier|later|before|after/.test(words)) return '"ago", "later"';
  return /today|yesterday|tomorrow|tonight/.test(words) ? '"today"' : 'other ("last week")';
}

/** By class of the gold expression: how many, how many found, how many with the right value; most first. */
export function scoreByClass(
  answers: readonly TimexAnswer[],
): { name: string; gold: number; found: number; value: number }[] {
  const rows = new Map<string, { name: string; gold: number; found: number; value: number }>();
  for (const { article, timexes } of answers) {
    const ours = new Map(align(article.timexes, timexes));
    for (const timex of article.timexes) {
      const name = classOf(timex);
      const row = rows.get(name) ?? { name, gold: 0, found: 0, value: 0 };
      rows.set(name, row);
      row.gold++;
      const pair = ours.get(timex);
      if (pair) row.found++;
      if (pair?.value === timex.value) row.value++;
    }
  }
  return [...rows.values()].sort((a, b) => b.gold - a.gold || (a.name < b.name ? -1 : 1));
}

/** Every difference from the gold, in text order by article. */
export function listTimexErrors(corpus: string, { article, timexes }: TimexAnswer): TimexError[] {
  const pairs = align(article.timexes, timexes);
  const paired = new Set(pairs.flat());
  const show = (timex: GoldTimex | null) => timex && `${timex.text} ${timex.type} ${timex.value}`;
  const error = (kind: TimexError['kind'], gold: GoldTimex | null, ours: GoldTimex | null): TimexError => {
    const at = (gold ?? ours)!;
    const context = article.text.slice(Math.max(0, at.start - 40), at.end + 30).replace(/\s+/g, ' ');
    return { corpus, kind, id: article.id, gold: show(gold), ours: show(ours), context };
  };
  return [
    ...article.timexes.filter((timex) => !paired.has(timex)).map((timex) => error('missed', timex, null)),
    ...timexes.filter((timex) => !paired.has(timex)).map((timex) => error('spurious', null, timex)),
    ...pairs.flatMap(([gold, ours]) => [
      ...(isExact([gold, ours]) ? [] : [error('span', gold, ours)]),
      ...(gold.type === ours.type ? [] : [error('type', gold, ours)]),
      ...(gold.value === ours.value ? [] : [error('value', gold, ours)]),
    ]),
  ];
}
