import { eventVerb } from './event-words.ts';
import { type Gender, genderOfName, genderOfTitle } from './gender.ts';
import type { Person } from './people.ts';
import { genderByKin, isKinOf, type Somebody, somebodyAt } from './somebody.ts';
import type { Clause, Token } from './tokens.ts';

/** Whom each "he" and "she" of the article means, and who is which. */
export interface Referents {
  of: ReadonlyMap<Token, Person>;
  gender: ReadonlyMap<Person, Gender>;
}

/** So many sentences back a pronoun reaches. */
const REACH = 3;

/** Whom a sentence is about: a person, or somebody unnamed of whom a later "he" may speak. */
interface Topic {
  person: Person | null;
  /** Unnamed subjects; `after` the person. */
  rivals: (Somebody & { after: boolean })[];
  /** Everybody unnamed, subject or not. */
  unnamed: Somebody[];
  /** Pronouns that mean nobody for certain. */
  open: Gender[];
}

/**
 * Whom "he" and "she" mean: whom the sentence is about so far, else whom one of the three before is about. Once a
 * person was a "she", no "he" means her. Nobody where another could be meant: two new names, somebody unnamed.
 */
export function findReferents(clauses: Clause[]): Referents {
  const found = new Map<Token, Person>();
  const bare = bareNames(clauses);
  const genders = findGenders(clauses, bare);
  const topics: Topic[] = [];
  const most = mostNamed(clauses);
  const bearerOf = titleBearers(clauses);
  clauses.forEach(({ tokens }, index) => {
    const topic: Topic = { person: null, rivals: [], unnamed: [], open: [] };
    tokens.forEach((token, at) => {
      if (token.quoted) return;
      const somebody = unnamedAt(tokens, at, bare);
      const bearer = somebody?.subject ? bearerOf(tokens, at) : null;
      if (bearer) topic.person ??= topic.rivals.length ? null : bearer;
      else if (somebody) topic.unnamed.push(somebody);
      if (somebody?.subject && !bearer) topic.rivals.push({ ...somebody, after: topic.person !== null });
      // "The patriarch met Putin": the sentence is about him whom it doesn't name.
      if (isSubject(tokens, at) && !topic.rivals.some((one) => !one.after)) topic.person ??= token.person;
      if (!/^(?:he|she)$/.test(token.lower) || token.kind !== 'word') return;
      const gender = token.lower as Gender;
      const fits = (person: Person) => (genders.get(person) ?? gender) === gender;
      const person =
        inSentence(tokens, at, topic, gender, fits) ??
        (topic.unnamed.some((one) => isRival(one, gender))
          ? null
          : before(clauses, topics, index, { gender, fits, most, class: classAfter(tokens, at) }));
      if (!person) {
        topic.open.push(gender);
        return;
      }
      found.set(token, person);
      genders.set(person, gender);
      topic.person ??= person;
    });
    topics.push(topic);
  });
  return { of: found, gender: genders };
}

/** "he" may mean them. */
function isRival(somebody: Somebody, gender: Gender): boolean {
  return (somebody.gender ?? gender) === gender;
}

/** Offices that one person of a story holds. */
const OFFICE =
  /^(?:pope|pontiff|king|queen|emperor|emir|sultan|president|premier|chancellor|minister|patriarch)$/;

/** For "the pope" as a subject: the one person of the article who is called so in a title, or null. */
function titleBearers(clauses: Clause[]): (tokens: Token[], at: number) => Person | null {
  const people = peopleOf(clauses);
  return (tokens, at) => {
    const { lower } = tokens[at]!;
    const prime = lower === 'minister';
    if (!OFFICE.test(lower) || tokens[at - (prime ? 2 : 1)]?.lower !== 'the') return null;
    if (/^(?:of|elect)$/.test(tokens[at + 1]?.lower ?? '') || (prime && tokens[at - 1]!.lower !== 'prime'))
      return null;
    const word = prime ? 'prime minister' : lower === 'pontiff' ? 'pope' : lower;
    const title = new RegExp(`\\b${word}$`, 'i');
    const bearers = people.filter(
      (person) => person.title && new RegExp(`\\b${word}`, 'i').test(person.title),
    );
    const [only] = bearers;
    const plain = only && title.test(only.title!) && !/^(?:former|ex|vice|deputy)\b/i.test(only.title!);
    return bearers.length === 1 && plain ? only : null;
  };
}

function peopleOf(clauses: Clause[]): Person[] {
  return [
    ...new Set(clauses.flatMap(({ tokens }) => tokens.flatMap(({ person }) => (person ? [person] : [])))),
  ];
}

/** Whom the article names more often than anybody else; null where two are named as often. */
function mostNamed(clauses: Clause[]): Person | null {
  const [first, second] = peopleOf(clauses).sort((a, b) => b.mentions.length - a.mentions.length);
  return first && first.mentions.length > (second?.mentions.length ?? 0) ? first : null;
}

