import type { Speech } from '../article/article.ts';
import { isAdverb } from '../article/words.ts';
import type { Timex } from '../dates/timex.ts';
import { type EventClass, eventNoun, type NounEntry, eventVerb, type VerbEntry } from './event-words.ts';
import { moodOf, type Status } from './mood.ts';
import type { Person } from './people.ts';
import { argumentsIn, beginsEvent, type PlaceArgument, reachEnd } from './reach.ts';
import { findSubject, type Subject } from './subject.ts';
import type { Clause, Token } from './tokens.ts';

/**
 * One telling of a happening: a verb or a noun of the text with what stands within its own reach. Several tellings may
 * be one event. Indexes count in the tokens of `clause`.
 */
export interface Telling {
  class: EventClass;
  clause: Clause;
  /** The verb's or the noun's token; `from` and `to` (exclusive) its clause or noun phrase. */
  head: number;
  from: number;
  to: number;
  /** The first token of the verb group, "is" of "is scheduled to travel"; a noun’s `from`. */
  group: number;
  verb: VerbEntry | null;
  noun: NounEntry | null;
  /** "held talks": the light verb's token before a noun, else -1. */
  light: number;
  /** "the summit opened": the token of the noun's own verb, else -1. */
  own: number;
  status: Status;
  subject: Subject | null;
  /** Who takes part by the words of this telling, in text order. */
  persons: Person[];
  places: PlaceArgument[];
  times: Timex[];
  /** "the", "this", "his": what was told before, perhaps. */
  definite: boolean;
  /** Introduced only as setting: "amid", "following", "due to". */
  setting: boolean;
  /** Goes on: "ongoing", "continued", or after "amid". */
  continuing: boolean;
  /** The speech that it stands in, null where the article itself tells it. */
  speech: Speech | null;
  passive: boolean;
}

const LIGHT = new Set(
  'hold held holding holds have had attend attended attends host hosted hosts conduct conducted launch launched launches carried carry stage staged paid pay pays made make begin began begun start started open opened join joined win won lose lost'.split(
    ' ',
  ),
);
const DETERMINER = new Set('the a an this that these those his her its their'.split(' '));
const NP_STOP = new Set(
  'in on at by for from with after before during since amid over under while when as if although though that which who whose than so to into and or but because where near through against about until including upon between among via of not is are was were be been has had have will would following despite he she they it we due'.split(
    ' ',
  ),
);
/** After these a happening is only feared, wished, or talked of. */
const UNREAL =
  /^(?:threats?|fears?|risks?|dangers?|possibility|prospects?|hopes?|calls?|demands?|appeals?|plans?|talk|accusations?|accused|charges?|suspicions?|allegations?|alleged|suspected|possible|potential|proposed|likely|prevent|preventing|avoid|avoiding|avert|averting|no|without|any|every|each|if|another|future|anti|urged|sought|seeking|demanded|demanding|want|wants|wanted|need|needs|needed|against|victims?|survivors?|anniversary)$/;
const COMING = /^(?:planned|upcoming|forthcoming|scheduled|coming|next)$/;
const GOING_ON =
  /^(?:ongoing|continued|continuing|current|raging|persistent|long-running|escalating|intensifying|active)$/;
const SETTING = /^(?:amid|amidst|following|since|despite|follows?|followed)$/;

/** A longer sentence is no prose but a list, and reading it would take time by the square of its length. */
const LONGEST = 300;

/** All tellings of the article, in text order. Direct quotations give none: they are somebody's words. */
export function findTellings(clauses: Clause[], speeches: Speech[]): Telling[] {
  const reported = speeches.filter((speech) => speech.form === 'reported');
  return clauses.flatMap((clause) => {
    if (clause.asks || clause.tokens.length > LONGEST) return [];
    const tellings: Telling[] = [];
    clause.tokens.forEach((token, at) => {
      if (token.kind !== 'word' || token.quoted) return;
      const telling = tellingAt(clause, at, tellings);
      if (!telling) return;
      telling.speech = speechAround(reported, token);
      tellings.push(telling);
    });
    return part(tellings);
  });
}

