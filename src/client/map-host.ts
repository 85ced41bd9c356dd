import { wakeMap, type StoryMap } from './map.ts';
import type { PageMoment } from './moment.ts';
import type { PageWords } from './page.ts';

/** What the page lends to its map. */
export interface MapHost {
  moment: () => PageMoment;
  animate: () => boolean;
  words: PageWords;
  /** The reader pressed a mark. */
  onPlace: (id: string, opener: Element) => void;
  onExplore: (on: boolean) => void;
}

/** Time that a live map has to come before a picture of the moment is fetched instead, in ms. */
const PATIENCE = 900;

/** What counts as a first sign of interest. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'scroll', 'keydown'] as const;

/**
 * The map of the page: a still until the reader first shows interest, then live. Where no live map comes (no WebGL, a
 * lost context, a failed chunk, a slow line) it shows each moment's picture. Null in a story without a map.
 */
export function startMap(stage: HTMLElement, host: MapHost) {
  const figure = stage.querySelector<HTMLElement>('[data-map]');
  if (!figure) return null;
  const picture = figure.querySelector<HTMLElement>('[data-alt]');
  const first = host.moment().still;
  const explore = startExplore(figure, host.words, (on) => {
    map?.explore(on);
    if (!on) setCamera(host.moment());
    host.onExplore(on);
  });
  let map: StoryMap | null = null;
  let timer = 0;
  const setCamera = ({ bbox }: PageMoment) => {
    if (bbox) figure.dataset['camera'] = bbox.join(',');
  };
  const isLive = () => figure.dataset['map'] === 'live';

  const showPicture = () => {
    const { still } = host.moment();
    const shown = picture?.querySelector('img');
    if (isLive() || still === null || still === first) return shown?.remove();
    const image = shown ?? document.createElement('img');
    image.alt = '';
    if (image.getAttribute('src') !== still) image.src = still;
    if (!shown) picture?.append(image);
  };
  const wait = () => {
    clearTimeout(timer);
    if (!isLive()) timer = window.setTimeout(showPicture, PATIENCE);
  };
  const wake = () => {
    for (const sign of SIGNS) removeEventListener(sign, wake);
    if (map) return;
    const { step, state } = host.moment();
    map = wakeMap(figure, {
      step,
      state,
      onPlace: (id) => {
        const target = figure.querySelector(`.map-target[data-place="${CSS.escape(id)}"]`);
        if (target) host.onPlace(id, target);
      },
      onChange: (now) => {
        explore.offer(now === 'live');
        if (now === 'live') showPicture();
        else wait();
      },
    });
    wait();
  };
  for (const sign of SIGNS) addEventListener(sign, wake, { passive: true });
  explore.onZoom((by) => map?.zoom(by));

  return {
    show: (moment: PageMoment) => {
      setCamera(moment);
      explore.end();
      map?.show(moment.step, moment.state, { motion: host.animate() });
      wait();
    },
    stop: () => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, wake);
      map?.stop();
    },
  };
}

/** "Explore the map" and "Back to the story": one button at the map's edge, with two for closer and farther. */
function startExplore(figure: HTMLElement, words: PageWords, onToggle: (on: boolean) => void) {
  const bar = figure.querySelector<HTMLElement>('[data-explore]');
  const [toggle, ...zooms] = bar?.querySelectorAll('button') ?? [];
  const label = bar?.querySelector('[data-explore-words]');
  let on = false;
  const set = (next: boolean) => {
    on = next;
    const name = on ? words.backButton : words.exploreButton;
    toggle?.setAttribute('aria-label', name);
    toggle?.setAttribute('title', name);
    if (label) label.textContent = name;
    for (const zoom of zooms) zoom.hidden = !on;
    bar?.classList.toggle('on', on);
  };
  toggle?.addEventListener('click', () => {
    set(!on);
    onToggle(on);
  });
  return {
    /** Shows the button while the map can be moved. */
    offer: (possible: boolean) => {
      if (bar) bar.hidden = !possible;
      if (!possible) set(false);
    },
    /** The story has gone on: the map is its own again. */
    end: () => set(false),
    onZoom: (zoom: (by: number) => void) => {
      zooms.forEach((button, i) => button.addEventListener('click', () => zoom(i === 0 ? 1 : -1)));
    },
  };
}
