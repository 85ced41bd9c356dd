import type { Candidate, Gazetteer } from './gazetteer.ts';
import type { Token } from './tokens.ts';

/** Names of the gazetteer have at most so many words ("Saint Vincent and the Grenadines": five). */
const MOST_WORDS = 7;

/** A name of the gazetteer that stands in the text: tokens `first` to `last`, both inclusive. */
export interface Match {
  first: number;
  last: number;
  start: number;
  end: number;
  /** The name folded, as the gazetteer was asked. */
  key: string;
  candidates: Candidate[];
  /** The name goes on beyond what the gazetteer has ("North London", "Salinas Valley"): the place is near, not it. */
  extended: boolean;
  /** One of a list of counties. */
  listed?: boolean;
}

/**
 * The longest names of the gazetteer in the text, in order, never overlapping.
 *
 * Each word that may begin a name is tried with at most six more, so the time is linear in the number of words.
 */
export function findMatches(text: string, tokens: readonly Token[], gazetteer: Gazetteer): Match[] {
  const matches: Match[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const match = longestAt(text, tokens, i, gazetteer);
    if (!match) continue;
    matches.push(extend(tokens, match, gazetteer));
    i = matches.at(-1)!.last;
  }
  return withCountyLists(tokens, matches, gazetteer);
}

/** "Orange, Lake and San Bernardino counties": each is a county, also one that is no name alone. */
function withCountyLists(tokens: readonly Token[], matches: Match[], gazetteer: Gazetteer): Match[] {
  const counties: Match[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const { fold, capital } = tokens[i]!;
    if (fold !== 'counties' && fold !== 'parishes' && (fold !== 'county' || capital)) continue;
    const listed = countiesBefore(tokens, i, gazetteer);
    // "Lake and Orange county schools": one county alone is a name with its noun.
    if (fold !== 'county' || listed.length > 1) counties.push(...listed);
  }
  if (counties.length === 0) return matches;
  const taken = new Set(counties.flatMap(({ first, last }) => tokensOf(first, last)));
  const others = matches.filter(({ first, last }) => !tokensOf(first, last).some((i) => taken.has(i)));
  return [...others, ...counties].sort((a, b) => a.first - b.first);
}

/** The counties of a list that ends before token `end`, each of at most three words. */
function countiesBefore(tokens: readonly Token[], end: number, gazetteer: Gazetteer): Match[] {
  const word = tokens[end]!.fold.startsWith('count') ? 'county' : 'parish';
  const found: Match[] = [];
  let last = end - 1;
  while (found.length < MOST_LISTED && tokens[last]?.capital) {
    let match: Match | null = null;
    for (let first = last; first >= 0 && first > last - 3 && tokens[first]!.capital; first -= 1) {
      const key = tokens.slice(first, last + 1).map(({ fold }) => fold).join(' '); // prettier-ignore
      const candidates = gazetteer.find(`${key} ${word}`).filter(({ kind }) => kind === 'main');
      const [start, stop] = [tokens[first]!.start, tokens[last]!.end];
      if (candidates.length > 0)
        match = { first, last, start, end: stop, key, candidates, extended: false, listed: true };
      if (tokens[first]!.gap !== 'space' && tokens[first]!.gap !== 'period') break;
    }
    if (!match) break;
    found.push(match);
    const and = tokens[match.first - 1];
    const joined = and?.fold === 'and' || and?.fold === 'or';
    if (!joined && tokens[match.first]!.gap !== 'comma') break;
    last = match.first - (joined ? 2 : 1);
  }
  return found;
}

/** A list names no more counties than this. */
const MOST_LISTED = 12;

function tokensOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function longestAt(
  text: string,
  tokens: readonly Token[],
  first: number,
  gazetteer: Gazetteer,
): Match | null {
  if (!mayBegin(tokens, first)) return null;
  let best: Match | null = null;
  let key = '';
  for (let last = first; last < tokens.length && last < first + MOST_WORDS; last += 1) {
    const token = tokens[last]!;
    if (last > first && !joins(tokens, last)) break;
    const before = key === '' ? '' : `${key} `;
    for (const fold of token.whole === token.fold ? [token.fold] : [token.whole, token.fold]) {
      if (fold === '' || (fold === 'the' && before === '') || (fold !== token.fold && before === ''))
        continue;
      const found = gazetteer.find(before + fold).filter(({ kind }) => fits(text, tokens, first, last, kind));
      if (found.length === 0 || !mayEnd(token, found, gazetteer)) continue;
      const end = token.end + (fold === token.whole && fold !== token.fold ? 2 : 0);
      best = {
        first,
        last,
        start: tokens[first]!.start,
        end,
        key: before + fold,
        candidates: found,
        extended: false,
      };
      break;
    }
    if (token.possessive && token.whole === token.fold) break;
    key = before + token.whole;
  }
  if (
    best &&
    text[best.end] === '.' &&
    !/^\p{Lu}+$/u.test(text.slice(best.start, best.end)) &&
    best.candidates.some(({ kind }) => kind === 'abbreviation')
  )
    best.end += 1;
  return best;
}

/** A capital, or a small word that is bound to one by a hyphen: "al-Qaim", "sub-Saharan Africa". */
function mayBegin(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.capital) return true;
  const next = tokens[i + 1];
  return next !== undefined && next.gap === 'hyphen' && next.capital && token.end - token.start <= 4;
}

function joins(tokens: readonly Token[], i: number): boolean {
  const { gap } = tokens[i]!;
  if (gap === 'space' || gap === 'hyphen') return true;
  return gap === 'period' && SHORTENED.test(tokens[i - 1]!.fold);
}

const SHORTENED = /^(?:st|ste|mt|ft|[a-z]|gov)$/;

/** Ends on a capital; on a small word only where an area kept by hand is written so ("Gaza strip", "Black sea"). */
function mayEnd(token: Token, found: readonly Candidate[], gazetteer: Gazetteer): boolean {
  if (token.capital) return true;
  if (/^(?:state|province|region|county|river)$/.test(token.fold)) return false;
  if (/^\d/.test(token.fold)) return true;
  return found.some(
    ({ at, kind }) => /^(?:alias|default)$/.test(kind) && !gazetteer.feature(at).startsWith('PPL'),
  );
}

/** Names that hold only as they are written: "US" not "us", "Ill." after a comma, "B.C." with its periods. */
function fits(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  kind: Candidate['kind'],
): boolean {
  const a = tokens[first]!;
  const b = tokens[last]!;
  if (kind !== 'capitals' && kind !== 'abbreviation') return true;
  const written = text.slice(a.start, b.end);
  const capitals = written === written.toUpperCase();
  if (kind === 'capitals')
    return capitals && !shouting(tokens, first) && text[b.end] !== '$' && text[a.start - 1] !== '$';
  if (!isStateForm(written)) return false;
  if (/\p{Lu}\./u.test(written) && written.length > 2) return true;
  const previous = tokens[first - 1];
  const afterName = previous !== undefined && previous.capital && (a.gap === 'comma' || a.gap === 'space');
  const period = text[b.end] === '.';
  if (shouting(tokens, first) && a.gap !== 'comma') return false;
  if (capitals && written.length > 2) return true;
  if (capitals && written.length === 2)
    return afterName && (a.gap === 'comma' || !previous.capitals) && !period;
  return period && afterName;
}

/** Abbreviations of two letters that newspapers write with periods, and those that they write as words. */
const DOTTED = /^(?:N[YJHMCDBLS]|S[CD]|RI|DC|BC|PR|WV)$/;
const SHORT_STATE = /^(?:Pa|Va|Ga|Ky|La|Md|Mo|Vt)$/;

/** "N.Y." and "Pa.", but not "Ms." or "N.V.": two letters stand for a state only as newspapers write them. */
function isStateForm(written: string): boolean {
  const letters = written.replace(/[^A-Za-z]/g, '');
  if (letters.length !== 2 || (letters === written && letters === letters.toUpperCase())) return true;
  return (letters === letters.toUpperCase() ? DOTTED : SHORT_STATE).test(letters);
}

