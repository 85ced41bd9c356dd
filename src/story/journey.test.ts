import { describe, expect, it } from 'vitest';
import { tell } from './invented.ts';

const PLACES = {
  Doha: [51.5, 25.3],
  Evora: [-7.9, 38.6],
  Suva: [178.4, -18.1],
  Apia: [-171.8, -13.8],
  'Qatar (country)': [51.2, 25.5],
} as Record<string, [number, number]>;
const persons = ['Lena Brandt', 'Omar Sayed'];
const legs = (text: string) => {
  const { legs, places } = tell(text, { places: PLACES, persons });
  const name = (id: string | null) => places.find((place) => place.id === id)?.name ?? '?';
  return legs.map(
    ({ from, to, status, route, travellers }) =>
      `${travellers.join('+') || 'nobody'}: ${name(from)} > ${name(to)} ${status} ${route}`,
  );
};

describe('legs', () => {
  it.each([
    [
      'from where the text last had the traveller',
      'Lena Brandt met Omar Sayed in Doha on Monday. She will travel to Evora.',
      ['lena-brandt: Doha > Evora planned not-stated'],
    ],
    [
      'by way of a stop, where the same sentence tells both',
      'Lena Brandt left Doha on Monday and stopped in Apia before she flew to Suva, where she attended the Coast Forum.',
      ['lena-brandt: Doha > Apia happened not-stated', 'lena-brandt: Apia > Suva happened not-stated'],
    ],
    [
      'to where somebody fled, on from there, and not to two places at once',
      'Lena Brandt fled from Doha to Evora. She then flew to Suva. She will visit Apia and Doha on Friday.',
      ['lena-brandt: Doha > Evora happened not-stated', 'lena-brandt: Evora > Suva happened not-stated'],
    ],
    [
      'with both ends in one clause',
      'Lena Brandt flew from Doha to Evora.',
      ['lena-brandt: Doha > Evora happened not-stated'],
    ],
    [
      'by way of somewhere',
      'Lena Brandt flew from Doha to Evora via Apia.',
      ['lena-brandt: Doha > Evora happened stated'],
    ],
    [
      'of two',
      'Lena Brandt and Omar Sayed flew from Doha to Evora.',
      ['lena-brandt+omar-sayed: Doha > Evora happened not-stated'],
    ],
    [
      'of somebody who is to go from nobody knows where',
      'Lena Brandt will fly to Evora on Friday.',
      ['lena-brandt: ? > Evora planned not-stated'],
    ],
    [
      'of somebody who went from nobody knows where',
      'Lena Brandt flew to Evora.',
      ['lena-brandt: ? > Evora happened not-stated'],
    ],
    [
      'by day where the story is told backwards',
      'Lena Brandt landed in Evora on Wednesday. She had left Doha on Tuesday.',
      ['lena-brandt: Doha > Evora happened not-stated'],
    ],
    [
      'from nowhere by where somebody was born',
      'Lena Brandt was born in Doha. On Monday she flew to Evora.',
      ['lena-brandt: ? > Evora happened not-stated'],
    ],
    [
      'from nowhere by what somebody attacked',
      'Lena Brandt bombed Doha on Sunday. On Monday she flew to Evora.',
      ['lena-brandt: ? > Evora happened not-stated'],
    ],
    [
      'from nowhere by what somebody else says of the traveller',
      'According to Omar Sayed, Lena Brandt visited Doha on Sunday. On Monday Brandt flew to Evora.',
      ['lena-brandt: ? > Evora happened not-stated'],
    ],
    [
      'of those who leave, whose arrival nobody tells',
      'Lena Brandt left Doha for Evora on Monday.',
      ['lena-brandt: Doha > Evora planned not-stated'],
    ],
    [
      'once, where the arrival is told too',
      'Lena Brandt left Doha for Evora on Monday. She arrived in Evora on Tuesday.',
      ['lena-brandt: Doha > Evora happened not-stated'],
    ],
    [
      'there and back',
      'Lena Brandt flew from Doha to Evora on Monday. On Tuesday she returned to Doha.',
      ['lena-brandt: Doha > Evora happened not-stated', 'lena-brandt: Evora > Doha happened not-stated'],
    ],
    [
      'of the one who goes alone',
      'Lena Brandt met Omar Sayed in Doha on Monday. Sayed flew to Evora.',
      ['omar-sayed: Doha > Evora happened not-stated'],
    ],
  ])('are drawn %s', (_, text, expected) => expect(legs(text)).toEqual(expected));

  it.each([
    ['an arrival from nobody knows where', 'Lena Brandt arrived in Doha on Monday.'],
    ['a place that is spoken of', 'Lena Brandt spoke of Doha. She arrived in Evora on Monday.'],
    [
      'a stop of no day, told after what came later',
      'Lena Brandt arrived in Doha on Monday. She stopped in Apia.',
    ],
    ['a trip called off', 'Lena Brandt was in Doha. She was to have flown to Evora.'],
    ['a trip that is only wished for', 'Lena Brandt wants to fly to Evora.'],
    [
      'a stop of long ago',
      'In May 2001, Lena Brandt met Omar Sayed in Doha. Brandt arrived in Evora on Monday.',
    ],
    ['things', 'The price rose to Evora levels.'],
    ['nothing', ''],
  ])('are not made of %s', (_, text) => expect(legs(text)).toEqual([]));

  it('measure the short way across the antimeridian', () => {
    const { legs } = tell('Lena Brandt flew from Suva to Apia.', { places: PLACES, persons });
    expect(legs[0]?.km).toBeGreaterThan(1000);
    expect(legs[0]?.km).toBeLessThan(1300);
  });
});
