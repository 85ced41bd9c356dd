import { AUXILIARY, FINITE } from '../article/speakers.ts';
import { isAdverb as isAdverbForm } from '../article/words.ts';
import { isCharge } from './charges.ts';
import { eventVerb, type VerbEntry } from './event-words.ts';
import { moodOf } from './mood.ts';
import { openingSubject } from './opening-subject.ts';
import { DETERMINER, isAdjective, isParticiple, startsPurpose } from './phrases.ts';
import { argumentsIn, beginsEvent, openingOf, reachEnd } from './reach.ts';
import { findSubject, type Subject } from './subject.ts';
import type { Telling } from './telling.ts';
import type { Clause, Token } from './tokens.ts';
import {
  ABOUT,
  ABSTRACT,
  isOfCharge,
  isOwnPlace,
  LINKED,
  MOVED,
  objectsOf,
  placesOfSubject,
  sharedEnd,
  timesAfterAnd,
  timesBetween,
  whereBefore,
} from './verb-args.ts';
import { isBareParticiple, isReduced, isTelling } from './verb-tells.ts';

/**
 * What a verb tells: who does it, where and when by words of its own reach, and whether it happened. `before` are the
 * tellings of the sentence so far, for "and": it has their subject. Null where nobody does it or nothing happened.
 */
export function verbTelling(clause: Clause, at: number, verb: VerbEntry, before: Telling[]): Telling | null {
  const { tokens } = clause;
  const prev = tokens[at - 1]!;
  if (isBareParticiple(tokens, at, verb)) return null;
  // "visits" after "his", "closed" in "a closed door": no verbs.
  if (prev.possessive || isAdjective(tokens, at)) return null;
  if (DETERMINER.has(prev.lower) && !tokens[at]!.before && verb.form !== 'past') return null;
  const mood = moodOf(tokens, at, verb.form);
  if (!mood?.status) return null;
  const link = tokens[mood.from - 1];
  // "He then flew": no "then" that joins two verbs of one subject, as in "met Kim, then flew".
  const isAdverb = link?.lower === 'then' && !link.before && tokens[mood.from - 2]?.lower !== 'and';
  const joined = !isAdverb && /^(?:and|but|then)$/.test(link?.lower ?? '');
  const subject = joined
    ? subjectOver(tokens, mood.from - 1, before)
    : subjectOf(tokens, isAdverb ? mood.from - 1 : mood.from);
  if (!subject || !isTelling(tokens, at, verb, mood, subject)) return null;
  const reduced = isReduced(tokens, at, verb, mood);
  if (reduced && !(/^(?:death|harm|arrest|court)$/.test(verb.class) && !tokens[subject.to - 1]!.capital))
    return null;
  const to = reachEnd(
    tokens,
    at + verb.words,
    (index) => beginsEvent(tokens, index) || startsPurpose(tokens, index) || isParticiple(tokens, index),
  );
  // "confirmed the death of a boy was due to flu": what was confirmed is a clause.
  const next = verb.passive && !mood.passive ? tokens[reachEnd(tokens, at)] : undefined;
  if (next && !next.before && FINITE.test(next.lower)) return null;
  const found = argumentsIn(tokens, at + 1 + verb.words, to, {
    object: verb.object && !mood.passive,
    motion: verb.class === 'motion' || verb.class === 'visit' || MOVED.test(verb.base),
    leaves: verb.motion === 'leave',
    // "launched a rocket from Kourou" is at Kourou.
    into:
      verb.base === 'launch'
        ? ['from']
        : /^(?:crash|plunge|slam|smash|sink|capsize)$/.test(verb.base)
          ? ['into']
          : [],
  });
  const charge = /^(?:court|arrest)$/.test(verb.class)
    ? tokens.findIndex((_, index) => index > at && index < to && isCharge(tokens, index))
    : -1;
  const charged = charge < 0 ? Infinity : tokens[charge]!.start;
  const times = [
    ...found.times.filter(({ start }) => !isOfCharge(tokens, start, charged)),
    ...(joined ? [] : timesBetween(tokens, subject.to, mood.from)),
  ];
  if (!found.places.length && !times.length) {
    const shared = sharedEnd(tokens, to, verb);
    found.places.push(...shared.places);
    times.push(...shared.times);
  }
  const isAbstract = ABSTRACT.test(verb.class);
  const places = found.places.filter(
    ({ token }) =>
      // "jailed for an attack in Porto": there somebody attacked.
      token.start < charged &&
      verb.class !== 'statement' &&
      (!isAbstract ||
        MOVED.test(verb.base) ||
        isOwnPlace(tokens, at + verb.words, token, verb.class === 'deed' ? ABOUT : LINKED)),
  );
  if (!joined && !times.length) times.push(...timesAfterAnd(tokens, subject.from));
  const opening = joined ? 0 : openingOf(tokens, subject.from);
  if (opening) {
    const fronted = argumentsIn(tokens, 0, opening);
    if (!times.length) times.push(...fronted.times);
    if (!places.some(({ as }) => as === 'at') && verb.class !== 'motion') places.push(...fronted.places);
  }
  if (!places.length && !joined) places.push(...whereBefore(tokens, subject.from));
  // What was cancelled somewhere did not take place there.
  const off = /^(?:cancel|call|put|push|postpone|scrap|abolish|delay)$/.test(verb.base);
  if (!places.length && !off)
    places.push(
      ...placesOfSubject(
        tokens,
        subject,
        mood.passive || /^(?:die|drown|perish|explode|collapse|test|burn|reopen)$/.test(verb.base),
      ),
    );
  const objects = objectsOf(tokens, at, found.persons, verb, mood.passive);
  return {
    class: verb.class,
    word: verb.base,
    clause,
    head: at,
    from: subject.from,
    to,
    group: mood.from,
    verb,
    noun: null,
    light: -1,
    own: -1,
    status: mood.progressive && mood.past ? 'happened' : mood.status,
    subject,
    persons: [...subject.persons, ...objects],
    places,
    times,
    definite: false,
    setting: false,
    continuing: mood.progressive && !mood.past,
    speech: null,
    around: [],
    passive: mood.passive || reduced,
    reduced,
    lapsed: mood.lapsed,
    would: mood.would && !joined,
    main:
      !joined &&
      !subject.relative &&
      (subject.from === 0 || opening > 0 || openingSubject(tokens, mood.from) !== null),
    pronouns: [],
  };
}

