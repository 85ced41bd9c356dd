import type { Article, Span } from '../article/article.ts';
import type { Decisions } from '../article/decisions.ts';
import type { Bbox } from '../geo.ts';
import type { Published, Timex } from '../dates/timex.ts';
import { closeUp, fitBox, framed, isShown, isSmall, nameCameras } from './cameras.ts';
import { distinctAlts, writeAlt, writeCaption } from './captions.ts';
import { isWithin } from './containment.ts';
import { decideViews } from './decide.ts';
import type { SceneState, StoryEvent, StoryLeg, StoryPlace, StoryStep, StoryToponym } from './schema.ts';
import { type Step, tells } from './steps.ts';

/** What scenes are made of. */
export interface Told {
  article: Article;
  published: Published | null;
  events: StoryEvent[];
  legs: StoryLeg[];
  places: StoryPlace[];
  toponyms: StoryToponym[];
  timexes: Timex[];
  /** Whose words stand where, by name, in text order. */
  speakers: (Span & { name: string })[];
  /** The box of each area's main part, by place: what a camera frames. */
  cores: ReadonlyMap<string, Bbox>;
}

/** A moment of a step before its camera has a name and its words are written. */
export interface View extends Span {
  step: number;
  bbox: Bbox | null;
  now: StoryPlace[];
  quiet: StoryPlace[];
  /** Told here, but not where the camera looks: they are not drawn, and the words say so. */
  beyond: StoryPlace[];
  events: StoryEvent[];
}

/**
 * The steps with their scenes. Few cameras serve a story: one that holds all its venues and subjects, and a close-up
 * for a moment that is about one area too small to be seen in it. To stay is the usual move. The editor's decisions
 * outrank all of it.
 */
export function buildSteps(
  steps: Step[],
  told: Told,
  decisions: Decisions | null,
  warnings: string[],
): StoryStep[] {
  const ids = steps.map(({ id }) => id);
  const { views: decided, words } = decideViews(
    findViews(steps, told),
    ids,
    told.article,
    told.places,
    told.events,
    decisions,
    warnings,
  );
  const views = decided.map((view) => keepShown(view, told));
  const cameras = nameCameras(views.map(({ bbox }) => bbox));
  const captions = views.map(
    (view, index) => words.get(index)?.caption ?? writeCaption(view, told, index === 0),
  );
  const written = views.map(
    (view, index) => words.get(index)?.alt ?? writeAlt(view, views[index - 1] ?? null, told),
  );
  const own = new Set([...words].flatMap(([index, { alt }]) => (alt === undefined ? [] : [index])));
  for (const [first, second] of sameAlts(views, written, own, told))
    warnings.push(
      `${words.get(second)!.where}: the same alt as ${words.get(first)!.where}, whose map shows something else. Say what each map shows`,
    );
  const alts = distinctAlts(written, views, told, own);
  const states = views.map((view, index): SceneState => ({
    start: Math.max(view.start, steps[view.step]!.start),
    end: view.end,
    camera: cameras[index]!,
    bbox: view.bbox,
    now: view.now.map(({ id }) => id),
    quiet: view.quiet.map(({ id }) => id),
    events: view.events.map(({ id }) => id),
    caption: captions[index]!,
    alt: alts[index]!,
  }));
  return steps.map(({ id, start, end }, step) => {
    const own = states.filter((_, index) => views[index]!.step === step);
    const { start: _start, end: _end, ...first } = own[0]!;
    return { id, start, end, scene: { ...first, states: own.length > 1 ? own : [] } };
  });
}

