import { expect, it } from 'vitest';
import { isFamilyFirst } from './family-first.ts';

it.each([
  'Xi Jinping',
  'Wang Yi',
  'He Lifeng',
  'Kim Jong Un',
  'Lee Jae-myung',
  'Tsai Ing-wen',
  'Ban Ki-moon',
])('reads the family name of %s first', (name) => {
  expect(isFamilyFirst(name.split(' '))).toBe(true);
});

it.each([
  '',
  'Xi',
  'Kim Kardashian',
  'Kim Clijsters',
  'Lee Harvey Oswald',
  'Lee Daniels',
  'Jackie Chan',
  'Vladimir Putin',
  'Lin Wood',
  'Park Lane',
  'Park Lane Hotel',
])('reads the family name of %j last', (name) => {
  expect(isFamilyFirst(name.split(' ').filter(Boolean))).toBe(false);
});
