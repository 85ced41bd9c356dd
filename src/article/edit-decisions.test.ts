import { describe, expect, it } from 'vitest';
import { editDecisions } from './edit-decisions.ts';

const edit = (text: string | null, patch: Parameters<typeof editDecisions>[2]) =>
  editDecisions('d.yaml', text, patch);

describe('editDecisions', () => {
  it.each([null, '', '\n'])('begins a file out of %j', (text) => {
    expect(edit(text, { published: '2024-08-13' })).toBe(
      '# yaml-language-server: $schema=../decisions.schema.json\n\npublished: 2024-08-13\n',
    );
  });

  it('keeps comments, order, blank lines and quotes', () => {
    const text = `# The editor's file
title: 'A bridge' # short

# two Troys
places:
  # the small one
  "Troy": { is: geonames:1, because: "County paper." }
corrections:
  - { date: 2026-01-01, note: n }
`;
    const edited = edit(text, {
      published: '2024-08',
      places: { Bath: { is: 'none', because: 'A tub: here' }, Troy: { at: [-73.69, 42.73] } },
    });
    expect(edited).toBe(`# The editor's file
title: 'A bridge' # short

# two Troys
places:
  # the small one
  "Troy": { is: geonames:1, because: "County paper.", at: [ -73.69, 42.73 ] }
  Bath:
    is: none
    because: "A tub: here"
corrections:
  - { date: 2026-01-01, note: n }
published: 2024-08
`);
  });

  it('takes a key out', () => {
    expect(edit('title: a\nslug: b\n', { slug: null })).toBe('title: a\n');
  });

  it('leaves a file alone where nothing is asked', () => {
    const text = 'places:\n    "Troy": {is: none,   because: y}\n';
    expect(edit(text, {})).toContain('"Troy"');
  });

  it('writes words that look like something else in quotes', () => {
    const edited = edit(null, {
      title: 'yes: [no] #1',
      byline: '2024-08-13',
      publishedBecause: '\u001b[31m\nnext',
    });
    expect(edited).toContain('title: "yes: [no] #1"');
    expect(edited).not.toContain('\u001b');
  });

  it('refuses a result that can’t be read', () => {
    expect(() => edit('title: a\n', { titel: 'b' })).toThrow('d.yaml:2:1: unknown key, got "titel"');
    expect(() => edit('title: [', { slug: 'b' })).toThrow('not YAML');
    expect(() => edit('- a', { slug: 'b' })).toThrow('not a list of keys');
  });
});
