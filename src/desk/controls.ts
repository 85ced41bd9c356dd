import { field, html } from './dom.ts';
import { words } from './strings.ts';
import type { Quotation } from './view.ts';

/** Words in their sentence, marked. */
export function quotation({ before, words: marked, after }: Quotation): HTMLElement {
  return html('blockquote', {}, before, marked === '' ? null : html('mark', {}, marked), after);
}

export interface Choices {
  element: HTMLFieldSetElement;
  /** The chosen value, or what was typed; empty where nothing is. */
  value(): string;
  /** Chooses a value of the list. */
  choose(value: string): void;
}

let groups = 0;

/** One of several values, or another one that is typed. An empty value is chosen at first, if there is one. */
export function choices(
  legend: string,
  options: readonly (readonly [value: string, label: string])[],
  other: HTMLInputElement | null,
  otherLabel: string = words.anotherAnswer,
  otherHint?: string,
): Choices {
  const name = `choice-${(groups += 1)}`;
  const radios = options.map(([value]) => {
    const radio = html('input', { type: 'radio', name, value });
    radio.checked = value === '';
    return radio;
  });
  const lines = options.map(([, label], i) =>
    html('label', { class: 'choice' }, radios[i]!, html('span', {}, label)),
  );
  other?.addEventListener('input', () => {
    if (other.value !== '') for (const radio of radios) radio.checked = false;
  });
  for (const radio of radios) radio.addEventListener('change', () => other && (other.value = ''));
  const element = html(
    'fieldset',
    {},
    html('legend', {}, legend),
    ...lines,
    other && field(otherLabel, other, otherHint),
  );
  return {
    element,
    value: () => other?.value.trim() || (radios.find(({ checked }) => checked)?.value ?? ''),
    choose: (value) => {
      const radio = radios.find((each) => each.value === value);
      if (radio) radio.checked = true;
      radio?.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
}

/** A form around controls. `submit` gives a sentence why nothing was written, or null. */
export function formOf(
  controls: readonly (HTMLElement | SVGElement | null)[],
  submit: () => string | null,
  button: string = words.save,
): HTMLFormElement {
  const why = html('p', { class: 'why', role: 'alert' });
  const form = html('form', {}, ...controls, why, html('button', { type: 'submit' }, button));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    why.textContent = submit() ?? '';
  });
  return form;
}
