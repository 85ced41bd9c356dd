/** "Haniyeh’s killing" → "haniyehs-killing": letters and digits in lower case, without marks, joined by hyphens. */
export function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Makes each id the only one: a second "meeting-moscow" becomes "meeting-moscow-2". Empty ones are `fallback`. */
export function uniqueIds(ids: string[], fallback: string): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const base = id || fallback;
    let unique = base;
    for (let count = 2; taken.has(unique); count += 1) unique = `${base}-${count}`;
    taken.add(unique);
    return unique;
  });
}

/** Something of the committed story: its id and its words. */
export interface Known {
  id: string;
  words: string;
}

/** Below this share of common words two texts are not the same thing. */
const SAME = 0.5;

/**
 * Carries ids over: each new text takes the id of the old one that it matches best, so that an inserted paragraph
 * renames nothing. The rest keep their fresh ids, made unique among all. `before` empty: the fresh ids.
 */
export function carryIds(fresh: Known[], before: Known[], fallback: string): string[] {
  if (!before.length)
    return uniqueIds(
      fresh.map(({ id }) => id),
      fallback,
    );
  const bags = before.map((known) => bagOf(known.words));
  const pairs = fresh.flatMap(({ words }, index) => {
    const bag = bagOf(words);
    return bags.map((other, known) => ({ index, known, likeness: likeness(bag, other) }));
  });
  pairs.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      Math.abs(a.index - a.known) - Math.abs(b.index - b.known) ||
      a.index - b.index,
  );
  const carried: (string | null)[] = fresh.map(() => null);
  const used = new Set<number>();
  for (const { index, known, likeness } of pairs) {
    if (likeness < SAME || carried[index] !== null || used.has(known)) continue;
    carried[index] = before[known]!.id;
    used.add(known);
  }
  const taken = new Set(carried.filter((id) => id !== null));
  const own = uniqueIds(
    [...taken, ...fresh.filter((_, index) => carried[index] === null).map(({ id }) => id)],
    fallback,
  ).slice(taken.size);
  return carried.map((id) => id ?? own.shift()!);
}

function bagOf(words: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Common words ÷ all words (Dice), 0 to 1. */
function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let common = 0;
  let all = 0;
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}
