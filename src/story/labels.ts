import type { Place } from '../places/place.ts';
import { fit, join, LONGEST, phrase, PRONOUN } from './label-words.ts';
import { DETERMINER, NP_STOP, overAnd, wholeEnd } from './phrases.ts';
import type { Telling } from './telling.ts';
import type { Person } from './people.ts';
import type { Token } from './tokens.ts';

/** What happened, in the article's own words but for names and time: true when read alone. Null where it can't be. */
export function labelOf(telling: Telling, persons: Person[], places: Place[]): string | null {
  let label = telling.verb
    ? verbLabel(telling, places, purposeEnd(telling))
    : nounLabel(telling, persons, placesInWords(places));
  // The toll where there is room for it.
  if (telling.verb && resultEnd(telling) > telling.to && (label === null || label.length > LONGEST))
    label = verbLabel(telling, places, telling.to);
  return label === null ? null : fit(label.charAt(0).toUpperCase() + label.slice(1));
}

/** "Kabul and Herat", "7 places"; null for none. */
function placesInWords(places: Place[]): string | null {
  if (places.length > 3) return `${places.length} places`;
  return listed(places.map(({ name }) => name)) || null;
}

/** "Doha", "Doha, Evora and Suva"; '' for nothing. */
const listed = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function verbLabel(telling: Telling, places: Place[], to: number): string | null {
  const place = places[0] ?? null;
  const { tokens } = telling.clause;
  const subject = subjectWords(telling);
  if (!subject) return null;
  const whole = wholeEnd(tokens, telling.head, to);
  const end = whole === telling.to ? overAnd(tokens, whole) : whole;
  // "a suit against computer | and phone makers": half of what hangs on a preposition.
  const isHalf =
    end === whole &&
    tokens[end]?.lower === 'and' &&
    !tokens[end]!.before &&
    /^[a-z]+$/.test(tokens[end - 1]!.text) &&
    /^(?:against|for|on|of|over|about)$/.test(tokens[end - 2]!.lower) &&
    end - 2 > telling.head + 1;
  const rest = tokens.slice(telling.head + 1, isHalf ? end - 2 : end);
  // "announced on Monday | a new plan"
  while (rest[1] && (rest[0]!.timex?.type === 'DATE' || (rest[0]!.lower === 'on' && rest[1].kind === 'time')))
    rest.shift();
  // "ended two days of | talks": what they ended another telling has.
  if (rest[0]?.timex?.type === 'DURATION' && tokens[telling.head + 2]?.lower === 'of' && rest.length < 3)
    return null;
  const { particle, words: count } = telling.verb!;
  const object = phrase(rest.slice(count), telling.pronouns);
  if (object === null && !particle) return null;
  // "rolled out | the first": what they rolled out can't be told.
  const next = tokens[telling.head + 1 + count];
  if (particle && !object && next && !next.before && DETERMINER.has(next.lower)) return null;
  // "killed more than …": an object that can’t be told whole isn’t told at all.
  if (telling.verb!.transitive && !telling.passive && (!object || isOblique(rest.slice(count)))) return null;
  // "is dead": died
  const words =
    `${particle === 'dead' && telling.verb!.base === 'be' ? '' : (particle ?? '')} ${object ?? ''}`.trim();
  const verb = verbGroup(telling);
  // "began expressing", "Four members of … were killed": no label without its verb whole.
  if (/^(?:begin|start|end|resume)$/.test(telling.verb!.base) && /^\w+ing\b/.test(words)) return null;
  if (`${subject} ${verb}`.length > LONGEST) return null;
  // "Gadhafi agreed", "a court ruled": on what is all the news.
  if (/^(?:agree|rule)$/.test(telling.verb!.base) && (!words || /^to(?: \w+)?$/.test(words))) return null;
  // "voted nine | to two": a number of what?
  if (
    telling.class === 'election' &&
    /^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(words)
  )
    return null;
  // "to send two | more": two of what?
  if (
    telling.verb!.transitive &&
    !telling.passive &&
    !particle &&
    /^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:more|others)\b.*)?$/.test(words) &&
    telling.class !== 'death' &&
    telling.class !== 'harm'
  )
    return null;
  // "met with her brother at the harbour": where the label lost its place with a pronoun it gets it back.
  const where =
    !words &&
    place &&
    !subject.includes(place.name) &&
    telling.places.some(({ as, token }) => as === 'at' || as === 'to' || token.lower === 'here')
      ? `${place.kind === 'landmark' ? 'at' : telling.verb!.motion === 'go' ? 'to' : 'in'} ${placesInWords(places)}`
      : '';
  // "cuts of 21%"
  const share = /\d$/.test(words) && tokens[whole]?.before.startsWith('%') ? '%' : '';
  const label = `${subject} ${verb} ${words || where}${share}`.replace(/ meet with /, ' meet ').trim();
  // "announced reporting | of cases": what was announced is cut.
  if (telling.class === 'statement' && / \w+ing$/.test(fit(label)) && /^\w+ing\b/.test(words)) return null;
  // "… filed" without its "for bankruptcy" says too little.
  return words && fit(label).length <= `${subject} ${verb}`.length ? null : label;
}

