import type { Span } from './article.ts';

/** A headline is no longer. */
const LONGEST = 120;

/**
 * The headline that stands over a text: a first line of three words or more that ends no sentence and is no byline, date
 * or label, with prose below it. Null where the text begins at once.
 */
export function findHeadline(text: string, paragraphs: readonly Span[]): string | null {
  const [line, ...below] = paragraphs.slice(0, 3).map(({ start, end }) => text.slice(start, end));
  const first = headlineWords(line ?? '');
  if (!first || first.length > LONGEST || first.includes('\n')) return null;
  if (/[.…:;,–—_-]["”’)]*$/.test(first) || first.split(/\s+/).length < 3) return null;
  if (/^by\s/i.test(first) || /@|https?:|^\W*\d[\d\s./:-]*$|\b(?:19|20)\d\d$/.test(first)) return null;
  return below.some((paragraph) => /[.!?…]["”’)]*$/.test(paragraph)) ? first : null;
}

/** The words of a line that may be a headline: those of Markdown's "# A bridge opens" without the mark. */
export function headlineWords(line: string): string {
  return line.replace(/^#{1,6} +/, '').trim();
}
