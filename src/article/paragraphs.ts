import type { Span } from './article.ts';

const ENDS = /[.?!:;"”’'»)\]…*]\s*$/;

/** Texts are wrapped at no more characters than this. */
const COLUMN = 140;

/**
 * The paragraphs of `text`, trimmed, in order, none empty.
 *
 * A blank line always parts two. A single line break does, too, unless the text is wrapped at a column, where many lines
 * end in mid-sentence: there only a line that had room for the next word ends its paragraph.
 */
export function findParagraphs(text: string): Span[] {
  const lines: (Span & { afterBlank: boolean })[] = [];
  let blank = true;
  for (let at = 0; at <= text.length;) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop < 0 ? text.length : stop;
    const line = trim(text, at, lineEnd);
    if (line) lines.push({ ...line, afterBlank: blank });
    blank = !line;
    at = lineEnd + 1;
  }
  let wrapped = 0;
  let broken = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || line.afterBlank) return;
    broken += 1;
    if (!ENDS.test(text.slice(Math.max(before.start, before.end - 3), before.end))) wrapped += 1;
  });
  const longest = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const isWrapped = wrapped * 2 > broken || (longest <= COLUMN && wrapped * 4 > broken);
  const hadRoom = (line: Span, next: number) => {
    if (!ENDS.test(text.slice(Math.max(line.start, line.end - 3), line.end))) return false;
    const word = /^\S{1,40}/.exec(text.slice(next, next + 40))?.[0] ?? '';
    return line.end - line.start + 1 + word.length < longest;
  };
  const paragraphs: (Span & { line: Span })[] = [];
  for (const { start, end, afterBlank } of lines) {
    const last = paragraphs.at(-1);
    if (last && !afterBlank && isWrapped && !hadRoom(last.line, start))
      [last.end, last.line] = [end, { start, end }];
    else paragraphs.push({ start, end, line: { start, end } });
  }
  return paragraphs.map(({ start, end }) => ({ start, end }));
}

function trim(text: string, start: number, end: number): Span | null {
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x3000;
}
