type Child = Node | string | null;
type Attributes = Record<string, string | number | boolean | null>;

/** An HTML element with attributes and children; strings become text, never markup. null and false are left out. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element, likewise. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

let fields = 0;

/** A labelled control. `hint` is tied to it for those who can't see it beside. */
export function field<E extends HTMLElement>(label: string, control: E, hint?: string): HTMLElement {
  const id = `field-${(fields += 1)}`;
  control.id = id;
  if (hint) control.setAttribute('aria-describedby', `${id}-hint`);
  return html(
    'div',
    { class: 'field' },
    html('label', { for: id }, label),
    control,
    hint ? html('small', { id: `${id}-hint` }, hint) : null,
  );
}

/** A select of values and their labels; an empty value stands for "as it is". */
export function select(options: readonly (readonly [value: string, label: string])[]): HTMLSelectElement {
  return html('select', {}, ...options.map(([value, label]) => html('option', { value }, label)));
}

/** A line of text. */
export function input(value = '', attributes: Attributes = {}): HTMLInputElement {
  const element = html('input', { type: 'text', ...attributes });
  element.value = value;
  return element;
}
