import { describe, expect, it } from 'vitest';
import { stepOfHash } from './address.ts';
import { momentKey, momentOfEvent, momentOfPlace, momentOfStep, type Moment } from './moment.ts';
import { fill } from './page.ts';
import { anchorOf } from './why.ts';

const moments = [
  { step: 'one', state: 0, now: ['a'], quiet: ['b'], events: ['met'] },
  { step: 'two', state: 0, now: ['b'], quiet: [], events: ['flew'] },
  { step: 'two', state: 1, now: [], quiet: ['c'], events: ['met'] },
].map((moment) => ({ camera: 'a', bbox: null, caption: '', alt: '', ...moment })) satisfies Moment[];

describe('moments', () => {
  it('are named by step and state', () => {
    expect(moments.map(momentKey)).toEqual(['one', 'two', 'two/1']);
  });

  it.each([
    ['two', 1],
    ['none', -1],
    ['', -1],
  ])('of step "%s" is %i', (step, index) => {
    expect(momentOfStep(moments, step)).toBe(index);
  });

  it('tell an event where its own step does, else first', () => {
    expect(momentOfEvent(moments, 'met', 'two')).toBe(2);
    expect(momentOfEvent(moments, 'met', 'elsewhere')).toBe(0);
    expect(momentOfEvent(moments, 'never')).toBe(-1);
  });

  it('are about a place before they merely show it', () => {
    expect(momentOfPlace(moments, 'b')).toBe(1);
    expect(momentOfPlace(moments, 'c')).toBe(2);
    expect(momentOfPlace(moments, 'z')).toBe(-1);
  });
});

it.each([
  ['#abbas-arrived', 'abbas-arrived'],
  ['#%C3%A9t%C3%A9', 'été'],
  ['#%E0%A4%A', ''],
  ['', ''],
])('reads the step of %s', (hash, step) => {
  expect(stepOfHash(hash)).toBe(step);
});

it('fills in what it has and leaves the rest', () => {
  expect(fill('Paragraph {n} of {of}, {x}.', { n: 2, of: 9 })).toBe('Paragraph 2 of 9, {x}.');
});

it('makes an id of a place’s id', () => {
  expect(anchorOf('place', 'geonames:524901')).toBe('place-geonames-524901');
  expect(anchorOf('event', 'met-in-moscow')).toBe('event-met-in-moscow');
});
