import { findWords } from '../article/words.ts';
import { type EventClass, eventNoun, eventVerb, MOST_WORDS } from './event-words.ts';
import type { Story } from './schema.ts';

/** A sentence is hardly longer, in characters. */
const LONGEST = 400;

/**
 * Whether the text may tell of somebody's way to a place, though no leg or visit was read from it: the last word before
 * its name that tells a happening is one of motion or visiting, or one is anywhere before "to", "via" and the like
 * ("… to Salzburg, then to Innsbruck via Kufstein"), or stands right after it ("her Doha trip", "Doha was visited by").
 * It may have been, too, where something befell somebody ("killed in"). Only where none does can one say that no visit is reported.
 */
export function mayBeVisited(id: string, { text, toponyms }: Pick<Story, 'text' | 'toponyms'>): boolean {
  if (text === null) return true;
  return toponyms.some(({ place, role, start, end }) => {
    if (place !== id || role !== 'literal') return false;
    const sentence = text
      .slice(Math.max(0, start - LONGEST), start)
      .replace(/^[^]*(?:[.!?]["”’)]*\s+|\n)/, '');
    const told = classesOf(sentence);
    if (isWay(told.at(-1)) || (LEADING.test(sentence) && told.some(isWay))) return true;
    if (AT.test(sentence) && HAPPENS.test(told.at(-1) ?? 'war')) return true;
    const next = AFTER.exec(text.slice(end, end + 60));
    return next !== null && classesOf(next[0]).some(isWay);
  });
}

/** What leads somewhere, right before a name. */
const LEADING = /\b(?:to|via|through|towards?|for|into|from)\s+(?:the\s+)?$/;

/** "… was killed in Lima": somebody was there, though no event was read from it. */
const AT = /\b(?:in|at|near|outside|on)\s+(?:the\s+)?$/;
const HAPPENS = /^(?:death|harm|arrest|life|contest)$/;

/** The next word but for "is", "was" and the like. */
const AFTER =
  /^(?:[’']s)?(?:\s+(?:is|are|was|were|has|had|have|been|being|to|be|will|last|next|first))*\s+[\p{L}-]+/u;

const isWay = (told: EventClass | undefined): boolean => told === 'motion' || told === 'visit';

/** What the words tell, in their order. */
function classesOf(words: string): EventClass[] {
  const all = findWords(words).map(({ lower }) => lower);
  return all.flatMap((lower, index) => {
    const next = all.slice(index + 1, index + 1 + MOST_WORDS);
    const entry = eventVerb(lower, ...next) ?? eventNoun(lower, all[index - 1]);
    return entry ? [entry.class] : [];
  });
}
