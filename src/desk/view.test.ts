import { describe, expect, it } from 'vitest';
import { readDecisions } from '../article/read-decisions.ts';
import { storyDigest } from '../story/canonical.ts';
import { exampleStory } from '../story/example.ts';
import type { Question } from '../story/question.ts';
import type { Story } from '../story/schema.ts';
import { deskView } from './view.ts';

const view = (story: Story = exampleStory(), questions: Question[] = [], yaml = '') =>
  deskView({
    file: 'd.yaml',
    digest: 'none',
    story,
    questions,
    warnings: [],
    decisions: readDecisions('d.yaml', yaml).decisions,
  });

const question: Question = {
  key: 'places.Troy',
  blocking: false,
  ask: 'Which Troy is meant?',
  candidates: [],
  span: null,
  sentence: null,
  mend: 'places:\n  Troy:\n    is: geonames:1\n    because: say why\n',
};

describe('deskView', () => {
  it('shows each place with its sentences, its certainty and what else it could mean', () => {
    const story = exampleStory();
    story.places[0]!.alternatives = [
      { id: 'geonames:4250542', name: 'Belgrade', country: 'US', lngLat: null },
    ];
    const [belgrade] = view(story).places;
    expect(belgrade).toMatchObject({
      name: 'Belgrade',
      keys: ['Belgrade'],
      role: 'venue',
      because: 'the only one',
    });
    expect(belgrade?.candidates.map(({ id }) => id)).toEqual(['geonames:792680', 'geonames:4250542']);
    expect(belgrade?.mentions).toEqual([
      {
        key: 'Belgrade#1',
        name: 'Belgrade',
        confidence: 0.97,
        before: 'Ana Petrović flew to ',
        words: 'Belgrade',
        after: ' on Friday for the opening of a bridge.',
      },
    ]);
  });

  it('quotes every mention and event out of the text, word for word', () => {
    const story = exampleStory();
    const { places, events } = view(story);
    for (const { before, words, after } of [...places.flatMap(({ mentions }) => mentions), ...events]) {
      expect(story.text).toContain(before + words + after);
    }
    expect(events.map(({ words }) => words)).toEqual(
      story.events.map(({ start, end }) => story.text?.slice(start, end)),
    );
  });

  it('counts the mentions of a name as the decisions do, also those that are no place', () => {
    const story = exampleStory();
    const [first] = story.toponyms;
    story.text = `Belgrade won. ${story.text} Belgrade!`;
    const second = { ...first!, start: first!.start + 14, end: first!.end + 14 };
    const third = { ...first!, start: story.text.length - 9, end: story.text.length - 1, place: null };
    story.toponyms = [second, third, { ...first!, start: 0, end: 8, place: null, role: 'metonym' }];
    story.events = [];
    const { places } = view(story);
    expect(places.flatMap(({ mentions }) => mentions.map(({ key }) => key))).toEqual([
      'Belgrade#2',
      'Belgrade#3',
    ]);
    expect(places.at(-1)).toMatchObject({ id: null, keys: ['Belgrade'], role: null, status: 'unknown' });
  });

  it('asks what blocks first, with what it proposes as data', () => {
    const { questions } = view(exampleStory(), [
      question,
      { ...question, key: 'title', blocking: true, mend: '# x\n' },
    ]);
    expect(questions.map(({ key }) => key)).toEqual(['title', 'places.Troy']);
    expect(questions.map(({ proposal }) => proposal.entry)).toEqual([
      null,
      { section: 'places', name: 'Troy', keys: { is: 'geonames:1', because: 'say why' } },
    ]);
  });

  it('gives the digest that a signature is for, and what was decided so far in the file’s order', () => {
    const yaml =
      'places:\n  Troy:\n    is: none\n    because: b\nevents:\n  x:\n    quote: q\n    drop: true\n    because: b\n';
    const shown = view(exampleStory(), [], yaml);
    expect(shown.storyDigest).toBe(storyDigest(exampleStory()));
    expect(shown.decided).toEqual([
      { section: 'places', key: 'Troy', values: { is: null, because: 'b' } },
      { section: 'events', key: 'x', values: { quote: 'q', drop: true, because: 'b' } },
    ]);
  });

  it('shows a story without places, events or text', () => {
    const empty = { ...exampleStory(), text: '', toponyms: [], places: [], events: [], legs: [], steps: [] };
    expect(view(empty)).toMatchObject({ questions: [], places: [], events: [], decided: [] });
  });
});
