const SPECIAL: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
  ħ: 'h',
};

/**
 * One word as the gazetteer's index knows it: lower case, no diacritics, no apostrophes or periods.
 *
 * "Saint" and "Mount" and "Fort" fold to their short forms, so that "St. Louis" and "Saint Louis" are one name.
 */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const fold = foldAnew(word);
  folded.set(word, fold);
  return fold;
}

/** News use few words often: folding is done once for each, and memory stays bounded. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

function foldAnew(word: string): string {
  const plain = isAscii(word) ? word.toLowerCase() : foldLetters(word.toLowerCase());
  const bare = /['’‘`ʻʼ.]/.test(plain) ? plain.replace(/['’‘`ʻʼ.]/g, '') : plain;
  return SHORT[bare] ?? bare;
}

/** A whole name as the index knows it: its words folded and joined by single spaces; "" for a name without letters. */
export function foldName(name: string): string {
  const plain = name.includes('&') ? name.replace(/&/g, ' and ') : name;
  return plain
    .split(isAscii(plain) ? /[^A-Za-z0-9'`.]+/ : /[^\p{L}\p{M}\p{N}'’‘`ʻʼ.]+/u)
    .map(foldAnew)
    .filter((word) => word !== '')
    .join(' ');
}

const SHORT: Record<string, string | undefined> = Object.assign(Object.create(null), {
  saint: 'st',
  sainte: 'ste',
  mount: 'mt',
  fort: 'ft',
});

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) > 127) return false;
  return true;
}

function foldLetters(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðþæœıəħ]/g, (letter) => SPECIAL[letter] ?? letter);
}
