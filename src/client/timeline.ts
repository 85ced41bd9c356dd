import { nextItem } from './timeline-keys.ts';

/**
 * The timeline as one stop of the Tab key: arrows move within it, and moving chooses, as in a set of radio buttons.
 * Returns what shows a moment's events, and a stop function.
 */
export function startTimeline(root: HTMLElement, onChoose: (event: string, link: Element) => void) {
  const events = [...root.querySelectorAll<SVGElement>('[data-event]')];
  const chips = [...root.querySelectorAll<SVGElement>('[data-events]')];
  const days = [...root.querySelectorAll<SVGElement>('[data-day]')];
  const rtl = getComputedStyle(root).direction === 'rtl';
  // What is hidden at this width (a chip, or what it stands for) is no stop.
  const stops = () =>
    [...root.querySelectorAll<SVGAElement>('a')].filter(
      (link) => link.getClientRects().length > 0 && getComputedStyle(link).visibility !== 'hidden',
    );
  const setStop = (link: SVGAElement | undefined) => {
    for (const other of root.querySelectorAll<SVGAElement>('a'))
      other.setAttribute('tabindex', other === link ? '0' : '-1');
  };
  const eventOf = (link: Element) => link.closest<SVGElement>('[data-event]')?.dataset['event'];
  const click = (event: Event) => {
    const link = (event.target as Element).closest('a');
    const id = link && eventOf(link);
    if (!link || !id) return;
    event.preventDefault();
    setStop(link as unknown as SVGAElement);
    onChoose(id, link);
  };
  const key = (event: KeyboardEvent) => {
    const links = stops();
    const at = links.findIndex((link) => link === document.activeElement);
    const next =
      event.altKey || event.ctrlKey || event.metaKey ? null : nextItem(event.key, at, links.length, rtl);
    const link = next === null ? undefined : links[next];
    if (!link || at < 0) return;
    event.preventDefault();
    setStop(link);
    link.focus({ preventScroll: true });
    const id = eventOf(link);
    if (id) onChoose(id, link);
  };
  root.addEventListener('click', click);
  root.addEventListener('keydown', key);
  setStop(stops()[0]);
  return {
    show: (now: readonly string[]) => {
      for (const event of events) mark(event, now.includes(event.dataset['event'] ?? ''));
      for (const chip of chips)
        mark(
          chip,
          (chip.dataset['events'] ?? '').split(' ').some((id) => now.includes(id)),
        );
      const dated = events.filter((event) => now.includes(event.dataset['event'] ?? ''));
      const lit = new Set(dated.map((event) => event.dataset['edtf'] ?? ''));
      for (const day of days) day.classList.toggle('now', lit.has(day.dataset['day'] ?? ''));
      if (!root.contains(document.activeElement)) {
        const first = stops().find((link) => now.includes(eventOf(link) ?? ''));
        setStop(first ?? stops()[0]);
      }
    },
    stop: () => {
      root.removeEventListener('click', click);
      root.removeEventListener('keydown', key);
    },
  };
}

function mark(element: Element, on: boolean): void {
  if (on) element.setAttribute('aria-current', 'true');
  else element.removeAttribute('aria-current');
}