/** By nouns of kin, titles and first names, and by pronouns in sentences where only one person can be meant. */
function findGenders(clauses: Clause[], bare: ReadonlySet<string>): Map<Person, Gender> {
  const genders = new Map<Person, Gender>();
  for (const { tokens } of clauses)
    tokens.forEach(({ person }, at) => {
      if (!person || genders.has(person)) return;
      const gender =
        genderByKin(tokens, at) ??
        genderOfTitle(person.title ?? person.name.split(' ')[0]!) ??
        genderOfName(person.name);
      if (gender) genders.set(person, gender);
    });
  let last: Person | null = null;
  for (const { tokens } of clauses) {
    const here: Person[] = [];
    for (const { person, quoted } of tokens)
      if (person && !quoted && !here.includes(person)) here.push(person);
    const only: Person | null = here.length === 1 ? here[0]! : here.length ? null : last;
    const pronoun = tokens.find(({ lower, quoted }) => !quoted && /^(?:he|she|his)$/.test(lower));
    const after =
      pronoun &&
      only &&
      (!here.length || tokens.some(({ person, start }) => person && start < pronoun.start));
    if (after && !genders.has(only) && !tokens.some((_, at) => unnamedAt(tokens, at, bare)))
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

/** "the suspect", "A 40-year-old man", and names of one word that nobody knows ("Elian has …"); null for all else. */
function unnamedAt(tokens: Token[], at: number, bare: ReadonlySet<string>): Somebody | null {
  const { kind, lower, capital } = tokens[at]!;
  if (kind === 'word' && capital && bare.has(lower))
    return { gender: null, subject: at === 0 ? 'main' : null };
  return somebodyAt(tokens, at);
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

/** The topic of the sentence so far, or the one person named in it; nobody where somebody unnamed acts too. */
function inSentence(
  tokens: Token[],
  at: number,
  { person: topic, rivals }: Topic,
  gender: Gender,
  fits: (person: Person) => boolean,
): Person | null {
  if (rivals.some((one) => isRival(one, gender))) return null;
  if (topic && fits(topic)) return topic;
  const named = tokens
    .slice(0, at)
    .flatMap(({ person, quoted }, index) =>
      person && !quoted && fits(person) && !isKinOf(tokens, index) ? [person] : [],
    );
  return new Set(named).size === 1 ? named[0]! : null;
}

/** Whom a pronoun may mean, and the class of its verb, '' for none. */
interface Search {
  gender: Gender;
  fits: (person: Person) => boolean;
  most: Person | null;
  class: string;
}

/** The class of the verb that the pronoun at `at` is the subject of. */
function classAfter(tokens: Token[], at: number): string {
  for (const { lower, before, kind } of tokens.slice(at + 1, at + 7)) {
    if (before || (kind !== 'word' && kind !== 'time')) return '';
    const verb = eventVerb(lower);
    if (verb && kind === 'word') return verb.class;
  }
  return '';
}

/**
 * Whether what the pronoun's verb tells may be of a second whom the sentence names or tells of: "Ruiz stabbed his brother.
 * He died", "Ruto hosted the chancellor. He will fly home".
 */
function isFate(verb: string, tokens: Token[]): boolean {
  if (verb === 'motion')
    return tokens.some(({ lower }) => /^(?:host|welcom|receiv|greet)(?:e?d|s|es)$/.test(lower));
  return /^(?:death|harm|arrest|court)$/.test(verb);
}

/**
 * The topic of the sentence before; of those further back the only one who fits, or whom the article names most. Nobody
 * where somebody unnamed acts between, or a pronoun that meant nobody, or where several could be meant.
 */
function before(
  clauses: Clause[],
  topics: Topic[],
  index: number,
  { gender, fits, most, class: verb }: Search,
): Person | null {
  const seen = new Set<Person>();
  for (let back = index - 1; back >= 0 && index - back <= REACH; back -= 1) {
    const { tokens } = clauses[back]!;
    const { person: topic, rivals, unnamed, open } = topics[back]!;
    // "Torres waved as the judge spoke. He": Torres, whom the sentence itself is about.
    const others = rivals.filter(({ after, subject }) => !(after && subject === 'side'));
    if (open.includes(gender) || others.some((one) => isRival(one, gender))) return null;
    const strict = isFate(verb, tokens);
    if (strict && unnamed.some((one) => !one.subject && isRival(one, gender))) return null;
    const named = tokens.flatMap(({ person, quoted }, at) =>
      person && !quoted && fits(person) && !isKinOf(tokens, at) ? [person] : [],
    );
    const acting = tokens.flatMap(({ person, quoted }, at) =>
      person && !quoted && fits(person) && isSubject(tokens, at) && !isKinOf(tokens, at) ? [person] : [],
    );
    const two = new Set(topic && fits(topic) ? [topic, ...acting] : acting).size > 1;
    if (strict && two) return null;
    if (topic && fits(topic) && (back === index - 1 || topic === most)) return topic;
    for (const person of named) seen.add(person);
    if (back === index - 1 && seen.size === 1) return [...seen][0]!;
  }
  return seen.size === 1 ? [...seen][0]! : null;
}
