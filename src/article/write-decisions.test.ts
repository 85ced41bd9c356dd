import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { readDecisions } from './read-decisions.ts';
import { writeDecisions, type DecisionsPatch } from './write-decisions.ts';

const FILE = 'data/stories/harbour-opens.yaml';
const write = (text: string | null, patch: DecisionsPatch) => writeDecisions(FILE, text, patch);

/** Written by hand: comments, wrapped sentences, single and double quotes, braces, a blank line between entries. */
const BY_HAND = `# yaml-language-server: $schema=../decisions.schema.json
# The desk's notes on this one.
published: 2024-08-13   # a Tuesday
publishedBecause: The harbour master took office in
  the spring of that year.

places:
  # The one on the river, not the suburb.
  Springfield, Mass.:
    is: geonames:4951788
    because: >-
      The mayor of Springfield
      is named in the second paragraph.

  "Gaza#3": { is: none, because: A ship's name. }   # asked twice

events:
  harbour-opened:
    quote: opened the harbour
    label: 'The harbour''s opening'
    # told by two witnesses
    because: The verb is in the headline only.
`;

/** The lines that an edit takes out of the file and puts into it, in order. */
function diff(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let top = 0;
  while (top < old.length && old[top] === fresh[top]) top += 1;
  let bottom = 0;
  while (bottom < Math.min(old.length, fresh.length) - top && old.at(-1 - bottom) === fresh.at(-1 - bottom)) {
    bottom += 1;
  }
  const cut = (lines: string[], sign: string) =>
    lines.slice(top, lines.length - bottom).map((line) => `${sign}${line}`);
  return [...cut(old, '-'), ...cut(fresh, '+')].join('\n');
}

