import type { Article, Span } from '../article/article.ts';
import { headlineWords } from '../article/headline.ts';
import { findWords } from '../article/words.ts';
import { carryIds, slugOf } from './ids.ts';
import type { Story, StoryEvent } from './schema.ts';

/**
 * A paragraph with its id, and the moments that it holds, by sentence; a single moment is the whole step. What a headline
 * tells belongs to the first moment, which begins with it.
 */
export interface Step extends Span {
  id: string;
  moments: Span[];
}

/**
 * One step for each paragraph, in text order, its id made of the dateline or of its first words. The headline, where the
 * text begins with `title`, is no part of any: it stands over the story.
 */
export function findSteps(
  article: Article,
  title: string | null,
  events: StoryEvent[],
  previous: Story | null,
): Step[] {
  const { text, paragraphs, dateline } = article;
  const above = paragraphs.length > 1 && headlineWords(textOf(text, paragraphs[0]!)) === title ? 1 : 0;
  const bodies = paragraphs.slice(above);
  const fresh = bodies.map((span) => ({
    id: dateline && dateline.start === span.start ? slugOf(datelineWords(article)) : idOf(textOf(text, span)),
    words: textOf(text, span),
  }));
  const before = (previous?.steps ?? []).map(({ id, start, end }) => ({
    id,
    words: previous?.text?.slice(start, end) ?? '',
  }));
  const ids = carryIds(fresh, before, 'step');
  return bodies.map(({ start, end }, index) => {
    const moments = momentsOf(article, index + above, events);
    if (index === 0) moments[0]!.start = paragraphs[0]!.start;
    return { id: ids[index]!, start, end, moments };
  });
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function datelineWords({ text, dateline }: Article): string {
  const { place, date } = dateline!;
  return [place, date].flatMap((span) => (span ? [text.slice(span.start, span.end)] : [])).join(' ');
}

const WEAK = new Set(
  'the a an of to in on at by and or for with from his her its their also that this is was were are as has have had he she it they'.split(
    ' ',
  ),
);

/** The first three words, cut before a weak end: "before-the-meeting", "abbas-arrived". */
function idOf(words: string): string {
  const first = findWords(words.slice(0, 120))
    .slice(0, 3)
    .map(({ lower }) => lower);
  while (first.length > 1 && WEAK.has(first.at(-1)!)) first.pop();
  return slugOf(first.join(' ')).slice(0, 60);
}

/**
 * Two moments or more of one paragraph: what has happened and what is planned, or happenings at different places, each
 * from the sentence that first tells it. One moment: the paragraph itself.
 */
function momentsOf(article: Article, index: number, events: StoryEvent[]): Span[] {
  const paragraph = article.paragraphs[index]!;
  const moments: (Span & { key: string | null })[] = [];
  for (const sentence of article.sentences) {
    if (sentence.paragraph !== index) continue;
    const key = keyOf(sentence, events, article.text);
    const last = moments.at(-1);
    if (last && (key === null || last.key === null || last.key === key)) {
      last.end = sentence.end;
      last.key ??= key;
    } else moments.push({ start: last ? sentence.start : paragraph.start, end: sentence.end, key });
  }
  if (moments.length < 2) return [{ start: paragraph.start, end: paragraph.end }];
  moments.at(-1)!.end = paragraph.end;
  return moments.map(({ start, end }) => ({ start, end }));
}

/** Where and how sure the sentence's happenings are; null where it tells none at a place. */
function keyOf(sentence: Span, events: StoryEvent[], text: string): string | null {
  const told = events.filter(
    (event) => !event.background && event.places.length && tells(event, sentence, text),
  );
  if (!told.length) return null;
  const planned = told.every(({ status }) => status === 'planned');
  const places = [...new Set(told.flatMap(({ places }) => places))].sort();
  return `${planned ? 'planned' : 'told'} ${places.join(' ')}`;
}

/**
 * Whether the span tells the event: words of it stand there, and not only as what another is before or after
 * ("Before the meeting, …").
 */
export function tells(event: StoryEvent, { start, end }: Span, text: string): boolean {
  return [event, ...event.also].some(
    (span) => span.start < end && span.end > start && !(span !== event && isOpening(text, span)),
  );
}

/** The span stands right after an order word that opens its sentence. */
function isOpening(text: string, { start }: Span): boolean {
  return /(?:^|[.!?"”]\s+|\n)(?:Before|After|Following|Ahead of|Prior to)\s+$/.test(
    text.slice(Math.max(0, start - 24), start),
  );
}

/** The index of the first paragraph that is no headline. */
export function leadOf({ text, paragraphs }: Article): number {
  const first = paragraphs[0];
  if (!first || paragraphs.length < 2) return 0;
  const isHeadline =
    first.end - first.start < 120 && !/[.!?:]["”’]?$/.test(text.slice(first.end - 2, first.end));
  return isHeadline ? 1 : 0;
}
