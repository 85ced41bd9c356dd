import { isCalledOff, isDateSet, isDone, isHave, isOver } from './direction-around.ts';
import {
  AHEAD,
  PLANS,
  PLANS_NEXT,
  SET_FOR,
  BACK,
  TIMETABLE,
  TIMETABLE_WITH,
  LASTED,
  PLURAL,
  ACTS,
  NO_PARTICIPLE,
  REPORTED,
  ORDERED,
  WITH_OBJECT,
  MODAL,
  ADVERBS,
} from './direction-words.ts';
import type { Token } from './tokens.ts';

/** As many words as a clause's verb stands from its date, at most. */
const REACH = 30;
/** As many words as a word of planning stands before its "to", and a verb with an object: "asked the two to leave". */
const PLAN_REACH = { plain: 4, object: 8 };

/** Where a clause looks from the day of writing; `once`: ahead from some day past, "was due to open in May". */
export type Direction = 'ahead' | 'back' | 'once';

/** True of what lies, or once lay, ahead. */
export const looksAhead = (direction: Direction | null): boolean =>
  direction === 'ahead' || direction === 'once';

/** What a word says of it: `open` is a verb that leaves it open, so that no other one is asked. */
type Verdict = Direction | 'open' | null;

/**
 * Whether the clause around tokens `from` to `to` looks ahead or back from the day of writing, by the verb nearest
 * before it, else after it, in its sentence; null where no verb says so. Looks at no more than `REACH` words each way.
 */
export function directionOf(tokens: readonly Token[], from: number, to: number): Direction | null {
  // "suspended until Friday" lies ahead, unless the sentence opens with it: "Until Friday, they had not called".
  const lead = tokens[from - 1];
  if ((lead?.word === 'until' || lead?.word === 'till') && !lead.capital)
    return LASTED.has(tokens[from - 2]?.word ?? '') ? 'back' : 'ahead';
  if (lead?.word === 'through' && isPerfect(tokens, from)) return 'ahead'; // "has cut flights through March"
  if (lead?.word === 'of' && tokens[from - 2]?.word === 'as') return 'back'; // "as of Friday"
  if (lead?.word === 'to' && /^(moved|postponed|delayed|rescheduled|adjourned|deferred|extended)$/.test(tokens[from - 2]?.word ?? '')) return 'ahead'; // prettier-ignore
  if (tokens[to]?.word === 'deadline' || isDateSet(tokens, from)) return 'ahead';
  if (isDone(tokens, from, to)) return 'back';
  // "He was due in court, but his lawyers on Friday asked for a delay."
  if (lead?.kind === 'on' && ACTS.has(tokens[to]?.word ?? '')) return 'back';
  const verdict = verdictAround(tokens, from, to);
  // "They called a strike for Friday", but "blamed for Friday's attack", "a strike called for Friday was off".
  const forDay =
    lead?.word === 'for' && tokens[to - 1]?.kind === 'weekday' && tokens[to]?.kind !== 'genitive';
  if (forDay && verdict === 'back') return /^(was|were|had)$/.test(tokens[to]?.word ?? '') ? null : 'ahead';
  if ((verdict === 'open' || verdict === null) && isTimetable(tokens, from, to)) return 'ahead';
  if (verdict === 'open') return null;
  if (looksAhead(verdict) && isCalledOff(tokens, to)) return 'once';
  if (verdict === 'once' && isOver(tokens, to)) return null;
  if (verdict === 'ahead' && isHave(tokens, from) && isOver(tokens, to)) return null;
  return verdict ?? (forDay || lead?.word === 'by' || lead?.word === 'before' ? 'ahead' : null);
}

/** "has cut", not far before. */
const isPerfect = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(Math.max(0, from - 6), from)
    .some(({ word, sentence }) => sentence === tokens[from]!.sentence && /^(has|have)$/.test(word));

