import { FINITE } from '../article/speakers.ts';
import { eventVerb } from './event-words.ts';
import { type Gender, genderOfNoun } from './gender.ts';
import type { Token } from './tokens.ts';

/** A person whom the text doesn't name: a pronoun after one may mean them, so it means nobody else. */
const SOMEBODY =
  /^(?:suspect|victim|driver|pilot|officer|soldier|student|attacker|passenger|resident|child|baby|toddler|infant|teenager|teen|teacher|farmer|worker|journalist|reporter|official|spokesperson|president|minister|premier|chancellor|leader|ruler|dictator|monarch|founder|owner|witness|prisoner|inmate|detainee|convict|fugitive|hostage|survivor|patient|player|coach|captain|skipper|striker|goalkeeper|midfielder|defender|singer|rapper|musician|author|writer|novelist|poet|doctor|surgeon|nurse|medic|paramedic|lawyer|attorney|prosecutor|judge|magistrate|justice|sailor|tourist|defendant|accused|candidate|nominee|incumbent|cleric|priest|bishop|archbishop|cardinal|rabbi|preacher|pastor|governor|mayor|senator|lawmaker|legislator|deputy|ambassador|envoy|diplomat|negotiator|commissioner|secretary|chief|head|boss|commander|general|admiral|colonel|sergeant|sheriff|constable|trooper|detective|inspector|lieutenant|firefighter|motorcyclist|cyclist|pedestrian|motorist|trucker|hiker|climber|swimmer|surfer|runner|rider|jockey|bomber|shooter|sniper|assailant|robber|thief|killer|murderer|kidnapper|militant|rebel|activist|protester|campaigner|businessperson|billionaire|tycoon|executive|manager|director|entrepreneur|scientist|researcher|professor|engineer|astronaut|cosmonaut|artist|painter|composer|director|filmmaker|chef|colleague|counterpart|predecessor|successor|rival|opponent|neighbou?r|friend|partner|fianc[eé]e?|cousin|sibling|spouse|twin|parent|employee|employer|migrant|refugee|volunteer|veteran|native|[a-z-]+-year-old|\d+-year-old)$/;

/** "driver", "husband": a noun for a person, in lower case. */
export function isPersonNoun(lower: string): boolean {
  return SOMEBODY.test(lower) || genderOfNoun(lower) !== null;
}

/** "father", "niece": a noun for a relative, in lower case. */
export function isKin(lower: string): boolean {
  return KIN.test(lower);
}

/** Who somebody is without a name, "he", "she" or null where either, and whether as a subject. */
export interface Somebody {
  gender: Gender | null;
  /** `main`: of the sentence or of what is said in it; `side`: of a clause after "when"; null for no subject. */
  subject: 'main' | 'side' | null;
}

const SAYS = /^(?:said|says|added|ordered|ruled|wrote|reported|noted|explained)$/;

const OPENS = /^(?:a|an|the|another|one|his|her|their|its|this|that)$/;

/** What stands before a subject in the middle of a sentence. */
const BEFORE_MAIN = /^(?:and|but|that|said|says)$/;
const BEFORE_SIDE = /^(?:when|after|before|while|as|because|although|though|if|since|where|until|whose)$/;

/** "the suspect", "a 40-year-old man", "her husband", "Torres's son": the unnamed person whose noun is at `at`, or null. */
export function somebodyAt(tokens: Token[], at: number): Somebody | null {
  const { kind, lower, capital, possessive } = tokens[at]!;
  if (kind !== 'word' || possessive) return null;
  const gender = genderOfNoun(lower);
  if (!gender && !SOMEBODY.test(lower)) return null;
  if (tokens[at + 1]?.kind === 'person' || tokens[at - 1]?.kind === 'person') {
    // "Torres's son died": somebody; "her son, Paul Torres", "the pilot Paul Torres": named.
    if (tokens[at + 1]?.kind === 'person' || !tokens[at - 1]!.possessive) return null;
  }
  const next = tokens[at + 1];
  // "a 17-year-old male": the noun comes.
  if (/-year-old$/.test(lower) && next && !next.before && !FINITE.test(next.lower) && next.lower !== 'who')
    return null;
  if ((capital && at > 0) || isNamedBehind(tokens, at)) return null;
  for (let from = at - 1; from >= Math.max(0, at - 4); from -= 1) {
    const token = tokens[from]!;
    if (token.possessive || (token.kind === 'word' && OPENS.test(token.lower))) {
      const before = tokens[from - 1];
      // "he was called a witness": himself.
      if (
        before &&
        !token.before &&
        /^(?:is|was|were|be|been|being|became|become|remains?|called|named|as)$/.test(before.lower)
      )
        return null;
      const begins =
        !before ||
        (token.before !== '' ? !isApposition(tokens, from, at) : /^(?:time|place)$/.test(before.kind));
      // "Gomez may not leave, the judge said.": who says so behind the comma is not whom it is about.
      if (from > 0 && token.before !== '' && SAYS.test(next?.lower ?? '')) return { gender, subject: 'side' };
      const subject =
        begins || BEFORE_MAIN.test(before.lower) ? 'main' : BEFORE_SIDE.test(before.lower) ? 'side' : null;
      return { gender, subject };
    }
    if (tokens[from + 1]!.before || token.kind === 'time') break;
  }
  return null;
}

