import type { Article } from '../article/article.ts';
import type { Decisions } from '../article/decisions.ts';
import type { Published } from '../dates/timex.ts';
import { formatDate } from '../dates/words.ts';
import type { Story, StoryToponym } from './schema.ts';

/** What stands over the story: decisions outrank front matter, and without a headline dateline and day make one. */
export function headOf(
  article: Article,
  published: Published | null,
  decisions: Decisions | null,
  toponyms: StoryToponym[],
): Pick<
  Story,
  | 'slug'
  | 'title'
  | 'titleBasis'
  | 'lang'
  | 'byline'
  | 'source'
  | 'release'
  | 'published'
  | 'dateline'
  | 'corrections'
  | 'withdrawn'
> {
  const { dateline, title } = article;
  const given = decisions?.source;
  const place = dateline?.place ?? null;
  return {
    slug: decisions?.slug ?? article.slug,
    title: decisions?.title ?? title ?? generatedTitle(article, published),
    titleBasis: decisions?.title ? 'editor' : title ? 'stated' : 'generated',
    lang: decisions?.lang ?? article.lang,
    byline: decisions?.byline ?? article.byline,
    source: given
      ? {
          name: given.name ?? null,
          url: given.url ?? null,
          home: given.home ?? null,
          licence: given.licence ?? null,
        }
      : article.source,
    release: decisions?.text ?? 'full',
    published: published && {
      edtf: published.edtf,
      basis: published.basis,
      alternatives: published.alternatives,
      yearStated: published.yearStated,
    },
    dateline: place && {
      place: toponyms.find(({ start, end }) => start >= place.start && end <= place.end)?.place ?? null,
      ...place,
    },
    corrections: decisions?.corrections ?? [],
    withdrawn: decisions?.withdrawn ?? null,
  };
}

/** "Moscow, 13 August"; without a dateline the day, else the slug's words. */
function generatedTitle({ text, dateline, slug }: Article, published: Published | null): string {
  const words = dateline?.place ? text.slice(dateline.place.start, dateline.place.end) : null;
  const place = words === words?.toUpperCase() ? titleCase(words) : words;
  const day = published ? formatDate(published.edtf.replace('?', ''), { year: false }) : null;
  const title = [place, day].filter(Boolean).join(', ');
  if (title) return title;
  const plain = slug.replace(/-/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** "NEW YORK" → "New York". */
function titleCase(words: string | null): string | null {
  return words?.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase()) ?? null;
}
