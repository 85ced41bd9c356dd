import type { Span } from '../article/article.ts';
import { formatDate } from '../dates/words.ts';
import { urlOf, type Site } from '../site.ts';
import type { Story, StoryEvent, StoryPlace } from '../story/schema.ts';
import { strings } from '../strings.ts';
import { summaryOf, withOwnAlts } from './summary.ts';
import { quotesOf, type Quote, type Quotes } from './quote.ts';

/** Full addresses of all that one story publishes. */
export interface StoryUrls {
  page: string;
  embed: string;
  share: string;
  story: string;
  places: string;
  timeline: string;
  oembed: string;
  card: string;
  map: string;
}

/** A place that feeds give with its point or shape. */
export interface FeedPlace {
  place: StoryPlace;
  /** The highest confidence of its mentions; 0 where no mention points to it. */
  confidence: number;
  /** The article's words around its first mention; null where the text is not released or names it nowhere. */
  quote: Quote | null;
  /** True where all that happens here, and every leg that ends here, is planned. */
  planned: boolean;
}

/** A place that the article names and no feed puts on a map, with the reason as a sentence. */
export interface UnmappedPlace {
  id: string;
  name: string;
  reason: string;
}

/** Something that happens in the story. */
export interface FeedEvent {
  event: StoryEvent;
  places: StoryPlace[];
  /** First and last day that it can lie on, inclusive; null where the article states no date. */
  days: { first: string; last: string } | null;
  quote: string | null;
  /** What a reader must know beside the label: sentences, in a fixed order, empty when there is nothing. */
  notes: string[];
  /** Address of the step that tells it. */
  url: string;
}

/**
 * What every feed is written from, so that their names and counts agree with each other and with the page.
 *
 * A story that was withdrawn has no places and no events here: feeds say that it was withdrawn and nothing else.
 * Background events, which the article gives only as setting, are left out.
 */
export interface FeedModel {
  story: Story;
  urls: StoryUrls;
  title: string;
  /** One or two sentences: the first caption, or the note of the withdrawal. */
  description: string;
  /** The share picture, and the story's still, in words. */
  alt: string;
  /** The article's day, null where it has none or not in full. */
  published: string | null;
  /** The day of the last change: the latest of published, reviewed and corrections; null where none is known. */
  changed: string | null;
  /** "Year added by the editor; the article gives none.", or null. */
  yearNote: string | null;
  /** "Corrected on 8 March 2024: …", the latest first. */
  corrections: string[];
  /** "Added by the editor: …" for what the story tells and the article doesn't, each source once. */
  added: string[];
  places: FeedPlace[];
  notMapped: UnmappedPlace[];
  events: FeedEvent[];
}

/** The model of one story; `story.text` must be there (the committed story, not a served one). */
export function feedModel(story: Story, site: Site): FeedModel {
  const urls = storyUrls(story.slug, site);
  const withdrawn = story.withdrawn !== null;
  const quotes = quotesOf(story);
  const mapped = story.places.filter((place) => whyNotMapped(place) === null);
  return {
    story,
    urls,
    title: story.title,
    description: describe(story),
    alt: story.withdrawn ? describe(story) : (summaryOf(withOwnAlts(story))?.scene.alt ?? story.title),
    published: dayOf(story.published?.edtf),
    changed: changedDay(story),
    yearNote: yearNote(story),
    corrections: (withdrawn ? [] : [...story.corrections])
      .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0))
      .map(({ date, note }) => strings.story.corrected(formatDate(date), note)),
    added: withdrawn ? [] : addedTo(story.events),
    places: withdrawn ? [] : mapped.map((place) => feedPlace(story, place, quotes)),
    notMapped: withdrawn
      ? []
      : story.places.flatMap((place) => {
          const reason = whyNotMapped(place);
          return reason === null ? [] : [{ id: place.id, name: place.name, reason }];
        }),
    events: withdrawn
      ? []
      : story.events
          .filter((event) => !event.background)
          .map((event) => feedEvent(story, event, urls, quotes)),
  };
}

/** Whence an editor added some events, a sentence for each source, in order of the events. */
export function addedTo(events: readonly Pick<StoryEvent, 'source'>[]): string[] {
  return [...new Set(events.flatMap(({ source }) => source ?? []))].map(strings.doubt.byEditor);
}

/** The addresses of a story with this slug. */
export function storyUrls(slug: string, site: Site): StoryUrls {
  const at = (file: string) => urlOf(site, `stories/${slug}/${file}`);
  return {
    page: at(''),
    embed: at('embed/'),
    share: at('share/'),
    story: at('story.json'),
    places: at('places.geojson'),
    timeline: at('timeline.ics'),
    oembed: at('oembed.json'),
    card: at('card.png'),
    map: at('map.svg'),
  };
}

