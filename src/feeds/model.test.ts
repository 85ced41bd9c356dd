import { check, getIssues } from '@placemarkio/check-geojson';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { readSite } from '../site.ts';
import type { Story } from '../story/schema.ts';
import { toGeoJson } from './geojson.ts';
import { toIcs } from './ics.ts';
import { jsonLd, type Node } from './json-ld.ts';
import { changedDay, dayOf, feedModel } from './model.ts';
import { toOembed } from './oembed.ts';
import { headOf } from './open-graph.ts';
import { toRss } from './rss.ts';
import { sampleStory } from './sample.ts';

const site = readSite('https://news.example/maps/');
const modelOf = (more: Partial<Story> = {}) => feedModel(sampleStory(more), site);
const model = modelOf();
const namesOf = (value: unknown) => ((value ?? []) as Node[]).map(({ name }) => name);

describe('the feeds of one story', () => {
  const collection = toGeoJson(model, () => null);
  const node = jsonLd(model);

  it('name the same places', () => {
    const names = collection.features.map(({ properties }) => properties?.['name'] as string);
    expect(names).toEqual(model.places.map(({ place }) => place.name));
    expect([
      ...namesOf(node['contentLocation']),
      ...namesOf(node['spatialCoverage']),
      ...namesOf(node['mentions']),
    ]).toEqual(names);
    expect(names.length + collection.notMapped.length).toBe(sampleStory().places.length);
  });

  it('name the same events, and the calendar those with a date', () => {
    const labels = model.events.map(({ event }) => event.label);
    expect(namesOf(node['about'])).toEqual(labels);
    const dated = ((node['about'] ?? []) as Node[]).filter(({ startDate }) => startDate);
    expect(toIcs(model).match(/BEGIN:VEVENT/g)).toHaveLength(dated.length);
  });

  it('give one title, one description, one address and one picture', () => {
    const metas = new Map(
      headOf(model).metas.map((meta) => ['property' in meta ? meta.property : meta.name, meta.content]),
    );
    expect(node).toMatchObject({ headline: model.title, description: metas.get('og:description') });
    expect(metas.get('og:title')).toBe(model.title);
    expect(metas.get('og:url')).toBe(node['url']);
    expect(toOembed(model, site)).toMatchObject({ title: model.title, thumbnail_url: metas.get('og:image') });
    expect(toRss([model], site)).toContain(`<link>${model.urls.page}</link>`);
  });

  it('leave out what the article gives only as setting', () => {
    expect(JSON.stringify([node, toIcs(model)])).not.toContain('Delay');
  });

  it('hold neither places nor events once withdrawn', () => {
    const gone = modelOf({ withdrawn: { at: '2025-01-02', note: 'It was wrong.' } });
    expect(gone.description).toBe('Withdrawn on 2 January 2025. It was wrong.');
    expect(toGeoJson(gone, () => null)).toMatchObject({
      features: [],
      notMapped: [],
      withdrawn: { at: '2025-01-02' },
    });
    expect(jsonLd(gone)).toMatchObject({ creativeWorkStatus: 'Withdrawn' });
    expect(JSON.stringify([gone.places, gone.events, jsonLd(gone)])).not.toContain('Vienna');
  });
});

describe('toGeoJson', () => {
  it('passes a validator, with and without features', () => {
    for (const more of [{}, { places: [] }]) {
      expect(getIssues(JSON.stringify(toGeoJson(modelOf(more), () => null)))).toEqual([]);
    }
    expect(() => check('{"type":"FeatureCollection"}')).toThrow();
  });

  it('names what it leaves out, and why', () => {
    expect(toGeoJson(model, () => null).notMapped.map(({ id, reason }) => [id, reason]))
      .toMatchInlineSnapshot(`
      [
        [
          "geonames:2198148",
          "Probably Suva; the article could also mean Suva Reka (XK).",
        ],
        [
          "area:the-far-coast",
          "A name without a boundary that all agree on; it is not drawn.",
        ],
      ]
    `);
  });

  it('tells a place where all is planned from one where something happened', () => {
    const planned = toGeoJson(model, () => null).features.map(
      ({ properties }) => properties?.['planned'] as boolean,
    );
    expect(planned).toEqual([false, true, false]);
  });
});

