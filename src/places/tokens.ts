import { foldWord } from './fold.ts';

/**
 * A word of the text. `gap` says what stands between it and the word before: `space` (one run of white space without
 * an empty line), `hyphen`, `period` (a full stop and perhaps a space, as in "St. Louis"), `comma`, or `break`.
 */
export interface Token {
  start: number;
  /** End of the word without a possessive 's. */
  end: number;
  /** Folded as in the gazetteer, without the possessive. */
  fold: string;
  /** Folded with the possessive's s ("hawkes" of "Hawke's"), the same as `fold` where there is none. */
  whole: string;
  gap: 'space' | 'hyphen' | 'period' | 'comma' | 'break';
  /** Begins with a capital letter. */
  capital: boolean;
  /** Two or more letters, all capitals. */
  capitals: boolean;
  /** Has a possessive 's or s'. */
  possessive: boolean;
  /** May be capitalised only because a sentence, a quotation or a line begins with it. */
  initial: boolean;
}

const WORD = /\p{Lu}(?:\.\p{Lu})+\b\.?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʻ`][\p{L}\p{M}\p{N}]+)*/gu;

/** Longer words than this are no names; folding is not tried. */
const LONGEST = 60;

/** The words of a text in order, in time linear in its length. */
export function findTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const start = match.index;
    const possessive = /['’]s$/i.test(word) && word.length > 3;
    const end = start + word.length - (possessive ? 2 : 0);
    const gap = tokens.length === 0 ? 'break' : gapOf(text, before, start);
    const known = word.length <= LONGEST;
    const first = word.codePointAt(0)!;
    const capital = isUpper(first);
    const fold = known ? foldWord(possessive ? word.slice(0, -2) : word) : '';
    tokens.push({
      start,
      end,
      fold,
      whole: possessive && known ? foldWord(word) : fold,
      gap,
      capital,
      capitals: capital && word.length > 1 && isUpperWord(word.slice(0, end - start)),
      possessive: possessive || /^['’](?!\p{L})/u.test(text.slice(end, end + 2)),
      initial: tokens.length === 0 || startsSentence(text, before, start, tokens.at(-1)!),
    });
    before = start + word.length;
  }
  return tokens;
}

function gapOf(text: string, from: number, to: number): Token['gap'] {
  if (to - from === 1) {
    const unit = text.charCodeAt(from);
    if (unit === 32 || unit === 10 || unit === 160) return 'space';
    if (unit === 45 || unit === 0x2010 || unit === 0x2011) return 'hyphen';
    if (unit === 46) return 'period';
    return 'break';
  }
  if (to - from > 80) return 'break';
  const between = text.slice(from, to);
  if (/^[^\S\n]*\n?[^\S\n]*$/.test(between)) return 'space';
  if (/^\.[^\S\n]*\n?[^\S\n]*$/.test(between)) return 'period';
  if (/^\.?,[^\S\n]*\n?[^\S\n]*$/.test(between)) return 'comma';
  return 'break';
}

/** After a full stop, a colon, an opening quotation mark, a bullet or a line's end. */
function startsSentence(text: string, from: number, to: number, previous: Token): boolean {
  if (to - from === 1) return false;
  const between = text.slice(from, Math.min(to, from + 12));
  if (/^\.\s+$/.test(between))
    return !ABBREVIATIONS.has(previous.fold) && !(previous.end - previous.start === 1);
  return /[!?:•*"“«\n]|[.…]["”’)]*\s|[-–—]\s*$|['‘]$/.test(between);
}

/** Words that a full stop shortens, folded: what follows begins no sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'st ste mt ft dr mr mrs ms gen gov sen rep col lt sgt capt prof rev jr sr no vs cmdr adm maj cpl pvt supt det hon pres ' // prettier-ignore
    .concat(
      'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa ',
    )
    .concat('tenn tex vt va wash wis wyo alta ont que sask jan feb mar apr aug sept oct nov dec co inc')
    .trim()
    .split(' '),
);

function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  return /^\p{Lu}/u.test(String.fromCodePoint(unit));
}

function isUpperWord(word: string): boolean {
  return word === word.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(word);
}
