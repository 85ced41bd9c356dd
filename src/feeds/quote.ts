import type { Article, Span } from '../article/article.ts';
import { parseArticle } from '../article/parse.ts';
import type { Story, StoryEvent, StoryPlace } from '../story/schema.ts';

/** Characters of context on each side of a place's name: enough to see what is said, less than a sentence. */
const CONTEXT = 40;

/** Words of the article, and whose they are where they stand in somebody's speech. */
export interface Quote {
  words: string;
  speaker: string | null;
}

/** The quotes that a story's release allows, for its places and its events. */
export interface Quotes {
  place: (place: StoryPlace) => Quote | null;
  event: (event: StoryEvent) => string | null;
}

/** Takes the story's text apart once. Every quote is null where the text is not released at all. */
export function quotesOf(story: Story): Quotes {
  if (story.text === null || story.release === 'none') return { place: () => null, event: () => null };
  const article = parseArticle(story.text, { slug: story.slug });
  return {
    place: (place) => quotePlace(article, story, place),
    event: ({ start, end }) => oneLine(article.text.slice(start, end)) || null,
  };
}

/**
 * The words around the first mention of a place: never a whole sentence, whole words only, "…" where cut.
 *
 * A literal mention outside of speech outranks others. Words of a speech come with their speaker's name; null where
 * the article gives none, so that nobody's claim becomes the article's own.
 */
function quotePlace(article: Article, story: Story, place: StoryPlace): Quote | null {
  const body = article.dateline?.end ?? 0;
  const mentions = story.toponyms
    .filter((toponym) => toponym.place === place.id)
    .map((toponym) => ({
      ...toponym,
      speeches: article.speeches.filter((speech) => holds(speech, toponym)),
    }));
  const told = mentions.filter(({ start, speeches }) => speeches.length === 0 && start >= body);
  const mention = told.find(({ role }) => role === 'literal') ?? told[0] ?? mentions[0];
  if (!mention) return null;
  const words = around(article, mention);
  const speech = mention.speeches[0];
  if (!speech) return { words, speaker: null };
  const speaker = speech.speaker && article.text.slice(speech.speaker.start, speech.speaker.end);
  return speaker && !PRONOUN.test(speaker) ? { words, speaker } : null;
}

const PRONOUN = /^(he|she|it|they|who|the (two|three|latter|former))$/i;

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function around({ text, sentences }: Article, span: Span): string {
  const sentence = sentences.find((candidate) => holds(candidate, span)) ?? span;
  const before = text.slice(sentence.start, span.start);
  const after = text.slice(span.end, sentence.end);
  const whole = before.length <= CONTEXT && after.length <= CONTEXT;
  const half = (side: string) => (whole ? Math.floor(side.length / 2) : CONTEXT);
  const head = before.length > after.length ? lastWords(before, half(before)) : lastWords(before, CONTEXT);
  const tail = before.length > after.length ? firstWords(after, CONTEXT) : firstWords(after, half(after));
  return oneLine(head + text.slice(span.start, span.end) + tail);
}

/** The end of a line, at most so many characters, whole words only; the rest is "…". */
function lastWords(line: string, length: number): string {
  if (line.length <= length) return line;
  const cut = length > 0 ? line.slice(-length) : '';
  const space = cut.search(/\s/);
  return space < 0 ? '… ' : `…${cut.slice(space)}`;
}

/** The beginning of a line, at most so many characters, whole words only; the rest is "…". */
function firstWords(line: string, length: number): string {
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.search(/\s\S*$/);
  return space < 0 ? ' …' : `${cut.slice(0, space)} …`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
