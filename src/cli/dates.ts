import type { Readable, Writable } from 'node:stream';
import { parseArticle } from '../article/parse.ts';
import { parseIsoDay } from '../dates/calendar.ts';
import { findTimexes } from '../dates/timexes.ts';
import { answerLines, type JsonLine, textOf } from './jsonl.ts';

/**
 * `dateline dates`: articles in, their time phrases out, as JSON lines.
 *
 * In `{"id", "text", "dct"}` (`dct`, the day of writing, YYYY-MM-DD), out `{"id", "timexes": [{"start", "end", "text",
 * "type", "value"}]}`, TIMEX3 type and value as in TempEval-3. Gives the exit code, 1 if any line was bad.
 */
export function runDates(input: Readable, output: Writable): Promise<number> {
  return answerLines(input, output, datesLine);
}

/** One line's answer. Throws a TypeError for a line without a text or a day. */
export function datesLine(line: JsonLine): Record<string, unknown> {
  const text = textOf(line, 'text');
  const dct = textOf(line, 'dct');
  if (parseIsoDay(dct) === null) {
    throw new TypeError(`"dct" is no day, got ${JSON.stringify(dct)}: write it as "2024-08-13"`);
  }
  const timexes = findTimexes(parseArticle(text), dct);
  return {
    id: line['id'] ?? null,
    timexes: timexes.map(({ start, end, text: words, type, value }) => ({
      start,
      end,
      text: words,
      type,
      value,
    })),
  };
}
