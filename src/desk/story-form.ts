import type { DecisionsPatch } from '../article/write-decisions.ts';
import { formOf } from './controls.ts';
import { field, html, input } from './dom.ts';
import { signPatch } from './patches.ts';
import { words } from './strings.ts';
import type { DeskView } from './view.ts';

/** Where the editor's name is kept, in their own browser. */
const SIGNER = 'dateline-desk-signer';

/** Headline, the day that dates count from, and the signature. */
export function storyForm(view: DeskView, save: (patch: DecisionsPatch) => void): HTMLElement {
  const title = input(view.title);
  const published = input(view.published?.edtf ?? '');
  const because = input();
  const by = input(localStorage.getItem(SIGNER) ?? '');
  const { reviewed } = view;
  return html(
    'div',
    {},
    formOf(
      [
        field(words.title, title, view.titleBasis === 'generated' ? words.titleGenerated : undefined),
        field(words.published, published, words.publishedHint),
        field(words.publishedBecause, because),
      ],
      () => {
        const patch: DecisionsPatch = {};
        if (title.value.trim() !== view.title) patch['title'] = title.value.trim() || null;
        if (published.value.trim() !== (view.published?.edtf ?? '')) {
          patch['published'] = published.value.trim() || null;
        }
        if (because.value.trim() !== '') patch['publishedBecause'] = because.value.trim();
        if (Object.keys(patch).length === 0) return words.unchanged;
        save(patch);
        return null;
      },
    ),
    html('p', {}, reviewed ? words.signed(reviewed.by, reviewed.at) : words.unsigned),
    formOf(
      [field(words.signer, by)],
      () => {
        const name = by.value.trim();
        if (name === '') return words.noName;
        localStorage.setItem(SIGNER, name);
        // The day of signing is the editor's own, at this very moment: an act of theirs, no part of the pipeline.
        save(signPatch(name, new Date(), view.storyDigest));
        return null;
      },
      words.sign,
    ),
  );
}
