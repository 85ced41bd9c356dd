import { describe, expect, it } from 'vitest';
import { tell } from './invented.ts';

const labels = (text: string, persons: string[] = []) =>
  tell(text, { places: ['Doha', 'Evora', 'Suva'], persons }).events.map(({ label }) => label);

describe('never one half of two', () => {
  const persons = ['Omar Nazari'];
  it.each([
    [
      'Foreign ministers Prut Wexley and Omar Nazari met in Doha on Monday.',
      ['Wexley and Nazari met in Doha'],
    ],
    ['Leaders Omar Nazari and Prut Wexley met in Doha on Monday.', ['Nazari and Wexley met in Doha']],
    ['Wexley and Omar Nazari met in Doha on Monday.', ['Wexley and Nazari met in Doha']],
    ['Wexley Motors and Omar Nazari landed in Doha.', ['Wexley Motors and Nazari landed in Doha']],
    ['Ms. Nazari and Mr. Grant landed in Doha.', []],
    ['They flew to Suva and Omar Nazari landed in Doha.', ['Nazari landed in Doha']],
  ])('%s', (text, expected) => {
    expect(labels(text, persons)).toEqual(expected);
  });
});

describe('a participle inside the subject', () => {
  it.each([
    [
      'A man convicted of murder was sentenced on Monday to 20 years in prison.',
      ['A man convicted of murder was sentenced to 20 years in prison'],
    ],
    ['A man found guilty of murder was jailed in Doha.', ['A man found guilty of murder was jailed in Doha']],
    ['A boat made in Suva sank off Doha on Monday.', ['A boat made in Suva sank off Doha']],
    ['The murder of Omar Nazari was in 2015.', ['Killing of Omar Nazari']],
  ])('%s', (text, expected) => {
    expect(labels(text, ['Omar Nazari'])).toEqual(expected);
  });
});

describe('names inside an aside', () => {
  it.each([
    [
      'Lena Brandt, whose father, Omar Nazari, was killed in Suva, arrived in Doha on Monday.',
      ['Brandt arrived in Doha', 'Nazari was killed in Suva'],
    ],
    ['A man named Omar Nazari was arrested in Doha.', ['Nazari was arrested in Doha']],
  ])('%s', (text, expected) => {
    expect(labels(text, ['Lena Brandt', 'Omar Nazari'])).toEqual(expected);
  });
});

it('reads on behind the point of a Jr.', () => {
  const text = 'Samir Haddad Jr., 77, of Suva, died on Monday in Doha.';
  expect(labels(text, ['Samir Haddad Jr'])).toEqual(['Haddad died in Doha']);
});
