import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Story } from './schema.ts';
import { mayBeVisited } from './visits.ts';

const told = (text: string) => {
  const start = text.indexOf('Doha');
  const toponym = { start, end: start + 4, name: 'Doha', place: 'geonames:1', confidence: 1 };
  return mayBeVisited('geonames:1', { text, toponyms: [{ ...toponym, role: 'literal' }] });
};

describe('mayBeVisited', () => {
  it.each([
    'Brandt travelled from Suva to Apia, then to Lima by train via Doha.',
    'Brandt, a physicist, left for Doha.',
    'It was her third trip to Doha.',
    'Her Doha trip was short.',
    'Doha was visited by Brandt.',
    'A rumour that Brandt visited Doha was denied.',
    'On his arrival, in Doha, he spoke.',
    'Two men were killed in Doha.',
  ])('%s', (text) => expect(told(text)).toBe(true));

  it.each([
    'Bread is dear in Doha.',
    'Brandt flew to Suva. Bread is dear in Doha.',
    'Brandt flew to Suva\nBread is dear in Doha.',
    'The talks come at a time of tension after the attack in Doha.',
    'They spoke of Doha before Brandt flew to Suva.',
    '',
  ])('not: %s', (text) => expect(told(text)).toBe(false));

  it('says nothing of a text that it can’t read', () =>
    expect(mayBeVisited('geonames:1', { text: null, toponyms: [] })).toBe(true));
});

it('says of Gaza in the first story that nobody is reported to have gone there', () => {
  const story = JSON.parse(readFileSync('data/stories/abbas-moscow-visit.json', 'utf8')) as Story;
  const gaza = story.places.find(({ role }) => role === 'subject')!;
  expect([gaza.name, mayBeVisited(gaza.id, story)]).toEqual(['Gaza Strip', false]);
});
