import { isAdverb } from '../article/words.ts';
import { eventVerb } from './event-words.ts';
import type { Token } from './tokens.ts';

/** Words that open a noun phrase. */
export const DETERMINER = new Set('the a an this that these those his her its their'.split(' '));

/** Words that no noun phrase runs over. */
export const NP_STOP = new Set(
  'in on at by for from with after before during since amid over under while when as if although though that which who whose than so to into and or but because where near through against about until including upon between among via of not is are was were be been has had have will would following despite he she they it we due'.split(
    ' ',
  ),
);

/** Whether a form that may be both is a noun here: after a determiner, an adjective, a name, a preposition. */
export function isNoun(tokens: Token[], at: number): boolean {
  const token = tokens[at]!;
  // "under fire from officials": words, not flames.
  if (
    token.lower === 'fire' &&
    (/^(?:under|set|sets|setting|catch|caught|by|open|opened|opening|returned|sniper|gun|cross|enemy|friendly|artillery|rocket|mortar|machine-gun|small-arms|hostile|cease)$/.test(
      tokens[at - 1]?.lower ?? '',
    ) ||
      /^(?:from|on)$/.test(tokens[at + 1]?.lower ?? ''))
  )
    return false;
  const verb = eventVerb(token.lower);
  const next = tokens[at + 1];
  if (next && !next.before && !token.possessive) {
    // "strike force", "war crimes": the noun only describes the next one.
    const plain = next.kind === 'word' && !next.capital;
    const acts = actsNext(tokens, at);
    const goesOn =
      acts ||
      NP_STOP.has(next.lower) ||
      /ed$|ing$/.test(next.lower) ||
      isAdverb(next.lower) ||
      eventVerb(next.lower, tokens[at + 2]?.lower ?? '')?.form === 'past' ||
      /^(?:can|could|may|might|must|should|shall|did|does|do|comes?|came|took|takes?|begins?|starts?|ends?|said|says|left|late|early|last|again|also|there|here|outside|inside|off|around|across|held|shook|what|how|set|due)$/.test(
        next.lower,
      );
    if ((plain && !goesOn) || next.kind === 'organisation' || (next.capital && next.kind === 'word'))
      return false;
  }
  if (!verb) return true;
  const prev = tokens[at - 1];
  // "Strikes in Mosul killed ten": nobody stands before it who could do it.
  if (!prev) return verb.form === 's';
  if (token.before) return false;
  if (prev.possessive || DETERMINER.has(prev.lower)) return true;
  if (prev.kind === 'time') return prev.timex?.type === 'DURATION';
  if (prev.kind !== 'word') return false;
  return (
    !/^(?:to|will|would|he|she|they|we|who|i|you|has|had|have|was|were|is|are|been|be)$/.test(prev.lower) &&
    !isAdverb(prev.lower)
  );
}

/** "The meeting highlights Russia’s role": what follows the noun is a verb, for an object follows it. */
export function actsNext(tokens: Token[], at: number): boolean {
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (!next || !after || next.before || after.before || next.kind !== 'word') return false;
  return /[^s]s$/.test(next.lower) && (DETERMINER.has(after.lower) || after.capital);
}

/** "the killing shocked …", "the raid carried out …": a verb in -ed after a noun ends the noun's phrase. */
export function isParticiple(tokens: Token[], index: number): boolean {
  const prev = tokens[index - 1]!;
  if (isAdjective(tokens, index)) return false;
  const next = tokens[index + 1];
  // "a large unmanned drone": behind an adjective it is one too.
  if (SIZE.test(prev.lower) && next?.kind === 'word' && !next.before && !NP_STOP.has(next.lower))
    return false;
  // "mud-filled streets": two words made one only describe.
  if (/[-–]/.test(tokens[index]!.lower) && next?.kind === 'word' && !next.before && !NP_STOP.has(next.lower))
    return false;
  if (!/[a-z]{3}ed$/.test(tokens[index]!.lower) || tokens[index]!.capital) return false;
  return prev.kind !== 'word' || (!NP_STOP.has(prev.lower) && !DETERMINER.has(prev.lower));
}

const SIZE = /^(?:large|small|big|new|old|young|long|short|huge|major|heavy|massive|giant)$/;

/** "travel to Ankara to meet …": what follows "to" is the purpose, told with the motion, and not yet done. */
export function startsPurpose(tokens: Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    tokens[index]!.lower === 'to' &&
    next?.kind === 'word' &&
    !next.capital &&
    !DETERMINER.has(next.lower) &&
    !next.before
  );
}

/** "a closed door", "the banned party", "two injured men": a past form between a determiner and a noun only describes it. */
export function isAdjective(tokens: Token[], at: number): boolean {
  const [prev, { before, lower }, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (!prev || before || !next || next.before || next.kind === 'time' || prev.kind === 'time') return false;
  const determined =
    prev.possessive ||
    DETERMINER.has(prev.lower) ||
    /^(?:two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|several|many|some|other|one|no|any|every|each|new|first|another|newly|recently|already|previously|long|much|well|of|with|for)$/.test(
      prev.lower,
    );
  if (!determined || /ing$/.test(lower)) return false;
  return next.kind === 'word'
    ? !NP_STOP.has(next.lower) && !DETERMINER.has(next.lower) && !isAdverb(next.lower)
    : prev.kind === 'word' && DETERMINER.has(prev.lower);
}

/** "traditionally", "every year": what is told so close to the word at `at` is so in general; an aside's is its own. */
export function isHabit(tokens: Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 12), at + 8);
  const marks = near.flatMap(({ before }, index) =>
    index && /^(?:,|[(–—)]|--)/.test(before) ? [index] : [],
  );
  const own = at - Math.max(0, at - 12);
  const aside = marks.findLast((mark) => mark <= own) ?? 0;
  const opens = marks.findLast((mark) => mark < aside) ?? -1;
  return near.some(
    ({ lower, kind, timex }, index) =>
      (HABIT.test(lower) || (kind === 'time' && timex?.type === 'SET')) &&
      !(opens > 0 && index >= opens && index < aside),
  );
}

