import { describe, expect, it } from 'vitest';
import type { Toponym } from '../places/place.ts';
import { tell } from './invented.ts';
import { dropUnlikely, findUnlikely } from './roles.ts';

const persons = ['Lena Brandt', 'Omar Sayed'];
const roles = (text: string) =>
  Object.fromEntries(
    tell(text, { places: ['Doha', 'Evora', 'Qatar (country)'], persons }).places.map(({ name, role }) => [
      name,
      role,
    ]),
  );

describe('roles', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a venue, where something happened', 'Lena Brandt met Omar Sayed in Doha.', { Doha: 'venue' }],
    ['a venue, where something is planned', 'Lena Brandt will visit Doha on Friday.', { Doha: 'venue' }],
    ['a subject, which the lead names', 'Bread is dear in Doha.', { Doha: 'subject' }],
    [
      'a subject, where something was called off',
      'Lena Brandt was to have flown to Doha on Friday.',
      { Doha: 'subject' },
    ],
    [
      'a mention, where something was called off below the lead',
      'Bread is dear in Evora.\n\nLena Brandt was to have flown to Doha on Friday.',
      { Evora: 'subject', Doha: 'mention' },
    ],
    [
      'a mention, which the dateline alone names',
      'Doha, Sept. 14 – Bread is dear.\n\nMilk is dear.',
      { Doha: 'mention' },
    ],
  ])('are: %s', (_, text, expected) => expect(roles(text)).toEqual(expected));
});

describe('a name that is hardly the place', () => {
  const { events } = tell('Lena Brandt met Omar Sayed in Doha.', { places: ['Doha'], persons });
  const toponym = (confidence: number): Toponym => ({
    start: 0,
    end: 4,
    name: 'Doha',
    role: 'literal',
    confidence,
    resolution: {
      status: 'ambiguous',
      because: '',
      alternatives: [],
      place: {
        id: 'area:doha',
        name: 'Doha',
        kind: 'city',
        country: null,
        admin1: null,
        lngLat: [0, 0],
        bbox: null,
        geonameid: null,
        population: 0,
        boundary: null,
      },
    },
  });
  const unlikely = (...confidences: number[]) =>
    findUnlikely({ toponyms: confidences.map(toponym), persons: [], organisations: [] });

  it('is one that each mention makes unlikely', () => {
    expect([...unlikely(0.1, 0.2)]).toEqual(['area:doha']);
    expect([...unlikely(0.1, 0.8)]).toEqual([]);
    expect([...unlikely()]).toEqual([]);
  });

  it('places no event', () => {
    expect(events[0]).toMatchObject({ places: ['area:doha'], placeBasis: 'stated' });
    expect(dropUnlikely(events, unlikely(0.1))[0]).toMatchObject({ places: [], placeBasis: 'not-stated' });
    expect(dropUnlikely(events, unlikely(0.8))).toEqual(events);
  });
});
