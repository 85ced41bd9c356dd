import { lineAt, pickStep } from './pick-step.ts';

/** A page that a control has put somewhere stays there until the reader scrolls on by more than this, in pixels. */
const HOLD = 24;

/**
 * Calls `onStep` with the index of the moment that scrolling makes current. One measurement per frame, and none while
 * nobody scrolls. `hold` keeps what a control chose until the reader scrolls on.
 */
export function watchScroll(
  elements: readonly HTMLElement[],
  stage: HTMLElement,
  current: () => number,
  onStep: (index: number) => void,
) {
  let held: number | null = null;
  let frame = 0;
  const measure = () => {
    frame = 0;
    if (held !== null && Math.abs(scrollY - held) <= HOLD) return;
    held = null;
    const tops = elements.map(topOf);
    const box = stage.getBoundingClientRect();
    const above = box.width > innerWidth * 0.7 && getComputedStyle(stage).position === 'sticky';
    const line = lineAt(scrollY, above ? Math.max(0, box.bottom) : 0, innerHeight, (tops[0] ?? 0) + scrollY);
    const index = pickStep(tops, line, current());
    if (index !== current()) onStep(index);
  };
  const listener = () => {
    frame ||= requestAnimationFrame(measure);
  };
  addEventListener('scroll', listener, { passive: true });
  addEventListener('resize', listener, { passive: true });
  return {
    hold: () => {
      held = scrollY;
    },
    stop: () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', listener);
      removeEventListener('resize', listener);
    },
  };
}

/**
 * The top of a moment. One that begins inside a paragraph has its first line's, or its even share of the paragraph's
 * height where that is lower: two moments of a short paragraph would otherwise follow each other within a line.
 */
function topOf(element: HTMLElement): number {
  const first = element.getClientRects()[0]?.top ?? Infinity;
  const section = element.closest<HTMLElement>('[data-step]');
  if (!section || section === element) return first;
  const siblings = [...section.querySelectorAll('[data-moment]')];
  const box = section.getBoundingClientRect();
  return Math.max(first, box.top + (siblings.indexOf(element) / siblings.length) * box.height);
}
