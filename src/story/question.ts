import type { Span } from '../article/article.ts';

/** Something that only an editor can settle. Blocking ones stop a frozen build; notes leave a place unpinned. */
export interface Question {
  /** Stable key of what is asked: `title`, `published`, `places.Springfield`, `legs.travel-ankara`. */
  key: string;
  blocking: boolean;
  /** The question as a sentence: "Which year is 13 August?" */
  ask: string;
  /** Answers to choose from, best first; `value` is what the decisions file takes. */
  candidates: { value: string; label: string }[];
  /** Where in the text it stands, null for the story as a whole. */
  span: Span | null;
  /** The sentence of the text that it stands in, or null. */
  sentence: string | null;
  /** The lines to put into the decisions file, valid YAML. */
  mend: string;
}
