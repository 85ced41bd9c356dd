import type { Bbox } from './geo.ts';

/** One dispute: what the map draws where states disagree, and since when this policy holds. */
export interface DisputeRow {
  id: string;
  name: string;
  bbox: Bbox;
  /** What the reader is told: what is drawn, who disagrees. */
  drawn: string;
  parties: string[];
  since: string;
}

/** `data/policy.yaml`, checked: borders, names, the range of years. */
export interface Policy {
  /** First and last year that an article without a year may be from, inclusive. */
  years: [first: number, last: number];
  review: 'optional' | 'required';
  /** The line at the map's corner, full and short. */
  line: { full: string; short: string };
  /** Display names by place id, where usage differs. */
  names: Record<string, string>;
  disputes: DisputeRow[];
}
