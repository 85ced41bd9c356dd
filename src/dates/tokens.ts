import type { Article, Span } from '../article/article.ts';
import { findHolidayName } from './holidays.ts';
import { type Kind, lookUp, RISKY_ABBREVIATIONS } from './lexicon.ts';
import { weekdayNames } from './names.ts';

/** A word, number or mark of the text; `kind` is what it can be in a time phrase, `other` for most. */
export interface Token extends Span {
  /** Lower case, a right quotation mark as `'`. */
  word: string;
  kind: Kind;
  value: number;
  text: string;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Index of the sentence in `Article.sentences`, -1 between sentences. */
  sentence: number;
}

const TOKEN =
  /[apAP]\.[mM]\.?(?!\p{L})|[oO]['’]clock|\p{L}[\p{L}\p{N}]*|\d{4}-\d\d-\d\d|\d{4}\/\d\d\/\d\d(?![\d/])|\d\d\.\d\d\.\d{4}(?![.\d])|\d{1,2}\/\d{1,2}\/\d{2,4}|\d\d-\d\d-(?:\d{4}|\d\d)(?![-\d])|9\/11(?![/\d])|['’]\d0s|(?<![\p{L}\d'’`])['’]\d\d(?![\p{L}\d])|(?:1\d|20)\d0['’]s(?!\p{L})|[1-4][QH](?![\p{L}\d])|\d{1,2}(?:[.:]\d\d)?(?=[apAP][mM](?!\p{L}))|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|ST|ND|RD|TH)?(?![\p{L}\d])|['’][sS](?!\p{L})|\n[^\S\n]*\n|[^\s\d]|\d+/gu;

/** All words of an article's text in order, in time linear in its length; nothing but white space is left out. */
export function tokenize({ text, sentences }: Pick<Article, 'text' | 'sentences'>): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [written] = match;
    const start = match.index;
    if (start < (tokens.at(-1)?.end ?? 0)) continue; // the full stop of an abbreviation, already taken
    while ((sentences[sentence]?.end ?? Infinity) <= start) sentence++;
    const inside = (sentences[sentence]?.start ?? Infinity) <= start;
    tokens.push(read(text, written, start, inside ? sentence : -1));
  }
  return classify(tokens);
}