/** "Monday is a rest day", "From Monday, buses run hourly", "is on show from October to December". */
function isTimetable(tokens: readonly Token[], from: number, to: number): boolean {
  const { sentence, kind } = tokens[from]!;
  const lead = tokens[from - 1];
  const opens = (at: number) => tokens[at]?.sentence !== sentence;
  if (opens(from - 1)) return kind === 'weekday' && tokens[to]?.word === 'is';
  if (lead!.word === 'from' && opens(from - 2)) return kind === 'weekday';
  const ends = /^(to|until|through)$/;
  const first = lead!.word === 'from' && ends.test(tokens[to]?.word ?? '');
  const second = ends.test(lead!.word) && tokens[from - 3]?.word === 'from';
  return kind === 'month' && (first || second) && verdictAround(tokens, from, to) === 'open';
}

/** By the verb nearest before, else after. */
function verdictAround(tokens: readonly Token[], from: number, to: number): Verdict {
  let toVerb = false;
  for (let i = from - 1, least = Math.max(0, from - REACH); i >= least; i--) {
    if (endsClause(tokens, i, from)) break;
    const verdict = verdictOf(tokens, i);
    // "Ahead of the trip, the office on Sunday issued …": it says nothing of the clause after it.
    if (verdict && !(tokens[i]!.word === 'ahead' && hasComma(tokens, i, from))) return verdict;
    toVerb ||= tokens[i]!.word === 'to' && tokens[i - 1]?.capital === true && isVerbAfterTo(tokens[i + 1]);
  }
  // With no other verb before it a name's infinitive is a headline's future: "King to visit Oslo Friday".
  if (toVerb) return 'ahead';
  for (let i = to, most = Math.min(tokens.length, to + REACH); i < most; i++) {
    if (endsClause(tokens, i, from)) break;
    const verdict = verdictOf(tokens, i);
    if (verdict) return verdict;
  }
  return null;
}

const hasComma = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ kind }) => kind === 'comma');

function endsClause(tokens: readonly Token[], i: number, at: number): boolean {
  const token = tokens[i]!;
  if (token.sentence !== tokens[at]!.sentence && token.sentence >= 0) return true;
  return token.kind === 'break' || token.word === ';' || token.word === ':';
}

function verdictOf(tokens: readonly Token[], i: number): Verdict {
  const word = positive(tokens, i);
  const next = tokens[i + 1];
  if (tokens[i]!.kind === 'month') return null; // "May"
  // "as soon as Tuesday"
  if ((word === 'soon' || word === 'early') && tokens[i - 1]?.word === 'as') return 'ahead';
  if (word === 'due' && next?.word === 'to') return null; // a cause
  if (word === 'ahead') return next?.word === 'of' ? 'ahead' : null;
  if (AHEAD.has(word)) return isRefusal(tokens, i) ? 'back' : planned(tokens, i);
  if (word === 'to') return infinitive(tokens, i);
  // "will set out": told by the word before
  if (SET_FOR.has(word) && MODAL.has(positive(tokens, beforeAdverbs(tokens, i)))) return null;
  if (SET_FOR.has(word))
    return /^(for|on|to)$/.test(next?.word ?? '') || /^(weekday|month|daynum|today)$/.test(next?.kind ?? '')
      ? planned(tokens, i)
      : 'back';
  if (TIMETABLE_WITH.get(word)?.test(next?.word ?? '') || (/^runs?$/.test(word) && next?.kind === 'month'))
    return 'ahead';
  if (word === 'open' && /^(stayed|remained|kept|was|were|been)$/.test(tokens[i - 1]?.word ?? ''))
    return null;
  if (TIMETABLE.has(word))
    return /^(did|not|t|n't|to|let|him|her|them|us|me|the|a|an|his|its|their|-)$/.test(
      tokens[i - 1]?.word ?? '',
    )
      ? null
      : 'ahead';
  if (word.endsWith('ing') && /^(is|are|am|be)$/.test(tokens[i - 1]?.word ?? '')) return 'ahead';
  const past = word.length > 3 && word.endsWith('ed') && !NO_PARTICIPLE.has(word) && !isName(tokens, i);
  // "The runoff is Thursday", also in a year told; but "more rain is on the way Thursday".
  if (/^(is|are)$/.test(word)) return /^(weekday|month)$/.test((next?.kind === 'on' ? tokens[i + 2] : next)?.kind ?? '') ? 'once' : 'open'; // prettier-ignore
  if (PLURAL.has(word))
    return /^(they|we|i|you)$/.test(tokens[i - 1]?.word ?? '') || isTeam(tokens, i) ? 'ahead' : null;
  if (!past && !BACK.has(word) && !/^(remains?|stays?|has|have|had)$/.test(word)) return null;
  const at = beforeAdverbs(tokens, i);
  const before = positive(tokens, at);
  // "will cut", "to beat", "did not hit" are told by the word before; so is "the cut".
  if (
    before === 'to' ||
    before === 'the' ||
    before === 'a' ||
    /^(do|does|did)$/.test(before) ||
    MODAL.has(before)
  )
    return null;
  if (/^(remain|stay)s?$/.test(word)) return 'open';
  // "has to leave" looks ahead, "has left" back.
  if (/^ha(s|ve|d)$/.test(word)) return next?.word === 'to' ? 'ahead' : 'back';
  return participle(tokens, i, at);
}

