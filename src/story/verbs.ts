import { AUXILIARY, FINITE } from '../article/speakers.ts';
import { isAdverb as isAdverbForm } from '../article/words.ts';
import type { Timex } from '../dates/timex.ts';
import { isCharge } from './charges.ts';
import { eventVerb, type VerbEntry } from './event-words.ts';
import { type Mood, moodOf } from './mood.ts';
import type { Person } from './people.ts';
import { DETERMINER, isAdjective, isHabit, isParticiple, NP_STOP, startsPurpose } from './phrases.ts';
import {
  type Arguments,
  argumentsIn,
  beginsEvent,
  openingOf,
  type PlaceArgument,
  reachEnd,
} from './reach.ts';
import { openingSubject } from './opening-subject.ts';
import { isCounted, isPlain } from './senses.ts';
import { CROWD, findSubject, type Subject } from './subject.ts';
import type { Telling } from './telling.ts';
import type { Clause, Token } from './tokens.ts';

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

/** "charged with the killing of his uncle in 2019": the year is that of the killing. */
function isOfCharge(tokens: Token[], start: number, charged: number): boolean {
  return start > charged && tokens[tokens.findIndex((token) => token.start === start) - 1]?.lower === 'in';
}

/** "flown to a hospital in Sydney", "driven from their homes": done to them by others, for it has no auxiliary. */
function isBareParticiple(tokens: Token[], at: number, { form, past }: VerbEntry): boolean {
  const { lower } = tokens[at]!;
  if (form !== 'past' || lower === past || !/(?:[aeiou]|w)n(?:e)?$/.test(lower)) return false;
  return !tokens.slice(Math.max(0, at - 6), at).some((token) => AUXILIARY.has(token.lower));
}

/** "flew to Yokohama, where he attended": the place that "where" right before the subject at `from` stands for. */
function whereBefore(tokens: Token[], from: number): PlaceArgument[] {
  if (tokens[from - 1]?.lower !== 'where') return [];
  const isLand = tokens[from - 2]?.kind === 'place' && tokens[from - 2]!.before === ',';
  const at = from - (isLand && tokens[from - 3]?.kind === 'place' ? 3 : 2);
  const token = tokens[at];
  // "in Chad and Mali, where": in which of them?
  if (!token || token.possessive || /^(?:and|or)$/.test(tokens[at - 1]?.lower ?? '')) return [];
  const place = token.toponym?.role === 'literal' ? token.toponym.resolution.place : null;
  return place ? [{ token, place, as: 'at' }] : [];
}

/** "were killed and a third was hurt in Doha on Monday": place and day stand once, behind what befell the others. */
function sharedEnd(tokens: Token[], and: number, { class: name }: VerbEntry): Arguments {
  const none = { places: [], persons: [], times: [] };
  if (!HARMS.test(name) || tokens[and]?.lower !== 'and') return none;
  const at = tokens.findIndex(
    ({ lower, kind }, index) =>
      index > and + 1 && kind === 'word' && HARMS.test(eventVerb(lower)?.class ?? ''),
  );
  const others = tokens.slice(and + 1, at);
  const isOther = others.length > 0 && others.length < 7 && others.every(({ before }) => !before);
  if (at < 0 || !isOther || !others.some(({ lower }) => OTHERS.test(lower))) return none;
  return argumentsIn(tokens, at + 1, reachEnd(tokens, at));
}

/** Who is moved somewhere is there after. */
const MOVED = /^(?:transport|airlift|transfer|admit)$/;

const HARMS = /^(?:death|harm)$/;
/** More of the people that were just told of. */
const OTHERS =
  /^(?:another|others?|third|fourth|fifth|dozens|scores|hundreds|several|more|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)$/;

/** "met Kim, and on Friday | he is to visit Oslo": the day that opens the second clause. */
function timesAfterAnd(tokens: Token[], from: number): Timex[] {
  let index = from - 1;
  while (index > 0 && (tokens[index]!.kind === 'time' || /^(?:on|in|late|early)$/.test(tokens[index]!.lower)))
    index -= 1;
  if (index < 1 || index === from - 1 || !/^(?:and|but)$/.test(tokens[index]!.lower)) return [];
  return tokens.slice(index + 1, from).flatMap(({ timex }) => (timex ? [timex] : []));
}

