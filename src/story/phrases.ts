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
    (/^(?:under|open|opened|opening|returned)$/.test(tokens[at - 1]?.lower ?? '') ||
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
      eventVerb(next.lower)?.form === 'past' ||
      /^(?:can|could|may|might|must|should|shall|did|does|do|comes?|came|took|takes?|begins?|starts?|ends?|said|says|left|late|early|last|again|also|there|here|outside|inside|off|around|across|held|shook|what|how)$/.test(
        next.lower,
      );
    if ((plain && !goesOn) || next.kind === 'organisation' || (next.capital && next.kind === 'word'))
      return false;
  }
  if (!verb) return true;
  const prev = tokens[at - 1];
  if (!prev || token.before) return false;
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
  if (!/[a-z]{3}ed$/.test(tokens[index]!.lower) || tokens[index]!.capital) return false;
  return prev.kind !== 'word' || (!NP_STOP.has(prev.lower) && !DETERMINER.has(prev.lower));
}

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
