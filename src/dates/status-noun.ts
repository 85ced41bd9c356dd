import { cueOf, type EventStatus, HAPPENED, isParted, isPast, lowerAt, type Sentence } from './clause.ts';
import { governing } from './status-verb.ts';
import {
  AHEAD_AFTER_BE,
  BE,
  CLAUSE,
  DETERMINERS,
  HAVE,
  MAKES,
  MODALS,
  PLANNED_ADJECTIVES,
  PREPOSITIONS,
} from './status-words.ts';

/** By its adjective, then by the verb that it is the subject of, then by what governs it. */
export function nounStatus(sentence: Sentence, at: number): EventStatus {
  for (let i = at - 1; i >= Math.max(0, at - 4) && !isParted(sentence, i); i--) {
    const word = lowerAt(sentence, i);
    if (PLANNED_ADJECTIVES.has(word)) return { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i) };
    if (DETERMINERS.has(word) || PREPOSITIONS.has(word)) break;
  }
  const subject = subjectStatus(sentence, at);
  if (subject) return subject;
  const governed = governing(sentence, at - 1, 10);
  return governed && !(governed.status === 'planned' && isOwned(sentence, at)) ? governed : HAPPENED;
}

/** "to use its option", "will secure the firm's operations": what somebody has is there, unless the verb makes it. */
function isOwned(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4) && !isParted(sentence, i); i--) {
    const word = lowerAt(sentence, i);
    if (sentence.words[i]!.possessive || /^(its|their|his|her|my|our|your)$/.test(word)) {
      return !MAKES.has(lowerAt(sentence, i - 1)) && !MAKES.has(lowerAt(sentence, i - 2));
    }
    if (DETERMINERS.has(word) || PREPOSITIONS.has(word)) return false;
  }
  return false;
}

/** "The deliveries are scheduled to begin", "the visit will end": a noun before its verb, prepositions between. */
function subjectStatus(sentence: Sentence, at: number): EventStatus | null {
  for (let i = at; i < Math.min(sentence.words.length - 1, at + 8); i++) {
    if (isParted(sentence, i) || CLAUSE.has(lowerAt(sentence, i + 1))) return null;
    const word = lowerAt(sentence, i + 1);
    const next = lowerAt(sentence, i + 2);
    if (/^(will|shall|should)$/.test(word))
      return { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i + 1) };
    if (MODALS.has(word)) return null; // "the loss could swell": there is one
    if (HAVE.has(word) && next === 'been' && AHEAD_AFTER_BE.has(lowerAt(sentence, i + 3))) {
      return { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i + 1, i + 3) };
    }
    if (BE.has(word)) {
      const cause = next === 'due' && lowerAt(sentence, i + 3) === 'to';
      const ahead = next === 'to' || (AHEAD_AFTER_BE.has(next) && !cause);
      return ahead ? { ...HAPPENED, status: 'planned', cue: cueOf(sentence, i + 1, i + 2) } : null;
    }
    if (isPast(sentence.words[i + 1]!)) return null;
  }
  return null;
}
