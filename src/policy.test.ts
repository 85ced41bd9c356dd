import { describe, expect, it } from 'vitest';
import { InputError } from './errors.ts';
import { loadPolicy, readPolicy } from './policy.ts';

const head = 'years: [2000, 2030]\nreview: optional\nline: { full: a, short: b }\n';

function messageOf(yaml: string): string {
  try {
    readPolicy('data/policy.yaml', yaml);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('readPolicy', () => {
  it('reads the smallest policy', () => {
    const policy = readPolicy('p.yaml', `${head}disputes: []\n`);
    expect(policy).toEqual({
      years: [2000, 2030],
      review: 'optional',
      line: { full: 'a', short: 'b' },
      names: {},
      disputes: [],
    });
  });

  it.each([
    ['an empty file', '', 'data/policy.yaml:1:1: policy: Invalid input: expected object, received null'],
    [
      'years the wrong way round',
      'years: [2030, 2000]\nreview: optional\nline: { full: a, short: b }\ndisputes: []\n',
      'data/policy.yaml:1:1: years: the first year is after the last',
    ],
    [
      'an unknown key',
      `${head}disputes: []\ncolour: red\n`,
      'data/policy.yaml:5:1: colour: no such key, got "red"',
    ],
    [
      'a wrong value deep inside',
      `${head}disputes:\n  - id: x\n    name: X\n    bbox: [0, 0, 1, 100]\n    drawn: a\n    parties: [b]\n    since: 2026-11-23\n`,
      'data/policy.yaml:7:21: disputes.0.bbox.3: Too big: expected number to be <=90, got "100"',
    ],
    [
      'YAML that is none',
      'years: [2000, 2030\nreview: optional\n',
      'data/policy.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('names file, line and column of %s', (_, yaml, message) => {
    expect(messageOf(yaml)).toBe(message);
  });

  it('refuses two disputes with one id', () => {
    const row = '  - { id: x, name: X, bbox: [0, 0, 1, 1], drawn: a, parties: [b], since: 2026-11-23 }\n';
    expect(messageOf(`${head}disputes:\n${row}${row}`)).toContain('two disputes with one id');
  });
});

describe('the policy of this newsroom', () => {
  const { policy, digest } = loadPolicy();

  it('has a row for the disputes that world views take in', () => {
    expect(policy.disputes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'crimea',
        'gaza-strip',
        'west-bank',
        'golan-heights',
        'kashmir',
        'western-sahara',
        'taiwan',
      ]),
    );
  });

  it('says in each row what is drawn, who disagrees and since when', () => {
    for (const { drawn, parties, since } of policy.disputes) {
      expect(drawn.length).toBeGreaterThan(20);
      expect(parties.length).toBeGreaterThan(0);
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('has a digest that a change of the file would change', () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});