/** "The Bears visit the Wolves Sunday", "the Bears (7-5) host Leeds", "Voters decide in May". */
function isTeam(tokens: readonly Token[], i: number): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  const plural = before?.word === ')' || /^(\p{L}{2,}[^s\P{L}]s|children|people|men|women|police)$/u.test(before?.word ?? ''); // prettier-ignore
  // "The champions, beaten on Saturday, host Leeds on Wednesday"
  const aside =
    before?.kind === 'comma' && next?.capital === true && hasComma(tokens, Math.max(0, i - 12), i - 1);
  return (
    aside ||
    (plural && (/^(the|in|on)$/.test(next?.kind ?? '') || next?.capital === true || next?.word === 'back'))
  );
}

/** A word without its denial: "wo n't" and "won't" are "will". */
function positive(tokens: readonly Token[], i: number): string {
  const word = tokens[i]?.word ?? '';
  if (tokens[i + 2]?.word !== 't' || !/^['’]$/.test(tokens[i + 1]!.word)) return word;
  return { won: 'will', can: 'can', shan: 'shall' }[word] ?? word.replace(/n$/, '');
}

/** The token before `i` that is neither an adverb nor a denial. */
function beforeAdverbs(tokens: readonly Token[], i: number): number {
  let at = i - 1;
  while (at > i - 5 && (ADVERBS.has(tokens[at]?.word ?? '') || /^(['’]|t)$/.test(tokens[at]?.word ?? '')))
    at--;
  return at;
}

/** "the United States": a capital inside a sentence. */
const isName = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.capital && tokens[i - 1]?.sentence === tokens[i]!.sentence && !tokens[i - 1]!.capital;

/** "would not comment Friday" and "could not say Friday" tell what somebody did that day. */
function isRefusal(tokens: readonly Token[], i: number): boolean {
  const denied = tokens[i + 1]?.word === 'not' ? i + 2 : tokens[i + 2]?.word === 't' ? i + 3 : null;
  if (denied === null || !/^(would|could)$/.test(positive(tokens, i))) return false;
  return /^(say|comment|confirm|discuss|elaborate|identify|speculate|answer|explain|give|agree)$/.test(tokens[denied]?.word ?? ''); // prettier-ignore
}

/** Of a past form at `i` after `at`: "to be sold Monday" and "would still be held" aren't past, "is closed" is open. */
function participle(tokens: readonly Token[], i: number, at: number): Verdict {
  const { word } = tokens[i]!;
  const [two, one] = [positive(tokens, at - 1), positive(tokens, at)];
  // "will remain closed Monday"
  if (/^(remain|remains|stay|stays|keep|keeps)$/.test(one)) return null;
  // "was to have met him Saturday" is a plan that came to nothing, mostly one for a day to come.
  if (one === 'have' && (two === 'will' || (two === 'to' && /^(was|were)$/.test(tokens[at - 2]?.word ?? ''))))
    return 'ahead';
  if (one === 'being') return /^(is|are|am)$/.test(two) ? 'ahead' : 'back';
  if (/^(is|are|am)$/.test(one)) return REPORTED.has(word) ? 'back' : 'open';
  // "will be issued Thursday and lifted Saturday"
  if (one === 'and' && !/^(said|told|added)$/.test(word) && isSecondPassive(tokens, at)) return 'ahead';
  if (one !== 'be' && one !== 'get') return 'back';
  const aux = beforeAdverbs(tokens, at);
  const auxiliary = positive(tokens, aux);
  // "could not be reached Friday", "none of them could be found Friday"
  const denied =
    tokens[aux + 1]?.word === 'not' || auxiliary !== tokens[aux]?.word || deniesBefore(tokens, aux);
  if (auxiliary === 'could' && denied) return 'back';
  return auxiliary === 'to' || AHEAD.has(auxiliary) ? 'ahead' : 'back';
}

/** True where "be" after a word that looks ahead stands before the "and" at `at`, with no other verb form between. */
function isSecondPassive(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(1, at - 12) && tokens[i]!.sentence === tokens[at]!.sentence; i--) {
    if (tokens[i]!.word === 'be')
      return /^(will|shall|must|to)$/.test(positive(tokens, beforeAdverbs(tokens, i)));
    if (BACK.has(tokens[i]!.word) || /^(who|which|that|to|,)$/.test(tokens[i]!.word)) return false;
  }
  return false;
}

const deniesBefore = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 6), at)
    .some(
      ({ word, sentence }) => sentence === tokens[at]!.sentence && /^(none|nobody|neither|no)$/.test(word),
    );

/** "is due Friday", "was due Friday"; "had been due Friday" leaves it open. */
const planned = (tokens: readonly Token[], i: number): Verdict =>
  !isPastPassive(tokens, i) ? 'ahead' : tokens[beforeAdverbs(tokens, i)]!.word === 'been' ? 'open' : 'once';

/** "was due", "had been told". */
function isPastPassive(tokens: readonly Token[], i: number): boolean {
  const at = beforeAdverbs(tokens, i);
  const word = positive(tokens, at);
  return word === 'was' || word === 'were' || (word === 'been' && tokens[at - 1]?.word === 'had');
}

/** "to" with a verb after it and, not far before it, a word of planning. */
function infinitive(tokens: readonly Token[], i: number): Verdict {
  if (!isVerbAfterTo(tokens[i + 1])) return null;
  const before = ADVERBS.has(tokens[i - 1]?.word ?? '') ? tokens[i - 2] : tokens[i - 1];
  if (PLANS_NEXT.has(before?.word ?? '')) return /^(was|were|had)$/.test(before!.word) ? 'once' : 'ahead';
  for (let k = i - 1; k >= Math.max(0, i - PLAN_REACH.object); k--) {
    const { word } = tokens[k]!;
    if (!PLANS.has(word) || (k < i - PLAN_REACH.plain && !WITH_OBJECT.has(word))) continue;
    return !isPastPassive(tokens, k) ? 'ahead' : ORDERED.has(word) ? 'open' : 'once';
  }
  return null;
}

function isVerbAfterTo(token: Token | undefined): boolean {
  // "to start" and "to close" are verbs too.
  return (
    token !== undefined && /^(other|edge)$/.test(token.kind) && !token.capital && /^\p{L}/u.test(token.word)
  );
}
