import { boundsOf } from '../dates/edtf.ts';
import { formatDate } from '../dates/words.ts';
import type { Story, StoryPlace } from '../story/schema.ts';
import { strings } from '../strings.ts';
import type { VenuePoint } from './small-maps.ts';
import { partOf } from './words.ts';

/** Stories under one heading, newest first. */
export interface Month {
  heading: string;
  stories: Story[];
}

/** A place that several stories name as venue or subject. */
export interface SharedPlace {
  id: string;
  name: string;
  stories: { story: Story; part: ReturnType<typeof partOf> }[];
}

/** Newest first, by the latest day that the article can be from; undated ones last; then by slug. */
export function newestFirst(stories: readonly Story[]): Story[] {
  const keyed = stories.map((story) => ({ story, key: dayOf(story) ?? '' }));
  return keyed
    .sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : a.story.slug < b.story.slug ? -1 : 1))
    .map(({ story }) => story);
}

/** Under month headings, "August 2024"; a day without a year goes with those without a date. */
export function byMonth(stories: readonly Story[]): Month[] {
  const months: Month[] = [];
  for (const story of newestFirst(stories)) {
    const month = dayOf(story)?.slice(0, 7);
    const heading = month ? formatDate(month) : strings.index.undated;
    const last = months.at(-1);
    if (last?.heading === heading) last.stories.push(story);
    else months.push({ heading, stories: [story] });
  }
  return months;
}

function dayOf({ published }: Story): string | null {
  if (!published || published.edtf.startsWith('XXXX')) return null;
  return boundsOf(published.edtf)?.latest ?? null;
}

/** Where something happened, with the stories: each place once, by name. Withdrawn stories don't count. */
export function venuesOf(stories: readonly Story[]): VenuePoint[] {
  const found = new Map<string, VenuePoint>();
  for (const story of newestFirst(stories)) {
    if (story.withdrawn) continue;
    for (const place of story.places) {
      if (partOf(place, story) !== 'venue' || place.status !== 'resolved' || !place.lngLat) continue;
      if (place.kind !== 'city' && place.kind !== 'landmark') continue; // an area has no point
      const { id, name, lngLat } = place;
      const point = found.get(id) ?? { id, name, lngLat, slugs: [] };
      point.slugs.push(story.slug);
      found.set(id, point);
    }
  }
  return [...found.values()].sort(byName);
}

/** Places that two stories or more surely name as venue or subject, by name. */
export function sharedPlaces(stories: readonly Story[]): SharedPlace[] {
  const found = new Map<string, SharedPlace>();
  for (const story of newestFirst(stories)) {
    if (story.withdrawn) continue;
    for (const place of story.places) {
      if (place.role === 'mention' || place.status !== 'resolved') continue;
      const entry = found.get(place.id) ?? { id: place.id, name: place.name, stories: [] };
      entry.stories.push({ story, part: partOf(place, story) });
      found.set(place.id, entry);
    }
  }
  return [...found.values()].filter((entry) => entry.stories.length > 1).sort(byName);
}

/** What a card says of its places: venues and subjects with their part, none in doubt. */
export function cardPlaces(story: Story): { place: StoryPlace; part: string }[] {
  return story.places
    .filter(({ role, status }) => role !== 'mention' && status === 'resolved')
    .map((place) => ({ place, part: strings.index.roles[partOf(place, story)] }));
}

const byName = (a: { name: string; id: string }, b: { name: string; id: string }) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
