import type { Gazetteer } from '../places/gazetteer.ts';
import type { Geoparse, Place, Toponym } from '../places/place.ts';
import type { Policy } from '../policy.ts';
import { withArticle } from './captions.ts';

/**
 * The same findings with one name for each place: the policy's, for a town the article's own ("Geneva", not "Genève"),
 * else the gazetteer's. Equal places are one object after this.
 */
export function namePlaces(geoparse: Geoparse, policy: Policy): Geoparse {
  const named = new Map<string, Place>();
  const nameOf = (place: Place): Place => {
    const known = named.get(place.id);
    if (known) return known;
    const name =
      policy.names[place.id] ||
      (place.kind === 'city' ? wordsFor(place, geoparse.toponyms) : null) ||
      place.name;
    const renamed = { ...place, name };
    named.set(place.id, renamed);
    return renamed;
  };
  const toponyms = geoparse.toponyms.map((toponym): Toponym => {
    const { resolution } = toponym;
    return resolution.place
      ? { ...toponym, resolution: { ...resolution, place: nameOf(resolution.place) } }
      : toponym;
  });
  return { ...geoparse, toponyms };
}

/** The names of a place of the article or the gazetteer: the one to show, then how the article writes it. */
export function namesOfPlaces(
  toponyms: readonly Toponym[],
  gazetteer: Pick<Gazetteer, 'numberOf' | 'place'>,
  policy: Policy,
): (id: string) => readonly string[] {
  return (id) => {
    const here = toponyms.filter(({ resolution }) => resolution.place?.id === id);
    const number = here.length > 0 ? -1 : gazetteer.numberOf(id);
    const shown = here[0]?.resolution.place ?? (number < 0 ? null : gazetteer.place(number));
    if (!shown) return [];
    const name = withArticle({ ...shown, name: policy.names[id] || shown.name });
    return [name, ...new Set(here.map((toponym) => toponym.name))];
  };
}

/** How the article writes the town most often, in capitals and small letters; null for abbreviations. */
function wordsFor(place: Place, toponyms: Toponym[]): string | null {
  const counts = new Map<string, number>();
  for (const { name, role, resolution } of toponyms) {
    if (
      role !== 'literal' ||
      resolution.place?.id !== place.id ||
      !/^\p{Lu}[\p{L}\p{M}]*\p{Ll}{2}/u.test(name) ||
      /[.,\n]/.test(name)
    )
      continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
