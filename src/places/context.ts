import type { Article } from '../article/article.ts';
import type { Cues } from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';
import type { OrganisationSpan } from './organisations.ts';
import type { PersonSpan } from './persons.ts';
import type { Token } from './tokens.ts';

/** What recognition and resolution look at: one article's words, names and persons. */
export interface Context {
  article: Article;
  gazetteer: Gazetteer;
  cues: Cues;
  tokens: Token[];
  matches: Match[];
  persons: PersonSpan[];
  /** Token -> the person's name that it is part of. */
  personAt: Map<number, PersonSpan>;
  organisations: OrganisationSpan[];
  /** Token -> the organisation's name that it is part of. */
  organisationAt: Map<number, OrganisationSpan>;
  /** Folded words that stand in small letters somewhere in the article. */
  small: ReadonlySet<string>;
  /** Token -> the match that covers it. */
  matchAt: Map<number, Match>;
  /** Code of the outlet's home region, "US.OH" or "US", or null where not given. */
  home: string | null;
}

/** The word before a match and how it joins, null where a sentence, a comma or a bracket stands between. */
export function wordBefore(context: Context, match: Match): Token | null {
  const { gap } = context.tokens[match.first]!;
  if (gap !== 'space' && gap !== 'hyphen') return null;
  return context.tokens[match.first - 1] ?? null;
}

/** The word after a match, likewise. */
export function wordAfter(context: Context, match: Match): Token | null {
  const next = context.tokens[match.last + 1];
  return next && (next.gap === 'space' || next.gap === 'hyphen') ? next : null;
}
