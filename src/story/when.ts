import type { Article } from '../article/article.ts';
import { findAnchor } from '../dates/anchor.ts';
import { boundsOf } from '../dates/edtf.ts';
import type { Published, Timex } from '../dates/timex.ts';
import type { Telling } from './telling.ts';
import type { When } from './draft.ts';
import { describesNoun, isCompared } from './reach.ts';

/** Every day that the article may have been published on. */
export function candidatesOf(published: Published | null): string[] {
  if (!published) return [];
  return published.edtf.includes('X') ? published.alternatives : [published.edtf];
}

/**
 * When a telling says that it was: by a time phrase within its own reach, else by the one that hangs on it in its
 * sentence and on no other happening. Null where there is none; `edtf` is null where the phrase only bounds it.
 */
export function whenOf(
  article: Article,
  telling: Telling,
  others: Telling[],
  candidates: string[],
): When | null {
  const { tokens } = telling.clause;
  const head = tokens[telling.head]!;
  const own = telling.times.filter(
    (timex) => timex.edtf !== null && !isOfGame(timex) && !isClockAlone(timex, candidates),
  );
  const span = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
  const inSentence = tokens.flatMap((token) => (token.timex?.edtf ? [token.timex] : []));
  let timex = own[0];
  if (!timex) {
    const claimed = new Set(others.flatMap((other) => (other === telling ? [] : other.times)));
    const anchor = findAnchor(article.text, span, head, inSentence);
    // Only one happening in the sentence may take a phrase that stands outside of its reach.
    const nearer = others.some(
      (other) =>
        other !== telling &&
        anchor &&
        Math.abs(other.clause.tokens[other.head]!.start - anchor.timex.start) <
          Math.abs(head.start - anchor.timex.start),
    );
    if (
      !anchor ||
      isOfGame(anchor.timex) ||
      isClockAlone(anchor.timex, candidates) ||
      claimed.has(anchor.timex) ||
      nearer ||
      isQuoted(tokens, anchor.timex)
    )
      return null;
    if (anchor.relation !== 'at' || anchor.edtf?.includes('/') || !isOpen(tokens, telling, anchor.timex))
      return null;
    const at = tokens.findIndex((token) => token.timex === anchor.timex);
    if (describesNoun(tokens, at) || isCompared(tokens, at)) return null;
    timex = anchor.timex;
  }
  const anchor = findAnchor(article.text, span, timex, inSentence);
  const isBound = anchor && anchor.timex === timex && !isJustThen(article.text, timex);
  const found = isBound ? anchor : { timex, relation: 'at' as const, edtf: timex.edtf };
  const chosen = { ...found, edtf: turned(found.edtf, timex, telling, candidates) };
  const bounds = boundsOf(timex.edtf!, candidates);
  if (!bounds) return null;
  const when: When = {
    edtf: chosen.edtf,
    basis: timex.basis,
    words: { start: timex.start, end: timex.end },
    timex,
    earliest: null,
    latest: null,
  };
  if (chosen.relation === 'before') return { ...when, edtf: null, latest: bounds.latest };
  if (chosen.relation === 'after') return { ...when, edtf: null, earliest: bounds.earliest };
  if (chosen.edtf === null) return null;
  const all = boundsOf(chosen.edtf, candidates);
  return { ...when, earliest: all?.earliest ?? null, latest: all?.latest ?? null };
}

/** "shortly after 9 p.m. on Saturday" is on Saturday. */
function isJustThen(text: string, { start, type }: Timex): boolean {
  return (
    type === 'TIME' &&
    /\b(?:shortly|just|soon|minutes|moments) (?:after|before) $/i.test(
      text.slice(Math.max(0, start - 20), start),
    )
  );
}

/**
 * A weekday counts backwards for what happened and forwards for what is planned: where phrase and verb disagree, the
 * verb is right. Everything else stays.
 */
function turned(
  edtf: string | null,
  timex: Timex,
  { status, lapsed }: Telling,
  candidates: string[],
): string | null {
  const day = candidates.length === 1 ? candidates[0]! : null;
  if (edtf === null || !day || !WEEKDAY.test(timex.text) || !/^\d{4}-\d\d-\d\d$/.test(edtf)) return edtf;
  if (status === 'planned' && !lapsed && edtf < day) return dayAfter(edtf, 7);
  return status === 'happened' && edtf > day ? dayAfter(edtf, -7) : edtf;
}