describe('writeDecisions', () => {
  it('begins a new file with the line that editors complete from', () => {
    expect(write(null, { published: '2024-08-13', title: 'Harbour opens' })).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../decisions.schema.json
      title: Harbour opens
      published: 2024-08-13
      "
    `);
  });

  it('writes a whole file as a person would have, whatever order the decisions come in', async () => {
    let text: string | null = null;
    const patches: DecisionsPatch[] = [
      {
        events: {
          'fair-opened': {
            edtf: 'none',
            status: 'planned',
            quote: 'the fair\nopened',
            because: 'It is to come.',
          },
        },
      },
      { places: { Troy: { is: 'geonames:5141502', because: 'Albany is near.' } } },
      { places: { 'Gaza#3': { because: 'A ship: the “Gaza”.', is: 'none' } } },
      { reviewed: { by: 'Ada Editor', at: '2026-11-24' } },
      {
        places: {
          'Old Quay, Rotterdam': { name: 'Old Quay', at: [4.48, 51.92], because: "The port's map." },
        },
      },
      { places: { NYC: { sameAs: 'New York', because: 'One city.' } } },
      { publishedBecause: 'The only Tuesday of the five.', published: '2024-08-13' },
      { places: { Troy: { role: 'mention' } } },
      { title: 'Harbour opens: a first look' },
    ];
    for (const patch of patches) text = write(text, patch);
    expect(text).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../decisions.schema.json
      title: 'Harbour opens: a first look'
      published: 2024-08-13
      publishedBecause: The only Tuesday of the five.

      reviewed:
        by: Ada Editor
        at: 2026-11-24

      places:
        Troy:
          is: geonames:5141502
          role: mention
          because: Albany is near.
        Gaza#3:
          is: none
          because: 'A ship: the “Gaza”.'
        Old Quay, Rotterdam:
          at: [4.48, 51.92]
          name: Old Quay
          because: The port's map.
        NYC:
          sameAs: New York
          because: One city.

      events:
        fair-opened:
          quote: "the fair\\nopened"
          edtf: none
          status: planned
          because: It is to come.
      "
    `);
    expect(await format(text ?? '', { parser: 'yaml', singleQuote: true, printWidth: 110 })).toBe(text);
    expect(readDecisions(FILE, text ?? '').warnings).toEqual([]);
  });

  it('changes nothing where nothing is new', () => {
    const same = {
      published: '2024-08-13',
      places: { 'Springfield, Mass.': { is: 'geonames:4951788' }, 'Gaza#3': { is: 'none' } },
      events: { 'harbour-opened': { label: 'The harbour’s opening'.replace('’', "'") } },
    };
    expect(write(BY_HAND, same)).toBe(BY_HAND);
    expect(write(BY_HAND, {})).toBe(BY_HAND);
    expect(write(BY_HAND, { title: null, places: { Nowhere: null, 'Gaza#3': { at: null } } })).toBe(BY_HAND);
  });

  it.each<[string, DecisionsPatch, string]>([
    [
      'replaces a value and keeps the comment behind it',
      { published: '2024-08-20' },
      '-published: 2024-08-13   # a Tuesday\n+published: 2024-08-20   # a Tuesday',
    ],
    [
      'replaces a wrapped sentence, and that one alone',
      { publishedBecause: 'She says so.' },
      '-publishedBecause: The harbour master took office in\n-  the spring of that year.\n+publishedBecause: She says so.',
    ],
    [
      'adds a key where the schema puts it, above the comment of the next',
      { title: 'Harbour opens' },
      '+title: Harbour opens',
    ],
    [
      'adds a key to an entry before its reason',
      { places: { 'Springfield, Mass.': { role: 'venue' } } },
      '+    role: venue',
    ],
    [
      'adds an entry at the end of its list, with the blank line that the others have',
      { places: { Troy: { is: 'geonames:5141502', because: 'Albany is near.' } } },
      '+  Troy:\n+    is: geonames:5141502\n+    because: Albany is near.\n+',
    ],
    [
      'keeps braces where somebody wrote braces',
      { places: { 'Gaza#3': { name: 'Gaza, a ship', is: null } } },
      `-  "Gaza#3": { is: none, because: A ship's name. }   # asked twice\n+  "Gaza#3": { name: 'Gaza, a ship', because: A ship's name. }   # asked twice`,
    ],
    [
      'opens a section between two others',
      { reviewed: { by: 'Ada Editor', at: '2026-11-24' } },
      '+reviewed:\n+  by: Ada Editor\n+  at: 2026-11-24\n+',
    ],
    [
      'takes an entry out when nothing is left but its reason',
      { places: { 'Springfield, Mass.': { is: null } } },
      [
        '-  Springfield, Mass.:\n-    is: geonames:4951788\n-    because: >-',
        '-      The mayor of Springfield\n-      is named in the second paragraph.',
      ].join('\n'),
    ],
    [
      'takes a section out with its last entry',
      { events: { 'harbour-opened': null } },
      [
        '-events:\n-  harbour-opened:\n-    quote: opened the harbour',
        "-    label: 'The harbour''s opening'\n-    # told by two witnesses",
        '-    because: The verb is in the headline only.\n-',
      ].join('\n'),
    ],
  ])('%s', (_, patch, lines) => {
    expect(diff(BY_HAND, write(BY_HAND, patch))).toBe(lines);
  });

  it.each([
    [
      'a file that holds nothing',
      '\n',
      '# yaml-language-server: $schema=../decisions.schema.json\ntitle: T\n',
    ],
    ['a file of comments', '# later\n', '# later\ntitle: T\n'],
    ['a last line without an end', 'lang: en', 'title: T\nlang: en\n'],
    ['line ends of Windows', 'byline: B\r\nlang: en\r\n', 'title: T\r\nbyline: B\r\nlang: en\r\n'],
    ['empty braces', 'places: {}\nlang: en\n', 'title: T\nplaces: {}\nlang: en\n'],
  ])('writes into %s', (_, before, after) => {
    expect(write(before, { title: 'T' })).toBe(after);
  });

  it('writes an entry into empty braces', () => {
    expect(
      write('lang: en\nplaces: {} # none yet\n', { places: { Troy: { is: 'none', because: 'A name.' } } }),
    ).toMatchInlineSnapshot(`
      "lang: en
      places: # none yet
        Troy:
          is: none
          because: A name.
      "
    `);
  });

  it.each<[string, string | null, DecisionsPatch]>([
    ['an unknown key', null, { titel: 'T' }],
    ['a value that cannot be', null, { places: { Troy: { at: [200, 95], because: 'So.' } } }],
    ['no reason', null, { places: { Troy: { is: 'none' } } }],
    ['a map where a value belongs', null, { places: { Troy: { is: { id: 'none' } } } }],
    ['a prototype', null, JSON.parse('{"__proto__": {"title": "T"}}') as DecisionsPatch],
    ['a file that was at fault before', 'titel: T\n', { title: 'T' }],
    ['a file that is no YAML', 'title: [T\n', { title: 'T' }],
    ['a file that is no map', '- a\n', { title: 'T' }],
  ])('refuses %s', (_, before, patch) => {
    expect(() => write(before, patch)).toThrow(InputError);
  });

  it('writes every text so that it is read as it was given, and touches no other line', () => {
    const sentence = fc
      .string({ unit: 'binary', minLength: 1 })
      .map((text) => text.trim())
      .filter(Boolean);
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => text !== '__proto__');
    fc.assert(
      fc.property(name, sentence, sentence, (key, is, because) => {
        const written = write(BY_HAND, { places: { [key]: { name: is, because } } });
        const { places } = readDecisions(FILE, written).decisions;
        expect(places[key]).toEqual({ name: is, because });
        const kept = written.split('\n').filter((line) => BY_HAND.includes(line));
        expect(kept).toEqual(expect.arrayContaining(BY_HAND.split('\n')));
      }),
      { examples: [['\u2028 ', '\u0000', '\u0000']] },
    );
  });
});
