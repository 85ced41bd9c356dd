import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import type { Decisions } from '../article/decisions.ts';
import { decideEvents, decideLegs } from './decide.ts';
import { tell } from './invented.ts';

const text = 'Lena Brandt met Omar Sayed in Doha on Monday. Brandt flew to Evora.';
const article = parseArticle(text);
const told = () => tell(text, { places: ['Doha', 'Evora'], persons: ['Lena Brandt', 'Omar Sayed'] });
const decisions = (events: Decisions['events'], places: Decisions['places'] = {}): Decisions => ({
  file: 'data/stories/x.yaml',
  places,
  events,
  scenes: {},
  corrections: [],
  positions: { 'events.meeting-doha': { line: 4, column: 3 }, 'events.gone': { line: 9, column: 3 } },
});
const namesOf = (id: string) =>
  ({ 'area:doha': ['Doha'], 'area:evora': ['Evora'], 'area:far': ['the Far Islands'] })[id] ?? [];
const decide = (events: Decisions['events'], before = told().events) => {
  const warnings: string[] = [];
  const decided = decideEvents(before, article, decisions(events), [], warnings, namesOf);
  return { events: decided, warnings, before };
};

describe('decideEvents', () => {
  it('changes nothing without decisions', () => {
    const { events } = told();
    expect(decideEvents(events, article, null, [], [])).toBe(events);
  });

  it('takes the editor’s label, day, place, status, speaker and source', () => {
    const { events, warnings } = decide({
      'meeting-doha': {
        quote: 'met Omar Sayed',
        label: 'They met',
        edtf: '2017-09-10',
        place: null,
        status: 'planned',
        speaker: 'Omar Sayed',
        source: 'The Post',
        because: 'x',
      },
    });
    expect(events[0]).toMatchObject({
      label: 'They met, according to Omar Sayed',
      edtf: '2017-09-10',
      earliest: '2017-09-10',
      places: [],
      placeBasis: 'not-stated',
      status: 'planned',
      speaker: { name: 'Omar Sayed' },
      source: 'The Post',
    });
    expect(warnings).toEqual([]);
  });

  it('drops an event and what is bound to it', () => {
    const { events } = decide({ 'meeting-doha': { quote: 'met Omar Sayed', drop: true, because: 'x' } });
    expect(events.map(({ id, bound }) => [id, bound])).toEqual([['flew-evora', null]]);
  });

  it('makes an event of a label and its words', () => {
    const { events } = decide({ waiting: { quote: 'on Monday', label: 'They waited', because: 'x' } });
    expect(events.find(({ id }) => id === 'waiting')).toMatchObject({
      label: 'They waited',
      start: text.indexOf('on Monday'),
      end: text.indexOf('on Monday') + 9,
    });
  });

  it('warns, with file, line and column, of words and events that are gone', () => {
    const { events, warnings, before } = decide({
      'meeting-doha': { quote: 'no such words', label: 'x', because: 'x' },
      gone: { quote: 'met', drop: true, because: 'x' },
    });
    expect(events).toEqual(before);
    expect(warnings).toEqual([
      'data/stories/x.yaml:4:3: the quoted words are no longer in the article, so this no longer applies',
      'data/stories/x.yaml:9:3: the story has no event "gone" any more; one of meeting-doha, flew-evora',
    ]);
  });
});

describe('a label', () => {
  const met = { quote: 'met Omar Sayed', because: 'x' };
  const labelled = (label: string, decision: object) => {
    const before = told().events.map((event) => (event.id === 'meeting-doha' ? { ...event, label } : event));
    const { events, warnings } = decide({ 'meeting-doha': { ...met, ...decision } }, before);
    return [events[0]?.label, ...warnings.map((words) => words.replace(/^\S+: /, ''))];
  };

  it.each([
    ['Brandt met Sayed in Doha', { place: 'area:evora' }, 'Brandt met Sayed in Evora'],
    ['Brandt met Sayed in Doha', { place: 'area:far' }, 'Brandt met Sayed in the Far Islands'],
    ['Brandt met Sayed in Doha', { place: null }, 'Brandt met Sayed'],
    [
      'Brandt met Sayed in Doha, according to police',
      { place: null },
      'Brandt met Sayed, according to police',
    ],
    ['Brandt met Sayed in Doha and Doha', { place: 'area:evora' }, 'Brandt met Sayed in Evora'],
    ['Mayor of Doha met Sayed in Doha', { place: 'area:evora' }, 'Mayor of Doha met Sayed in Evora'],
    ['Brandt visited Doha', { place: 'area:evora' }, 'Brandt visited Evora'],
    ['Brandt met Sayed', { place: 'area:evora' }, 'Brandt met Sayed'],
    ['Brandt met Sayed in Doha', { place: 'area:doha' }, 'Brandt met Sayed in Doha'],
    ['Brandt met Sayed in Doha', { place: null, label: 'They met in Doha' }, 'They met in Doha'],
    ['Brandt met Sayed', { speaker: 'Ana Ruiz' }, 'Brandt met Sayed, according to Ana Ruiz'],
    ['Ana Ruiz met Sayed', { speaker: 'Ana Ruiz' }, 'Ana Ruiz met Sayed'],
  ])('%j with %j is %j', (label, decision, decided) => {
    expect(labelled(label, decision)).toEqual([decided]);
  });

  it('that can’t be moved is asked for', () => {
    expect(labelled('Brandt visited Doha', { place: null })).toEqual([
      'Brandt visited Doha',
      'the label "Brandt visited Doha" still names Doha. Write label: too',
    ]);
  });

  it('names another speaker in the place of the text’s', () => {
    const before = told().events.map((event) => ({
      ...event,
      label: 'Brandt met Sayed, according to police',
      speaker: { name: 'police', form: 'reported' as const },
    }));
    const { events } = decide({ 'meeting-doha': { ...met, speaker: 'Ana Ruiz' } }, before);
    expect(events[0]).toMatchObject({
      label: 'Brandt met Sayed, according to Ana Ruiz',
      speaker: { name: 'Ana Ruiz' },
    });
  });
});

it('takes out a leg to where an editor says that nothing happened', () => {
  const { events, legs } = tell('Lena Brandt flew from Doha to Evora.', {
    places: ['Doha', 'Evora'],
    persons: ['Lena Brandt'],
  });
  expect(legs).toHaveLength(1);
  expect(decideLegs(legs, events, events)).toEqual(legs);
  const moved = events.map((event) => ({ ...event, places: ['area:far'] }));
  expect(decideLegs(legs, events, moved)).toEqual([]);
});
