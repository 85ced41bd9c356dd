import type { Decisions } from '../article/decisions.ts';
import type { Span } from '../article/article.ts';
import { parseArticle } from '../article/parse.ts';
import type { LngLat } from '../geo.ts';
import type { Proposal } from '../story/answer.ts';
import { spansOfKey } from '../places/decide.ts';
import { storyDigest } from '../story/canonical.ts';
import { proposalOf } from '../story/proposal.ts';
import type { Question } from '../story/question.ts';
import type { Story, StoryEvent, StoryPlace, StoryToponym } from '../story/schema.ts';

/** Words of the article in the sentence that they stand in. */
export interface Quotation {
  before: string;
  words: string;
  after: string;
}

/** One mention of a place, with the key of the decisions file that means it alone. */
export interface DeskMention extends Quotation {
  /** `Gaza#3` */
  key: string;
  name: string;
  confidence: number;
}

export interface DeskPlace {
  /** Null for names that no place of the story stands for. */
  id: string | null;
  name: string;
  /** The names that it bears in the text, in text order: each is a key of the decisions file. */
  keys: string[];
  mentions: DeskMention[];
  role: StoryPlace['role'] | null;
  status: StoryPlace['status'];
  because: string;
  lngLat: LngLat | null;
  /** The place chosen first, then what else the name could mean. */
  candidates: StoryPlace['alternatives'];
}

export interface DeskEvent extends Quotation, Pick<StoryEvent, 'id' | 'label' | 'status' | 'edtf' | 'basis'> {
  place: string | null;
  placeBasis: StoryEvent['placeBasis'];
  speaker: string | null;
}

/** A question with what it proposes. */
export interface DeskQuestion extends Question {
  proposal: Proposal;
}

/** All that the desk shows of one story: plain JSON, made by the dev server, read by the toolbar app. */
export interface DeskView {
  slug: string;
  /** `data/stories/<name>.yaml`, as messages name it. */
  file: string;
  /** Of the decisions file as it was read, for the refusal to write over somebody's change. */
  digest: string;
  /** What a signature given now holds for. */
  storyDigest: string;
  title: string;
  titleBasis: Story['titleBasis'];
  published: Story['published'];
  reviewed: Story['reviewed'];
  /** Blocking ones first. */
  questions: DeskQuestion[];
  places: DeskPlace[];
  events: DeskEvent[];
  /** What the decisions file says of places and events, by their keys, in the file's own order. */
  decided: { section: 'places' | 'events'; key: string; values: Record<string, unknown> }[];
  warnings: string[];
}

export interface ViewInput {
  file: string;
  digest: string;
  story: Story;
  questions: readonly Question[];
  warnings: readonly string[];
  decisions: Decisions | null;
}

/** What the desk shows of a story. Places and events come in the story's own order, open questions blocking first. */
export function deskView({ file, digest, story, questions, warnings, decisions }: ViewInput): DeskView {
  const quote = quoting(story.text ?? '');
  const mentions = mentionsOf(story, quote);
  return {
    slug: story.slug,
    file,
    digest,
    storyDigest: storyDigest(story),
    title: story.title,
    titleBasis: story.titleBasis,
    published: story.published,
    reviewed: story.reviewed,
    questions: questions
      .toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
      .map((question) => ({ ...question, proposal: proposalOf(question) })),
    places: [
      ...story.places.map((place) => placeView(place, mentions.get(place.id) ?? [])),
      ...[...mentions.values()].flatMap((own) => (own[0]?.place === null ? [unplaced(own)] : [])),
    ],
    events: story.events.map((event) => ({
      ...quote(event),
      id: event.id,
      label: event.label,
      status: event.status,
      edtf: event.edtf,
      basis: event.basis,
      place: event.places[0] ?? null,
      placeBasis: event.placeBasis,
      speaker: event.speaker?.name ?? null,
    })),
    decided: (['places', 'events'] as const).flatMap((section) =>
      Object.entries(decisions?.[section] ?? {}).map(([key, values]) => ({
        section,
        key,
        values: { ...values },
      })),
    ),
    warnings: [...warnings],
  };
}

type Mention = DeskMention & { place: string | null };

/** Mentions by the place that they stand for; a literal name without a place stands for itself. */
function mentionsOf(story: Story, quote: (span: Span) => Quotation): Map<string, Mention[]> {
  const found = new Map<string, Mention[]>();
  for (const toponym of story.toponyms) {
    const { name, place, role, confidence } = toponym;
    if (place === null && role !== 'literal') continue;
    const own = place ?? `name ${name}`;
    const mention = { ...quote(toponym), key: keyOf(story, toponym), name, place, confidence };
    found.set(own, [...(found.get(own) ?? []), mention]);
  }
  return found;
}

/** The key that means one mention alone: `Gaza#3`, counted as the decisions are applied. */
function keyOf({ text, toponyms }: Story, { name, start }: StoryToponym): string {
  const nth = spansOfKey(text ?? '', name, toponyms).findIndex((span) => span.start === start);
  return `${name}#${nth + 1}`;
}

function placeView(place: StoryPlace, mentions: readonly Mention[]): DeskPlace {
  const { id, name, role, status, because, lngLat, country, region, alternatives } = place;
  return {
    id,
    name,
    keys: mentions.length > 0 ? namesOf(mentions) : [name],
    mentions: mentions.map(withoutPlace),
    role,
    status,
    because,
    lngLat,
    candidates: [{ id, name, country, region, lngLat }, ...alternatives],
  };
}

function unplaced(mentions: readonly Mention[]): DeskPlace {
  return {
    id: null,
    name: mentions[0]?.name ?? '',
    keys: namesOf(mentions),
    mentions: mentions.map(withoutPlace),
    role: null,
    status: 'unknown',
    because: '',
    lngLat: null,
    candidates: [],
  };
}

const namesOf = (mentions: readonly Mention[]) => [...new Set(mentions.map(({ name }) => name))];
const withoutPlace = ({ place: _, ...mention }: Mention): DeskMention => mention;

/** Quotes a span with the rest of the sentence, or sentences, that it stands in. */
function quoting(text: string): (span: Span) => Quotation {
  const { sentences } = parseArticle(text);
  return ({ start, end }) => {
    const first = sentences.findLast((sentence) => sentence.start <= start);
    const last = sentences.find((sentence) => sentence.end >= end);
    return {
      before: text.slice(first?.start ?? start, start),
      words: text.slice(start, end),
      after: text.slice(end, last?.end ?? end),
    };
  };
}