/** What follows a verb is no object: a preposition or a time. */
function isOblique([token, next]: Token[]): boolean {
  // "killed at least eleven people"
  if (token?.lower === 'at' && /^(?:least|most)$/.test(next?.lower ?? '')) return false;
  // "killed over 1,200 people", "destroyed between 40 and 50 houses"
  const amount =
    /^(?:\d|dozens|scores|hundreds|thousands|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a$)/;
  if (/^(?:over|about|around|under|between|up)$/.test(token?.lower ?? '') && amount.test(next?.lower ?? ''))
    return false;
  return (
    token !== undefined && (token.kind === 'time' || (token.kind === 'word' && NP_STOP.has(token.lower)))
  );
}

/** "arrived", "was killed", "to travel": the verb with what its label needs of its auxiliaries. */
function verbGroup(telling: Telling): string {
  const { tokens } = telling.clause;
  const head = tokens[telling.head]!.text;
  const base = telling.verb!.base;
  const past = telling.verb!.form === 'past';
  if (telling.status === 'planned' || telling.status === 'cancelled')
    return `to ${telling.passive && past ? `be ${head}` : base}`;
  const are = plural(telling);
  if (telling.verb!.form === 'ing')
    return `${telling.status === 'happened' ? (are ? 'were' : 'was') : are ? 'are' : 'is'} ${head}`;
  if (telling.passive && past)
    return `${telling.status === 'ongoing' ? (are ? 'are being' : 'is being') : are ? 'were' : 'was'} ${head}`;
  if (base === 'be' && telling.verb!.particle === 'dead') return 'died';
  if (base === 'be') return are ? 'were' : 'was';
  return past || telling.verb!.form === 'base' ? telling.verb!.past : head;
}

function plural({ subject, clause, group, head: verb }: Telling): boolean {
  if (!subject) return false;
  if (subject.persons.length) return subject.persons.length > 1;
  // The article's own "were" knows best: "Rovers were beaten".
  const own = clause.tokens.slice(group, verb).find(({ lower }) => NUMBERED.test(lower))?.lower;
  if (own) return /^(?:were|are|have)$/.test(own);
  const { tokens } = clause;
  let head = subject.from;
  const ends = (index: number) =>
    tokens[index]!.kind === 'word' &&
    /^(?:of|in|at|on|from|near|with|for|between|to|against|by|among|about|over|carrying|aboard|who|that|[a-z]{3,}ed)$/.test(
      tokens[index]!.lower,
    );
  while (head + 1 < subject.to && !ends(head + 1)) head += 1;
  const first = tokens[subject.from]!.lower;
  if (/^(?:total|majority|handful|couple|number|dozen|hundreds|thousands)$/.test(tokens[head]!.lower))
    return true;
  if (/^(?:one|a|an|another|each)$/.test(first)) return false;
  return (
    tokens.slice(subject.from, head).some(({ lower }) => lower === 'and') ||
    /[^su]s$|^(?:\d[\d,.]*[02-9]|[2-9]|two|three|four|five|six|seven|eight|nine|ten|people|\w*men|men|women|children|police|others|dead|troops|most|some|many)$/.test(
      tokens[head]!.lower,
    )
  );
}

