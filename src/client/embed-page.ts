import { hintsOf, watchHeights, type Heights } from './embed-heights.ts';
import { readEmbed } from './embed-moment.ts';
import { firstMoment, startSteps } from './embed-steps.ts';

/**
 * `/embed-page.js`: the embed's own script, classic, in the head. Theme and timeline by the address; steps by buttons and
 * by the timeline; heights to the host; the live map at the reader's first touch, where the frame may have one.
 */
function start(): void {
  const root = document.querySelector<HTMLElement>('[data-embed]');
  const data = readEmbed();
  if (!root || !data) return;
  // A sandboxed frame of no origin may fetch neither module nor tiles: there the stills serve.
  const canWake = origin !== 'null';
  startSteps(root, data, firstMoment(data.moments, location.search, location.hash), canWake);
  const hints = hintsOf(data.slug, location.search, location.hash);
  watchHeights(root, () => measure(root), hints);
  if (canWake) wakeOnTouch(root);
  else if (hints.secret) askForLinks(hints.secret);
}

/** WordPress's frames may open no window: there the host is asked to go where a link leads. */
function askForLinks(secret: string): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[target]');
    if (!link || event.button > 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    parent.postMessage({ message: 'link', value: link.href, secret }, '*');
  });
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

/** What must stand before the first paint: the theme, the rows that are wanted, whether a host holds the frame. */
function dress(flags: URLSearchParams): void {
  const { dataset } = document.documentElement;
  const theme = flags.get('theme');
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  if (flags.get('timeline') === '0') dataset['timeline'] = '0';
  if (parent !== window) dataset['framed'] = '';
}

dress(new URLSearchParams(location.search));
document.addEventListener('DOMContentLoaded', start);
