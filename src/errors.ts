/**
 * Something a person wrote that can't be used: an article, a decision, a row of a table, an option.
 *
 * The message reads `file:line[:column]: what is wrong, got "value"` and ends with the mend where it isn't obvious.
 * Collect them and throw one `InputError` for all of a run, so that an editor mends everything at once.
 */
export class InputError extends Error {
  override name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const all = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(all.map(formatProblem).join('\n'));
    this.problems = all;
  }
}

/** One fault in one input. `line` and `column` count from 1; leave them out where a file as a whole is meant. */
export interface Problem {
  file: string;
  line?: number;
  column?: number;
  /** What is wrong, in a clause without a full stop: `no such place in the gazetteer`. */
  what: string;
  /** The value as it was found, shown in quotation marks, cut at 80 characters. */
  got?: string;
  /** How to mend it, a sentence or a corrected snippet. */
  mend?: string;
}

/** `file:line:column: what, got "value". mend`; control characters of the value are escaped as in JSON. */
export function formatProblem({ file, line, column, what, got, mend }: Problem): string {
  const at = [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
  const value =
    got === undefined ? '' : `, got ${JSON.stringify(got.length > 80 ? `${got.slice(0, 79)}…` : got)}`;
  return `${at}: ${what}${value}${mend ? `. ${mend}` : ''}`;
}
