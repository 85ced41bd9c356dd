import { describe, expect, it } from 'vitest';
import type { Bbox } from '../geo.ts';
import { loadPolicy } from '../policy.ts';
import { exampleStory, WIDE } from './example.ts';
import { disputesIn, disputesOfScene, disputesOfStory, FRAMES, unansweredDisputes } from './disputes.ts';
import { KNOWN_DISPUTES } from './known-disputes.ts';
import { visibleBounds } from './project.ts';

const { policy } = loadPolicy();
const A: Bbox = [32, 31, 38.5, 56.2];
const B: Bbox = [33.6, 30.7, 35.9, 32.6];
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('disputesIn', () => {
  it('finds none at sea', () => {
    expect(disputesIn([-40, 30, -35, 35], policy)).toEqual([]);
  });

  it('finds what a close view holds', () => {
    expect(ids(disputesIn(B, policy))).toEqual(['gaza-strip', 'west-bank']);
    expect(ids(disputesIn(visibleBounds(B, 390, 226), policy))).toEqual(
      expect.arrayContaining(['golan-heights']),
    );
  });

  it('counts by what a frame shows, not by the scene’s box alone', () => {
    expect(ids(disputesIn(A, policy))).not.toContain('kosovo');
    expect(ids(disputesIn(visibleBounds(A, 768, 300), policy))).toContain('kosovo');
  });
});

describe('disputesOfScene', () => {
  it('takes in all widths: at 768 px the first story’s view reaches Kashmir', () => {
    expect(ids(disputesOfScene(A, policy))).toEqual(
      expect.arrayContaining([
        'crimea',
        'east-ukraine',
        'golan-heights',
        'kosovo',
        'kashmir',
        'nagorno-karabakh',
      ]),
    );
  });
});

const storyAt = (...boxes: Bbox[]) =>
  exampleStory(
    [],
    boxes.map((bbox, i) => ({ id: `s${i}`, camera: `c${i}`, bbox, now: [] })),
  );

describe('disputesOfStory', () => {
  it('has none for a story without a map', () => {
    expect(disputesOfStory(exampleStory([], []), policy)).toEqual([]);
  });

  it('has none for a story that was withdrawn', () => {
    const gone = { ...storyAt(A), withdrawn: { at: '2025-01-02', note: 'n' } };
    expect(disputesOfStory(gone, policy)).toEqual([]);
    expect(unansweredDisputes(gone, { ...policy, disputes: [] })).toEqual([]);
  });

  it('takes in the views of all scenes, each row once, and both states of a step', () => {
    const story = storyAt(B, A, B);
    expect(disputesOfStory(story, policy)).toEqual(disputesOfScene(A, policy));
    const [step] = story.steps;
    const { states: _, ...state } = { ...step!.scene, start: 0, end: 1 };
    step!.scene.states = [state, { ...state, bbox: [146, 43.5, 148, 45] }];
    expect(ids(disputesOfStory(story, policy))).toContain('kuril-islands');
  });

  it.each([390, 768, 1440, 1920])('has all that a map shows on a page of %i pixels', (width) => {
    const map: [number, number] = width < 1024 ? [width, 300] : [Math.min(1064, width - 696), 964];
    for (const box of [A, B, WIDE, [35.0, 31.7, 35.3, 31.9] as Bbox]) {
      const shown = ids(disputesIn(visibleBounds(box, ...map), policy));
      expect(ids(disputesOfStory(storyAt(box), policy))).toEqual(expect.arrayContaining(shown));
    }
  });

  it('sees around a town as far as the closest zoom shows', () => {
    expect(ids(disputesOfStory(storyAt([36.25, 33.48, 36.33, 33.54]), policy))).toContain('golan-heights');
  });

  it('finds a row across the antimeridian', () => {
    const row = { ...policy.disputes[0]!, id: 'far', bbox: [179.5, -17.5, -179.5, -16.5] as Bbox };
    const story = storyAt([178, -18, -178, -16]);
    expect(ids(disputesOfStory(story, { ...policy, disputes: [row] }))).toEqual(['far']);
  });
});

describe('unansweredDisputes', () => {
  const all = storyAt([-170, -84, 170, 80]);
  const without = (...gone: string[]) => ({
    ...policy,
    disputes: policy.disputes.filter(({ id }) => !gone.includes(id)),
  });

  it('are none under the policy that comes along', () => {
    expect(unansweredDisputes(all, policy)).toEqual([]);
  });

  it('are all that a map of the world shows where a policy has no row', () => {
    expect(unansweredDisputes(all, { ...policy, disputes: [] })).toHaveLength(KNOWN_DISPUTES.length);
    expect(unansweredDisputes(exampleStory([], []), { ...policy, disputes: [] })).toEqual([]);
  });

  it('names the one that was taken out, for the stories that show it and no others', () => {
    expect(unansweredDisputes(storyAt(A), without('kashmir'))).toEqual(['Kashmir', 'Siachen Glacier']);
    expect(unansweredDisputes(storyAt(B), without('gaza-strip'))).toEqual(['Gaza Strip']);
    expect(unansweredDisputes(storyAt([-100, 30, -99, 31]), without('kashmir'))).toEqual([]);
  });
});

it('judges by the frames of the pages, from a phone to the widest screen', () => {
  expect(Math.max(...FRAMES.map(([width, height]) => width / height))).toBeGreaterThan(5.5);
  expect(Math.min(...FRAMES.map(([width, height]) => width / height))).toBeLessThan(0.6);
});
