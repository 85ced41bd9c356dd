import type { Bbox } from '../geo.ts';

/**
 * What the page shows at one point of the reading: a step, or one of the states of a step that holds two moments. The
 * page carries the list as JSON, in reading order; `[data-moment]` in the text bears each one's key.
 */
export interface Moment {
  step: string;
  /** 0 for a step without states, else the state's index. */
  state: number;
  camera: string;
  bbox: Bbox | null;
  now: string[];
  quiet: string[];
  events: string[];
  caption: string;
  alt: string;
}

/** A moment with the address of the picture that shows it where no live map can; null in a story without a map. */
export interface PageMoment extends Moment {
  still: string | null;
}

/** Identity of a moment in the page: `step` or `step/1`. */
export function momentKey({ step, state }: Pick<Moment, 'step' | 'state'>): string {
  return state === 0 ? step : `${step}/${state}`;
}

/** The index of the first moment of a step; -1 where there is no such step. */
export function momentOfStep(moments: readonly Moment[], step: string): number {
  return moments.findIndex((moment) => moment.step === step);
}

/** The index of the moment that tells an event, of the given step if that tells it; -1 where none does. */
export function momentOfEvent(moments: readonly Moment[], event: string, step?: string): number {
  const here = moments.findIndex((moment) => moment.step === step && moment.events.includes(event));
  return here >= 0 ? here : moments.findIndex(({ events }) => events.includes(event));
}

/** The index of the moment that is about a place; the first that draws it where none is; -1 where none does. */
export function momentOfPlace(moments: readonly Moment[], place: string): number {
  const now = moments.findIndex((moment) => moment.now.includes(place));
  return now >= 0 ? now : moments.findIndex(({ quiet }) => quiet.includes(place));
}