/** In a headline of capitals only, "US" and "IN" tell nothing. */
function shouting(tokens: readonly Token[], i: number): boolean {
  const near = [tokens[i - 2], tokens[i - 1], tokens[i + 1], tokens[i + 2]].filter(
    (token) => token !== undefined,
  );
  return near.length > 2 && near.every((token) => token.capitals);
}

/**
 * Takes in the words that make another place of a name: a point of the compass before a town ("North London", not
 * "Western Canada"), a word for land or an airport after it ("Salinas Valley", "Fars Province").
 */
function extend(tokens: readonly Token[], match: Match, gazetteer: Gazetteer): Match {
  const state = match.candidates.some(
    ({ at, kind }) => gazetteer.feature(at) === 'country' || kind === 'demonym',
  );
  if (state) return match;
  let { first, last } = match;
  if (!tokens[last]!.possessive) {
    let next = last + 1;
    while (next < last + 4 && isJoined(tokens, next) && AIRPORT_WORD.test(tokens[next]!.fold)) next += 1;
    const whole =
      !isJoined(tokens, next + 1) ||
      /^(?:county|province|valley|parish|township|airport)$/.test(tokens[next]!.fold);
    if (
      whole &&
      isJoined(tokens, next) &&
      (next > last + 1 ? /^(?:airport|base|station|field)$/ : LAND_WORD).test(tokens[next]!.fold)
    )
      last = next;
  }
  const before = tokens[first - 1];
  if (
    before?.capital &&
    tokens[first]!.gap === 'space' &&
    /^(?:north|south|east|west|upper|greater)$/.test(before.fold)
  )
    first -= 1;
  const compass = tokens[first - 1];
  if (
    first < match.first &&
    compass?.capital &&
    tokens[first]!.gap === 'space' &&
    /^(?:north|south)$/.test(compass.fold)
  )
    first -= 1;
  if (first === match.first && last === match.last) return asLand(tokens, match, gazetteer);
  if (first === match.first && last === match.last + 1) {
    const word = tokens[last]!.fold;
    const units = match.candidates.filter(
      ({ at }) =>
        UNIT_WORD[gazetteer.feature(at)]?.test(word) &&
        (word !== 'county' || COUNTIES.test(gazetteer.country(at))),
    );
    if (units.length > 0) return { ...match, last, end: tokens[last]!.end, candidates: units };
  }
  return { ...match, first, last, start: tokens[first]!.start, end: tokens[last]!.end, extended: true };
}

/** "the Conwy valley", "Santa Cruz island": land or water that is called after a town or like one; the town is near, or not. */
function asLand(tokens: readonly Token[], match: Match, gazetteer: Gazetteer): Match {
  const next = tokens[match.last + 1];
  if (next?.gap !== 'space' || next.capital || tokens[match.last]!.possessive || !LAND.test(next.fold))
    return match;
  const town = match.candidates.every(({ at }) => /^(?:PPL|admin2)/.test(gazetteer.feature(at)));
  return town ? { ...match, extended: true } : match;
}

const LAND =
  /^(?:valley|peninsula|island|islands|archipelago|desert|mountains|forest|basin|dam|gorge|reservoir|lagoon|plateau|delta|lake|river|creek)$/;

/** "Kano State", "Fars Province": the unit itself. */
const UNIT_WORD: Record<string, RegExp | undefined> = {
  admin1: /^(?:state|province|region|prefecture|oblast|governorate)$/,
  admin2: /^(?:county|province|region|parish|municipality|borough)$/,
  area: /^(?:province|region)$/,
};

/** Countries whose second-level units news calls counties: not Australia's cities and shires. */
const COUNTIES = /^(?:US|CA|GB|IE|KE|LR|SS|NO|SE|HR|HU|RO|EE|LT|AL|PL|TW|CN|IR|JM)$/;

const AIRPORT_WORD = /^(?:international|regional|municipal|air|force|naval)$/;
const LAND_WORD =
  /^(?:valley|province|state|region|prefecture|oblast|governorate|municipality|township|county|parish|airport|borough|peninsula|island|islands)$/;

function isJoined(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && token.capital && token.gap === 'space' && !tokens[i - 1]!.possessive;
}
