import { expect, it } from 'vitest';
import { genderOfName, genderOfNoun, genderOfTitle } from './gender.ts';

it.each([
  ['Dorothy Marshall', 'she'],
  ['Mohamed Khalil', 'he'],
  ['Andrea Rossi', null],
  ['Kim Jong Un', null],
  ['Harold', null],
  ['', null],
])('takes the first name of %j for %j', (name, gender) => {
  expect(genderOfName(name)).toBe(gender);
});

it.each([
  ['Polish President', null],
  ['Mrs.', 'she'],
  ['King', 'he'],
  ['Sheikha', 'she'],
  [null, null],
])('takes the title %j for %j', (title, gender) => {
  expect(genderOfTitle(title)).toBe(gender);
});

it.each([
  ['husband', 'he'],
  ['queen', 'she'],
  ['driver', null],
])('takes the noun %j for %j', (noun, gender) => {
  expect(genderOfNoun(noun)).toBe(gender);
});
