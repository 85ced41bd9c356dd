import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readDecisions } from '../article/read-decisions.ts';
import { decisionsDigest } from '../story/canonical.ts';
import { exampleStory } from '../story/example.ts';
import { yearReasons } from './year-reasons.ts';

const folder = mkdtempSync(join(tmpdir(), 'reasons-'));
const yaml = 'published: 2024-08-13\npublishedBecause: A flood.\n';
const file = join(folder, 'another-name.yaml');
writeFileSync(file, yaml);
writeFileSync(join(folder, 'other.yaml'), 'title: A bridge\n');

afterAll(() => rmSync(folder, { recursive: true }));

const story = exampleStory();
const asked = {
  ...story,
  published: { edtf: '2024-08-13', basis: 'editor' as const, alternatives: [], yearStated: false },
  provenance: { ...story.provenance, decisions: decisionsDigest(readDecisions(file, yaml).decisions) },
};

it('finds the reason for a year by the decisions, whatever their file is called', () => {
  expect(yearReasons([asked], folder)).toEqual([{ story: asked, because: 'A flood.' }]);
});

it('has none where the article states the year, or other decisions made the story', () => {
  expect(yearReasons([{ ...asked, published: { ...asked.published, yearStated: true } }], folder)).toEqual(
    [],
  );
  expect(yearReasons([{ ...asked, provenance: story.provenance }], folder)).toEqual([]);
  expect(yearReasons([], folder)).toEqual([]);
});
