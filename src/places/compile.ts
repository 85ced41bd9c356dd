import { FEATURES, NAME_KINDS, type Entry } from './entry.ts';
import { foldName } from './fold.ts';

/** Raised whenever the layout or the meaning of the compiled bytes changes. */
export const LAYOUT = 1;

/** "DLGZ", little-endian. */
export const MAGIC = 0x5a474c44;

/** The sections of the compiled gazetteer, in file order, each aligned to eight bytes. */
export const SECTIONS = [
  ['lng', Int32Array],
  ['lat', Int32Array],
  ['population', Uint32Array],
  ['geonameid', Uint32Array],
  ['nameAt', Uint32Array],
  ['idAt', Uint32Array],
  ['admin1', Uint16Array],
  ['admin2', Uint16Array],
  ['country', Uint16Array],
  ['feature', Uint8Array],
  ['boundary', Uint8Array],
  ['standsFor', Uint16Array],
  ['boxOf', Uint32Array],
  ['boxes', Int32Array],
  ['slots', Uint32Array],
  ['postingPlace', Uint32Array],
  ['postingKind', Uint8Array],
  ['strings', Uint8Array],
] as const;

type Sections = { [S in (typeof SECTIONS)[number] as S[0]]: InstanceType<S[1]> };

/** The compiled gazetteer's arrays. Points and boxes are in units of 0.00001 degrees. */
export interface Packed extends Sections {
  /** Codes that the arrays point into, "" first: countries, admin-1 and admin-2 codes. */
  codes: string[];
}

/** How many 32-bit words a slot of the hash table takes: two of hash, first posting, number of postings. */
export const SLOT = 4;

/**
 * Two 32-bit FNV-1a hashes of a folded name, fed one code unit at a time: 64 bits in all, so that two of the half a
 * million names collide with a chance of about one in a hundred million.
 */
export function hashName(name: string, state: Uint32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  for (let i = 0; i < name.length; i += 1) {
    const unit = name.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  state[0] = a;
  state[1] = b;
}

/** The state that hashing begins with. */
export const HASH_START = [0x811c9dc5, 0x9747b28c] as const;

/** Packs entries into one buffer: header, codes as JSON, then SECTIONS. The same entries give the same bytes. */
export function packEntries(entries: readonly Entry[]): Uint8Array {
  const codes = new Codes();
  const strings = new Strings();
  const n = entries.length;
  const column = <T>(of: (entry: Entry) => T): T[] => entries.map(of);
  const boxed = entries.flatMap((entry, i) => (entry.bbox ? [i] : []));
  const index = packNames(entries);
  const units = (degrees: number): number => Math.round(degrees * 1e5);
  const arrays = {
    lng: Int32Array.from(column((e) => units(e.lngLat[0]))),
    lat: Int32Array.from(column((e) => units(e.lngLat[1]))),
    population: Uint32Array.from(column((e) => e.population)),
    geonameid: Uint32Array.from(column((e) => e.geonameid ?? 0)),
    nameAt: Uint32Array.from(column((e) => strings.add(e.name))),
    idAt: Uint32Array.from(column((e) => (e.geonameid === null ? strings.add(e.id) : 0))),
    admin1: Uint16Array.from(column((e) => codes.add(e.admin1 ?? ''))),
    admin2: Uint16Array.from(column((e) => codes.add(e.admin2))),
    country: Uint16Array.from(column((e) => codes.add(e.country ?? ''))),
    feature: Uint8Array.from(column((e) => FEATURES.indexOf(e.feature))),
    boundary: Uint8Array.from(column((e) => ['outline', 'none-agreed'].indexOf(e.boundary ?? '') + 1)),
    standsFor: Uint16Array.from(column((e) => codes.add(e.standsFor ?? ''))),
    boxOf: new Uint32Array(n),
    boxes: Int32Array.from(boxed.flatMap((i) => entries[i]!.bbox!.map(units))),
    ...index,
    strings: strings.bytes(),
  };
  boxed.forEach((i, at) => (arrays.boxOf[i] = at + 1));
  return join(arrays, codes.list);
}

/** The arrays of a compiled gazetteer as views into its bytes; null where they aren't whole or of another layout. */
export function unpack(bytes: Uint8Array): Packed | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 16 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== LAYOUT)
    return null;
  const packed: Record<string, unknown> = {};
  let at = 8;
  const take = (): Uint8Array => {
    const length = view.getUint32(at, true);
    const section = bytes.subarray(at + 8, at + 8 + length);
    at = align(at + 8 + length);
    return section;
  };
  packed['codes'] = JSON.parse(new TextDecoder().decode(take()));
  for (const [name, Type] of SECTIONS) {
    const section = take();
    packed[name] = new Type(
      section.buffer as ArrayBuffer,
      section.byteOffset,
      section.byteLength / Type.BYTES_PER_ELEMENT,
    );
  }
  return packed as unknown as Packed;
}

