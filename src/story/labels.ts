import type { Place } from '../places/place.ts';
import type { Telling } from './telling.ts';
import type { Person } from './people.ts';
import type { Token } from './tokens.ts';

/** Longer labels don't fit a timeline. */
const LONGEST = 84;

const PRONOUN =
  /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves|we|us|our|i|me|my|you|your|this|that|these|those|such|there|here)$/;
const BEFORE_TIME = /^(?:hours|on|in|at|since|from|late|early|until|by|during|for|last|of|the)$/;

/** What happened, in the article's own words but for names and time: true when read alone. Null where it can't be. */
export function labelOf(telling: Telling, persons: Person[], place: Place | null): string | null {
  const placeName = place?.name ?? null;
  const label = telling.verb ? verbLabel(telling, place) : nounLabel(telling, persons, placeName);
  return label === null ? null : fit(label.charAt(0).toUpperCase() + label.slice(1));
}

function verbLabel(telling: Telling, place: Place | null): string | null {
  const { tokens } = telling.clause;
  const subject = subjectWords(telling);
  if (!subject) return null;
  const purpose = purposeEnd(telling);
  const rest = tokens.slice(telling.head + 1, purpose);
  const words = phrase(rest, tokens[telling.head]!.before);
  if (words === null) return null;
  // "killed more than …": an object that can’t be told whole isn’t told at all.
  if (telling.verb!.transitive && !telling.passive && !words) return null;
  const verb = verbGroup(telling);
  // "met with her brother at the harbour": where the label lost its place with a pronoun it gets it back.
  const where =
    !words && place && telling.places.some(({ as }) => as === 'at')
      ? `${place.kind === 'landmark' ? 'at' : 'in'} ${place.name}`
      : '';
  return `${subject} ${verb} ${words || where}`.replace(/ meet with /, ' meet ').trim();
}

/** "arrived", "was killed", "to travel": the verb with what its label needs of its auxiliaries. */
function verbGroup(telling: Telling): string {
  const { tokens } = telling.clause;
  const head = tokens[telling.head]!.text;
  const base = telling.verb!.base;
  const past = telling.verb!.form === 'past';
  if (telling.status === 'planned' || telling.status === 'cancelled')
    return `to ${telling.passive && past ? `be ${head}` : base}`;
  if (telling.verb!.form === 'ing') return `${plural(telling) ? 'are' : 'is'} ${head}`;
  if (
    telling.passive &&
    tokens[telling.head - 1]?.kind === 'word' &&
    telling.subject &&
    telling.subject.to < telling.head
  ) {
    const be = tokens
      .slice(telling.subject.to, telling.head)
      .findLast((token) => /^(?:was|were|is|are|been|being)$/.test(token.lower));
    return be
      ? `${be.lower === 'being' || be.lower === 'been' ? (plural(telling) ? 'were' : 'was') : be.lower} ${head}`
      : head;
  }
  return past && !telling.passive
    ? telling.verb!.past
    : telling.verb!.form === 'base'
      ? telling.verb!.past
      : head;
}

function plural(telling: Telling): boolean {
  return (
    (telling.subject?.persons.length ?? 0) > 1 ||
    (/[^s]s$|^(?:people|men|women|children|police|others|dead)$/.test(
      telling.clause.tokens[(telling.subject?.to ?? 1) - 1]?.lower ?? '',
    ) &&
      telling.clause.tokens[telling.subject?.from ?? 0]?.lower !== 'one')
  );
}

