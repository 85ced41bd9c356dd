import type { DecisionsPatch } from '../article/write-decisions.ts';
import { html } from './dom.ts';
import { eventForm } from './event-form.ts';
import { undoPatch } from './patches.ts';
import { placeForm } from './place-form.ts';
import { questionForm } from './question-form.ts';
import { storyForm } from './story-form.ts';
import { words } from './strings.ts';
import type { DeskView } from './view.ts';

type Save = (patch: DecisionsPatch) => void;

/** The desk of one story: open questions first, then all that can be decided, then what was. */
export function deskPanel(view: DeskView, save: Save): HTMLElement {
  const { questions, places, events, decided, warnings } = view;
  const open = questions.filter(({ blocking }) => blocking).length;
  return html(
    'div',
    {},
    part(words.questions(open), ...questions.map((question) => questionForm(question, save))),
    part(words.story, storyForm(view, save)),
    part(words.places, ...places.map((place) => placeForm(place, view, save))),
    part(words.events, ...events.map((event) => eventForm(event, view, save))),
    decided.length > 0 ? part(words.decided, decidedList(view, save)) : null,
    warnings.length > 0
      ? part(words.warnings, html('ul', {}, ...warnings.map((each) => html('li', {}, each))))
      : null,
  );
}

function part(heading: string, ...children: HTMLElement[]): HTMLElement {
  return html('section', { class: 'part' }, html('h2', {}, heading), ...children);
}

/** The decisions of the file, each with a button that takes it back. */
function decidedList({ decided }: DeskView, save: Save): HTMLElement {
  return html(
    'ul',
    { class: 'decided' },
    ...decided.map(({ section, key, values }) => {
      const undo = html('button', { type: 'button', 'aria-label': words.undoOf(key) }, words.undo);
      undo.addEventListener('click', () => save(undoPatch(section, key)));
      const lines = Object.entries(values).map(([name, value]) => `${name}: ${asTyped(value)}`);
      return html('li', {}, html('strong', {}, key), ` ${lines.join(' · ')} `, undo);
    }),
  );
}

/** A value as the file has it: null is read from `none`. */
function asTyped(value: unknown): string {
  return value === null ? 'none' : Array.isArray(value) ? value.join(', ') : String(value);
}
