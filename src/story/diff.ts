import { parseArticle } from '../article/parse.ts';
import { distanceKm } from '../geo.ts';
import { canonical, equalStories } from './canonical.ts';
import type { SceneState, Story, StoryEvent, StoryLeg, StoryPlace } from './schema.ts';

/** One difference between two versions of a story, in terms of the world and not of JSON. */
export interface Change {
  of: 'story' | 'text' | 'place' | 'person' | 'event' | 'leg' | 'step' | 'scene';
  how: 'added' | 'removed' | 'moved' | 'changed';
  /** Id of what changed, in the later version where it is there; null for the story as a whole. */
  id: string | null;
  /** The field, where it is one: `role`, `edtf`, `caption`. */
  field: string | null;
  before: string | null;
  after: string | null;
  /** How far a place moved. */
  km: number | null;
  /** The change as a sentence, without its full stop. */
  says: string;
  /** The sentence of the article that it rests on; of the later version where it has one. */
  sentence: string | null;
}

/**
 * What changed from one version of a story to the next: places, people, events, legs, steps and scenes in the order
 * of the later version, then what is gone. Empty exactly where the two are equal apart from `provenance` and
 * `reviewed`. A place that the same words named before and that is another now is one that moved.
 */
export function diffStories(before: Story, after: Story): Change[] {
  const sentence = { before: sentencesOf(before), after: sentencesOf(after) };
  const changes = [
    ...diffStory(before, after),
    ...diffText(before, after, sentence),
    ...diffPlaces(before, after, sentence),
    ...diffPeople(before, after),
    ...diffEvents(before, after, sentence),
    ...diffLegs(before, after, sentence),
    ...diffSteps(before, after),
  ];
  if (changes.length > 0 || equalStories(before, after)) return changes;
  const fields = (Object.keys(after) as (keyof Story)[]).filter(
    (key) => !/^(provenance|reviewed)$/.test(key) && canonical(before[key]) !== canonical(after[key]),
  );
  return [change({ of: 'story', field: fields.join(', '), says: `details changed in ${fields.join(', ')}` })];
}

type Sentences = Record<'before' | 'after', { at(start: number): string | null; all: string[] }>;

const NOTHING = {
  how: 'changed',
  id: null,
  field: null,
  before: null,
  after: null,
  km: null,
  sentence: null,
} as const;

function change(found: Pick<Change, 'of' | 'says'> & Partial<Change>): Change {
  return { ...NOTHING, ...found };
}

function sentencesOf({ text }: Story): Sentences['before'] {
  const { sentences } = parseArticle(text ?? '');
  const words = (start: number, end: number) => (text ?? '').slice(start, end).replace(/\s+/g, ' ').trim();
  return {
    at(start) {
      const found = sentences.find((sentence) => sentence.start <= start && start < sentence.end);
      return found ? words(found.start, found.end) : null;
    },
    all: sentences.map(({ start, end }) => words(start, end)),
  };
}

/** "not stated" for null, lists joined with commas, the rest as it stands. */
function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(show).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => `${key} ${show(inner)}`)
      .join(', ');
  }
  return String(value);
}

/** The fields of two versions of one thing that differ, each as a change: `role of Gaza: venue, was subject`. */
function diffFields<T>(
  before: T,
  after: T,
  fields: Record<string, (value: T) => unknown>,
  common: Pick<Change, 'of' | 'id'> & { name: string; sentence?: string | null },
): Change[] {
  const { name, ...rest } = common;
  return Object.entries(fields).flatMap(([field, value]) => {
    const [old, now] = [value(before), value(after)];
    if (canonical(old) === canonical(now)) return [];
    const says = `${field} of ${name}: ${show(now)}, was ${show(old)}`;
    return [change({ ...rest, field, before: show(old), after: show(now), says })];
  });
}

function diffStory(before: Story, after: Story): Change[] {
  return diffFields(
    before,
    after,
    {
      title: ({ title }) => title,
      slug: ({ slug }) => slug,
      language: ({ lang }) => lang,
      byline: ({ byline }) => byline,
      source: ({ source }) => source,
      release: ({ release }) => release,
      published: ({ published }) => published?.edtf ?? null,
      'basis of the day': ({ published }) => published?.basis ?? null,
      corrections: ({ corrections }) => corrections.map(({ date, note }) => `${date} ${note}`),
      withdrawal: ({ withdrawn }) => withdrawn,
    },
    { of: 'story', id: null, name: 'the story' },
  );
}

function diffText(before: Story, after: Story, { before: old, after: now }: Sentences): Change[] {
  if (before.text === after.text) return [];
  const [had, has] = [new Set(old.all), new Set(now.all)];
  const changes = [
    ...now.all
      .filter((words) => !had.has(words))
      .map((sentence) => change({ of: 'text', how: 'added', says: 'sentence added', sentence })),
    ...old.all
      .filter((words) => !has.has(words))
      .map((sentence) => change({ of: 'text', how: 'removed', says: 'sentence removed', sentence })),
  ];
  return changes.length > 0
    ? changes
    : [change({ of: 'text', says: 'the order or spacing of the text changed' })];
}

