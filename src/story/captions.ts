import type { Span } from '../article/article.ts';
import { formatDate } from '../dates/words.ts';
import { type Bbox, distanceKm } from '../geo.ts';
import { strings } from '../strings.ts';
import { isWithin, widthOf } from './containment.ts';
import { fit } from './label-words.ts';
import type { Told, View } from './scenes.ts';
import type { StoryEvent, StoryLeg, StoryPlace } from './schema.ts';
import { mayBeVisited } from './visits.ts';

/** Captions and alts have at most so many characters. */
export const CAPTION = 90;
export const ALT = 220;

/**
 * One or two sentences under the map, at most 90 characters: the moment's event with its day, what is planned, what the
 * text leaves open. Never more than the article says; what is said in speech names its speaker, and what an editor added
 * its source.
 */
export function writeCaption(view: View, told: Told, isFirst: boolean): string {
  const main = mainEvent(view);
  if (!main) return noEvent(view, told);
  const isFresh = main.start >= view.start && main.end <= view.end;
  const words = isFresh ? null : wordsOf(view, told.speakers);
  const sentences = [...(words ? [words] : []), eventSentence(main, told)];
  const beyond = view.beyond.filter(({ id }) => main.places.includes(id));
  if (beyond.length) sentences.push(beyondSentence(beyond));
  const leg = told.legs.find(({ event }) => event === main.id);
  if (main.status === 'planned' && main.edtf === null && !namesDay(main, told))
    sentences.push('No date is given.');
  else if (main.status === 'cancelled') sentences.push('It did not take place.');
  else if (isArrival(main, told) && !leg && !main.speaker)
    sentences.push('Where the journey began is not stated.');
  const subject = view.now.find(({ role }) => role === 'subject');
  if (subject && main.places.length && isFirst)
    sentences.push(`${sentenceCase(withArticle(subject))} is a subject of the story.`);
  else if (subject && !main.places.includes(subject.id))
    sentences.push(`${sentenceCase(withArticle(subject))} is spoken of.`);
  return fitted(sentences, CAPTION);
}

function mainEvent({ events, start, end }: View): StoryEvent | null {
  const all = events.filter(({ background }) => !background);
  // What this part is the first to tell, before what it only takes up again.
  const fresh = all.filter((event) => event.start >= start && event.end <= end);
  const own = fresh.length ? fresh : all;
  return (
    own.find(({ places, speaker }) => places.length && !speaker) ??
    own.find(({ places }) => places.length) ??
    own.find(({ speaker }) => !speaker) ??
    own[0] ??
    null
  );
}

/** The event as a sentence. Where it is too long its day goes first, then its last words; never its speaker or source. */
function eventSentence(event: StoryEvent, told: Told): string {
  const { label, edtf, status, places, basis } = event;
  const when = edtf === null || basis === 'not-stated' ? '' : whenWords(edtf, told);
  const [what, speaker] = splitSpeaker(label);
  const mood = status === 'planned' ? 'planned' : status === 'cancelled' ? 'called off' : '';
  // "Reyes: visit to Doha" has its colon already.
  const isNoun = what.includes(': ');
  const before = mood && !isNoun ? `${sentenceCase(mood)}: ` : '';
  const after = `${mood && isNoun ? `, ${mood}` : ''}${speaker}.`;
  const mark = markOf(event, CAPTION - before.length - after.length - LEAST);
  if (
    !mood &&
    !mark &&
    !places.length &&
    !when &&
    event.latest !== null &&
    /^(?:Killing|Death) of /.test(label) &&
    !speaker
  )
    return isSilent(event, told)
      ? `${label}: the article does not say where or when.`
      : `${label}. Where and when is not shown.`;
  const whole = `${before}${what}${when}${after}${mark}`;
  if (whole.length <= CAPTION) return whole;
  const room = CAPTION - before.length - after.length - mark.length;
  return `${before}${fit(what, Math.max(LEAST, room))}${after}${mark}`;
}

/** So many characters of what happened stay, whatever stands beside it. */
const LEAST = 20;

