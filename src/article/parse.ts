import type { Article, Span } from './article.ts';
import { findDateline } from './dateline.ts';
import { findParagraphs } from './paragraphs.ts';
import { findQuotations } from './quotations.ts';
import { findSentences } from './sentences.ts';
import { findSpeeches } from './speeches.ts';

/** A headline above the dateline is no longer than this. */
const HEADLINE = 160;

/**
 * Takes an article's text apart. Nothing is normalised: spans are those of `text` as given, in time linear in its
 * length. Any string will do, the empty one too.
 */
export function parseArticle(text: string, { file = 'article', slug = 'article' } = {}): Article {
  const paragraphs = findParagraphs(text);
  const dateline = openingDateline(text, paragraphs);
  const sentences = findSentences(text, paragraphs, dateline);
  const speeches = findSpeeches(text, sentences, findQuotations(text, paragraphs));
  return {
    file,
    slug,
    lang: 'en',
    title: null,
    byline: null,
    source: null,
    date: null,
    text,
    dateline,
    paragraphs,
    sentences,
    speeches,
  };
}

/** The dateline, of the first paragraph or of one below headline, subheading and byline. One alone on its line joins the next. */
function openingDateline(text: string, paragraphs: Span[]): Article['dateline'] {
  for (const index of [0, 1, 2, 3]) {
    const paragraph = paragraphs[index];
    if (!paragraph) return null;
    const dateline = findDateline(text, paragraph.start, paragraph.end);
    const next = paragraphs[index + 1];
    if (dateline && next && dateline.end === paragraph.end)
      paragraphs.splice(index, 2, { start: paragraph.start, end: next.end });
    if (dateline) return dateline;
    const short = paragraph.end - paragraph.start <= HEADLINE;
    if (!short || /[.!?:]["”’]?$/.test(text.slice(paragraph.end - 2, paragraph.end))) return null;
  }
  return null;
}
