import { defineToolbarApp } from 'astro/toolbar';
import type { DecisionsPatch } from '../article/write-decisions.ts';
import { readDesk, saveDecision } from './api.ts';
import { html } from './dom.ts';
import { deskPanel } from './panel.ts';
import { recall, remember } from './memory.ts';
import { DERIVED, words } from './strings.ts';
import { css } from './style.ts';
import type { DeskView } from './view.ts';

/** The review desk: a panel beside the page of a story, open again after the page has followed a decision. */
export default defineToolbarApp({
  init(canvas, app, server) {
    const slug = document.querySelector<HTMLElement>('[data-story]')?.dataset['story'];
    const said = html('p', { class: 'said', role: 'status' });
    const body = html('div', { class: 'body' });
    const close = html('button', { type: 'button', class: 'close', 'aria-label': words.close }, '×');
    const panel = html(
      'section',
      { class: 'panel', 'aria-label': words.name, tabindex: -1, hidden: true },
      html('header', {}, html('h1', {}, words.name), close),
      said,
      body,
    );
    const style = html('style');
    style.textContent = css;
    canvas.append(style, panel);
    close.addEventListener('click', () => app.toggleState({ state: false }));
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') event.stopPropagation(); // the page has keys of its own; Escape is the toolbar's
    });

    const say = (sentence: string) => (said.textContent = sentence);
    const keep = () => body.hasChildNodes() && remember(panel, slug, said.textContent);
    const show = (view: DeskView) => {
      keep();
      body.replaceChildren(deskPanel(view, (patch) => void save(view, patch)));
      recall(panel, slug);
      const open = view.questions.filter(({ blocking }) => blocking).length;
      app.toggleNotification(open > 0 ? { state: true, level: 'warning' } : { state: false });
    };
    const read = async () => {
      if (!slug) {
        body.replaceChildren(html('p', {}, words.noStory));
        return;
      }
      const answer = await readDesk(slug);
      if ('value' in answer) show(answer.value);
      else say(answer.error || words.noServer);
    };
    const save = async (view: DeskView, patch: DecisionsPatch) => {
      const answer = await saveDecision(view, patch);
      if ('value' in answer) say(words.written(answer.value.file));
      else if (answer.status !== 409) say(answer.error || words.noServer);
      else await read().then(() => say(words.changedMeanwhile));
    };

    app.onToggled(({ state }) => {
      panel.hidden = !state;
      if (state) panel.focus();
    });
    server.on(DERIVED, () => void read());
    window.addEventListener('pagehide', keep);
    void read().then(() => {
      const memory = recall(panel, slug);
      if (!memory?.open) return;
      app.toggleState({ state: true });
      say(memory.said); // told again: the page came anew while it was being read
    });
  },
});
