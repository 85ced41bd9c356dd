import type { Span } from '../article/article.ts';
import type { Decisions, PlaceDecision } from '../article/decisions.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Place, Toponym } from './place.ts';

/**
 * The places in the text that a key of `decisions.places` means: every mention of "Gaza", the third by "Gaza#3". A name
 * inside a longer toponym ("Gaza City") is no mention of it. Empty where the text has none.
 */
export function spansOfKey(text: string, key: string, toponyms: readonly Span[]): Span[] {
  const [, name = key, nth] = /^(.*)#(\d+)$/s.exec(key) ?? [];
  const spans: Span[] = [];
  for (
    let start = text.indexOf(name);
    start >= 0 && name !== '';
    start = text.indexOf(name, start + name.length)
  ) {
    const end = start + name.length;
    const inWord =
      /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
      /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    const inLonger = toponyms.some(
      (other) => other.start <= start && end <= other.end && other.end - other.start > end - start,
    );
    if (!inWord && !inLonger) spans.push({ start, end });
  }
  return nth === undefined ? spans : spans.slice(Number(nth) - 1, Number(nth));
}

/** Puts an editor's decisions over what was found. Decisions on single mentions ("Gaza#3") outrank those on a name. */
export function applyDecisions(
  text: string,
  found: readonly Toponym[],
  decisions: Decisions,
  gazetteer: Gazetteer,
): Toponym[] {
  const toponyms = [...found];
  const keys = Object.keys(decisions.places).sort(
    (a, b) => Number(/#\d+$/.test(a)) - Number(/#\d+$/.test(b)),
  );
  for (const key of keys) {
    const decision = decisions.places[key]!;
    for (const span of spansOfKey(text, key, found)) {
      const at = toponyms.findIndex((toponym) => toponym.start === span.start || isWithin(toponym, span));
      const decided = decideOne(text, span, toponyms[at] ?? null, decision, found, gazetteer);
      if (at >= 0) toponyms.splice(at, 1, ...decided);
      else toponyms.push(...decided);
    }
  }
  return toponyms.sort((a, b) => a.start - b.start);
}

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

function decideOne(
  text: string,
  span: Span,
  before: Toponym | null,
  decision: PlaceDecision,
  found: readonly Toponym[],
  gazetteer: Gazetteer,
): Toponym[] {
  if (decision.is === null) return [];
  const words = text.slice(span.start, span.end);
  const place = placeOf(decision, words, before, found, gazetteer);
  if (!place || (!before && !decision.add)) return before ? [before] : [];
  const base = before ?? { ...span, name: words, role: 'literal' as const };
  const alternatives = before?.resolution.alternatives ?? [];
  return [
    {
      ...base,
      resolution: {
        status: 'resolved',
        place,
        because: decidedBecause(decision),
        alternatives,
      },
      confidence: 1,
    },
  ];
}

/** The reason of a resolution that rests on a decision; one that could not be followed leaves the rules’ own. */
export const decidedBecause = ({ because }: PlaceDecision): string => `decided by the editor: ${because}`;

/** An id that an editor may give a place of their own: one that GeoNames has and the gazetteer doesn't, or words. */
export function isFreeId(id: string): boolean {
  return /^(?:geonames:[1-9]\d{0,9}|area:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)$/u.test(id);
}

function placeOf(
  decision: PlaceDecision,
  words: string,
  before: Toponym | null,
  found: readonly Toponym[],
  gazetteer: Gazetteer,
): Place | null {
  const same = decision.sameAs
    ? found.find(({ name, resolution }) => name === decision.sameAs && resolution.place)
    : undefined;
  if (decision.sameAs && !same && !decision.is && !decision.at) return null;
  const number = decision.is ? gazetteer.numberOf(decision.is) : -1;
  const known =
    number >= 0
      ? gazetteer.place(number)
      : (same?.resolution.place ?? (decision.is ? null : (before?.resolution.place ?? null)));
  const lngLat = decision.at;
  if (!lngLat && !decision.name) return known;
  const name = decision.name ?? known?.name ?? before?.name ?? words;
  if (known && !lngLat) return { ...known, name };
  if (!lngLat) return null;
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (known && decision.is) return { ...known, name, lngLat };
  const id = decision.is && isFreeId(decision.is) ? decision.is : `area:${slug}`;
  const geonameid = id.startsWith('geonames:') ? Number(id.slice('geonames:'.length)) : null;
  return { id, name, kind: 'other', country: null, admin1: null, lngLat, bbox: null, geonameid, population: 0, boundary: null }; // prettier-ignore
}
