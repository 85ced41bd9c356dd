import type { Article, Span } from '../article/article.ts';
import { directionOf, looksAhead } from './direction.ts';
import type { Token } from './tokens.ts';

/** The weekday that the text gives to the day of its dateline. `weekday` is ISO: 1 Monday to 7 Sunday. */
export interface LeadWeekday extends Span {
  weekday: number;
}

/**
 * In a text that opens with an agency dateline ("CITY, Month D –") the first weekday of the lead is the dateline's own
 * day: so in 40 of 41 such articles that were looked at. Null without such a dateline, where the lead's first weekday
 * has a word that moves it ("last", "by", "until", "Friday's"), or where its clause looks ahead.
 */
export function findLeadWeekday(article: Article, tokens: readonly Token[]): LeadWeekday | null {
  const { dateline, paragraphs } = article;
  if (!dateline?.date) return null;
  const lead = paragraphs.find((paragraph) => paragraph.end > dateline.end);
  if (!lead) return null;
  const within = (token: Token) => token.start >= dateline.end && token.end <= lead.end;
  const at = tokens.findIndex((token) => token.kind === 'weekday' && within(token));
  if (at < 0) return datelineWeekday(tokens, dateline);
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  const moved = before && (/^(last|next|past|this|that|the|every|each|by|until|till|since|from|previous|following)$/.test(before.word)); // prettier-ignore
  if (moved || next?.kind === 'genitive' || looksAhead(directionOf(tokens, at, at + 1))) return null;
  return { weekday: token.value, start: token.start, end: token.end };
}

/** "MOSCOW, Tuesday, August 13": the dateline itself may name it. */
function datelineWeekday(tokens: readonly Token[], { start, end }: Span): LeadWeekday | null {
  const token = tokens.find((t) => t.kind === 'weekday' && t.start >= start && t.end <= end);
  return token ? { weekday: token.value, start: token.start, end: token.end } : null;
}
