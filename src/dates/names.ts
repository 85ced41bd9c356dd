import type { Token } from './tokens.ts';

/** Words before a name that say who somebody is. */
const TITLES = new Set(
  'mr mrs ms dr prof professor gov governor sen senator rep gen general col colonel capt captain lt lieutenant sgt sergeant president premier minister secretary mayor chancellor king prince chief judge justice pastor bishop archbishop reverend rev imam sheikh chairman chairwoman spokesman spokeswoman spokesperson director coach manager skipper striker midfielder defender goalkeeper winger forward actor actress singer author lawyer activist comrade commissioner inspector superintendent ambassador lawmaker deputy analyst'.split(
    ' ',
  ),
);

/**
 * Weekdays that are somebody's name, as indexes into `tokens`: "Governor Monday Adeyemi", "coach Sunday Adeyemi", and
 * then each "Monday Adeyemi" of the text; "on Monday President Adeyemi" is a day. Linear in the tokens.
 */
export function weekdayNames(tokens: readonly Token[]): ReadonlySet<number> {
  const pairs = new Set<string>();
  const named = new Set<number>();
  for (let i = 1; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'weekday' || !isTitled(tokens, i)) continue;
    named.add(i);
    pairs.add(pairOf(tokens, i));
  }
  if (named.size === 0) return named;
  tokens.forEach((token, i) => {
    if (token.kind === 'weekday' && isSurname(tokens, i) && pairs.has(pairOf(tokens, i))) named.add(i);
  });
  return named;
}

const pairOf = (tokens: readonly Token[], i: number): string => `${tokens[i]!.word} ${tokens[i + 1]?.word}`;

/** A word of a name stands right after it. */
function isSurname(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next?.capital || next.kind !== 'other' || next.start !== tokens[i]!.end + 1) return false;
  return next.word.length > 1 && !TITLES.has(next.word);
}

function isTitled(tokens: readonly Token[], i: number): boolean {
  const at = tokens[i - 1]!.word === '.' ? i - 2 : i - 1;
  const title = tokens[at];
  if (!title || !TITLES.has(title.word) || title.sentence !== tokens[i]!.sentence) return false;
  if (!isSurname(tokens, i)) return /^(mr|mrs|ms)$/.test(title.word);
  // "They told the judge Monday Adeyemi had left."
  return title.capital || !/^(the|a)$/.test(tokens[at - 1]?.kind ?? '');
}
