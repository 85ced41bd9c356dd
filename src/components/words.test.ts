import { describe, expect, it } from 'vitest';
import { exampleStory } from '../story/example.ts';
import { countryName, doubtsOf, partOf, placeDoubts, sentenceAround, whenOf } from './words.ts';

const story = exampleStory();
const event = story.events[0]!;
const place = story.places[0]!;

describe('sentenceAround', () => {
  const text = 'First one. Then he said: “Go.” She met Dr. Ruiz in Rome. Last.\nNext paragraph.';
  it.each([
    ['First', ['', 'First', ' one.']],
    ['Rome', ['She met Dr. Ruiz in ', 'Rome', '.']],
    ['Last', ['', 'Last', '.']],
    ['Next', ['', 'Next', ' paragraph.']],
  ])('finds the sentence of %s', (words, parts) => {
    const start = text.indexOf(words);
    expect(sentenceAround(text, start, start + words.length).join('')).toContain(words);
    expect(sentenceAround(text, start, start + words.length)[1]).toBe(parts[1]);
    expect(
      parts.join('').endsWith(
        sentenceAround(text, start, start + words.length)
          .join('')
          .slice(-6),
      ),
    ).toBe(true);
  });

  it('never crosses into another paragraph', () => {
    const start = text.indexOf('Next');
    expect(sentenceAround(text, start, start + 4).join('')).toBe('Next paragraph.');
  });
});

describe('what the page says of an event', () => {
  it('names the words that its date was worked out from', () => {
    const dateWords = { start: story.text!.indexOf('Friday'), end: story.text!.indexOf('Friday') + 6 };
    expect(doubtsOf({ ...event, basis: 'resolved', dateWords }, story)).toContain(
      'Date worked out from “Friday”.',
    );
  });

  it('says that date and place are not stated', () => {
    const unknown = {
      ...event,
      edtf: null,
      basis: 'not-stated',
      placeBasis: 'not-stated',
      places: [],
    } as const;
    expect(doubtsOf({ ...unknown, places: [] }, story)).toEqual(
      expect.arrayContaining(['Date not stated.', 'The article does not say where.']),
    );
  });

  it('names the speaker, and the editor’s source', () => {
    const said = {
      ...event,
      speaker: { name: 'Ana Ruiz', form: 'reported' as const },
      source: 'a phone call',
    };
    expect(doubtsOf(said, story)).toEqual(
      expect.arrayContaining(['According to Ana Ruiz.', 'Added by the editor: a phone call.']),
    );
  });

  it('gives an undated event its bound and no day of its own', () => {
    expect(whenOf({ ...event, edtf: null, earliest: null, latest: '2024-08-13' })).toBe(
      'By 13 August 2024 at the latest',
    );
    expect(whenOf({ ...event, edtf: null, earliest: null, latest: null })).toBe('');
  });
});

describe('what the page says of a place', () => {
  it('never gives a percentage', () => {
    expect(
      placeDoubts({
        ...place,
        status: 'ambiguous',
        alternatives: [{ id: 'x', name: 'Troy', country: 'US', lngLat: null }],
      }).join(' '),
    ).not.toContain('%');
  });

  it('names the other place that an uncertain one could be', () => {
    const other = { id: 'x', name: 'Troy', country: 'US', lngLat: null };
    expect(placeDoubts({ ...place, status: 'ambiguous', alternatives: [other] })).toContain(
      `Probably ${place.name}; the article could also mean Troy, United States.`,
    );
  });

  it('says who decided', () => {
    expect(placeDoubts({ ...place, decided: true })).toContain('Decided by the editor.');
    expect(placeDoubts({ ...place, decided: false })).toContain('Found by rules; no editor has decided it.');
  });
});

it('calls a venue planned only where all that happens there is', () => {
  const here = { ...event, places: [place.id] };
  expect(partOf(place, { ...story, legs: [], events: [{ ...here, status: 'planned' }] })).toBe('planned');
  expect(partOf(place, { ...story, legs: [], events: [{ ...here, status: 'planned' }, here] })).toBe('venue');
  expect(partOf({ ...place, role: 'mention' }, story)).toBe('mention');
});

it.each([
  [null, ''],
  ['XK1', ''],
  ['TR', 'Turkey'],
  ['CD', 'DR Congo'],
  ['HK', 'Hong Kong'],
])('names the country %s as the map does', (code, name) => {
  expect(countryName(code)).toBe(name);
});

it('takes the newsroom’s own name for a country', () => {
  expect(countryName('TR', { TR: 'Türkiye' })).toBe('Türkiye');
});
