import type { Moment } from '../client/moment.ts';
import { addedTo } from '../feeds/model.ts';
import type { Story } from '../story/schema.ts';

/**
 * The moments of a story in reading order: a step without states is one, a step with states one for each. Where an
 * editor's own caption doesn't say whence they added what it tells, that follows it.
 */
export function momentsOf(story: Story): Moment[] {
  return story.steps.flatMap(({ id, scene }) =>
    (scene.states.length > 0 ? scene.states : [scene]).map((values, state) => ({
      step: id,
      state,
      camera: values.camera,
      bbox: values.bbox,
      now: values.now,
      quiet: values.quiet,
      events: values.events,
      caption: [values.caption, ...unsaid(story, values)].join(' '),
      alt: values.alt,
    })),
  );
}

/** So much of a sentence tells it from others: a caption of ours may cut the rest of the source. */
const BEGINNING = 30;

function unsaid({ events }: Story, scene: Pick<Moment, 'caption' | 'events'>): string[] {
  return addedTo(events.filter(({ id }) => scene.events.includes(id))).filter(
    (sentence) => !scene.caption.includes(sentence.slice(0, BEGINNING)),
  );
}

/**
 * For each moment, whether a reader without script (or on paper) needs a new map: the camera differs from the moment
 * before, or a place or a line is drawn that no map has shown since the camera came. Marks that only go quiet, away or
 * come back make no new map.
 */
export function needStill(moments: readonly Moment[], legEvents: ReadonlySet<string>): boolean[] {
  let camera: string | null = null;
  let shown = new Set<string>();
  return moments.map((moment) => {
    const lines = moment.events.filter((event) => legEvents.has(event)).map((event) => `leg ${event}`);
    const drawn = [...moment.now, ...moment.quiet, ...lines];
    if (moment.camera !== camera) shown = new Set();
    const isNew = moment.camera !== camera || drawn.some((mark) => !shown.has(mark));
    camera = moment.camera;
    for (const mark of drawn) shown.add(mark);
    return isNew && moment.bbox !== null;
  });
}

/** The index of the moment that shows an event: where its words stand if that scene tells it, else the first that does. */
export function momentOfEvent(moments: readonly Moment[], story: Story, eventId: string): number {
  const event = story.events.find(({ id }) => id === eventId);
  const own = event ? momentAt(moments, story, event.start) : 0;
  if (moments[own]?.events.includes(eventId)) return own;
  const told = moments.findIndex(({ events }) => events.includes(eventId));
  return told < 0 ? own : told;
}

/** The index of the moment that shows a place as what it is about; else the one where it is first named. */
export function momentOfPlace(moments: readonly Moment[], story: Story, placeId: string): number {
  const now = moments.findIndex((moment) => moment.now.includes(placeId));
  if (now >= 0) return now;
  const named = story.toponyms.find(({ place }) => place === placeId);
  return named ? momentAt(moments, story, named.start) : 0;
}

/** The index of the moment whose words hold an offset of the text; 0 where none does. */
export function momentAt(moments: readonly Moment[], story: Story, offset: number): number {
  const step = story.steps.find(({ start, end }) => start <= offset && offset < end);
  if (!step) return 0;
  const state = step.scene.states.findIndex(({ start, end }) => start <= offset && offset < end);
  const index = moments.findIndex((moment) => moment.step === step.id && moment.state === Math.max(0, state));
  return Math.max(0, index);
}
