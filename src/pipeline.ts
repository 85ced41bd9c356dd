import type { Decisions } from './article/decisions.ts';
import { readArticle } from './article/read.ts';
import { outlinePlace, outlinePlaces } from './basemap/outlines.ts';
import { loadShapes } from './basemap/shapes.ts';
import { basemapDigest } from './basemap/tiles.ts';
import { digestOf } from './cache.ts';
import { findPublished } from './dates/published.ts';
import { findTimexes } from './dates/timexes.ts';
import { geoparse } from './places/geoparse.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import type { Policy } from './policy.ts';
import { canonical, decisionsDigest } from './story/canonical.ts';
import { findCores } from './story/cameras.ts';
import { decideEvents, decideLegs } from './story/decide.ts';
import { addedPlaces, checkPlaces } from './story/decide-places.ts';
import { buildEvents } from './story/event-list.ts';
import { findEvents } from './story/events.ts';
import { headOf } from './story/head.ts';
import { findLegs } from './story/journey.ts';
import { namedSpeeches } from './story/mentions.ts';
import { findPeople } from './story/people.ts';
import { findPersons } from './story/unknown-people.ts';
import { namePlaces, namesOfPlaces } from './story/names.ts';
import type { Question } from './story/question.ts';
import { findQuestions } from './story/questions.ts';
import { dropUnlikely, findPlaces, findUnlikely, placeToponyms } from './story/roles.ts';
import { buildSteps } from './story/scenes.ts';
import type { Story } from './story/schema.ts';
import { findSteps } from './story/steps.ts';
import { findReferents } from './story/referents.ts';
import { findTokens } from './story/tokens.ts';
import { candidatesOf } from './story/when.ts';

/** Rises with each release that makes something else of the same input. */
export const PIPELINE = 1;

/** What one article becomes: its story and what only an editor can settle. */
export interface Derived {
  story: Story;
  questions: Question[];
  /** Sentences for the editor that stop nothing: a decision that matches nothing any more, a note. */
  warnings: string[];
}

export interface DeriveInput {
  /** Path as messages name it. */
  file: string;
  /** The file's bytes as they are on disk. */
  bytes: Uint8Array;
  decisions: Decisions | null;
  policy: Policy;
  /** The committed story, whose ids are carried over; null for a new article. */
  previous: Story | null;
}

/**
 * The whole flow: an article goes in, a story comes out. Pure but for the gazetteer that is passed in: equal input
 * gives equal stories. Throws `InputError` for an article that can't be read.
 */
export function deriveStory(
  { file, bytes, decisions, policy, previous }: DeriveInput,
  gazetteer: Gazetteer,
): Derived {
  const warnings: string[] = [];
  const article = readArticle(file, bytes);
  const home = decisions?.source?.home ?? article.source?.home ?? null;
  const found = geoparse(article, gazetteer, { home, decisions });
  const named = namePlaces({ ...found, persons: findPersons(article, found) }, policy);
  const shapes = loadShapes(policy);
  const parsed = outlinePlaces(named, shapes);
  if (decisions && Object.keys(decisions.places).length > 0)
    checkPlaces(article, geoparse(article, gazetteer, { home }).toponyms, decisions, gazetteer, warnings);
  const published = findPublished(article, { decided: decisions?.published ?? null, years: policy.years });
  const timexes = findTimexes(article, published?.edtf ?? null);
  const people = findPeople(parsed.persons, article.text);
  const clauses = findTokens(article, parsed, timexes, people);
  const referents = findReferents(clauses);
  const drafts = findEvents(article, clauses, published, referents);
  const { events: told, draftOf } = buildEvents(article, drafts, published, previous);
  const unlikely = findUnlikely(parsed);
  const likely = dropUnlikely(told, unlikely);
  const namesOf = namesOfPlaces(parsed.toponyms, gazetteer, policy);
  const decided = decideEvents(likely, article, decisions, candidatesOf(published), warnings, namesOf);
  const { events, added: bare } = addedPlaces(decided, parsed.toponyms, decisions, gazetteer, policy);
  const added = bare.map((one) => ({ ...one, place: outlinePlace(one.place, shapes) }));
  const known = [...parsed.toponyms.map(({ resolution }) => resolution), ...added];
  const stated = findLegs(events, draftOf).filter(
    ({ from, to }) => !unlikely.has(from ?? to) && !unlikely.has(to),
  );
  const legs = decideLegs(stated, told, events);
  const places = findPlaces(article, parsed, events, legs, decisions, added);
  const toponyms = placeToponyms(parsed, places);
  const speakers = namedSpeeches(article, clauses, referents, people);
  const steps = buildSteps(
    findSteps(article, decisions?.title ?? article.title, events, previous),
    {
      article,
      published,
      events,
      legs,
      places,
      toponyms,
      timexes,
      speakers,
      cores: findCores(known.map(({ place }) => place)),
    },
    decisions,
    warnings,
  );
  const story: Story = {
    schema: 'dateline/story@1',
    ...headOf(article, published, decisions, toponyms),
    text: article.text,
    toponyms,
    places,
    people: people.map(({ short: _, ...person }) => person),
    timexes: timexes.map(({ basis: _, ...timex }) => timex),
    events,
    legs,
    steps,
    reviewed: decisions?.reviewed ?? null,
    provenance: {
      article: `sha256:${digestOf(bytes)}`,
      decisions: decisions && decisionsDigest(decisions),
      gazetteer: gazetteer.digest,
      policy: `sha256:${digestOf(canonical(policy))}`,
      basemap: basemapDigest(policy),
      pipeline: PIPELINE,
    },
  };
  return { story, questions: findQuestions(article, story, published, parsed.toponyms), warnings };
}
