import { describe, expect, it } from 'vitest';
import { readSite, urlOf } from './site.ts';

describe('readSite', () => {
  it.each([
    [undefined, 'http://localhost:4321', '/'],
    ['', 'http://localhost:4321', '/'],
    ['https://news.example/maps', 'https://news.example', '/maps/'],
    ['https://news.example/maps/', 'https://news.example', '/maps/'],
    ['https://news.example', 'https://news.example', '/'],
  ])('reads %j', (value, origin, base) => {
    expect(readSite(value)).toMatchObject({ origin, base });
  });

  it.each(['news.example', 'ftp://x.org/', 'https://x.org/?a', 'javascript:alert(1)'])(
    'refuses %j',
    (value) => {
      expect(() => readSite(value)).toThrow('SITE_URL: not an address that a site can stand at, got');
    },
  );

  it('joins a path to the base', () => {
    expect(urlOf(readSite('https://x.org/maps'), '/stories/a/')).toBe('https://x.org/maps/stories/a/');
  });
});
