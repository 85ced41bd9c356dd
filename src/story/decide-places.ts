import type { Article } from '../article/article.ts';
import type { Decisions } from '../article/decisions.ts';
import { InputError, type Problem } from '../errors.ts';
import { isFreeId, spansOfKey } from '../places/decide.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { Toponym } from '../places/place.ts';
import type { Policy } from '../policy.ts';
import type { Added } from './roles.ts';
import type { StoryEvent } from './schema.ts';

type Entries = Pick<Gazetteer, 'numberOf' | 'place'>;

/** Where a decision stands, for a message. */
export function at(decisions: Decisions, path: string): string {
  const position = decisions.positions[path];
  return position ? `${decisions.file}:${position.line}:${position.column}` : decisions.file;
}

/**
 * Warns of decisions on places that do nothing: on names that the article doesn’t hold any more or that are recognised as
 * none, with ids that the gazetteer doesn't have, or the same as a name that means no place. `found` is what the rules
 * find by themselves.
 */
export function checkPlaces(
  { text }: Article,
  found: readonly Toponym[],
  decisions: Decisions | null,
  gazetteer: Entries,
  warnings: string[],
): void {
  if (!decisions) return;
  for (const [key, { is, sameAs, add, at: point }] of Object.entries(decisions.places)) {
    const warn = (path: string, what: string) => warnings.push(`${at(decisions, path)}: ${what}`);
    const [, name = key] = /^(.*)#(\d+)$/s.exec(key) ?? [];
    const spans = spansOfKey(text, key, found);
    if (spans.length === 0) {
      const count = spansOfKey(text, name, found).length;
      const said = count
        ? `the article names "${name}" ${count === 1 ? 'once' : `${count} times`} only`
        : text.includes(name)
          ? `the article has "${name}" only within other words`
          : `the article no longer names "${name}"`;
      warn(`places.${key}`, `${said}, so this no longer applies`);
      continue;
    }
    const isFound = spans.some((span) =>
      found.some(({ start, end }) => start === span.start || (start >= span.start && end <= span.end)),
    );
    if (!isFound && !add) {
      const mend = is === null ? 'Take it out' : 'To mark it, write add: true, and is:, at: or sameAs:';
      warn(`places.${key}`, `"${key}" is not taken for a place, so this does nothing. ${mend}`);
      continue;
    }
    if (is && gazetteer.numberOf(is) < 0 && !(point && isFreeId(is)))
      warn(
        `places.${key}.is`,
        `the gazetteer has no place "${is}", so this does nothing. Write an id of its own as area:a-few-words, and at: its point`,
      );
    if (sameAs && !found.some((one) => one.name === sameAs && one.resolution.place))
      warn(`places.${key}.sameAs`, `no place of the article is named "${sameAs}", so this does nothing`);
  }
}

/**
 * The places that events have by an editor’s decision alone, in order of the events, for the article names them nowhere.
 * What is placed there comes from elsewhere and bears a source. Throws `InputError` for ids that name no place.
 */
export function addedPlaces(
  events: StoryEvent[],
  toponyms: readonly Toponym[],
  decisions: Decisions | null,
  gazetteer: Entries,
  policy: Pick<Policy, 'names'>,
): { events: StoryEvent[]; added: Added[] } {
  const named = new Set(
    toponyms.flatMap(({ role, resolution }) =>
      role === 'literal' && resolution.place ? [resolution.place.id] : [],
    ),
  );
  const added = new Map<string, Added>();
  const problems: Problem[] = [];
  const marked = events.map((event) => {
    const decision = decisions?.events[event.id];
    const id = decision?.place;
    if (!id || named.has(id) || !event.places.includes(id)) return event;
    const number = gazetteer.numberOf(id);
    if (number < 0) {
      problems.push({
        file: decisions!.file,
        ...decisions!.positions[`events.${event.id}.place`],
        what: 'no such place in the article or the gazetteer',
        got: id,
        mend: `Write the id of a place, e.g. ${[...named][0] ?? 'geonames:524901'}, or none`,
      });
      return event;
    }
    const place = gazetteer.place(number);
    added.set(id, {
      place: { ...place, name: policy.names[id] || place.name },
      because: decision.because,
    });
    return { ...event, placeBasis: 'inferred' as const, source: event.source ?? decision.because };
  });
  if (problems.length > 0) throw new InputError(problems);
  return { events: marked, added: [...added.values()] };
}
