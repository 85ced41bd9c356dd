/** What the desk remembers while the page follows a decision: a reload takes the panel away and brings it back. */
export interface Memory {
  open: boolean;
  slug: string | undefined;
  scroll: number;
  /** Which places and events stand open. */
  details: string[];
  /** The last sentence of the desk. */
  said: string;
}

const KEY = 'dateline-desk';

/** Remembers the panel as it stands, in this tab alone. */
export function remember(panel: HTMLElement, slug: string | undefined, said: string): void {
  const details = [...panel.querySelectorAll('details[open]')].map(nameOf);
  const memory: Memory = { open: !panel.hidden, slug, scroll: panel.scrollTop, details, said };
  sessionStorage.setItem(KEY, JSON.stringify(memory));
}

/** Puts the panel as it was for this story. Gives what is remembered of this tab, or null. */
export function recall(panel: HTMLElement, slug: string | undefined): Memory | null {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return null;
  const memory = JSON.parse(text) as Memory;
  if (memory.slug === slug) {
    for (const each of panel.querySelectorAll('details')) each.open = memory.details.includes(nameOf(each));
    panel.scrollTop = memory.scroll;
  }
  return memory;
}

const nameOf = (details: Element) => details.getAttribute('data-name') ?? '';
