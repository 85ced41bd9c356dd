import fc from 'fast-check';
import type { Decisions } from '../article/decisions.ts';
import { describe, expect, it } from 'vitest';
import { tell, type Told } from './invented.ts';
import type { SceneState } from './schema.ts';

const PLACES = ['Doha', 'Evora', 'Mosul', 'Qatar (country)'];
const PERSONS = ['Lena Brandt', 'Omar Sayed'];
const views = ({ steps }: Told): Omit<SceneState, 'start' | 'end'>[] =>
  steps.flatMap(({ scene }): Omit<SceneState, 'start' | 'end'>[] =>
    scene.states.length ? scene.states : [scene],
  );
const first = (text: string) => views(tell(text, { places: PLACES, persons: PERSONS }))[0]!;

describe('captions', () => {
  it.each([
    ['Lena Brandt met Omar Sayed in Doha on Monday.', 'Brandt met Sayed in Doha on Monday 11 September.'],
    [
      'Lena Brandt arrived in Doha on Monday.',
      'Brandt arrived in Doha on Monday 11 September. Where the journey began is not stated.',
    ],
    ['Lena Brandt is scheduled to travel to Evora.', 'Planned: Brandt to travel to Evora. No date is given.'],
    ['Lena Brandt was to have flown to Evora.', 'Called off: Brandt to fly to Evora. It did not take place.'],
    [
      'A visit by Lena Brandt to Evora was called off.',
      'Brandt: visit to Evora, called off. It did not take place.',
    ],
    ['Omar Sayed was killed.', 'Sayed was killed.'],
    [
      'Police spoke of the killing of Omar Sayed.',
      'Killing of Omar Sayed: the article does not say where or when.',
    ],
    [
      'Two sailors died in Doha on Monday, police said.',
      'Two sailors died in Doha on Monday 11 September, according to police.',
    ],
    [
      '“We are glad that it is over and done with,” said Lena Brandt.',
      'Words of Lena Brandt. Nothing new on the map.',
    ],
    ['Bread is dear in Mosul.', 'Mosul: what this part speaks of. No event is marked there.'],
    ['Bread is dear.', 'The article names no place for this.'],
  ])('of %j', (text, caption) => expect(first(text).caption).toBe(caption));

  it('cut what was said before they cut who said it', () => {
    const text =
      'A bomb exploded near a busy supermarket in the old southern part of the town of Mosul on Monday, the state news agency of the republic said.';
    const { caption } = first(text);
    expect(caption).toBe(
      'A bomb exploded, according to the state news agency of the republic. Mosul is spoken of.',
    );
  });

  it('keep whose word it is behind the day where the doer speaks', () => {
    const { caption } = first(
      'The army said that it had shot down a large unmanned drone in Mosul on Monday.',
    );
    expect(caption).toMatch(
      /^Army shot down a large unmanned drone in Mosul on Monday [^,]+, by its own account\./,
    );
  });
});

describe('alts', () => {
  it.each([
    [
      'Lena Brandt met Omar Sayed in Doha on Monday.',
      'Map of Doha and its surroundings. Doha is marked: Brandt met Sayed in Doha. No journey is drawn.',
    ],
    [
      'Lena Brandt will fly from Doha to Evora.',
      'Map from Evora to Doha. Evora is a hollow ring: planned, no date given. A dashed line joins Doha and Evora; it is no route. At rest: Doha.',
    ],
    [
      'Bread is dear in Mosul.',
      'Map of Mosul and its surroundings. Mosul is marked as a subject; no visit there is reported. No journey is drawn.',
    ],
    [
      'No one has said when Lena Brandt would fly to Mosul.',
      'Map of Mosul and its surroundings. Mosul is marked as a subject: it is spoken of. No journey is drawn.',
    ],
    [
      'Bombs exploded in Doha and Evora on Monday.',
      'Map from Evora to Doha. Doha and Evora are marked: Bombs exploded in Doha and Evora. No journey is drawn.',
    ],
    ['Bread is dear.', ''],
  ])('of %j', (text, alt) => expect(first(text).alt).toBe(alt));

  it.each<[string, string, string, string]>([
    [
      'an uncertain place elsewhere',
      'Lena Brandt met Omar Sayed in Doha. On Friday she is to meet Sayed in Evora.',
      'Planned: Brandt to meet Sayed in Evora on Friday 15 September.',
      'The same map. Evora is not on this map: the place is not certain. Doha is at rest.',
    ],
    [
      'a journey to one',
      'Lena Brandt met Omar Sayed in Doha. On Friday she is to travel to Evora.',
      'Planned: Brandt to travel to Evora on Friday 15 September.',
      'The same map. Evora is not on this map: the place is not certain. Doha is at rest. A dashed line from Doha to Evora leaves this map; it is no route.',
    ],
  ])('name as marked only what the camera shows: %s', (_, text, caption, alt) => {
    const told = tell(text, { places: { Doha: [51.5, 25.3], 'Evora?': [-7.9, 38.6] }, persons: PERSONS });
    const last = views(told).at(-1)!;
    expect(last.now).toEqual([]);
    expect(last.caption).toContain(caption);
    expect(last.alt).toContain(alt);
  });

  it('tell unlike scenes apart', () => {
    const told = tell(
      'Lena Brandt met Omar Sayed in Doha.\n\nBread is dear.\n\nMilk is dear in Mosul.\n\nTea is dear.',
      { places: ['Doha'], persons: PERSONS },
    );
    const all = views(told);
    expect(all).toHaveLength(4);
    for (const [index, one] of all.entries())
      for (const other of all.slice(0, index))
        if (one.now.join() !== other.now.join() || one.camera !== other.camera)
          expect(one.alt).not.toBe(other.alt);
  });
});

