import { describe, expect, it } from 'vitest';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProblem } from '../errors.ts';
import {
  checkAddresses,
  formatAddresses,
  nextAddresses,
  readAddresses,
  redirectsOf,
  type Addresses,
} from './addresses.ts';

const remembered: Addresses = {
  schema: 'dateline/addresses@1',
  stories: [
    { article: 'fees', slug: 'fees-rise', was: ['fees'] },
    { article: 'flood', slug: 'flood', was: [] },
  ],
};
const flood = { article: 'flood', slug: 'flood' };

describe('checkAddresses', () => {
  it.each([
    ['the same stories', [{ article: 'fees', slug: 'fees-rise' }, flood]],
    ['one more', [{ article: 'fees', slug: 'fees-rise' }, flood, { article: 'new', slug: 'new' }]],
    ['a changed slug', [{ article: 'fees', slug: 'fees-rise-again' }, flood]],
    ['a slug changed back', [{ article: 'fees', slug: 'fees' }, flood]],
  ])('finds nothing lost with %s', (_what, now) => {
    expect(checkAddresses(remembered, now)).toEqual([]);
  });

  it('names each address that would vanish, the old ones too', () => {
    expect(checkAddresses(remembered, [flood]).map(formatProblem)).toMatchInlineSnapshot(`
      [
        "data/addresses.json: a published address would vanish, got "/stories/fees/". Keep its article and write "withdrawn: {at: …, note: …}" into data/stories/fees.yaml, or build with --accept to let it go.",
        "data/addresses.json: a published address would vanish, got "/stories/fees-rise/". Keep its article and write "withdrawn: {at: …, note: …}" into data/stories/fees.yaml, or build with --accept to let it go.",
      ]
    `);
  });

  it('refuses another story at an address that led elsewhere', () => {
    const now = [{ article: 'fees', slug: 'fees-rise' }, flood, { article: 'other', slug: 'fees' }];
    expect(checkAddresses(remembered, now).map(formatProblem)).toMatchInlineSnapshot(`
      [
        "data/addresses.json: a published address would become another story (other instead of fees), got "/stories/fees/". Give other another slug, or build with --accept.",
      ]
    `);
  });

  it('has nothing to say of a first build or of none', () => {
    const empty: Addresses = { schema: 'dateline/addresses@1', stories: [] };
    expect(checkAddresses(empty, [])).toEqual([]);
    expect(checkAddresses(empty, [flood])).toEqual([]);
  });
});

describe('nextAddresses', () => {
  it('remembers every slug that a story had, and redirects them', () => {
    const now = [{ article: 'fees', slug: 'fees-up' }, flood];
    const next = nextAddresses(remembered, now);
    expect(next.stories[0]).toEqual({ article: 'fees', slug: 'fees-up', was: ['fees', 'fees-rise'] });
    expect(redirectsOf(next, now)).toEqual([
      { from: 'fees', to: 'fees-up' },
      { from: 'fees-rise', to: 'fees-up' },
    ]);
  });

  it('takes a slug out of the old ones when the story has it again', () => {
    expect(nextAddresses(remembered, [{ article: 'fees', slug: 'fees' }, flood]).stories[0]).toEqual({
      article: 'fees',
      slug: 'fees',
      was: ['fees-rise'],
    });
  });

  it('forgets a story that is gone only when told to', () => {
    expect(nextAddresses(remembered, [flood]).stories).toHaveLength(2);
    expect(nextAddresses(remembered, [flood], { accept: true }).stories).toEqual([{ ...flood, was: [] }]);
  });

  it('is the same whatever the order of the stories', () => {
    const now = [flood, { article: 'fees', slug: 'fees-rise' }];
    expect(formatAddresses(nextAddresses(remembered, now))).toBe(formatAddresses(remembered));
  });
});

describe('readAddresses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'addresses-'));

  it('reads what was written, and an absent file as empty', () => {
    const file = join(folder, 'a.json');
    expect(readAddresses(file).stories).toEqual([]);
    writeFileSync(file, formatAddresses(remembered));
    expect(readAddresses(file)).toEqual(remembered);
  });

  it.each(['{', '[]', '{"schema":"dateline/addresses@1","stories":[{"article":"a"}]}'])(
    'refuses %s',
    (text) => {
      const file = join(folder, 'bad.json');
      writeFileSync(file, text);
      expect(() => readAddresses(file)).toThrow('Restore the file from git; the build writes it.');
    },
  );
});