/** The end of the words that a motion's label takes in: its reach, and a purpose ("to meet …") after it. */
export function purposeEnd(telling: Telling): number {
  const { tokens } = telling.clause;
  const result = resultEnd(telling);
  if (result > telling.to) return result;
  // "agreed to buy its rival": what was agreed on is the news.
  const agrees = telling.verb?.base === 'agree';
  if (telling.class !== 'motion' && telling.class !== 'visit' && !agrees) return telling.to;
  const next = tokens[telling.to];
  if (
    next?.lower !== 'to' ||
    next.before ||
    (!agrees &&
      !/^(?:meet|attend|sign|join|speak|address|discuss|visit|see|hold|open|brief|mark)$/.test(
        tokens[telling.to + 1]?.lower ?? '',
      ))
  )
    return telling.to;
  let end = telling.to + 2;
  while (
    end < tokens.length &&
    !tokens[end]!.before &&
    tokens[end]!.kind !== 'time' &&
    !/^(?:and|but|who|which|where|when|while|after|before|in|on|at)$/.test(tokens[end]!.lower)
  )
    end += 1;
  return end;
}

/** "exploded in a market, killing 13 people": the toll is told with what took it. */
function resultEnd({ clause: { tokens }, to, verb, status }: Telling): number {
  const token = tokens[to];
  if (!token || token.before !== ',' || !RESULT.test(token.lower) || status !== 'happened') return to;
  if (!/^(?:attack|disaster|war|start|motion|trend|death|arrest)$/.test(verb?.class ?? '')) return to;
  let end = to + 1;
  while (end < tokens.length && end - to < 8) {
    const { before, kind, lower } = tokens[end]!;
    if (
      before ||
      kind === 'time' ||
      (kind === 'word' && NP_STOP.has(lower) && !(end === to + 1 && lower === 'at'))
    )
      break;
    end += 1;
  }
  return end > to + 1 ? end : to;
}

const RESULT = /^(?:killing|injuring|wounding|destroying|damaging|trapping|displacing|arresting|detaining)$/;

const NUMBERED = /^(?:was|were|is|are|has|have)$/;

function subjectWords(telling: Telling): string | null {
  const { subject, clause } = telling;
  if (!subject) return null;
  if (subject.persons.length) return names(subject.persons);
  const tokens = clause.tokens.slice(subject.from, subject.to);
  if (tokens.some(({ lower }) => PRONOUN.test(lower))) return null;
  const words = join(tokens)
    .replace(/^\p{Lu}{3,} (?=The )/u, '')
    .replace(/^AN (?=.*\p{Ll})/u, 'An ')
    .replace(/^(?:The (?!two |three |four |five )|Both )/i, '');
  return /^(?:the|a|an)$/i.test(words) ? null : words;
}

/** "Putin and Abbas": persons by the names that labels use. */
export const names = (persons: Person[]): string => listed(persons.map(({ short }) => short));

/** "Killing" is the plain word for every killing. */
const KILLINGS = /^(?:killing|assassination|murder|execution)$/;

