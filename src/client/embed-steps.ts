import { SHOWN, WANTED, type EmbedData, type EmbedMoment } from './embed-moment.ts';
import { momentKey, momentOfEvent, type PageMoment } from './moment.ts';
import { startTimeline } from './timeline.ts';

/** Time that a live map has to come before a picture of the moment is fetched instead, in ms. */
const PATIENCE = 900;

/** The index to begin with: `?step=id`, `?step=id/1` for its second moment, else `#id`, else 0. */
export function firstMoment(moments: readonly PageMoment[], search: string, hash: string): number {
  const wanted = [new URLSearchParams(search).get('step') ?? '', decode(hash.slice(1))];
  const found = wanted.map((key) => moments.findIndex((moment) => key === momentKey(moment)));
  return found.find((index) => index >= 0) ?? 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/**
 * The embed's steps: captions, timeline, map and buttons show one moment, and another when a button, the timeline or a
 * mark on the map asks for it. `patient` waits for a live map before a picture is fetched.
 */
export function startSteps(
  root: HTMLElement,
  { moments, page }: EmbedData,
  first: number,
  patient: boolean,
): void {
  let current = first;
  const find = <T extends Element>(selector: string) => root.querySelector<T>(selector);
  const map = find<HTMLElement>('[data-map]');
  const strip = find<HTMLElement>('[data-timeline]');
  const story = find<HTMLAnchorElement>('[data-story]');
  const say = find<HTMLElement>('[data-say]');
  const picture = map && startPicture(map, () => (current > 0 ? (moments[current]?.still ?? null) : null));
  const show = (index: number, wait: number) => {
    const moment = moments[index];
    if (!moment) return;
    current = index;
    showCaption(root, momentKey(moment));
    showButtons(root, index, moments.length);
    timeline?.show(moment.events);
    if (map) showAlt(map, moment, moments[0]);
    picture?.show(wait);
    if (story) story.href = `${page}#${encodeURIComponent(moment.step)}`;
    root.dataset['index'] = String(index);
    document.dispatchEvent(new CustomEvent(SHOWN));
  };
  const choose = (index: number) => {
    show(index, patient ? PATIENCE : 0);
    if (say) say.textContent = moments[index]?.say ?? '';
  };
  const timeline =
    strip && startTimeline(strip, (event) => choose(Math.max(0, momentOfEvent(moments, event))));
  document.addEventListener(WANTED, ({ detail }: CustomEventInit<number>) => choose(detail ?? 0));
  find('[data-back]')?.addEventListener('click', () => choose(current - 1));
  find('[data-on]')?.addEventListener('click', () => choose(current + 1));
  for (const control of root.querySelectorAll<HTMLElement>('[data-controls]')) control.hidden = false;
  if (first > 0) show(first, 0);
}

function showCaption(root: HTMLElement, key: string): void {
  for (const caption of root.querySelectorAll<HTMLElement>('[data-moment]')) {
    caption.classList.toggle('shown', caption.dataset['moment'] === key);
  }
}

function showButtons(root: HTMLElement, index: number, count: number): void {
  const disable = (selector: string, off: boolean) => {
    const button = root.querySelector<HTMLButtonElement>(selector);
    if (button) button.disabled = off;
  };
  disable('[data-back]', index === 0);
  disable('[data-on]', index === count - 1);
  const number = root.querySelector('[data-count]');
  if (number) number.textContent = `${index + 1} / ${count}`;
}

/** A moment without a box of its own leaves the map where the story begins. */
function showAlt(map: HTMLElement, moment: EmbedMoment, first: EmbedMoment | undefined): void {
  map.dataset['camera'] = (moment.bbox ?? first?.bbox ?? []).join();
  map.querySelector('[data-alt]')?.setAttribute('aria-label', moment.alt);
}

/** The picture of a moment over the first still, where no live map shows it: after a wait, or when the map is lost. */
function startPicture(map: HTMLElement, wanted: () => string | null) {
  const image = map.querySelector<HTMLImageElement>('[data-scene]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLive = () => map.dataset['map'] === 'live';
  const paint = () => {
    const still = wanted();
    if (!image || isLive()) return;
    if (still && image.getAttribute('src') !== still) image.src = still;
    image.hidden = still === null;
  };
  new MutationObserver(paint).observe(map, { attributeFilter: ['data-map'] });
  return {
    show: (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(paint, wait);
    },
  };
}
