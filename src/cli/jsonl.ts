import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** What a line has to be: an object with an id, which goes back with the answer. */
export type JsonLine = Record<string, unknown>;

/**
 * Answers JSON lines with JSON lines, one for each, in order, as they come: it waits while the output is full, so memory
 * does not grow with the input. Blank lines are skipped.
 *
 * A line that is no JSON object, or on which `answer` throws, gives `{"id", "error"}` (`id` null if it isn't JSON) and
 * the rest goes on. Gives the exit code: 1 if any line was bad, else 0.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: JsonLine) => Record<string, unknown>,
): Promise<number> {
  let exitCode = 0;
  let closed = false;
  const close = (): void => void (closed = true);
  output.once('close', close).once('error', close);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (closed) break;
    if (line.trim() === '') continue;
    const { result, bad } = answerOne(line, answer);
    if (bad) exitCode = 1;
    if (!output.write(`${JSON.stringify(result)}\n`)) await drained(output);
  }
  output.off('close', close);
  return exitCode;
}

/** Waits until there is room again, or nobody reads any more; leaves no listener behind. */
async function drained(output: Writable): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ends = [once(output, 'drain', { signal }), once(output, 'close', { signal })];
  await Promise.race(ends).catch(() => undefined); // an error means that nobody reads any more: "closed" is set
  waiting.abort();
}

function answerOne(
  line: string,
  answer: (line: JsonLine) => Record<string, unknown>,
): { result: unknown; bad: boolean } {
  let id: unknown = null;
  try {
    const parsed: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new TypeError('not a JSON object: write {"id": …, "text": "…"}');
    id = (parsed as JsonLine)['id'] ?? null;
    return { result: answer(parsed as JsonLine), bad: false };
  } catch (error) {
    return { result: { id, error: error instanceof Error ? error.message : String(error) }, bad: true };
  }
}

/** The value of a field that has to be a text. Throws a TypeError that says what was found. */
export function textOf(line: JsonLine, field: string): string {
  const value = line[field];
  if (typeof value === 'string') return value;
  throw new TypeError(
    `"${field}" is ${value === undefined ? 'missing' : 'not a text'}: write {"id": …, "${field}": "…"}`,
  );
}
