import type { Article } from '../article/article.ts';
import type { Decisions, PlaceDecision } from '../article/decisions.ts';
import { decidedBecause } from '../places/decide.ts';
import type { Geoparse, Place, Toponym } from '../places/place.ts';
import { contains, innermost } from './containment.ts';
import { leadOf } from './steps.ts';
import type { StoryEvent, StoryLeg, StoryPlace, StoryToponym } from './schema.ts';

/** At most so many subjects a story has: the two that it speaks of most. */
const SUBJECTS = 2;

/** Named in so many paragraphs, a place is a subject wherever they stand. */
const PARAGRAPHS = 3;

/** A name that is hardly the place (a person's, a hospital's) is no subject and no venue, and asks the editor nothing. */
export const LIKELY = 0.3;

/** A place that the text names nowhere, and why an editor gave it to an event. */
export interface Added {
  place: Place;
  because: string;
}

/** A place as the text names it. */
interface Named {
  place: Place;
  toponyms: Toponym[];
  paragraphs: Set<number>;
}

/** The places that no name of the text is likely to mean, by id. */
export function findUnlikely({ toponyms }: Geoparse): Set<string> {
  const likely = new Set<string>();
  const all = new Set<string>();
  for (const { confidence, resolution } of toponyms) {
    if (!resolution.place) continue;
    all.add(resolution.place.id);
    if (confidence >= LIKELY) likely.add(resolution.place.id);
  }
  return new Set([...all].filter((id) => !likely.has(id)));
}

/** The events, none at a place that is hardly meant: in doubt an event has no place. */
export function dropUnlikely(events: StoryEvent[], unlikely: ReadonlySet<string>): StoryEvent[] {
  return events.map((event) => {
    const places = event.places.filter((id) => !unlikely.has(id));
    if (places.length === event.places.length) return event;
    return { ...event, places, placeBasis: places.length ? event.placeBasis : 'not-stated' };
  });
}

/**
 * The places of the story with their roles: venues, then subjects, then mentions, each in text order. `added` are those
 * that the article names nowhere and an editor gave an event.
 *
 * A venue is the place of an event, or a leg's end, that has been or is planned: where something was called off nobody
 * came, so it is a mention or a subject. A name in the dateline says where the article was written, and makes no subject.
 */
export function findPlaces(
  article: Article,
  { toponyms }: Geoparse,
  events: StoryEvent[],
  legs: StoryLeg[],
  decisions: Decisions | null,
  added: Added[] = [],
): StoryPlace[] {
  const named = [
    ...findNamed(article, toponyms),
    ...added.map(({ place }): Named => ({ place, toponyms: [], paragraphs: new Set() })),
  ];
  const venues = new Set([
    ...events
      .filter(({ background, status }) => !background && status !== 'cancelled')
      .flatMap(({ places }) => places),
    ...legs
      .filter(({ status }) => status !== 'cancelled')
      .flatMap(({ from, to }) => (from ? [from, to] : [to])),
  ]);
  const decided = new Map(named.map((one) => [one.place.id, decisionFor(one, toponyms, decisions)]));
  const subjects = findSubjects(article, named, venues);
  const all = named.map(({ place }) => place);
  const places = named.map(({ place, toponyms: mentions }): StoryPlace => {
    const decision = decided.get(place.id);
    const isOuter = all.some(
      (other) => (venues.has(other.id) || subjects.has(other.id)) && contains(place, other),
    );
    const role =
      venues.has(place.id) && !isOuter ? 'venue' : subjects.has(place.id) && !isOuter ? 'subject' : 'mention';
    const best = (mentions.find(({ resolution }) => resolution.status === 'resolved') ?? mentions[0])
      ?.resolution;
    return {
      id: place.id,
      name: decision?.name ?? place.name,
      kind: place.kind,
      country: place.country,
      region: place.region ?? null,
      lngLat: place.lngLat && [round(place.lngLat[0]), round(place.lngLat[1])],
      bbox: place.bbox && [
        round(place.bbox[0]),
        round(place.bbox[1]),
        round(place.bbox[2]),
        round(place.bbox[3]),
      ],
      boundary: place.boundary,
      role: decision?.role ?? role,
      status: best?.status ?? 'resolved',
      because: decision?.because ?? best?.because ?? added.find((one) => one.place === place)!.because,
      geonameid: place.geonameid,
      within: innermost(place, all)?.id ?? null,
      decided: decision !== undefined || !best,
      source: sourceOf(place, events, legs),
      alternatives: (best?.alternatives ?? []).map(({ id, name, country, region, lngLat }) => ({
        id,
        name,
        country,
        region: region ?? null,
        lngLat: lngLat && [round(lngLat[0]), round(lngLat[1])],
      })),
    };
  });
  const order = { venue: 0, subject: 1, mention: 2 };
  return places.sort((a, b) => order[a.role] - order[b.role]);
}

/** Where it comes from that anything happened at a place, if not from the article; null where the article says it too. */
function sourceOf({ id }: Place, events: StoryEvent[], legs: StoryLeg[]): string | null {
  const here = events.filter(({ places }) => places.includes(id));
  const sources = here.flatMap(({ source }) => source ?? []);
  if (sources.length < here.length || legs.some(({ from, to }) => from === id || to === id)) return null;
  return [...new Set(sources)].join('; ') || null;
}

