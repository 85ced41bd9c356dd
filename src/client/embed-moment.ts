import type { PageMoment } from './moment.ts';

/** What the embed carries for its scripts, as JSON in `#embed-data`. */
export interface EmbedData {
  slug: string;
  moments: EmbedMoment[];
  /** The story's own address, for the link that follows the step. */
  page: string;
}

export interface EmbedMoment extends PageMoment {
  /** What a screen reader hears when a control leads here. */
  say: string;
}

/** Told on `document` when the embed shows another moment; its index stands in the root's `data-index`. */
export const SHOWN = 'dateline:shown';

/** Told on `document` to ask for a moment; `detail` is its index. */
export const WANTED = 'dateline:wanted';

/** Reads the embed's data; null on a page without a story's steps. */
export function readEmbed(): EmbedData | null {
  const text = document.getElementById('embed-data')?.textContent;
  return text ? (JSON.parse(text) as EmbedData) : null;
}
