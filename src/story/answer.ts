import type { DecisionsPatch } from '../article/write-decisions.ts';

/** A question's own lines for the decisions file, read: the entry that an answer goes into. */
export interface Proposal {
  /** `title`, `published`, `places.Springfield`, `legs.travel-ankara` */
  key: string;
  /** `places` or `events`, the name in it and the keys proposed; null for a question about the story as a whole. */
  entry: { section: string; name: string; keys: Record<string, unknown> } | null;
  /** The value that the lines propose, of those that can be chosen. */
  proposed: string | null;
}

/** True where an answer says why in words that stay with it. */
export function needsReason({ entry }: Proposal): boolean {
  return entry !== null;
}

/**
 * The patch that answers a question: its own lines with the chosen value in the place of the proposed one and the
 * editor's reason in the place of theirs. A place may be answered with a point too, "4.48, 51.92", longitude first.
 */
export function answerPatch(
  { key, entry, proposed }: Proposal,
  value: string,
  because: string,
): DecisionsPatch {
  if (!entry) {
    const patch: DecisionsPatch = { [key]: value };
    if (key === 'published' && because !== '') patch['publishedBecause'] = because;
    return patch;
  }
  const { section, name, keys } = entry;
  const point = /^\[?\s*(-?[\d.]+)\s*[,\s]\s*(-?[\d.]+)\s*\]?$/.exec(value)?.slice(1).map(Number);
  if (section === 'places' && point) return { places: { [name]: { at: point, because } } };
  const asked = Object.keys(keys).find((slot) => proposed !== null && keys[slot] === proposed);
  const slot = asked ?? (section === 'places' ? 'is' : 'place');
  return { [section]: { [name]: { ...(keys as DecisionsPatch), [slot]: value, because } } };
}
