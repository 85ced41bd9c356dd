import { eventVerb } from './event-words.ts';
import type { Person } from './people.ts';
import type { Clause, Token } from './tokens.ts';

type Gender = 'he' | 'she';

/** Whom each "he" and "she" of the article means, and who is which. */
export interface Referents {
  of: ReadonlyMap<Token, Person>;
  gender: ReadonlyMap<Person, 'he' | 'she'>;
}

/** So many sentences back a pronoun reaches. */
const REACH = 3;

const HE =
  /\b(?:Mr|King|Prince|Lord|Sir|Pope|Sheikh|Sultan|Imam|Duke|Baron|chairman|spokesman|businessman)\b/i;
const SHE =
  /\b(?:Mrs|Ms|Miss|Queen|Princess|Lady|Dame|Duchess|Baroness|chairwoman|spokeswoman|businesswoman|actress)\b/i;

/** A person whom the text doesn't name: a pronoun after one may mean them, so it means nobody else. */
const SOMEBODY =
  /^(?:man|woman|boy|girl|teenager|suspect|victim|driver|pilot|officer|policeman|soldier|student|mother|father|son|daughter|wife|husband|brother|sister|attacker|gunman|patient|passenger|resident|child|baby|teacher|farmer|worker|journalist|official|spokesman|spokeswoman|president|minister|king|queen|leader|founder|owner|witness|prisoner|player|coach|captain|singer|actor|actress|author|writer|doctor|nurse|lawyer|judge|sailor|tourist|defendant|candidate)$/;

/**
 * Whom "he" and "she" mean: whom the sentence is about so far, else whom one of the three before is about. Once a
 * person was a "she", no "he" means her. Nobody where another could be meant: two new names, somebody unnamed.
 */
export function findReferents(clauses: Clause[]): Referents {
  const found = new Map<Token, Person>();
  const bare = bareNames(clauses);
  const genders = findGenders(clauses, bare);
  const topics: (Person | null)[] = [];
  const most = mostNamed(clauses);
  clauses.forEach(({ tokens }, index) => {
    let topic: Person | null = null;
    let blocked = false;
    tokens.forEach((token, at) => {
      if (token.quoted) return;
      if (isSubject(tokens, at)) topic ??= token.person;
      else if (isUnnamed(tokens, at, bare)) blocked = true;
      if (!/^(?:he|she)$/.test(token.lower) || token.kind !== 'word') return;
      const gender = token.lower as Gender;
      const fits = (person: Person) => (genders.get(person) ?? gender) === gender;
      const person =
        inSentence(tokens, at, topic, fits) ??
        (blocked ? null : before(clauses, topics, index, fits, most, bare));
      if (!person) return;
      found.set(token, person);
      genders.set(person, gender);
      topic ??= person;
    });
    topics.push(topic);
  });
  return { of: found, gender: genders };
}

/** Whom the article names more often than anybody else; null where two are named as often. */
function mostNamed(clauses: Clause[]): Person | null {
  const people = new Set(
    clauses.flatMap(({ tokens }) => tokens.flatMap(({ person }) => (person ? [person] : []))),
  );
  const [first, second] = [...people].sort((a, b) => b.mentions.length - a.mentions.length);
  return first && first.mentions.length > (second?.mentions.length ?? 0) ? first : null;
}

/** By titles, and by pronouns in sentences where only one person can be meant. */
function findGenders(clauses: Clause[], bare: ReadonlySet<string>): Map<Person, Gender> {
  const genders = new Map<Person, Gender>();
  let last: Person | null = null;
  for (const { tokens } of clauses) {
    const here: Person[] = [];
    for (const { person, quoted } of tokens) {
      if (!person || quoted) continue;
      if (!here.includes(person)) here.push(person);
      if (genders.has(person) || !person.title) continue;
      if (HE.test(person.title)) genders.set(person, 'he');
      else if (SHE.test(person.title)) genders.set(person, 'she');
    }
    const only: Person | null = here.length === 1 ? here[0]! : here.length ? null : last;
    const pronoun = tokens.find(({ lower, quoted }) => !quoted && /^(?:he|she|his)$/.test(lower));
    const after =
      pronoun &&
      only &&
      (!here.length || tokens.some(({ person, start }) => person && start < pronoun.start));
    if (after && !genders.has(only) && !tokens.some((_, at) => isUnnamed(tokens, at, bare)))
      genders.set(only, /^(?:he|his)$/.test(pronoun.lower) ? 'he' : 'she');
    last = only;
  }
  return genders;
}

