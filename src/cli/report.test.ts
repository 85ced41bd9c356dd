import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { exampleStory } from '../story/example.ts';
import type { Entry } from './derive.ts';
import { printDerivation } from './report.ts';

/** What is printed of stories with these titles. */
function printed(...titles: string[]): string {
  const stream = new PassThrough();
  const entries = titles.map((title, i): Entry => ({
    file: `seeds/${i}.txt`,
    name: `story-${i}`,
    story: { ...exampleStory(), title },
    questions: [],
    warnings: [],
    comparison: { state: 'same', causes: [], changes: [], ordinary: true },
    signature: null,
    committed: null,
    memory: { file: '', key: '' },
  }));
  printDerivation({ entries, warnings: [], derived: 0 }, stream as unknown as NodeJS.WriteStream);
  return String(stream.read() ?? '');
}

it('says whose picture goes without its headline, and nothing of the others', () => {
  expect(printed('Fees rise', 'Москва', '部长会面', '')).toContain('no font here has: story-2');
  expect(printed('Fees rise', '')).toBe('');
  expect(printed()).toBe('');
});
