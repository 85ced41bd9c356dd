import type { Story } from './schema.ts';

const TEXT =
  'Ana Petrović flew to Belgrade on Friday for the opening of a bridge. On Sunday she is due to travel to Novi Sad.\n\nThe bridge took nine years to build.';

/** A small invented story for tests: two places, two events, one leg, two steps. A fresh copy each time. */
export function exampleStory(): Story {
  const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const place = {
    kind: 'city',
    country: 'RS',
    bbox: null,
    boundary: null,
    role: 'venue',
    status: 'resolved',
  } as const;
  const more = { within: null, decided: false, source: null, alternatives: [], because: 'the only one' };
  const scene = {
    camera: 'a',
    bbox: [19.5, 44.6, 20.8, 45.4] as [number, number, number, number],
    states: [],
  };
  const event = {
    also: [],
    bound: null,
    participants: ['ana-petrovic'],
    speaker: null,
    background: false,
    source: null,
  };
  return {
    schema: 'dateline/story@1',
    slug: 'bridge-opens',
    title: 'A bridge opens in Belgrade',
    titleBasis: 'stated',
    lang: 'en',
    byline: null,
    source: null,
    release: 'full',
    published: { edtf: '2026-05-15', basis: 'stated', alternatives: [], yearStated: true },
    dateline: null,
    text: TEXT,
    toponyms: [
      { ...span('Belgrade'), name: 'Belgrade', role: 'literal', place: 'geonames:792680', confidence: 0.97 },
      { ...span('Novi Sad'), name: 'Novi Sad', role: 'literal', place: 'geonames:3194360', confidence: 0.95 },
    ],
    places: [
      {
        ...place,
        ...more,
        id: 'geonames:792680',
        name: 'Belgrade',
        lngLat: [20.46513, 44.80401],
        geonameid: 792680,
      },
      {
        ...place,
        ...more,
        id: 'geonames:3194360',
        name: 'Novi Sad',
        lngLat: [19.83694, 45.25167],
        geonameid: 3194360,
      },
    ],
    people: [{ id: 'ana-petrovic', name: 'Ana Petrović', title: null, mentions: [span('Ana Petrović')] }],
    timexes: [
      { ...span('Friday'), text: 'Friday', type: 'DATE', value: '2026-05-15', edtf: '2026-05-15' },
      { ...span('Sunday'), text: 'Sunday', type: 'DATE', value: '2026-05-17', edtf: '2026-05-17' },
    ],
    events: [
      {
        ...event,
        ...span('Ana Petrović flew to Belgrade on Friday'),
        id: 'flew-belgrade',
        label: 'Petrović flew to Belgrade',
        status: 'happened',
        edtf: '2026-05-15',
        basis: 'resolved',
        dateWords: span('Friday'),
        earliest: '2026-05-15',
        latest: '2026-05-15',
        places: ['geonames:792680'],
        placeBasis: 'stated',
      },
      {
        ...event,
        ...span('On Sunday she is due to travel to Novi Sad'),
        id: 'travel-novi-sad',
        label: 'Petrović is due to travel to Novi Sad',
        status: 'planned',
        edtf: '2026-05-17',
        basis: 'resolved',
        dateWords: span('Sunday'),
        earliest: '2026-05-17',
        latest: '2026-05-17',
        places: ['geonames:3194360'],
        placeBasis: 'stated',
      },
    ],
    legs: [
      {
        from: 'geonames:792680',
        to: 'geonames:3194360',
        status: 'planned',
        route: 'not-stated',
        travellers: ['ana-petrovic'],
        event: 'travel-novi-sad',
        km: 70,
      },
    ],
    steps: [
      {
        id: 'belgrade',
        start: 0,
        end: TEXT.indexOf('\n\n'),
        scene: {
          ...scene,
          now: ['geonames:792680', 'geonames:3194360'],
          quiet: [],
          events: ['flew-belgrade', 'travel-novi-sad'],
          caption: 'A bridge was opened in Belgrade.',
          alt: 'Map of Belgrade and Novi Sad.',
        },
      },
      {
        id: 'the-bridge',
        start: TEXT.indexOf('The bridge took'),
        end: TEXT.length,
        scene: {
          ...scene,
          now: [],
          quiet: ['geonames:792680'],
          events: [],
          caption: 'Belgrade.',
          alt: 'The same map, at rest.',
        },
      },
    ],
    corrections: [],
    withdrawn: null,
    reviewed: null,
    provenance: {
      article: 'sha256:1',
      decisions: null,
      gazetteer: '1',
      policy: '1',
      basemap: '1',
      pipeline: 1,
    },
  };
}
