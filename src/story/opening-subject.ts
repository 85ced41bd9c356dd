import { AUXILIARY, FINITE } from '../article/speakers.ts';
import { speechVerb } from '../article/speech-words.ts';
import { isAdverb } from '../article/words.ts';
import { eventNoun, eventVerb } from './event-words.ts';
import { DETERMINER, LINKS, STOP } from './noun-phrase.ts';
import type { Person } from './people.ts';
import { isAdjective } from './phrases.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';

/** The farthest that a sentence's verb stands from its first word. */
const FARTHEST = 45;

/**
 * The subject of the sentence's own verb, whose group begins at `at`, read from the first word on: "A man who had fled to
 * Suva | was arrested", "An outbreak linked to eggs | has killed", "Lena Brandt – who was 62 – | died". What hangs on the
 * subject is passed over; null where another verb on the way may be the sentence's own.
 */
export function openingSubject(tokens: Token[], at: number): Subject | null {
  if (at < 2 || at > FARTHEST || tokens[0]!.quoted) return null;
  const to = baseEnd(tokens, at);
  // With nothing between the two only a mark keeps them apart: "A “white powder” | was found".
  if (to === 0 || (to === at && !tokens[at]!.before)) return null;
  // "A Midland, Michigan, newspaper": the town only says which.
  if (tokens[to - 1]!.kind === 'place' && tokens[to]!.before === ',' && DETERMINER.has(tokens[0]!.lower))
    return null;
  // "The plan to close the port was dropped": the plan alone says nothing.
  if (tokens[to]!.lower === 'to' && to < at) return null;
  const end = passOver(tokens, to, at);
  if (
    end === null ||
    (/^(?:an?|one|another)$/.test(tokens[0]!.lower) && isPlural(tokens[at]!) && end === 'alone')
  )
    return null;
  const upTo = end === 'joined' ? at : withOf(tokens, to, at);
  const last = tokens[to - 1]!;
  const persons: Person[] = last.person && to === upTo && !last.possessive ? [last.person] : [];
  const event = last.kind === 'word' && eventNoun(last.lower, tokens[to - 2]?.lower) ? to - 1 : -1;
  return { from: 0, to: upTo, persons, pronoun: false, event, relative: false };
}

