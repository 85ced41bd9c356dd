import type { Article } from '../article/article.ts';
import type { Decisions, EventDecision, SceneDecision } from '../article/decisions.ts';
import { boundsOf, isEdtf } from '../dates/edtf.ts';
import { splitSpeaker } from './captions.ts';
import { at } from './decide-places.ts';
import type { View } from './scenes.ts';
import type { StoryEvent, StoryLeg, StoryPlace } from './schema.ts';

/** A place as a label may name it: its name, then how the text writes it. */
export type NamesOf = (place: string) => readonly string[];

/**
 * The events after the editor's decisions. One whose quoted words are gone from the article, or whose event is, applies
 * no more and is warned of; one with a label makes the event that the text's clauses don't give.
 */
export function decideEvents(
  events: StoryEvent[],
  article: Article,
  decisions: Decisions | null,
  candidates: string[],
  warnings: string[],
  namesOf: NamesOf = () => [],
): StoryEvent[] {
  if (!decisions) return events;
  let decided = events;
  for (const [id, decision] of Object.entries(decisions.events)) {
    const start = article.text.indexOf(decision.quote);
    const event =
      decided.find((one) => one.id === id) ??
      (decision.label === undefined || decision.drop
        ? undefined
        : added(id, decision.label, start, decision));
    if (start < 0)
      warnings.push(
        `${at(decisions, `events.${id}`)}: the quoted words are no longer in the article, so this no longer applies`,
      );
    else if (!event)
      warnings.push(
        `${at(decisions, `events.${id}`)}: the story has no event "${id}" any more; one of ${decided.map((one) => one.id).join(', ') || 'none'}`,
      );
    else if (decision.drop) decided = decided.filter((one) => one.id !== id);
    else {
      const changed = apply(event, decision, candidates, namesOf);
      const left = decision.label === undefined && stillNames(changed, event, namesOf);
      if (left)
        warnings.push(
          `${at(decisions, `events.${id}.place`)}: the label "${changed.label}" still names ${left}. Write label: too`,
        );
      decided = [...decided.filter((one) => one.id !== id), changed].sort((a, b) => a.start - b.start);
    }
  }
  const ids = new Set(decided.map(({ id }) => id));
  return decided.map((event) =>
    event.bound && !ids.has(event.bound.event) ? { ...event, bound: null } : event,
  );
}

function added(id: string, label: string, start: number, { quote }: EventDecision): StoryEvent {
  return {
    id,
    label,
    start,
    end: start + quote.length,
    also: [],
    status: 'happened',
    edtf: null,
    basis: 'not-stated',
    dateWords: null,
    earliest: null,
    latest: null,
    bound: null,
    places: [],
    placeBasis: 'not-stated',
    participants: [],
    speaker: null,
    background: false,
    source: null,
  };
}

function apply(
  event: StoryEvent,
  { label, edtf, status, place, source, speaker }: EventDecision,
  candidates: string[],
  namesOf: NamesOf,
): StoryEvent {
  const decided = { ...event };
  if (label !== undefined) decided.label = label;
  if (status !== undefined) decided.status = status;
  if (place !== undefined) {
    decided.places = place === null ? [] : [place];
    decided.placeBasis = place === null ? 'not-stated' : source ? 'inferred' : 'stated';
    if (label === undefined) decided.label = moveLabel(event, place, namesOf);
  }
  if (edtf !== undefined && (edtf === null || isEdtf(edtf))) {
    const bounds = edtf === null ? null : boundsOf(edtf, candidates);
    Object.assign(decided, {
      edtf,
      basis: edtf === null ? 'not-stated' : 'inferred',
      dateWords: null,
      earliest: bounds?.earliest ?? null,
      latest: bounds?.latest ?? null,
    });
  }
  if (speaker !== undefined) decided.speaker = { name: speaker, form: event.speaker?.form ?? 'reported' };
  if (speaker !== undefined || label !== undefined) decided.label = withSpeaker(decided, label !== undefined);
  if (source !== undefined) decided.source = source;
  return decided;
}

/** Whose word it is stands in the label, be it ours or the editor's. */
function withSpeaker({ label, speaker }: StoryEvent, isOwn: boolean): string {
  if (!speaker) return label;
  const [what] = isOwn ? [label] : splitSpeaker(label);
  return what.includes(speaker.name) ? what : `${what}, according to ${speaker.name}`;
}

