import type { Span } from '../article/article.ts';
import type { Timex } from '../dates/timex.ts';
import type { Place } from '../places/place.ts';
import type { Telling } from './telling.ts';
import { contains } from './containment.ts';
import { IS_THERE } from './event-words.ts';
import type { Status } from './mood.ts';
import type { Person } from './people.ts';
import { dayAfter } from './when.ts';

/** An event in the making: its tellings and what they say together. */
export interface Draft {
  tellings: Telling[];
  status: Status;
  persons: Person[];
  /** Where it was: the more precise of a place and one around it. */
  places: Place[];
  placeBasis: 'stated' | 'inferred' | 'not-stated';
  when: When | null;
  speaker: { name: string; form: 'quoted' | 'reported' } | null;
  background: boolean;
  /** Of long ago, in an article of news, and of nobody who acts in its own days. */
  history: boolean;
  /** The text gives it a day, though perhaps none that can be worked out ("on Tuesday" of an undated article). */
  timed: boolean;
  bound: { relation: 'before' | 'after'; draft: Draft } | null;
}

/** When an event was, and the words that say so. */
export interface When {
  edtf: string | null;
  basis: 'stated' | 'resolved' | 'inferred';
  words: Span | null;
  timex: Timex;
  earliest: string | null;
  latest: string | null;
}

/** "left for Oslo", "headed to Oslo": told is that somebody went away, and not that they arrived. */
export function departs({ verb, status, places }: Telling): boolean {
  // "fled to Oslo": they are there.
  const gets =
    /^(?:flee|escape|evacuate|withdraw)$/.test(verb?.base ?? '') && places.some(({ as }) => as === 'to');
  return status === 'happened' && !gets && (verb?.motion === 'leave' || verb?.base === 'head');
}

/** The places that a telling ties to its happening. */
export function placesOf(telling: Telling): Place[] {
  const at = telling.places.filter(
    ({ as }) => as !== 'via' && (as !== 'from' || telling.verb?.motion === 'leave'),
  );
  // "left Rome for Oslo": who has left was in Rome; nobody says that they came to Oslo.
  if (departs(telling)) return at.filter(({ as }) => as === 'from').map(({ place }) => place);
  const goal = at.find(({ as }) => as === 'to');
  // "stopped in Doha on the way to Suva"
  const isThere = IS_THERE.test(telling.verb?.base ?? '') && at.some(({ as }) => as === 'at');
  if (goal && !isThere && (telling.class === 'motion' || telling.class === 'visit')) return [goal.place];
  // "came at a time of tension in the Middle East": only who arrives somewhere is there by "in" and "at".
  if (telling.class === 'motion' && telling.verb && !IS_THERE.test(telling.verb.base))
    return at
      .filter(({ as }) => as === 'object' || as === 'from')
      .slice(0, 1)
      .map(({ place }) => place);
  if (isThere)
    return at
      .filter(({ as }) => as === 'at')
      .slice(0, 1)
      .map(({ place }) => place);
  const [first, ...others] = at;
  const places = first ? [first.place] : [];
  for (const { joined, place } of others) {
    if (!joined) break;
    places.push(place);
  }
  return places;
}

/** Adds a place to the event's: of a place and one inside it the inner stays. */
export function addPlace(places: Place[], place: Place): Place[] {
  if (places.some((known) => known.id === place.id || contains(place, known))) return places;
  return [...places.filter((known) => !contains(known, place)), place];
}

/** Whether two lists of places can be one event's: either empty, or one in or the same as another. */
export function placesAgree(a: Place[], b: Place[]): boolean {
  if (!a.length || !b.length) return true;
  return a.some((one) =>
    b.some((other) => one.id === other.id || contains(one, other) || contains(other, one)),
  );
}

/** Whether two events can be at one time, as far as their bounds tell. */
export function timesAgree(a: When | null, b: When | null): boolean {
  if (!a || !b) return true;
  if (a.latest !== null && b.earliest !== null && a.latest < b.earliest) return false;
  return !(b.latest !== null && a.earliest !== null && b.latest < a.earliest);
}

/** News is of the last weeks: what is dated to before them is another happening than one told without a date. */
export const NEWS_DAYS = 60;

/**
 * Whether what is told without a date can be what was dated long ago: told first with its date, then by "the", or of the
 * same person. "Floods swept through towns. In 1957 a flood killed 81" are two.
 */
function agesAgree(draft: Draft, telling: Telling, when: When | null, today: string | null): boolean {
  const isOld = (time: When | null) =>
    time?.latest != null && (today === null || time.latest < (dayAfter(today, -NEWS_DAYS) ?? today));
  if (isOld(draft.when) && !when?.latest) return telling.definite;
  return (
    !isOld(when) || draft.when !== null || telling.persons.some((person) => draft.persons.includes(person))
  );
}

