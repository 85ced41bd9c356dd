import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropPages, keepStory } from './keep.ts';

let root: string;
const at = (path: string) => join(root, path);
const put = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'));
  for (const path of [
    'story.json',
    'steps/one.svg',
    'index.html',
    'embed/index.html',
    'share/index.html',
    'thumb.svg',
  ])
    put(`dist/stories/visit/${path}`, path);
  put('dist/stories/trip/story.json', 'trip');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('keepStory', () => {
  it('takes the pages and the feeds of one story', () => {
    expect(keepStory(at('dist'), at('next'), 'visit', [])).toBe(true);
    for (const path of ['story.json', 'steps/one.svg', 'index.html', 'embed/index.html', 'thumb.svg'])
      expect(readFileSync(at(`next/stories/visit/${path}`), 'utf8')).toBe(path);
    expect(existsSync(at('next/stories/trip'))).toBe(false);
  });

  it('takes pages too below an address that it had before', () => {
    put('dist/stories/old/index.html', 'moved');
    expect(keepStory(at('dist'), at('next'), 'visit', ['old'])).toBe(true);
    expect(readFileSync(at('next/stories/old/index.html'), 'utf8')).toBe('moved');
  });

  it('outlives the site that it came from', () => {
    keepStory(at('dist'), at('next'), 'visit', []);
    rmSync(at('dist'), { recursive: true });
    expect(readFileSync(at('next/stories/visit/story.json'), 'utf8')).toBe('story.json');
    expect(statSync(at('next/stories/visit/story.json')).nlink).toBe(1);
  });

  it.each<[string, string, string[]]>([
    ['of which the site has no file', 'unknown', []],
    ['whose older address is not there', 'visit', ['old']],
  ])('keeps nothing of a story %s', (_, slug, older) => {
    expect(keepStory(at('dist'), at('next'), slug, older)).toBe(false);
    expect(existsSync(at('next'))).toBe(false);
  });
});

it('drops the pages of a story, and neither its feeds nor those of the site that stands', () => {
  keepStory(at('dist'), at('next'), 'visit', []);
  dropPages(at('next'), 'stories/visit/embed/index.html');
  for (const page of ['index.html', 'embed', 'share', 'thumb.svg'])
    expect(existsSync(at(`next/stories/visit/${page}`))).toBe(false);
  expect(readFileSync(at('next/stories/visit/story.json'), 'utf8')).toBe('story.json');
  expect(readFileSync(at('dist/stories/visit/index.html'), 'utf8')).toBe('index.html');
  dropPages(at('next'), 'index.html');
  expect(existsSync(at('next/stories/visit/story.json'))).toBe(true);
});
