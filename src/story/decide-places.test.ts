import { describe, expect, it } from 'vitest';
import type { Decisions } from '../article/decisions.ts';
import { parseArticle } from '../article/parse.ts';
import type { Place, Toponym } from '../places/place.ts';
import { addedPlaces, checkPlaces } from './decide-places.ts';
import { tell } from './invented.ts';

const text = 'Lena Brandt met Omar Sayed in Doha on Monday. Bread is dear in Nice.';
const article = parseArticle(text);
const evora: Place = { id: 'geonames:1', name: 'Evora', kind: 'city', country: 'PT', admin1: null, lngLat: [-8, 38], bbox: null, geonameid: 1, population: 1, boundary: null }; // prettier-ignore
const gazetteer = { numberOf: (id: string) => (id === evora.id ? 0 : -1), place: () => evora };
const doha: Toponym = {
  start: text.indexOf('Doha'),
  end: text.indexOf('Doha') + 4,
  name: 'Doha',
  role: 'literal',
  confidence: 1,
  resolution: { status: 'resolved', place: { ...evora, id: 'area:doha' }, because: 'x', alternatives: [] },
};
const decisions = (more: Partial<Decisions>): Decisions => ({
  file: 'data/stories/x.yaml',
  places: {},
  events: {},
  scenes: {},
  corrections: [],
  positions: {
    'places.Doha.is': { line: 3, column: 9 },
    'events.meeting-doha.place': { line: 7, column: 5 },
  },
  ...more,
});

describe('checkPlaces', () => {
  const warn = (places: Record<string, object>) => {
    const given = Object.fromEntries(
      Object.entries(places).map(([name, decision]) => [name, { because: 'x', ...decision }]),
    );
    const warnings: string[] = [];
    checkPlaces(article, [doha], decisions({ places: given }), gazetteer, warnings);
    return warnings.map((words) => words.replace('data/stories/x.yaml', ''));
  };

  it.each([
    [{ Doha: { role: 'subject' } }, []],
    [{ Doha: { is: 'geonames:1' } }, []],
    [{ Doha: { is: null } }, []],
    [{ Doha: { is: 'area:my-own', at: [1, 2] } }, []],
    [{ Doha: { is: 'geonames:99999', at: [1, 2] } }, []],
    [{ Nice: { add: true, sameAs: 'Doha' } }, []],
    [{ 'Doha#2': {} }, [': the article names "Doha" once only, so this no longer applies']],
    [{ Rome: {} }, [': the article no longer names "Rome", so this no longer applies']],
    [{ ice: {} }, [': the article has "ice" only within other words, so this no longer applies']],
    [
      { Doha: { is: 'geonames:99999' } },
      [
        ':3:9: the gazetteer has no place "geonames:99999", so this does nothing. Write an id of its own as area:a-few-words, and at: its point',
      ],
    ],
    [
      { Doha: { sameAs: 'Atlantis' } },
      [': no place of the article is named "Atlantis", so this does nothing'],
    ],
    [
      { Nice: { sameAs: 'Doha' } },
      [
        ': "Nice" is not taken for a place, so this does nothing. To mark it, write add: true, and is:, at: or sameAs:',
      ],
    ],
    [{ Nice: { is: null } }, [': "Nice" is not taken for a place, so this does nothing. Take it out']],
  ])('of %j says %j', (places, said) => expect(warn(places)).toEqual(said));
});

describe('addedPlaces', () => {
  const { events } = tell(text, { places: ['Doha'], persons: ['Lena Brandt', 'Omar Sayed'] });
  const add = (place: string, source?: string) =>
    addedPlaces(
      events.map((event) => ({ ...event, places: [place], source: source ?? null })),
      [doha],
      decisions({ events: { 'meeting-doha': { quote: 'met', place, because: 'The log says so' } } }),
      gazetteer,
      { names: { 'geonames:1': 'Évora' } },
    );

  it('adds a place of the gazetteer that the article doesn’t name, with its source', () => {
    expect(add('geonames:1', 'the harbour’s log')).toMatchObject({
      events: [{ places: ['geonames:1'], placeBasis: 'inferred', source: 'the harbour’s log' }],
      added: [{ place: { id: 'geonames:1', name: 'Évora' }, because: 'The log says so' }],
    });
    expect(add('geonames:1').events[0]?.source).toBe('The log says so');
  });

  it('adds none that the article names', () => {
    expect(add('area:doha')).toMatchObject({ events: [{ source: null }], added: [] });
  });

  it('refuses an id that names no place, with its line', () => {
    expect(() => add('zzz')).toThrow(
      'data/stories/x.yaml:7:5: no such place in the article or the gazetteer, got "zzz". Write the id of a place, e.g. area:doha, or none',
    );
  });
});
