import { describe, expect, it } from 'vitest';
import { tell } from './invented.ts';

const labels = (text: string, persons: string[]) =>
  tell(text, { places: ['Doha', 'Evora', 'Suva'], persons }).events.map(({ label }) => label);

describe('a pronoun means whom its sentences are about', () => {
  it.each([
    ['', [], []],
    [
      'Petra Lindqvist landed in Doha. She flew to Evora on Monday.',
      ['Petra Lindqvist'],
      ['Lindqvist landed in Doha', 'Lindqvist flew to Evora'],
    ],
    [
      'Omar Nazari stood as the presiding judge read the verdict. He was arrested in Evora in 2015.',
      ['Omar Nazari'],
      ['Nazari was arrested in Evora'],
    ],
    [
      'Omar Nazari may not leave, the judge ordered. He flew to Evora in 2015.',
      ['Omar Nazari'],
      ['Nazari flew to Evora'],
    ],
    [
      'The head of the court, Omar Nazari, spoke. He flew to Evora on Monday.',
      ['Omar Nazari'],
      ['Nazari flew to Evora'],
    ],
    [
      'Lena Price, an actress and activist, landed in Doha. She flew to Evora on Monday.',
      ['Lena Price'],
      ['Price landed in Doha', 'Price flew to Evora'],
    ],
    [
      'Lena Price was born in 1930, the daughter of a farmer. She flew to Evora on Monday.',
      ['Lena Price'],
      ['Price was born', 'Price flew to Evora'],
    ],
  ])('%s', (text, persons, expected) => {
    expect(labels(text, persons)).toEqual(expected);
  });
});

describe('where somebody unnamed acts, a later pronoun means no name', () => {
  it.each([
    'The pontiff was greeted by Omar Nazari. He flew to Evora on Monday.',
    'The patriarch saw Omar Nazari off. He flew to Evora on Monday.',
    'Omar Nazari waited. Her husband fell ill. He flew to Evora on Monday.',
    'Omar Nazari said the suspect had hidden. He flew to Evora on Monday.',
    'On Tuesday the driver called Omar Nazari. He flew to Evora on Monday.',
    'Omar Nazari lived with his brother. He died on Monday.',
    'Omar Nazari welcomed the chancellor. He flew to Evora on Monday.',
  ])('%s', (text) => {
    expect(labels(text, ['Omar Nazari'])).toEqual([]);
  });

  it('but of another sex than the pronoun’s', () => {
    expect(labels('The woman blamed Omar Nazari. He flew to Evora on Monday.', ['Omar Nazari'])).toEqual([
      'Nazari flew to Evora',
    ]);
  });

  it('nor is it told of one named person what may have happened to another', () => {
    const persons = ['Omar Nazari', 'Samir Haddad'];
    expect(labels('Omar Nazari knew Samir Haddad. He died on Monday.', persons)).toEqual([]);
    expect(
      labels('Omar Nazari lived with Lena Brandt. He died on Monday.', [...persons, 'Lena Brandt']),
    ).toEqual(['Nazari died']);
  });

  it('nor where the pronoun before meant nobody', () => {
    const text = 'She was a nurse like Lena Brandt. She flew to Evora on Monday.';
    expect(labels(text, ['Lena Brandt'])).toEqual([]);
  });
});

describe('nouns of kin and first names say who is no "she"', () => {
  it.each([
    [
      'Yaren Ozturk was a nurse. Her husband was Doruk Ozturk. She flew to Evora in 1988.',
      ['Yaren Ozturk', 'Doruk Ozturk'],
      ['Yaren Ozturk flew to Evora'],
    ],
    ['Harold Brandt was a farmer. She flew to Evora on Monday.', ['Harold Brandt'], []],
    ['Born in 1931 to Lena Brandt, she flew to Evora in 1949.', ['Lena Brandt'], []],
    ['The nurse was the daughter of Omar and Lena Brandt. She flew to Evora.', ['Lena Brandt'], []],
  ])('%s', (text, persons, expected) => {
    expect(labels(text, persons)).toEqual(expected);
  });
});
