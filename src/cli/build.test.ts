import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './project-copy.ts';

const BRIDGE = `---
title: A bridge opens
date: 2026-05-15
---
Ana Petrović opened a bridge over the river on Friday.

She arrived in Portland, Oregon, on Thursday for the opening.
`;
const MILL = `---
title: A mill closes
date: 2026-05-14
---
Marko Ruiz closed the mill in Zagreb on Wednesday. He is scheduled to travel to Lisbon on Friday.
`;
const ROAD = `---
title: A road reopens
date: 2026-05-13
---
Ministers met in Bratislava on Tuesday. The road from Vienna has been closed since April.
`;
const SITE = 'https://news.example/maps/';

let project: ProjectCopy;
const build = (env: Record<string, string> = {}) => project.run(['build'], { SITE_URL: SITE, ...env });
const files = () => project.digests('dist', 'data', 'seeds');

/** Paths whose bytes are others than before, come and gone ones too, without those below a folder. */
function changes(before: Record<string, string>, except = ''): string[] {
  const now = files();
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((path) => before[path] !== now[path] && !(except && path.startsWith(except)))
    .sort();
}

beforeAll(async () => {
  project = copyProject({
    'seeds/bridge-opens.md': BRIDGE,
    'seeds/mill-closes.md': MILL,
    'seeds/road-reopens.md': ROAD,
  });
  const { code, said } = await build();
  expect(code, said).toBe(0);
}, 240_000);
afterAll(() => project.stop());

describe('an article edited in one sentence', { timeout: 240_000 }, () => {
  let before: Record<string, string>;
  const MOVED = 'Portland moved 4,081 km: from Portland, US (45.52, -122.68) to Portland, US (43.66, -70.26)';
  beforeAll(() => {
    project.write({ 'seeds/bridge-opens.md': BRIDGE.replace('Oregon', 'Maine') });
    before = files();
  });

  it('is refused where CI is set, with the old place and the new one, and nothing is touched', async () => {
    const { code, said } = await build({ CI: 'true' });
    expect(code).toBe(1);
    expect(said).toContain(MOVED);
    expect(said).toContain('“She arrived in Portland, Maine, on Thursday for the opening.”');
    expect(said).toContain('seeds/bridge-opens.md: the committed story is stale, changed by article');
    expect(changes(before)).toEqual([]);
  });

  it('is written by an ordinary build, its page shows it, and nothing else changes', async () => {
    const { code, said } = await build();
    expect(code, said).toBe(0);
    expect(said).toContain(MOVED);
    expect(project.read('data/stories/bridge-opens.json')).toContain('geonames:4975802');
    const page = project.read('dist/stories/bridge-opens/index.html');
    expect(page).toContain('data-place="geonames:4975802"');
    expect(page).not.toContain('geonames:5746545');
    // The first page has its point and its places, the feed its point; the sitemap has days only.
    expect(changes(before, 'dist/stories/bridge-opens/')).toEqual([
      'data/stories/bridge-opens.json',
      'dist/feed.xml',
      'dist/index.html',
    ]);
  });
});

describe('a story that moves, one that is taken back', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    project.write({
      'data/stories/mill-closes.yaml': 'slug: old-mill-closes\n',
      'data/stories/road-reopens.yaml': 'withdrawn: { at: 2026-05-20, note: It is still closed. }\n',
    });
    const { code, said } = await build();
    expect(code, said).toBe(0);
  }, 240_000);

  it.each(['', 'embed/', 'share/'])('leads from its old address on: %s', (page) => {
    const to = `${SITE}stories/old-mill-closes/${page}`;
    const html = project.read(`dist/stories/mill-closes/${page}index.html`);
    expect(html).toContain(`<link rel="canonical" href="${to}">`);
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`);
    expect(project.read(`dist/stories/old-mill-closes/${page}index.html`)).toContain('A mill closes');
  });

  it('has the same data at both addresses', () => {
    const [old, now] = ['mill-closes', 'old-mill-closes'].map((slug) => {
      const folder = `dist/stories/${slug}`;
      const files = Object.entries(project.digests(folder));
      return Object.fromEntries(files.map(([path, digest]) => [path.slice(folder.length + 1), digest]));
    });
    const data = ['story.json', 'places.geojson', 'timeline.ics', 'oembed.json', 'card.png', 'map.svg'];
    expect(Object.keys(old!)).toEqual(expect.arrayContaining(data));
    for (const [path, digest] of Object.entries(old!))
      if (!path.endsWith('index.html')) expect(digest, path).toBe(now![path]);
  });

  it('is remembered under both, and found under the new one', () => {
    expect(JSON.parse(project.read('data/addresses.json'))).toMatchObject({
      stories: [
        { article: 'bridge-opens', slug: 'bridge-opens', was: [] },
        { article: 'mill-closes', slug: 'old-mill-closes', was: ['mill-closes'] },
        { article: 'road-reopens', slug: 'road-reopens', was: [] },
      ],
    });
    for (const path of ['index.html', 'feed.xml', 'sitemap.xml']) {
      expect(project.read(`dist/${path}`), path).toMatch(/\/stories\/old-mill-closes\//);
      expect(project.read(`dist/${path}`), path).not.toMatch(/\/stories\/mill-closes\//);
    }
  });

  it('says so on its page, in its embed, in its JSON-LD and in the feed, and tells no more', () => {
    const page = project.read('dist/stories/road-reopens/index.html');
    const embed = project.read('dist/stories/road-reopens/embed/index.html');
    const [, item = ''] =
      /<item>\n(<title>Withdrawn: A road reopens<\/title>[^]*?)<\/item>/.exec(
        project.read('dist/feed.xml'),
      ) ?? [];
    const [, json = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page) ?? [];
    for (const [name, text] of Object.entries({ page, embed, item, json })) {
      expect(text, name).toMatch(/withdrawn/i);
      expect(text, name).toContain('It is still closed.');
      expect(text, name).not.toMatch(/Bratislava|Vienna/);
    }
    expect(() => JSON.parse(json) as unknown).not.toThrow();
  });
});

it(
  'a published address that would vanish fails the build and leaves everything',
  { timeout: 240_000 },
  async () => {
    project.write({ 'seeds/bridge-opens.md': null });
    const before = files();
    const { code, said } = await build();
    expect(code).toBe(1);
    expect(said).toContain(
      'data/addresses.json: a published address would vanish, got "/stories/bridge-opens/"',
    );
    expect(changes(before)).toEqual([]);
  },
);
