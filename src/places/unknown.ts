import type { Context } from './context.ts';
import type { Toponym } from './place.ts';
import type { Token } from './tokens.ts';

/**
 * Names that are plainly places but have no entry: "the village of Cellardyke", "in Foua, Syria". They have no point and
 * no namesake is put in their stead. `taken` are tokens that other names hold.
 */
export function findUnknown(context: Context, taken: ReadonlySet<number>): Toponym[] {
  const { tokens, article } = context;
  const found: Toponym[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    if (!isName(context, i, taken)) continue;
    let last = i;
    while (last - i < 3 && isName(context, last + 1, taken) && joined(tokens[last + 1]!)) last += 1;
    const because = reasonAt(context, i, last);
    if (because) {
      const [start, end] = [tokens[i]!.start, tokens[last]!.end];
      found.push({
        start,
        end,
        name: article.text.slice(start, end),
        role: 'literal',
        resolution: { status: 'unknown', place: null, because, alternatives: [] },
        confidence: 0,
      });
    }
    i = last;
  }
  return found;
}

function isName(
  { tokens, cues, personAt, organisationAt, small }: Context,
  i: number,
  taken: ReadonlySet<number>,
): boolean {
  const token = tokens[i];
  if (!token?.capital || taken.has(i) || personAt.has(i) || organisationAt.has(i)) return false;
  if (token.end - token.start < 3 || token.capitals || /\d/.test(token.fold)) return false;
  return (
    !cues.words.has(token.fold) &&
    !small.has(token.fold) &&
    !cues.firstNames.has(token.fold) &&
    !cues.title.has(token.fold) &&
    !cues.after.has(token.fold)
  );
}

const joined = ({ gap }: Token): boolean => gap === 'space' || gap === 'hyphen';

/** The words that make a name a place, as the reason; null where nothing does. */
function reasonAt({ tokens, matchAt, gazetteer }: Context, first: number, last: number): string | null {
  const before = tokens[first]!.gap === 'space' ? tokens[first - 1]! : null;
  const noun = tokens[first - 2];
  const after = tokens[last + 1];
  if (after?.capital && joined(after)) return null;
  if (before?.fold === 'of' && noun && KIND.has(noun.fold))
    return `no entry of that name; the text calls it a ${noun.fold}`;
  if (after && !after.capital && after.gap === 'space' && KIND.has(after.fold))
    return `no entry of that name; the text calls it a ${after.fold}`;
  const container = matchAt.get(last + 1);
  const placed = before !== null && !before.capital && /^(?:in|at|near|from|of|outside)$/.test(before.fold);
  if (
    placed &&
    container &&
    after!.gap === 'comma' &&
    container.candidates.some(({ at }) => /^(?:country|admin1)$/.test(gazetteer.feature(at)))
  )
    return `no entry of that name; the text puts it in ${gazetteer.name(container.candidates[0]!.at)}`;
  return null;
}

const KIND = new Set(
  'village town city hamlet suburb settlement district neighborhood neighbourhood island slum'.split(' '),
);
