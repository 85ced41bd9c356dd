import { tenth, type Mark } from '../basemap/mark.ts';
import type { Drawing } from '../basemap/scene.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element hold just these marks, in order: what is there under the same key changes its attributes, so that
 * transitions run and a moving map makes no garbage; what is new is made, what is gone is removed.
 */
export function patchMarks(parent: Element, marks: readonly Mark[]): void {
  const old = new Map([...parent.children].map((child) => [child.getAttribute('data-key'), child]));
  let before: Element | null = null;
  for (const mark of marks) {
    const found = old.get(mark.key);
    const element: Element = found?.tagName === mark.tag ? found : document.createElementNS(SVG, mark.tag);
    if (element === found) old.delete(mark.key);
    const at = mark.at && { transform: `translate(${tenth(mark.at[0])} ${tenth(mark.at[1])})` };
    patchAttributes(element, { ...mark.attrs, ...at, 'data-key': mark.key });
    if (mark.text !== undefined) {
      if (element.textContent !== mark.text) element.textContent = mark.text;
    } else patchMarks(element, mark.children ?? []);
    const next: Element | null = before ? before.nextElementSibling : parent.firstElementChild;
    if (next !== element) parent.insertBefore(element, next);
    before = element;
  }
  for (const gone of old.values()) gone.remove();
}

/** What each element was given last: comparing with it costs less than asking the document, at each frame of a flight. */
const given = new WeakMap<Element, Record<string, string | number>>();

function patchAttributes(element: Element, attrs: Record<string, string | number>): void {
  const before = given.get(element) ?? {};
  for (const name in before) if (!(name in attrs)) element.removeAttribute(name);
  for (const name in attrs) {
    if (before[name] !== attrs[name]) element.setAttribute(name, String(attrs[name]));
  }
  given.set(element, attrs);
}

/** Keeps a button over each mark that a reader can aim at: 24 px or more, in the order of the marks. */
export function patchTargets(
  parent: HTMLElement,
  targets: Drawing['targets'],
  nameOf: (label: string) => string,
): void {
  const old = new Map([...parent.children].map((child) => [(child as HTMLElement).dataset['place'], child]));
  for (const { place, label, x, y, radius } of targets) {
    const button = (old.get(place) as HTMLButtonElement | undefined) ?? document.createElement('button');
    old.delete(place);
    if (!button.isConnected) {
      button.type = 'button';
      button.className = 'map-target';
      button.dataset['place'] = place;
      button.setAttribute('aria-label', nameOf(label));
      parent.append(button);
    }
    button.style.inlineSize = button.style.blockSize = `${2 * radius}px`;
    button.style.transform = `translate(${x - radius}px, ${y - radius}px)`;
  }
  for (const gone of old.values()) gone.remove();
}
