import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import type { Decisions } from '../article/decisions.ts';
import { checkPlaces, decideEvents } from './decide.ts';
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
const decide = (events: Decisions['events']) => {
  const warnings: string[] = [];
  const before = told().events;
  return { events: decideEvents(before, article, decisions(events), [], warnings), warnings, before };
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
      label: 'They met',
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

describe('checkPlaces', () => {
  it('warns of names and mentions that the article doesn’t hold', () => {
    const warnings: string[] = [];
    const because = 'x';
    checkPlaces(
      article,
      decisions({}, { Doha: { because }, 'Doha#2': { because }, Rome: { because } }),
      warnings,
    );
    expect(warnings).toEqual([
      'data/stories/x.yaml: the article names "Doha" 1 times only, so this no longer applies',
      'data/stories/x.yaml: the article no longer names "Rome", so this no longer applies',
    ]);
  });
});
