import type { Article } from '../article/article.ts';
import type { Decisions, EventDecision, SceneDecision } from '../article/decisions.ts';
import { boundsOf, isEdtf } from '../dates/edtf.ts';
import type { View } from './scenes.ts';
import type { StoryEvent, StoryPlace } from './schema.ts';

/** Where a decision stands, for a message. */
function at(decisions: Decisions, path: string): string {
  const position = decisions.positions[path];
  return position ? `${decisions.file}:${position.line}:${position.column}` : decisions.file;
}

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
    else
      decided = [...decided.filter((one) => one.id !== id), apply(event, decision, candidates)].sort(
        (a, b) => a.start - b.start,
      );
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
): StoryEvent {
  const decided = { ...event };
  if (label !== undefined) decided.label = label;
  if (status !== undefined) decided.status = status;
  if (place !== undefined) {
    decided.places = place === null ? [] : [place];
    decided.placeBasis = place === null ? 'not-stated' : source ? 'inferred' : 'stated';
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
  if (source !== undefined) decided.source = source;
  return decided;
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
): { views: View[]; words: Map<number, { caption?: string | undefined; alt?: string | undefined }> } {
  const words = new Map<number, { caption?: string | undefined; alt?: string | undefined }>();
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
    words.set(index, { caption: decision.caption, alt: decision.alt });
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

/** Warns of decisions on names, or on a mention of one ("Gaza#3"), that the article doesn’t hold any more. */
export function checkPlaces({ text }: Article, decisions: Decisions | null, warnings: string[]): void {
  if (!decisions) return;
  for (const key of Object.keys(decisions.places)) {
    const [, name, number] = /^(.*?)(?:#(\d+))?$/s.exec(key)!;
    const count = text.split(name!).length - 1;
    if (count >= Number(number ?? 1)) continue;
    const said =
      number && count
        ? `the article names "${name}" ${count} times only`
        : `the article no longer names "${name}"`;
    warnings.push(`${at(decisions, `places.${key}`)}: ${said}, so this no longer applies`);
  }
}
