import { describe, expect, it } from 'vitest';
import { embedUrl, heightOf } from './embed-element.ts';
import { heightMessages, hintsOf, isHeightQuestion } from './embed-heights.ts';

describe('heightOf', () => {
  it.each([
    [50, 50],
    [620, 620],
    [620.2, 621],
    [5000, 5000],
  ])('takes %s', (value, height) => {
    expect(heightOf(value)).toBe(height);
  });

  it.each([
    49.9,
    5001,
    -1,
    0,
    1e99,
    NaN,
    Infinity,
    -Infinity,
    '620',
    '620px',
    null,
    undefined,
    {},
    [620],
    true,
  ])('refuses %s', (value) => {
    expect(heightOf(value)).toBe(null);
  });
});

describe('embedUrl', () => {
  const base = 'https://host.example/news/today.html';

  it.each([
    ['https://x.org/maps/stories/a/', 'https://x.org/maps/stories/a/embed/'],
    ['https://x.org/maps/stories/a', 'https://x.org/maps/stories/a/embed/'],
    ['https://x.org/stories/a/embed/', 'https://x.org/stories/a/embed/'],
    ['https://x.org/stories/a/?step=b&theme=dark', 'https://x.org/stories/a/embed/?step=b&theme=dark'],
    ['/stories/a/', 'https://host.example/stories/a/embed/'],
    ['//x.org/stories/a/', 'https://x.org/stories/a/embed/'],
  ])('makes %s into %s', (src, url) => {
    expect(embedUrl(src, base)).toBe(url);
  });

  it.each([null, '', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'blob:https://x.org/1'])(
    'refuses %s',
    (src) => {
      expect(embedUrl(src, base)).toBe(null);
    },
  );
});

describe('heightMessages', () => {
  it('speaks to every kind of host', () => {
    const hints = hintsOf('a', '?childId=map-1&initialWidth=300', '#?secret=abc123');
    expect(heightMessages({ height: 620, min: 400 }, hints)).toEqual([
      { type: 'dateline:height', slug: 'a', height: 620, min: 400 },
      { sentinel: 'amp', type: 'embed-size', height: 620 },
      'pymxPYMxmap-1xPYMxheightxPYMx620',
      { message: 'height', value: 620, secret: 'abc123' },
    ]);
  });

  it('says no more than the host can use', () => {
    expect(heightMessages({ height: 620, min: 400 }, hintsOf('a', '', ''))).toHaveLength(2);
  });
});

it.each([
  ['pymxPYMxmap-1xPYMxwidthxPYMx300', true],
  [{ message: 'ready', secret: 'a' }, true],
  ['pymxPYMxmap-1xPYMxheightxPYMx300', false],
  ['', false],
  [null, false],
  [{}, false],
  [42, false],
])('knows whether %j asks for the height', (data, asks) => {
  expect(isHeightQuestion(data)).toBe(asks);
});
