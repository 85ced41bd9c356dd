import type { Context } from './context.ts';
import type { Toponym } from './place.ts';
import type { Token } from './tokens.ts';

/**
 * Names that are plainly places but have no entry: "the village of Cellardyke", "in Foua, Syria", "the Nechako River",
 * "in Little Haiti". They have no point and no namesake is put in their stead. `taken` are tokens that other names hold.
 */
export function findUnknown(context: Context, taken: ReadonlySet<number>): Toponym[] {
  const { tokens, article } = context;
  const found: Toponym[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    if (!tokens[i]!.capital) continue;
    let last = landAt(context, i, taken);
    const land = last > i ? `no entry of that name; it is called a ${generic(context, i, last)}` : null;
    if (!land && !isName(context, i, taken)) continue;
    if (!land) last = i;
    while (!land && last - i < 3 && isName(context, last + 1, taken) && joined(tokens[last + 1]!)) last += 1;
    const because = land ?? reasonAt(context, i, last);
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

/**
 * The last word of a piece of land or a water that is named by its kind and begins at token i ("Big Blue River", "Lake
 * Clifton"), or -1: two to four capitalised words behind a preposition or "the", with no further one.
 */
function landAt(
  { tokens, personAt, organisationAt }: Context,
  i: number,
  taken: ReadonlySet<number>,
): number {
  const [token, before] = [tokens[i]!, tokens[i - 1]!];
  if (
    !token.capital ||
    token.gap !== 'space' ||
    before.capital !== before.initial ||
    !LEADS.test(before.fold)
  )
    return -1;
  let last = i;
  while (
    last - i < 3 &&
    tokens[last + 1]?.capital &&
    (tokens[last + 1]!.gap === 'space' ||
      (tokens[last + 1]!.gap === 'period' && tokens[last]!.fold === 'st')) &&
    !tokens[last]!.possessive
  )
    last += 1;
  if (last === i || (tokens[last + 1]?.capital && joined(tokens[last + 1]!))) return -1;
  for (let j = i; j <= last; j += 1)
    if (taken.has(j) || personAt.has(j) || organisationAt.has(j) || tokens[j]!.capitals) return -1;
  // "Swan Valley fever" is an illness.
  if (/^(?:fever|virus)$/.test(tokens[last + 1]?.fold ?? '')) return -1;
  if (LAND_FIRST.test(token.fold)) return last;
  // "told Jo Lake and Xi Banks": people bear such names, where no preposition of place leads them.
  const kind = tokens[last]!.fold;
  return LAND_LAST.test(kind) && !(FAMILY.test(kind) && NAMES.test(before.fold)) ? last : -1;
}

const generic = ({ tokens }: Context, first: number, last: number): string =>
  LAND_LAST.test(tokens[last]!.fold) ? tokens[last]!.fold : tokens[first]!.fold;

const FAMILY = /^(?:lake|hills|peak|ridge|banks|beach|bay|brook|falls|range|rim|sound|basin)$/;
const NAMES = /^(?:from|to|of|and|between|toward|towards)$/;
const LEADS =
  /^(?:the|in|at|from|near|to|toward|towards|into|on|onto|over|across|along|around|through|off|up|down|of|and|between|above|below|beyond|outside)$/;
const LAND_LAST =
  /^(?:river|creek|brook|bayou|lake|lagoon|bay|inlet|reservoir|falls|mountain|mountains|hills|peak|ridge|range|valley|canyon|gorge|glacier|volcano|desert|peninsula|island|islands|archipelago|reef|strait|sound|firth|fjord|delta|basin|plateau|township|beach|rim|banks)$/;
const LAND_FIRST =
  /^(?:lake|mount|mt|loch|lough|port|fort|cape|little|barangay|sitio|wadi|jebel|rio|kyle|bayou|villa)$/;

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
  // "a Kurdish village" is no village called Kurdish.
  if (PEOPLE.test(tokens[last]!.fold)) return null;
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

const PEOPLE = /(?:ish|ese|ian)$/;

const KIND = new Set(
  'village town city hamlet suburb settlement district neighborhood neighbourhood island slum river valley mountains peninsula township taluk tehsil upazila commune islands'.split(' '), // prettier-ignore
);