/** 5 decimals, about 1 m. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** Each place that the text names as itself, or that an actor's name stands for where it is also named as itself. */
function findNamed(article: Article, toponyms: Toponym[]): Named[] {
  const named = new Map<string, Named>();
  for (const toponym of toponyms) {
    const { place } = toponym.resolution;
    if (!place || toponym.role !== 'literal') continue;
    const one = named.get(place.id) ?? { place, toponyms: [], paragraphs: new Set<number>() };
    one.toponyms.push(toponym);
    if (!inDateline(article, toponym) && isSpokenOf(article.text, toponym))
      one.paragraphs.add(paragraphAt(article, toponym.start));
    named.set(place.id, one);
  }
  return [...named.values()];
}

/**
 * Whether a name stands for the land. "U.S. embassies" and "Norway beat Sweden" speak of embassies and of teams: a
 * country's or a region's name counts after a preposition, with "'s", or with another that does.
 */
function isSpokenOf(text: string, { start, end, name, resolution }: Toponym): boolean {
  if (!/^(?:country|region)$/.test(resolution.place?.kind ?? '')) return true;
  const after = text.slice(end, end + 24);
  if (/^[’']s?\b/.test(after)) return true;
  // "U.S. embassies", "Gaza talks": short names, and any before one of these nouns, only describe the next word.
  const short = /^(?:\p{Lu}\.?){2,}$/u.test(name) && /^ \p{Ll}/u.test(after) && !LINKING.test(after);
  if (short || DESCRIBED.test(after)) return false;
  return /\b(?:in|at|to|from|of|for|near|across|over|into|through|between|on|against|about|around|within|outside|inside|towards?|throughout|off|and|with|than|including|leaving|left)\s+(?:\p{Ll}+ern |the |south|north|east|west|mainland |neighbou?ring |nearby )*$|,\s*$/u.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

const LINKING =
  /^ (?:and|or|but|in|on|at|to|from|for|by|with|of|as|is|was|has|had|have|will|would|were|are|after|before|since|during|until|when|where|while|who|which|that|over|under|last|this|next|late|early|because|following|amid|without)\b/;
const DESCRIBED =
  /^ (?:talks|war|crisis|conflict|policy|trade|team|squad|side|coach|captain|striker|government|embassy|embassies|border|branch|office|market|economy|deal|sanctions|vote|elections?|flag|forces?|troops|capital|officials?|president|minister|ambassador|envoy|summit)\b/;

function inDateline({ dateline }: Article, { start, end }: Toponym): boolean {
  return dateline !== null && dateline.start <= start && end <= dateline.end;
}

function paragraphAt({ paragraphs }: Article, at: number): number {
  let [low, high] = [0, paragraphs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (paragraphs[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** No venue, named in the lead or in three paragraphs, with a boundary or a point; those named most, text order second. */
function findSubjects(article: Article, named: Named[], venues: Set<string>): Set<string> {
  const lead = leadOf(article);
  const places = named.filter(
    ({ place, paragraphs, toponyms }) =>
      !venues.has(place.id) &&
      place.boundary !== 'none-agreed' &&
      place.lngLat !== null &&
      toponyms.some(({ confidence }) => confidence >= LIKELY) &&
      ([...paragraphs].some((index) => index <= lead) || paragraphs.size >= PARAGRAPHS),
  );
  const inner = places.filter(
    ({ place }) =>
      !named.some(
        (other) => (venues.has(other.place.id) || places.includes(other)) && contains(place, other.place),
      ),
  );
  return new Set(
    [...inner]
      .sort((a, b) => b.paragraphs.size - a.paragraphs.size)
      .slice(0, SUBJECTS)
      .map(({ place }) => place.id),
  );
}

/** The decision on a place: by its name in the text, or by one mention ("Gaza#3"). */
function decisionFor(
  { toponyms }: Named,
  all: Toponym[],
  decisions: Decisions | null,
): PlaceDecision | undefined {
  if (!decisions) return undefined;
  for (const toponym of toponyms) {
    const count = all.filter(({ name, start }) => name === toponym.name && start <= toponym.start).length;
    const decision =
      decisions.places[`${toponym.name}#${count}`] ??
      decisions.places[toponym.name] ??
      decisions.places[`${toponym.name}`];
    if (decision && toponym.resolution.because === decidedBecause(decision)) return decision;
  }
  return undefined;
}

/** Every name of a place in the text with the place of the story that it names, null where the story has none. */
export function placeToponyms({ toponyms }: Geoparse, places: StoryPlace[]): StoryToponym[] {
  const ids = new Set(places.map(({ id }) => id));
  return toponyms.map(({ start, end, name, role, resolution, confidence }) => ({
    start,
    end,
    name,
    role,
    place:
      (role === 'literal' || role === 'metonym') && resolution.place && ids.has(resolution.place.id)
        ? resolution.place.id
        : null,
    confidence: Math.round(confidence * 1000) / 1000,
  }));
}