/** Keeps each telling to its own words: verbs that only carry a noun are left out, reaches end before the next one. */
function part(tellings: Telling[]): Telling[] {
  const carriers = new Set(tellings.flatMap(({ light, own }) => [light, own]));
  const kept = tellings.filter(
    ({ verb, head, subject }) => !verb || (!carriers.has(head) && (subject?.event ?? -1) < 0),
  );
  for (const telling of kept) {
    const { tokens } = telling.clause;
    const next = kept.find(
      (other) =>
        other.head > telling.head && other.noun && other.from > telling.head && other.from < telling.to,
    );
    if (!next) continue;
    let to = next.from;
    while (to > telling.head + 1 && tokens[to - 1]!.kind === 'word' && NP_STOP.has(tokens[to - 1]!.lower))
      to -= 1;
    const end = tokens[to]!.start;
    telling.to = to;
    telling.places = telling.places.filter(({ token }) => token.start < end);
    telling.times = telling.times.filter((timex) => timex.start < end);
  }
  return kept;
}

function speechAround(speeches: Speech[], token: Token): Speech | null {
  return speeches.findLast((speech) => speech.start <= token.start && token.end <= speech.end) ?? null;
}

function tellingAt(clause: Clause, at: number, before: Telling[]): Telling | null {
  const { tokens } = clause;
  const { lower, capital } = tokens[at]!;
  if (capital && at > 0) return null;
  const noun = eventNoun(lower, tokens[at - 1]?.lower);
  if (noun && isNoun(tokens, at)) return nounTelling(clause, at, noun);
  const verb = eventVerb(lower);
  return verb && at > 0 ? verbTelling(clause, at, verb, before) : null;
}

