import { hash as hashBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';
import type { Bbox, LngLat } from '../geo.ts';
import { HASH_START, hashName, LAYOUT, packEntries, SLOT, unpack, type Packed } from './compile.ts';
import { FEATURES, NAME_KINDS, type Feature, type NameKind } from './entry.ts';
import { foldName } from './fold.ts';
import type { Place, PlaceKind } from './place.ts';
import { COMPILED_TABLES, PACKAGES, readSources } from './sources.ts';
import { TABLES } from './table.ts';

/** What a name can mean: the place's number in the gazetteer and how the name stands to it. */
export interface Candidate {
  at: number;
  kind: NameKind;
}

/**
 * The gazetteer: some 250,000 places and half a million names in packed arrays.
 *
 * A place is a number, 0 to `size - 1`, as long as one gazetteer is in use; `Place.id` is what outlives it.
 */
export interface Gazetteer {
  /** Of the sources and the layout: equal digests mean equal answers. */
  digest: string;
  size: number;
  /** The entries that bear a name, folded (fold.ts); best kind of name first by no particular order. */
  find(folded: string): Candidate[];
  /** All of it as the outside sees it. */
  place(at: number): Place;
  /** The number of a place by its id, -1 where there is none. */
  numberOf(id: string): number;
  /** Places that bear a name as people write it, most people first. */
  named(name: string): Place[];
  feature(at: number): Feature;
  lngLat(at: number): LngLat;
  population(at: number): number;
  /** ISO code, "" where none. */
  country(at: number): string;
  /** GeoNames' code within the country, "" where none. */
  admin1(at: number): string;
  admin2(at: number): string;
  name(at: number): string;
  /** Name of the admin-1 unit of its codes, null where there is none. */
  regionOf(at: number): string | null;
  /** A seat of power: code of the country whose government it stands for, else "". */
  standsFor(at: number): string;
  /** The number of the country or admin-1 unit of that code ("US", "US.OH"), -1 where none. */
  unit(code: string): number;
}

let loaded: Gazetteer | null = null;

/**
 * The gazetteer of this installation, compiled into `cacheDir('gazetteer')` at first use (seconds) and read back later
 * (≤ 150 ms). A file that is cut short, altered or of another layout is made again. Loaded once a process.
 */
export function loadGazetteer(): Gazetteer {
  return (loaded ??= openGazetteer(cacheDir('gazetteer')));
}

/** The same from any folder, read anew. */
export function openGazetteer(folder: string): Gazetteer {
  const digest = sourceDigest();
  const file = `${folder}/${digest.slice(0, 16)}.bin`;
  const packed = readCompiled(file) ?? compileInto(file);
  return wrap(packed, digest);
}

/** Of the packages' names and versions, the tables' bytes and the layout; the packages' own bytes npm has checked. */
function sourceDigest(): string {
  const require = createRequire(import.meta.url);
  const versions = (Object.keys(PACKAGES) as (keyof typeof PACKAGES)[]).map((name) => {
    const entry = require.resolve(PACKAGES[name]);
    const folder = entry.slice(0, entry.lastIndexOf(`/${name}/`) + name.length + 1);
    return `${name}@${(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }).version}`;
  });
  const own = ['sources.ts', 'compile.ts', 'entry.ts', 'fold.ts'].map((file) =>
    readFileSync(new URL(file, import.meta.url)),
  );
  return digestOf(
    `${LAYOUT}`,
    ...versions,
    ...COMPILED_TABLES.map((name) => readFileSync(new URL(name, TABLES))),
    ...own,
  );
}

/** The compiled file begins with the 32 bytes of its SHA-256; null where it is missing or not whole. */
function readCompiled(file: string): Packed | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return null;
  }
  const body = bytes.subarray(32);
  if (bytes.length < 48 || hashBytes('sha256', body, 'hex') !== bytes.subarray(0, 32).toString('hex'))
    return null;
  // Typed arrays need aligned memory, and a small file may come out of Node's shared pool unaligned.
  return unpack(body.byteOffset % 8 === 0 ? body : Uint8Array.from(body));
}

function compileInto(file: string): Packed {
  const body = packEntries(readSources());
  writeWhole(file, Buffer.concat([Buffer.from(hashBytes('sha256', body, 'hex'), 'hex'), body]));
  return unpack(body)!;
}

