import { expect, it } from 'vitest';
import type { MapPlace, MapStory } from '../basemap/map-story.ts';
import { exampleStory } from '../story/example.ts';
import { keyRows } from './key-rows.ts';

const place = (more: Partial<MapPlace>): MapPlace => ({
  id: 'x',
  label: 'X',
  kind: 'point',
  role: 'venue',
  mark: 'sure',
  at: [0, 0],
  rings: [],
  approximate: false,
  spread: 0,
  water: false,
  ...more,
});
const mapOf = (places: Partial<MapPlace>[], legs: MapStory['legs'] = []): MapStory => ({
  cameras: {},
  places: places.map(place),
  legs,
  scenes: [],
});
/** The invented story without its own plans. */
const bare = () => ({ ...exampleStory(), events: [] });
const samples = (...places: Partial<MapPlace>[]) =>
  keyRows(bare(), mapOf(places)).map(({ samples }) => samples.join('+'));

it('is empty where nothing is drawn, so that no button opens nothing', () => {
  expect(keyRows(bare(), null)).toEqual([]);
  expect(samples({ role: 'mention' })).toEqual([]);
});

it.each<[string, Partial<MapPlace>, string]>([
  ['a venue', {}, 'venue'],
  ['an area that is the subject', { role: 'subject', kind: 'area' }, 'area'],
  ['a town that is the subject', { role: 'subject' }, 'diamond'],
  ['a plan', { mark: 'planned' }, 'planned'],
  ['a doubt, whatever its role', { mark: 'uncertain', role: 'subject' }, 'uncertain'],
])('shows %s by the mark that the map has', (_, drawn, sample) => {
  expect(samples(drawn)).toEqual([sample]);
});

it('says once what two marks mean', () => {
  expect(samples({ role: 'subject', kind: 'area' }, { role: 'subject' })).toEqual(['area+diamond']);
});

it('speaks of lines only where one is drawn', () => {
  const story = exampleStory();
  const [{ event, from, to } = { event: '', from: null, to: '' }] = story.legs;
  const leg = { event, from: from ?? '', to, planned: true, parts: [] };
  const has = (legs: MapStory['legs']) =>
    keyRows(story, mapOf([], legs)).some(({ samples }) => samples.includes('leg'));
  expect([has([]), has([leg])]).toEqual([false, true]);
});

it('explains the ring of a plan that only the timeline shows', () => {
  expect(keyRows(exampleStory(), null).map(({ samples }) => samples)).toEqual([['planned']]);
});
