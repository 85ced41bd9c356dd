import type { Bbox } from '../geo.ts';

/**
 * What the page shows at one point of the reading: a step, or one of the two states of a step that holds two moments.
 *
 * The page carries the list as JSON; `element` below finds the words that a moment stands for.
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

/** Identity of a moment in the page: `step` or `step/1`. */
export function momentKey({ step, state }: Pick<Moment, 'step' | 'state'>): string {
  return state === 0 ? step : `${step}/${state}`;
}
