import type { PageMoment } from './moment.ts';

/** The words that the script says and writes; `{n}` and `{of}` are filled in. */
export interface PageWords {
  step: string;
  explore: string;
  back: string;
  motionOff: string;
  motionOn: string;
  opened: string;
  closed: string;
  why: string;
  exploreButton: string;
  backButton: string;
}

/** What the page hands to its script, as JSON in `#page`. */
export interface PageData {
  moments: PageMoment[];
  words: PageWords;
}

/** Reads the page's data; null where there is none, as on a page without a story. */
export function readPage(): PageData | null {
  const text = document.getElementById('page')?.textContent;
  return text ? (JSON.parse(text) as PageData) : null;
}

/** `fill('Paragraph {n} of {of}.', { n: 2, of: 9 })` */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
