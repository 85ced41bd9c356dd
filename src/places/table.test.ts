import { expect, it } from 'vitest';
import { cellList, parseTable, readTable } from './table.ts';

it('reads cells by the names of their columns and keeps the line', () => {
  expect(parseTable('t.tsv', 'a\tb\n1\t\n2\tx\n', ['a', 'b'])).toEqual([
    { a: '1', b: '', line: 2 },
    { a: '2', b: 'x', line: 3 },
  ]);
});

it('names the line of a row that is short of a cell', () => {
  expect(() => parseTable('t.tsv', 'a\tb\n1\n', ['a', 'b'])).toThrowErrorMatchingInlineSnapshot(
    `[InputError: t.tsv:2: 1 cells where the header has 2, got "1"]`,
  );
});

it('names a column that is missing', () => {
  expect(() => parseTable('t.tsv', 'a\n', ['b'])).toThrowErrorMatchingInlineSnapshot(
    `[InputError: t.tsv:1: no column "b", got "a"]`,
  );
});

it.each([
  ['a|b', ['a', 'b']],
  ['', []],
])('splits %j', (cell, parts) => {
  expect(cellList(cell)).toEqual(parts);
});

it.each(['areas.tsv', 'landmarks.tsv', 'countries.tsv', 'regions.tsv'])(
  'has points on the globe only in %s',
  (file) => {
    for (const { lat, lon, line } of readTable(file, ['lat', 'lon'])) {
      expect(Math.abs(Number(lat)), `${file}:${line}`).toBeLessThanOrEqual(90);
      expect(Math.abs(Number(lon)), `${file}:${line}`).toBeLessThanOrEqual(180);
    }
  },
);

it.each(['areas.tsv', 'landmarks.tsv', 'regions.tsv', 'aliases.tsv', 'cues.tsv'])(
  'gives a reason for each row of %s',
  (file) => {
    for (const { reason, line } of readTable(file, ['reason']))
      expect(reason, `${file}:${line}`).not.toBe('');
  },
);
