import type { DecisionsPatch } from '../article/write-decisions.ts';
import { formOf, quotation } from './controls.ts';
import { field, html, input, select } from './dom.ts';
import { eventPatch } from './patches.ts';
import { words } from './strings.ts';
import type { DeskEvent, DeskView } from './view.ts';

/** An event with its sentence and what an editor can decide on it. */
export function eventForm(
  event: DeskEvent,
  view: DeskView,
  save: (patch: DecisionsPatch) => void,
): HTMLElement {
  const { id, label, status, edtf, place, speaker } = event;
  const decided = view.decided.find(({ section, key }) => section === 'events' && key === id);
  const newLabel = input(label);
  const newDate = input(edtf ?? '');
  const newStatus = select(Object.entries(words.eventStates));
  newStatus.value = status;
  const newPlace = select([
    ['none', words.notStated],
    ...view.places.flatMap(({ id, name }): [string, string][] => (id ? [[id, name]] : [])),
  ]);
  newPlace.value = place ?? 'none';
  const newSpeaker = input(speaker ?? '');
  const source = input(String(decided?.values['source'] ?? ''));
  const drop = html('input', { type: 'checkbox' });
  const reason = input(String(decided?.values['because'] ?? ''));
  const changed = (now: string, was: string) => (now === was ? undefined : now);

  return html(
    'details',
    { 'data-name': `event ${id}` },
    html(
      'summary',
      {},
      html('strong', {}, label),
      ` ${words.eventStates[status]} · ${edtf ?? words.notStated}`,
    ),
    quotation(event),
    formOf(
      [
        field(words.label, newLabel),
        html('div', { class: 'pair' }, field(words.edtf, newDate), field(words.eventStatus, newStatus)),
        html('div', { class: 'pair' }, field(words.eventPlace, newPlace), field(words.speaker, newSpeaker)),
        field(words.source, source),
        html('label', { class: 'choice' }, drop, html('span', {}, words.drop)),
        field(words.because, reason),
      ],
      () => {
        const patch = eventPatch({
          id,
          quote: event.words,
          because: reason.value.trim(),
          ...(drop.checked
            ? { drop: true }
            : {
                label: changed(newLabel.value.trim(), label),
                edtf: changed(newDate.value.trim() || 'none', edtf ?? 'none'),
                status: changed(newStatus.value, status),
                place: changed(newPlace.value, place ?? 'none'),
                speaker: changed(newSpeaker.value.trim(), speaker ?? ''),
                source: changed(source.value.trim(), String(decided?.values['source'] ?? '')),
              }),
        });
        if (!patch) return words.unchanged;
        if (reason.value.trim() === '') return words.noReason;
        save(patch);
        return null;
      },
    ),
  );
}