const HABIT =
  /^(?:traditionally|usually|typically|often|always|normally|generally|regularly|annually|sometimes|frequently|ordinarily|customarily|routinely|whenever|repeatedly)$/;

/**
 * Where the words from `head` to `to` end so that no noun phrase is cut: "issued an updated | “caution”" ends at
 * "issued", "gathered at a Calgary | rally" at "gathered".
 */
export function wholeEnd(tokens: Token[], head: number, to: number): number {
  const next = tokens[to];
  const last = tokens[to - 1]!;
  if (!next || to - 1 <= head) return to;
  const cut = next.before
    ? /^[-–/&$£€'’]/.test(next.before) ||
      (next.before === ',' && ADJECTIVE.test(last.lower) && DETERMINER.has(tokens[to - 2]?.lower ?? '')) ||
      (next.quoted && !last.quoted && /["“‘'`]$/.test(next.before) && !/^[,.;:]/.test(next.before))
    : next.kind === 'word' &&
      last.kind !== 'time' &&
      !NP_STOP.has(next.lower) &&
      !DETERMINER.has(next.lower) &&
      !isAdverb(next.lower) &&
      !/(?:ed|ing)$/.test(next.lower) &&
      eventVerb(next.lower)?.form !== 'past' &&
      !AFTER_NOUN.test(next.lower);
  // "a recall on peanut | contaminated bars": a participle between two nouns is of the second.
  const after = tokens[to + 1];
  const describes =
    !next.before &&
    last.kind !== 'time' &&
    /^[a-z]{3,}ed$/.test(next.text) &&
    after !== undefined &&
    !after.before &&
    after.capital &&
    after.kind === 'word';
  if (!cut && !describes) return to;
  let from = to;
  while (from - 1 > head) {
    const token = tokens[from - 1]!;
    from -= 1;
    if (token.kind === 'word' && (DETERMINER.has(token.lower) || NP_STOP.has(token.lower))) break;
  }
  while (from - 1 > head && tokens[from - 1]!.kind === 'word' && NP_STOP.has(tokens[from - 1]!.lower))
    from -= 1;
  return from;
}

const ADJECTIVE =
  /(?:ent|ous|ful|ive|al|ic|able|ible|less|ish|ary|young|old|new|big|small|large|long|short)$/;

/** "sent a man | and woman to a hospital": the end with the second of two things, where "and" begins no new clause. */
export function overAnd(tokens: Token[], to: number): number {
  const and = tokens[to];
  if (!and || and.before || and.lower !== 'and' || tokens[to - 1]!.kind === 'time') return to;
  let end = to + 1;
  while (end < tokens.length && end - to < 12) {
    const { before, kind, lower } = tokens[end]!;
    if (
      before ||
      kind === 'time' ||
      CLAUSE.test(lower) ||
      /^(?:he|she|it|they|we|i|later|then|also)$/.test(lower)
    )
      break;
    const verb =
      kind === 'word' &&
      !isAdjective(tokens, end) &&
      (eventVerb(lower)?.form === 'past' || /^[a-z]{2,}(?:ed|s)$/.test(lower));
    const next = tokens[end + 1];
    // "took cash and spent it": a word before "it" or "the" acts.
    const acts =
      end === to + 1 &&
      kind === 'word' &&
      !DETERMINER.has(lower) &&
      !NP_STOP.has(lower) &&
      next &&
      !next.before;
    if (acts && (DETERMINER.has(next.lower) || /^(?:it|him|them|himself|themselves)$/.test(next.lower)))
      return to;
    if (verb && end === to + 1 && /ed$/.test(lower)) return to;
    if (verb && eventVerb(lower)?.form === 'past') return to;
    end += 1;
  }
  if (end < tokens.length && FINITE_NEXT.test(tokens[end]!.lower) && !tokens[end]!.before) return to;
  const first = tokens[to + 1];
  return !first || first.before || (first.kind === 'word' && NP_STOP.has(first.lower)) ? to : end;
}

/** Words that begin a new clause, and those that show that one has begun. */
const CLAUSE =
  /^(?:and|but|or|who|which|that|when|where|while|as|after|before|because|since|until|if|including|is|are|was|were|has|have|had|will|would|can|could|may|might|said|says|told|did|does)$/;
const FINITE_NEXT =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|said|says|told|did|does|later|then|also)$/;

/** Words after a noun phrase that are none of it. */
const AFTER_NOUN =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|who|which|that|when|where|while|if|as|than|then|there|here|it|they|we|this|again|too|also|ago|earlier|later|before|after|since|until|because|without|despite|amid|saying|including|according|said|says|nor|yet|so|once|unless|whose|whom|such|like|alone|together|home|away|back|out|up|down|off|over|only|just|even)$/;
