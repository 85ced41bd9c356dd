import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { strings } from '../strings.ts';
import type { FeedModel, FeedPlace, UnmappedPlace } from './model.ts';

/** Shape of a place, or null where no source has one; never from a source under ODbL. */
export type ShapeOf = (place: FeedPlace['place']) => { geometry: Geometry; approximate: boolean } | null;

/** Who must be named wherever these data go. */
export const ATTRIBUTION =
  'Places: GeoNames (geonames.org), CC BY 4.0. Outlines: Natural Earth, public domain.';

/** A FeatureCollection with the story's own members beside the standard ones (RFC 7946, 6.1). */
export interface PlacesCollection extends FeatureCollection {
  title: string;
  url: string;
  attribution: string;
  notMapped: UnmappedPlace[];
  withdrawn?: { at: string; note: string };
}

/**
 * `places.geojson` (RFC 7946): the story's places in its order, cities and landmarks as points, the rest by shape.
 *
 * Rings are right-handed and cut at the antimeridian by `shapeOf`. What the article names and no map can honestly show
 * stands in `notMapped`.
 */
export function toGeoJson(model: FeedModel, shapeOf: ShapeOf): PlacesCollection {
  return {
    type: 'FeatureCollection',
    title: model.title,
    url: model.urls.page,
    attribution: ATTRIBUTION,
    ...(model.story.withdrawn ? { withdrawn: model.story.withdrawn } : {}),
    features: model.places.map((item) => toFeature(item, shapeOf)),
    notMapped: model.notMapped,
  };
}

function toFeature(item: FeedPlace, shapeOf: ShapeOf): Feature {
  const { place } = item;
  const point = place.kind === 'city' || place.kind === 'landmark';
  const shape = point ? null : shapeOf(place);
  return {
    type: 'Feature',
    id: place.id,
    geometry: shape?.geometry ?? (place.lngLat && { type: 'Point', coordinates: place.lngLat })!,
    properties: {
      id: place.id,
      name: place.name,
      kind: place.kind,
      country: place.country,
      role: place.role,
      status: place.status,
      confidence: item.confidence,
      planned: item.planned,
      quote: item.quote?.words ?? null,
      speaker: item.quote?.speaker ?? null,
      geonameid: place.geonameid,
      // A region or a water without a shape is a point that stands for it.
      approximate: shape?.approximate ?? !point,
      source: place.source === null ? null : strings.doubt.byEditor(place.source),
    },
  };
}