/** The end of the noun phrase that the sentence begins with, before whatever hangs on it; 0 where it begins with none. */
function baseEnd(tokens: Token[], at: number): number {
  const first = tokens[0]!;
  if (first.possessive || first.kind === 'time') return 0;
  if (first.kind === 'word' && (STOP.has(first.lower) || NO_SUBJECT.test(first.lower))) return 0;
  let index = 0;
  while (index < at) {
    const { kind, lower, before } = tokens[index]!;
    if (index && before && !/^["“‘'”’.]+$/.test(before)) break;
    if (kind === 'time' && !DETERMINER.has(tokens[index - 1]?.lower ?? '')) break;
    if (kind === 'word' && index && (STOP.has(lower) || AUXILIARY.has(lower))) break;
    if (kind === 'word' && index && isVerbal(tokens, index)) break;
    if (isSaying(tokens, index)) return 0;
    index += 1;
  }
  return index;
}

/** "Four members of the guard": what the noun is of belongs to it. */
function withOf(tokens: Token[], to: number, at: number): number {
  if (tokens[to]?.lower !== 'of' || tokens[to]!.before) return to;
  let end = to + 1;
  while (end < at && end - to < 8) {
    const { kind, lower, before } = tokens[end]!;
    if (before || kind === 'time' || (kind === 'word' && (STOP.has(lower) || AUXILIARY.has(lower)))) break;
    if (kind === 'word' && isVerbal(tokens, end)) break;
    end += 1;
  }
  return end > to + 1 ? end : to;
}

/** Passes over what hangs on the noun phrase, up to the verb at `at`: 'joined' where a second one is joined to it. */
function passOver(tokens: Token[], from: number, at: number): 'alone' | 'joined' | null {
  let index = from;
  let joined = false;
  let relative = false;
  let owed = 0;
  let parted = false;
  let closed = -1;
  while (index < at) {
    const { kind, lower, before, capital } = tokens[index]!;
    const close = closing(tokens, index, at);
    if (close === null) {
      if (index !== closed) return null;
    } else if (close > index) {
      index = close;
      closed = index;
      parted = index === at;
      continue;
    }
    if (before && index !== closed && !/^["“‘'”’.]+$/.test(before)) return null;
    if (kind !== 'word') {
      index += 1;
    } else if (!capital && /^(?:who|which|that|whose)$/.test(lower)) {
      relative = true;
      owed += 1;
      index += 1;
    } else if (/^(?:and|or)$/.test(lower)) {
      const acts = relative && index + 1 < at && isFinite(tokens, verbAfter(tokens, index + 1));
      if (acts) owed += 1;
      joined ||= !relative;
      index += 1;
    } else if (/^(?:he|she|they)$/.test(lower)) {
      // "a woman he knew": a clause without its "whom".
      owed += 1;
      index += 1;
    } else if (CLAUSE.test(lower) || isSaying(tokens, index)) {
      return null;
    } else if (isFinite(tokens, index)) {
      if (owed > 0) owed -= 1;
      else if (relative || !isReducedHere(tokens, index)) return null;
      index = groupEnd(tokens, index);
    } else {
      index += 1;
    }
  }
  if (owed > 0 || !isCertain(tokens, at, parted || relative)) return null;
  return joined ? 'joined' : 'alone';
}

/** Where the aside that opens at `index` ends, `index` itself where none opens, null where one never ends. */
function closing(tokens: Token[], index: number, at: number): number | null {
  const { before } = tokens[index]!;
  const open = /\($/.test(before) ? ')' : /[–—]$|--$|^-$/.test(before) ? '–' : before === ',' ? ',' : null;
  if (open === null) return index;
  for (let end = index + 1; end <= at; end += 1) {
    const mark = tokens[end]!.before;
    const isEnd =
      open === ')' ? mark.startsWith(')') : open === ',' ? mark === ',' : /^(?:[–—]|--|-$)/.test(mark);
    if (isEnd) return end;
  }
  return null;
}

function isPlural({ lower }: Token): boolean {
  return /^(?:are|were|have)$/.test(lower);
}

/** The word at `index`, or the first after adverbs. */
function verbAfter(tokens: Token[], index: number): number {
  let at = index;
  while (tokens[at + 1] && tokens[at]!.kind === 'word' && isAdverb(tokens[at]!.lower)) at += 1;
  return at;
}

/** "Officials say a man has died": what is said has a subject of its own. */
function isSaying(tokens: Token[], at: number): boolean {
  const { kind, lower, capital } = tokens[at]!;
  if (kind !== 'word' || capital || at === 0 || isAdjective(tokens, at)) return false;
  return (
    /^(?:indicates?|shows?|suggests?|believes?|fears?|thinks?)$/.test(lower) ||
    Boolean(speechVerb(lower, tokens[at + 1]?.lower))
  );
}

/** A form that may be a verb of a clause. */
function isFinite(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind !== 'word' || token.capital || isAdjective(tokens, at)) return false;
  return (AUXILIARY.has(token.lower) && !NOT_FINITE.test(token.lower)) || isVerbal(tokens, at);
}

function isVerbal(tokens: Token[], at: number): boolean {
  const { lower, capital } = tokens[at]!;
  if (
    capital ||
    isAdjective(tokens, at) ||
    /(?:[^e]eed|^(?:red|hundred|sacred|naked|wicked|kindred|ahead|unprecedented))$/.test(lower)
  )
    return false;
  return FINITE.test(lower) || eventVerb(lower)?.form === 'past';
}

/** The first token after the verb group that begins at `index`. */
function groupEnd(tokens: Token[], index: number): number {
  let end = index + 1;
  const goesOn = (token: Token | undefined) =>
    token?.kind === 'word' &&
    !token.before &&
    (AUXILIARY.has(token.lower) || isAdverb(token.lower) || token.lower === 'not');
  if (!AUXILIARY.has(tokens[index]!.lower)) return end;
  while (goesOn(tokens[end])) end += 1;
  const next = tokens[end];
  const isVerb =
    next?.kind === 'word' && !next.before && (/(?:ed|ing|en)$/.test(next.lower) || eventVerb(next.lower));
  return isVerb ? end + 1 : end;
}

/** "a man accused of theft", "eggs sold in May": a past form that says which, and lacks no object. */
function isReducedHere(tokens: Token[], at: number): boolean {
  const { lower } = tokens[at]!;
  const next = tokens[at + 1];
  const verb = eventVerb(lower);
  if (AUXILIARY.has(lower) || SIMPLE.test(lower) || !next || next.before) return false;
  if (verb && verb.class === 'motion' && !verb.object) return false;
  return (
    next.kind === 'time' ||
    LINKS.has(next.lower) ||
    /^(?:as|after|before|during|over|under|to|into|through)$/.test(next.lower)
  );
}

/** "was", "has" and "will" show a clause's own verb; a past form alone does only behind an aside, and with its object. */
function isCertain(tokens: Token[], at: number, parted: boolean): boolean {
  const { kind, lower } = tokens[at]!;
  if (kind !== 'word') return false;
  if (AUXILIARY.has(lower)) return !NOT_FINITE.test(lower);
  if (!parted) return false;
  const next = tokens[at + 1];
  const verb = eventVerb(lower, ...tokens.slice(at + 1, at + 4).map((token) => token.lower));
  if (verb?.form !== 'past') return false;
  if (/^(?:die|drown|perish|collapse|explode|erupt|resign|plead|surrender)$/.test(verb.base)) return true;
  return (
    verb.particle !== null ||
    (next !== undefined && !next.before && next.kind !== 'time' && !STOP.has(next.lower))
  );
}

const NOT_FINITE = /^(?:be|being|been|having|to)$/;

/** Simple pasts that are no participles, and verbs that are never passive. */
const SIMPLE =
  /^(?:went|came|took|began|wrote|flew|fell|rose|gave|knew|saw|grew|drew|chose|broke|spoke|wore|drove|agreed|arrived|died|remained|appeared|occurred|happened|collapsed|travell?ed|returned|moved|looked|talked|voted|applied|objected|belonged|failed|refused|decided|wanted|hoped|tried|seemed|continued|started|planned|promised|vowed|pledged|threatened|said|told|warned|reported|announced|claimed|added|asked|warned|believed|became|left|met|had|did)$/;

/** What opens a clause of its own, in which another verb may stand. */
const CLAUSE = /^(?:when|while|as|because|if|although|though|where|whether|so|than|but|until|unless|since)$/;

/** What no subject begins with. */
const NO_SUBJECT =
  /^(?:he|she|they|it|we|i|you|there|here|this|these|those|what|who|which|how|why|when|where|if|no|none|nobody|not|let|please|according|speaking|asked|yesterday|today|tomorrow|meanwhile|sometime|just|however|also|then|thus|earlier|later|both|either|neither|one|many|most|some|few|all|each|every|[a-z]+ing|[a-z]+ly)$/;
