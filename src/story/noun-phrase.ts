import { FINITE } from '../article/speakers.ts';
import { isAdverb } from '../article/words.ts';
import { eventVerb } from './event-words.ts';
import { isAdjective } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Words that no subject runs over. */
export const STOP = new Set(
  'in on at by for from with after before during since amid over under while when as if although though that which who than so to into and or but because where near through against about until including upon between among via of not wherein whereby whereas whose whom'.split(
    ' ',
  ),
);
/** Words that open a noun phrase, numbers among them. */
export const DETERMINER = new Set(
  'the a an this that these those his her its their our my some several many two three four five six seven eight nine ten dozens hundreds thousands'.split(
    ' ',
  ),
);
/** Prepositions besides the links that a name may hang on: "a flight over Turkey". */
const OVER = /^(?:over|under|through|via|amid|during|upon|including|with|across|around|past|beyond)$/;

/** What leads over or through something: "a bridge over the river". */
const SPANS = /^(?:bridge|footbridge|viaduct|tunnel|road|railway|path|pipeline)$/;

/** A preposition that binds a noun phrase together. */
function isLink(tokens: Token[], at: number): boolean {
  const { kind, lower } = tokens[at]!;
  const spans = /^(?:over|under|through|across)$/.test(lower) && SPANS.test(tokens[at - 1]?.lower ?? '');
  // "two men charged over the killing"
  const charged = /^(?:over|after|during)$/.test(lower) && CHARGED.test(tokens[at - 1]?.lower ?? '');
  return (LINKS.has(lower) && kind === 'word') || spans || (charged && tokens[at - 2]?.kind === 'word');
}

/** What was done to people who are spoken of by it: "the men arrested after the raid". */
const CHARGED =
  /^(?:charged|accused|arrested|convicted|jailed|wanted|suspected|killed|injured|wounded|detained)$/;

/** A subject of more words is a list or misread. */
const LONGEST_PHRASE = 18;

/** Prepositions that bind a noun phrase together. */
export const LINKS = new Set(
  'of in at on off outside inside aboard from near with for between to against by about among'.split(' '),
);
/** Words that stand in no subject. */
export const NO_PHRASE =
  /^(?:he|she|they|it|is|are|was|were|be|been|being|has|had|have|having|will|would|can|could|may|might|must|should|said|says|say|think|believe|done|made|found|held|based|located|called|named|taken|given|seen|hard|worst|badly|who|which|that)$/;

/** "an early February auction", "A year's worth": a time that stands in a phrase, or owns it by its length. */
function isInside(tokens: Token[], at: number): boolean {
  if (tokens[at]!.possessive && tokens[at]!.timex?.type === 'DURATION') return true;
  const [prev, next] = [tokens[at - 1], tokens[at + 1]!];
  return (
    prev?.kind === 'word' &&
    (DETERMINER.has(prev.lower) || prev.lower === 'early' || prev.lower === 'late') &&
    next.kind === 'word' &&
    !STOP.has(next.lower)
  );
}

/** "a man found guilty of theft", "a boat made in Doha": a participle that says which, not what the noun before it did. */
function isReduced(tokens: Token[], at: number): boolean {
  const [prev, { lower, before }, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  return (
    /^(?:found|held|shot|made|built|hit|caught|brought|sent|bought|sold|led|hurt|seen|taken|given|stolen|driven|known|based|located)$/.test(
      lower,
    ) &&
    before === '' &&
    prev?.kind === 'word' &&
    !prev.capital &&
    !NO_PHRASE.test(prev.lower) &&
    !STOP.has(prev.lower) &&
    !DETERMINER.has(prev.lower) &&
    !isAdverb(prev.lower) &&
    next !== undefined &&
    next.before === '' &&
    /^(?:in|on|at|by|near|from|guilty|dead|hostage|captive)$/.test(next.lower)
  );
}

/** The same where the verb of the sentence follows: "a man found guilty of theft | was jailed". */
export function isReducedBefore(tokens: Token[], at: number): boolean {
  if (!isReduced(tokens, at)) return false;
  for (const { lower, before, kind } of tokens.slice(at + 1)) {
    if (before || /^(?:and|but|or|who|which|that|when|while|as|after|before|where|to)$/.test(lower))
      return false;
    if (kind === 'word' && (NO_PHRASE.test(lower) || FINITE.test(lower))) return true;
  }
  return false;
}

/** "More than 200 people", "about 30 houses": how exact a number is belongs to it. */
function withAmount(tokens: Token[], from: number): number {
  const [second, first] = [tokens[from - 1], tokens[from - 2]];
  // "The two presidents": two who were named.
  if (
    second?.lower === 'the' &&
    !tokens[from]!.before &&
    /^(?:two|three|four|five)$/.test(tokens[from]!.lower)
  )
    return from - 1;
  if (
    !second ||
    tokens[from]!.before ||
    !/^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|a$|an$)/.test(tokens[from]!.lower)
  )
    return from;
  if (second.lower === 'than' && first && /^(?:more|fewer|less)$/.test(first.lower)) return from - 2;
  if (/^(?:least|most)$/.test(second.lower) && first?.lower === 'at') return from - 2;
  if (second.lower === 'to' && first?.lower === 'up') return from - 2;
  return /^(?:about|around|over|nearly|almost|some|roughly|approximately|only|another)$/.test(second.lower)
    ? from - 1
    : from;
}