function read(text: string, written: string, start: number, sentence: number): Token {
  const lower = written.toLowerCase();
  const word = lower.includes('’') ? lower.replace('’', "'") : lower;
  const token: Token = {
    start,
    end: start + written.length,
    word,
    kind: 'other',
    value: NaN,
    text: '',
    capital: written[0] !== lower[0],
    sentence,
  };
  const first = written.charCodeAt(0);
  if (first === 10) token.kind = 'break';
  const digit = first >= 48 && first <= 57;
  if ((digit || (written.length > 2 && /^['’]\d/.test(written))) && !/[QH]$/.test(written))
    return readNumber(token);
  const found = lookUp(word.endsWith('.') && word.length > 1 ? word.slice(0, -1) : word);
  if (!found) return fiscalYear(token);
  token.kind = found.kind;
  token.value = found.value ?? NaN;
  token.text = found.text ?? '';
  const abbreviated =
    (found.kind === 'month' || found.kind === 'weekday') && written.length <= 5 && text[token.end] === '.';
  const full = found.kind === 'month' && /^(march|april|may|june|july)$/.test(word);
  if (abbreviated && !full) token.end++;
  return token;
}

/** "FY2013", "FY13". */
function fiscalYear(token: Token): Token {
  const year = token.word.startsWith('fy') ? /^fy(\d\d)?(\d\d)$/.exec(token.word) : null;
  return year ? { ...token, kind: 'fiscalyear', value: Number((year[1] ?? '20') + year[2]!) } : token;
}

function readNumber(token: Token): Token {
  const { word } = token;
  if (/^\d{4}-\d\d-\d\d$/.test(word)) return { ...token, kind: 'iso' };
  if (word === '9/11') return { ...token, kind: 'iso' };
  if (/^\d{4}\//.test(word)) return { ...token, kind: 'iso', word: word.replaceAll('/', '-') };
  if (word.includes('/') || /^\d\d[-.]\d\d[-.]/.test(word)) return { ...token, kind: 'slashed' };
  const short = /^'(\d\d)$/.exec(word)?.[1];
  if (short) return { ...token, kind: 'year', value: Number(short) + (Number(short) < 40 ? 2000 : 1900) };
  const decade = /^(?:'?(\d)0s|(1\d\d|20\d)0'?s)$/.exec(word);
  if (decade?.[2]) return { ...token, kind: 'decade', value: Number(decade[2]) * 10 };
  if (decade?.[1]) return { ...token, kind: 'decade', value: 1900 + Number(decade[1]) * 10 };
  const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  if (ordinal) return { ...token, kind: 'ordinal', value: Number(ordinal[1]) };
  if (/^\d{1,2}:\d\d(?::\d\d)?$/.test(word)) return { ...token, kind: 'time' };
  if (!/^\d{1,12}(?:,\d{3})*(?:\.\d+)?$/.test(word)) return token;
  const value = Number(word.replaceAll(',', ''));
  if (/^(?:1\d|20|21)\d\d$/.test(word)) return { ...token, kind: 'year', value };
  if (/^\d{1,2}$/.test(word) && value >= 1 && value <= 31) return { ...token, kind: 'daynum', value };
  return { ...token, kind: 'number', value };
}

/** Joins numbers and names of several words, and takes back words that only look like a date's. */
function classify(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const holiday = token.capital ? findHolidayName(tokens, i) : null;
    if (holiday) {
      const last = tokens[i + holiday.words - 1]!;
      joined.push({ ...token, kind: 'holiday', text: holiday.name, end: last.end, word: holiday.name });
      i += holiday.words - 1;
    } else {
      i += joinNumber(joined, tokens, i);
    }
  }
  const named = weekdayNames(joined);
  const hasMay = joined.some((_, i) => isSurname(joined, i, 'may'));
  const hasMarch = joined.some((_, i) => isSurname(joined, i, 'march'));
  for (let i = 0; i < joined.length; i++) {
    if (named.has(i) || !isDateWord(joined, i, hasMay, hasMarch)) joined[i]!.kind = 'other';
  }
  return joined;
}

/** Pushes the number that begins at `i`, words joined ("forty-one", "two hundred"); returns how many more it took. */
function joinNumber(into: Token[], tokens: Token[], i: number): number {
  const token = tokens[i]!;
  const [next, after] = [tokens[i + 1], tokens[i + 2]];
  const tens = token.kind === 'number' && token.value >= 20 && token.value <= 90 && token.value % 10 === 0;
  const joins = after && next?.kind === 'hyphen' && after.start === next.end && token.end === next.start;
  if (tens && joins && (after.kind === 'number' || after.kind === 'ordinal') && after.value < 10) {
    into.push({ ...after, start: token.start, value: token.value + after.value, capital: token.capital });
    return 2;
  }
  const half = halfAfter(tokens, i);
  if (half) {
    into.push({ ...token, kind: 'number', end: tokens[i + half]!.end, value: token.value + 0.5 });
    return half;
  }
  const times = next?.kind === 'number' && /^(hundred|thousand|million)$/.test(next.word);
  const counts = token.kind === 'number' || token.kind === 'daynum' || token.kind === 'a';
  if (counts && times && !/^(hundred|thousand|million)$/.test(token.word)) {
    into.push({
      ...next,
      start: token.start,
      value: (token.kind === 'a' ? 1 : token.value) * next.value,
      capital: token.capital,
    });
    return 1;
  }
  into.push(token);
  return 0;
}

/** How many tokens after the number at `i` are its half: "2 1/2", "2-1/2", "2½"; else 0. */
function halfAfter(tokens: Token[], i: number): number {
  const [number, next] = [tokens[i]!, tokens[i + 1]];
  if ((number.kind !== 'daynum' && number.kind !== 'number') || !next) return 0;
  if (next.word === '½') return 1;
  const from = next.kind === 'hyphen' ? i + 2 : i + 1;
  const isHalf =
    tokens[from]?.word === '1' && tokens[from + 1]?.word === '/' && tokens[from + 2]?.word === '2';
  return isHalf && tokens[from + 2]!.end - tokens[from]!.start === 3 ? from + 2 - i : 0;
}

/** Days that are names of their own: no day of the week. */
const NAMED_DAYS = /^(bloody|black|super|ruby|fat)$/;

/** Papers and programmes by a weekday's name: "the Sunday Times", "Saturday Night Live". */
function isTitle(tokens: Token[], i: number): boolean {
  const [before, next, after] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (before?.capital && NAMED_DAYS.test(before.word)) return true;
  if (/^["“]$/.test(before?.word ?? '') && /^["”]$/.test(next?.word ?? '')) return true;
  if (next?.capital && /^(times|mirror|telegraph|mail|herald|independent|tribune)$/.test(next.word))
    return true;
  const sunday = before?.kind === 'the' && tokens[i]!.word === 'sunday' && next?.capital;
  if (sunday && /^(courier|express|post|star|world|business|news|gazette|observer|chronicle|nation|standard|sun|vision)$/.test(next.word)) return true; // prettier-ignore
  return next?.kind === 'part' && next.capital && after?.capital === true && after.kind === 'other';
}

/** "Theresa May", "Mrs. May", "Ed March": somebody's surname, so that "to May" is no month in this text. */
function isSurname(tokens: readonly Token[], i: number, name: 'may' | 'march'): boolean {
  const [two, one, token] = [tokens[i - 2], tokens[i - 1], tokens[i]!];
  if (token.word !== name || !token.capital || isCount(tokens[i + 1]?.kind)) return false;
  if (one?.word === '.') return /^(mr|mrs|ms|dr)$/.test(two?.word ?? '');
  const first = one?.capital === true && one.kind === 'other' && one.sentence === token.sentence && /^\p{L}{2}/u.test(one.word); // prettier-ignore
  if (name === 'may') return first;
  // March is a month after many a capital; somebody is told of by age or trade: "Ed March, a weaver", "March, 27, ran".
  const [comma, next, after] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (comma?.kind !== 'comma') return false;
  const opens = one?.sentence !== token.sentence && after?.kind === 'comma';
  const isAge = next?.kind === 'daynum' || next?.kind === 'number';
  return (first && /^(a|the|who|whose)$/.test(next?.word ?? '')) || ((first || opens) && isAge);
}

const LEADS_IN = new Set<Kind>([
  'in', 'of', 'this', 'that', 'last', 'next', 'past', 'early', 'same', 'every', 'from', 'to', 'and', 'between',
  'before', 'after', 'earlier', 'later', 'hyphen', 'ordinal', 'daynum', 'year',
]); // prettier-ignore

/** "June E. Nilsen", "April Jones": a name, where nothing before it leads to a date. */
function isFirstName(tokens: Token[], i: number): boolean {
  const [before, token, next, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1], tokens[i + 2]];
  if (!/^(march|april|may|june|august)$/.test(token.word) || !next?.capital || next.kind !== 'other')
    return false;
  if (next.word.length === 1 && after?.word === '.') return true;
  return !(before && (LEADS_IN.has(before.kind) || before.kind === 'the'));
}

/** "the March of Women", "March for Life": a walk and no month. */
function isMarching(tokens: Token[], i: number): boolean {
  const { word } = tokens[i + 1] ?? { word: '' };
  const dated =
    tokens[i + 2]?.kind === 'year' || tokens[i + 2]?.kind === 'last' || tokens[i + 2]?.kind === 'this';
  return (
    /^(of|for|on|against|from|towards?)$/.test(word) &&
    !dated &&
    !LEADS_IN.has(tokens[i - 1]?.kind ?? 'other')
  );
}

const isCount = (kind: Kind | undefined) => kind === 'daynum' || kind === 'year' || kind === 'ordinal';

/** False for "may" the verb, "sat", "a fall in prices", "the summer camp": words that are no date where they stand. */
function isDateWord(tokens: Token[], i: number, hasMay: boolean, hasMarch: boolean): boolean {
  const token = tokens[i]!;
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (token.kind === 'month' || token.kind === 'weekday') {
    if (!token.capital || isFirstName(tokens, i)) return false;
    if (token.kind === 'weekday' && isTitle(tokens, i)) return false;
    if (!RISKY_ABBREVIATIONS.has(token.word)) return true;
    if (token.word === 'march') {
      if (isCount(next?.kind)) return true;
      return !isMarching(tokens, i) && !(hasMarch && !LEADS_IN.has(before?.kind ?? 'other'));
    }
    if (token.word !== 'may') return token.end - token.start > token.word.length || isCount(next?.kind);
    const dated = isCount(next?.kind) || (next?.kind === 'comma' && tokens[i + 2]?.kind === 'year');
    if (hasMay) return dated || /^(in|since|of|last|next|this|early|late|until|by)$/.test(before?.word ?? '');
    const named = /^(the|a)$/.test(before?.kind ?? '') && /^\p{Ll}/u.test(next?.word ?? '') && !next?.capital; // "the May talks"
    return dated || named || (before !== undefined && LEADS_IN.has(before.kind));
  }
  if (token.kind === 'season') {
    if (next?.kind === 'year' || (next?.kind === 'of' && tokens[i + 2]?.kind === 'year')) return true;
    if (token.capital && next?.capital) return false;
    if (/^(spring|fall)$/.test(token.word) && next?.kind === 'of') return false;
    // "the spring above the village" gives water.
    if (token.word === 'spring' && /^(above|below|near|behind|beside|water|waters)$/.test(next?.word ?? ''))
      return false;
    if (before?.kind === 'the' && token.word === 'fall') {
      // "in the fall", but "in the fall of the wall", "the fall in prices".
      return tokens[i - 2]?.kind === 'in' && !/^(of|in|from)$/.test(next?.word ?? '');
    }
    if (before?.kind === 'the') return !token.capital;
    return before !== undefined && LEADS_IN.has(before.kind) && before.kind !== 'and' && before.kind !== 'to';
  }
  // "High Noon" and "Daily Mail" are titles, "a daily newspaper" isn't.
  if (token.kind === 'noon') return !(token.capital && before?.capital) && before?.word !== 'high';
  if (token.kind === 'often') return !(token.capital ? next?.capital || before?.capital : next?.capital);
  return true;
}
