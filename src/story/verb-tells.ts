import { AUXILIARY } from '../article/speakers.ts';
import type { VerbEntry } from './event-words.ts';
import type { Mood } from './mood.ts';
import { DETERMINER, isHabit, NP_STOP } from './phrases.ts';
import { isCounted, isPlain } from './senses.ts';
import { CROWD, type Subject } from './subject.ts';
import type { Token } from './tokens.ts';

/** "flown to a hospital in Sydney", "driven from their homes": done to them by others, for it has no auxiliary. */
export function isBareParticiple(tokens: Token[], at: number, { form, past }: VerbEntry): boolean {
  const { lower } = tokens[at]!;
  if (form !== 'past' || lower === past || !/(?:[aeiou]|w)n(?:e)?$/.test(lower)) return false;
  return !tokens.slice(Math.max(0, at - 6), at).some((token) => AUXILIARY.has(token.lower));
}

/** Whether the verb tells one happening of its own, and not what is so in general, or half of another phrase. */
export function isTelling(
  tokens: Token[],
  at: number,
  verb: VerbEntry,
  mood: Mood,
  subject: Subject,
): boolean {
  const next = tokens[at + 1];
  const last = tokens[subject.to - 1]!;
  const counts = /^(?:confirm|report|register)$/.test(verb.base) && isCounted(tokens, at, subject);
  if (verb.passive && !mood.passive && !counts) return false;
  if (isElliptic(tokens, at, subject, mood) || isDoubted(tokens, at, subject)) return false;
  // "Dozens were damaged": dozens of what?
  const crowd = subject.to - subject.from === 1 && CROWD.test(last.lower);
  if (crowd && !/^(?:protest|death|harm|arrest|meeting)$/.test(verb.class)) return false;
  if (!isPlain(tokens, at, verb, subject, mood)) return false;
  // "was confirmed to have", "were found to be", "are reported as": what follows is the news, and it is no fact.
  const leads = /^(?:confirm|report|find|detect|discover|test)$/.test(verb.base);
  const by = next?.lower === 'by' ? tokens.slice(at + 2, at + 8) : [];
  if (leads && mood.passive && next && !next.before && /^(?:to|as|that)$/.test(next.lower)) return false;
  if (leads && mood.passive && by.some(({ lower }) => /^(?:to|as)$/.test(lower))) return false;
  // "kills slowly", "begins at nine": of what is so in general nothing happened. Headlines tell of people so.
  if (verb.form === 's') {
    if (!last.capital && last.kind === 'word' && !subject.pronoun) return false;
    if (!subject.persons.length || !/^(?:meeting|motion|visit|attack|contest|deal)$/.test(verb.class))
      return false;
  }
  if (verb.form === 'ing' && !mood.progressive) return false;
  // "plans to murder", "will attack": a threat or an accusation. "was married to": how it was for years.
  if (mood.status === 'planned' && /^(?:death|attack|harm)$/.test(verb.class) && !mood.passive) return false;
  if (verb.base === 'marry' && mood.passive && next?.lower === 'to') return false;
  // "athletes demonstrated their skill": no protest.
  const hasObject =
    next !== undefined &&
    !next.before &&
    (next.kind !== 'word' || !NP_STOP.has(next.lower)) &&
    next.kind !== 'time';
  if (verb.base === 'demonstrate' && hasObject) return false;
  // "traditionally meets", "records began": so it always is, or a way to count.
  if (isHabit(tokens, at) || (/^(?:records?|data)$/.test(last.lower) && verb.class === 'start')) return false;
  // "is rising", "are killing": no one happening, but for who is on the way.
  if (mood.progressive && /^(?:deed|trend|death|harm|disaster|contest)$/.test(verb.class)) return false;
  // "was flying to Rome when": nobody says that it got there.
  if (mood.progressive && mood.past && verb.class === 'motion') return false;
  // "A planned stop in Doha was dropped": no price fell.
  if (verb.class === 'trend' && mood.passive) return false;
  // "was due to appear on Monday but failed to": so it didn't happen, and won't.
  if (mood.lapsed && tokens.slice(at).some(({ lower }) => lower === 'but')) return false;
  // "The plan is to end losses": what it is, and not what it will do.
  if (
    mood.status === 'planned' &&
    subject.to > subject.from &&
    /^(?:plan|aim|goal|idea|purpose|intention|task|hope|target|challenge|job|strategy|objective)$/.test(
      last.lower,
    )
  )
    return false;
  // "once he arrives", "if they are killed": nobody says that it came so.
  const opening = tokens[subject.from - 1]?.lower ?? '';
  if (/^(?:if|unless|once|until|whether|lest|whenever)$/.test(opening)) return false;
  if ((verb.form === 's' || mood.status === 'planned') && /^(?:when|before|after|while|as)$/.test(opening))
    return false;
  return !next || next.before !== '' || verb.class === 'motion' || !isWeakBefore(verb, next.lower);
}

