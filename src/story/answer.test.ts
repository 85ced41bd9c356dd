import { describe, expect, it } from 'vitest';
import type { DecisionsPatch } from '../article/write-decisions.ts';
import { answerPatch, needsReason } from './answer.ts';
import { proposalOf } from './proposal.ts';
import type { Question } from './question.ts';

const because = 'The mayor says so.';
const ask = (key: string, mend: string, candidates: string[] = []): Question => ({
  key,
  blocking: true,
  ask: 'Which?',
  candidates: candidates.map((value) => ({ value, label: value })),
  span: null,
  sentence: null,
  mend,
});

const TITLE = ask('title', "title: 'Troy, 12 May'\n", ['Troy, 12 May']);
const DAY = ask('published', 'published: # the day, as in 2024-08-13\n');
const TROY = ask('places.Troy', 'places:\n  Troy:\n    is: geonames:1\n    because: say why\n', [
  'geonames:1',
  'geonames:2',
]);
const OZ = ask('places.Oz', 'places:\n  Oz:\n    is: none\n    because: say why\n');
const LEG = { ...TROY, key: 'legs.travel-troy' };
const FAIR = ask(
  'events.fair',
  'events:\n  fair:\n    quote: the fair\n    place: geonames:1\n    because: say why\n',
  ['geonames:1'],
);

describe('answerPatch', () => {
  it.each<[string, Question, string, string, DecisionsPatch]>([
    ['a headline', TITLE, 'My own', '', { title: 'My own' }],
    ['a day', DAY, '2024-08-13', '', { published: '2024-08-13' }],
    [
      'a day with its reason',
      DAY,
      '2024-08-13',
      because,
      { published: '2024-08-13', publishedBecause: because },
    ],
    ['a place', TROY, 'geonames:2', because, { places: { Troy: { is: 'geonames:2', because } } }],
    ['no place at all', TROY, 'none', because, { places: { Troy: { is: 'none', because } } }],
    ['the end of a leg', LEG, 'geonames:2', because, { places: { Troy: { is: 'geonames:2', because } } }],
    ['a point', TROY, '[-73.69, 42.73]', because, { places: { Troy: { at: [-73.69, 42.73], because } } }],
    [
      'a name that no gazetteer knows, by an id',
      OZ,
      'geonames:7',
      because,
      { places: { Oz: { is: 'geonames:7', because } } },
    ],
    [
      'a name that no gazetteer knows, by a point',
      OZ,
      '4.48 51.92',
      because,
      { places: { Oz: { at: [4.48, 51.92], because } } },
    ],
    [
      'an event, keeping the words that it rests on',
      FAIR,
      'geonames:2',
      because,
      { events: { fair: { quote: 'the fair', place: 'geonames:2', because } } },
    ],
  ])('answers with %s', (_, question, value, reason, patch) => {
    expect(answerPatch(proposalOf(question), value, reason)).toEqual(patch);
  });

  it.each([
    [TITLE, false],
    [DAY, false],
    [TROY, true],
    [OZ, true],
  ])('asks for a reason where one stays with the answer', (question, needed) => {
    expect(needsReason(proposalOf(question))).toBe(needed);
  });
});
