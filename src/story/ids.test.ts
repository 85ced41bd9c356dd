import { describe, expect, it } from 'vitest';
import { carryIds, slugOf, uniqueIds } from './ids.ts';

describe('slugOf', () => {
  it.each([
    ['Haniyeh’s killing', 'haniyehs-killing'],
    ['São Tomé, 12 May', 'sao-tome-12-may'],
    ['', ''],
    ['…', ''],
  ])('of %j is %j', (words, slug) => expect(slugOf(words)).toBe(slug));
});

describe('uniqueIds', () => {
  it('numbers what comes twice and names what has no words', () => {
    expect(uniqueIds(['a', 'a', '', 'a-2', ''], 'step')).toEqual(['a', 'a-2', 'step', 'a-2-2', 'step-2']);
  });
});

describe('carryIds', () => {
  const known = [
    { id: 'first', words: 'The bridge over the river fell on Sunday' },
    { id: 'second', words: 'Nobody was hurt, police said' },
  ];

  it('carries ids over to the same words, whatever stands between', () => {
    const fresh = [
      { id: 'the-bridge', words: 'The bridge over the river fell on Sunday' },
      { id: 'new', words: 'Trains stop at the border' },
      { id: 'nobody', words: 'Nobody was hurt, the police said' },
    ];
    expect(carryIds(fresh, known, 'step')).toEqual(['first', 'new', 'second']);
  });

  it('gives an old id to one text only, the most like it', () => {
    const fresh = [
      { id: 'a', words: 'The bridge over the river fell' },
      { id: 'b', words: 'The bridge over the river fell on Sunday' },
    ];
    expect(carryIds(fresh, known, 'step')).toEqual(['a', 'first']);
  });

  it('takes no id that an old text keeps', () => {
    expect(
      carryIds(
        [
          { id: 'second', words: 'Something else entirely' },
          { id: 'x', words: 'Nobody was hurt, police said' },
        ],
        known,
        'step',
      ),
    ).toEqual(['second-2', 'second']);
  });

  it.each([
    [[], []],
    [[], known],
  ])('of nothing is nothing', (fresh, before) => expect(carryIds(fresh, before, 'step')).toEqual([]));
});
