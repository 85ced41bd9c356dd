import type { Speech } from '../article/article.ts';
import { eventNoun, eventVerb, MOST_WORDS } from './event-words.ts';
import { nounTelling } from './nouns.ts';
import { isNoun, NP_STOP } from './phrases.ts';
import type { Telling } from './telling.ts';
import type { Clause, Token } from './tokens.ts';
import { verbTelling } from './verbs.ts';

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
      telling.around = speechesAround(reported, token);
      telling.speech = telling.around.at(-1) ?? null;
      tellings.push(telling);
    });
    return part(tellings);
  });
}

/** Keeps each telling to its own words: verbs that only carry a noun are left out, reaches end before the next one. */
function part(all: Telling[]): Telling[] {
  const tellings = joinObjects(joinSubjects(all));
  const carriers = new Set(tellings.flatMap(({ light, own }) => [light, own]));
  const kept = tellings.filter(({ verb, head }) => !verb || !carriers.has(head));
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

const REPORTED = /^(?:confirm|report|detect|find|record|register|declare|postpone|delay|adjourn)$/;
/** What didn't take place on its day took place nowhere. */
const PUT_OFF = /^(?:postpone|delay|adjourn)$/;
/** "Shelling", "Two explosions": what may kill, right before the verb. */
function isStriker({ clause, subject, group }: Telling): boolean {
  const { from, to } = subject!;
  return (
    to === group &&
    to - from < 4 &&
    /^(?:attack|disaster|war)$/.test(eventNoun(clause.tokens[to - 1]!.lower)?.class ?? '') &&
    !clause.tokens
      .slice(from, to)
      .some(({ lower }) => /^(?:no|any|possible|feared|alleged|suspected)$/.test(lower))
  );
}

const STORM = /^(?:storm|hurricane|typhoon|cyclone|tornado)$/;

/**
 * "A quake off Arica killed two people": one happening, told by the verb with the noun's class, place and day. Where
 * the noun has a verb of its own ("the blast occurred"), or the verb tells another happening, the noun stays.
 */
function joinSubjects(tellings: Telling[]): Telling[] {
  const joined = new Set<Telling>();
  for (const telling of tellings) {
    const { verb, subject } = telling;
    if (!verb || !subject || subject.event < 0) continue;
    const noun = tellings.find((other) => other.noun && other.head === subject.event);
    // "New outbreaks were confirmed in Suva": on its day they were confirmed.
    if (noun && noun.own < 0 && noun.light < 0 && telling.passive && REPORTED.test(verb.base)) {
      joined.add(noun);
      if (PUT_OFF.test(verb.base)) telling.places = [];
      else if (!telling.places.length) telling.places = noun.places;
      continue;
    }
    // "The storm crossed Malawi"
    const moves = STORM.test(noun?.word ?? '') && verb.class === 'motion' && telling.places.length > 0;
    // "Shelling killed six": what struck is no telling of its own.
    const alone = !noun && !telling.passive && /^(?:death|harm)$/.test(verb.class);
    if (alone && isStriker(telling)) continue;
    const strikes = (moves || /^(?:attack|death|harm|disaster)$/.test(verb.class)) && !telling.passive;
    if (!noun || noun.own >= 0 || noun.light >= 0 || !strikes || noun.status !== 'happened' || noun.setting) {
      joined.add(telling);
      continue;
    }
    joined.add(noun);
    telling.class = noun.class;
    telling.word = noun.word;
    telling.definite = noun.definite;
    telling.places = [...telling.places, ...noun.places];
    telling.times = [...telling.times, ...noun.times];
    telling.persons = [...new Set([...noun.persons, ...telling.persons])];
  }
  return tellings.filter((telling) => !joined.has(telling));
}

/**
 * "declared an outbreak", "were killed in clashes in Quito": the verb tells what its object and its "in" name, and with
 * the latter where that was.
 */
function joinObjects(tellings: Telling[]): Telling[] {
  const joined = new Set<Telling>();
  for (const telling of tellings) {
    const { verb, head, clause } = telling;
    const noun = tellings.find((other) => other.noun && other.head === telling.to);
    if (!verb || !noun || noun.light === head || noun.own >= 0) continue;
    const direct = noun.from === head + 1 + verb.words;
    const into =
      !noun.definite && /^(?:death|harm)$/.test(verb.class) && clause.tokens[noun.from - 1]?.lower === 'in';
    if (!direct && !into) continue;
    joined.add(noun);
    telling.to = noun.to;
    telling.times = [...telling.times, ...noun.times];
    if (into || /^(?:attack|disaster|contest)$/.test(verb.class))
      telling.places = [...telling.places, ...noun.places];
  }
  return tellings.filter((telling) => !joined.has(telling));
}

/** The reported speeches that a word stands in, outermost first. `speeches` are in text order. */
function speechesAround(speeches: Speech[], token: Token): Speech[] {
  let [low, high] = [0, speeches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (speeches[middle]!.start <= token.start) low = middle + 1;
    else high = middle;
  }
  return speeches.slice(Math.max(0, low - 8), low).filter(({ end }) => token.end <= end);
}

function tellingAt(clause: Clause, at: number, before: Telling[]): Telling | null {
  const { tokens } = clause;
  const { lower, capital } = tokens[at]!;
  if (capital && at > 0) return null;
  const noun = eventNoun(lower, tokens[at - 1]?.lower);
  if (noun && isNoun(tokens, at)) return nounTelling(clause, at, noun);
  const next = tokens.slice(at + 1, at + 1 + MOST_WORDS);
  const parted = next.findIndex(({ before: mark }) => mark !== '');
  const verb = eventVerb(lower, ...(parted < 0 ? next : next.slice(0, parted)).map((token) => token.lower));
  return verb && at > 0 ? verbTelling(clause, at, verb, before) : null;
}