function join(arrays: Sections, codes: string[]): Uint8Array {
  const parts: Uint8Array[] = [new TextEncoder().encode(JSON.stringify(codes))];
  for (const [name] of SECTIONS) {
    const array = arrays[name];
    parts.push(new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength));
  }
  const bytes = new Uint8Array(parts.reduce((size, part) => align(size + 8 + part.length), 8));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, LAYOUT, true);
  let at = 8;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + 8);
    at = align(at + 8 + part.length);
  }
  return bytes;
}

const align = (offset: number): number => (offset + 7) & ~7;

/** The hash table: name -> postings. A place stands once under a name, by its best kind of name. */
function packNames(entries: readonly Entry[]): Pick<Sections, 'slots' | 'postingPlace' | 'postingKind'> {
  const byName = new Map<string, Map<number, number>>();
  entries.forEach((entry, place) => {
    for (const { name, kind } of entry.names) {
      const key = foldName(name);
      if (key === '') continue;
      let postings = byName.get(key);
      if (!postings) byName.set(key, (postings = new Map()));
      const rank = NAME_KINDS.indexOf(kind);
      postings.set(place, Math.min(rank, postings.get(place) ?? rank));
    }
  });
  const size = 2 ** Math.ceil(Math.log2(byName.size * 1.6 + 1));
  const slots = new Uint32Array(size * SLOT);
  const places: number[] = [];
  const kinds: number[] = [];
  const state = new Uint32Array(2);
  for (const [key, postings] of byName) {
    state.set(HASH_START);
    hashName(key, state);
    let slot = state[0]! & (size - 1);
    while (slots[slot * SLOT + 3] !== 0) slot = (slot + 1) & (size - 1);
    slots.set([state[0]!, state[1]!, places.length, postings.size], slot * SLOT);
    for (const [place, kind] of postings) {
      places.push(place);
      kinds.push(kind);
    }
  }
  return { slots, postingPlace: Uint32Array.from(places), postingKind: Uint8Array.from(kinds) };
}

/** Short strings that many entries share, numbered in the order of their coming; 0 is "". */
class Codes {
  list = [''];
  #at = new Map([['', 0]]);
  add(code: string): number {
    const known = this.#at.get(code);
    if (known !== undefined) return known;
    this.#at.set(code, this.list.length);
    return this.list.push(code) - 1;
  }
}

/** Strings as UTF-8, each with its length in the byte before it; equal ones are stored once. */
class Strings {
  #parts: Uint8Array[] = [];
  #at = new Map<string, number>();
  #size = 0;
  add(text: string): number {
    const known = this.#at.get(text);
    if (known !== undefined) return known;
    const utf8 = Buffer.from(text).subarray(0, 255);
    const at = this.#size;
    this.#parts.push(Uint8Array.of(utf8.length), utf8);
    this.#size += utf8.length + 1;
    this.#at.set(text, at);
    return at;
  }
  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(Buffer.concat(this.#parts));
  }
}
