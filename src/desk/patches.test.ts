import { describe, expect, it } from 'vitest';
import { writeDecisions, type DecisionsPatch } from '../article/write-decisions.ts';
import { eventPatch, placePatch, signPatch, undoPatch } from './patches.ts';

const because = 'The mayor says so.';
const fileOf = (patch: DecisionsPatch | null) =>
  patch && writeDecisions('d.yaml', '# by hand\n', patch).replace('# by hand\n', '');

describe('each action of the desk as it stands in the file', () => {
  it.each<[string, DecisionsPatch | null, string]>([
    [
      'choose a candidate',
      placePatch({ key: 'Troy', is: 'geonames:5141502', because }),
      'places:\n  Troy:\n    is: geonames:5141502\n    because: The mayor says so.\n',
    ],
    [
      'choose for one mention',
      placePatch({ key: 'Troy#2', is: 'geonames:5141502', because }),
      'places:\n  Troy#2:\n    is: geonames:5141502\n    because: The mayor says so.\n',
    ],
    [
      'put a point, to about a metre',
      placePatch({ key: 'Old Quay', at: [4.4812345678, 51.9], because }),
      'places:\n  Old Quay:\n    at: [4.48123, 51.9]\n    because: The mayor says so.\n',
    ],
    [
      'reject, which leaves nothing else to decide',
      placePatch({ key: 'Reading', is: 'none', at: [1, 2], role: 'venue', because }),
      'places:\n  Reading:\n    is: none\n    because: The mayor says so.\n',
    ],
    [
      'rename',
      placePatch({ key: 'Troy', name: 'Troy, New York', because }),
      'places:\n  Troy:\n    name: Troy, New York\n    because: The mayor says so.\n',
    ],
    [
      'merge',
      placePatch({ key: 'NYC', sameAs: 'New York', because }),
      'places:\n  NYC:\n    sameAs: New York\n    because: The mayor says so.\n',
    ],
    [
      'change a role',
      placePatch({ key: 'Troy', role: 'mention', is: '', name: '', because }),
      'places:\n  Troy:\n    role: mention\n    because: The mayor says so.\n',
    ],
    [
      'change an event',
      eventPatch({
        id: 'fair',
        quote: 'the fair',
        edtf: '2026-05',
        status: 'planned',
        label: 'A fair',
        because,
      }),
      'events:\n  fair:\n    quote: the fair\n    label: A fair\n    edtf: 2026-05\n    status: planned\n    because: The mayor says so.\n',
    ],
    [
      'give an event no place',
      eventPatch({ id: 'fair', quote: 'the fair', place: 'none', because }),
      'events:\n  fair:\n    quote: the fair\n    place: none\n    because: The mayor says so.\n',
    ],
    [
      'drop an event',
      eventPatch({ id: 'fair', quote: 'the fair', drop: true, because }),
      'events:\n  fair:\n    quote: the fair\n    drop: true\n    because: The mayor says so.\n',
    ],
    [
      'sign, on the day of the editor’s own calendar',
      signPatch('Ada Editor', new Date(2026, 10, 4, 23, 59), `sha256:${'0'.repeat(64)}`),
      `reviewed:\n  by: Ada Editor\n  at: 2026-11-04\n  story: sha256:${'0'.repeat(64)}\n`,
    ],
  ])('%s', (_, patch, lines) => {
    expect(fileOf(patch)).toBe(lines);
  });

  it('decides nothing where nothing was chosen', () => {
    expect(placePatch({ key: 'Troy', is: '', because })).toBeNull();
    expect(eventPatch({ id: 'fair', quote: 'the fair', label: undefined, because })).toBeNull();
  });

  it('takes a decision back whole', () => {
    const text =
      '# mine\nplaces:\n  Troy:\n    is: none\n    because: b\n  Bath:\n    is: none\n    because: b\n';
    expect(writeDecisions('d.yaml', text, undoPatch('places', 'Troy'))).toBe(
      '# mine\nplaces:\n  Bath:\n    is: none\n    because: b\n',
    );
  });
});
