import { isAdverb as isAdverbForm } from '../article/words.ts';
import type { Timex } from '../dates/timex.ts';
import { eventVerb, type VerbEntry } from './event-words.ts';
import type { Person } from './people.ts';
import { type Arguments, argumentsIn, type PlaceArgument, reachEnd } from './reach.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';

/** "charged with the killing of his uncle in 2019": the year is that of the killing. */
export function isOfCharge(tokens: Token[], start: number, charged: number): boolean {
  return start > charged && tokens[tokens.findIndex((token) => token.start === start) - 1]?.lower === 'in';
}

/** "flew to Yokohama, where he attended": the place that "where" right before the subject at `from` stands for. */
export function whereBefore(tokens: Token[], from: number): PlaceArgument[] {
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
export function sharedEnd(tokens: Token[], and: number, { class: name }: VerbEntry): Arguments {
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
export const MOVED = /^(?:transport|airlift|transfer|admit)$/;

const HARMS = /^(?:death|harm)$/;

/** More of the people that were just told of. */
const OTHERS =
  /^(?:another|others?|third|fourth|fifth|dozens|scores|hundreds|several|more|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)$/;

/** "met Kim, and on Friday | he is to visit Oslo": the day that opens the second clause. */
export function timesAfterAnd(tokens: Token[], from: number): Timex[] {
  let index = from - 1;
  while (index > 0 && (tokens[index]!.kind === 'time' || /^(?:on|in|late|early)$/.test(tokens[index]!.lower)))
    index -= 1;
  if (index < 1 || index === from - 1 || !/^(?:and|but)$/.test(tokens[index]!.lower)) return [];
  return tokens.slice(index + 1, from).flatMap(({ timex }) => (timex ? [timex] : []));
}

/** "Putin on Tuesday met"; but what stands behind other words ("the men seized on Friday were freed") is theirs. */
export function timesBetween(tokens: Token[], from: number, to: number): Timex[] {
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

/** "Schools in Iquique were closed", "A court in York charged": what is done to or by them is done where they are. */
export function placesOfSubject(
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

/** What is announced, agreed or ruled on may lie anywhere: "a treaty on fishing in Fiji" is not signed there. */
export const ABSTRACT = /^(?:statement|deal|court|office|start|contest|meeting|deed)$/;

/** What joins an object’s own words: the place behind one is the object’s. */
export const LINKED = /^(?:of|about|over|against|between|for|on|to)$/;

/** What is found or sent is where it is found or sent from. */
export const ABOUT = /^(?:about|over|against|between|for|to)$/;

/** Whether a place hangs on the verb at `at` and not on its object’s own words. */
export function isOwnPlace(tokens: Token[], at: number, place: Token, parts: RegExp): boolean {
  const between = tokens.slice(at + 1, tokens.indexOf(place));
  return !between.some(
    ({ kind, lower }, index) => kind === 'word' && parts.test(lower) && between[index + 1]?.kind !== 'time',
  );
}

/** The persons that a verb acts on or with: its object, and those after "with" or "by". */
export function objectsOf(
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
