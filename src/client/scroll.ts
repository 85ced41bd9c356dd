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
    // Of a moment that begins in the middle of a paragraph, its first line.
    const tops = elements.map((element) => element.getClientRects()[0]?.top ?? Infinity);
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
