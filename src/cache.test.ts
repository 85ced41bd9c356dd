import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestOf, digestOfAll } from './cache.ts';

describe('digestOf', () => {
  it('tells apart where one part ends and the next begins', () => {
    expect(digestOf('ab', 'c')).not.toBe(digestOf('a', 'bc'));
    expect(digestOf('')).not.toBe(digestOf());
  });

  it('is a SHA-256', () => {
    expect(digestOf()).toBe(createHash('sha256').digest('hex'));
  });

  it('takes as many parts as a site of a hundred thousand stories has files', () => {
    const parts = Array.from({ length: 1_700_000 }, (_, i) => `${i}`);
    expect(digestOfAll(parts)).not.toBe(digestOfAll(parts.slice(1)));
    expect(digestOfAll(parts.slice(0, 3))).toBe(digestOf('0', '1', '2'));
  });
});