/** The subject right before the verb group at `at`, or the one that the sentence begins with. */
function subjectOf(tokens: Token[], at: number): Subject | null {
  const near = findSubject(tokens, at);
  return near && (near.from === 0 || near.persons.length > 0) ? near : (openingSubject(tokens, at) ?? near);
}

/** "flew to Rome and met Kim": one subject for both, that of the telling or of the finite verb before "and". */
function subjectOver(tokens: Token[], and: number, before: Telling[]): Subject | null {
  const earlier = before.findLast((telling) => telling.verb && telling.subject && telling.head < and);
  for (let index = and - 1; index > (earlier?.head ?? 0); index -= 1) {
    const { kind, lower, capital, before: mark } = tokens[index]!;
    if (/[;:–—]/.test(mark)) return null;
    if (kind !== 'word' || capital || !isFinite(tokens, index)) continue;
    let from = index;
    while (
      from > 0 &&
      tokens[from]!.kind === 'word' &&
      (AUXILIARY.has(tokens[from - 1]!.lower) || isAdverbForm(tokens[from - 1]!.lower))
    )
      from -= 1;
    if (/^(?:said|says)$/.test(lower)) return null;
    const subject = findSubject(tokens, from);
    return subject && subject.event < 0 ? subject : null;
  }
  return earlier?.subject ?? null;
}

/** A form that is a verb of a clause: no adjective, no participle after a noun with "by", "in" or "of" behind it. */
function isFinite(tokens: Token[], at: number): boolean {
  const { lower } = tokens[at]!;
  return (
    (FINITE.test(lower) || eventVerb(lower)?.form === 'past') &&
    !isAdjective(tokens, at) &&
    (isDoer(tokens[at - 1]) || !/^(?:by|in|of|from|with|at|on)$/.test(tokens[at + 1]?.lower ?? ''))
  );
}

/** A name or a pronoun right before a past form is who did it. */
function isDoer(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'person' || /^(?:he|she|they|who)$/.test(token.lower));
}