/** "Moscow, RU (55.75, 37.62)": latitude first, as people read it. */
function where({ name, country, lngLat }: StoryPlace): string {
  const point = lngLat ? ` (${lngLat[1].toFixed(2)}, ${lngLat[0].toFixed(2)})` : ', no point';
  return `${name}${country ? `, ${country}` : ''}${point}`;
}

function moved(before: StoryPlace, after: StoryPlace, sentence: string | null): Change {
  const km = before.lngLat && after.lngLat ? Math.round(distanceKm(before.lngLat, after.lngLat)) : null;
  const far = km === null ? '' : ` ${km.toLocaleString('en-US')} km`;
  const [from, to] = [where(before), where(after)];
  const ids = before.id === after.id ? '' : ` [${before.id} → ${after.id}]`;
  return change({
    of: 'place',
    how: 'moved',
    id: after.id,
    before: from,
    after: to,
    km,
    says: `${after.name} moved${far}: from ${from} to ${to}${ids}`,
    sentence,
  });
}

function diffPlaces(before: Story, after: Story, sentences: Sentences): Change[] {
  const named = ({ toponyms }: Story, { id, name }: StoryPlace) =>
    new Set([name, ...toponyms.filter(({ place }) => place === id).map((toponym) => toponym.name)]);
  const sentenceOf = (story: Story, id: string, version: keyof Sentences) => {
    const toponym = story.toponyms.find(({ place }) => place === id);
    return toponym ? sentences[version].at(toponym.start) : null;
  };
  const gone = before.places.filter(({ id }) => !after.places.some((place) => place.id === id));
  const changes = after.places.flatMap((place): Change[] => {
    const sentence = sentenceOf(after, place.id, 'after');
    const same = before.places.find(({ id }) => id === place.id);
    const names = named(after, place);
    const other = same
      ? -1
      : gone.findIndex((old) => [...named(before, old)].some((name) => names.has(name)));
    const old = same ?? gone.splice(other, other < 0 ? 0 : 1)[0];
    if (!old) {
      const says = `${where(place)} added as a ${place.role} [${place.id}]`;
      return [change({ of: 'place', how: 'added', id: place.id, after: where(place), says, sentence })];
    }
    const isElsewhere = old.id !== place.id || canonical(old.lngLat) !== canonical(place.lngLat);
    return [
      ...(isElsewhere ? [moved(old, place, sentence)] : []),
      ...diffFields(
        old,
        place,
        {
          name: ({ name }) => name,
          role: ({ role }) => role,
          status: ({ status }) => status,
          kind: ({ kind }) => kind,
          ...(isElsewhere
            ? {}
            : { country: ({ country }: StoryPlace) => country, box: ({ bbox }: StoryPlace) => bbox }),
          boundary: ({ boundary }) => boundary,
          source: ({ source }) => source,
        },
        { of: 'place', id: place.id, name: place.name, sentence },
      ),
    ];
  });
  const removed = gone.map((place) =>
    change({
      of: 'place',
      how: 'removed',
      id: place.id,
      before: where(place),
      says: `${where(place)} removed, was a ${place.role} [${place.id}]`,
      sentence: sentenceOf(before, place.id, 'before'),
    }),
  );
  return [...changes, ...removed];
}

function diffPeople(before: Story, after: Story): Change[] {
  const pairs = pairsOf(before.people, after.people, ({ id }) => id);
  return pairs.flatMap(([old, now]) => {
    if (old && now) {
      const name = now.name;
      return diffFields(
        old,
        now,
        { name: (person) => person.name, title: (person) => person.title },
        { of: 'person', id: now.id, name },
      );
    }
    const person = (now ?? old)!;
    const how = now ? 'added' : 'removed';
    return [change({ of: 'person', how, id: person.id, says: `${person.name} ${how} among the people` })];
  });
}

function diffEvents(before: Story, after: Story, sentences: Sentences): Change[] {
  const placeNames = (story: Story) => (ids: readonly string[]) =>
    ids.map((id) => story.places.find((place) => place.id === id)?.name ?? id);
  const names = new Map([
    ...before.events.map((event) => [event, placeNames(before)] as const),
    ...after.events.map((event) => [event, placeNames(after)] as const),
  ]);
  const words = new Map([
    ...before.events.map((event) => [event, before.text?.slice(event.start, event.end)] as const),
    ...after.events.map((event) => [event, after.text?.slice(event.start, event.end)] as const),
  ]);
  const day = ({ edtf, basis }: StoryEvent) => (edtf ? `${edtf} (${basis})` : 'not stated');
  return pairsOf(before.events, after.events, ({ id }) => id).flatMap(([old, now]) => {
    if (old && now) {
      return diffFields(
        old,
        now,
        {
          label: ({ label }) => label,
          date: day,
          'earliest day': ({ earliest }) => earliest,
          'latest day': ({ latest }) => latest,
          order: ({ bound }) => bound && `${bound.relation} ${bound.event}`,
          status: ({ status }) => status,
          place: (event) => names.get(event)?.(event.places),
          'basis of the place': ({ placeBasis }) => placeBasis,
          participants: ({ participants }) => participants,
          speaker: ({ speaker }) => speaker && `${speaker.name} (${speaker.form})`,
          background: ({ background }) => background,
          source: ({ source }) => source,
          words: (event) => words.get(event),
          'other mentions': ({ also }) => also.length,
        },
        { of: 'event', id: now.id, name: `“${now.label}”`, sentence: sentences.after.at(now.start) },
      );
    }
    const event = (now ?? old)!;
    const how = now ? 'added' : 'removed';
    const says = `event “${event.label}” ${how}: ${event.status}, ${day(event)}, ${show(names.get(event)?.(event.places))} [${event.id}]`;
    const sentence = sentences[now ? 'after' : 'before'].at(event.start);
    return [change({ of: 'event', how, id: event.id, says, sentence })];
  });
}