function wrap(packed: Packed, digest: string): Gazetteer {
  const { lng, lat, codes, slots, postingKind, postingPlace, strings } = packed;
  const mask = slots.length / SLOT - 1;
  const state = new Uint32Array(2);
  const bytes = Buffer.from(strings.buffer, strings.byteOffset, strings.byteLength);
  const string = (at: number): string => bytes.toString('utf8', at + 1, at + 1 + bytes[at]!);
  const specials = new Map<string, number>();
  const units = new Map<string, number>();
  for (let at = 0; FEATURES[packed.feature[at]!]! !== 'PPL' && at < lng.length; at += 1) {
    const feature = FEATURES[packed.feature[at]!]!;
    if (feature.startsWith('PPL')) break;
    if (packed.idAt[at]) specials.set(string(packed.idAt[at]!), at);
    if (feature === 'country') units.set(codes[packed.country[at]!]!, at);
    if (feature === 'admin1') units.set(`${codes[packed.country[at]!]}.${codes[packed.admin1[at]!]}`, at);
    if (feature === 'admin2') break;
  }
  const gazetteer: Gazetteer = {
    digest,
    size: lng.length,
    find(folded) {
      state[0] = HASH_START[0];
      state[1] = HASH_START[1];
      hashName(folded, state);
      for (let slot = state[0]! & mask; slots[slot * SLOT + 3] !== 0; slot = (slot + 1) & mask) {
        const i = slot * SLOT;
        if (slots[i] !== state[0] || slots[i + 1] !== state[1]) continue;
        const found: Candidate[] = [];
        for (let p = slots[i + 2]!; p < slots[i + 2]! + slots[i + 3]!; p += 1)
          found.push({ at: postingPlace[p]!, kind: NAME_KINDS[postingKind[p]!]! });
        return found;
      }
      return [];
    },
    place(at) {
      const feature = gazetteer.feature(at);
      const id = packed.geonameid[at]!;
      return {
        id: id ? `geonames:${id}` : string(packed.idAt[at]!),
        name: string(packed.nameAt[at]!),
        kind: KIND_OF[feature] ?? 'city',
        country: codes[packed.country[at]!] || null,
        admin1: codes[packed.admin1[at]!] || null,
        admin2: codes[packed.admin2[at]!] || null,
        region: feature === 'admin1' ? null : gazetteer.regionOf(at),
        lngLat: gazetteer.lngLat(at),
        bbox: boxOf(packed, at),
        geonameid: id || null,
        population: packed.population[at]!,
        boundary: ([null, 'outline', 'none-agreed'] as const)[packed.boundary[at]!] ?? null,
      };
    },
    numberOf(id) {
      if (!id.startsWith('geonames:')) return specials.get(id) ?? findId(id);
      const number = Number(id.slice(9));
      return number > 0 ? packed.geonameid.indexOf(number) : -1;
    },
    named: (name) =>
      [...new Set(gazetteer.find(foldName(name)).map(({ at }) => at))]
        .sort((a, b) => packed.population[b]! - packed.population[a]! || a - b)
        .map((at) => gazetteer.place(at)),
    feature: (at) => FEATURES[packed.feature[at]!]!,
    lngLat: (at) => [lng[at]! / 1e5, lat[at]! / 1e5],
    population: (at) => packed.population[at]!,
    country: (at) => codes[packed.country[at]!]!,
    admin1: (at) => codes[packed.admin1[at]!]!,
    admin2: (at) => codes[packed.admin2[at]!]!,
    name: (at) => string(packed.nameAt[at]!),
    regionOf(at) {
      const unit = units.get(`${codes[packed.country[at]!]}.${codes[packed.admin1[at]!]}`);
      return unit === undefined ? null : string(packed.nameAt[unit]!);
    },
    standsFor: (at) => codes[packed.standsFor[at]!]!,
    unit: (code) => units.get(code) ?? -1,
  };
  /** Admin-2 units are many and asked for by few: looked for one by one. */
  function findId(id: string): number {
    for (let at = 0; at < lng.length && !packed.geonameid[at]; at += 1)
      if (string(packed.idAt[at]!) === id) return at;
    for (let at = 0; at < lng.length; at += 1)
      if (packed.idAt[at] && string(packed.idAt[at]!) === id) return at;
    return -1;
  }
  return gazetteer;
}

const KIND_OF: Partial<Record<Feature, PlaceKind>> = {
  country: 'country',
  admin1: 'region',
  admin2: 'region',
  area: 'area',
  water: 'water',
  landmark: 'landmark',
};

function boxOf(packed: Packed, at: number): Bbox | null {
  const box = packed.boxOf[at]!;
  if (box === 0) return null;
  const [west, south, east, north] = packed.boxes.subarray((box - 1) * 4, box * 4);
  return [west! / 1e5, south! / 1e5, east! / 1e5, north! / 1e5];
}
