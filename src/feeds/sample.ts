import type { Story, StoryEvent, StoryPlace } from '../story/schema.ts';

const TEXT = [
  'Vienna, March 4 – Minister Ana Ruiz met envoys in Vienna on Monday. Fees rise; "prices, too", she said in Vienna.',
  'Ruiz is to fly to Rabat. She accused Fiji of delay. The strike in Suva is to begin in May 2024.',
].join('\n\n');

/** The span of the n-th occurrence of some words of the sample's text. */
function at(words: string, nth = 1): { start: number; end: number } {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the sample: ${words}`);
  return { start, end: start + words.length };
}

function place(id: string, name: string, more: Partial<StoryPlace>): StoryPlace {
  return {
    id,
    name,
    kind: 'city',
    country: null,
    lngLat: null,
    bbox: null,
    boundary: null,
    role: 'mention',
    status: 'resolved',
    because: 'Made up for the tests.',
    geonameid: null,
    within: null,
    decided: false,
    source: null,
    alternatives: [],
    ...more,
  };
}

function event(id: string, label: string, words: string, more: Partial<StoryEvent>): StoryEvent {
  return {
    id,
    label,
    ...at(words),
    also: [],
    status: 'happened',
    edtf: null,
    basis: 'not-stated',
    dateWords: null,
    earliest: null,
    latest: null,
    bound: null,
    places: [],
    placeBasis: 'not-stated',
    participants: [],
    speaker: null,
    background: false,
    source: null,
    ...more,
  };
}

function scene(
  caption: string,
  events: string[],
  now: string[],
  quiet: string[] = [],
): Story['steps'][number]['scene'] {
  return {
    camera: 'a',
    bbox: [-8, 33, 17, 49],
    now,
    quiet,
    events,
    caption,
    alt: `${caption} Nothing else is drawn.`,
    states: [],
  };
}

/**
 * A made-up story for tests, full of what formats must escape: every kind of date, a place across the antimeridian, one
 * without a boundary, one in doubt.
 */
export function sampleStory(more: Partial<Story> = {}): Story {
  const toponym = (name: string, place: string | null, nth = 1) => ({
    ...at(name, nth),
    name,
    role: 'literal' as const,
    place,
    confidence: 0.9,
  });
  return {
    schema: 'dateline/story@1',
    slug: 'ruiz-vienna',
    title: 'Fees & "prices", <b>too</b> </script>',
    titleBasis: 'editor',
    lang: 'en',
    byline: 'A. Writer',
    source: { name: 'The Example', url: 'https://example.org/?a=1&b=2', home: null, licence: null },
    release: 'full',
    published: { edtf: '2024-03-04', basis: 'editor', alternatives: ['2019-03-04'], yearStated: false },
    dateline: { place: 'geonames:2761369', start: 0, end: 6 },
    text: TEXT,
    toponyms: [
      toponym('Vienna', 'geonames:2761369'),
      toponym('Vienna', 'geonames:2761369', 2),
      toponym('Vienna', 'geonames:2761369', 3),
      toponym('Rabat', 'geonames:2538475'),
      toponym('Fiji', 'geonames:2205218'),
      toponym('Suva', 'geonames:2198148'),
    ],
    places: [
      place('geonames:2761369', 'Vienna', {
        country: 'AT',
        lngLat: [16.37208, 48.20849],
        role: 'venue',
        geonameid: 2761369,
      }),
      place('geonames:2538475', 'Rabat', {
        country: 'MA',
        lngLat: [-6.83255, 34.01325],
        role: 'venue',
        geonameid: 2538475,
      }),
      place('geonames:2205218', 'Fiji', {
        kind: 'country',
        country: 'FJ',
        lngLat: [178, -18],
        bbox: [176.9, -19.2, -179.8, -16.1],
        role: 'subject',
        geonameid: 2205218,
      }),
      place('geonames:2198148', 'Suva', {
        country: 'FJ',
        lngLat: [178.44149, -18.14161],
        status: 'ambiguous',
        geonameid: 2198148,
        alternatives: [{ id: 'geonames:1', name: 'Suva Reka', country: 'XK', lngLat: [20.8, 42.4] }],
      }),
      place('area:the-far-coast', 'the Far Coast', { kind: 'area', boundary: 'none-agreed' }),
    ],
    people: [{ id: 'ana-ruiz', name: 'Ana Ruiz', title: 'Minister', mentions: [at('Ruiz')] }],
    timexes: [{ ...at('Monday'), text: 'Monday', type: 'DATE', value: '2024-03-04', edtf: '2024-03-04' }],
    events: [
      event(
        'met',
        'Ruiz met envoys; "prices, too" \\ größer als je zuvor in Wien, Österreich',
        'Minister Ana Ruiz met envoys in Vienna on Monday',
        {
          edtf: '2024-03-04',
          basis: 'resolved',
          dateWords: at('Monday'),
          earliest: '2024-03-04',
          latest: '2024-03-04',
          places: ['geonames:2761369'],
          placeBasis: 'stated',
          participants: ['ana-ruiz'],
        },
      ),
      event('rise', 'Fees rise, Ruiz said', 'Fees rise', {
        edtf: '2024-12-30/2024-12-31',
        basis: 'inferred',
        earliest: '2024-12-30',
        latest: '2024-12-31',
        speaker: { name: 'Ana Ruiz', form: 'quoted' },
        source: 'the ministry’s calendar',
      }),
      event('fly', 'Ruiz to fly to Rabat', 'Ruiz is to fly to Rabat', {
        status: 'planned',
        earliest: '2024-03-04',
        bound: { relation: 'after', event: 'met' },
        places: ['geonames:2538475'],
        placeBasis: 'stated',
      }),
      event('strike', 'Strike to begin', 'The strike in Suva is to begin in May 2024', {
        status: 'planned',
        edtf: '2024-05',
        basis: 'stated',
        earliest: '2024-05-01',
        latest: '2024-05-31',
      }),
      event('delay', 'Delay', 'delay', { status: 'ongoing', background: true, latest: '2024-03-04' }),
    ],
    legs: [
      {
        from: 'geonames:2761369',
        to: 'geonames:2538475',
        status: 'planned',
        route: 'not-stated',
        travellers: ['ana-ruiz'],
        event: 'fly',
        km: 2450,
      },
    ],
    steps: [
      {
        id: 'vienna-march-4',
        start: 0,
        end: TEXT.indexOf('\n'),
        scene: scene('Ruiz met envoys in Vienna.', ['met'], ['geonames:2761369']),
      },
      {
        id: 'to-rabat',
        start: TEXT.indexOf('\n') + 2,
        end: TEXT.length,
        scene: scene(
          'Planned: a flight to Rabat.',
          ['fly', 'strike'],
          ['geonames:2538475'],
          ['geonames:2761369'],
        ),
      },
    ],
    corrections: [],
    withdrawn: null,
    reviewed: null,
    provenance: {
      article: 'sha256:a',
      decisions: null,
      gazetteer: 'g',
      policy: 'p',
      basemap: 'b',
      pipeline: 1,
    },
    ...more,
  };
}
