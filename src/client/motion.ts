const KEY = 'dateline-motion';

/** Whether the map may fly and marks may draw themselves in: the reader's switch, else the system's wish. */
export interface Motion {
  allowed(): boolean;
  toggle(): boolean;
}

/** Reads the system's wish and the switch of earlier pages; where storage is refused the switch holds for this page. */
export function startMotion(root: HTMLElement, system: Pick<MediaQueryList, 'matches'>): Motion {
  let chosen = read();
  const allowed = () => chosen ?? !system.matches;
  const show = () => root.classList.toggle('still-life', !allowed());
  show();
  return {
    allowed,
    toggle: () => {
      chosen = !allowed();
      write(chosen);
      show();
      return chosen;
    },
  };
}

function read(): boolean | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === null ? null : stored === 'on';
  } catch {
    return null; // a sandboxed frame has no storage
  }
}

function write(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // the switch then holds for this page only
  }
}
