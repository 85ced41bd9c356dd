import type { MapStory } from '../basemap/map-story.ts';
import type { Story } from '../story/schema.ts';
import { mayBeVisited } from '../story/visits.ts';
import { strings } from '../strings.ts';
import { isOnTimeline } from './timeline.ts';

/** A line of the legend: the samples that it shows, and its words. */
export interface KeyRow {
  samples: ('venue' | 'area' | 'diamond' | 'planned' | 'leg' | 'route' | 'uncertain')[];
  words: string;
}

/** The legend of a story: only what its map draws and its timeline shows, in the order of importance. */
export function keyRows(story: Story, map: MapStory | null): KeyRow[] {
  const places = map?.places ?? [];
  const sure = places.filter(({ mark }) => mark === 'sure');
  const subjects = sure.filter(({ role }) => role === 'subject');
  const drawn = new Set(map?.legs.map(({ event }) => event));
  const routes = new Set(story.legs.filter(({ event }) => drawn.has(event)).map(({ route }) => route));
  const planned =
    places.some(({ mark }) => mark === 'planned') ||
    story.events.some((event) => event.status === 'planned' && isOnTimeline(event));
  const isGoal = subjects.some(({ id }) => mayBeVisited(id, story));
  const subject = isGoal ? strings.key.spoken : strings.key.subject;
  const rows: [sample: KeyRow['samples'][number], shown: boolean, words: string][] = [
    ['venue', sure.some(({ role }) => role === 'venue'), strings.key.venue],
    ['area', subjects.some(({ kind }) => kind === 'area'), subject],
    ['diamond', subjects.some(({ kind }) => kind === 'point'), subject],
    ['planned', planned, strings.key.planned],
    ['leg', routes.has('not-stated'), strings.key.leg],
    ['route', routes.has('stated'), strings.key.route],
    ['uncertain', places.some(({ mark }) => mark === 'uncertain'), strings.key.uncertain],
  ];
  const byWords = new Map<string, KeyRow['samples']>();
  for (const [sample, shown, words] of rows) {
    if (shown) byWords.set(words, [...(byWords.get(words) ?? []), sample]);
  }
  return [...byWords].map(([words, samples]) => ({ samples, words }));
}
