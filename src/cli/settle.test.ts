import { describe, expect, it } from 'vitest';
import type { Addresses } from '../feeds/addresses.ts';
import type { Policy } from '../policy.ts';
import { exampleStory } from '../story/example.ts';
import { compareStory } from '../story/lock.ts';
import type { Story } from '../story/schema.ts';
import { isFrozen } from './commands.ts';
import { committedText, type Entry, standingOf } from './derive.ts';
import { settle } from './settle.ts';

const policy: Policy = {
  years: [2000, 2030],
  review: 'optional',
  line: { full: 'f', short: 's' },
  names: {},
  disputes: [],
};
const known: Addresses = {
  schema: 'dateline/addresses@1',
  stories: [{ article: 'bridge-opens', slug: 'bridge-opens', was: [] }],
};
const [ordinary, accept, frozen] = [
  { frozen: false, accept: false },
  { frozen: false, accept: true },
  { frozen: true, accept: false },
];

function entry(story: Story, committed: Story | null = exampleStory()): Entry {
  const base = {
    file: 'seeds/bridge-opens.txt',
    name: 'bridge-opens',
    story,
    questions: [],
    warnings: [],
    signature: null,
  };
  const text = committed && committedText({ story: committed, signature: null });
  return {
    ...base,
    comparison: compareStory(story, committed),
    committed: standingOf(base, text),
    memory: { file: '', key: '' },
  };
}
const changed = (provenance: Partial<Story['provenance']>): Story => {
  const story = exampleStory();
  return { ...story, title: 'Another', provenance: { ...story.provenance, ...provenance } };
};
const names = (entries: Entry[]) => entries.map(({ name }) => name);

describe('settle', () => {
  it.each([ordinary, accept, frozen])('lets a site without a story through: %j', (manner) => {
    const empty = { schema: 'dateline/addresses@1', stories: [] } as const;
    expect(settle([], policy, { ...empty, stories: [] }, manner)).toMatchObject({
      refused: [],
      problems: [],
      write: [],
    });
  });

  it('writes a new story and remembers its address, unless frozen', () => {
    const none = { ...known, stories: [] };
    const found = settle([entry(exampleStory(), null)], policy, none, ordinary);
    expect(found).toMatchObject({ refused: [], remember: true, addresses: known });
    expect(names(found.write)).toEqual(['bridge-opens']);
    expect(settle([entry(exampleStory(), null)], policy, none, frozen)).toMatchObject({
      write: [],
      refused: [
        'seeds/bridge-opens.txt: no story is committed for this article',
        'data/addresses.json: not of these stories',
      ],
    });
  });

  it('has nothing to do for what is committed', () => {
    for (const manner of [ordinary, accept, frozen]) {
      expect(settle([entry(exampleStory())], policy, known, manner)).toMatchObject({
        refused: [],
        write: [],
        remember: false,
      });
    }
  });

  it('writes what changed through the article; frozen, it refuses', () => {
    const stale = entry(changed({ article: 'sha256:2' }));
    expect(names(settle([stale], policy, known, ordinary).write)).toEqual(['bridge-opens']);
    expect(settle([stale], policy, known, frozen)).toMatchObject({
      write: [],
      refused: ['seeds/bridge-opens.txt: the committed story is stale, changed by article'],
    });
  });

  it('stops at what changed through the gazetteer, by cause, until it is accepted', () => {
    const stale = [
      entry(changed({ gazetteer: '2' })),
      entry(changed({ gazetteer: '2' })),
      entry(changed({})),
    ];
    expect(settle(stale, policy, known, ordinary).refused).toEqual([
      'changed by gazetteer: 2 stories: bridge-opens, bridge-opens',
      'changed by program: 1 story: bridge-opens',
    ]);
    const taken = settle(stale, policy, known, accept);
    expect([taken.refused, taken.write.length]).toEqual([[], 3]);
  });

  it('leaves a file alone whose story a new gazetteer did not move, until it is accepted', () => {
    const story = exampleStory();
    story.provenance.gazetteer = '2';
    expect(settle([entry(story)], policy, known, ordinary).write).toEqual([]);
    expect(settle([entry(story)], policy, known, accept).write).toHaveLength(1);
    story.provenance.decisions = 'sha256:2';
    expect(settle([entry(story)], policy, known, ordinary).write).toHaveLength(1);
  });

  it('fails where a published address would vanish, and lets it go with --accept', () => {
    expect(settle([], policy, known, ordinary).problems).toHaveLength(1);
    expect(settle([], policy, known, accept)).toMatchObject({
      problems: [],
      addresses: { stories: [] },
      remember: true,
    });
  });
});

describe('isFrozen', () => {
  it.each([
    [{}, {}, false],
    [{}, { CI: '' }, false],
    [{}, { CI: 'false' }, false],
    [{}, { CI: 'true' }, true],
    [{}, { CI: '1' }, true],
    [{ frozen: true }, {}, true],
    [{ 'no-frozen': true }, { CI: 'true' }, false],
    [{ 'no-frozen': true, frozen: true }, {}, false],
  ])('with %j and %j is %s', (options, env, frozen) => {
    expect(isFrozen(options, env)).toBe(frozen);
  });
});