/** " Added by the editor: the harbour’s log." where an event comes from elsewhere, of at most so many characters; else "". */
function markOf({ source }: Pick<StoryEvent, 'source'>, most: number): string {
  if (source === null) return '';
  const whole = ` ${strings.doubt.byEditor(source)}`;
  if (whole.length <= most) return whole;
  const room = Math.max(12, most - (whole.length - source.length) - 1);
  return ` ${strings.doubt.byEditor(`${source.slice(0, room).replace(/\s+\S*$/, '')}…`)}`;
}

/** Nothing in the sentences that tell the event names a place or a day: then the article says neither of it. */
function isSilent(event: StoryEvent, { article, toponyms, timexes }: Told): boolean {
  const spans = [event, ...event.also];
  const sentences = article.sentences.filter((one) =>
    spans.some(({ start, end }) => start < one.end && end > one.start),
  );
  const inside = ({ start, end }: Span) => sentences.some((one) => one.start <= start && end <= one.end);
  return (
    !toponyms.some((one) => one.role === 'literal' && inside(one)) &&
    !timexes.some((one) => one.edtf !== null && inside(one))
  );
}

/** The sentence of an event names a day or a week, though none that could be worked out ("next week"). */
function namesDay({ start, end }: StoryEvent, { article, timexes }: Told): boolean {
  const sentence = article.sentences.find((one) => one.start <= start && end <= one.end);
  return timexes.some(
    ({ type, ...timex }) =>
      /^(?:DATE|TIME)$/.test(type) &&
      sentence !== undefined &&
      timex.start >= sentence.start &&
      timex.end <= sentence.end,
  );
}

/** " on Tuesday 13 August", " in March 2020", "" for an interval. */
function whenWords(edtf: string, { published }: Told): string {
  // A day of another year says which: "Monday 2 April 1928".
  const year = /^\d{4}/.test(edtf) && edtf.slice(0, 4) !== published?.edtf.slice(0, 4);
  if (isDay(edtf)) return ` on ${formatDate(edtf, { weekday: true, year })}`;
  return /^\d{4}(?:-\d\d)?$/.test(edtf) ? ` in ${formatDate(edtf)}` : '';
}

/** "Five people died in Quito, according to police" → its two parts, so that the day stands with the first. */
export function splitSpeaker(label: string): [what: string, speaker: string] {
  const own = label.search(/, by (?:its|their) own account$/);
  const at = own < 0 ? label.lastIndexOf(', according to ') : own;
  return at < 0 ? [label, ''] : [label.slice(0, at), label.slice(at)];
}

function isDay(edtf: string): boolean {
  return /^[\dX]{4}\??-\d\d-\d\d$/.test(edtf);
}

function isArrival(event: StoryEvent, { article }: Told): boolean {
  return (
    event.status === 'happened' &&
    /\b(?:arrived|landed|touched down)\b/.test(article.text.slice(event.start, event.end))
  );
}

/** A part that tells no event: who speaks, what is spoken of, what is named. */
function noEvent(view: View, { places, speakers }: Told): string {
  const { now, quiet, events } = view;
  const going = events.find(({ background }) => background);
  const words = wordsOf(view, speakers);
  // What the text names and we don't read is new all the same: only of the map can one say so.
  const rest = 'Nothing new on the map.';
  if (now.length) {
    const subject = `${sentenceCase(list(now.map(withArticle)))}: what this part speaks of.`;
    return fitted(words ? [words, subject] : [subject, 'No event is marked there.'], CAPTION);
  }
  if (going) return fitted([`${going.label}: named as background.${markOf(going, CAPTION)}`], CAPTION);
  const named = quiet.filter(({ role }) => role === 'mention');
  if (named.length)
    return fitted([`${sentenceCase(list(named.map(withArticle)))}: named here.`, rest], CAPTION);
  if (words) return fitted([words, rest], CAPTION);
  return places.length ? rest : 'The article names no place for this.';
}

/** "Words of Vladimir Putin." where a good part of the view is somebody’s by name. */
function wordsOf({ start, end }: View, speakers: Told['speakers']): string | null {
  const speech = speakers.find(
    (one) => one.start >= start && one.end <= end && (one.end - one.start) * 3 > end - start,
  );
  return speech ? `Words of ${speech.name}.` : null;
}

