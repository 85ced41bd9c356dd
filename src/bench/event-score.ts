import type { Span } from '../article/article.ts';
import { parseArticle } from '../article/parse.ts';
import { findAnchor } from '../dates/anchor.ts';
import { statusOf } from '../dates/status.ts';
import type { Timex } from '../dates/timex.ts';
import type { GoldDates, GoldEvent, GoldTimex } from './timex-gold.ts';

/** Precision, recall and F1 of a yes, with the number of gold ones. */
export interface YesScore {
  gold: number;
  precision: number;
  recall: number;
  f1: number;
}

function yesScore(gold: number, found: number, right: number): YesScore {
  const ratio = (a: number, b: number) => (b > 0 ? a / b : 0);
  return {
    gold,
    precision: ratio(right, found),
    recall: ratio(right, gold),
    f1: ratio(2 * right, gold + found),
  };
}

/**
 * Planned or happened, for the gold event words of the class FUTURE or NON_FUTURE: a yes is FUTURE, ours is `planned`
 * or `cancelled`. The baseline says yes where "will", "would", "may", "might", "could", "to" or "plan…" stands among
 * the three words before.
 */
export function scoreStatus(articles: readonly GoldDates[]): { ours: YesScore; baseline: YesScore } {
  const counts = { gold: 0, ours: [0, 0], baseline: [0, 0] } as { gold: number; ours: [number, number]; baseline: [number, number] }; // prettier-ignore
  for (const article of articles) {
    for (const { event, sentence } of eventsOf(article)) {
      if (event.time !== 'FUTURE' && event.time !== 'NON_FUTURE') continue;
      const gold = event.time === 'FUTURE';
      if (gold) counts.gold++;
      const { status } = statusOf(article.text, sentence, event);
      tally(counts.ours, status === 'planned' || status === 'cancelled', gold);
      const before = article.text
        .slice(sentence.start, event.start)
        .toLowerCase()
        .split(/\s+/)
        .slice(-4)
        .join(' ');
      tally(counts.baseline, /\b(will|would|may|might|could|to|plan\w*)\b/.test(before), gold);
    }
  }
  return { ours: yesScore(counts.gold, ...counts.ours), baseline: yesScore(counts.gold, ...counts.baseline) };
}

function tally(counts: [found: number, right: number], yes: boolean, gold: boolean): void {
  if (yes) counts[0]++;
  if (yes && gold) counts[1]++;
}

function eventsOf(article: GoldDates): { event: GoldEvent; sentence: Span }[] {
  const { sentences } = parseArticle(article.text);
  return article.events.map((event) => {
    const found = sentences.find(({ start, end }) => start <= event.start && event.start < end);
    return { event, sentence: found ?? { start: Math.max(0, event.start - 200), end: event.end + 100 } };
  });
}

/**
 * Which date an event hangs on, by the corpus's own phrases, so that only the linking is measured. A yes is a pair of
 * event and phrase; gold are all links between the two. The baseline gives each event the nearest phrase of its
 * sentence. Articles whose phrases can't be told apart by `linksOf` are left out; `articles` counts the others.
 */
export function scoreLinks(articles: readonly GoldDates[]): {
  ours: YesScore;
  baseline: YesScore;
  articles: number;
} {
  let [gold, used] = [0, 0];
  const [ours, baseline]: [[number, number], [number, number]] = [[0, 0], [0, 0]]; // prettier-ignore
  for (const article of articles) {
    const links = linksOf(article);
    if (!links) continue;
    used++;
    // Every phrase may be linked, so each stands as a date here.
    const timexes = article.timexes.map((timex): Timex => ({ ...timex, edtf: '2000', basis: 'stated' }));
    for (const { event, sentence } of eventsOf(article)) {
      const linked = links.get(event.id);
      if (linked) gold++;
      const isRight = (timex: Span) => linked?.some(({ start }) => start === timex.start) ?? false;
      const anchor = findAnchor(article.text, sentence, event, timexes);
      if (anchor) tally(ours, true, isRight(anchor.timex));
      const near = nearestIn(timexes, sentence, event);
      if (near) tally(baseline, true, isRight(near));
    }
  }
  return { ours: yesScore(gold, ...ours), baseline: yesScore(gold, ...baseline), articles: used };
}

function nearestIn(timexes: readonly Timex[], sentence: Span, event: Span): Timex | undefined {
  const distance = ({ start, end }: Span) => Math.max(start - event.end, event.start - end);
  return timexes
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * The phrases linked to each event, by event id. The corpus names phrases in its links by ids that its phrases do not
 * carry: the day of writing is the id with most links from sentences without a phrase; each other id is the phrase of
 * its events' sentences, the lowest id the first of those that are left. Null where some id finds none.
 */
function linksOf(article: GoldDates): Map<string, GoldTimex[]> | null {
  const events = new Map(article.events.map((event) => [event.id, event]));
  const byId = new Map<number, GoldEvent[]>();
  for (const { rel, src, tgt } of article.relations) {
    const [from, to] = [events.get(src[0] ?? ''), events.get(tgt[0] ?? '')];
    if (rel !== 'TLINK' || Boolean(from) === Boolean(to)) continue;
    const id = Number(from ? tgt[0] : src[0]);
    byId.set(id, [...(byId.get(id) ?? []), (from ?? to)!]);
  }
  const { sentences } = parseArticle(article.text);
  const sentenceAt = (at: number) => sentences.findIndex(({ start, end }) => start <= at && at < end);
  const phrases = [...article.timexes].sort((a, b) => a.start - b.start);
  const beside = (list: readonly GoldEvent[]) =>
    phrases.filter((phrase) => list.some((event) => sentenceAt(event.start) === sentenceAt(phrase.start)));
  const alone = (list: readonly GoldEvent[]) => list.filter((event) => beside([event]).length === 0).length;
  const writing = [...byId].sort(([, a], [, b]) => alone(b) * 10 + b.length - alone(a) * 10 - a.length)[0];
  if (!writing || alone(writing[1]) === 0) return null;
  const open = [...byId].filter(([id]) => id !== writing[0]).sort(([a], [b]) => a - b);
  const links = new Map<string, GoldTimex[]>();
  const used = new Set<GoldTimex>();
  while (open.length > 0) {
    const left = open.map(([, list]) => beside(list).filter((phrase) => !used.has(phrase)));
    const sure = left.findIndex((list) => list.length === 1);
    const at = Math.max(0, sure);
    const phrase = left[at]![0];
    if (!phrase) return null;
    used.add(phrase);
    for (const event of open[at]![1]) links.set(event.id, [...(links.get(event.id) ?? []), phrase]);
    open.splice(at, 1);
  }
  return links;
}