/**
 * Whether a telling tells the happening of a draft. The same sort of happening is needed, and nothing may speak against
 * it; then a common person, a common place, or "the" before a noun that can mean nothing else speak for it. `today` is
 * the first day that the article can be from, null if unknown.
 */
export function tellsSame(draft: Draft, telling: Telling, when: When | null, today: string | null): boolean {
  const first = draft.tellings[0]!;
  const { persons } = telling;
  if (first.class !== telling.class || isAnother(telling) || isAnother(first)) return false;
  if (!agesAgree(draft, telling, when, today)) return false;
  const places = placesOf(telling);
  if (!placesAgree(draft.places, places) || !timesAgree(draft.when, when)) return false;
  const bare = telling.noun !== null && !telling.light && telling.definite;
  if (draft.status !== telling.status && !(telling.definite && telling.noun)) return false;
  const common = persons.filter((person) => draft.persons.includes(person));
  const clash = persons.length > 0 && draft.persons.length > 0 && common.length === 0;
  const samePlace = places.length > 0 && draft.places.length > 0;
  const sameTime = when?.edtf != null && draft.when?.edtf === when.edtf;
  switch (telling.class) {
    case 'death':
    case 'arrest':
    case 'life':
    case 'office':
      // "was arrested, then deported", "died and was buried": of one person, and two happenings.
      if (actOf(first) !== actOf(telling)) return false;
      return (
        common.length > 0 ||
        (!clash &&
          ((telling.definite && !persons.length) || (samePlace && sameTime && sameWord(first, telling))))
      );
    case 'meeting':
      // "met to prepare the summit": it is still to come.
      if (telling.status === 'planned' && draft.status !== 'planned' && !sameWord(first, telling))
        return false;
      if (clash && (draft.persons.length > 1 || persons.length > 1 || !telling.definite)) return false;
      return telling.definite && telling.noun !== null
        ? !telling.noun.plural || telling.clause.tokens[telling.head]!.lower === 'talks'
        : common.length > 1 || (common.length > 0 && (samePlace || sameTime));
    case 'motion':
    case 'visit':
      return common.length > 0 && (samePlace || (telling.noun !== null && telling.definite));
    default:
      if (clash) return false;
      if (bare || (telling.noun && telling.definite && first.noun))
        return sameWord(first, telling) || (samePlace && telling.class === 'war');
      return (
        samePlace && (sameWord(first, telling) || telling.class === 'war' || telling.class === 'election')
      );
  }
}

/** "the last outbreak", "another man was shot": none that was told before. */
function isAnother({ noun, subject, clause, from, head }: Telling): boolean {
  const words = noun
    ? clause.tokens.slice(from, head)
    : subject
      ? clause.tokens.slice(subject.from, subject.to)
      : [];
  return words.some(({ lower }) =>
    /^(?:last|previous|earlier|another|second|third|former|past|prior)$/.test(lower),
  );
}

/** Words that tell the same of a person, under one name; what has none is told by itself alone. */
const ACTS: [string, RegExp][] = [
  ['burial', /^(?:bury|burial|funeral)s?$/],
  ['marry', /^(?:marry|weddings?)$/],
  ['arrest', /^(?:arrests?|detain|detentions?|apprehend|handcuff)$/],
  ['jail', /^(?:jail|imprison)$/],
  ['appoint', /^(?:appoint|appointments?|reappoint|name|hire|promote)$/],
  ['resign', /^(?:resign|resignations?|quit|step|retire)$/],
  ['oust', /^(?:oust|overthrow|depose|sack|dismiss)$/],
];

function actOf(telling: Telling): string {
  const act = ACTS.find(([, words]) => words.test(telling.word))?.[0];
  return act ?? (telling.class === 'death' ? 'death' : stem(telling));
}

/** The same verb or noun, in whatever form: "attack", "attacks", "attacked". */
function sameWord(a: Telling, b: Telling): boolean {
  return stem(a) === stem(b);
}

function stem(telling: Telling): string {
  return telling.word
    .replace(/ies$/, 'y')
    .replace(/(?:ion|ing|e?s)$/, '')
    .replace(/(?:e|al)$/, '')
    .slice(0, 7);
}

/** The telling that stands for an event: the first that the article itself tells, else the first. */
export function mainTelling(draft: Draft): Telling {
  return draft.tellings.find(({ speech }) => !speech) ?? draft.tellings[0]!;
}