/** "Rumours that he was killed", "it is false that she came", "Had he stayed,": what is denied or never was. */
function isDoubted(tokens: Token[], at: number, { from }: Subject): boolean {
  if (tokens[0]!.lower === 'had' && from > 0 && !tokens.slice(1, at).some(({ before }) => before === ','))
    return true;
  const that = tokens.findLastIndex(
    ({ lower, kind }, index) => index < from && index > from - 8 && kind === 'word' && lower === 'that',
  );
  if (that < 1) return false;
  return tokens.slice(Math.max(0, that - 6), that).some(({ lower }) => DOUBT.test(lower));
}

/** Before "that": what follows is no fact. */
const DOUBT =
  /^(?:rumou?rs?|claims?|allegations?|suggestions?|speculation|notion|idea|hoax|myth|false|untrue|incorrect|wrong|unlikely|doubtful|unclear|unproven|true|possibility|chance|risk|danger|fears?|hopes?|demands?|denial|denied|theory|possible|likely|impossible)$/;

/** "positions should be cut and 14 plants closed": what stands once before "and" holds for both. */
function isElliptic(tokens: Token[], at: number, { from }: Subject, mood: Mood): boolean {
  if (mood.from !== at || tokens[from - 1]?.lower !== 'and' || tokens[from - 1]!.before) return false;
  const be = tokens.slice(Math.max(1, from - 10), from - 1).findLast(({ lower }) => AUXILIARY.has(lower));
  const modal = be && tokens[tokens.indexOf(be) - 1]?.lower;
  return be?.lower === 'be' && /^(?:should|will|would|must|may|might|could|can|to)$/.test(modal ?? '');
}

/** "a man arrested in Rome": a past form before a preposition, of a verb that never lacks its object. */
export function isReduced(tokens: Token[], at: number, verb: VerbEntry, mood: Mood): boolean {
  const [next, time, object] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  // "announced on Monday a new plan": the object stands behind the day.
  if (time?.kind === 'time' && object && !object.before && DETERMINER.has(object.lower)) return false;
  return (
    !mood.passive &&
    verb.transitive &&
    // "found a rifle buried in a wood": nobody tells when.
    verb.base !== 'bury' &&
    verb.particle === null &&
    verb.form === 'past' &&
    mood.from === at &&
    next !== undefined &&
    /^(?:in|on|at|by|near|during)$/.test(next.lower) &&
    !/^(?:least|most)$/.test(tokens[at + 2]?.lower ?? '') &&
    !next.before
  );
}

/** "ended up", "began to rain": with what follows the verb tells no happening of its own. */
function isWeakBefore(verb: VerbEntry, next: string): boolean {
  if (verb.particle !== null) return false;
  if (/^(?:up|out)$/.test(next)) return true;
  return verb.class === 'start' && (/^(?:off|over|to)$/.test(next) || next.endsWith('ing'));
}
