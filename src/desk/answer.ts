import type { DecisionsPatch } from '../article/write-decisions.ts';

/** A question's own lines for the decisions file, read, and the value that they propose. */
export interface Proposal {
  /** `title`, `published`, `places.Springfield`, `legs.travel-ankara` */
  key: string;
  lines: DecisionsPatch;
  proposed: string | undefined;
}

/**
 * The patch that answers a question: its own lines with the chosen value in the place of the proposed one and the
 * editor's reason in the place of theirs. A place may be answered with a point too, "4.48, 51.92", longitude first.
 */
export function answerPatch(
  { key, lines, proposed }: Proposal,
  value: string,
  because: string,
): DecisionsPatch {
  if (key === 'title') return { title: value };
  if (key === 'published') {
    return { published: value, ...(because === '' ? {} : { publishedBecause: because }) };
  }
  const section = Object.keys(lines)[0] ?? 'places';
  const entries = (lines[section] ?? {}) as DecisionsPatch;
  const name = Object.keys(entries)[0] ?? key.slice(key.indexOf('.') + 1);
  const own = (entries[name] ?? {}) as DecisionsPatch;
  const point = /^\[?\s*(-?[\d.]+)\s*[,\s]\s*(-?[\d.]+)\s*\]?$/.exec(value)?.slice(1).map(Number);
  if (section === 'places' && point) return { places: { [name]: { at: point, because } } };
  const slot =
    Object.keys(own).find((slot) => slot !== 'because' && slot !== 'quote' && own[slot] === proposed) ??
    (section === 'places' ? 'is' : 'place');
  return { [section]: { [name]: { ...own, [slot]: value, because } } };
}
