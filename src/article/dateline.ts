import type { Article, Span } from './article.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|\\d{4}-\\d\\d-\\d\\d)`;
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'\\-]*(?:[ \\-](?:\\p{Lu}[\\p{L}\\p{M}.’'\\-]*|de|del|la|el|al|du|of|the|upon|am|an|der)){0,4}";
const PLACE = `${NAME}(?:, ${NAME}){0,2}(?: ?[/&] ?${NAME}(?:, ${NAME})?){0,2}`;
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?';
const DASH = '(?:[–—]|--?|_|[-‐-―])';

/** "PLACE, DATE (AGENCY) DASH": groups 1 place, 2 date, 3 agency, 4 dash. Used on the first characters only. */
const DATELINE = new RegExp(
  `^(${PLACE}?)(?:[,:]? *${WEEKDAY}\\(?(${DATE})\\)?)?(?:,? *(\\([^()\\n]{2,40}\\)|/[A-Z][A-Za-z ]{1,20}/))?(?:[,.]? *(${DATE}))?([,.]* *${DASH}+|:)(?=\\s|["“‘]|\\p{Lu}|$)`,
  'u',
);

/** No dateline is longer. */
const REACH = 160;

/**
 * The dateline that `text` has at `start`: "Moscow, August 13 –", "WASHINGTON (AP) —", "BEIRUT/CAIRO -".
 *
 * A name and a dash alone need capitals throughout or an em dash before a capital letter; a colon needs a date or an
 * agency. Null where the text doesn't open with one.
 */
export function findDateline(text: string, start: number, end: number): Article['dateline'] {
  const head = text.slice(start, Math.min(end, start + REACH));
  const match = DATELINE.exec(head);
  if (!match) return null;
  const [whole, place, early, agency, late, mark] = match as unknown as [string, ...(string | undefined)[]];
  const date = early ?? late;
  // "A FATHER-OF-THREE from": a hyphen without a space binds a word and ends no dateline.
  if (/^-/.test(mark!) && /^\p{L}/u.test(head.slice(whole.length))) return null;
  const capitals = place === place!.toUpperCase() && /\p{Lu}{3}/u.test(place!);
  const opens = /^\s*(?:["“‘]?(?:\p{Lu}|\d)|$)/u.test(head.slice(whole.length));
  if (mark === ':' && !date && !agency && !capitals) return null;
  if (!date && !agency && !(capitals && opens) && !(/^ *[–—]|^ --?/.test(mark!) && opens)) return null;
  // "Geneva, Friday, March 8": the weekday is no part of the name.
  const bare = place!.replace(/,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, '');
  const placeEnd = start + bare.length;
  const placeSpan: Span = { start, end: placeEnd };
  const dateStart = date === undefined ? -1 : start + whole.indexOf(date, place!.length);
  return {
    start,
    end: start + whole.length,
    place: placeSpan,
    date: date === undefined ? null : { start: dateStart, end: dateStart + date.length },
  };
}

/** Whether a span stands inside the article's dateline: not in a headline above it. */
export function isInDateline({ dateline }: Pick<Article, 'dateline'>, { start, end }: Span): boolean {
  return dateline !== null && dateline.start <= start && end <= dateline.end;
}