function nounLabel(telling: Telling, persons: Person[], placeName: string | null): string | null {
  const { clause, head } = telling;
  const noun = clause.tokens[head]!.lower;
  const where = placeName ? ` in ${placeName}` : '';
  if (telling.class === 'death' && persons.length)
    return `${KILLINGS.test(noun) ? 'Killing' : capital(noun)} of ${persons.map(({ name }) => name).join(' and ')}${where}`;
  if (telling.class === 'meeting' && persons.length > 1) {
    const verb = telling.status === 'happened' || telling.status === 'ongoing' ? 'met' : 'to meet';
    return `${names(persons)} ${verb}${where}`;
  }
  const carried = telling.light >= 0 ? lightLabel(telling) : null;
  if (carried !== null) return carried;
  const tokens = clause.tokens.slice(telling.from, wholeEnd(clause.tokens, head, telling.to));
  while (
    tokens.length &&
    (/^(?:the|a|an|this|that|its|his|her|their|these|those|ongoing|continued|continuing|current|own|recent|latest|new)$/.test(
      tokens[0]!.lower,
    ) ||
      tokens[0]!.kind === 'time') &&
    tokens[0]!.timex?.type !== 'DURATION'
  )
    tokens.shift();
  const stop = tokens.findIndex(
    (token, index) =>
      clause.tokens.indexOf(token) > head &&
      index > 0 &&
      /^(?:held|is|are|was|were|will|has|have|had|began|begins|opened|opens|started|took|scheduled|planned|due|set|by|ended|occurred|erupted|happened|later|also|to|left|said|which|who|that)$/.test(
        token.lower,
      ),
  );
  // "trials led | by a university": what a participle says isn't cut in two.
  const by = tokens.findIndex(
    ({ lower, before }, index) =>
      index > 1 && !before && lower === 'by' && /(?:ed|en|led|held|run|made)$/.test(tokens[index - 1]!.lower),
  );
  const ends = [stop, by < 0 ? -1 : by - 1].filter((index) => index > 0);
  const own = ends.length ? tokens.slice(0, Math.min(...ends)) : tokens;
  let words = phrase(own);
  // "the meeting between Lena | and his uncle": half of them is nobody.
  if (!words || (/ between /.test(words) && !/ between .* and /.test(words))) return null;
  const owner =
    telling.class === 'meeting' && !telling.subject?.persons[0]
      ? undefined
      : (telling.subject?.persons[0] ?? persons[0]);
  const opened =
    telling.own < 0 || telling.status !== 'happened' ? undefined : clause.tokens[telling.own]!.lower;
  // "Trial" alone says nothing: "The trial opened".
  if (!/ /.test(words) && !placeName && opened && /^(?:opened|began|started|ended)$/.test(opened))
    return `${words} ${opened}`;
  if (
    placeName &&
    !words.includes(placeName) &&
    !telling.places.some(({ token }) => words!.includes(token.text))
  )
    words += `${telling.class === 'visit' ? ' to' : ' in'} ${placeName}`;
  if (
    owner &&
    !words.includes(owner.short) &&
    /^(?:visit|motion|meeting|office|court|arrest|life|death)$/.test(telling.class)
  )
    words = `${owner.short}: ${words}`;
  return words;
}

/** "Castro attended a rally by media workers", "parliament to hold a session": a noun with its verb and who does it. */
function lightLabel(telling: Telling): string | null {
  const { clause, light, head, own } = telling;
  const subject = telling.status === 'cancelled' || own >= 0 ? null : subjectWords(telling);
  const forms = LIGHT_FORMS.find((pair) => pair.includes(clause.tokens[light]!.lower));
  if (!subject || !forms) return null;
  const words = phrase(
    clause.tokens.slice(light + 1, wholeEnd(clause.tokens, head, telling.to)),
    forms[0] === 'cast' ? ['his', 'her', 'their'] : telling.pronouns, // nobody casts another's vote
  );
  return words && `${subject} ${telling.status === 'planned' ? `to ${forms[0]}` : forms[1]} ${words}`;
}

/** Verbs that carry a noun, with their past. */
const LIGHT_FORMS = [
  ['hold', 'held'],
  ['have', 'had'],
  ['attend', 'attended'],
  ['host', 'hosted'],
  ['conduct', 'conducted'],
  ['launch', 'launched'],
  ['carry', 'carried'],
  ['stage', 'staged'],
  ['pay', 'paid'],
  ['make', 'made'],
  ['begin', 'began'],
  ['start', 'started'],
  ['open', 'opened'],
  ['join', 'joined'],
  ['win', 'won'],
  ['lose', 'lost'],
  ['take', 'took'],
  ['cast', 'cast'],
  ['stand', 'stood'],
  ['chair', 'chaired'],
];

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
