import { readFileSync } from 'node:fs';
import type { Bbox, LngLat } from '../geo.ts';

/** A country (or territory) of world-atlas and the name that a map writes on it; an empty name writes none. */
export interface CountryName {
  /** The name in world-atlas, the key of its shape. */
  atlas: string;
  /** ISO 3166-1 alpha-2, null for what has no code. */
  iso: string | null;
  name: string;
  lngLat: LngLat;
  /** Square degrees at the equator's scale: how early the name appears. */
  area: number;
}

/** A sea, gulf or great lake: the box that its water lies in. */
export interface SeaName {
  name: string;
  bbox: Bbox;
  /** 1 for oceans to 4 for what only a close map names. */
  rank: number;
}

/** `data/basemap/countries.tsv`, largest first. */
export function readCountries(file = 'data/basemap/countries.tsv'): CountryName[] {
  return readRows(file).map(([atlas, iso, name, lng, lat, area]) => ({
    atlas: atlas!,
    iso: iso === '-' ? null : iso!,
    name: name!,
    lngLat: [Number(lng), Number(lat)],
    area: Number(area),
  }));
}

/** `data/basemap/seas.tsv`, in its order. */
export function readSeas(file = 'data/basemap/seas.tsv'): SeaName[] {
  return readRows(file).map(([name, west, south, east, north, rank]) => ({
    name: name!,
    bbox: [Number(west), Number(south), Number(east), Number(north)],
    rank: Number(rank),
  }));
}

function readRows(file: string): string[][] {
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return rows.map((row) => row.split('\t'));
}
