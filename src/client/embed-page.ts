import { hintsOf, watchHeights, type Heights } from './embed-heights.ts';
import { readEmbed, SHOWN, WANTED, type EmbedData } from './embed-moment.ts';
import { momentKey, momentOfEvent, type PageMoment } from './moment.ts';
import { startTimeline } from './timeline.ts';

/**
 * `/embed-page.js`: the embed's own script, classic, in the head. Theme and timeline by the address; steps by buttons and
 * by the timeline; heights to the host; the live map at the reader's first touch, where the frame may have one.
 */

/** The index to begin with: `?step=id` or `?step=id/1`, else `#id`, else 0. */
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

function start(): void {
  const root = document.querySelector<HTMLElement>('[data-embed]');
  const data = readEmbed();
  if (!root || !data) return;
  const { moments } = data;
  const first = firstMoment(moments, location.search, location.hash);
  const steps = startSteps(root, data);
  if (first > 0) steps.show(first, false);
  watchHeights(root, () => measure(root), hintsOf(data.slug, location.search, location.hash));
  if (canWake()) wakeOnTouch(root);
}

/** Sums the rows: all but the map as they are, the map as high as it wants to be or as low as it may. */
function measure(root: HTMLElement): Heights {
  const map = root.querySelector<HTMLElement>('.map');
  const rows = [...root.children].filter((child) => child !== map && !child.hasAttribute('data-free'));
  const rest = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  if (!map) return { height: Math.ceil(rest), min: Math.ceil(rest) };
  const wish = map.querySelector<HTMLElement>('.wish')?.offsetHeight ?? 0;
  const least = parseFloat(getComputedStyle(map).minHeight) || 0;
  return { height: Math.ceil(rest + wish), min: Math.ceil(rest + least) };
}

function startSteps(root: HTMLElement, { moments, page }: EmbedData) {
  let current = 0;
  const find = <T extends Element>(selector: string) => root.querySelector<T>(selector);
  const [back, on] = [find<HTMLButtonElement>('[data-back]'), find<HTMLButtonElement>('[data-on]')];
  const picture = find<HTMLElement>('[data-alt]');
  const image = find<HTMLImageElement>('[data-scene]');
  const say = find<HTMLElement>('[data-say]');
  const story = find<HTMLAnchorElement>('[data-story]');
  const count = find<HTMLElement>('[data-count]');

  let timer: ReturnType<typeof setTimeout> | undefined;
  const showStill = (index: number) => {
    const still = moments[index]?.still;
    if (!image || find<HTMLElement>('[data-map]')?.dataset['map'] === 'live') return;
    if (index > 0 && still && image.getAttribute('src') !== still) image.src = still;
    image.hidden = index === 0;
  };
  const strip = find<HTMLElement>('[data-timeline]');
  const timeline =
    strip && startTimeline(strip, (event) => show(Math.max(0, momentOfEvent(moments, event)), true));

  const show = (index: number, aloud: boolean) => {
    const moment = moments[index];
    if (!moment) return;
    current = index;
    const key = momentKey(moment);
    for (const caption of root.querySelectorAll<HTMLElement>('[data-moment]')) {
      caption.classList.toggle('shown', caption.dataset['moment'] === key);
    }
    timeline?.show(moment.events);
    const map = find<HTMLElement>('[data-map]');
    if (map) {
      map.dataset['camera'] = (moment.bbox ?? moments[0]?.bbox ?? []).join();
      picture?.setAttribute('aria-label', moment.alt);
      clearTimeout(timer);
      if (map.dataset['map'] !== 'live') timer = setTimeout(() => showStill(index), aloud && canWake() ? PATIENCE : 0);
    }
    if (count) count.textContent = `${index + 1} / ${moments.length}`;
    if (story) story.href = `${page}#${encodeURIComponent(moment.step)}`;
    if (back) back.disabled = index === 0;
    if (on) on.disabled = index === moments.length - 1;
    if (say && aloud) say.textContent = moment.say;
    root.dataset['index'] = String(index);
    document.dispatchEvent(new CustomEvent(SHOWN, { detail: index }));
  };
  document.addEventListener(WANTED, ({ detail }: CustomEventInit<number>) => show(detail ?? 0, true));
  back?.addEventListener('click', () => show(current - 1, true));
  on?.addEventListener('click', () => show(current + 1, true));
  for (const control of root.querySelectorAll<HTMLElement>('[data-controls]')) control.hidden = false;
  return { show };
}

/** Time that a live map has to come before a picture of the moment is fetched instead, in ms. */
const PATIENCE = 900;

/** A sandboxed frame of no origin may fetch neither module nor tiles: there the stills serve. */
function canWake(): boolean {
  return origin !== 'null';
}

/** The live map's module lies in a template: it is fetched only once the reader touches the embed. */
function wakeOnTouch(root: HTMLElement): void {
  const template = document.querySelector<HTMLTemplateElement>('template[data-live-map]');
  if (!template) return;
  const signs = ['pointerdown', 'keydown'] as const;
  const wake = () => {
    for (const sign of signs) root.removeEventListener(sign, wake);
    document.body.append(template.content.cloneNode(true));
  };
  for (const sign of signs) root.addEventListener(sign, wake, { passive: true });
}

function dress(flags: URLSearchParams): void {
  const theme = flags.get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  if (flags.get('timeline') === '0') document.documentElement.dataset['timeline'] = '0';
  if (parent !== window) document.documentElement.dataset['framed'] = '';
}

if (typeof document !== 'undefined') {
  dress(new URLSearchParams(location.search));
  document.addEventListener('DOMContentLoaded', start);
}
