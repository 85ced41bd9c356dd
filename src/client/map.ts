import type { LiveOptions } from './map-live.ts';

/** The map of a figure, still or live: it is told what to show and sees to the rest. */
export interface StoryMap {
  /** Shows a step's scene (`state` 1 is its second); `motion` false jumps. A scene of the same camera moves nothing. */
  show(step: string, state: number, options: { motion: boolean }): void;
  /** Lets the reader move the map, or takes it back to the scene. */
  explore(on: boolean): void;
  /** Closer by 1, farther by −1, while exploring. */
  zoom(by: number): void;
  /** Takes the live map away; the still is there again. */
  stop(): void;
}

export interface WakeOptions {
  step: string;
  state?: number;
  /** Called with a place's id when the reader presses its mark. */
  onPlace?(place: string): void;
  /** Called when the live map is there, and when the still has to serve again (a lost context, the map far away). */
  onChange?(state: 'live' | 'still'): void;
  /** What a mark's button says: "Moscow: show on the map". */
  nameOf?(label: string): string;
  /** In an embed the wheel and one finger stay the host's, also while exploring. */
  cooperative?: boolean;
}

/** Screens that a map may be away from the window before it is given up. */
const FAR = '150%';

/**
 * Wakes the live map of a figure: call it at the reader's first sign of interest, once.
 *
 * The figure bears `mapAttributes` (build-map.ts) and holds a `[data-live]` element over the still. MapLibre comes by a
 * dynamic import; the map fades in over the still once its first view is drawn, and `data-map` turns `live`. Without
 * WebGL, script or tiles, or when the context is lost, the still stays or comes back, and nothing throws.
 */
export function wakeMap(figure: HTMLElement, options: WakeOptions): StoryMap {
  let wanted = { step: options.step, state: options.state ?? 0 };
  let live: StoryMap | null = null;
  let starting = false;
  let given = false;

  const still = () => {
    live?.stop();
    live = null;
    if (figure.dataset['map'] === 'still') return;
    figure.dataset['map'] = 'still';
    options.onChange?.('still');
  };
  const start = async () => {
    if (live || starting || given) return;
    starting = true;
    try {
      const { startLive } = await import('./map-live.ts');
      if (given) return;
      const settings: LiveOptions = {
        ...options,
        ...wanted,
        onReady: () => {
          figure.dataset['map'] = 'live';
          options.onChange?.('live');
        },
        onLost: () => {
          given = true;
          still();
        },
      };
      live = startLive(figure, settings);
    } catch {
      given = true; // no chunk or no WebGL: the still serves
      figure.querySelector('[data-live]')?.replaceChildren();
    } finally {
      starting = false;
    }
  };
  const watcher = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting) void start();
      else still();
    },
    { rootMargin: FAR },
  );
  watcher.observe(figure);

  return {
    show: (step, state, { motion }) => {
      wanted = { step, state };
      live?.show(step, state, { motion });
    },
    explore: (on) => live?.explore(on),
    zoom: (by) => live?.zoom(by),
    stop: () => {
      given = true;
      watcher.disconnect();
      still();
    },
  };
}