describe('what an editor added', () => {
  const text = 'Lena Brandt met Omar Sayed in Doha on Monday.\n\nTea is dear.\n\nSayed is to fly to Evora.';
  const decided = (events: object, scenes: object = {}) => {
    const warnings: string[] = [];
    const decisions = {
      file: 'x.yaml',
      places: {},
      events,
      scenes,
      corrections: [],
      positions: {},
    } as Decisions;
    const told = tell(text, { places: PLACES, persons: PERSONS, decisions, warnings });
    return { scenes: views(told), warnings };
  };
  const met = (source: string) => ({ 'meeting-doha': { quote: 'met', source, because: 'x' } });

  it('is marked with its source in caption and alt', () => {
    const { scenes } = decided(met('the harbour’s log.'));
    expect(scenes[0]).toMatchObject({
      caption: 'Brandt met Sayed in Doha on Monday 11 September. Added by the editor: the harbour’s log.',
      alt: 'Map from Evora to Doha. Doha is marked: Brandt met Sayed in Doha. Added by the editor: the harbour’s log. No journey is drawn.',
    });
  });

  it('stays marked where the source is long', () => {
    const { scenes } = decided(
      met('a report of the harbour master to the ministry of transport of 12 September'),
    );
    expect(scenes[0]!.caption).toBe(
      'Brandt met Sayed in Doha. Added by the editor: a report of the harbour master to the…',
    );
    expect(scenes[0]!.caption.length).toBeLessThanOrEqual(90);
  });

  it('keeps an editor’s alt as it is, and asks where two maps have one', () => {
    const alt = 'All as before.';
    const { scenes, warnings } = decided(
      {},
      { 'lena-brandt-met': { quote: 'met', alt }, 'tea-is-dear': { quote: 'Tea', now: [], quiet: [], alt } },
    );
    expect(scenes.slice(0, 2).map((scene) => scene.alt)).toEqual([alt, alt]);
    expect(warnings).toEqual([
      'x.yaml: the same alt as x.yaml, whose map shows something else. Say what each map shows',
    ]);
  });

  it('takes one alt for two maps that show the same', () => {
    const given = { camera: [0, 0, 9, 9], now: [], quiet: [], alt: 'Nothing is marked.' };
    const { warnings } = decided(
      {},
      { 'lena-brandt-met': { quote: 'met', ...given }, 'tea-is-dear': { quote: 'Tea', ...given } },
    );
    expect(warnings).toEqual([]);
  });
});

describe('any article', () => {
  const piece = fc.constantFrom(
    'Lena Brandt',
    'Omar Sayed',
    'He',
    'Doha',
    'Evora',
    'Mosul',
    'Qatar',
    ' met ',
    ' arrived in ',
    ' is to fly to ',
    ' left ',
    ' for ',
    ' the killing of ',
    ' the strikes in ',
    ' on Monday',
    ' on 3 May',
    ' in 2016',
    ' after ',
    ' amid ',
    ' and ',
    ', ',
    ' who ',
    ', police said',
    ' said that ',
    '“',
    '”',
    ' was called off',
    '. ',
    '.\n\n',
    ' a three-day visit',
    ' a summit in ',
    ' The meeting ',
    '(',
    ')',
    ' to ',
    ' in ',
    ' from ',
  );

  it('is told in captions and alts of their lengths, with references that resolve', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const told = tell(pieces.join(''), { places: PLACES, persons: PERSONS });
        const places = new Set(told.places.map(({ id }) => id));
        const events = new Set(told.events.map(({ id }) => id));
        expect(events.size).toBe(told.events.length);
        for (const { caption, alt, now, quiet, events: lit } of views(told)) {
          expect(caption.length > 0 && caption.length <= 90 && alt.length <= 220).toBe(true);
          expect([...now, ...quiet].every((id) => places.has(id)) && lit.every((id) => events.has(id))).toBe(
            true,
          );
          expect(now.some((id) => quiet.includes(id))).toBe(false);
        }
        for (const event of told.events) {
          expect(told.text.slice(event.start, event.end).trim()).not.toBe('');
          expect(event.places.every((id) => places.has(id))).toBe(true);
          expect(event.placeBasis === 'not-stated').toBe(event.places.length === 0);
          if (event.speaker) expect(event.label).toContain(event.speaker.name);
          if (event.earliest && event.latest) expect(event.earliest <= event.latest).toBe(true);
        }
        for (const { from, to, event } of told.legs)
          expect((from === null || places.has(from)) && places.has(to) && events.has(event)).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
