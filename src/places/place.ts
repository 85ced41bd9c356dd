import type { Span } from '../article/article.ts';
import type { Bbox, LngLat } from '../geo.ts';

export type PlaceKind = 'city' | 'region' | 'country' | 'area' | 'water' | 'landmark' | 'other';

/** An entry of the gazetteer: something that a name can mean. */
export interface Place {
  /** `geonames:524901` where known, else `admin1:US.OH`, `admin2:…`, `area:…`; for ever. */
  id: string;
  name: string;
  kind: PlaceKind;
  /** ISO 3166-1 alpha-2, null for what lies in several countries or none. */
  country: string | null;
  /** Admin-1 code as GeoNames writes it ("OH"), null where none. */
  admin1: string | null;
  /** Admin-2 code within its admin-1 unit as GeoNames writes it ("049"), null where none. */
  admin2?: string | null;
  /** Name of the admin-1 unit that holds it ("New York"), null for units themselves and where none is known. */
  region?: string | null;
  lngLat: LngLat | null;
  bbox: Bbox | null;
  geonameid: number | null;
  population: number;
  /** `none-agreed`: a name without a boundary that anyone draws (the Middle East); never drawn. */
  boundary: 'outline' | 'none-agreed' | null;
  /** How the map draws a country, a region or an area; set when the shapes are known. */
  outline?: Outline | null;
}

/** The drawn shape of a place, cut at the antimeridian. */
export interface Outline {
  /** Outer rings and holes; null for the soft ellipse over a box, which nobody has drawn. */
  polygons: LngLat[][][] | null;
  /** The box of its main part: of France without Guiana. */
  core: Bbox;
}

/** literal: the place itself · metonym: it acts ("Moscow said") · demonym: "Russian" · embedded: in a longer name. */
export type ToponymRole = 'literal' | 'metonym' | 'demonym' | 'embedded';

/** Every outcome of resolution, spelt out. `ambiguous` carries its candidates, best first. */
export type Resolution =
  | { status: 'resolved'; place: Place; because: string; alternatives: Place[] }
  | { status: 'ambiguous'; place: Place; because: string; alternatives: Place[] }
  | { status: 'unknown'; place: null; because: string; alternatives: Place[] };

/** A name of a place in the text, resolved. In text order; toponyms never overlap one another. */
export interface Toponym extends Span {
  name: string;
  role: ToponymRole;
  resolution: Resolution;
  /** Probability that the span is a place and the point is right, 0 to 1. */
  confidence: number;
}

/** A person's name in the text, found so that it isn't taken for a place. */
export interface PersonMention extends Span {
  /** "Vladimir Putin" at its fullest in this article, also for a later "Putin". */
  name: string;
  /** "Russian President", as written before the name at this mention; null where none. */
  title: string | null;
}

/** An organisation's name in the text (Hamas, Reuters, UN Security Council), found for the same reason. */
export interface OrganisationMention extends Span {
  name: string;
}

/** What geoparsing gives for one article. */
export interface Geoparse {
  toponyms: Toponym[];
  persons: PersonMention[];
  organisations: OrganisationMention[];
}
