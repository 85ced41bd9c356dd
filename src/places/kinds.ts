import type { Context } from './context.ts';
import type { Match } from './matches.ts';
import { unitOf } from './units.ts';

/** What the words beside a name say that it is; `firm` where they name the unit itself ("Kharkiv region"). */
export interface StatedKind {
  kind: 'admin1' | 'admin2' | 'city';
  firm: boolean;
  /** "region": in some countries an everyday word for the land around a city. */
  loose: boolean;
}

/**
 * What sort of place the words beside a name say that it is: "New York state", "the city of Panama", "Cork county",
 * "Donetsk regional administration", and in lists "the regions of Kursk and Bryansk", "Salem and Krishnagiri districts".
 */
export function statedKind(context: Context, match: Match): StatedKind | null {
  const { tokens } = context;
  const [noun, of] = [tokens[match.first - 2], tokens[match.first - 1]];
  if (of && PARTS.test(of.fold) && match.candidates.some(({ kind }) => kind === 'default'))
    return { kind: 'admin1', firm: false, loose: false };
  const after = tokens[match.last + 1];
  // "the Boeing district of Bangui" is no unit called Bangui; "the Ohio city of Dublin" is a city.
  const head = tokens[match.first - 3];
  const owner = context.matchAt.get(match.first - 3);
  const another = noun?.gap === 'space' && head?.capital && !head.initial && !isOwner(context, owner, match);
  const before = of?.fold === 'of' && noun ? (another ? '' : noun.fold) : listedBefore(context, match);
  const words = [
    before,
    after?.gap === 'space' && !tokens[match.last]!.possessive ? after.fold : '',
    listedAfter(context, match),
  ];
  for (const word of words) {
    const kind = KIND_WORDS[word];
    // "Paris Regional Medical Center" is in the town.
    if (kind && !(word === after?.fold && after.capital && /^(?:regional|provincial)$/.test(word)))
      return { kind, firm: kind !== 'city' && UNIT_NOUN.test(word), loose: /^region/.test(word) };
  }
  return null;
}

/** Whether a name before "city of" says whose it is: "the Ohio city of Dublin", "the Russian region of Kursk". */
function isOwner({ gazetteer }: Context, owner: Match | undefined, of: Match): boolean {
  if (!owner) return false;
  return owner.candidates.some(({ kind }) => kind === 'demonym') || unitOf(gazetteer, owner, of) >= 0;
}

/** The noun of "the regions of A, B and C" before a list that a name stands in, "" where it stands in none. */
function listedBefore({ tokens, matchAt }: Context, match: Match): string {
  let { first } = match;
  for (let n = 0; n < MOST_LISTED; n += 1) {
    const and = /^(?:and|or)$/.test(tokens[first - 1]?.fold ?? '');
    if (!and && tokens[first]!.gap !== 'comma') break;
    const previous = matchAt.get(first - (and ? 2 : 1));
    if (!previous) break;
    first = previous.first;
  }
  const [noun, of] = [tokens[first - 2], tokens[first - 1]];
  return first !== match.first && of?.fold === 'of' && noun && PLURAL_UNIT.test(noun.fold) ? noun.fold : '';
}

/** The noun of "A, B and C districts", likewise. */
function listedAfter({ tokens, matchAt }: Context, match: Match): string {
  let { last } = match;
  for (let n = 0; n < MOST_LISTED; n += 1) {
    const next = tokens[last + 1];
    const and = next !== undefined && /^(?:and|or)$/.test(next.fold);
    if (!and && next?.gap !== 'comma') break;
    const following = matchAt.get(last + (and ? 2 : 1));
    if (!following) break;
    last = following.last;
  }
  const noun = tokens[last + 1];
  return last !== match.last && noun?.gap === 'space' && PLURAL_UNIT.test(noun.fold) ? noun.fold : '';
}

/** A list of units names no more. */
const MOST_LISTED = 8;

const PLURAL_UNIT = /^(?:states|provinces|regions|oblasts|governorates|prefectures|counties|districts)$/;
const UNIT_NOUN =
  /^(?:state|province|region|oblast|governorate|prefecture|county|district|states|provinces|regions|oblasts|governorates|prefectures|counties|districts|regional|provincial)$/;

/** "Upstate New York", "eastern Washington": parts of the state. */
const PARTS =
  /^(?:upstate|western|eastern|northern|southern|northeastern|northwestern|southeastern|southwestern)$/;

const KIND_WORDS: Record<string, 'admin1' | 'admin2' | 'city' | undefined> = Object.assign(Object.create(null), {
  state: 'admin1', states: 'admin1', province: 'admin1', provinces: 'admin1', provincial: 'admin1', region: 'admin1', regions: 'admin1',
  regional: 'admin1', governorate: 'admin1', governorates: 'admin1', oblast: 'admin1', oblasts: 'admin1', prefecture: 'admin1', prefectures: 'admin1', gov: 'admin1', governor: 'admin1', senator: 'admin1', sen: 'admin1', legislature: 'admin1', premier: 'admin1',
  county: 'admin2', counties: 'admin2', district: 'admin2', districts: 'admin2',
  mayor: 'city', police: 'city', resident: 'city', residents: 'city', airport: 'city',
  city: 'city', cities: 'city', town: 'city', village: 'city', villages: 'city', suburb: 'city', port: 'city', township: 'city',
}); // prettier-ignore
