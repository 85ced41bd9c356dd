import { expect, it } from 'vitest';
import { loadGazetteer } from '../places/gazetteer.ts';
import { geoparseLine } from './geoparse.ts';

const gazetteer = loadGazetteer();

it('gives each name with what the contract names', () => {
  expect(geoparseLine({ id: 'a', text: 'A fire in Dublin, Ohio.' }, gazetteer)).toEqual({
    id: 'a',
    toponyms: [
      {
        start: 10, end: 16, name: 'Dublin', role: 'literal', status: 'resolved', id: 'geonames:5152333', kind: 'city', country: 'US',
        lat: 40.09923, lon: -83.11408, geonameid: 5152333, confidence: expect.any(Number) as number,
      },
      {
        start: 18, end: 22, name: 'Ohio', role: 'literal', status: 'resolved', id: 'admin1:US.OH', kind: 'region', country: 'US',
        lat: 40.25034, lon: -83.00018, geonameid: null, confidence: expect.any(Number) as number,
      },
    ],
  }); // prettier-ignore
});

it('gives an unknown name without id and point', () => {
  const { toponyms } = geoparseLine({ id: 1, text: 'The village of Xarbovia burned.' }, gazetteer) as {
    toponyms: unknown[];
  };
  expect(toponyms[0]).toMatchObject({ status: 'unknown', id: null, lat: null, lon: null, confidence: 0 });
});

it('says what a home region looks like', () => {
  expect(() => geoparseLine({ id: 1, text: '', home: 'Ohio' }, gazetteer)).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: "home" is no region, got "Ohio": write a country's code or "US.OH"]`,
  );
});