describe('what an editor added', () => {
  const added = modelOf({
    places: sampleStory().places.map((place, i) => ({ ...place, source: i === 0 ? 'the log.' : null })),
  });

  it('is marked in places, feed, calendar and JSON-LD, each source once', () => {
    const mark = 'Added by the editor: the ministry’s calendar.';
    expect(added.added).toEqual([mark]);
    expect(toGeoJson(added, () => null).features.map(({ properties }) => properties?.['source'])).toEqual([
      'Added by the editor: the log.',
      null,
      null,
    ]);
    expect(toRss([added], site)).toContain(`Ruiz met envoys in Vienna. ${mark}`);
    expect(toIcs(added).replace(/\r\n /g, '')).toContain(mark);
    expect(JSON.stringify(jsonLd(added))).toContain(mark);
  });

  it('is not said twice, and not of a story that is taken back', () => {
    const story = sampleStory();
    story.steps[0]!.scene.caption = 'Fees rise. Added by the editor: the ministry’s calendar.';
    const said = toRss([feedModel(story, site)], site);
    expect(said.match(/the ministry’s calendar/g)).toHaveLength(1);
    expect(modelOf({ withdrawn: { at: '2025-01-02', note: 'It was wrong.' } }).added).toEqual([]);
  });
});

describe('jsonLd', () => {
  it('is read by a JSON-LD processor as statements in schema.org’s words', async () => {
    const context = { '@context': { '@vocab': 'https://schema.org/' } };
    const documentLoader = async (url: string) => ({ documentUrl: url, document: context });
    const [article] = (await jsonld.expand(jsonLd(model), { documentLoader })) as Record<string, unknown[]>[];
    expect(article?.['@type']).toEqual(['https://schema.org/NewsArticle']);
    expect(article?.['https://schema.org/about']).toHaveLength(model.events.length);
    expect(
      Object.keys(article ?? {}).every((key) => key.startsWith('@') || key.startsWith('https://schema.org/')),
    ).toBe(true);
  });

  it('has no date and no place where the article states none', () => {
    const about = jsonLd(model)['about'] as Node[];
    const fly = about.find(({ name }) => name === 'Ruiz to fly to Rabat');
    expect(fly).not.toHaveProperty('startDate');
    expect(about.find(({ name }) => name === 'Strike to begin')).toMatchObject({ startDate: '2024-05' });
    expect(about.find(({ name }) => name === 'Strike to begin')).not.toHaveProperty('location');
  });

  it('carries corrections', () => {
    const corrections = [{ date: '2025-02-01', note: 'A name was wrong.' }];
    expect(jsonLd(modelOf({ corrections }))).toMatchObject({
      dateModified: '2025-02-01',
      correction: [{ '@type': 'CorrectionComment', text: 'A name was wrong.' }],
    });
  });
});

it.each([
  ['2024-03-04', '2024-03-04'],
  ['2024?-03-04', '2024-03-04'],
  ['XXXX-03-04', null],
  ['2024-03', null],
  ['', null],
  [null, null],
])('reads the day of %j as %j', (edtf, day) => {
  expect(dayOf(edtf)).toBe(day);
});

it('takes the latest of published, reviewed and corrections for the day of the last change', () => {
  expect(changedDay(sampleStory())).toBe('2024-03-04');
  expect(changedDay(sampleStory({ reviewed: { by: 'A', at: '2026-01-01' } }))).toBe('2026-01-01');
  expect(changedDay(sampleStory({ corrections: [{ date: '2026-06-01', note: 'A name was wrong.' }] }))).toBe(
    '2026-06-01',
  );
  expect(changedDay(sampleStory({ published: null }))).toBe(null);
});