/** A person who stands where a subject does: after no preposition, no possessive. */
function isSubject(tokens: Token[], at: number): boolean {
  const { person, possessive } = tokens[at]!;
  const before = tokens[at - 1]?.lower ?? '';
  return (
    person !== null &&
    !possessive &&
    !/^(?:of|with|by|to|for|from|against|between|on|about|in|after|than)$/.test(before)
  );
}

/** "the suspect", "A 40-year-old man", and names of one word that nobody knows ("Elian has …"). */
function isUnnamed(tokens: Token[], at: number, bare: ReadonlySet<string>): boolean {
  const { kind, lower, capital } = tokens[at]!;
  if (kind !== 'word') return false;
  if (SOMEBODY.test(lower) && tokens[at + 1]?.kind !== 'person' && tokens[at - 1]?.kind !== 'person')
    return tokens
      .slice(Math.max(0, at - 4), at)
      .some((token) => /^(?:a|an|the|another|one)$/.test(token.lower));
  return capital && bare.has(lower);
}

/** Words that open a sentence with nothing but a verb behind them: names of one word, unless the text writes them small. */
function bareNames(clauses: Clause[]): ReadonlySet<string> {
  const bare = new Set<string>();
  for (const { tokens } of clauses) {
    const [first, second] = tokens;
    if (
      !first ||
      first.kind !== 'word' ||
      !second ||
      second.before ||
      /^(?:he|she|it|they|we|i|you|there|this|that|these|those|what|who|one|some|many|most|all|none|both)$/.test(
        first.lower,
      )
    )
      continue;
    if (
      first.possessive ||
      /^(?:has|was|is|had|who)$/.test(second.lower) ||
      eventVerb(second.lower)?.form === 'past'
    )
      bare.add(first.lower);
  }
  for (const { tokens } of clauses)
    for (const { kind, lower, capital } of tokens) if (kind === 'word' && !capital) bare.delete(lower);
  return bare;
}

function inSentence(
  tokens: Token[],
  at: number,
  topic: Person | null,
  fits: (person: Person) => boolean,
): Person | null {
  if (topic && fits(topic)) return topic;
  const named = tokens
    .slice(0, at)
    .flatMap(({ person, quoted }) => (person && !quoted && fits(person) ? [person] : []));
  return new Set(named).size === 1 ? named[0]! : null;
}

/**
 * The topic of the sentence before; of those further back the only one who fits, or whom the article names most. Nobody
 * where somebody unnamed stands between, or where several could be meant.
 */
function before(
  clauses: Clause[],
  topics: (Person | null)[],
  index: number,
  fits: (person: Person) => boolean,
  most: Person | null,
  bare: ReadonlySet<string>,
): Person | null {
  const seen = new Set<Person>();
  for (let back = index - 1; back >= 0 && index - back <= REACH; back -= 1) {
    const { tokens } = clauses[back]!;
    const topic = topics[back];
    if (topic && fits(topic) && (back === index - 1 || topic === most)) return topic;
    if (topic && fits(topic)) seen.add(topic);
    for (const { person, quoted } of tokens) if (person && !quoted && fits(person)) seen.add(person);
    if (back === index - 1 && seen.size === 1) return [...seen][0]!;
    if (tokens.some((_, at) => isUnnamed(tokens, at, bare))) break;
  }
  return seen.size === 1 ? [...seen][0]! : null;
}
