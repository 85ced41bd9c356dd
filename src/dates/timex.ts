import type { Span } from '../article/article.ts';

/** As in TimeML. */
export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A time phrase of the text. `type` and `value` are TIMEX3's as in TempEval-3; in text order, never overlapping. */
export interface Timex extends Span {
  text: string;
  type: TimexType;
  value: string;
  /** EDTF (ISO 8601-2, level 1, and of level 2 what DESIGN names); null where the value is no calendar date. */
  edtf: string | null;
  /** `stated` in the words themselves, `resolved` from the day that dates count from ("Tuesday"), `inferred`. */
  basis: 'stated' | 'resolved' | 'inferred';
}

/** The day that relative dates count from. */
export interface Published {
  /** EDTF, possibly with an unknown year (`XXXX-03-04`). */
  edtf: string;
  basis: 'stated' | 'inferred' | 'editor';
  /** Every other day that the text's own words allow, EDTF days in order; empty where the text gives the year. */
  alternatives: string[];
  /** False where the article gives no year, so that the page says who added it. */
  yearStated: boolean;
  /** In words that an editor understands: "13 August is a Tuesday in 2002, 2013, 2019, 2024 and 2030". */
  because: string;
}
