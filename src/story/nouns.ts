import { isCharge } from './charges.ts';
import { eventVerb, type NounEntry } from './event-words.ts';
import { moodOf, type Status } from './mood.ts';
import { formOf, LIGHT, lightVerb, ownVerb } from './noun-verbs.ts';
import type { Person } from './people.ts';
import { actsNext, DETERMINER, isHabit, isParticiple, NP_STOP, startsPurpose } from './phrases.ts';
import { argumentsIn, beginsEvent, openingOf, reachEnd } from './reach.ts';
import { findSubject, type Subject } from './subject.ts';
import type { Telling } from './telling.ts';
import type { Clause, Token } from './tokens.ts';

/** After these a happening is only feared, wished, or talked of. */
const UNREAL =
  /^(?:threats?|fears?|risks?|dangers?|possibility|prospects?|chances?|hopes?|calls?|demands?|appeals?|plans?|talk|accusations?|accused|charges?|suspicions?|allegations?|alleged|suspected|possible|potential|proposed|likely|prevent|preventing|avoid|avoiding|avert|averting|no|without|any|every|each|if|another|future|anti|urged|sought|seeking|demanded|demanding|want|wants|wanted|need|needs|needed|against|victims?|survivors?|anniversary)$/;

/** "cancelled a trip to Rome": the verb tells the trip's fate, and whose it was. */
const CANCELS = /^(?:cancelled|canceled|scrapped|abandoned|cancels)$/;

/** What somebody watched, spoke of or remembered lies where it lies: "watched the launch in Paris". */
const WATCHED =
  /^(?:watch|watched|watches|watching|follow|followed|discuss|discussed|discussing|condemn|condemned|announce|announced|praise|praised|criticise|criticised|criticize|criticized|mourn|mourned|remember|remembered|see|saw|recalled|heard|about)$/;

/** Adjectives of what lies ahead, and of what goes on. */
const COMING = /^(?:planned|upcoming|forthcoming|scheduled|coming|next)$/;

const GOING_ON =
  /^(?:ongoing|continued|continuing|current|raging|persistent|long-running|escalating|intensifying|active)$/;

/** What follows one of these is given as setting. */
const SETTING = /^(?:amid|amidst|following|since|despite|follows?|followed)$/;

/**
 * What a noun tells: its phrase ("the killing of Haniyeh", "a three-day state visit"), with the verb that carries it
 * ("held talks") or that it carries ("the summit opened in Oslo"). Null where it is feared, wished for or denied.
 */
export function nounTelling(clause: Clause, at: number, noun: NounEntry): Telling | null {
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
    // "Ministers of A and B resume talks": a headline's verb
    const verb = eventVerb(token.lower);
    if (token.kind === 'word' && verb?.form === 'base' && verb.class === 'start' && !token.capital) break;
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
  // "stabbed to death", "killings are down since": no happening.
  if (from === at && governors[0] === 'to') return null;
  if (
    isHabit(tokens, at) ||
    phrase.some(({ lower }) => /^(?:aborted|failed|attempted|foiled|botched)$/.test(lower))
  )
    return null;
  // "charged with murder", "jailed for the killing of": what somebody is tried for stays with the trial.
  if (isCharge(tokens, at)) return null;
  // "on her way to a conference", "due to attend a rally": whether she got there nobody says.
  if (governors[0] === 'to' && /^(?:way|route|journey|return|bound|heading|invitation)$/.test(governors[1]!))
    return null;
  // "invited them to a ceremony": whether they came nobody says.
  if (
    governors.includes('to') &&
    tokens.slice(Math.max(0, from - 24), from).some(({ lower }) => /^invit(?:e|es|ed|ing|ation)$/.test(lower))
  )
    return null;
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
    // "cancelled a trip that had been planned": what came of it is told.
    if (!own.status && !CANCELS.test(governors[0]!)) return null;
    status = own.status ?? status;
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
  const light = lightVerb(tokens, from) ?? (CANCELS.test(governors[0]!) ? { at: from - 1 } : null);
  let subject: Subject | null = null;
  let lapsed = false;
  if (light) {
    const entry = eventVerb(tokens[light.at]!.lower);
    const mood = moodOf(
      tokens,
      light.at,
      /ing$/.test(tokens[light.at]!.lower) ? 'ing' : (entry?.form ?? formOf(tokens[light.at]!.lower)),
    );
    // "will hold talks and attend a forum": what stands once before "and" holds for both.
    if (!mood && /^(?:and|or)$/.test(tokens[light.at - 1]?.lower ?? '')) {
      if (!tokens.slice(Math.max(0, light.at - 14), light.at).some(({ lower }) => lower === 'will'))
        return null;
      status = 'planned';
    }
    if (mood) {
      if (!mood.status) return null;
      lapsed = mood.lapsed;
      status = mood.status === 'ongoing' ? 'happened' : mood.status;
      subject = findSubject(tokens, mood.from);
    }
  }
  const places = WATCHED.test(governors[0]!) ? [] : [...found.places];
  // "In Suva there has been an outbreak": where the sentence opens.
  const there = thereBefore(tokens, from);
  if (there > 0 && !places.length && /^(?:in|at|on|near|off)$/.test(tokens[0]!.lower))
    places.push(...argumentsIn(tokens, 0, there).places);
  for (const token of phrase.slice(-1)) {
    // "the Evora bombing", "the Tunis marathon"; but "the Gaza talks" may be anywhere.
    const place = token.toponym?.role === 'literal' ? token.toponym.resolution.place : null;
    if (place && noun.class !== 'meeting' && noun.class !== 'war' && !token.possessive && !places.length)
      places.push({ token, place, as: 'at' });
  }
  // "helped end the war four years ago": the day is that of the end.
  // "ended two days of talks" too.
  const governor = governors[0] === 'of' && tokens[from - 2]?.kind === 'time' ? governors[2]! : governors[0]!;
  const ended =
    /^(?:end|ended|ending|stop|stopped|halt|halted|conclude|concluded|finish|finished|complete|completed)$/.test(
      governor,
    ) ||
    (governors[0] === 'up' && governors[1] === 'wrapped');
  const times = ended
    ? []
    : [...phrase.flatMap((token) => (token.timex ? [token.timex] : [])), ...found.times];
  // "On Thursday, Dunn held a meeting"
  const opening = subject ? openingOf(tokens, subject.from) : 0;
  if (opening && !times.length) times.push(...argumentsIn(tokens, 0, opening).times);
  if (
    phrase.some(({ lower }) => COMING.test(lower)) ||
    /^(?:scheduled|planned|organi[sz]ed)$/.test(governors[0]!)
  )
    status = 'planned';
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
    word: tokens[at]!.lower,
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
    around: [],
    passive: false,
    reduced: false,
    lapsed,
    would: false,
    main: false,
    pronouns: [],
  };
}

/** "there has been an outbreak": the index of the "there" before the phrase from `from`, else -1. */
function thereBefore(tokens: Token[], from: number): number {
  let index = from - 1;
  while (index > 0 && /^(?:is|are|was|were|been|has|have|had|also)$/.test(tokens[index]!.lower)) index -= 1;
  return index < from - 1 && tokens[index]?.lower === 'there' ? index : -1;
}

/** "the chance of holding new talks": what stands before the phrase from `from` makes it no fact. */
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
