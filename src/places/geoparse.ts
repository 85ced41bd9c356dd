import type { Article } from '../article/article.ts';
import type { Decisions } from '../article/decisions.ts';
import { findPlaces, readContext, type Finding } from './analyse.ts';
import { wordAfter, wordBefore, type Context } from './context.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Geoparse, Place, Resolution, Toponym, ToponymRole } from './place.ts';

/**
 * Finds an article's names of places and what they mean.
 *
 * `home` is the outlet's home region ("US.OH" or "US"), null where nobody gave it. An editor's `decisions` outrank all.
 * Toponyms are in text order and never overlap.
 */
export function geoparse(
  article: Article,
  gazetteer: Gazetteer,
  { home = article.source?.home ?? null }: { home?: string | null; decisions?: Decisions | null } = {},
): Geoparse {
  const context = readContext(article, gazetteer, home);
  const toponyms: Toponym[] = [];
  for (const finding of findPlaces(context)) {
    if (finding.p < 0.5) continue;
    toponyms.push(toponymOf(context, finding));
  }
  const persons = context.persons.map(({ start, end, name, title }) => ({ start, end, name, title }));
  const organisations = context.organisations.map(({ start, end, name }) => ({ start, end, name }));
  return { toponyms, persons, organisations };
}

function toponymOf(context: Context, finding: Finding): Toponym {
  const { match, option, p } = finding;
  const { text } = context.article;
  const place = context.gazetteer.place(option.at);
  const role = roleOf(context, finding);
  const seat = role === 'metonym' && context.gazetteer.standsFor(option.at) !== '';
  const shown: Place = seat ? { ...place, lngLat: null } : place;
  const alternatives = finding.group.options
    .filter((other) => other !== option)
    .sort((a, b) => b.p - a.p)
    .slice(0, 5)
    .map((other) => context.gazetteer.place(other.at));
  const confidence = p * option.p;
  const status = confidence > 0.8 ? 'resolved' : 'ambiguous';
  const resolution: Resolution = { status, place: shown, because: '', alternatives };
  return {
    start: match.start,
    end: match.end,
    name: text.slice(match.start, match.end),
    role,
    resolution,
    confidence,
  };
}

function roleOf(context: Context, { match, option }: Finding): ToponymRole {
  if (match.candidates.some(({ kind }) => kind === 'demonym')) return 'demonym';
  const { gazetteer, cues } = context;
  const feature = gazetteer.feature(option.at);
  const after = wordAfter(context, match);
  const before = wordBefore(context, match);
  const locative = before !== null && /^(?:in|at|from|near|outside|to|into)$/.test(before.fold);
  if (gazetteer.standsFor(option.at) && !locative) return 'metonym';
  if (feature !== 'country' && feature !== 'PPLC') return 'literal';
  if (after && after.gap === 'space' && !after.capital && cues.acts.has(after.fold) && !locative)
    return 'metonym';
  return 'literal';
}
