import { readCountries } from '../basemap/names.ts';
import { formatDate } from '../dates/words.ts';
import { strings } from '../strings.ts';
import type { Story, StoryEvent, StoryPlace } from '../story/schema.ts';

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

let written: ReadonlyMap<string, string> | undefined;

/** Names as the map writes them: a list that says otherwise would speak of two countries. */
const writtenNames = () =>
  (written ??= new Map(
    readCountries().flatMap(({ iso, name }) => (iso && name ? [[iso, name] as const] : [])),
  ));

/** The name of a country by its ISO code, "" for none. `names` is the newsroom's own choice, by code. */
export function countryName(code: string | null, names: Readonly<Record<string, string>> = {}): string {
  if (code === null) return '';
  const known = names[code] ?? writtenNames().get(code);
  return known ?? (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? '') : '');
}

/** When an event was, in words: "Tuesday 13 August 2024"; for an undated one what bounds it, or "". */
export function whenOf(event: StoryEvent, { year = true } = {}): string {
  if (event.edtf !== null) return formatDate(event.edtf, { weekday: true, year });
  if (event.latest) return strings.timeline.until(formatDate(event.latest, { year }));
  return event.earliest ? strings.timeline.since(formatDate(event.earliest, { year })) : '';
}

/** What bounds an undated event, by the words of the text: `Before “Putin and Abbas met”, 13 August 2024`, or null. */
export function boundOf(event: StoryEvent, story: Story): string | null {
  if (event.edtf !== null || event.bound === null) return null;
  const other = story.events.find(({ id }) => id === event.bound?.event);
  if (!other) return null;
  const day = other.edtf === null ? '' : formatDate(other.edtf);
  return strings.timeline[event.bound.relation === 'before' ? 'boundBefore' : 'boundAfter'](other.label, day);
}

/** Everything the page says about how an event's date and place are known: whole sentences, in this order. */
export function doubtsOf(event: StoryEvent, story: Story): string[] {
  const { doubt } = strings;
  const words = event.dateWords ? (story.text ?? '').slice(event.dateWords.start, event.dateWords.end) : null;
  const date = {
    stated: null,
    resolved: words && doubt.workedOut(words),
    inferred: words && doubt.counted(words),
    'not-stated': doubt.noDate,
  }[event.basis];
  const place = { stated: null, inferred: doubt.inferredPlace, 'not-stated': doubt.noPlace }[
    event.placeBasis
  ];
  return [
    boundOf(event, story) && `${boundOf(event, story)}.`,
    date,
    place,
    event.speaker && doubt.speaker(event.speaker.name),
    event.source && doubt.byEditor(event.source),
  ].filter((sentence): sentence is string => Boolean(sentence));
}

/** What the page says about how a place is known, whole sentences. */
export function placeDoubts(place: StoryPlace): string[] {
  const { doubt } = strings;
  const other = place.alternatives[0];
  const others = place.alternatives.map(({ name, region, country }) =>
    [name, region, countryName(country)].filter(Boolean).join(', '),
  );
  return [
    place.status === 'unknown' ? doubt.unknownPlace : null,
    place.status === 'ambiguous' && other ? doubt.probably(place.name, others[0] ?? '') : null,
    sentence(place.because),
    place.boundary === 'none-agreed' ? doubt.noBoundary : null,
    others.length > 0 && place.status !== 'ambiguous'
      ? doubt.alternatives(others.slice(0, 4).join('; '))
      : null,
    place.source ? doubt.byEditor(place.source) : place.decided ? doubt.decided : doubt.byRule,
  ].filter((words): words is string => Boolean(words));
}

const sentence = (words: string) => (words === '' ? '' : /[.!?]$/.test(words) ? words : `${words}.`);

/** The name to show for a place: its own, or the article's word where the newsroom writes none on maps. */
export function nameOf(place: StoryPlace, story: Story): string {
  if (place.name !== '') return place.name;
  const named = story.toponyms.find((toponym) => toponym.place === place.id);
  return named?.name ?? place.id;
}

/** Whether a story's own day has no year, so that no bound of its events can be said with one. */
export function isYearless(story: Story): boolean {
  return story.published?.edtf.startsWith('XXXX') ?? false;
}

/** Whether all that happens at a place is still to come. */
export function isPlanned(place: StoryPlace, story: Story): boolean {
  const here = story.events.filter(({ places, background }) => !background && places.includes(place.id));
  const ends = story.legs.filter(({ to }) => to === place.id);
  const all = [...here.map(({ status }) => status), ...ends.map(({ status }) => status)];
  return all.length > 0 && all.every((status) => status === 'planned');
}

/** `venue`, `planned`, `subject` or `mention`: what the map's mark and the list's words are chosen by. */
export function partOf(place: StoryPlace, story: Story): 'venue' | 'planned' | 'subject' | 'mention' {
  return place.role === 'venue' && isPlanned(place, story) ? 'planned' : place.role;
}

/** The sentence of the text around an offset, with the marked words apart: before, the words, after. */
export function sentenceAround(text: string, start: number, end: number): [string, string, string] {
  const paragraph = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const to = stop < 0 ? text.length : stop;
  const ends = [...text.slice(paragraph, to).matchAll(/[.!?]["”’)]*(?=\s+["“‘(]?\p{Lu})/gu)].map(
    (match) => paragraph + match.index + match[0].length,
  );
  // An abbreviation only makes the passage shorter than a sentence; it never leaves the marked words out.
  const from = ends.filter((edge) => edge <= start).at(-1) ?? paragraph;
  const until = ends.find((edge) => edge >= end) ?? to;
  return [text.slice(from, start).trimStart(), text.slice(start, end), text.slice(end, until).trimEnd()];
}
