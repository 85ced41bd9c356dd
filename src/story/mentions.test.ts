import { expect, it } from 'vitest';
import { tell } from './invented.ts';

it.each([
  ['Another source said two people died in Doha.', 'another source'],
  ['Media sources said two people died in Doha.', 'media sources'],
  ['German officials said two people died in Doha.', 'German officials'],
  ['Two people died in Doha, according to Omar Nazari.', 'Omar Nazari'],
  ['The Interior Ministry said two people died in Doha.', 'the Interior Ministry'],
])('names the speaker of "%s" %j', (text, name) => {
  const { events } = tell(text, { places: ['Doha'], persons: ['Omar Nazari'] });
  expect(events.map(({ speaker }) => speaker?.name)).toEqual([name]);
});

it('gives what goes on during an announcement to nobody', () => {
  const text = 'Hungary announced its withdrawal during a visit by Omar Nazari to Doha.';
  const { events } = tell(text, { places: ['Doha', 'Hungary (country)'], persons: ['Omar Nazari'] });
  expect(events.map(({ label, speaker }) => [label, speaker])).toContainEqual([
    'Nazari: visit to Doha',
    null,
  ]);
});
