import { stringify } from 'yaml';
import type { Article, Span } from '../article/article.ts';
import type { Published } from '../dates/timex.ts';
import { askYear } from '../dates/published.ts';
import { formatDate } from '../dates/words.ts';
import type { Toponym } from '../places/place.ts';
import type { Question } from './question.ts';
import { LIKELY } from './roles.ts';
import type { Story, StoryPlace } from './schema.ts';

/** What only an editor can settle: blocking ones first, each with lines for the decisions file. */
export function findQuestions(
  article: Article,
  story: Story,
  published: Published | null,
  toponyms: Toponym[],
): Question[] {
  const questions = [
    ...aboutTitle(story),
    ...aboutDay(article, story, published),
    ...story.places.flatMap((place) => aboutPlace(article, story, place)),
    ...aboutUnknown(article, toponyms),
  ];
  return questions.sort((a, b) => Number(b.blocking) - Number(a.blocking));
}

function aboutTitle({ title, titleBasis, dateline, published }: Story): Question[] {
  if (titleBasis !== 'generated') return [];
  const madeOf = [dateline && 'dateline', published && 'day'].filter(Boolean);
  return [
    {
      key: 'title',
      blocking: true,
      ask: 'What is the headline? The article has none.',
      candidates: [{ value: title, label: `of ${madeOf.join(' and ') || 'the file’s name'}` }],
      span: null,
      sentence: null,
      mend: stringify({ title }),
    },
  ];
}

function aboutDay(article: Article, story: Story, published: Published | null): Question[] {
  if (published?.basis === 'editor') return [];
  const dated = story.timexes.some(({ type }) => type === 'DATE');
  if (!published) {
    if (!dated) return [];
    return [
      {
        key: 'published',
        blocking: true,
        ask: 'Which day is the article from? It gives none that its dates could count from.',
        candidates: [],
        span: null,
        sentence: null,
        mend: 'published: # the day, as in 2024-08-13\n',
      },
    ];
  }
  if (published.yearStated) return [];
  const days = published.alternatives.length ? published.alternatives : [published.edtf.replace('?', '')];
  const span = article.dateline?.date ?? null;
  return [
    {
      key: 'published',
      blocking: true,
      ask:
        askYear(published) ??
        `Which year is ${formatDate(published.edtf.replace('?', ''), { year: false })}? ${capital(published.because)}.`,
      candidates: days.map((value) => ({ value, label: formatDate(value, { weekday: true }) })),
      span,
      sentence: sentenceAt(article, span),
      mend: stringify({ published: days[0] }),
    },
  ];
}

function aboutPlace(article: Article, story: Story, place: StoryPlace): Question[] {
  if (place.status === 'resolved' || place.decided || place.boundary === 'none-agreed') return [];
  const toponym = story.toponyms.find((one) => one.place === place.id);
  if (!toponym) return [];
  if (toponym.confidence < LIKELY && place.role === 'mention') return [];
  const leg = story.legs.find(({ from, to }) => from === place.id || to === place.id);
  const candidates = [place, ...place.alternatives].map(({ id, name, country, region, lngLat }) => ({
    value: id,
    label: [name, region, country, lngLat && `${lngLat[1].toFixed(2)}, ${lngLat[0].toFixed(2)}`]
      .filter(Boolean)
      .join(', '),
  }));
  return [
    {
      key: leg ? `legs.${leg.event}` : `places.${toponym.name}`,
      blocking: place.role !== 'mention',
      ask: `Which ${toponym.name} is meant?`,
      candidates,
      span: { start: toponym.start, end: toponym.end },
      sentence: sentenceAt(article, toponym),
      mend: stringify({ places: { [toponym.name]: { is: place.id, because: 'say why' } } }),
    },
  ];
}

/** Names without an entry: noted once each. */
function aboutUnknown(article: Article, toponyms: Toponym[]): Question[] {
  const names = new Map<string, Toponym>();
  for (const toponym of toponyms)
    if (toponym.resolution.status === 'unknown' && toponym.role === 'literal' && !names.has(toponym.name))
      names.set(toponym.name, toponym);
  return [...names.values()].map((toponym) => ({
    key: `places.${toponym.name}`,
    blocking: false,
    ask: `Where is ${toponym.name}? The gazetteer has no such place.`,
    candidates: [],
    span: { start: toponym.start, end: toponym.end },
    sentence: sentenceAt(article, toponym),
    mend: stringify({
      places: { [toponym.name]: { is: 'none', because: 'say why, or write at: [longitude, latitude]' } },
    }),
  }));
}

function sentenceAt(article: Article, span: Span | null): string | null {
  const sentence = span && article.sentences.find(({ start, end }) => start <= span.start && span.end <= end);
  return sentence ? article.text.slice(sentence.start, sentence.end) : null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
