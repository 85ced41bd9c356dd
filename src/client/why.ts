/** A place or an event that a control has chosen, and the control itself, to which focus goes back. */
export interface Choice {
  kind: 'place' | 'event';
  id: string;
  name: string;
  opener: Element;
}

/**
 * "Where this comes from": a second control after the chosen one, in the gap below its paragraph, so that it covers
 * neither map nor text. Tab leads from the chosen control to it and Shift+Tab back. What it opens is a copy of the
 * explanation in the lists below the article.
 */
export function startWhy(words: { open: string }, say: (opened: boolean) => void) {
  const bar = document.createElement('div');
  bar.className = 'why-bar';
  const name = document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.open;
  const panel = document.createElement('div');
  panel.className = 'why-panel';
  panel.id = 'why-panel';
  panel.tabIndex = -1;
  button.setAttribute('aria-controls', panel.id);
  bar.append(name, button, panel);
  let choice: Choice | null = null;

  const open = (on: boolean) => {
    button.setAttribute('aria-expanded', String(on));
    bar.classList.toggle('open', on);
    panel.hidden = !on;
  };
  const close = () => {
    open(false);
    say(false);
  };
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-expanded') !== 'true';
    open(on);
    say(on);
  });
  const key = (event: KeyboardEvent) => {
    const from = document.activeElement;
    if (!choice || !bar.isConnected) return;
    if (event.key === 'Escape' && bar.contains(from)) {
      close();
      focus(choice.opener);
    } else if (event.key === 'Tab' && !event.shiftKey && from === choice.opener) {
      event.preventDefault();
      button.focus();
    } else if (event.key === 'Tab' && event.shiftKey && from === button && choice.opener.isConnected) {
      event.preventDefault();
      focus(choice.opener);
    }
  };
  document.addEventListener('keydown', key);

  return {
    /** Offers the explanation of a choice below its paragraph; a choice without one offers nothing. */
    offer: (next: Choice, section: HTMLElement) => {
      const body = document.getElementById(anchorOf(next.kind, next.id))?.querySelector('.why-body');
      choice = next;
      bar.remove();
      if (!body) return;
      name.textContent = next.name;
      panel.replaceChildren(...[...body.childNodes].map((node) => node.cloneNode(true)));
      open(false);
      section.querySelector('p')?.after(bar);
    },
    dismiss: () => {
      choice = null;
      bar.remove();
    },
    stop: () => {
      document.removeEventListener('keydown', key);
      bar.remove();
    },
  };
}

function focus(element: Element): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}

/** The id of a row of the lists: `geonames:524901` is `place-geonames-524901`. */
export function anchorOf(kind: Choice['kind'], id: string): string {
  return `${kind}-${id.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}