/**
 * Where a list begins whose last item but one ends at `index`, after an opening phrase if there is one. Where what stands
 * before "and" is a clause of its own, `alone`; -1 where the beginning can't be told.
 */
function listStart(tokens: Token[], index: number, alone: number): number {
  // "a battle between the army and hitmen ended": the battle did.
  if (tokens.slice(Math.max(0, index - 6), index + 1).some(({ lower }) => lower === 'between')) return -1;
  const acts = tokens
    .slice(0, index + 1)
    .some(
      ({ kind, lower, capital }, at) =>
        kind === 'word' && !capital && FINITE.test(lower) && !isAdjective(tokens, at),
    );
  if (acts) return alone;
  let from = index < 0 ? -1 : phraseStart(tokens, index, false);
  while (from > 0 && tokens[from]!.before === ',' && !isAdverb(tokens[from - 1]!.lower))
    from = phraseStart(tokens, from - 1, false);
  const first = tokens[0]!;
  const opened = from > 0 && tokens[from]!.before === ',' && (first.kind === 'time' || STOP.has(first.lower));
  return from === 0 || opened ? from : -1;
}

/**
 * Where the noun phrase that ends with token `index` begins: "A court in Cairo", "the wife of the mayor", "At least 75
 * people". -1 where words of it make it none, or where it hangs on something before it.
 */
export function phraseStart(tokens: Token[], index: number, antecedent: boolean): number {
  let from = index;
  for (let back = index; back >= 0; back -= 1) {
    if (index - back > LONGEST_PHRASE) return -1;
    const token = tokens[back]!;
    const { lower } = token;
    if (
      back < index &&
      ((tokens[back + 1]!.before && !/^[$£€]$/.test(tokens[back + 1]!.before)) ||
        token.quoted ||
        (token.kind === 'time' && !isInside(tokens, back)))
    )
      break;
    const reduced = back < index && isReduced(tokens, back);
    if (
      token.kind === 'word' &&
      !reduced &&
      (NO_PHRASE.test(lower) ||
        (lower === 'already' && back < index) ||
        (!/^(?:early|first|last|latest|even|once)$/.test(lower) && isAdverb(lower)))
    )
      break;
    if (
      token.kind === 'word' &&
      back < index &&
      !reduced &&
      !/ed$/.test(lower) &&
      (eventVerb(lower)?.form === 'past' || FINITE.test(lower))
    )
      break;
    const prev = tokens[back - 1];
    // "In 1957 police arrested": a year, no number of policemen.
    if (back < index && prev?.lower === 'in' && /^(?:1[5-9]|20)\d\d$/.test(lower)) break;
    const parted = token.before !== '';
    // "due to expire": no phrase.
    const next = tokens[back + 1];
    if (
      lower === 'to' &&
      next?.kind === 'word' &&
      !next.capital &&
      !DETERMINER.has(next.lower) &&
      !/s$|^\d/.test(next.lower)
    )
      return -1;
    if (isLink(tokens, back)) {
      if (/^(?:least|most)$/.test(tokens[back + 1]?.lower ?? '')) {
        from = back;
        break;
      }
      if (antecedent || !prev || parted || STOP.has(prev.lower) || isAdverb(prev.lower)) break;
      continue;
    }
    if (
      lower === 'and'
        ? !(tokens[back + 1]?.capital && prev?.capital)
        : STOP.has(lower) && token.kind === 'word'
    )
      break;
    if (lower === 'and') continue;
    from = back;
    // "A rocket carrying two satellites": the phrase goes on to the left of what hangs on it.
    const carried = prev && !parted && prev.kind === 'word' && /[a-z]{3}ing$/.test(prev.lower) && back > 1;
    if (
      DETERMINER.has(lower) &&
      prev?.lower !== 'aged' &&
      !(prev && !parted && (LINKS.has(prev.lower) || isLink(tokens, back - 1) || carried))
    )
      break;
  }
  from = withAmount(tokens, from);
  const first = tokens[from]!;
  const before = tokens[from - 1];
  // "Poland, Hungary and the Czech Republic signed": the last alone is not who did.
  if (before?.lower === 'and' && !before.before && !first.before)
    return antecedent ? -1 : listStart(tokens, from - 2, from);
  // "will consider helping", "whose names appeared": no subject of this verb.
  if (
    /^(?:will|would|can|could|may|might|must|should|to|whose|whom)$/.test(before?.lower ?? '') &&
    !first.before
  )
    return -1;
  // "All but one item": the others.
  if (before?.lower === 'but' && tokens[from - 2]?.lower === 'all') return -1;
  const hangs =
    before &&
    !first.before &&
    before.kind === 'word' &&
    (LINKS.has(before.lower) || OVER.test(before.lower)) &&
    from - 1 > 0;
  const verbal =
    first.kind === 'word' &&
    !first.capital &&
    (/(?:ing|ed)$/.test(first.lower) || NO_PHRASE.test(first.lower));
  const last = tokens[index]!;
  const acted = last.kind === 'word' && !last.capital && eventVerb(last.lower)?.form === 'past';
  return (hangs && !antecedent) || verbal || acted || NO_PHRASE.test(tokens[index]!.lower) ? -1 : from;
}
