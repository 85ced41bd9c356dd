import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { fontFiles } from './fonts.ts';
import { escapeXml, unescapeXml } from './xml.ts';

let known: ReadonlySet<number> | undefined;

/** Code points that one of our fonts can draw: a renderer takes each character from the face that has it. */
function drawnCharacters(): ReadonlySet<number> {
  known ??= new Set(fontFiles().flatMap((file) => charactersOf(readFileSync(file))));
  return known;
}

function charactersOf(bytes: Buffer): number[] {
  const font = create(bytes);
  return 'characterSet' in font ? font.characterSet : [];
}

/** Signs that a text does without and still says the same: emoji with what joins and colours them. */
const ORNAMENT = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** Characters that draw nothing themselves. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/**
 * The text as a picture with our fonts can show it, without emoji; empty where a letter, number or sign of it has no
 * glyph, for half a name would be another name, and a box in its place is none.
 */
export function drawable(text: string): string {
  const drawn = drawnCharacters();
  const isDrawn = (sign: string) => drawn.has(sign.codePointAt(0) ?? 0);
  const kept = [...text].filter((sign) => isDrawn(sign) || !ORNAMENT.test(sign));
  if (!kept.every((sign) => isDrawn(sign) || UNSEEN.test(sign))) return '';
  return kept
    .join('')
    .replace(/\p{Cc}+/gu, ' ')
    .split(/\s+/)
    .filter((word) => /\P{Default_Ignorable_Code_Point}/u.test(word))
    .join(' ');
}

/** An SVG for a renderer that has our fonts alone: its texts as `drawable` gives them. */
export function withDrawableTexts(svg: string): string {
  return svg.replace(
    TEXT,
    (_, open: string, words: string) => open + escapeXml(drawable(unescapeXml(words))),
  );
}

/** A start tag of `text` or `tspan` and the words that follow it. */
const TEXT = /(<(?:text|tspan)\b[^>]*>)([^<]+)/g;
