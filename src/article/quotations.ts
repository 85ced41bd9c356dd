import type { Span } from './article.ts';

/** Longer than this an apostrophe that looked like a quotation mark is taken for one no more. */
const LONGEST_SINGLE = 2_000;

/**
 * The quotations of the text, with their marks, in order, never overlapping: “…”, "…", ‘…’, '…', «…», „…“ and ``…''.
 *
 * One that is not closed in its paragraph runs to the paragraph's end if it opened with a double mark (the next
 * paragraph usually opens again), else it is none. Marks of inches and apostrophes are not taken for quotations.
 */
export function findQuotations(text: string, paragraphs: Span[]): Span[] {
  const found: Span[] = [];
  const mark = /["“”„‘’'«»`]/g;
  for (const { start, end } of paragraphs) {
    let open = -1;
    let closers = '';
    // As far as the paragraph goes: a search for the next mark must not run to the text's end.
    const seen = text.slice(0, end);
    mark.lastIndex = start;
    for (let match = mark.exec(seen); match; match = mark.exec(seen)) {
      const at = match.index;
      if (open >= 0 && closers.length === 1 && "’'".includes(closers) && at - open > LONGEST_SINGLE)
        open = -1;
      if (open < 0) {
        const opened = opens(text, at, start);
        if (opened) [open, closers] = [at, opened];
        if (opened === "''") mark.lastIndex = at + 2;
      } else if (closes(text, at, closers)) {
        const stop = at + (closers === "''" && text.charAt(at) === "'" ? 2 : 1);
        found.push({ start: open, end: stop });
        mark.lastIndex = stop;
        open = -1;
      }
    }
    if (open >= 0 && !"’'".includes(closers)) found.push({ start: open, end });
  }
  return found;
}

/** The marks that may close what opens at `at`, or '' where nothing opens. */
function opens(text: string, at: number, from: number): string {
  const mark = text.charAt(at);
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = text.charAt(at + 1);
  if (mark === '“') return '”"';
  if (mark === '„') return '“”';
  if (mark === '«') return '»';
  if (mark === '`') return after === '`' ? "''" : '';
  if (!/[\s([{—–\-:,]/.test(before) || !after || /\s/.test(after)) return '';
  if (mark === '"') return '"”';
  if (mark === '‘') return /\p{L}/u.test(after) ? '’' : '';
  if (mark === "'") return /\p{L}/u.test(after) ? "'" : '';
  return '';
}

function closes(text: string, at: number, closers: string): boolean {
  const mark = text.charAt(at);
  if (closers === "''") return (mark === "'" && text.charAt(at + 1) === "'") || mark === '"';
  if (!closers.includes(mark)) return false;
  if (mark !== '’' && mark !== "'") return true;
  const before = text.charAt(at - 1);
  return /[.,!?;:…]/.test(before) || (!/[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && !/[sn]/.test(before));
}
