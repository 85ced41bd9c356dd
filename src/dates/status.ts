import type { Span } from '../article/article.ts';
import { findWords } from '../article/words.ts';
import {
  cueOf,
  type EventStatus,
  HAPPENED,
  isParted,
  isPast,
  lowerAt,
  opensWith,
  type Sentence,
} from './clause.ts';
import { boundsOf, compareDays } from './edtf.ts';
import { nounStatus } from './status-noun.ts';
import { verbStatus } from './status-verb.ts';
import { BE, CANCELLED, CANCELS, CLAUSE, GIVEN } from './status-words.ts';

export type { EventStatus } from './clause.ts';

/**
 * Whether the event told by the word at `event` happened, goes on, is planned or was called off, by tense, auxiliaries
 * and cue words of its `clause` (a clause or a whole sentence that holds it).
 *
 * `planned` is all that lies ahead of the writing: future, infinitives of purpose, wishes; "was to have" and "called
 * off" are `cancelled`. A noun has the status of the verb that governs it, or that it is the subject of. In doubt an
 * event happened, as most do in news. On MEANTIME's gold events `npm run bench -- dates` measures it.
 */
export function statusOf(text: string, clause: Span, event: Span): EventStatus {
  const words = findWords(text, clause.start, clause.end);
  const at = words.findIndex((word) => word.end > event.start);
  if (at < 0 || /^(this|that|which|it|these|those)$/.test(words[at]!.lower)) return HAPPENED;
  const sentence = { text, words };
  const off = calledOff(sentence, at);
  if (off) return off;
  const status = verbStatus(sentence, at) ?? nounStatus(sentence, at);
  const ifClause = !status.conditional && opensWith(sentence, at, /^(if|unless)$/);
  if (!ifClause) return status;
  const open = status.status === 'happened' && !isPast(words[at]!);
  return { ...status, status: open ? 'planned' : status.status, conditional: true };
}

/** "The visit was called off", "he cancelled the visit", "cancelled plans to visit", "was to have met". */
function calledOff(sentence: Sentence, at: number): EventStatus | null {
  const off = (from: number, to = from): EventStatus => ({
    ...HAPPENED,
    status: 'cancelled',
    cue: cueOf(sentence, from, to),
  });
  for (let i = at + 1; i < Math.min(sentence.words.length, at + 10); i++) {
    const word = lowerAt(sentence, i);
    // "was later cancelled", but "was found abandoned"
    const passive =
      BE.has(lowerAt(sentence, i - 1)) ||
      (BE.has(lowerAt(sentence, i - 2)) && !/(?:ed|found|left|seen)$/.test(lowerAt(sentence, i - 1)));
    if (passive && CANCELLED.has(word)) return off(i);
    if (passive && word === 'called' && lowerAt(sentence, i + 1) === 'off') return off(i, i + 1);
    if (isParted(sentence, i - 1, /[.;:—]/) || CLAUSE.has(word)) break;
  }
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    const word = lowerAt(sentence, i);
    if (isParted(sentence, i, /[.;:—,]/) || CLAUSE.has(word) || GIVEN.has(word) || word === 'and') break;
    if (CANCELS.has(word) && !BE.has(lowerAt(sentence, i - 1))) return off(i);
    if (word === 'off' && /^call/.test(lowerAt(sentence, i - 1))) return off(i - 1, i);
    const wasTo = word === 'to' && /^(was|were)$/.test(lowerAt(sentence, i - 1));
    if (wasTo && lowerAt(sentence, i + 1) === 'have' && at - i <= 4) return off(i - 1, i + 1);
  }
  return null;
}

/**
 * The status of a happening that its words leave in the past, once its date is known: what is dated after the day of
 * writing is planned ("a June 3 hearing"). Both are EDTF; the status stays where either is open or unknown.
 */
export function statusOn(
  status: EventStatus['status'],
  date: string | null,
  published: string | null,
): EventStatus['status'] {
  if (status !== 'happened' || date === null || published === null) return status;
  if (date.startsWith('X') !== published.startsWith('X')) return status;
  // Of an unknown year both are read in one leap year.
  const day = published.replace('XXXX', '2000');
  const [event, writing] = [boundsOf(date, [day]), boundsOf(day)];
  if (!event?.earliest || !writing?.latest) return status;
  return compareDays(event.earliest, writing.latest) > 0 ? 'planned' : status;
}
