import type { VerbEntry } from './event-words.ts';
import { moodOf } from './mood.ts';
import type { Person } from './people.ts';
import { DETERMINER, isParticiple, startsPurpose } from './phrases.ts';
import { argumentsIn, beginsEvent, reachEnd } from './reach.ts';
import { findSubject } from './subject.ts';
import type { Telling } from './telling.ts';
import type { Clause, Token } from './tokens.ts';

/**
 * What a verb tells: who does it, where and when by words of its own reach, and whether it happened. `before` are the
 * tellings of the sentence so far, for "and": it has their subject. Null where nobody does it or nothing happened.
 */
export function verbTelling(clause: Clause, at: number, verb: VerbEntry, before: Telling[]): Telling | null {
  const { tokens } = clause;
  const prev = tokens[at - 1]!;
  if (prev.possessive || (DETERMINER.has(prev.lower) && !tokens[at]!.before && verb.form !== 'past'))
    return null;
  const mood = moodOf(tokens, at, verb.form);
  if (!mood?.status) return null;
  let subject = findSubject(tokens, mood.from);
  const joined = tokens[mood.from - 1];
  const isJoined = joined !== undefined && /^(?:and|but|then)$/.test(joined.lower);
  if (isJoined) {
    // "flew to Rome and met Kim": one subject for both, if there was one.
    const earlier = before.findLast((telling) => telling.verb && telling.subject);
    if (!earlier) return null;
    subject = earlier.subject;
  }
  if (!subject) return null;
  // "hit", "set" and "put" are past after a subject only; "visits" is a verb only after a name.
  if (
    verb.form === 's' &&
    !(tokens[subject.to - 1]!.capital || tokens[subject.to - 1]!.kind !== 'word' || subject.pronoun)
  )
    return null;
  // "kills slowly", "begins at nine": of what is so in general nothing happened. Headlines tell of people so.
  if (
    verb.form === 's' &&
    !(subject.persons.length && /^(?:meeting|motion|visit|attack|contest|deal)$/.test(verb.class))
  )
    return null;
  if (mood.would && !joined) return null;
  const next = tokens[at + 1];
  const reduced =
    !mood.passive &&
    verb.transitive &&
    verb.form === 'past' &&
    mood.from === at &&
    next !== undefined &&
    /^(?:in|on|at|by|near|during)$/.test(next.lower) &&
    !next.before;
  if (reduced && !(/^(?:death|harm|arrest|court)$/.test(verb.class) && !tokens[subject.to - 1]!.capital))
    return null;
  if (next && !next.before && verb.class !== 'motion' && isWeakBefore(verb, next.lower)) return null;
  const to = reachEnd(
    tokens,
    at,
    (index) => beginsEvent(tokens, index) || startsPurpose(tokens, index) || isParticiple(tokens, index),
  );
  const found = argumentsIn(tokens, at + 1, to, {
    object: verb.object && !mood.passive,
    motion: verb.class === 'motion' || verb.class === 'visit',
    leaves: verb.motion === 'leave',
  });
  if (verb.form === 'ing' && !mood.progressive) return null;
  const times = [
    ...found.times,
    ...(isJoined ? [] : tokens.slice(subject.to, mood.from)).flatMap((token) =>
      token.timex ? [token.timex] : [],
    ),
  ];
  const isAbstract = ABSTRACT.test(verb.class);
  const places = found.places.filter(
    ({ token }) => verb.class !== 'statement' && (!isAbstract || isOwnPlace(tokens, at, token)),
  );
  const opening = openingOf(tokens, subject.from);
  if (opening) {
    const fronted = argumentsIn(tokens, 0, opening);
    if (!times.length) times.push(...fronted.times);
    if (!places.some(({ as }) => as === 'at') && verb.class !== 'motion') places.push(...fronted.places);
  }
  const objects = objectsOf(tokens, at, found.persons, verb, mood.passive);
  return {
    class: verb.class,
    clause,
    head: at,
    from: subject.from,
    to,
    group: mood.from,
    verb,
    noun: null,
    light: -1,
    own: -1,
    status: mood.progressive && verb.class === 'motion' ? 'ongoing' : mood.status,
    subject,
    persons: [...subject.persons, ...objects],
    places,
    times,
    definite: false,
    setting: false,
    continuing: mood.progressive,
    speech: null,
    passive: mood.passive || reduced,
  };
}

/** "ended up", "began to rain": with what follows the verb tells no happening of its own. */
function isWeakBefore(verb: VerbEntry, next: string): boolean {
  if (/^(?:up|out)$/.test(next)) return true;
  return verb.class === 'start' && (/^(?:off|over|to)$/.test(next) || next.endsWith('ing'));
}

/** What is announced, agreed or ruled on may lie anywhere: "a treaty on fishing in Fiji" is not signed there. */
const ABSTRACT = /^(?:statement|deal|court|office|start|contest|meeting)$/;

/** Whether a place hangs on the verb at `at` and not on its object’s own words. */
function isOwnPlace(tokens: Token[], at: number, place: Token): boolean {
  const between = tokens.slice(at + 1, tokens.indexOf(place));
  return !between.some(
    ({ kind, lower }, index) =>
      kind === 'word' &&
      /^(?:of|about|over|against|between|for|on|to)$/.test(lower) &&
      between[index + 1]?.kind !== 'time',
  );
}

/** How many tokens the phrase has that opens the sentence before a comma, if the subject at `from` follows it; else 0. */
function openingOf(tokens: Token[], from: number): number {
  if (from === 0 || tokens[from]!.before !== ',') return 0;
  const first = tokens[0]!.lower;
  if (!/^(?:in|on|at|near|outside|inside|earlier|late|early)$/.test(first) && tokens[0]!.kind !== 'time')
    return 0;
  for (let index = 0; index < from; index += 1) {
    if (index > 0 && tokens[index]!.before) return 0;
    if (beginsEvent(tokens, index)) return 0;
  }
  return from;
}

/** The persons that a verb acts on or with: its object, and those after "with" or "by". */
function objectsOf(
  tokens: Token[],
  at: number,
  persons: Token[],
  verb: VerbEntry,
  passive: boolean,
): Person[] {
  return persons.flatMap((token) => {
    const index = tokens.indexOf(token);
    const prev = tokens[index - 1]!;
    const direct = index === at + 1 && !passive;
    const joined = prev.lower === 'and' && tokens[index - 2]?.kind === 'person';
    return direct ||
      joined ||
      /^(?:with|by|alongside)$/.test(prev.lower) ||
      (verb.class === 'meeting' && prev.kind !== 'word')
      ? [token.person!]
      : [];
  });
}
