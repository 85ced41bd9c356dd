import { describe, expect, it } from 'vitest';
import { readArticle, slugOf } from './read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, file = 'seeds/a.txt') => readArticle(file, bytes(text));
const fault = (text: string | Uint8Array) => {
  try {
    readArticle('seeds/a.md', typeof text === 'string' ? bytes(text) : text);
    return 'no error';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('readArticle', () => {
  it('makes NFC and LF once', () => {
    expect(read('Cafe\u0301\r\nclosed\rtoday.').text).toBe('Café\nclosed\ntoday.');
  });

  it('takes front matter off the text', () => {
    const article = read(
      '---\ntitle: A bridge falls\nbyline: Ann Lee\ndate: 2024-03-04\nlang: en-GB\nslug: bridge\nsource:\n  name: The Post\n  home: US.OH\n---\n\nIt fell.\n',
    );
    expect(article).toMatchObject({
      title: 'A bridge falls',
      byline: 'Ann Lee',
      date: '2024-03-04',
      lang: 'en-GB',
      slug: 'bridge',
      source: { name: 'The Post', home: 'US.OH', url: null, licence: null },
      text: 'It fell.\n',
    });
  });

  it.each([
    ['Floods close a bridge in Evora\n\nEVORA (AP) — It fell.', 'Floods close a bridge in Evora'],
    ['# Who closed the bridge?\n\nBy Ann Lee\n\nIt fell.', 'Who closed the bridge?'],
    ['---\ntitle: A bridge\n---\nFloods close a bridge\n\nIt fell.', 'A bridge'],
    ['The bridge was closed.\n\nIt fell.', null],
    ['By Ann B. Lee\n\nIt fell.', null],
    ['EVORA, March 3 (AP) —\n\nIt fell.', null],
    ['Monday, March 3, 2014\n\nIt fell.', null],
    ['Floods close a bridge', null],
    ['Two short lines\n\nand no prose', null],
  ])('takes the line above the text of %j for its headline', (text, title) => {
    expect(read(text).title).toBe(title);
  });

  it('reads an article without front matter, one with an empty one, and a source that is a name', () => {
    expect(read('It fell.')).toMatchObject({ title: null, date: null, source: null, slug: 'a', lang: 'en' });
    expect(read('---\n---\nIt fell.').text).toBe('It fell.');
    expect(read('---\nsource: The Post\n---\nIt fell.').source?.name).toBe('The Post');
  });

  it.each([
    ['', 'seeds/a.md: no text in the article. Put the article into it, or remove it.'],
    [' \n\t\n', 'seeds/a.md: no text in the article. Put the article into it, or remove it.'],
    [new Uint8Array([0x66, 0x0a, 0xff, 0xfe]), 'seeds/a.md:2: not UTF-8. Save it as UTF-8.'],
    ['ab\nc\0d', 'seeds/a.md:2: not a text file: it holds a zero byte'],
    ['a'.repeat(1_000_001), 'seeds/a.md: larger than 1 MB, got "1000001 bytes". Split it into articles.'],
    ['---\ntitle: x\n\nIt fell.', 'seeds/a.md:1: front matter is not closed. Put a line of --- under it.'],
    ['---\n- a\n---\nIt fell.', 'seeds/a.md:2: front matter must be a list of keys and values'],
    ['---\ntitle:\n  - a\n---\nIt fell.', 'seeds/a.md:2: title must be text'],
    [
      '---\ntitle: x\ndate: 4 March\n---\nIt fell.',
      'seeds/a.md:3: date must be a year, a month or a day of the calendar, got "4 March". Write it as 2024-08-13.',
    ],
    [
      '---\ndate: 2023-02-29\n---\nIt fell.',
      'seeds/a.md:2: date must be a year, a month or a day of the calendar, got "2023-02-29". Write it as 2024-08-13.',
    ],
    [
      '---\nsource:\n  url: javascript:x\n---\nIt fell.',
      'seeds/a.md:3: source.url must be an address, got "javascript:x". Write it as https://news.example/x.',
    ],
    [
      '---\ntitel: x\nslug: A B\n---\nIt fell.',
      'seeds/a.md:2: unknown key in front matter, got "titel". Known are title, byline, date, source, lang, slug.\nseeds/a.md:3: slug must be lower-case words joined by hyphens, got "A B". Write it as abbas-moscow-visit.',
    ],
  ])('refuses %j', (text, message) => expect(fault(text)).toBe(message));

  it('names the line of broken YAML', () => {
    expect(fault('---\ntitle: "x\n---\nIt fell.')).toMatch(/^seeds\/a\.md:\d: front matter is not YAML: /);
  });
});

describe('slugOf', () => {
  it.each([
    ['seeds/Été à Paris.txt', 'ete-a-paris'],
    ['a_b--c.md', 'a-b-c'],
    ['2024.08.13.txt', '2024-08-13'],
  ])('of %j is %j', (file, slug) => expect(slugOf(file)).toBe(slug));

  it('refuses a name without a letter that an address can hold', () =>
    expect(() => slugOf('seeds/日本.txt')).toThrow('no address'));
});
