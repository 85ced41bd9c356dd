/** A half-open range of UTF-16 units of `Article.text`: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** One sentence and the paragraph (an index into `Article.paragraphs`) that it stands in. */
export interface Sentence extends Span {
  paragraph: number;
}

/**
 * A stretch of the text that is somebody's words and not the article's own statement.
 *
 * `quoted` stands between quotation marks; `reported` is a clause after a verb of speech ("urged Russia to …",
 * "said that …"). `speaker` is the speaker's name or pronoun as written in the text, null where the text names none.
 */
export interface Speech extends Span {
  form: 'quoted' | 'reported';
  speaker: Span | null;
  /** The verb of speech ("stated", "accused"), null for a quotation without one. */
  verb: Span | null;
}

/** Where an article comes from. `home` is the outlet's home region, a country code or `CC.ADM1` (`US.OH`). */
export interface Source {
  name: string | null;
  url: string | null;
  home: string | null;
  licence: string | null;
}

/**
 * An article, taken apart but not yet understood. `text` is NFC with LF line ends; every span of the project points
 * into it and never moves.
 */
export interface Article {
  /** Path as messages name it, e.g. `seeds/abbas-moscow-visit.txt`. */
  file: string;
  slug: string;
  /** BCP 47. */
  lang: string;
  /** Of the front matter, else the line that stands over the text; a text without a headline has null. */
  title: string | null;
  byline: string | null;
  source: Source | null;
  /** `date` of the front matter as EDTF, or null. */
  date: string | null;
  text: string;
  /** "Moscow, August 13 –": the place's and the date's words; null where the text doesn't open with one. */
  dateline: (Span & { place: Span | null; date: Span | null }) | null;
  paragraphs: Span[];
  sentences: Sentence[];
  /** In text order; a quotation may lie inside reported speech. */
  speeches: Speech[];
}