/** The end of the words that a motion's label takes in: its reach, and a purpose ("to meet …") after it. */
export function purposeEnd(telling: Telling): number {
  const { tokens } = telling.clause;
  if (telling.class !== 'motion' && telling.class !== 'visit') return telling.to;
  const next = tokens[telling.to];
  if (
    next?.lower !== 'to' ||
    next.before ||
    !/^(?:meet|attend|sign|join|speak|address|discuss|visit|see|hold|open|brief|mark)$/.test(
      tokens[telling.to + 1]?.lower ?? '',
    )
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

function subjectWords(telling: Telling): string | null {
  const { subject, clause } = telling;
  if (!subject) return null;
  if (subject.pronoun) return telling.persons[0]?.short ?? null;
  if (subject.persons.length) return names(subject.persons);
  const tokens = clause.tokens.slice(subject.from, subject.to);
  if (tokens.some(({ lower }) => PRONOUN.test(lower))) return null;
  return join(tokens).replace(/^The /, '').replace(/^the /, '');
}

/** "Putin and Abbas": persons by the names that labels use. */
export function names(persons: Person[]): string {
  const shorts = persons.map(({ short }) => short);
  return shorts.length < 2 ? (shorts[0] ?? '') : `${shorts.slice(0, -1).join(', ')} and ${shorts.at(-1)}`;
}

/** The words of tokens without their times; null where the first of them is a pronoun, cut before a later one. */
function phrase(tokens: Token[], _before: string): string | null {
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'time' && token.timex?.type !== 'DURATION') {
      while (kept.length && kept.at(-1)!.kind === 'word' && BEFORE_TIME.test(kept.at(-1)!.lower)) kept.pop();
      continue;
    }
    if (token.kind === 'word' && PRONOUN.test(token.lower)) {
      if (!kept.length) return null;
      break;
    }
    kept.push(token);
  }
  while (
    kept.length &&
    kept.at(-1)!.kind === 'word' &&
    /^(?:for|in|on|at|by|with|of|to|from|a|an|the|and|into|as|about|against|over|late|early|near|off|out|up|than|more|about|under|his|her|their|between|through|during)$/.test(
      kept.at(-1)!.lower,
    )
  ) {
    if (/^(?:off|out|up)$/.test(kept.at(-1)!.lower) && kept.length === 1) break;
    kept.pop();
    if (kept.at(-1)?.lower === 'front' && kept.at(-2)?.lower === 'in') kept.pop();
  }
  return join(kept);
}

/** Tokens as text; persons by their short names, inner marks kept. */
function join(tokens: Token[]): string {
  let words = '';
  tokens.forEach((token, index) => {
    const written = token.person
      ? `${token.person.short}${token.possessive ? '’s' : ''}`
      : token.text + (token.possessive && token.kind !== 'word' ? '’s' : '');
    const mark =
      index === 0
        ? ''
        : /^[,.]$/.test(token.before)
          ? `${token.before} `
          : /^[-/&$£€]$/.test(token.before)
            ? ` ${token.before}`
            : ' ';
    words += mark + written.replace(/\s+/g, ' ');
  });
  return words.trim();
}

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
  const tokens = clause.tokens.slice(telling.from, telling.to);
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
      /^(?:held|is|are|was|were|will|has|have|had|began|begins|opened|opens|started|took|scheduled|planned|due|set|by|ended|occurred|erupted|later|also)$/.test(
        token.lower,
      ),
  );
  const own = stop < 0 ? tokens : tokens.slice(0, stop);
  let words = phrase(own, '');
  if (!words) return null;
  const owner =
    telling.class === 'meeting' && !telling.subject?.persons[0]
      ? undefined
      : (telling.subject?.persons[0] ?? persons[0]);
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

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Cuts a label that is too long before a preposition or between words. */
export function fit(label: string, most = LONGEST): string {
  if (label.length <= most) return label;
  const cut = label.slice(0, most);
  const at = Math.max(
    ...[' in ', ' at ', ' on ', ' of ', ' with ', ' for ', ' near ', ' from ', ' to ', ', '].map((part) =>
      cut.lastIndexOf(part),
    ),
  );
  const end = at > most * 0.3 ? at : cut.lastIndexOf(' ');
  return cut
    .slice(0, end)
    .replace(/(?: (?:the|a|an|of|in|and|with|to|for|on|at|by|from|as))+$/, '')
    .replace(/[,;:]$/, '');
}
