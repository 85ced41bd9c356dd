import { strings } from '../strings.ts';
import { type FeedEvent, type FeedModel, type FeedPlace } from './model.ts';

/** A JSON-LD node. Whoever writes it into HTML escapes `<` as `\u003c`. */
export type Node = Record<string, unknown>;

/**
 * The story in schema.org's words: a NewsArticle, the places of its happenings as `contentLocation`, its subjects as
 * `spatialCoverage`, every event as an Event in `about`.
 *
 * Event has no status for "happened": EventScheduled says "as announced", and `description` says what the article
 * says. An event without a stated date or place has neither here.
 */
export function jsonLd(model: FeedModel): Node {
  const { story, urls } = model;
  const of = (role: string) => model.places.filter(({ place }) => place.role === role).map(placeNode);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': urls.page,
    url: urls.page,
    mainEntityOfPage: urls.page,
    headline: model.title,
    description: model.description,
    inLanguage: story.lang,
    image: urls.card,
    isAccessibleForFree: true,
    ...(model.published ? { datePublished: model.published } : {}),
    ...(model.changed ? { dateModified: model.changed } : {}),
    ...(story.byline ? { author: { '@type': 'Person', name: story.byline } } : {}),
    ...(story.source?.name
      ? { sourceOrganization: { '@type': 'Organization', name: story.source.name } }
      : {}),
    ...(story.source?.url ? { isBasedOn: story.source.url } : {}),
    ...(story.source?.licence ? { license: story.source.licence } : {}),
    publisher: { '@type': 'Organization', name: strings.site },
    ...list('contentLocation', of('venue')),
    ...list('spatialCoverage', of('subject')),
    ...list('mentions', of('mention')),
    ...list('about', model.events.map(eventNode)),
    ...list(
      'correction',
      story.corrections.map(({ date, note }) => ({
        '@type': 'CorrectionComment',
        text: note,
        datePublished: date,
      })),
    ),
    ...(story.withdrawn ? { creativeWorkStatus: 'Withdrawn' } : {}),
  };
}

function placeNode({ place }: FeedPlace): Node {
  return {
    '@type': place.kind === 'country' ? 'Country' : place.kind === 'city' ? 'City' : 'Place',
    '@id': placeId(place.id),
    name: place.name,
    ...(place.lngLat
      ? { geo: { '@type': 'GeoCoordinates', longitude: place.lngLat[0], latitude: place.lngLat[1] } }
      : {}),
    ...(place.geonameid === null ? {} : { sameAs: `https://sws.geonames.org/${place.geonameid}/` }),
  };
}

function eventNode({ event, places, days, notes, url }: FeedEvent): Node {
  return {
    '@type': 'Event',
    '@id': `${url.split('#')[0]}#event-${event.id}`,
    name: event.label,
    url,
    eventStatus: `https://schema.org/${event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    ...(days ? dates(event.edtf ?? '', days) : {}),
    ...list(
      'location',
      places.map(({ id, name }) => ({ '@type': 'Place', '@id': placeId(id), name })),
    ),
    ...(notes.length > 0 ? { description: notes.join(' ') } : {}),
  };
}

/** A month or a year stays one: ISO 8601 allows `2024-08`, and a span of days would say that it lasted all month. */
function dates(edtf: string, { first, last }: { first: string; last: string }): Node {
  return /^\d{4}(-(0\d|1[0-2]))?$/.test(edtf) ? { startDate: edtf } : { startDate: first, endDate: last };
}

/** A place id as an IRI: `geonames:524901` would read as one of an unknown scheme. */
function placeId(id: string): string {
  return `urn:dateline:place:${encodeURIComponent(id)}`;
}

/** A property with many values, or none at all where there are none. */
function list(key: string, nodes: Node[]): Node {
  return nodes.length > 0 ? { [key]: nodes } : {};
}