/** `YYYY-MM-DD` of an EDTF day, with or without a mark of doubt; null for all other values. */
export function dayOf(edtf: string | null | undefined): string | null {
  const day = edtf?.replace(/[?~%]/g, '') ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/** The latest of published, reviewed, corrections and withdrawal as `YYYY-MM-DD`; null where none is known. */
export function changedDay(story: Story): string | null {
  const days = [
    dayOf(story.published?.edtf),
    story.reviewed?.at,
    story.withdrawn?.at,
    ...story.corrections.map(({ date }) => date),
  ];
  return (
    days
      .filter((day): day is string => Boolean(day))
      .sort()
      .at(-1) ?? null
  );
}

/** Why no feed maps a place, as a sentence; null when it is mapped. */
function whyNotMapped(place: StoryPlace): string | null {
  if (place.boundary === 'none-agreed') return strings.doubt.noBoundary;
  if (place.status === 'unknown') return strings.doubt.unknownPlace;
  if (place.status === 'ambiguous') return ambiguity(place);
  return place.lngLat === null && place.bbox === null ? strings.doubt.unmapped : null;
}

/** "Probably Bath; the article could also mean Bath (US)." Three namesakes at most, those of one country once. */
function ambiguity(place: StoryPlace): string {
  const others = place.alternatives.map(({ name, country }) => (country ? `${name} (${country})` : name));
  const names = [...new Set(others)]
    .filter((name) => name !== `${place.name} (${place.country})`)
    .slice(0, 3);
  return names.length > 0
    ? strings.doubt.probably(place.name, names.join(', '))
    : `${strings.key.uncertain}.`;
}

function feedPlace(story: Story, place: StoryPlace, quotes: Quotes): FeedPlace {
  const mentions = story.toponyms.filter((toponym) => toponym.place === place.id);
  return {
    place,
    confidence: Math.max(0, ...mentions.map(({ confidence }) => confidence)),
    quote: quotes.place(place),
    planned: isPlanned(story, place),
  };
}

function isPlanned({ events, legs }: Story, { id }: StoryPlace): boolean {
  const here = [
    ...events.filter(({ places, background }) => !background && places.includes(id)),
    ...legs.filter(({ to }) => to === id),
  ];
  return here.length > 0 && here.every(({ status }) => status === 'planned');
}

function feedEvent(story: Story, event: StoryEvent, urls: StoryUrls, quotes: Quotes): FeedEvent {
  const ids = new Set(event.places);
  const step = story.steps.find(({ start, end }) => start <= event.start && event.start < end);
  return {
    event,
    places: story.places.filter(({ id }) => ids.has(id)),
    days: daysOf(event),
    quote: quotes.event(event),
    notes: notesOf(story, event),
    url: step ? `${urls.page}#${step.id}` : urls.page,
  };
}

/** An event has days when its date has a year and both ends; "after the talks" or "4 March, year not stated" has none. */
function daysOf({ edtf, earliest, latest }: StoryEvent): FeedEvent['days'] {
  if (edtf === null || /X|\.\./.test(edtf) || earliest === null || latest === null) return null;
  return { first: earliest, last: latest };
}

function notesOf(story: Story, event: StoryEvent): string[] {
  const words = event.dateWords && wordsAt(story, event.dateWords);
  return [
    event.status === 'planned' && strings.role.planned,
    event.status === 'cancelled' && `${strings.timeline.cancelled}.`,
    event.speaker && strings.doubt.speaker(event.speaker.name),
    event.basis === 'not-stated' && strings.doubt.noDate,
    event.basis === 'resolved' && words && strings.doubt.workedOut(words),
    event.basis === 'inferred' &&
      (event.edtf?.includes('/') ? 'The end is not stated.' : strings.doubt.noDate),
    event.basis === 'inferred' && words && strings.doubt.counted(words),
    isVague(event.edtf) && 'The day is not stated.',
    event.places.length === 0 && strings.doubt.noPlace,
    event.source && strings.doubt.byEditor(event.source),
  ].filter((note): note is string => typeof note === 'string' && note !== '');
}

/** True where a date names a month, a season or a year, or is marked approximate: its days are a span, not a length. */
function isVague(edtf: string | null): boolean {
  return (
    edtf !== null && edtf.split('/').some((end) => end !== '..' && (dayOf(end) === null || /[~%]/.test(end)))
  );
}

/** Single words of the article, which may leave the page unless its text is not released at all. */
function wordsAt(story: Story, { start, end }: Span): string | null {
  return story.release === 'none' ? null : (story.text?.slice(start, end) ?? null);
}

/** Who gave the year where the article gives none, as a sentence; null where the article does, or nobody has. */
export function yearNote({ published }: Story): string | null {
  if (!published || published.yearStated || published.edtf.startsWith('X')) return null;
  return published.basis === 'editor' ? strings.story.yearByEditor : strings.story.yearInferred;
}

function describe(story: Story): string {
  if (story.withdrawn)
    return `${strings.story.withdrawn(formatDate(story.withdrawn.at))} ${story.withdrawn.note}`.trim();
  return story.steps[0]?.scene.caption || story.title;
}
