import { foldName } from './fold.ts';
import { cellList, readTable, readWords } from './table.ts';

/** The classes of `data/gazetteer/cues.tsv`, each with its words folded. */
export interface Cues {
  title: ReadonlySet<string>;
  office: ReadonlySet<string>;
  company: ReadonlySet<string>;
  paper: ReadonlySet<string>;
  team: ReadonlySet<string>;
  event: ReadonlySet<string>;
  after: ReadonlySet<string>;
  place: ReadonlySet<string>;
  street: ReadonlySet<string>;
  before: ReadonlySet<string>;
  locative: ReadonlySet<string>;
  acts: ReadonlySet<string>;
  organisation: ReadonlySet<string>;
  /** The first words of `organisation`. */
  organisationFirst: ReadonlySet<string>;
  orghead: ReadonlySet<string>;
  brand: ReadonlySet<string>;
  /** words.txt: common English words. */
  words: ReadonlySet<string>;
  /** first-names.txt. */
  firstNames: ReadonlySet<string>;
  /** surnames.txt. */
  surnames: ReadonlySet<string>;
  /** place-first-names.txt: first names that are better known as places. */
  placeNames: ReadonlySet<string>;
}

let cues: Cues | null = null;

/** The lists of words that recognition goes by, read once a process. Throws `InputError` for a malformed table. */
export function loadCues(): Cues {
  return (cues ??= readCues());
}

function readCues(): Cues {
  const lists: Record<string, ReadonlySet<string>> = {};
  for (const row of readTable('cues.tsv', ['class', 'words', 'reason']))
    lists[row.class] = new Set(cellList(row.words).map(foldName));
  lists['organisationFirst'] = new Set([...(lists['organisation'] ?? [])].map((name) => name.split(' ')[0]!));
  lists['words'] = new Set(readWords('words.txt'));
  const firstNames = new Set(readWords('first-names.txt'));
  for (const cue of ['title', 'office', 'orghead', 'after', 'event', 'place'])
    for (const word of lists[cue] ?? []) firstNames.delete(word);
  lists['firstNames'] = firstNames;
  lists['surnames'] = new Set(readWords('surnames.txt'));
  lists['placeNames'] = new Set(readWords('place-first-names.txt'));
  return lists as unknown as Cues;
}
