import type { PersonMention } from '../places/place.ts';
import { slugOf, uniqueIds } from './ids.ts';
import type { StoryPerson } from './schema.ts';

/** A person of the story, and how a label names them: the last name where that is clear. */
export interface Person extends StoryPerson {
  short: string;
}

/**
 * One person for each name, in order of first mention, with the first title that the article gives. A surname alone is
 * the one person of the article who bears it.
 */
export function findPeople(mentions: PersonMention[]): Person[] {
  const full = [...new Set(mentions.map(({ name }) => name))].filter((name) => name.includes(' '));
  const byName = new Map<string, PersonMention[]>();
  for (const mention of mentions) {
    const bearers = mention.name.includes(' ') ? [] : full.filter((name) => lastName(name) === mention.name);
    const name = bearers.length === 1 ? bearers[0]! : mention.name;
    byName.set(name, [...(byName.get(name) ?? []), mention]);
  }
  const names = [...byName.keys()];
  const ids = uniqueIds(names.map(slugOf), 'person');
  const lasts = names.map(lastName);
  return names.map((name, index) => {
    const all = byName.get(name)!;
    return {
      id: ids[index]!,
      name,
      title: all.find((mention) => mention.title)?.title ?? null,
      mentions: all.map(({ start, end }) => ({ start, end })),
      // "John Paul II" has no last name.
      short:
        REGNAL.test(name) || lasts.filter((last) => last === lasts[index]).length > 1 ? name : lasts[index]!,
    };
  });
}

const REGNAL = / (?:I{1,3}|IV|VI{0,3}|IX|X{1,2}I{0,3}|XVI)$/;
const PARTICLE = /^(?:al|el|bin|ibn|ben|von|van|der|den|de|del|della|di|da|dos|du|la|le|st\.?|mac)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** "Ursula von der Leyen" → "von der Leyen"; a single name stays. */
function lastName(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && SUFFIX.test(words.at(-1)!)) words.pop();
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from -= 1;
  return words.slice(from).join(' ').replace(/,$/, '');
}