const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:morning|afternoon|evening|night))?$/i;

/** "scored twice in the first half": of the match, not of the year. */
function isOfGame({ text }: Timex): boolean {
  return /\b(?:half|quarter)\b/i.test(text) && !/\d{4}|year|last|next/i.test(text);
}

/** "shortly before midnight": of no day that the text gives it counts as the article's own, and that nobody says. */
function isClockAlone({ text, type, edtf }: Timex, candidates: string[]): boolean {
  return type === 'TIME' && !DAY_WORD.test(text) && candidates.some((day) => edtf?.startsWith(day));
}

const DAY_WORD =
  /(?<!mid)(?:day|night|morning|afternoon|evening|dawn)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function isQuoted(tokens: Telling['clause']['tokens'], timex: Timex): boolean {
  return tokens.some((token) => token.timex === timex && token.quoted);
}

/** Whether what is dated so ends after the day of the article, which may lack its year ("XXXX-10-30"). */
export function isAhead(when: When | null, published: Published | null): boolean {
  if (when?.edtf == null || !published) return false;
  if (when.edtf.startsWith('XXXX') && published.edtf.startsWith('XXXX')) return when.edtf > published.edtf;
  const today = boundsOf(published.edtf, candidatesOf(published));
  return when.latest !== null && today?.latest != null && when.latest > today.latest;
}

/** "three-day", "two weeks": how many days a DURATION lasts; null for one of months and more, or of hours. */
export function daysOf(timex: Timex): number | null {
  const match = /^P(\d{1,3})([DW])$/.exec(timex.value);
  return match ? Number(match[1]) * (match[2] === 'W' ? 7 : 1) : null;
}

/** The day `days` after an EDTF day, null for what is no plain day. */
export function dayAfter(edtf: string, days: number): string | null {
  const match = /^(\d{4}|XXXX)(\??)-(\d\d)-(\d\d)$/.exec(edtf);
  if (!match) return null;
  const [, written, doubt, month, day] = match as unknown as [string, string, string, string, string];
  // Of an unknown year only a leap day or a New Year could make a difference.
  const year = written === 'XXXX' ? 2023 : Number(written);
  const after = new Date(Date.UTC(year, Number(month) - 1, Number(day) + days)).toISOString().slice(0, 10);
  if (written !== 'XXXX') return `${after.slice(0, 4)}${doubt}${after.slice(4)}`;
  const isSafe = after.startsWith('2023') && (month !== '02' || after.slice(5, 7) === '02');
  return isSafe ? `XXXX${after.slice(4)}` : null;
}

/** "in Europe and Asia on Monday": the "and" of two places parts nothing. */
function joinsPlaces(tokens: Telling['clause']['tokens'], index: number): boolean {
  return tokens[index - 1]?.kind === 'place' && tokens[index + 1]?.kind === 'place';
}

/**
 * Nothing but words and names stands between, and at most one comma: no "and", no new clause, no bracket, no quotation
 * mark. A phrase before the verb opens the sentence: in an aside after the subject it tells of that alone.
 */
function isOpen(
  tokens: Telling['clause']['tokens'],
  { head, subject, group }: Telling,
  timex: Timex,
): boolean {
  const at = tokens.findIndex((token) => token.timex === timex);
  // "a painting stolen in 1987 was found": what stands in the subject and is no day of the verb's is the subject's.
  if (subject && at > subject.from && at < group) return false;
  const [from, to] = at < head ? [at, head] : [head, at];
  const between = tokens.slice(from + 1, to + 1);
  return (
    between.filter(({ before }) => before).length < 2 &&
    between.every(
      ({ before, lower, kind }, index) =>
        /^,?$/.test(before) &&
        !(
          !joinsPlaces(between, index) &&
          kind === 'word' &&
          /^(?:and|but|or|who|which|that|when|while|where|after|before|as|because|since|until|if|said|says|of)$/.test(
            lower,
          )
        ),
    )
  );
}
