import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { readSite } from '../site.ts';
import { storySchema, type Story } from '../story/schema.ts';
import { toGeoJson } from './geojson.ts';
import { toIcs } from './ics.ts';
import { jsonLd } from './json-ld.ts';
import { feedModel } from './model.ts';
import { toOembed } from './oembed.ts';
import { toRss } from './rss.ts';
import { sampleStory } from './sample.ts';
import { storyJsonSchema } from './schema.ts';
import { servedStory } from './served.ts';

const site = readSite('https://news.example/maps/');
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  storyJsonSchema(site),
);

/** Every text that leaves the page for one story. */
function everything(story: Story): string {
  const model = feedModel(story, site);
  return [
    JSON.stringify(servedStory(story)),
    JSON.stringify(toGeoJson(model, () => null)),
    JSON.stringify(jsonLd(model)),
    JSON.stringify(toOembed(model, site)),
    toIcs(model).replaceAll('\r\n ', ''),
    toRss([model], site),
  ].join('\n');
}

const releases = ['full', 'quotes', 'none'] as const;

describe('servedStory', () => {
  it.each(releases)('fits the published JSON Schema and our own with release %s', (release) => {
    const served = servedStory(sampleStory({ release }));
    expect(validate(served), JSON.stringify(validate.errors)).toBe(true);
    expect(storySchema.safeParse(served).success).toBe(true);
  });

  it('fits when withdrawn, and holds nothing of what it told', () => {
    const served = servedStory(sampleStory({ withdrawn: { at: '2025-01-02', note: 'It was wrong.' } }));
    expect(validate(served), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.stringify(served)).not.toContain('Vienna');
    expect(served.withdrawn?.note).toBe('It was wrong.');
  });

  it('is the story itself where its text is released', () => {
    expect(servedStory(sampleStory())).toEqual(sampleStory());
  });

  it('is refused by the schema when a field is missing or of another type', () => {
    const { slug: _slug, ...rest } = sampleStory();
    expect(validate(rest)).toBe(false);
    expect(validate({ ...rest, slug: 'Not A Slug' })).toBe(false);
  });

  it('quotes every event and the places that the article itself tells of', () => {
    const { events, places } = servedStory(sampleStory({ release: 'quotes' }));
    expect(events.map(({ quote }) => quote)).toMatchInlineSnapshot(`
      [
        "Minister Ana Ruiz met envoys in Vienna on Monday",
        "Fees rise",
        "Ruiz is to fly to Rabat",
        "The strike in Suva is to begin in May 2024",
        "delay",
      ]
    `);
    expect(places.map(({ quote, quoteSpeaker }) => [quote, quoteSpeaker])).toMatchInlineSnapshot(`
      [
        [
          "… met envoys in Vienna on Monday.",
          null,
        ],
        [
          "… fly to Rabat.",
          null,
        ],
        [
          null,
          null,
        ],
        [
          "The strike in Suva is to …",
          null,
        ],
        [
          null,
          null,
        ],
      ]
    `);
  });

  it('quotes nothing where nothing is released', () => {
    expect(JSON.stringify(servedStory(sampleStory({ release: 'none' })))).not.toContain('quote"');
  });
});

describe('what leaves the page', () => {
  const { text, sentences } = parseArticle(sampleStory().text ?? '');
  const words = sentences.map(({ start, end }) => text.slice(start, end).trim());

  const leaves = (story: Story) => {
    const all = everything(story).replace(/\s+/g, ' ');
    return words.filter((sentence) => all.includes(JSON.stringify(sentence).slice(1, -1)));
  };

  it.each(['quotes', 'none'] as const)('holds no sentence of the article with release %s', (release) => {
    expect(leaves(sampleStory({ release }))).toEqual([]);
  });

  it('holds them all with release full, so that the test above can fail', () => {
    expect(leaves(sampleStory())).toEqual(words);
  });
});
