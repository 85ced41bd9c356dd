import type { DecisionsPatch } from '../article/write-decisions.ts';
import type { LngLat } from '../geo.ts';

/** What the form of a place holds; undefined where it stands as it was found. */
export interface PlaceChoice {
  /** `Gaza`, or `Gaza#3` for one mention. */
  key: string;
  /** An id, or `none`. */
  is?: string;
  at?: LngLat;
  name?: string;
  role?: string;
  sameAs?: string;
  because: string;
}

/** What the form of an event holds; undefined where it stands as it was found. */
export interface EventChoice {
  id: string;
  quote: string;
  drop?: boolean;
  label?: string;
  edtf?: string;
  status?: string;
  place?: string;
  source?: string;
  speaker?: string;
  because: string;
}

/** The patch of a place's form; null where it decides nothing. A point is rounded to 5 decimals, about a metre. */
export function placePatch({ key, because, at, ...rest }: PlaceChoice): DecisionsPatch | null {
  const point = at ? { at: at.map((degrees) => Math.round(degrees * 1e5) / 1e5) } : {};
  // What is no place has no point, name or role.
  const decided = rest.is === 'none' ? { is: 'none' } : { ...rest, ...point };
  return entryPatch('places', key, decided, { because });
}

/** The patch of an event's form; null where it decides nothing. */
export function eventPatch({ id, quote, because, ...rest }: EventChoice): DecisionsPatch | null {
  return entryPatch('events', id, rest, { quote, because });
}

function entryPatch(
  section: string,
  key: string,
  decided: Record<string, PatchScalar | undefined>,
  always: Record<string, string>,
): DecisionsPatch | null {
  const set = Object.entries(decided).filter(([, value]) => value !== undefined && value !== '');
  if (set.length === 0) return null;
  return { [section]: { [key]: { ...(Object.fromEntries(set) as DecisionsPatch), ...always } } };
}

type PatchScalar = string | boolean | readonly number[];

/** The patch that takes a whole entry back. */
export function undoPatch(section: 'places' | 'events', key: string): DecisionsPatch {
  return { [section]: { [key]: null } };
}

/** The patch that signs a story: by whom, on which day of the editor's own calendar, and which story. */
export function signPatch(by: string, at: Date, story: string): DecisionsPatch {
  const [year, month, day] = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return { reviewed: { by, at: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, story } };
}
