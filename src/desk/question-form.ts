import type { DecisionsPatch } from '../article/write-decisions.ts';
import { answerPatch, needsReason } from '../story/answer.ts';
import { choices, formOf, quotation } from './controls.ts';
import { field, html, input } from './dom.ts';
import { words } from './strings.ts';
import type { DeskQuestion } from './view.ts';

/** An open question with its sentence, its candidates and room for another answer. */
export function questionForm(question: DeskQuestion, save: (patch: DecisionsPatch) => void): HTMLElement {
  const { key, ask, blocking, sentence, candidates, proposal } = question;
  const other = input();
  const answer = choices(
    ask,
    candidates.map(({ value, label }) => [value, key === 'title' ? `${value} (${label})` : label]),
    other,
  );
  const because = input();
  return html(
    'section',
    { class: blocking ? 'question blocking' : 'question', 'data-question': key },
    html('p', { class: 'note' }, blocking ? words.blocking : words.note),
    sentence ? quotation({ before: sentence, words: '', after: '' }) : null,
    formOf(
      [
        answer.element,
        key === 'title' ? null : field(key === 'published' ? words.publishedBecause : words.because, because),
      ],
      () => {
        const value = answer.value();
        if (value === '') return words.unchanged;
        if (needsReason(proposal) && because.value.trim() === '') return words.noReason;
        save(answerPatch(proposal, value, because.value.trim()));
        return null;
      },
    ),
  );
}
