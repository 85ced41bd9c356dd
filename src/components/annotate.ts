import type { Story, StoryStep } from '../story/schema.ts';

/** A run of the article's words: plain, a name of a place of the story, or a date. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'place'; text: string; place: string; start: number }
  | { kind: 'date'; text: string; edtf: string; datetime: string | null };

/** The words of one moment of a step. */
export interface Passage {
  state: number;
  parts: Part[];
}

/**
 * The words of a step, cut where a moment begins, a place is named or a date is given. Joined, the parts are the
 * paragraph to the letter. A name or a date that crosses the edge of a moment stays plain.
 */
export function passagesOf(story: Story, step: StoryStep): Passage[] {
  const text = story.text ?? '';
  const { states } = step.scene;
  const edges = [step.start, ...states.slice(1).map(({ start }) => start), step.end];
  return edges
    .slice(0, -1)
    .map((start, state) => ({ state, parts: partsOf(story, text, start, edges[state + 1] ?? step.end) }));
}

function partsOf(story: Story, text: string, start: number, end: number): Part[] {
  const marks = [
    ...story.toponyms.flatMap(({ start, end, place }) =>
      place === null ? [] : [{ start, end, place, edtf: null }],
    ),
    ...story.timexes.flatMap(({ start, end, edtf }) =>
      edtf === null ? [] : [{ start, end, place: null, edtf }],
    ),
  ]
    .filter((mark) => mark.start >= start && mark.end <= end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: Part[] = [];
  let at = start;
  const plain = (to: number) => {
    if (to > at) parts.push({ kind: 'text', text: text.slice(at, to) });
  };
  for (const mark of marks) {
    if (mark.start < at) continue; // inside a longer name or date
    plain(mark.start);
    const words = text.slice(mark.start, mark.end);
    if (mark.place !== null) parts.push({ kind: 'place', text: words, place: mark.place, start: mark.start });
    else parts.push({ kind: 'date', text: words, edtf: mark.edtf, datetime: datetimeOf(mark.edtf) });
    at = mark.end;
  }
  plain(end);
  return parts;
}

/** What HTML allows in `<time datetime>`: a day, a month, a year, or a day without a year; else null. */
export function datetimeOf(edtf: string): string | null {
  if (/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(edtf)) return edtf;
  return /^XXXX-(\d\d-\d\d)$/.exec(edtf)?.[1] ?? null;
}
