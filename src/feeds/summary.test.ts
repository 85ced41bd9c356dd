import { describe, expect, it } from 'vitest';
import type { Story } from '../story/schema.ts';
import { sampleStory } from './sample.ts';
import { momentsOf, summaryOf, withOwnAlts } from './summary.ts';

/** The sample with these alts, step by step; `b/…` gives a step another camera. */
function storyWith(alts: string[]): Story {
  const story = sampleStory();
  const [step] = story.steps;
  const steps = alts.map((words, i) => {
    const [camera, alt] = words.startsWith('b/') ? ['b', words.slice(2)] : ['a', words];
    return { ...step!, id: `step-${i}`, scene: { ...step!.scene, camera, alt } };
  });
  return { ...story, steps };
}

describe('withOwnAlts', () => {
  it('names the area where an alt leans on the map before it', () => {
    const alts = [
      'Map of the coast. Moscow is marked.',
      'b/Map of a town, close. A disc.',
      'The same map. A ring.',
      'The same map, all at rest.',
    ];
    expect(withOwnAlts(storyWith(alts)).steps.map(({ scene }) => scene.alt)).toEqual([
      'Map of the coast. Moscow is marked.',
      'Map of a town, close. A disc.',
      'Map of the coast. A ring.',
      'Map of the coast, all at rest.',
    ]);
  });

  it('leaves an alt alone that has no map before it', () => {
    expect(withOwnAlts(storyWith(['The same map. A ring.'])).steps[0]?.scene.alt).toBe(
      'The same map. A ring.',
    );
  });
});

describe('summaryOf', () => {
  it('takes the last of the moments that show most of the venues and subjects', () => {
    const story = storyWith(['one', 'two', 'three']);
    expect(summaryOf(story)?.step).toBe('step-2');
    story.steps[1]!.scene.quiet = ['geonames:2538475'];
    expect(summaryOf(story)?.step).toBe('step-1');
  });

  it('is null where no moment has a map', () => {
    const story = storyWith(['one']);
    story.steps[0]!.scene.bbox = null;
    expect(summaryOf(story)).toBe(null);
    expect(summaryOf({ ...story, steps: [] })).toBe(null);
  });
});

it('counts the states of a step as moments of their own', () => {
  const story = storyWith(['one', 'two']);
  const state = { ...story.steps[1]!.scene, start: 0, end: 1 };
  story.steps[1]!.scene.states = [state, state];
  expect(momentsOf(story).map(({ step, state: index }) => `${step}/${index}`)).toEqual([
    'step-0/0',
    'step-1/0',
    'step-1/1',
  ]);
});