/** The label with the new place in the place of the old, or with none: "met in Lyon" is "met in Paris", or "met". */
function moveLabel({ label, places }: StoryEvent, place: string | null, namesOf: NamesOf): string {
  const old = namesIn(places, namesOf);
  if (!old || (place !== null && places.includes(place))) return label;
  const [what, speaker] = splitSpeaker(label);
  // "in Doha, Evora and Suva", "in 7 places", "in Lyon, France"
  const one = `(?:the )?(?:${old}|\\d+ places)`;
  const where = new RegExp(
    `( (?:in|at|near|to|into|on))? ${one}(?:(?:, and|,| and) ${one})*(?![\\p{L}\\p{N}’'])(?:, \\p{Lu}[\\p{L}.]*)*`,
    'gu',
  );
  const found = [...what.matchAll(where)].filter(({ index }) => !/ of(?: the)?$/.test(what.slice(0, index)));
  const last = found.findLast(([, preposition]) => preposition) ?? (found.length === 1 ? found[0]! : null);
  const name = place === null ? undefined : namesOf(place)[0];
  if (!last || (!last[1] && !name)) return label;
  const put = name ? `${last[1] ?? ''} ${name}` : '';
  return what.slice(0, last.index) + put + what.slice(last.index + last[0].length) + speaker;
}

/** The name of an old place that stands in the label as before, null where none does. */
function stillNames({ label, places }: StoryEvent, before: StoryEvent, namesOf: NamesOf): string | null {
  const gone = before.places.filter((id) => !places.includes(id));
  const old = namesIn(gone, namesOf);
  if (!old || label !== before.label) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${old})(?![\\p{L}\\p{N}])`, 'u').exec(label)?.[0] ?? null;
}

/** The names of places as an expression, the longest first; '' for none. */
function namesIn(places: readonly string[], namesOf: NamesOf): string {
  return places
    .flatMap((id) => namesOf(id))
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/^the /, '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|');
}

/** The legs but those from or to where an editor says that nothing happened. */
export function decideLegs(legs: StoryLeg[], before: StoryEvent[], after: StoryEvent[]): StoryLeg[] {
  const placesOf = (events: StoryEvent[], { event }: StoryLeg) =>
    events.find(({ id }) => id === event)?.places ?? [];
  return legs.filter((leg) => {
    const places = placesOf(after, leg);
    const gone = placesOf(before, leg).filter((id) => !places.includes(id));
    return !gone.some((id) => id === leg.from || id === leg.to);
  });
}

/** An editor’s own words for a view. */
export interface OwnWords {
  caption: string | undefined;
  alt: string | undefined;
  /** Where the alt stands, for a message. */
  where: string;
}

/** The views after the editor's decisions, with the captions and alts that outrank ours. `stepIds` by view's step. */
export function decideViews(
  views: View[],
  stepIds: string[],
  article: Article,
  places: StoryPlace[],
  events: StoryEvent[],
  decisions: Decisions | null,
  warnings: string[],
): { views: View[]; words: Map<number, OwnWords> } {
  const words = new Map<number, OwnWords>();
  if (!decisions) return { views, words };
  const decided = [...views];
  for (const [key, decision] of Object.entries(decisions.scenes)) {
    const [, step, state] = /^(.*?)(?:\/(\d+))?$/.exec(key)!;
    const number = stepIds.indexOf(step!);
    const own = views.flatMap((view, index) => (view.step === number ? [index] : []));
    const index = own[Number(state ?? 1) - 1];
    const where = at(decisions, `scenes.${key}`);
    if (number < 0 || index === undefined) {
      warnings.push(`${where}: the story has no step "${key}" any more; one of ${stepIds.join(', ')}`);
      continue;
    }
    const view = decided[index]!;
    if (!article.text.slice(view.start, view.end).includes(decision.quote)) {
      warnings.push(
        `${where}: the quoted words are no longer in this part of the article, so this no longer applies`,
      );
      continue;
    }
    decided[index] = applyTo(view, decision, places, events, where, warnings);
    words.set(index, {
      caption: decision.caption,
      alt: decision.alt,
      where: at(decisions, `scenes.${key}.alt`),
    });
  }
  return { views: decided, words };
}

function applyTo(
  view: View,
  decision: SceneDecision,
  places: StoryPlace[],
  events: StoryEvent[],
  where: string,
  warnings: string[],
): View {
  const pick = <T extends { id: string }>(ids: string[] | undefined, all: T[], own: T[]): T[] => {
    if (!ids) return own;
    return ids.flatMap((id) => {
      const found = all.find((one) => one.id === id);
      if (!found) warnings.push(`${where}: the story has no "${id}" any more`);
      return found ? [found] : [];
    });
  };
  const now = pick(decision.now, places, view.now);
  const quiet = pick(decision.quiet, places, view.quiet).filter((place) => !now.includes(place));
  return {
    ...view,
    bbox: decision.camera ?? view.bbox,
    now,
    quiet,
    events: pick(decision.events, events, view.events),
  };
}