/** As many of the sentences as fit; the first is cut between words if it must be. */
function fitted(sentences: string[], most: number): string {
  let words = '';
  for (const sentence of sentences) {
    const longer = words ? `${words} ${sentence}` : sentence;
    if (longer.length <= most) words = longer;
    else if (!words)
      words = `${sentence
        .slice(0, most - 1)
        .replace(/\s+\S*$/, '')
        .replace(/[,;:]$/, '')}…`;
  }
  return words;
}

function list(words: string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/**
 * The map in words, at most 220 characters: the area, each mark with its role, what isn't drawn. "The same map" where
 * the camera stayed.
 */
export function writeAlt(view: View, before: View | null, told: Told): string {
  if (!view.bbox) return '';
  const same = before !== null && JSON.stringify(before.bbox) === JSON.stringify(view.bbox);
  const sentences = [same ? 'The same map.' : areaSentence(view, told)];
  sentences.push(...markSentences(view, told));
  if (view.beyond.length) sentences.push(beyondSentence(view.beyond));
  if (!view.now.length) sentences.push(restSentence(view));
  const quiet = view.quiet.filter(({ role }) => role !== 'mention').map(({ name }) => name);
  const legs = told.legs.filter((leg) => view.events.some(({ id }) => id === leg.event));
  const line = legs[0];
  if (line) sentences.push(lineSentence(line, view.bbox, told));
  if (quiet.length && view.now.length) sentences.push(`At rest: ${list(quiet)}.`);
  if (!line) sentences.push('No journey is drawn.');
  return fitted(sentences, ALT);
}

/** What is drawn of a journey: from mark to mark, towards an end that the view leaves out, or nothing. */
function lineSentence(leg: StoryLeg, bbox: Bbox, { places }: Told): string {
  const [from, to] = [leg.from, leg.to].map((end) => places.find(({ id }) => id === end));
  if (!from) return `No line is drawn to ${to?.name}: its start is not stated.`;
  if (!to?.lngLat || !from.lngLat) return 'No journey is drawn.';
  const kind = leg.status === 'planned' ? 'dashed line' : 'line';
  const route = leg.route === 'stated' ? '' : '; it is no route';
  const isOn = ({ lngLat }: StoryPlace) => lngLat !== null && isWithin(lngLat, bbox);
  if (isOn(from) && isOn(to)) return `A ${kind} joins ${from.name} and ${to.name}${route}.`;
  return `A ${kind} from ${from.name} to ${to.name} leaves this map${route}.`;
}

/** Places closer than so many km to each other are one place's surroundings: nobody maps “from New York to Queens”. */
const NEAR = 60;

function areaSentence({ bbox }: View, { places }: Told): string {
  if (widthOf(bbox!) > 150) return 'Map of the world.';
  const inside = places.filter(({ role, lngLat }) => role !== 'mention' && lngLat && isWithin(lngLat, bbox!));
  const sorted = inside.sort((a, b) => b.lngLat![1] - a.lngLat![1]);
  const [north, south] = [sorted[0], sorted.at(-1)];
  if (!north || !south) return 'Map of the region.';
  const most = inside[0]!;
  const near = inside.every(({ lngLat }) => distanceKm(lngLat!, most.lngLat!) < NEAR);
  if (near) return `Map of ${withArticle(most)} and its surroundings.`;
  return `Map from ${withArticle(north)} to ${withArticle(south)}.`;
}

/** What the part tells of and the map doesn't show. */
function beyondSentence(places: StoryPlace[]): string {
  const why = places.every(({ status }) => status !== 'resolved')
    ? `: the ${places.length > 1 ? 'places are' : 'place is'} not certain`
    : '';
  return `${sentenceCase(list(places.map(withArticle)))} ${places.length > 1 ? 'are' : 'is'} not on this map${why}.`;
}

/** What there is on a map on which nothing is lit. */
function restSentence({ quiet }: View): string {
  const marks = quiet.filter(({ role }) => role !== 'mention');
  if (marks.length === 1) return `${sentenceCase(withArticle(marks[0]!))} is at rest.`;
  return marks.length ? 'All marks are at rest.' : 'Nothing is marked.';
}

/** "the Gaza Strip", "the United States", "Moscow". */
export function withArticle({ name, kind }: Pick<StoryPlace, 'name' | 'kind'>): string {
  const takes =
    kind === 'water'
      ? !/^Lake |Bay$/.test(name)
      : /\b(?:Strip|Republic|Kingdom|States|Islands|Emirates|Netherlands|Philippines|Bank|Heights|Peninsula|Desert|Union|Bahamas|Gambia|Maldives|Alps|Balkans|Sahel|Sahara)\b/.test(
          name,
        );
  return takes && !/^the /i.test(name) ? `the ${name}` : name;
}

/** What each mark is; marks of one sort are told in one breath: "Doha and Evora are marked: …". */
function markSentences(view: View, told: Told): string[] {
  const marks = view.now.map((place) => markWords(place, view, told, false));
  return [...new Set(marks)].map((mark) => {
    const alike = view.now.filter((_, index) => marks[index] === mark);
    const words = markWords(alike[0]!, view, told, alike.length > 1);
    return `${sentenceCase(list(alike.map(withArticle)))} ${words}`;
  });
}

/** What stands after the name of a place, or of several (`many`). */
function markWords(place: StoryPlace, { events }: View, told: Told, many: boolean): string {
  const { legs, article, toponyms } = told;
  const [are, ring, subject, places, they] = many
    ? ['are', 'hollow rings', 'subjects', 'places are', 'they are']
    : ['is', 'a hollow ring', 'a subject', 'place is', 'it is'];
  const doubt = place.status === 'ambiguous' ? ` The ${places} not certain.` : '';
  const here = events.filter(
    (event) => event.places.includes(place.id) && !event.background && event.status !== 'cancelled',
  );
  // All that is told of it may be an editor's own.
  const mark = markOf(here.length > 0 && here.every(({ source }) => source !== null) ? here[0]! : place, ALT);
  if (place.role === 'subject')
    return mayBeVisited(place.id, { text: article.text, toponyms })
      ? `${are} marked as ${subject}: ${they} spoken of.${doubt}`
      : `${are} marked as ${subject}; no visit there is reported.${doubt}`;
  if (here.length && here.every(({ status }) => status === 'planned'))
    return `${are} ${ring}: planned${here.some(({ edtf }) => edtf) ? '' : ', no date given'}.${mark}${doubt}`;
  const ends = legs.filter(({ to }) => to === place.id);
  if (!here.length && ends.length && ends.every(({ status }) => status === 'planned'))
    return `${are} ${ring}: no arrival is reported.${doubt}`;
  const event = here.find(({ status }) => status !== 'planned');
  if (!event) return `${are} marked.${mark}${doubt}`;
  const what = event.label.includes(': ') ? ` (${event.label})` : `: ${event.label}`;
  return `${are} marked${what}.${markOf(event, ALT)}${doubt}`;
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Unlike scenes get unlike alts: what a part tells is added to one that would be said twice. Those of the editor (`own`,
 * by view) stay as they are.
 */
export function distinctAlts(alts: string[], views: View[], told: Told, own: ReadonlySet<number>): string[] {
  const seen = new Map<string, View>();
  for (const index of own) seen.set(alts[index]!, views[index]!);
  return alts.map((alt, index) => {
    const view = views[index]!;
    if (own.has(index)) return alt;
    const other = seen.get(alt);
    if (!alt || !other || isAlike(other, view)) {
      if (alt && !other) seen.set(alt, view);
      return alt;
    }
    const told_ = view.events.find(({ background }) => !background) ?? view.events[0];
    const named = view.quiet.filter(({ role }) => role === 'mention').map(({ name }) => name);
    const extra = told_
      ? `This part tells: ${told_.label}.${markOf(told_, ALT)}`
      : named.length
        ? `Named without a mark: ${list(named)}.`
        : `This is part ${view.step + 1} of ${told.article.paragraphs.length}.`;
    let unlike = fitted([alt, extra], ALT);
    if (unlike === alt) unlike = fitted([`Part ${view.step + 1}.`, alt], ALT);
    for (let count = 2; seen.has(unlike) && !isAlike(seen.get(unlike)!, view); count += 1)
      unlike = fitted([`Part ${view.step + 1}, ${count}.`, alt], ALT);
    seen.set(unlike, view);
    return unlike;
  });
}

function isAlike(a: View, b: View): boolean {
  const key = ({ bbox, now, quiet, events }: View) =>
    JSON.stringify([bbox, now.map(({ id }) => id), quiet.map(({ id }) => id), events.map(({ id }) => id)]);
  return key(a) === key(b);
}
