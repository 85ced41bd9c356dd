import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheDir } from '../cache.ts';
import { packEntries, unpack } from './compile.ts';
import type { Entry } from './entry.ts';
import { loadGazetteer, openGazetteer, type Gazetteer } from './gazetteer.ts';

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = loadGazetteer();
}, 180_000);

describe('the gazetteer', () => {
  it.each([
    ['Moscow', 'geonames:524901', 'city'],
    ['Ankara', 'geonames:323786', 'city'],
    ['U.S.', 'geonames:6252001', 'country'],
    ['Cuyahoga County', 'admin2:US.OH.035', 'region'],
    ['Ohio', 'admin1:US.OH', 'region'],
    ['Black Sea', 'area:black-sea', 'water'],
    ['Middle East', 'area:middle-east', 'area'],
    ['Kremlin', 'area:kremlin', 'landmark'],
    ['Gaza Strip', 'area:gaza-strip', 'area'],
    ['Walikale', 'area:cd-walikale', 'city'],
    ['Turkana', 'admin1:KE.51', 'region'],
    ['Buryatia', 'admin1:RU.11', 'region'],
  ])('knows %s as %s', (name, id, kind) => {
    const place = gazetteer.named(name).find((one) => one.id === id);
    expect(place?.kind).toBe(kind);
    expect(gazetteer.place(gazetteer.numberOf(id))).toEqual(place);
  });

  it('calls Irish counties by their usual name', () => {
    expect(gazetteer.named('Co Limerick')[0]?.name).toBe('County Limerick');
  });

  it('puts a town kept by hand into the unit of the nearest other one', () => {
    expect(gazetteer.place(gazetteer.numberOf('area:cd-walikale'))).toMatchObject({ region: 'North Kivu' });
    expect(gazetteer.place(gazetteer.numberOf('area:bo-el-alto'))).toMatchObject({ country: 'BO' });
  });

  it('has no entry for an empty name or an id that nothing has', () => {
    expect(gazetteer.find('')).toEqual([]);
    expect(gazetteer.named('Quibbleton Parva')).toEqual([]);
    expect(gazetteer.numberOf('geonames:0')).toBe(-1);
    expect(gazetteer.numberOf('area:nowhere-at-all')).toBe(-1);
  });

  it('draws no boundary where none is agreed', () => {
    expect(gazetteer.place(gazetteer.numberOf('area:middle-east'))).toMatchObject({
      boundary: 'none-agreed',
      bbox: null,
    });
  });

  it('gives every place one id', () => {
    const ids = new Set<string>();
    for (let at = 0; at < gazetteer.size; at += 1) ids.add(gazetteer.place(at).id);
    expect(ids.size).toBe(gazetteer.size);
  });
});

describe('the compiled file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made again when it is cut short or altered, and answers the same', () => {
    const [name = ''] = readdirSync(cacheDir('gazetteer')).filter((file) =>
      file.startsWith(gazetteer.digest.slice(0, 16)),
    );
    const whole = readFileSync(cacheDir('gazetteer', name));
    const altered = Buffer.from(whole);
    altered[altered.length >> 1]! ^= 1;
    writeFileSync(join(folder, name), altered);
    expect(openGazetteer(folder).named('Ankara')).toEqual(gazetteer.named('Ankara'));
    expect(readFileSync(join(folder, name)).equals(whole)).toBe(true);
  }, 180_000);
});

it('packs and unpacks entries, and refuses bytes of another layout', () => {
  const entry: Entry = {
    id: 'area:x', name: 'Ärea', kind: 'area', country: null, admin1: null, admin2: '', lngLat: [180, -90], bbox: [179, -90, -179, -89],
    geonameid: null, population: 0, boundary: 'outline', feature: 'area', standsFor: null, names: [{ name: 'Ärea', kind: 'alias' }],
  }; // prettier-ignore
  const bytes = packEntries([entry]);
  expect(packEntries([entry])).toEqual(bytes);
  const packed = unpack(bytes)!;
  expect([...packed.lng, ...packed.lat]).toEqual([18_000_000, -9_000_000]);
  bytes[4] = 255;
  expect(unpack(bytes)).toBeNull();
  expect(unpack(new Uint8Array())).toBeNull();
});
