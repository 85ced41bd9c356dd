import type { Bbox } from '../geo.ts';
import type { StoryPlace } from '../story/schema.ts';
import type { ProjectedGround } from './ground-path.ts';
import type { MapName } from './map-story.ts';
import { readCountries, readSeas } from './names.ts';
import { mercatorBox } from './project.ts';
import { filterGrid, gridOf, roomiest, type WorldBox } from './room.ts';
import { readStates, TERRITORIES, type Shapes } from './shapes.ts';
import { trackOf, type Track } from './track.ts';

/** The names of seas, countries and territories that have room in a camera's box, in this order. */
export type CameraNames = (bbox: Bbox, places: readonly StoryPlace[]) => MapName[];

/** Boxes no wider than this, in degrees, are close: they name neighbours too, not only the countries of the story. */
const CLOSE = 6;

/** A neighbour is named where it has this share of the box's width. */
const NEIGHBOUR_ROOM = 0.3;

/** An ocean is named where it has this share: its box takes in the edges of the seas beside it. */
const OCEAN_ROOM = 0.3;

/** Boxes no wider than this, in degrees, name the states of the United States instead of the country. */
const LOCAL = 14;
const STATE_ROOM = 0.15;

/**
 * Prepares names for cameras. A country is named where a venue or subject of the story lies in it, in a close view also as
 * a neighbour; a water where its box and the camera's meet at sea. Each name stands where it has most room.
 */
export function loadCameraNames(ground: ProjectedGround, shapes: Shapes): CameraNames {
  const countries = readCountries().filter(({ iso, name }) => iso !== null && name !== '');
  const seas = readSeas().map((sea) => ({ ...sea, box: mercatorBox(sea.bbox) }));
  const tracks = new Map<string, Track[][]>();
  const tracksOf = (kind: string, name: string, country: string, bbox: Bbox | null): Track[][] => {
    const polygons =
      tracks.get(name) ??
      (shapes({ id: '', name, kind, country, bbox })?.polygons ?? []).map((rings) => rings.map(trackOf));
    tracks.set(name, polygons);
    return polygons;
  };

  let loaded: { name: string; polygons: Track[][] }[] | undefined;
  const states = () =>
    (loaded ??= readStates().map(({ name, polygons }) => ({
      name,
      polygons: polygons.map((rings) => rings.map(trackOf)),
    })));

  return (bbox, places) => {
    const box = mercatorBox(bbox);
    const close = (box[2] - box[0]) * 360 <= CLOSE;
    const hosts = new Set(places.filter(({ role }) => role !== 'mention').map(({ country }) => country));
    const land = gridOf(box, ground.land);
    const nameOf = (name: string, kind: MapName['kind'], grid: Uint8Array, least = 0): MapName[] => {
      const best = roomiest(grid, box);
      return best && best.room >= least ? [{ name, kind, ...best }] : [];
    };
    const waters = seas
      .filter((sea) => meet(box, sea.box) && !(close && sea.rank === 1))
      .flatMap((sea) => {
        const finer = seas.filter(({ rank, name }) => rank > sea.rank && name !== sea.name);
        const grid = filterGrid(land, box, (x, y, isLand) => {
          return !isLand && holds(sea.box, x, y) && !finer.some((other) => holds(other.box, x, y));
        });
        return nameOf(sea.name, 'sea', grid, sea.rank === 1 ? OCEAN_ROOM : 0);
      });
    const local = (box[2] - box[0]) * 360 <= LOCAL && hosts.has('US');
    const divisions = local
      ? states().flatMap(({ name, polygons }) => nameOf(name, 'country', gridOf(box, polygons), STATE_ROOM))
      : [];
    const named = countries
      .filter(({ iso }) => (close || hosts.has(iso)) && !(divisions.length > 0 && iso === 'US'))
      .flatMap(({ name, iso }) => {
        const grid = gridOf(box, tracksOf('country', name, iso!, null));
        return nameOf(name, 'country', grid, hosts.has(iso) ? 0 : NEIGHBOUR_ROOM);
      });
    const territories = (close ? TERRITORIES : []).flatMap(({ name, bbox: own, country }) =>
      nameOf(name, 'area', gridOf(box, tracksOf('area', name, country, own))),
    );
    return [...oncePerName(waters), ...named, ...divisions, ...territories];
  };
}

/** A water of several boxes is named where it has most room. */
function oncePerName(names: MapName[]): MapName[] {
  const best = [...names].sort((a, b) => b.room - a.room);
  return names.filter((name) => best.find((other) => other.name === name.name) === name);
}

function meet(a: WorldBox, b: WorldBox): boolean {
  return [-1, 0, 1].some((turn) => a[0] < b[2] + turn && b[0] + turn < a[2] && a[1] < b[3] && b[1] < a[3]);
}

function holds([x0, y0, x1, y1]: WorldBox, x: number, y: number): boolean {
  return y >= y0 && y <= y1 && [-1, 0, 1].some((turn) => x >= x0 + turn && x <= x1 + turn);
}
