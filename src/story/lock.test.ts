import { describe, expect, it } from 'vitest';
import type { Decisions } from '../article/decisions.ts';
import type { Policy } from '../policy.ts';
import { equalStories, storyDigest } from './canonical.ts';
import { compareStory, policySeen, refusals, signStory } from './lock.ts';
import { exampleStory } from './example.ts';

const row = { lines: [], add: [], drawn: 'dashed', parties: [], since: '2020-01-01' };
const policy: Policy = {
  years: [2000, 2030],
  review: 'optional',
  line: { full: 'Dashed: disputed border.', short: 'Borders' },
  names: {},
  disputes: [
    { id: 'near', name: 'Near', bbox: [20, 44, 21, 45], ...row },
    { id: 'far', name: 'Far', bbox: [-80, -10, -79, -9], ...row },
  ],
};
const decisions: Decisions = {
  file: 'd.yaml',
  places: {},
  events: {},
  scenes: {},
  corrections: [],
  positions: {},
};

describe('equalStories', () => {
  it('passes over provenance, signature and the order of keys', () => {
    const story = exampleStory();
    const other = Object.fromEntries(Object.entries(exampleStory()).reverse()) as typeof story;
    other.provenance.gazetteer = 'another';
    other.reviewed = { by: 'Ann', at: '2026-01-01' };
    expect(equalStories(story, other)).toBe(true);
    expect(equalStories(story, { ...other, title: 'Another' })).toBe(false);
  });
});

describe('compareStory', () => {
  it('knows a new story and an unchanged one', () => {
    expect(compareStory(exampleStory(), null).state).toBe('new');
    expect(compareStory(exampleStory(), exampleStory())).toMatchObject({ state: 'same', changes: [] });
  });

  it.each([
    [{ article: 'sha256:2' }, ['article'], true],
    [{ decisions: 'sha256:2' }, ['decisions'], true],
    [{ decisions: 'sha256:2', gazetteer: '2' }, ['decisions', 'gazetteer'], true],
    [{ gazetteer: '2' }, ['gazetteer'], false],
    [{ policy: '2' }, ['policy'], false],
    [{ basemap: '2' }, ['program'], false],
    [{}, ['program'], false],
  ])('with another %j a changed story is stale by %j', (provenance, causes, ordinary) => {
    const derived = { ...exampleStory(), title: 'Another' };
    derived.provenance = { ...derived.provenance, ...provenance };
    expect(compareStory(derived, exampleStory())).toMatchObject({ state: 'stale', causes, ordinary });
  });

  it('leaves an equal story alone when the gazetteer changed, not when the policy that it sees did', () => {
    const derived = exampleStory();
    derived.provenance.gazetteer = 'another';
    expect(compareStory(derived, exampleStory()).state).toBe('same');
    derived.provenance.policy = 'another';
    expect(compareStory(derived, exampleStory())).toMatchObject({
      state: 'stale',
      causes: ['gazetteer', 'policy'],
    });
  });
});

describe('refusals', () => {
  const standing = {
    file: 'seeds/a.txt',
    comparison: compareStory(exampleStory(), exampleStory()),
    questions: [],
    warnings: [],
    signed: false,
  };
  const question = {
    key: 'title',
    ask: 'What is the headline?',
    candidates: [],
    span: null,
    sentence: null,
    mend: 'title: …',
  };

  it('has none for a committed story without open questions', () => {
    expect(refusals(standing, policy)).toEqual([]);
  });

  it('names each reason', () => {
    const changed = { ...exampleStory(), title: 'Another' };
    expect(
      refusals(
        {
          ...standing,
          comparison: compareStory(changed, exampleStory()),
          questions: [
            { ...question, blocking: true },
            { ...question, blocking: false, key: 'places.Bath' },
          ],
          warnings: ['data/stories/a.yaml:3: matches nothing any more'],
        },
        { ...policy, review: 'required' },
      ),
    ).toEqual([
      'seeds/a.txt: the committed story is stale, changed by program',
      'seeds/a.txt: open question (title): What is the headline?',
      'data/stories/a.yaml:3: matches nothing any more',
      'seeds/a.txt: nobody has signed this story',
    ]);
    expect(refusals({ ...standing, comparison: compareStory(changed, null) }, policy)).toEqual([
      'seeds/a.txt: no story is committed for this article',
    ]);
  });
});

describe('signStory', () => {
  const given = { by: 'Ann', at: '2026-11-24' };
  const digest = storyDigest(exampleStory());

  it('signs nothing without a signature', () => {
    expect(signStory(exampleStory(), null, null)).toEqual({ record: null, holds: false });
    expect(signStory(exampleStory(), null, decisions)).toEqual({ record: null, holds: false });
  });

  it('binds a new signature to the story that it meets', () => {
    const signed = { ...decisions, reviewed: given };
    expect(signStory(exampleStory(), null, signed)).toEqual({
      record: { ...given, story: digest },
      holds: true,
    });
  });

  it('drops the effect when the story changes, and keeps the record until somebody signs again', () => {
    const committed = { ...exampleStory(), reviewed: { ...given, story: digest } };
    const changed = { ...exampleStory(), title: 'Another' };
    const first = signStory(changed, committed, { ...decisions, reviewed: given });
    expect(first).toEqual({ record: { ...given, story: digest }, holds: false });
    const second = signStory(
      changed,
      { ...changed, reviewed: first.record },
      { ...decisions, reviewed: given },
    );
    expect(second.holds).toBe(false);
    const later = { by: 'Ann', at: '2026-11-25' };
    expect(
      signStory(changed, { ...changed, reviewed: first.record }, { ...decisions, reviewed: later }).holds,
    ).toBe(true);
    expect(signStory(exampleStory(), committed, { ...decisions, reviewed: given }).holds).toBe(true);
  });

  it('holds a signature that names another story’s digest for that one only', () => {
    const story = `sha256:${'0'.repeat(64)}`;
    expect(signStory(exampleStory(), null, { ...decisions, reviewed: { ...given, story } }).holds).toBe(
      false,
    );
  });
});

describe('policySeen', () => {
  it('changes with a row in view, its line and its names, and with no other', () => {
    const story = exampleStory();
    const [near] = policy.disputes;
    const rows = near ? [near] : [];
    const seen = policySeen(story, policy, rows);
    expect(
      policySeen(
        story,
        policy,
        rows.map((row) => ({ ...row, drawn: 'solid' })),
      ),
    ).not.toBe(seen);
    expect(policySeen(story, policy, [])).not.toBe(seen);
    expect(policySeen(story, { ...policy, disputes: [] }, rows)).toBe(seen);
    expect(policySeen(story, { ...policy, line: { full: 'x', short: 'y' } }, rows)).not.toBe(seen);
    expect(policySeen(story, { ...policy, names: { 'geonames:792680': 'Beograd' } }, rows)).not.toBe(seen);
    expect(policySeen(story, { ...policy, names: { 'geonames:1': 'x' }, years: [1900, 1901] }, rows)).toBe(
      seen,
    );
  });

  it('sees no line where there is no map', () => {
    const story = exampleStory();
    for (const { scene } of story.steps) Object.assign(scene, { bbox: null, states: [] });
    const other = { ...policy, line: { full: 'x', short: 'y' } };
    expect(policySeen(story, other, [])).toBe(policySeen(story, policy, []));
  });
});
