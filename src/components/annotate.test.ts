import { describe, expect, it } from 'vitest';
import { exampleStory } from '../story/example.ts';
import type { Story } from '../story/schema.ts';
import { datetimeOf, passagesOf } from './annotate.ts';

const story = exampleStory();
const words = (from: Story, i: number) =>
  passagesOf(from, from.steps[i]!)
    .flatMap(({ parts }) => parts.map(({ text }) => text))
    .join('');

describe('passagesOf', () => {
  it('gives back the words of every step to the letter', () => {
    for (const [i, { start, end }] of story.steps.entries()) {
      expect(words(story, i)).toBe(story.text!.slice(start, end));
    }
  });

  it('marks the names of places and the dates', () => {
    const parts = passagesOf(story, story.steps[0]!).flatMap((passage) => passage.parts);
    expect(parts.filter(({ kind }) => kind === 'place').map(({ text }) => text)).toEqual([
      'Belgrade',
      'Novi Sad',
    ]);
    expect(parts.filter(({ kind }) => kind === 'date').map(({ text }) => text)).toEqual(
      story.timexes.filter(({ edtf }) => edtf).map(({ text }) => text),
    );
  });

  it('leaves a name without a place of the story plain', () => {
    const toponyms = story.toponyms.map((toponym) => ({ ...toponym, place: null }));
    const parts = passagesOf({ ...story, toponyms }, story.steps[0]!).flatMap((passage) => passage.parts);
    expect(parts.some(({ kind }) => kind === 'place')).toBe(false);
  });

  it('keeps the words of overlapping marks once', () => {
    const [name] = story.toponyms;
    const inside = { ...name!, start: name!.start, end: name!.start + 3, name: 'Bel' };
    expect(words({ ...story, toponyms: [inside, ...story.toponyms] }, 0)).toBe(words(story, 0));
  });

  it('cuts at the moments of a step and loses nothing between them', () => {
    const step = story.steps[0]!;
    const middle = story.text!.indexOf('On Sunday');
    const states = [
      { ...step.scene, start: step.start, end: middle },
      { ...step.scene, start: middle, end: step.end },
    ];
    const split = { ...step, scene: { ...step.scene, states } };
    const passages = passagesOf({ ...story, steps: [split] }, split);
    expect(passages.map(({ state }) => state)).toEqual([0, 1]);
    expect(passages[1]!.parts[0]!.text.startsWith('On')).toBe(true);
    expect(passages.flatMap(({ parts }) => parts.map(({ text }) => text)).join('')).toBe(words(story, 0));
  });

  it('gives what stands between the ends of the step, and no headline above it', () => {
    const text = `${story.title}\n\n${words(story, 0)}`;
    const step = { ...story.steps[0]!, start: story.title.length + 2, end: text.length };
    expect(words({ ...story, text, toponyms: [], timexes: [], steps: [step] }, 0)).toBe(words(story, 0));
  });

  it('has no words for a story without text', () => {
    expect(words({ ...story, text: null, toponyms: [], timexes: [] }, 0)).toBe('');
  });
});

it.each([
  ['2024-08-13', '2024-08-13'],
  ['2024-08', '2024-08'],
  ['2024', '2024'],
  ['XXXX-03-04', '03-04'],
  ['2024-21', null],
  ['2024?-03-04', null],
  ['2024-08-12/2024-08-14', null],
  ['198X', null],
])('HTML has %s as %s', (edtf, datetime) => {
  expect(datetimeOf(edtf)).toBe(datetime);
});
