import { readFileSync } from 'node:fs';
import { InputError, type Problem } from '../errors.ts';

/** Where the tables kept by hand lie. */
export const TABLES = new URL('../../data/gazetteer/', import.meta.url);

/** A row of a table by its column names, with its line for messages. */
export type Row<C extends string> = Record<C, string> & { line: number };

/**
 * Reads a table kept by hand: tab-separated, the first line names the columns, no quoting, empty cells are "".
 *
 * Throws one `InputError` for all rows whose number of cells isn't the header's, and for a header that lacks a column.
 */
export function readTable<C extends string>(name: string, columns: readonly C[]): Row<C>[] {
  const file = `data/gazetteer/${name}`;
  return parseTable(file, readFileSync(new URL(name, TABLES), 'utf8'), columns);
}

/** The same for a text in hand; `file` is the path that messages name. */
export function parseTable<C extends string>(file: string, text: string, columns: readonly C[]): Row<C>[] {
  const [head = '', ...lines] = text.split('\n');
  const header = head.split('\t');
  const problems: Problem[] = columns
    .filter((column) => !header.includes(column))
    .map((column) => ({ file, line: 1, what: `no column "${column}"`, got: head }));
  const rows: Row<C>[] = [];
  lines.forEach((text, i) => {
    if (text === '') return;
    const cells = text.split('\t');
    if (cells.length !== header.length)
      problems.push({
        file,
        line: i + 2,
        what: `${cells.length} cells where the header has ${header.length}`,
        got: text,
      });
    rows.push({
      ...Object.fromEntries(header.map((column, c) => [column, cells[c] ?? ''])),
      line: i + 2,
    } as Row<C>);
  });
  if (problems.length > 0) throw new InputError(problems);
  return rows;
}

/** The parts of a cell that holds several values: "a|b" gives ["a", "b"], "" gives []. */
export function cellList(cell: string): string[] {
  return cell.split('|').filter((part) => part !== '');
}

/** The words of a plain list, one or more a line; lines that begin with # are notes. */
export function readWords(name: string): string[] {
  return readFileSync(new URL(name, TABLES), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '');
}
