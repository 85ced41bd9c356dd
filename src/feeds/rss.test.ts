import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { readSite } from '../site.ts';
import type { Story } from '../story/schema.ts';
import { feedModel } from './model.ts';
import { rfc822, toRss } from './rss.ts';
import { sampleStory } from './sample.ts';
import { toSitemap } from './sitemap.ts';
import { escapeXml } from './xml.ts';

const site = readSite('https://news.example/maps/');
const modelOf = (more: Partial<Story> = {}) => feedModel(sampleStory(more), site);
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => name === 'item' || name === 'url',
});

function itemsOf(models: ReturnType<typeof modelOf>[]): Record<string, unknown>[] {
  const xml = toRss(models, site);
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml).rss.channel.item ?? [];
}

describe('toRss', () => {
  it('is read back by an XML parser, with its markup as text', () => {
    expect(itemsOf([modelOf()])[0]).toMatchObject({
      title: 'Fees & "prices", <b>too</b> </script>',
      link: 'https://news.example/maps/stories/ruiz-vienna/',
      pubDate: 'Mon, 04 Mar 2024 00:00:00 GMT',
      'georss:point': '48.20849 16.37208',
      'georss:featurename': 'Vienna',
    });
  });

  it('puts the newest first and those without a day last', () => {
    const old = modelOf({ slug: 'old', published: { ...sampleStory().published!, edtf: '1999-01-01' } });
    const none = modelOf({ slug: 'none', published: null });
    expect(itemsOf([none, old, modelOf()]).map(({ link }) => String(link).split('/').at(-2))).toEqual([
      'ruiz-vienna',
      'old',
      'none',
    ]);
  });

  it.each([null, 'XXXX-03-04', '2024-03'])('has no pubDate for the day %s', (edtf) => {
    const published = edtf === null ? null : { ...sampleStory().published!, edtf };
    expect(itemsOf([modelOf({ published })])[0]).not.toHaveProperty('pubDate');
    expect(toSitemap([modelOf({ published })], site)).not.toContain('lastmod');
  });

  it('says that a story was withdrawn, and nothing that it told', () => {
    const [item] = itemsOf([modelOf({ withdrawn: { at: '2025-01-02', note: 'It was wrong.' } })]);
    expect(item).toMatchObject({ description: expect.stringContaining('It was wrong.') as string });
    expect(item).not.toHaveProperty('georss:point');
    expect(JSON.stringify(item)).not.toContain('Vienna');
  });

  it('tells what was corrected, the latest first, and when it changed', () => {
    const corrections = [
      { date: '2025-02-01', note: 'Fees rise in May, not in March.' },
      { date: '2025-03-01', note: 'A name was wrong.' },
    ];
    const [item] = itemsOf([modelOf({ corrections })]);
    expect(item).toMatchObject({
      description: expect.stringMatching(
        /Corrected on 1 March 2025: A name was wrong\. Corrected on 1 February 2025: Fees/,
      ) as string,
      'atom:updated': '2025-03-01T00:00:00Z',
    });
  });

  it('is whole without any story', () => {
    expect(itemsOf([])).toEqual([]);
  });
});

it('lists every story once in the sitemap, with the day of its last change', () => {
  const xml = toSitemap(
    [modelOf(), modelOf({ slug: 'a', corrections: [{ date: '2025-02-01', note: '' }] })],
    site,
  );
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(parser.parse(xml).urlset.url).toEqual([
    { loc: 'https://news.example/maps/' },
    { loc: 'https://news.example/maps/about/' },
    { loc: 'https://news.example/maps/stories/a/', lastmod: '2025-02-01' },
    { loc: 'https://news.example/maps/stories/ruiz-vienna/', lastmod: '2024-03-04' },
  ]);
});

it.each([
  ['<a href="x">&</a>', '&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;'],
  ["it's", 'it&apos;s'],
  ['a\u0000b\u000bc\ud800d\uffffe', 'abcde'],
  ['😀 العربية', '😀 العربية'],
  ['', ''],
])('escapes %j for XML', (value, escaped) => {
  expect(escapeXml(value)).toBe(escaped);
});

it.each([
  ['2024-08-13', 'Tue, 13 Aug 2024 00:00:00 GMT'],
  ['1999-01-01', 'Fri, 01 Jan 1999 00:00:00 GMT'],
])('writes %s as RFC 822 does', (day, words) => {
  expect(rfc822(day)).toBe(words);
});
