import { distanceKm } from '../geo.ts';
import type { Place } from '../places/place.ts';
import { contains } from './containment.ts';
import { type Draft, departs, mainTelling } from './draft.ts';
import { IS_THERE } from './event-words.ts';
import type { Person } from './people.ts';
import type { StoryEvent, StoryLeg } from './schema.ts';
import type { Telling } from './telling.ts';

/** Where the text has somebody: at a place, in the text's order. */
interface Stop {
  person: Person;
  place: Place;
  event: StoryEvent;
}

/** A stop longer ago than this says nothing of where a journey began. */
const STALE_DAYS = 14;

/** Who takes part in these is there; who is born somewhere, attacks it or is elected there need not be. */
const IS_PRESENT = /^(?:motion|visit|meeting|arrest)$/;

/** An airport lies so close to its town: "flew to London", "landed at Gatwick". */
const SAME_ARRIVAL_KM = 60;

/**
 * The legs that the text states, in text order: a traveller, where they go, and where the text last had them. `from` is
 * null where it had them nowhere ("flew to Oslo"): no line is drawn then. Who "arrived in Oslo" or visited it from nobody
 * knows where has made no leg. A place that is only spoken of is no stop.
 */
export function findLegs(events: StoryEvent[], draftOf: Map<string, Draft>): StoryLeg[] {
  const stops: Stop[] = [];
  const legs: StoryLeg[] = [];
  const departed = new Set<string>();
  // An event that an editor adds has no clause of its own to read a journey from.
  const all = events.flatMap((event) => {
    const draft = draftOf.get(event.id);
    return draft ? [{ event, draft }] : [];
  });
  for (const { event, draft } of all) {
    if (isElsewhere(event, draft) || !draft.places[0]) continue;
    if (!IS_PRESENT.test(mainTelling(draft).class)) continue;
    for (const person of draft.persons)
      // That they were there as somebody else says puts nobody there; a plan is anybody's to tell.
      if (!event.speaker || event.speaker.name === person.name || event.status === 'planned')
        stops.push({ person, place: draft.places[0], event });
  }
  for (const { event, draft } of all) {
    const main = mainTelling(draft);
    if (isElsewhere(event, draft) || !/^(?:motion|visit)$/.test(main.class)) continue;
    const to = goalOf(draft);
    // Who stays somewhere came before.
    if (!to || main.verb?.base === 'stay') continue;
    const stated =
      draft.tellings.flatMap(({ places }) => places).find(({ as }) => as === 'from')?.place ?? null;
    const travellers = draft.persons.filter((person) => main.subject?.persons.includes(person) || main.noun);
    const origins = travellers.map((person) => lastStop(person, event, to, stops));
    if (!stated && travellers.some((person) => isNoWay(person, event, main, to, stops, draftOf))) continue;
    const from = stated ?? origins.find((place) => place !== null) ?? null;
    const arrives =
      main.noun !== null ||
      main.class === 'visit' ||
      main.verb?.motion === 'arrive' ||
      main.verb?.motion === 'leave';
    if (!from && (arrives || !travellers.length)) continue;
    if (!travellers.length && !stated) continue;
    if (from && (from.id === to.id || contains(from, to) || contains(to, from))) continue;
    const status = departs(main) ? 'planned' : event.status;
    const same = legs.some(
      (leg) =>
        leg.to === to.id &&
        leg.from === (from?.id ?? null) &&
        leg.travellers.join() === travellers.map(({ id }) => id).join() &&
        (leg.status === status || status === 'planned'),
    );
    if (same) continue;
    // Whose arrival is told is no longer on the way.
    const left = legs.findIndex(
      (leg) =>
        leg.to === to.id &&
        leg.status === 'planned' &&
        status === 'happened' &&
        leg.travellers.join() === travellers.map(({ id }) => id).join(),
    );
    if (left >= 0 && departed.has(legs[left]!.event)) legs.splice(left, 1);
    if (departs(main)) departed.add(event.id);
    const km = from?.lngLat && to.lngLat ? Math.round(distanceKm(from.lngLat, to.lngLat)) : null;
    const route = draft.tellings.some(({ places }) => places.some(({ as }) => as === 'via'))
      ? 'stated'
      : 'not-stated';
    legs.push({
      from: from?.id ?? null,
      to: to.id,
      status,
      route,
      travellers: travellers.map(({ id }) => id),
      event: event.id,
      km,
    });
  }
  return legs;
}

