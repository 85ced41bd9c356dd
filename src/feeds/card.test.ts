import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Story } from '../story/schema.ts';
import { cardSvg } from './card.ts';
import { measure, toPng } from './raster.ts';
import { sampleStory } from './sample.ts';

/** One element as fast-xml-parser gives it in order: its children under its name, its attributes under `:@`. */
type Node = Record<string, Node[]> & { ':@'?: Record<string, string>; '#text'?: string };

/** Every text of an SVG, and its size in the picture's own pixels. */
function textsOf(svg: string): { words: string; size: number }[] {
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });
  const walk = (nodes: Node[], scale: number, size: number): { words: string; size: number }[] =>
    nodes.flatMap((node) => {
      const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
      const attributes = node[':@'] ?? {};
      if (name === '#text') return size > 0 ? [{ words: String(node['#text']), size: size * scale }] : [];
      if (name === 'style' || name === 'title') return [];
      const box = (attributes['viewBox'] ?? '').split(' ').map(Number)[2];
      const wide = Number(attributes['width']);
      const inner = name === 'svg' && box && wide ? (scale * wide) / box : scale;
      return walk(node[name] ?? [], inner, name === 'text' ? Number(attributes['font-size']) : size);
    });
  return walk(parser.parse(svg) as Node[], 1, 0);
}

const headlineOf = async (title: string) => {
  const texts = textsOf(await cardSvg(sampleStory({ title })));
  const size = Math.max(...texts.map((text) => text.size));
  return { size, rows: texts.filter((text) => text.size === size).map(({ words }) => words) };
};

describe('cardSvg', () => {
  it('is XML, and reads back what its story says', async () => {
    const svg = await cardSvg(sampleStory());
    expect(XMLValidator.validate(svg)).toBe(true);
    const words = textsOf(svg).map((text) => text.words);
    expect(words).toEqual(
      expect.arrayContaining([
        'Vienna',
        '4 March 2024',
        'planned',
        'Map: Natural Earth, GeoNames',
        'Dateline',
      ]),
    );
  });

  it('has no text under 20 pixels, and no number beside a place', async () => {
    for (const { words, size } of textsOf(await cardSvg(sampleStory()))) {
      expect(size, words).toBeGreaterThanOrEqual(20);
      if (/Vienna|Rabat|Fiji/.test(words)) expect(words).not.toMatch(/\d/);
    }
  });

  it.each([
    ['Fees rise', 1, 52],
    ['Ministers meet in Vienna over fees', 3, 52],
    ['After years of talks ministers agree on fees for every lorry that crosses the pass', 3, 34],
    ['', 0, 0],
  ])('sets %j in %i rows', async (title, count, size) => {
    const { rows, size: found } = await headlineOf(title);
    if (count === 0) return;
    expect([rows.length, found]).toEqual([count, size]);
    const widths = await measure(rows, 'Source Serif 4', size);
    for (const width of widths) expect(width).toBeLessThanOrEqual(408);
  });

  it('cuts a headline that no size can hold, at a word', async () => {
    const { rows } = await headlineOf('Ministers agree '.repeat(20));
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatch(/(Ministers|agree)…$/);
  });

  it.each([
    ['one word', 'W'.repeat(300)],
    ['a word in a sentence', `Ministers meet ${'Donaudampfschiff'.repeat(20)} today`],
  ])('breaks %s that is longer than a row', async (_what, title) => {
    const { rows, size } = await headlineOf(title);
    expect(rows).toHaveLength(3);
    for (const width of await measure(rows, 'Source Serif 4', size)) expect(width).toBeLessThanOrEqual(420);
  });

  it.each([
    ['部长与总理在维也纳会面', []],
    ['השרה נפגשה עם הקנצלר', []],
    ['Fees rise in 東京', []],
    ['Fees rise 👩‍👩‍👧‍👦 in Vienna 🇦🇹', ['Fees rise in', 'Vienna']],
    ['Министры встретились', ['Министры', 'встретились']],
  ])('draws %j without a box for a letter', async (title, rows) => {
    const svg = await cardSvg(sampleStory({ title }));
    expect(svg.match(/[\p{Script=Han}\p{Script=Hebrew}\p{Extended_Pictographic}]/u)).toBeNull();
    const texts = textsOf(svg).map((text) => text.words);
    const place = texts.indexOf('4 March 2024') - 1;
    expect([texts[place], texts.slice(place - rows.length, place)]).toEqual(['Vienna', rows]);
  });

  it('stands an Arabic headline at the right of its panel', async () => {
    expect(await cardSvg(sampleStory({ title: 'الوزيرة تلتقي المستشار' }))).toMatch(
      /<text x="456"[^>]* text-anchor="end"[^>]*>الوزيرة/,
    );
  });

  it.each<[string, Partial<Story>, string]>([
    [
      'why it was withdrawn',
      { withdrawn: { at: '2025-01-02', note: 'The visit was called off.' } },
      'The visit was called off.',
    ],
    ['a withdrawal', { withdrawn: { at: '2025-01-02', note: 'n' } }, 'Withdrawn on 2 January 2025.'],
    ['an inferred year', {}, 'Year added by the editor; the article gives'],
  ])('says so of %s', async (_what, more, words) => {
    expect(textsOf(await cardSvg(sampleStory(more))).map((text) => text.words)).toContain(words);
  });

  it('gives the same picture twice', async () => {
    const svg = await cardSvg(sampleStory());
    expect(Buffer.compare(Buffer.from(await toPng(svg)), Buffer.from(await toPng(svg)))).toBe(0);
  });
});

it.each(['', ' ', '\u200b', '\u0007', 'a\u0007b', '"&<b>', '\ud800'])('measures %j', async (text) => {
  expect((await measure([text], 'Noto Sans', 40))[0]).toBeGreaterThanOrEqual(0);
});

it('draws letters of many scripts, and not boxes', async () => {
  const [latin, boxes] = await measure(['Şğ', '\u{13000}\u{13001}'], 'Noto Sans', 40);
  const scripts = await measure(['Москва', 'Αθήνα', 'القاهرة', 'दिल्ली', 'Đà Nẵng'], 'Noto Sans', 40);
  expect(latin).not.toBe(boxes);
  for (const width of scripts) expect(width).toBeGreaterThan(40);
});
