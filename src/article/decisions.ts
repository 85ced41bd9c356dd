import type { Bbox, LngLat } from '../geo.ts';

/** Where a decision stands in its file, for messages; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

export interface PlaceDecision {
  /** A place id of the gazetteer, or null for `none`: "this is no place". */
  is?: string | null;
  at?: LngLat;
  name?: string;
  sameAs?: string;
  role?: 'venue' | 'subject' | 'mention';
  /** The text names it in words that recognition can't see: mark this span as a toponym. */
  add?: boolean;
  because: string;
}

export interface EventDecision {
  quote: string;
  drop?: boolean;
  label?: string;
  edtf?: string | null;
  status?: 'happened' | 'ongoing' | 'planned' | 'cancelled';
  place?: string | null;
  source?: string;
  speaker?: string;
  because: string;
}

export interface SceneDecision {
  quote: string;
  camera?: Bbox;
  now?: string[];
  quiet?: string[];
  events?: string[];
  caption?: string;
  alt?: string;
}

/**
 * The editor's decisions on one article, `data/stories/<slug>.yaml`, checked. They outrank front matter, which outranks
 * the text. Keys of `places` are a name as it stands in the text ("Springfield, Mass.") or its n-th mention ("Gaza#3");
 * of `scenes` a step's id, or `STEP/2` for its second state. Every value keeps its position for messages.
 */
export interface Decisions {
  file: string;
  title?: string;
  slug?: string;
  /** EDTF of the day that relative dates count from. */
  published?: string;
  /** Why that day; shown on the About page only, never served with the story. */
  publishedBecause?: string;
  lang?: string;
  byline?: string;
  source?: { name?: string; url?: string; home?: string; licence?: string };
  text?: 'full' | 'quotes' | 'none';
  reviewed?: { by: string; at: string; story?: string };
  withdrawn?: { at: string; note: string };
  places: Record<string, PlaceDecision>;
  events: Record<string, EventDecision>;
  scenes: Record<string, SceneDecision>;
  corrections: { date: string; note: string }[];
  /** Position of each key by its path, e.g. `places.Gaza#3.is`. */
  positions: Record<string, Position>;
}
