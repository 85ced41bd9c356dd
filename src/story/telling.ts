import type { Speech } from '../article/article.ts';
import type { Timex } from '../dates/timex.ts';
import type { EventClass, NounEntry, VerbEntry } from './event-words.ts';
import type { Status } from './mood.ts';
import type { Person } from './people.ts';
import type { PlaceArgument } from './reach.ts';
import type { Subject } from './subject.ts';
import type { Clause } from './tokens.ts';

/**
 * One telling of a happening: a verb or a noun of the text with what stands within its own reach. Several tellings may
 * be one event. Indexes count in the tokens of `clause`.
 */
export interface Telling {
  class: EventClass;
  /** What it is called: the verb's base, the noun as written in small letters; "quake" of "a quake struck". */
  word: string;
  clause: Clause;
  /** The verb's or the noun's token; `from` and `to` (exclusive) its clause or noun phrase. */
  head: number;
  from: number;
  to: number;
  /** The first token of the verb group, "is" of "is scheduled to travel"; a noun’s `from`. */
  group: number;
  verb: VerbEntry | null;
  noun: NounEntry | null;
  /** "held talks": the light verb's token before a noun, else -1. */
  light: number;
  /** "the summit opened": the token of the noun's own verb, else -1. */
  own: number;
  status: Status;
  subject: Subject | null;
  /** Who takes part by the words of this telling, in text order. */
  persons: Person[];
  places: PlaceArgument[];
  times: Timex[];
  /** "the", "this", "his": what was told before, perhaps. */
  definite: boolean;
  /** Introduced only as setting: "amid", "following", "due to". */
  setting: boolean;
  /** Goes on: "ongoing", "continued", or after "amid". */
  continuing: boolean;
  /** The speech that it stands in, null where the article itself tells it. */
  speech: Speech | null;
  /** All reported speeches that it stands in, outermost first. */
  around: Speech[];
  passive: boolean;
  /** "a man arrested in Rome": a passive without its auxiliary. */
  reduced: boolean;
  /** A plan of the past ("was due to"): nothing, unless its day is still ahead. */
  lapsed: boolean;
  /** "would travel": a plan only by the word of somebody who can keep it. */
  would: boolean;
  /** The verb of a sentence's own first clause: what the sentence is there to say. */
  main: boolean;
  /** "his", "its" where they mean the subject: a label may keep them. */
  pronouns: string[];
}
