import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { decisionsSchema } from './decisions-schema.ts';
import { readDecisions } from './read-decisions.ts';

const read = (yaml: string) => readDecisions('data/stories/a.yaml', yaml);

/** The problems of a file, without its name. */
function faults(yaml: string): string {
  try {
    read(yaml);
    return 'no error';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.replaceAll('data/stories/a.yaml:', '');
  }
}

describe('readDecisions', () => {
  it.each(['', '# nothing yet\n', '{}'])('reads no decision out of %j', (yaml) => {
    expect(read(yaml)).toMatchObject({
      decisions: { file: 'data/stories/a.yaml', places: {}, events: {}, scenes: {}, corrections: [] },
      warnings: [],
    });
  });

  it('reads every key, none as null, and remembers where each stands', () => {
    const { decisions, warnings } = read(`# yaml-language-server: $schema=../decisions.schema.json
title: 1984
published: 2024-08
publishedBecause: The fair is held once in a decade.
source: { name: The Paper, url: https://paper.example/a, home: US.OH }
text: quotes
reviewed: { by: Ann, at: 2026-11-24 }
places:
  "Troy": { is: admin1:US.OH, because: The Ohio one. }
  "Hall#2": { is: none, because: A person. }
  "the Flats": { lngLat: [-81.7, 41.49], name: The Flats, add: true, because: The old harbour. }
events:
  fair-opened: { quote: the fair opened, edtf: none, place: none, because: Not said. }
scenes:
  troy/2: { quote: the fair, camera: [-82, 41, -81, 42], now: ["admin1:US.OH"], caption: The fair }
corrections:
  - { date: 2026-02-01, note: later }
  - { date: 2026-01-01, note: sooner }
`);
    expect(warnings).toEqual([]);
    expect(decisions.title).toBe('1984');
    expect(decisions.published).toBe('2024-08');
    expect(decisions.places['Hall#2']?.is).toBeNull();
    expect(decisions.places['the Flats']?.at).toEqual([-81.7, 41.49]);
    expect(decisions.events['fair-opened']).toMatchObject({ edtf: null, place: null });
    expect(decisions.corrections.map(({ note }) => note)).toEqual(['sooner', 'later']);
    expect(decisions.positions['places.Hall#2.is']).toEqual({ line: 10, column: 15 });
    expect(decisions.positions['corrections.1.note']).toEqual({ line: 18, column: 25 });
  });

  it('lists every fault with its line, column and mend', () => {
    expect(
      faults(`titel: A
published: last Tuesday
text: some
reviewed: { by: Ann, at: 2026-02-30 }
places:
  Troy: { iss: x, because: y }
  Bath: { because: y }
  Rome: { is: none }
  Oslo: { at: [59.9, 110.7], because: y }
events:
  a: { edtf: 2024-08-13, because: y }
scenes:
  b/9x: { quote: q, caption: c }
  c: { quote: q, camera: [1, 5, 2, 4] }
source: { url: "javascript:alert(1)" }
lang: e
corrections: [{ date: 2026-01-01 }]
`),
    ).toMatchInlineSnapshot(`
      "1:1: unknown key, got "titel". Did you mean title?
      2:1: published: not a date of our era, got "last Tuesday". Write it as 2024-08-13, 2024-08 or 2024
      3:1: text: no such release, got "some". One of full, quotes, none
      4:22: reviewed.at: not a day of the calendar, got "2026-02-30". Write it as 2024-08-13
      6:11: unknown key, got "iss". Did you mean is?
      6:3: places.Troy: decides nothing, got "{\\"iss\\":\\"x\\",\\"because\\":\\"y\\"}". Add is: with the id of a place or none, at:, name:, sameAs: or role:
      7:3: places.Bath: decides nothing, got "{\\"because\\":\\"y\\"}". Add is: with the id of a place or none, at:, name:, sameAs: or role:
      8:3: places.Rome.because: missing. Say in a sentence why, so that the next editor can check it
      9:22: places.Oslo.at.1: not a latitude, got "110.7". Write degrees from -90 to 90, after the longitude
      11:3: events.a.quote: missing. Copy the words of the article that this rests on
      13:3: scenes.b/9x: neither a step nor STEP/2, got "{\\"quote\\":\\"q\\",\\"caption\\":\\"c\\"}". Write the step’s id, with /2 for its second state
      14:18: scenes.c.camera: south is not below north, got "[1,5,2,4]". Write [west, south, east, north]
      15:11: source.url: not a web address, got "javascript:alert(1)". Write it as https://…
      16:1: lang: not a language tag, got "e". Write it as en, ar or pt-BR
      17:15: corrections.0.note: missing. Write it, or take the whole entry out"
    `);
  });

  it.each([
    ['a: [1', 'not YAML'],
    ['title: a\ntitle: b', 'not YAML'],
    ['- a', 'not a list of keys'],
    ['words', 'not a list of keys'],
    ['title: *b', 'an alias, which is not read here, got "*b"'],
    ['places:\n  __proto__: { name: A, because: b }', 'no name that can be used, got "__proto__"'],
    ['__proto__: a', 'unknown key'],
  ])('refuses %j', (yaml, what) => {
    expect(faults(yaml)).toContain(what);
  });

  it.each([
    ['published: 2024-13-40', '1:1: published: not a date of our era, got "2024-13-40". Write it as'],
    ['published: 2024-02-30', '1:1: published: not a date of our era, got "2024-02-30"'],
    ['published: 2024-03-01/2024-03-02', '1:1: published: not a date of our era'],
    ['published: yes', '1:1: published: not a date of our era, got "yes"'],
    ['events: { a: { quote: q, edtf: 2024-99-99, because: b } }', '1:26: events.a.edtf: not an EDTF date'],
    ['events: { a: { quote: q, edtf: 2024-05-01/2024-04-01, because: b } }', 'not an EDTF date'],
    [
      'events: { a: { quote: q, edtf: "....", because: b } }',
      'not an EDTF date of our era, got "....". Write it as',
    ],
    ['events: { a: { quote: q, edtf: "-0044-03-15", because: b } }', 'not an EDTF date of our era'],
    ['published: "-0044"', 'not a date of our era'],
    ['corrections: [{ date: 2023-02-29, note: n }]', '1:17: corrections.0.date: not a day of the calendar'],
    ['withdrawn: { at: 2024-04-31, note: n }', '1:14: withdrawn.at: not a day of the calendar'],
    ['withdrawn: yes', 'withdrawn: not a list of keys, got "yes". Write { at: 2024-08-13, note: … }'],
    ['reviewed: Ann', 'reviewed: not a list of keys, got "Ann". Write { by: …, at: 2024-08-13 }'],
    ['source: The Paper', 'source: not a list of keys, got "The Paper". Write { name: …, url: https://… }'],
    ['places: [Bath]', 'places: not a list of names'],
    ['places: { Bath: none }', 'places.Bath: not a list of keys, got "none". Write { is: geonames:524901'],
    ['events: { a: gone }', 'events.a: not a list of keys, got "gone". Write { quote: …'],
    ['scenes: no', 'scenes: not a list of steps, got "no". Write STEP: {'],
    ['corrections: none', 'corrections: not a list, got "none". Write - { date: 2024-08-13'],
    ['lang: [en]', 'lang: not a language tag'],
    ['places: { Bath: { add: true, name: Bath, because: y } }', 'adds a place without saying which'],
  ])('says of %j what is wrong and how to mend it', (yaml, what) => expect(faults(yaml)).toContain(what));

  it.each([
    ['[-999, 2, 999, 3]', 'not a longitude, got "-999"'],
    ['[5, 45, 5, 46]', 'a box without width, got "[5,45,5,46]"'],
    ['[180, 45, -180, 46]', 'a box without width'],
    ['[5, -91, 6, 46]', 'not a latitude'],
    ['[5, 45, 6]', 'not a box'],
    ['[5, 45, 6, .inf]', 'not a latitude'],
    ['wide', 'not a box'],
  ])('refuses the camera %s', (camera, what) =>
    expect(faults(`scenes:\n  a: { quote: q, camera: ${camera} }`)).toMatch(
      new RegExp(`^2:\\d+: scenes\\.a\\.camera.*${what.replace(/[[\]]/g, '\\$&')}`),
    ),
  );

  it.each(['[170, -20, -170, 0]', '[-180, -60, 180, 75]'])('takes the camera %s', (camera) =>
    expect(faults(`scenes:\n  a: { quote: q, camera: ${camera} }`)).toBe('no error'),
  );

  it('warns of keys that do nothing', () => {
    const { warnings } = read(
      'places:\n  Bath: { is: none, role: venue, because: y }\nevents:\n  a: { quote: q, drop: true, label: l, because: y }',
    );
    expect(warnings).toEqual([
      'data/stories/a.yaml:4: drop takes the event out, so that its other keys do nothing',
      'data/stories/a.yaml:2: is: none takes the place out, so that its other keys do nothing',
    ]);
  });

  it('survives keys that objects have of themselves', () => {
    expect(faults('__proto__: { a: 1 }\nconstructor: 1')).toContain('unknown key, got "constructor"');
    const { decisions } = read('places:\n  constructor: { is: none, because: y }');
    expect(Object.keys(decisions.places)).toEqual(['constructor']);
  });
});

it('gives editors the JSON Schema of what it reads', async () => {
  const schema = z.toJSONSchema(decisionsSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../data/decisions.schema.json',
  );
});