/** Views to which an editor gave one alt though their maps differ, each with the first that has it. */
function sameAlts(
  views: View[],
  alts: string[],
  own: ReadonlySet<number>,
  { legs }: Told,
): [number, number][] {
  const shown = ({ bbox, now, quiet, events }: View) => {
    const lines = legs.filter((leg) => events.some(({ id }) => id === leg.event));
    return JSON.stringify([bbox, now.map(({ id }) => id), quiet.map(({ id }) => id).sort(), lines]);
  };
  const indexes = [...own].sort((a, b) => a - b);
  return indexes.flatMap((second): [number, number][] => {
    const first = indexes.find((index) => alts[index] === alts[second])!;
    return shown(views[first]!) === shown(views[second]!) ? [] : [[first, second]];
  });
}

function findViews(steps: Step[], told: Told): View[] {
  const { events, legs, toponyms } = told;
  const places = told.places.filter(({ lngLat, boundary }) => lngLat !== null && boundary !== 'none-agreed');
  const main = places.filter(({ role }) => role !== 'mention');
  const overview = fitBox(framed(main.length ? main : places, told.cores));
  const introduced = new Set<string>();
  const views: View[] = [];
  steps.forEach(({ moments }, step) => {
    for (const { start, end } of moments) {
      const here = events.filter((event) => tells(event, { start, end }, told.article.text));
      const placed = new Set(
        here
          .filter(({ background, status }) => !background && status !== 'cancelled')
          .flatMap((event) => [
            ...event.places,
            ...legs.filter((leg) => leg.event === event.id).map(({ to }) => to),
          ]),
      );
      const named = new Set(
        toponyms
          .filter(
            (toponym) =>
              toponym.role === 'literal' &&
              toponym.start >= start &&
              toponym.end <= end &&
              !isDateline(told, toponym),
          )
          .map(({ place }) => place),
      );
      const now = main.filter(({ id, role }) => placed.has(id) || (role === 'subject' && named.has(id)));
      for (const { id } of now) introduced.add(id);
      const origins = new Set(
        legs.filter((leg) => here.some(({ id }) => id === leg.event)).map(({ from }) => from),
      );
      for (const id of origins) if (id) introduced.add(id);
      const isOuter = (id: string) => places.some(({ within }) => within === id);
      const bbox = cameraFor(framed(now, told.cores), overview);
      const quiet = places.filter(
        ({ id, role, lngLat, within }) =>
          !now.some((one) => one.id === id) &&
          (role === 'mention'
            ? named.has(id) && !isOuter(id) && within === null && bbox !== null && isWithin(lngLat!, bbox)
            : introduced.has(id) && bbox !== null && isWithin(lngLat!, bbox)),
      );
      views.push({ start, end, step, bbox, now, quiet, beyond: [], events: here });
    }
  });
  // Before the first place is told, what comes first lies at rest: an empty map says nothing.
  const first = views.findIndex(({ now }) => now.length > 0);
  return views.map((view, index) =>
    index < first && !view.quiet.length ? { ...view, quiet: views[first]!.now } : view,
  );
}

/** What lies outside the camera isn't drawn, whoever chose the camera. */
function keepShown(view: View, { cores }: Told): View {
  const { bbox, now, quiet } = view;
  if (!bbox) return view;
  const isDrawn = (place: StoryPlace) => framed([place], cores).every((one) => isShown(one, bbox));
  return {
    ...view,
    now: now.filter(isDrawn),
    quiet: quiet.filter(isDrawn),
    beyond: now.filter((place) => !isDrawn(place)),
  };
}

function isDateline({ article: { dateline } }: Told, { start, end }: Span): boolean {
  return dateline !== null && start >= dateline.start && end <= dateline.end;
}

/**
 * The overview; a close-up where the moment is about one small area and nothing else, and a look at what lies outside the
 * overview (a vast country) where it is about that alone.
 */
function cameraFor(now: StoryPlace[], overview: Bbox | null): Bbox | null {
  if (!overview) return null;
  const only = now.length === 1 ? now[0]! : null;
  if (only?.role === 'subject' && isSmall(only, overview)) return closeUp(only);
  const sure = now.filter(({ status }) => status === 'resolved');
  return sure.length > 0 && !sure.some((place) => isShown(place, overview)) ? fitBox(sure) : overview;
}
