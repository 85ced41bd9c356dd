import type { Bbox } from '../geo.ts';
import type { Place } from '../places/place.ts';
import { isWithin, widthOf } from './containment.ts';
import type { StoryPlace } from './schema.ts';

/** A named view. Equal names have equal boxes. */
export interface Camera {
  name: string;
  bbox: Bbox;
}

/** A view is no narrower than this, in degrees: a lone pin keeps its surroundings. */
const LEAST = 3;

/** What a close-up of a small area holds at least; its outline holds to zoom 8. */
const CLOSE = 2;

/** An area whose longer side is under this share of the view can't be seen in it. */
const SMALL = 1 / 12;

/** Wider than this, a country's box would be all of the view (Russia, the United States): others are held without it. */
const VAST = 55;

/** Wider than this, a country alone is held by the land around its point. */
const WHOLE = 70;

/**
 * The places as a camera frames them: a country by its main part, not by islands an ocean away, where the drawn shape is
 * known.
 */
export function framed(places: StoryPlace[], cores: ReadonlyMap<string, Bbox>): StoryPlace[] {
  return places.map((place) => ({ ...place, bbox: cores.get(place.id) ?? place.bbox }));
}

/** The box of each place's main part, by id, where its shape is known. */
export function findCores(places: readonly (Place | null)[]): Map<string, Bbox> {
  return new Map(places.flatMap((place) => (place?.outline ? [[place.id, place.outline.core]] : [])));
}

/** Whether a view shows a place: its point, or the whole of a framed area. */
export function isShown({ lngLat, bbox }: StoryPlace, view: Bbox): boolean {
  if (lngLat !== null && isWithin(lngLat, view)) return true;
  return (
    bbox !== null &&
    isWithin([bbox[0], bbox[1]], view) &&
    isWithin([bbox[2], bbox[3]], view) &&
    widthOf(bbox) <= widthOf(view)
  );
}

/**
 * The box that holds the places, with margins; null where none has a point. Crosses the antimeridian where shorter. What is
 * not certain counts only where nothing else is there: a namesake on another continent is no reason to look away.
 */
export function fitBox(all: StoryPlace[], least = LEAST): Bbox | null {
  const sure = all.filter(({ status, lngLat, bbox }) => status === 'resolved' && (lngLat ?? bbox));
  const places = sure.length > 0 ? sure : all;
  const compact = places.filter(({ bbox }) => !bbox || widthOf(bbox) <= VAST);
  const boxes = (compact.some(({ lngLat, bbox }) => lngLat || bbox) ? compact : places)
    .map(boxOf)
    .filter((box) => box !== null);
  if (!boxes.length) return null;
  const south = Math.min(...boxes.map((box) => box[1]));
  const north = Math.max(...boxes.map((box) => box[3]));
  const [west, width] = span(boxes);
  const marginLng = Math.max(width * 0.08, (least - width) / 2, 0.4);
  const marginLat = Math.max((north - south) * 0.06, (least * 0.8 - (north - south)) / 2, 0.3);
  const left = west - marginLng;
  const full = width + 2 * marginLng;
  if (full >= 360)
    return [-180, clamp(south - marginLat, -85, 84), 180, clamp(north + marginLat, -84, 85)].map(
      round,
    ) as Bbox;
  return [
    wrap(left),
    clamp(south - marginLat, -85, 84),
    wrap(left + full),
    clamp(north + marginLat, -84, 85),
  ].map(round) as Bbox;
}

/** The box of a place; of a vast one the land around its point. */
function boxOf({ lngLat, bbox }: StoryPlace): Bbox | null {
  if (bbox && (widthOf(bbox) <= WHOLE || !lngLat)) return bbox;
  if (!lngLat) return null;
  const [lng, lat] = lngLat;
  return bbox
    ? [wrap(lng - 22), clamp(lat - 12, -84, 84), wrap(lng + 22), clamp(lat + 12, -84, 84)]
    : [lng, lat, lng, lat];
}

/** The shortest stretch of longitude that holds all boxes: its west and its width, by the widest gap between them. */
function span(boxes: Bbox[]): [west: number, width: number] {
  const sorted = boxes
    .map((box) => ({ west: box[0], end: box[0] + widthOf(box) }))
    .sort((a, b) => a.west - b.west);
  let reach = sorted[0]!.end;
  let gap = 0;
  let west = sorted[0]!.west;
  for (const { west: next, end } of sorted.slice(1)) {
    if (next - reach > gap) [gap, west] = [next - reach, next];
    reach = Math.max(reach, end);
  }
  const around = sorted[0]!.west + 360 - reach;
  if (around >= gap) return [sorted[0]!.west, Math.min(360, reach - sorted[0]!.west)];
  return [west, 360 - gap];
}

/** Mercator ends at 85°; a box keeps a degree of height there. */
function clamp(lat: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, lat));
}

function wrap(lng: number): number {
  return lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng;
}

function round(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

/** Whether an area is too small to be seen in a view. */
export function isSmall({ bbox }: StoryPlace, view: Bbox): boolean {
  if (!bbox) return false;
  return Math.max(widthOf(bbox) / widthOf(view), (bbox[3] - bbox[1]) / (view[3] - view[1])) < SMALL;
}

/** A close-up of one small area. */
export function closeUp(place: StoryPlace): Bbox | null {
  return fitBox([place], CLOSE);
}

/** Names boxes in order of first use, "a", "b", …; a box that was there before has its name again. */
export function nameCameras(boxes: (Bbox | null)[]): string[] {
  const known: string[] = [];
  return boxes.map((bbox) => {
    const key = JSON.stringify(bbox);
    if (!known.includes(key)) known.push(key);
    const index = known.indexOf(key);
    return index < 26 ? String.fromCharCode(97 + index) : `camera-${index + 1}`;
  });
}
