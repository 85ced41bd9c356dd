import type { Sentence, Span } from './article.ts';

/** A full stop after one of these never ends a sentence: a name or a number follows. */
const TITLES = new Set(
  'mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cmdr adm maj cpl pvt hon rev fr st ste mt ft pres vs no nos art sec fig vol pp ca cf approx dept est messrs msgr supt insp'.split(
    ' ',
  ),
);

/** These may end one: they do before a word that begins sentences. */
const SHORT = new Set(
  'jr sr inc co corp ltd bros llc plc etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo am pm e.g i.e a.m p.m ave blvd rd al op ed u.s u.n u.k e.u d.c ph.d b.a m.a'.split(
    ' ',
  ),
);

/** Words that begin a sentence and hardly ever go on with a name. */
const STARTERS = new Set(
  'the a an he she it they we i you this that these those there here his her its their our my in on at by for from with after before during since while when where if as but and or so yet although though however meanwhile also another some many most both all no not what who why how now then one two three'.split(
    ' ',
  ),
);

/** What goes on with the hour before it. */
const AFTER_HOUR =
  /^(?:$|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?$|Jan|Feb|Mar(?:ch)?$|Apr|May$|June?$|July?$|Aug|Sept?|Oct|Nov|Dec|\p{Lu}{2,5}$|Eastern|Central|Mountain|Pacific|Greenwich|London|Moscow|Beijing|Paris|Tokyo|Local|British|Universal|Zulu)/u;

// Only where a run of stops begins: from its midst each stop would be read again.
const END = /(?<![.!?…])[.!?…]+["”’'»)\]]*(?=\s)|[。！？]+["”’」』]*/g;
const OPENER = /["“‘'«([¿¡„]*(\p{Lu}|\p{Lo}|\p{N})/uy;

/**
 * The sentences of the paragraphs, trimmed, in order; together they hold every character but white space.
 *
 * Abbreviations, initials and "U.S." don't end one. A quotation of several sentences is several; what follows it in
 * lower case ("… hand?" he asked) belongs to its last.
 */
export function findSentences(text: string, paragraphs: Span[], dateline: Span | null): Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    let start = paragraph.start;
    if (dateline && dateline.start === start) start = skipSpace(text, dateline.end, paragraph.end);
    const from = start;
    // What comes after the paragraph is out of sight: a search for the next stop must not run to the text's end.
    const seen = text.slice(0, paragraph.end);
    END.lastIndex = start;
    for (let match = END.exec(seen); match; match = END.exec(seen)) {
      const end = match.index + match[0].length;
      const next = skipSpace(text, end, paragraph.end);
      if (next >= paragraph.end) break;
      if (!endsSentence(text, from, match.index, match[0], next)) continue;
      sentences.push({ start, end, paragraph: index });
      start = next;
    }
    if (start < paragraph.end) sentences.push({ start, end: paragraph.end, paragraph: index });
  });
  return sentences;
}

function skipSpace(text: string, at: number, end: number): number {
  while (at < end && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

function endsSentence(text: string, from: number, stop: number, mark: string, next: number): boolean {
  OPENER.lastIndex = next;
  if (!OPENER.test(text)) return /^[。！？]/.test(mark);
  if (mark.charAt(0) !== '.' || mark.length > 1) return true;
  const word = wordBefore(text, from, stop);
  const lower = word.toLowerCase();
  if (TITLES.has(lower)) return false;
  const initial = /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
  if (!initial && !SHORT.has(lower)) return true;
  // "at 8 p.m. Burial will follow", but "at 8 p.m. Monday", "at 8 p.m. EST"
  if (/^[ap]\.?m$/.test(lower)) return !AFTER_HOUR.test(wordAt(text, next));
  return STARTERS.has(wordAt(text, next).toLowerCase());
}

/** The letters and inner points before `stop`: "U.S" of "the U.S."; at most 12. */
function wordBefore(text: string, from: number, stop: number): string {
  let start = stop;
  while (start > from && stop - start < 12 && /[\p{L}\p{M}.]/u.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, stop);
}

/** The word that begins at `at`, behind quotation marks; '' where a number does: "Nov. 15 and". */
function wordAt(text: string, at: number): string {
  return /^[^\p{L}\p{N}]*([\p{L}\p{M}]+)/u.exec(text.slice(at, at + 16))?.[1] ?? '';
}