/** Whether a form that may be both is a noun here: after a determiner, an adjective, a name, a preposition. */
function isNoun(tokens: Token[], at: number): boolean {
  const token = tokens[at]!;
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
function actsNext(tokens: Token[], at: number): boolean {
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (!next || !after || next.before || after.before || next.kind !== 'word') return false;
  return /[^s]s$/.test(next.lower) && (DETERMINER.has(after.lower) || after.capital);
}

/** "the killing shocked …", "the raid carried out …": a verb in -ed after a noun ends the noun's phrase. */
function isParticiple(tokens: Token[], index: number): boolean {
  const prev = tokens[index - 1]!;
  if (!/[a-z]{3}ed$/.test(tokens[index]!.lower) || tokens[index]!.capital) return false;
  return prev.kind !== 'word' || (!NP_STOP.has(prev.lower) && !DETERMINER.has(prev.lower));
}

function verbTelling(clause: Clause, at: number, verb: VerbEntry, before: Telling[]): Telling | null {
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

/** What is announced, agreed or ruled on may lie anywhere: "an agreement on peace in Sudan" is not signed there. */
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

/** "travel to Ankara to meet …": what follows "to" is the purpose, told with the motion, and not yet done. */
function startsPurpose(tokens: Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    tokens[index]!.lower === 'to' &&
    next?.kind === 'word' &&
    !next.capital &&
    !DETERMINER.has(next.lower) &&
    !next.before
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

function nounTelling(clause: Clause, at: number, noun: NounEntry): Telling | null {
  const { tokens } = clause;
  let from = at;
  for (let back = at - 1; back >= 0 && at - back <= 7; back -= 1) {
    const token = tokens[back]!;
    if (tokens[back + 1]!.before && tokens[back + 1]!.before !== '.') break;
    if (token.kind === 'word' && NP_STOP.has(token.lower)) break;
    if (
      token.kind === 'word' &&
      (eventVerb(token.lower)?.form === 'past' || LIGHT.has(token.lower)) &&
      !/^(?:continued)$/.test(token.lower)
    )
      break;
    if (token.kind === 'person' && !token.possessive) break;
    if (
      token.kind === 'word' &&
      (eventVerb(token.lower)?.form === 'ing' ||
        (/ing$/.test(token.lower) && !GOING_ON.test(token.lower) && !tokens[back - 1]))
    )
      break;
    from = back;
    if (token.possessive) break;
    if (DETERMINER.has(token.lower)) break;
    if (token.kind === 'person') break;
  }
  const phrase = tokens.slice(from, at);
  const governors = [tokens[from - 1], tokens[from - 2], tokens[from - 3]].map((token) => token?.lower ?? '');
  if (phrase.some(({ lower }) => UNREAL.test(lower) && lower !== 'another') || isUnreal(tokens, from))
    return null;
  const first = phrase[0];
  const definite =
    first !== undefined &&
    (first.possessive || /^(?:the|this|that|these|those|his|her|its|their)$/.test(first.lower));
  let to = reachEnd(
    tokens,
    at,
    (index) =>
      beginsEvent(tokens, index) ||
      tokens[index]!.lower === 'that' ||
      startsPurpose(tokens, index) ||
      isParticiple(tokens, index) ||
      /^(?:also|later|then|still|again)$/.test(tokens[index]!.lower) ||
      (index === at + 1 && actsNext(tokens, at)),
  );
  if (/^(?:must|should|may|might|could|can|cannot)$/.test(tokens[to]?.lower ?? '') && !tokens[to]!.before)
    return null;
  let status: Status = 'happened';
  // "the summit will be held in Oslo on Friday": the noun's own light verb says when and where.
  const own = ownVerb(tokens, to);
  let passiveTo = to;
  let reducedAt = -1;
  if (own) {
    if (!own.status) return null;
    status = own.status;
    passiveTo = reachEnd(
      tokens,
      own.at,
      (index) => beginsEvent(tokens, index) || startsPurpose(tokens, index),
    );
  } else if (
    tokens[to] &&
    /^(?:held|scheduled|planned|due|set)$/.test(tokens[to]!.lower) &&
    !tokens[to]!.before
  ) {
    if (tokens[to]!.lower !== 'held') status = 'planned';
    reducedAt = to;
    passiveTo = reachEnd(tokens, to, (index) => beginsEvent(tokens, index));
  }
  to = passiveTo;
  const found = argumentsIn(tokens, at + 1, to, { into: noun.into });
  const light = lightVerb(tokens, from);
  let subject: Subject | null = null;
  if (light) {
    const entry = eventVerb(tokens[light.at]!.lower);
    const mood = moodOf(
      tokens,
      light.at,
      /ing$/.test(tokens[light.at]!.lower) ? 'ing' : (entry?.form ?? formOf(tokens[light.at]!.lower)),
    );
    if (mood) {
      if (!mood.status) return null;
      status = mood.status === 'ongoing' ? 'happened' : mood.status;
      subject = findSubject(tokens, mood.from);
    }
  }
  const places = [...found.places];
  for (const token of phrase.slice(-1)) {
    // "the Boston bombing", "the Ohio primary"; but "the Gaza talks" may be anywhere.
    const place = token.toponym?.role === 'literal' ? token.toponym.resolution.place : null;
    if (place && noun.class !== 'meeting' && noun.class !== 'war' && !token.possessive && !places.length)
      places.push({ token, place, as: 'at' });
  }
  const times = [...phrase.flatMap((token) => (token.timex ? [token.timex] : [])), ...found.times];
  if (phrase.some(({ lower }) => COMING.test(lower))) status = 'planned';
  if (
    phrase.some(({ lower }) => /^(?:cancelled|canceled)$/.test(lower)) ||
    /^(?:cancelled|canceled|cancelling|scrapped|abandoned)$/.test(governors[0]!) ||
    (governors[0] === 'off' && /^call/.test(governors[1]!))
  )
    status = 'cancelled';
  const continuing = phrase.some(({ lower }) => GOING_ON.test(lower));
  const setter = settingBefore(tokens, from);
  const owner = first?.kind === 'person' && first.possessive ? first.person : null;
  const agents = participantsOf(tokens, at, found.persons, noun);
  return {
    class: noun.class,
    clause,
    head: at,
    from,
    to,
    group: from,
    verb: null,
    noun,
    light: light ? light.at : -1,
    own: own ? own.at : reducedAt,
    status,
    subject,
    persons: [...(subject?.persons ?? []), ...(owner ? [owner] : []), ...agents],
    places,
    times,
    definite,
    setting: setter !== null,
    continuing: continuing || /^amid/.test(setter ?? ''),
    speech: null,
    passive: false,
  };
}

function formOf(lower: string): 'base' | 's' | 'past' {
  if (
    /^(?:hold|have|attend|host|conduct|launch|carry|stage|pay|make|begin|start|open|join|win|lose)$/.test(
      lower,
    )
  )
    return 'base';
  return /s$/.test(lower) ? 's' : 'past';
}

/** "will be held", "took place", "began", "was cancelled" right after the noun's phrase, with its mood. */
function ownVerb(tokens: Token[], to: number): { at: number; status: Status | null } | null {
  for (let index = to; index < tokens.length && index - to < 6; index += 1) {
    const { lower, before } = tokens[index]!;
    if (before && index >= to && before !== '') return null;
    if (
      /^(?:held|scheduled|planned|begun|began|begin|begins|opened|opens|open|started|starts|start|ended|ends|end|occurred|occur|happened|happen|erupted|cancelled|canceled|scrapped|scheduled|took|take|takes|taking|called|lasted)$/.test(
        lower,
      )
    ) {
      if (/^(?:took|take|takes|taking)$/.test(lower) && tokens[index + 1]?.lower !== 'place') return null;
      if (lower === 'called' && tokens[index + 1]?.lower !== 'off') return null;
      if (/^(?:cancelled|canceled|scrapped|called)$/.test(lower)) return { at: index, status: 'cancelled' };
      const auxiliary = tokens.slice(to, index).map((token) => token.lower);
      if (auxiliary.join(' ') === 'to be') return { at: index, status: 'planned' };
      if (/^(?:scheduled|planned)$/.test(lower)) return { at: index, status: 'planned' };
      const form = /^(?:begin|open|start|end|occur|happen|take)$/.test(lower)
        ? 'base'
        : /s$/.test(lower)
          ? 's'
          : lower === 'taking'
            ? 'ing'
            : 'past';
      const mood = moodOf(tokens, index, form);
      return {
        at: index,
        status: mood
          ? auxiliary.includes('would')
            ? null
            : mood.status === 'ongoing'
              ? 'happened'
              : mood.status
          : null,
      };
    }
    if (
      !/^(?:is|are|was|were|be|been|being|has|had|have|will|would|may|might|could|should|not|to|also|later|which|that|due|set|expected)$/.test(
        lower,
      ) &&
      !isAdverb(lower)
    )
      return null;
  }
  return null;
}

/** "held talks", "launched an attack": the light verb right before the noun phrase that begins at `from`. */
function lightVerb(tokens: Token[], from: number): { at: number } | null {
  let index = from - 1;
  if (index >= 0 && /^(?:out|part|in)$/.test(tokens[index]!.lower) && index > 0 && !tokens[index]!.before) {
    if (tokens[index]!.lower === 'in' && tokens[index - 1]!.lower !== 'part') return null;
    index -= tokens[index]!.lower === 'in' ? 2 : 1;
    if (index >= 0 && !/^(?:carr|took|take|taking)/.test(tokens[index]!.lower)) return null;
    return index >= 0 ? { at: index } : null;
  }
  return index >= 0 && LIGHT.has(tokens[index]!.lower) && !tokens[from]!.before ? { at: index } : null;
}

/** "the prospect of organizing a new round of talks": what stands before the phrase from `from` makes it no fact. */
function isUnreal(tokens: Token[], from: number): boolean {
  for (let index = from - 1; index >= 0 && from - index < 9; index -= 1) {
    const { lower, before } = tokens[index + 1]!;
    const token = tokens[index]!;
    if (before || lower === 'and' || /^(?:and|after|following|amid|before|since)$/.test(token.lower))
      return false;
    if (token.kind === 'word' && UNREAL.test(token.lower)) {
      const next = tokens[index + 1]!;
      return (
        index === from - 1 ||
        /^(?:of|for|to|about|over|against|with|that|on|from)$/.test(next.lower) ||
        /ing$/.test(next.lower)
      );
    }
    if (eventVerb(token.lower)?.form === 'past' || /^(?:is|are|was|were|said|says)$/.test(token.lower))
      return false;
  }
  return false;
}

/** "amid", "following", "due" where the phrase from `from` stands after it, also as the second of two; else null. */
function settingBefore(tokens: Token[], from: number): string | null {
  for (let index = from - 1; index >= 0 && from - index < 16; index -= 1) {
    const { lower, before } = tokens[index]!;
    if (SETTING.test(lower)) return lower;
    if (lower === 'to' && tokens[index - 1]?.lower === 'due') return 'due';
    if (lower === 'of' && tokens[index - 1]?.lower === 'because') return 'due';
    const ends =
      eventVerb(lower)?.form === 'past' ||
      /^(?:is|are|was|were|has|had|have|will|but|or|which|who|that)$/.test(lower);
    if (before || ends) return null;
  }
  return null;
}

/** Who takes part in a noun's happening: "killing of X", "meeting with X", "between X and Y", "visit by X". */
function participantsOf(tokens: Token[], at: number, persons: Token[], noun: NounEntry): Person[] {
  return persons.flatMap((token) => {
    const index = tokens.indexOf(token);
    let back = index - 1;
    while (
      back > at &&
      (tokens[back]!.kind !== 'word' || tokens[back]!.capital || !NP_STOP.has(tokens[back]!.lower))
    )
      back -= 1;
    const { lower } = tokens[back]!;
    if (/^(?:with|between|by|and|among)$/.test(lower) && noun.class !== 'war') return [token.person!];
    if (lower === 'of' && /^(?:death|arrest|harm|office|court|life|visit|motion|meeting)$/.test(noun.class))
      return [token.person!];
    return [];
  });
}
