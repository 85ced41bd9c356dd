import { readEmbed, SHOWN, WANTED } from './embed-moment.ts';
import { wakeMap } from './map.ts';
import { momentOfPlace } from './moment.ts';

/**
 * The embed's live map, a module that comes at the reader's first touch. The wheel and one finger stay the host's; two
 * fingers, or the buttons first, move the map; the next step takes it back.
 */
export function startEmbedMap(root: HTMLElement): void {
  const figure = root.querySelector<HTMLElement>('[data-map]');
  const data = readEmbed();
  if (!figure || !data) return;
  const buttons = root.querySelector<HTMLElement>('[data-zoom-buttons]');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const { moments } = data;
  const current = () => moments[Number(root.dataset['index'] ?? 0)] ?? moments[0];
  const first = current();
  if (!first) return;
  let exploring = false;
  const map = wakeMap(figure, {
    step: first.step,
    state: first.state,
    cooperative: true,
    onChange: (state) => {
      exploring = false;
      if (buttons) buttons.hidden = state !== 'live';
    },
    onPlace: (place) => {
      const index = momentOfPlace(moments, place);
      if (index >= 0) document.dispatchEvent(new CustomEvent(WANTED, { detail: index }));
    },
  });
  const explore = () => {
    if (!exploring) map.explore(true);
    exploring = true;
  };
  document.addEventListener(SHOWN, () => {
    const moment = current();
    exploring = false;
    if (moment?.bbox) map.show(moment.step, moment.state, { motion: !calm.matches });
  });
  // Before the map hears of the second finger, so that it is free to follow it.
  const fingers = ({ touches }: TouchEvent) => {
    if (touches.length === 2 && figure.dataset['map'] === 'live') explore();
  };
  figure.addEventListener('touchstart', fingers, { capture: true, passive: true });
  for (const button of root.querySelectorAll<HTMLElement>('[data-zoom]')) {
    button.addEventListener('click', () => {
      explore();
      map.zoom(Number(button.dataset['zoom']));
    });
  }
}
