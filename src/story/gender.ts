import { foldName } from '../places/fold.ts';
import { readWords } from '../places/table.ts';

/** The pronoun that news use for somebody. */
export type Gender = 'he' | 'she';

const HE_NOUNS =
  /^(?:man|boy|policeman|fisherman|businessman|spokesman|chairman|congressman|serviceman|gunman|husband|father|son|brother|uncle|nephew|grandfather|grandson|widower|boyfriend|stepson|stepfather|stepbrother|granddad|king|prince|emperor|sultan|emir|duke|baron|pope|pontiff|patriarch|imam|monk|actor|groom|brother-in-law|father-in-law|son-in-law)$/;
const SHE_NOUNS =
  /^(?:woman|girl|policewoman|businesswoman|spokeswoman|chairwoman|congresswoman|servicewoman|wife|mother|daughter|sister|aunt|niece|grandmother|granddaughter|widow|girlfriend|stepdaughter|stepmother|stepsister|grandma|queen|princess|empress|duchess|baroness|nun|actress|bride|sister-in-law|mother-in-law|daughter-in-law)$/;

/** Of "husband" he, of "queen" she; null for "driver" and all that either may be. */
export function genderOfNoun(lower: string): Gender | null {
  return HE_NOUNS.test(lower) ? 'he' : SHE_NOUNS.test(lower) ? 'she' : null;
}

const HE_TITLE =
  /\b(?:Mr|King|Prince|Lord|Sir|Pope|Sheikh|Sultan|Imam|Duke|Baron|Emperor|Emir|Rabbi|Patriarch|chairman|spokesman|businessman)\b/i;
const SHE_TITLE =
  /\b(?:Mrs|Ms|Miss|Queen|Princess|Lady|Dame|Duchess|Baroness|Empress|Sheikha|chairwoman|spokeswoman|businesswoman|actress)\b/i;

/** Of "Mr." he, of "Dame" she; null for "President" and for none. */
export function genderOfTitle(title: string | null): Gender | null {
  if (!title) return null;
  return HE_TITLE.test(title) ? 'he' : SHE_TITLE.test(title) ? 'she' : null;
}

let lists: Record<Gender, ReadonlySet<string>> | null = null;

/** By the first of two names or more, where English news give it to men or to women alone; else null. */
export function genderOfName(name: string): Gender | null {
  const [first = '', ...others] = name.split(' ');
  if (!others.length) return null;
  lists ??= {
    he: new Set(readWords('first-names-he.txt')),
    she: new Set(readWords('first-names-she.txt')),
  };
  const folded = foldName(first);
  return lists.he.has(folded) ? 'he' : lists.she.has(folded) ? 'she' : null;
}
