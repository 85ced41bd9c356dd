import type { PageMoment } from './moment.ts';
import type { PageWords } from './page.ts';

/** The live map as the page sees it. */
export interface LiveMap {
  show(moment: PageMoment, animate: boolean): void;
  explore(on: boolean): void;
  remove(): void;
}

export interface MapHost {
  moment: () => PageMoment;
  animate: () => boolean;
  words: PageWords;
  onPlace: (id: string, opener: Element) => void;
  onExplore: (on: boolean) => void;
}

/** Time that a live map has to come before a picture of the moment is fetched instead, in ms. */
const PATIENCE = 900;

/** What counts as a first sign of interest. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'scroll', 'keydown'] as const;

/**
 * The map of the page: a still until the reader first shows interest, then live. Where no live map comes (no WebGL, a
 * lost context, a failed chunk, a slow line) it shows each moment's picture.
 */
export function startMap(stage: HTMLElement, host: MapHost) {
  const figure = stage.querySelector<HTMLElement>('[data-map]');
  if (!figure) return null;
  const picture = figure.querySelector<HTMLElement>('[data-alt]');
  const first = host.moment().still;
  let live: LiveMap | null = null;
  let timer = 0;

  const showStill = () => {
    const { still } = host.moment();
    const image = picture?.querySelector('img');
    if (still === null || still === first) image?.remove();
    else if (image) image.src = still;
    else {
      const made = document.createElement('img');
      made.alt = '';
      made.src = still;
      picture?.append(made);
    }
  };

  return {
    show: (moment: PageMoment) => {
      if (moment.bbox) figure.dataset['camera'] = moment.bbox.join(',');
      clearTimeout(timer);
      if (live) live.show(moment, host.animate());
      else if (moment.still) timer = window.setTimeout(showStill, PATIENCE);
    },
  };
}
