import { expect, it } from 'vitest';
import { exampleStory } from '../story/example.ts';
import type { Story } from '../story/schema.ts';
import { byMonth, cardPlaces, newestFirst, sharedPlaces, venuesOf } from './index-model.ts';

const on = (slug: string, edtf: string | null): Story => ({
  ...exampleStory(),
  slug,
  published: edtf === null ? null : { edtf, basis: 'stated', alternatives: [], yearStated: true },
});

it('has newest first, those without a year or a day last, and equal days by slug', () => {
  const stories = [
    on('c', '2024-08-13'),
    on('x', 'XXXX-03-04'),
    on('a', '2024-08-13'),
    on('n', null),
    on('b', '2025-01-02'),
  ];
  expect(newestFirst(stories).map(({ slug }) => slug)).toEqual(['b', 'a', 'c', 'n', 'x']);
});

it('puts stories under their months', () => {
  const months = byMonth([
    on('a', '2024-08-01'),
    on('b', '2024-08-13'),
    on('c', '2024-07-31'),
    on('d', null),
  ]);
  expect(months.map(({ heading, stories }) => [heading, stories.length])).toEqual([
    ['August 2024', 2],
    ['July 2024', 1],
    ['Without a date', 1],
  ]);
});

it('counts a place once with all its stories, and none that is only planned or withdrawn', () => {
  const gone = { ...on('gone', '2024-08-01'), withdrawn: { at: '2024-08-02', note: 'It was wrong.' } };
  const venues = venuesOf([on('a', '2024-08-01'), on('b', '2024-08-02'), gone]);
  expect(venues.map(({ name, slugs }) => [name, slugs])).toEqual([['Belgrade', ['b', 'a']]]);
});

it('names as shared what two stories name', () => {
  expect(sharedPlaces([on('a', '2024-08-01')])).toEqual([]);
  expect(sharedPlaces([on('a', '2024-08-01'), on('b', '2024-08-02')]).map(({ name }) => name)).toEqual([
    'Belgrade',
    'Novi Sad',
  ]);
});

it('leaves out what is not certain', () => {
  const doubtful = (slug: string): Story => {
    const story = on(slug, '2024-08-01');
    const places = story.places.map((place) => ({ ...place, status: 'ambiguous' as const }));
    return { ...story, places };
  };
  expect(cardPlaces(doubtful('a'))).toEqual([]);
  expect(sharedPlaces([doubtful('a'), doubtful('b')])).toEqual([]);
});

it('is empty without stories', () => {
  expect([byMonth([]), venuesOf([]), sharedPlaces([])]).toEqual([[], [], []]);
});