/** "Lena Price was born in 1930, the daughter of a farmer": says who is named before, and no verb follows. */
function isApposition(tokens: Token[], from: number, at: number): boolean {
  const next = tokens[at + 1];
  const acts =
    next !== undefined &&
    !next.before &&
    (FINITE.test(next.lower) || next.lower === 'who' || eventVerb(next.lower)?.form === 'past');
  return !acts && tokens.slice(0, from).some(({ person, lower }) => person || /^(?:he|she)$/.test(lower));
}

/** "the president of France, Nicolas Sarkozy, said": the name stands behind the comma. */
function isNamedBehind(tokens: Token[], at: number): boolean {
  const comma = tokens.findIndex(({ before }, index) => index > at && before !== '');
  if (comma < 0 || comma - at > 6 || tokens[comma]!.before !== ',') return false;
  const links = tokens[at + 1] === tokens[comma] || /^(?:of|for|in|to|at)$/.test(tokens[at + 1]!.lower);
  return links && tokens[comma]!.kind === 'person';
}

/** "daughter of Walter and Ruby Price", "born to Ruby Price": the name at `at` says whose child or spouse another is. */
export function isKinOf(tokens: Token[], at: number): boolean {
  for (let back = at - 1; back > 0 && at - back < 8; back -= 1) {
    const { kind, lower } = tokens[back]!;
    const next = tokens[back + 1]!;
    if (/^(?:of|to)$/.test(lower) && kind === 'word') {
      const before = tokens[back - 1]!.lower;
      return (lower === 'of' && KIN.test(before)) || isBorn(tokens, back);
    }
    if (next.before && next.before !== ',') return false;
    if (!(kind === 'person' || tokens[back]!.capital || /^(?:and|the|late|mr|mrs|dr)$/.test(lower)))
      return false;
  }
  return false;
}

/** "born on July 19 in Georgia, to": the verb that "to" at `at` belongs to. */
function isBorn(tokens: Token[], at: number): boolean {
  return (
    tokens[at]!.lower === 'to' && tokens.slice(Math.max(0, at - 9), at).some(({ lower }) => lower === 'born')
  );
}

/** "her husband, Harold Jones", "her husband was Harold Jones", "Harold Jones, her husband": what the noun makes of the name at `at`. */
export function genderByKin(tokens: Token[], at: number): Gender | null {
  const [prev, first] = [tokens[at - 1], tokens[at - 2]];
  const isKin = (token: Token | undefined) => token !== undefined && KIN.test(token.lower);
  if (isKin(prev) && /^,?$/.test(tokens[at]!.before)) return genderOfNoun(prev!.lower);
  if (prev && /^(?:was|is|named|called)$/.test(prev.lower) && isKin(first)) return genderOfNoun(first!.lower);
  const [next, kin] = [tokens[at + 1], tokens[at + 2]];
  if (next?.before === ',' && /^(?:his|her|their)$/.test(next.lower) && isKin(kin))
    return genderOfNoun(kin!.lower);
  return null;
}

const KIN =
  /^(?:husband|wife|widow|widower|son|daughter|father|mother|brother|sister|uncle|aunt|nephew|niece|cousin|child|children|twins?|sons|daughters|parents|grandson|granddaughter|grandfather|grandmother|stepson|stepdaughter|stepfather|stepmother|boyfriend|girlfriend|fianc[eé]e?|spouse|partner|(?:mother|father|brother|sister|son|daughter)-in-law)$/;
