/** What the address stands for, kept in the history entry so that back restores the very moment. */
export interface Place {
  moment: number;
}

const WAIT = 200; // ms; Safari refuses more than 100 changes of address in 30 s

/** The step that a hash names, decoded; "" where there is none. A hash that is no valid encoding names nothing. */
export function stepOfHash(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#/, ''));
  } catch {
    return '';
  }
}

/**
 * The page's address: scrolling replaces it once it rests, a control adds an entry, back and forward call `onBack`.
 * Returns the two writers and a stop function.
 */
export function watchAddress(onBack: (step: string, moment: number | null) => void) {
  let timer = 0;
  const write = (how: 'pushState' | 'replaceState', step: string, moment: number) => {
    clearTimeout(timer);
    history[how]({ moment } satisfies Place, '', `#${encodeURIComponent(step)}`);
  };
  const listener = ({ state }: PopStateEvent) => {
    clearTimeout(timer);
    const moment = (state as Place | null)?.moment;
    onBack(stepOfHash(location.hash), typeof moment === 'number' ? moment : null);
  };
  addEventListener('popstate', listener);
  return {
    push: (step: string, moment: number) => write('pushState', step, moment),
    replace: (step: string, moment: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => write('replaceState', step, moment), WAIT);
    },
    stop: () => {
      clearTimeout(timer);
      removeEventListener('popstate', listener);
    },
  };
}
