import { isFamilyFirst } from '../places/family-first.ts';
import type { PersonMention } from '../places/place.ts';
import { slugOf, uniqueIds } from './ids.ts';
import type { StoryPerson } from './schema.ts';

/** A person of the story, and how a label names them: as the article does in short, where that is clear. */
export interface Person extends StoryPerson {
  short: string;
}

/**
 * One person for each name, in order of first mention, with the first title that the article gives. A surname alone, or
 * a name between the first and the last, is the one person of the article who bears it.
 */
export function findPeople(mentions: PersonMention[], text: string): Person[] {
  const full = [...new Set(mentions.map(({ name }) => name))].filter((name) => name.includes(' '));
  const byName = new Map<string, PersonMention[]>();
  for (const mention of mentions) {
    const single = !mention.name.includes(' ');
    const last = single ? full.filter((name) => lastName(name) === mention.name) : [];
    const bearers =
      last.length || !single
        ? last
        : full.filter((name) => name.split(' ').slice(1, -1).includes(mention.name));
    const name = bearers.length === 1 ? bearers[0]! : mention.name;
    byName.set(name, [...(byName.get(name) ?? []), mention]);
  }
  const names = [...byName.keys()];
  const ids = uniqueIds(names.map(slugOf), 'person');
  const shorts = names.map((name) => shortName(name, byName.get(name)!, text));
  return names.map((name, index) => {
    const all = byName.get(name)!;
    const short = shorts[index]!;
    const isShared = names.filter((other) => lastName(other) === lastName(name)).length > 1;
    const isTaken = shorts.filter((other) => other === short).length > 1;
    return {
      id: ids[index]!,
      name,
      title: all.find((mention) => mention.title)?.title ?? null,
      mentions: all.map(({ start, end }) => ({ start, end })),
      // "John Paul II" and "Leo XIV" have no last name, and that of He Lifeng reads as "he".
      short:
        REGNAL.test(name) || PRONOUN.test(short) || isTaken || (isShared && short === lastName(name))
          ? plain(name)
          : short,
    };
  });
}

/** The one name of several that the article calls somebody by most ("Lula", "Kim"), else the last. */
function shortName(name: string, mentions: PersonMention[], text: string): string {
  const last = lastName(name);
  const words = name.split(' ');
  const counts = new Map<string, number>();
  for (const { start, end } of mentions) {
    const written = text.slice(start, end);
    if (words.includes(written)) counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  const used = (word: string) => counts.get(word) ?? 0;
  const most = words.reduce((a, b) => (used(b) > used(a) ? b : a), last);
  // "Silva" of "da Silva", "Jr." of nobody.
  return last.split(' ').includes(most) || used(most) <= used(words.at(-1)!) ? last : most;
}

/** `Dorothy "Dot" Marshall` without what friends call her. */
const plain = (name: string): string => name.replace(/ ["“‘'(][^"”’')]+["”’')](?= )/g, '');

const REGNAL = / [IVX]+$/;
const PRONOUN = /^(?:He|She|You|We|Her|His|My|Me)$/;
const PARTICLE = /^(?:al|el|bin|ibn|ben|von|van|der|den|de|del|della|di|da|dos|du|la|le|st\.?|mac)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** "Ursula von der Leyen" → "von der Leyen", "Xi Jinping" → "Xi"; a single name stays. */
function lastName(name: string): string {
  const words = name.split(' ');
  if (isFamilyFirst(words)) return words[0]!;
  while (words.length > 1 && SUFFIX.test(words.at(-1)!)) words.pop();
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from -= 1;
  return words.slice(from).join(' ').replace(/,$/, '');
}
