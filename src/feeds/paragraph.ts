import { measure } from './raster.ts';

/** Words in rows no wider than so many pixels; a longer word goes on in the next row. */
export async function paragraph(
  words: string,
  size: number,
  width: number,
  face = 'Noto Sans',
): Promise<string[]> {
  const rows: string[] = [];
  let used = 0;
  for (const { piece, wide, space } of await piecesOf(words, size, width, face)) {
    const next = used + space + wide;
    const isNew = rows.length === 0 || next > width;
    if (isNew) rows.push(piece);
    else rows[rows.length - 1] += (space > 0 ? ' ' : '') + piece;
    used = isNew ? wide : next;
  }
  return rows;
}

interface Piece {
  piece: string;
  /** Its own width, and that of the space before it, in pixels. */
  wide: number;
  space: number;
}

/** The words of a line, and the letters of one that is wider than the line. */
async function piecesOf(line: string, size: number, width: number, face: string): Promise<Piece[]> {
  const words = line.split(/\s+/).filter(Boolean);
  const [apart = 0, joined = 0, ...widths] = await measure(['n n', 'nn', ...words], face, 100);
  const space = ((apart - joined) * size) / 100;
  const pieces = words.map((piece, i) => ({ piece, wide: ((widths[i] ?? 0) * size) / 100, space }));
  const split = async (word: Piece): Promise<Piece[]> => {
    if (word.wide <= width) return [word];
    const letters = [...LETTERS.segment(word.piece)].map(({ segment }) => segment);
    const each = await measure([...new Set(letters)], face, 100);
    const known = new Map([...new Set(letters)].map((letter, i) => [letter, ((each[i] ?? 0) * size) / 100]));
    // A letter's ink is narrower than its way: by the word as a whole.
    const sum = letters.reduce((total, letter) => total + (known.get(letter) ?? 0), 0);
    const stretch = Math.max(1, word.wide / Math.max(1, sum));
    return letters.map((piece, i) => ({
      piece,
      wide: (known.get(piece) ?? 0) * stretch,
      space: i === 0 ? word.space : 0,
    }));
  };
  return (await Promise.all(pieces.map(split))).flat();
}

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
