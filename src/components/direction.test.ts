import { expect, it } from 'vitest';
import { dirOf, interfaceLang } from './direction.ts';

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ks-Deva', 'ltr'],
  ['ar-Latn', 'ltr'],
  ['', 'ltr'],
])('%s runs %s', (lang, dir) => {
  expect(dirOf(lang)).toBe(dir);
});

it('names the interface’s language only on pages in another', () => {
  expect([interfaceLang('en-GB'), interfaceLang('ar')]).toEqual([undefined, 'en']);
});