/** No stop of the story's own journey: what didn't take place, is only setting, was years ago, or in two places at once. */
const isElsewhere = ({ background, status }: StoryEvent, { history, places }: Draft): boolean =>
  background || status === 'cancelled' || history || places.length > 1;

/** A stop of no day, told in another sentence than what was before it; or a landing close to where they flew. */
function isNoWay(
  person: Person,
  event: StoryEvent,
  main: Telling,
  to: Place,
  stops: Stop[],
  draftOf: Map<string, Draft>,
): boolean {
  const before = stops.filter((stop) => stop.person === person && stop.event.start < event.start);
  if (event.edtf === null && /^(?:stop|transit)$/.test(main.verb?.base ?? ''))
    return !before.some((stop) => mainTelling(draftOf.get(stop.event.id)!).clause === main.clause);
  return (
    main.verb?.motion === 'arrive' &&
    before.some(
      ({ place, event: other }) =>
        place.id !== to.id &&
        place.lngLat !== null &&
        to.lngLat !== null &&
        distanceKm(place.lngLat, to.lngLat) < SAME_ARRIVAL_KM &&
        (event.edtf === null || event.edtf === other.edtf),
    )
  );
}

/** Where a motion goes: after "to", or where one arrives or visits. */
function goalOf(draft: Draft): Place | null {
  for (const { places, verb, noun } of draft.tellings) {
    const isThere = (as: string) =>
      as === 'object' ||
      (as === 'at' && (!verb || IS_THERE.test(verb.base) || /^(?:visit|tour)$/.test(verb.base)));
    const stops = /^(?:stop|transit)$/.test(verb?.base ?? '');
    const goal =
      (stops ? undefined : places.find(({ as }) => as === 'to')) ??
      (verb?.motion === 'leave' ? undefined : places.find(({ as }) => isThere(as)));
    if (goal && (verb || noun))
      return (
        draft.places.find((place) => place.id === goal.place.id || contains(goal.place, place)) ?? goal.place
      );
  }
  return null;
}

/**
 * The place that somebody was last at before `event`: by day where the text gives one (a story may be told backwards),
 * then by the text's order. A stop without a day has that of the traveller's stop before it in the text.
 */
function lastStop(person: Person, event: StoryEvent, to: Place, stops: Stop[]): Place | null {
  let day: string | null = null;
  let own: string | null = event.edtf && event.earliest;
  const dated = stops
    .filter((stop) => stop.person === person)
    .map((stop) => {
      if (stop.event.edtf) day = stop.event.earliest;
      else if (stop.event.status === 'planned') day = null;
      if (stop.event === event) own ??= day;
      return { ...stop, day: stop.event.status === 'planned' && !stop.event.edtf ? null : day };
    });
  const before = dated.filter((stop) => {
    if (stop.event === event) return false;
    if (stop.event.status === 'planned' && event.status === 'happened') return false;
    if (stop.day === null || own === null) return stop.event.start < event.start;
    if (daysBetween(stop.day, own) > STALE_DAYS) return false;
    return stop.day < own || (stop.day === own && stop.event.start < event.start);
  });
  const key = (stop: (typeof dated)[number]) =>
    stop.event.status === 'planned' && !stop.day ? '9999' : (stop.day ?? '0000');
  before.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.event.start - b.event.start));
  const last = before.at(-1);
  return last && last.place.id !== to.id ? last.place : null;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(b) - Date.parse(a)) / 86_400_000;
}
