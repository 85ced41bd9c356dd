import type { Scene, SceneState, Story } from '../story/schema.ts';

/** One moment of a story's map: a step's own scene, or its second state. */
export interface Moment {
  step: string;
  state: number;
  scene: Scene | SceneState;
}

/** The moments of a story in reading order: a step without states is one, a step with states one for each. */
export function momentsOf(story: Story): Moment[] {
  return story.steps.flatMap(({ id, scene }) =>
    (scene.states.length > 0 ? scene.states : [scene]).map((values, state) => ({
      step: id,
      state,
      scene: values,
    })),
  );
}

/**
 * The moment that stands for the whole story in a single picture: the one that shows most of its venues and subjects,
 * then most that happens, the last of equals. Null where no moment has a map.
 */
export function summaryOf(story: Story): Moment | null {
  const chief = new Set(story.places.filter(({ role }) => role !== 'mention').map(({ id }) => id));
  const score = ({ scene }: Moment) =>
    new Set([...scene.now, ...scene.quiet].filter((id) => chief.has(id))).size * 1000 +
    scene.now.filter((id) => chief.has(id)).length * 30 +
    Math.min(29, scene.events.length);
  return momentsOf(story)
    .filter(({ scene }) => scene.bbox !== null)
    .reduce<Moment | null>((best, moment) => (best && score(best) > score(moment) ? best : moment), null);
}

const own = new WeakMap<Story, Story>();

/**
 * The story with alts that can be read alone. One that begins "The same map." leans on the picture before it: it takes
 * the first sentence, the area, of the last moment of the same camera that names it.
 */
export function withOwnAlts(story: Story): Story {
  const known = own.get(story);
  if (known) return known;
  const areas = new Map<string, string>();
  const mend = <T extends Scene | SceneState>(scene: T): T => {
    const [first = ''] = /^[^.,]*/.exec(scene.alt) ?? [];
    if (first !== 'The same map') areas.set(scene.camera, first);
    const area = areas.get(scene.camera);
    return first === 'The same map' && area ? { ...scene, alt: area + scene.alt.slice(first.length) } : scene;
  };
  const steps = story.steps.map((step) => {
    const scene = mend(step.scene);
    return { ...step, scene: { ...scene, states: scene.states.map(mend) } };
  });
  const mended = { ...story, steps };
  own.set(story, mended);
  return mended;
}
