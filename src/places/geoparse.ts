import type { Article } from '../article/article.ts';
import { isInDateline } from '../article/dateline.ts';
import type { Decisions } from '../article/decisions.ts';
import { findPlaces, readContext, type Finding } from './analyse.ts';
import { becauseOf } from './because.ts';
import { confidenceOf } from './confidence.ts';
import type { Context } from './context.ts';
import { applyDecisions } from './decide.ts';
import type { Gazetteer } from './gazetteer.ts';
import { confidenceWeights } from './model.ts';
import type { Geoparse, Resolution, Toponym } from './place.ts';
import { isInLongerName, roleOf } from './roles.ts';
import { findUnknown } from './unknown.ts';

/** A name counts as a place's from this probability on: where F1 is highest on the tuning halves of the corpora. */
export const LEAST = 0.42;

/** From this confidence on a place is `resolved`: on the tuning halves at most 3 % of such cities are wrong. */
export const SURE = 0.88;

/** Questions offer an editor so many other places. */
const MOST_ALTERNATIVES = 6;

/**
 * Finds an article's names of places and what they mean, in time linear in its length.
 *
 * `home` is the outlet's home region ("US.OH" or "US"), by default that of the article's source. An editor's `decisions`
 * outrank all. Toponyms are in text order and never overlap.
 */
export function geoparse(
  article: Article,
  gazetteer: Gazetteer,
  {
    home = article.source?.home ?? null,
    decisions = null,
  }: { home?: string | null; decisions?: Decisions | null } = {},
): Geoparse {
  const context = readContext(article, gazetteer, home);
  const findings = findPlaces(context).filter(
    (finding) => finding.p >= LEAST || isInLongerName(context, finding),
  );
  const shared = new Map<string, Shared>();
  const taken = new Set<number>();
  for (const { match } of findings) for (let i = match.first; i <= match.last; i += 1) taken.add(i);
  const found = [
    ...findings.map((finding) => toponymOf(context, finding, shared)),
    ...findUnknown(context, taken),
  ];
  found.sort((a, b) => a.start - b.start);
  return {
    toponyms: decisions ? applyDecisions(article.text, found, decisions, gazetteer) : found,
    persons: context.persons
      .filter((person) => !(person.first === person.last && taken.has(person.first)) && !isStorm(person))
      .map(({ start, end, name, title }) => ({ start, end, name, title })),
    organisations: context.organisations.map(({ start, end, name }) => ({ start, end, name })),
  };
}

/** "Hurricane Florence": named as people are, so that "Florence" later is no town. */
function isStorm({ title }: { title: string | null }): boolean {
  return /^(?:Hurricane|Typhoon|Cyclone)$/i.test(title ?? '');
}

function toponymOf(context: Context, finding: Finding, shared: Map<string, Shared>): Toponym {
  const { match, option } = finding;
  const { gazetteer } = context;
  const role = finding.p < LEAST ? 'embedded' : roleOf(context, finding);
  const opening = isInDateline(context.article, match);
  const key = `${finding.group.key}/${opening}/${match.extended}`;
  const known = shared.get(key) ?? sharedOf(context, finding);
  shared.set(key, known);
  const name = context.article.text.slice(match.start, match.end);
  if (finding.group.nowhere) return nowhere(context, finding, name, role);
  const confidence = Math.round(confidenceOf(context, finding, confidenceWeights) * 1000) / 1000;
  // A seat of power that stands for a government is no point on a map.
  const seat = role === 'metonym' && gazetteer.standsFor(option.at) !== '';
  const place = seat ? { ...known.place, lngLat: null } : known.place;
  const status = confidence >= SURE && !match.extended ? 'resolved' : 'ambiguous';
  return {
    start: match.start,
    end: match.end,
    name,
    role,
    resolution: { ...known, status, place },
    confidence,
  };
}

/** The text puts it where the gazetteer has none of that name: no candidate is better than a namesake. */
function nowhere(context: Context, { match, group }: Finding, name: string, role: Toponym['role']): Toponym {
  const because = `no entry of that name in ${context.gazetteer.name(group.container)}, where the text puts it`;
  const resolution: Resolution = { status: 'unknown', place: null, because, alternatives: [] };
  return { start: match.start, end: match.end, name, role, resolution, confidence: 0 };
}

/** What all mentions of a name in an article share. */
type Shared = Pick<Extract<Resolution, { status: 'resolved' }>, 'place' | 'because' | 'alternatives'>;

function sharedOf(context: Context, finding: Finding): Shared {
  const { option, group } = finding;
  const alternatives = group.options
    .filter((other) => other !== option)
    .sort((a, b) => b.p - a.p || a.at - b.at)
    .slice(0, MOST_ALTERNATIVES)
    .map((other) => context.gazetteer.place(other.at));
  return { place: context.gazetteer.place(option.at), because: becauseOf(context, finding), alternatives };
}
