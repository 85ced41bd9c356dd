import type { Decisions } from '../article/decisions.ts';
import { parseArticle } from '../article/parse.ts';
import { findPublished } from '../dates/published.ts';
import { findTimexes } from '../dates/timexes.ts';
import type { LngLat } from '../geo.ts';
import type { Geoparse, Place, Toponym } from '../places/place.ts';
import { findCores } from './cameras.ts';
import { decideEvents } from './decide.ts';
import { buildEvents } from './event-list.ts';
import { findEvents } from './events.ts';
import { findLegs } from './journey.ts';
import { findPeople } from './people.ts';
import { findPlaces, placeToponyms } from './roles.ts';
import { buildSteps } from './scenes.ts';
import type { Story } from './schema.ts';
import { findSteps } from './steps.ts';
import { findReferents } from './referents.ts';
import { findTokens } from './tokens.ts';
import { namedSpeeches } from './mentions.ts';
import { findPersons } from './unknown-people.ts';

/** What of a story the rooms of events, journey, roles and scenes make; for their tests, without the gazetteer. */
export type Told = Pick<Story, 'events' | 'legs' | 'places' | 'steps' | 'people'> & { text: string };

/**
 * Tells an invented article by invented places: `places` are names with their points, `persons` full names ("Samir
 * Haddad", later "Haddad"). A country is written `Name (country)`, a place that may be another one `Name?`. For tests only.
 */
export function tell(
  text: string,
  {
    places = {},
    persons = [],
    published = '2017-09-14',
    previous = null,
    decisions = null,
    warnings = [],
  }: Invented = {},
): Told {
  const article = { ...parseArticle(text), date: published };
  const parsed = inventedGeoparse(text, places, persons);
  const found = { ...parsed, persons: findPersons(article, parsed) };
  const day = findPublished(article, { decided: null, years: [2000, 2030] });
  const timexes = findTimexes(article, day?.edtf ?? null);
  const people = findPeople(found.persons, text);
  const clauses = findTokens(article, found, timexes, people);
  const referents = findReferents(clauses);
  const drafts = findEvents(article, clauses, day, referents);
  const { events: built, draftOf } = buildEvents(article, drafts, day, previous);
  const events = decideEvents(built, article, decisions, [], warnings);
  const legs = findLegs(events, draftOf);
  const storyPlaces = findPlaces(article, found, events, legs, null);
  const told = {
    article,
    published: day,
    events,
    legs,
    places: storyPlaces,
    toponyms: placeToponyms(found, storyPlaces),
    timexes,
    speakers: namedSpeeches(article, clauses, referents, people),
    cores: findCores(found.toponyms.map(({ resolution }) => resolution.place)),
  };
  return {
    text,
    events,
    legs,
    places: storyPlaces,
    people,
    steps: buildSteps(findSteps(article, null, events, previous), told, decisions, warnings),
  };
}

interface Invented {
  /** Points by name; a name alone lies at a point of its own. */
  places?: Record<string, LngLat> | string[];
  persons?: string[];
  published?: string | null;
  previous?: Story | null;
  decisions?: Decisions | null;
  warnings?: string[];
}

function inventedGeoparse(
  text: string,
  places: Record<string, LngLat> | string[],
  persons: string[],
): Geoparse {
  const points = Array.isArray(places)
    ? Object.fromEntries(places.map((name, index) => [name, [index * 7 - 20, index * 3] as LngLat]))
    : places;
  const toponyms = Object.entries(points).flatMap(([written, lngLat]) => {
    const name = written.replace(/ \(country\)$|\?$/, '');
    const isCountry = / \(country\)$/.test(written);
    const place: Place = {
      id: `area:${name.toLowerCase().replace(/\W+/g, '-')}`,
      name,
      kind: isCountry ? 'country' : 'city',
      country: isCountry ? name : null,
      admin1: null,
      lngLat,
      bbox: null,
      geonameid: null,
      population: 1,
      boundary: null,
    };
    return mentions(text, name).map((span): Toponym => ({
      ...span,
      name,
      role: 'literal',
      confidence: 1,
      resolution: {
        status: written.endsWith('?') ? 'ambiguous' : 'resolved',
        place,
        because: 'invented',
        alternatives: [],
      },
    }));
  });
  const people = persons.flatMap((name) => {
    const last = name.split(' ').at(-1)!;
    const full = mentions(text, name);
    const alone = mentions(text, last).filter(
      ({ start }) => !full.some((span) => span.start <= start && start < span.end),
    );
    return [...full, ...alone].map((span) => ({ ...span, name, title: null }));
  });
  const sort = <T extends { start: number }>(list: T[]) => list.sort((a, b) => a.start - b.start);
  return { toponyms: sort(toponyms), persons: sort(people), organisations: [] };
}

function mentions(text: string, name: string): { start: number; end: number }[] {
  return [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) => ({
    start: index,
    end: index + name.length,
  }));
}