function diffLegs(before: Story, after: Story, sentences: Sentences): Change[] {
  const name = (story: Story, id: string | null) =>
    id === null ? 'a place that is not stated' : (story.places.find((place) => place.id === id)?.name ?? id);
  const travels = (story: Story, leg: StoryLeg) => `${name(story, leg.from)} to ${name(story, leg.to)}`;
  const way = ({ from, to }: StoryLeg) => `${from} ${to}`;
  const told = ({ event, to }: StoryLeg) => `${event} ${to}`;
  // The event that tells of a leg may have another id now: then it is known by its ends.
  const keys = new Set(before.legs.map(told));
  const renamed = new Map(
    after.legs.filter((leg) => !keys.has(told(leg))).map((leg) => [way(leg), told(leg)]),
  );
  const isKept = new Set(after.legs.map(told));
  const key = (leg: StoryLeg) => (isKept.has(told(leg)) ? told(leg) : (renamed.get(way(leg)) ?? told(leg)));
  return pairsOf(before.legs, after.legs, key).flatMap(([old, now]) => {
    const [story, version] = now ? ([after, 'after'] as const) : ([before, 'before'] as const);
    const leg = (now ?? old)!;
    const event = story.events.find(({ id }) => id === leg.event);
    const sentence = event ? sentences[version].at(event.start) : null;
    if (old && now) {
      return diffFields(
        old,
        now,
        {
          start: (value) => name(value === now ? after : before, value.from),
          status: ({ status }) => status,
          route: ({ route }) => route,
          travellers: ({ travellers }) => travellers,
          event: ({ event }) => event,
          km: ({ km }) => km,
        },
        { of: 'leg', id: now.event, name: `the leg ${travels(after, now)}`, sentence },
      );
    }
    const how = now ? 'added' : 'removed';
    const says = `leg ${travels(story, leg)} ${how}: ${leg.status}`;
    return [change({ of: 'leg', how, id: leg.event, says, sentence })];
  });
}

function diffSteps(before: Story, after: Story): Change[] {
  const names = new Map([...before.places, ...after.places].map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => `${names.get(id) ?? ''} [${id}]`.trim());
  return pairsOf(before.steps, after.steps, ({ id }) => id).flatMap(([old, now]) => {
    if (!old || !now) {
      const { id } = (now ?? old)!;
      const how = now ? 'added' : 'removed';
      return [change({ of: 'step', how, id, says: `step ${id} ${how}` })];
    }
    const [had, has] = [old.scene.states, now.scene.states];
    if (had.length !== has.length) {
      const says = `moments of step ${now.id}: ${has.length || 1}, was ${had.length || 1}`;
      return [change({ of: 'scene', id: now.id, field: 'states', says })];
    }
    type Values = Omit<SceneState, 'start' | 'end'>;
    const pairs: [Values, Values][] =
      has.length > 0 ? has.map((state, index) => [had[index] ?? state, state]) : [[old.scene, now.scene]];
    return pairs.flatMap(([was, is], index) => {
      const id = index === 0 ? now.id : `${now.id}/${index + 1}`;
      return diffFields(
        was,
        is,
        {
          camera: ({ camera }) => camera,
          view: ({ bbox }) => bbox,
          now: (state) => named(state.now),
          quiet: (state) => named(state.quiet),
          events: (state) => state.events,
          caption: ({ caption }) => caption,
          alt: ({ alt }) => alt,
        },
        { of: 'scene', id, name: `scene ${id}` },
      );
    });
  });
}

/** Pairs by key: those of the later list in its order, then those that are only in the earlier one. */
function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  key: (value: T) => string,
): [T | null, T | null][] {
  const [had, has] = [before, after].map((list) => new Map(list.map((value) => [key(value), value])));
  return [
    ...after.map((value): [T | null, T] => [had?.get(key(value)) ?? null, value]),
    ...before.filter((value) => !has?.has(key(value))).map((value): [T, null] => [value, null]),
  ];
}