/** "Putin on Tuesday met"; but what stands behind other words ("the men seized on Friday were freed") is theirs. */
function timesBetween(tokens: Token[], from: number, to: number): Timex[] {
  const between = tokens.slice(from, to);
  const bare = between.every(
    ({ kind, lower }) => kind === 'time' || /^(?:on|in|at|late|early)$/.test(lower) || isAdverbForm(lower),
  );
  const told =
    from > 1 &&
    tokens
      .slice(Math.max(0, from - 8), from)
      .some((_, index, near) => isTold(tokens, from - near.length + index));
  return bare && !told ? between.flatMap(({ timex }) => (timex ? [timex] : [])) : [];
}

/** Whether the verb tells one happening of its own, and not what is so in general, or half of another phrase. */
function isTelling(tokens: Token[], at: number, verb: VerbEntry, mood: Mood, subject: Subject): boolean {
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
function isReduced(tokens: Token[], at: number, verb: VerbEntry, mood: Mood): boolean {
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

/** "Schools in Iquique were closed", "A court in York charged": what is done to or by them is done where they are. */
function placesOfSubject(
  tokens: Token[],
  { from, to, persons, event }: Subject,
  passive: boolean,
): PlaceArgument[] {
  if (persons.length || event >= 0 || to - from < 3) return [];
  const local = tokens.slice(from, to).some(({ lower }) => LOCAL.test(lower));
  if (!passive && !local) return [];
  // "A man convicted of murder in Athens was sentenced": Athens is where he murdered.
  const told = tokens.findIndex((_, index) => index > from && index < to && isTold(tokens, index));
  const places = argumentsIn(tokens, from, told < 0 ? to : told).places.filter(({ as }) => as === 'at');
  return places.slice(0, 1).map((place) => ({ ...place, as: 'subject' }));
}

/** A participle that says what else was done to the subject: "convicted of", "found guilty of", "killed in". */
function isTold(tokens: Token[], at: number): boolean {
  const { kind, lower } = tokens[at]!;
  const next = tokens[at + 1]?.lower ?? '';
  return (
    kind === 'word' &&
    /[a-z]{3}ed$|^(?:found|shot|held|caught|hurt|wanted|stolen|taken|built|made|sold|bought|sent|lost|seen|born|hidden|thrown|driven)$/.test(
      lower,
    ) &&
    /^(?:of|for|in|on|at|by|near|from|with|during|after|over|guilty|dead)$/.test(next)
  );
}

/** Who acts where they are. */
const LOCAL =
  /^(?:court|tribunal|jury|judge|parliament|assembly|council|police|voters|lawmakers|protesters|demonstrators|workers|students|crowds|residents|villagers|firefighters|rescuers|doctors|prosecutors|museum|hospital|schools?|factory|volcano|bridge|building|dam|mine)$/;

/** "ended up", "began to rain": with what follows the verb tells no happening of its own. */
function isWeakBefore(verb: VerbEntry, next: string): boolean {
  if (verb.particle !== null) return false;
  if (/^(?:up|out)$/.test(next)) return true;
  return verb.class === 'start' && (/^(?:off|over|to)$/.test(next) || next.endsWith('ing'));
}

/** What is announced, agreed or ruled on may lie anywhere: "a treaty on fishing in Fiji" is not signed there. */
const ABSTRACT = /^(?:statement|deal|court|office|start|contest|meeting|deed)$/;

const LINKED = /^(?:of|about|over|against|between|for|on|to)$/;
/** What is found or sent is where it is found or sent from. */
const ABOUT = /^(?:about|over|against|between|for|to)$/;

/** Whether a place hangs on the verb at `at` and not on its object’s own words. */
function isOwnPlace(tokens: Token[], at: number, place: Token, parts: RegExp): boolean {
  const between = tokens.slice(at + 1, tokens.indexOf(place));
  return !between.some(
    ({ kind, lower }, index) => kind === 'word' && parts.test(lower) && between[index + 1]?.kind !== 'time',
  );
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
