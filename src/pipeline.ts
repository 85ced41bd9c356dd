import type { Decisions } from './article/decisions.ts';
import type { Policy } from './policy.ts';
import type { Question } from './story/question.ts';
import type { Story } from './story/schema.ts';

/** What one article becomes: its story and what only an editor can settle. */
export interface Derived {
  story: Story;
  questions: Question[];
  /** Sentences for the editor that stop nothing: a decision that matches nothing any more, a note. */
  warnings: string[];
}

export interface DeriveInput {
  /** Path as messages name it. */
  file: string;
  /** The file's bytes as they are on disk. */
  bytes: Uint8Array;
  decisions: Decisions | null;
  policy: Policy;
  /** The committed story, whose ids are carried over; null for a new article. */
  previous: Story | null;
}
