import { readdirSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDecisions } from './article/read-decisions.ts';
import { deriveStory, type Derived } from './pipeline.ts';
import { loadGazetteer, type Gazetteer } from './places/gazetteer.ts';
import { loadPolicy } from './policy.ts';
import { storySchema, type SceneState, type Story } from './story/schema.ts';

const SEED = 'seeds/abbas-moscow-visit.txt';
const DECISIONS = 'data/stories/abbas-moscow-visit.yaml';
const { policy } = loadPolicy();
let gazetteer: Gazetteer;

beforeAll(() => {
  gazetteer = loadGazetteer();
}, 120_000);

const derive = (
  text: string,
  rest: { file?: string; decided?: boolean; previous?: Story | null } = {},
): Derived =>
  deriveStory(
    {
      file: rest.file ?? 'seeds/invented.txt',
      bytes: new TextEncoder().encode(text),
      decisions: rest.decided ? readDecisions(DECISIONS, readFileSync(DECISIONS, 'utf8')).decisions : null,
      policy,
      previous: rest.previous ?? null,
    },
    gazetteer,
  );
const seed = () => readFileSync(SEED, 'utf8');
const named = (story: Story, role: string) =>
  story.places.filter((place) => place.role === role).map(({ name }) => name);
const nameOf = (story: Story, id: string | null) =>
  story.places.find((place) => place.id === id)?.name ?? null;
const event = (story: Story, pattern: RegExp) => story.events.filter(({ label }) => pattern.test(label));
const views = (story: Story): Omit<SceneState, 'start' | 'end'>[] =>
  story.steps.flatMap(({ scene }): Omit<SceneState, 'start' | 'end'>[] =>
    scene.states.length ? scene.states : [scene],
  );

describe('the first story, by rules alone and in other cities', () => {
  const variants = [
    ['Moscow', 'Ankara', '08-13', '08-12', '08-14', (text: string) => text],
    [
      'Vienna',
      'Rabat',
      '03-04',
      '03-03',
      '03-05',
      (text: string) =>
        text.replaceAll('Moscow', 'Vienna').replaceAll('Ankara', 'Rabat').replaceAll('August 13', 'March 4'),
    ],
  ] as const;

  it.each(variants)('tells %s', (venue, planned, tuesday, monday, wednesday, change) => {
    const { story, questions, warnings } = derive(change(seed()), { file: SEED });
    expect(storySchema.safeParse(story).success).toBe(true);
    expect(warnings).toEqual([]);
    expect(named(story, 'venue')).toEqual(expect.arrayContaining([venue, planned]));
    expect(named(story, 'subject')).toContain('Gaza Strip');
    expect(story.places.find(({ name }) => name === 'Gaza Strip')?.kind).toBe('area');
    for (const never of ['Ukraine', 'Palestine', 'Israel', 'Middle East'])
      expect([...named(story, 'venue'), ...named(story, 'subject')]).not.toContain(never);
    expect(
      story.legs.map(({ from, to, status, route, travellers }) => [
        nameOf(story, from),
        nameOf(story, to),
        status,
        route,
        travellers,
      ]),
    ).toEqual([[venue, planned, 'planned', 'not-stated', ['mahmoud-abbas']]]);
    const [meeting] = event(story, /met in/);
    expect(meeting).toMatchObject({
      label: `Putin and Abbas met in ${venue}`,
      edtf: `XXXX-${tuesday}`,
      status: 'happened',
      participants: ['vladimir-putin', 'mahmoud-abbas'],
    });
    expect(event(story, /arrived/)[0]).toMatchObject({
      edtf: `XXXX-${monday}`,
      participants: ['mahmoud-abbas'],
    });
    expect(event(story, /visit/)[0]).toMatchObject({
      edtf: `XXXX-${monday}/XXXX-${wednesday}`,
      basis: 'inferred',
    });
    expect(event(story, /travel/)[0]).toMatchObject({
      status: 'planned',
      edtf: null,
      placeBasis: 'stated',
      bound: { relation: 'after' },
    });
    const blocking = questions.filter((question) => question.blocking).map(({ key }) => key);
    expect(blocking).toEqual(expect.arrayContaining(['title', 'published']));
    expect(story.title).toBe(venue === 'Moscow' ? 'Moscow, 13 August' : 'Vienna, 4 March');
  });

  it.each(variants)(
    'ties the killing to no place, no day and nobody else (%s)',
    (_venue, _planned, _tuesday, _monday, _wednesday, change) => {
      const { story } = derive(change(seed()), { file: SEED });
      const killing = event(story, /killing|assassination/i);
      expect(killing).toHaveLength(1);
      expect(killing[0]).toMatchObject({
        places: [],
        placeBasis: 'not-stated',
        edtf: null,
        basis: 'not-stated',
        participants: ['ismail-haniyeh'],
        background: false,
        bound: { relation: 'before' },
      });
      expect(killing[0]!.also).toHaveLength(1);
    },
  );
});

describe('the first story as decided', () => {
  it('has its day, its headline, no open question and no warning', () => {
    const { story, questions, warnings } = derive(seed(), { file: SEED, decided: true });
    expect([story.title, story.titleBasis, story.published?.edtf, story.published?.yearStated]).toEqual([
      'Putin and Abbas meet in Moscow',
      'editor',
      '2024-08-13',
      false,
    ]);
    expect(questions.filter(({ blocking }) => blocking)).toEqual([]);
    expect(warnings).toEqual([]);
    const days = story.events.filter(({ edtf }) => edtf !== null).map(({ id, edtf }) => [id, edtf]);
    expect(days).toEqual([
      ['meeting-moscow', '2024-08-13'],
      ['arrived-moscow', '2024-08-12'],
      ['state-visit-moscow', '2024-08-12/2024-08-14'],
    ]);
    expect(story.legs[0]?.km).toBe(1795);
    expect(story.people.map(({ name, title }) => `${title} ${name}`)).toEqual([
      'Russian President Vladimir Putin',
      'Palestinian President Mahmoud Abbas',
      'Hamas leader Ismail Haniyeh',
      'Turkish President Recep Tayyip Erdogan',
    ]);
    expect(event(story, /Killing/)[0]?.latest).toBe('2024-08-13');
  });

  it('never says what the article doesn’t', () => {
    const { story } = derive(seed(), { file: SEED, decided: true });
    const { text: _text, places: _places, ...rest } = story;
    expect(JSON.stringify(rest)).not.toMatch(/Tehran|Iran\b|Ramallah|2024-07-31|31 July|image of/i);
    expect(story.places.map(({ name }) => name).join()).not.toMatch(
      /Kremlin|Reuters|Telegram|Hamas|British|Western|United Nations/,
    );
    expect(story.events.some(({ edtf }) => edtf?.includes('1967'))).toBe(false);
  });

  it('holds two cameras and changes between them four times', () => {
    const { story } = derive(seed(), { file: SEED, decided: true });
    const cameras = views(story).map(({ camera }) => camera);
    expect(cameras.join('')).toBe('ababbaaaaa');
    expect(new Set(views(story).map(({ bbox }) => JSON.stringify(bbox))).size).toBe(2);
    expect(story.steps[6]?.scene.states).toHaveLength(2);
  });

  it('keeps captions and alts short, and unlike scenes apart', () => {
    for (const decided of [true, false]) {
      const { story } = derive(seed(), { file: SEED, decided });
      for (const { caption, alt } of views(story))
        expect([caption.length <= 90, alt.length <= 220, alt.length > 0]).toEqual([true, true, true]);
      const alts = views(story).map(({ alt }) => alt);
      expect(new Set(alts).size).toBe(alts.length);
    }
  });

  it('is stale where a decision’s words are gone, and says where it stands', () => {
    const { warnings } = derive(seed().replace('He also urged Russia', 'He further urged Russia'), {
      file: SEED,
      decided: true,
    });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^data\/stories\/abbas-moscow-visit\.yaml:\d+:\d+: the quoted words are no longer in this part/,
      ),
    ]);
  });
});

describe('any article', () => {
  it.each([
    ['no place', 'The price of bread rose on Monday.', { map: false }],
    ['no date', 'Lena Brandt met Omar Sayed in Vienna.', { map: true }],
    [
      'one paragraph',
      'VIENNA, March 4, 2021 (Own) – Lena Brandt met Omar Sayed in Vienna on Thursday.',
      { map: true },
    ],
    ['one word', 'Bread.', { map: false }],
  ])('with %s has a step for each paragraph and a valid story', (_, text, { map }) => {
    const { story } = derive(text);
    expect(storySchema.parse(story)).toEqual(story);
    expect(story.steps).toHaveLength(1);
    expect(story.steps[0]!.scene.bbox !== null).toBe(map);
  });

  it.each([
    [
      'Lena Brandt opened a school in Dayton, Ohio, on Tuesday.',
      'Brandt opened a school in Dayton',
      '2021-03-02',
    ],
    ['Lena Brandt visited Lyon, in France, on Monday.', 'Brandt visited Lyon', '2021-03-01'],
    ['Lena Brandt was born in Graz, Austria. Her parents left on Monday.', 'Brandt was born in Graz', null],
    ['Lena Brandt landed in Lyon, Graz was calm on Monday.', 'Brandt landed in Lyon', null],
  ])('takes the day behind the container of a town: %s', (text, label, day) => {
    const { story } = derive(`VIENNA, March 4, 2021 (Own) – ${text}`);
    const { label: told, edtf } = story.events[0]!;
    expect([told, edtf]).toEqual([label, day]);
  });

  it('keeps every span to its words', () => {
    const { story } = derive(seed(), { file: SEED, decided: true });
    const text = story.text!;
    for (const { start, end, name } of story.toponyms) expect(text.slice(start, end)).toBe(name);
    for (const { start, end, text: words } of story.timexes) expect(text.slice(start, end)).toBe(words);
    for (const one of story.events)
      expect(text.slice(one.start, one.end).trim().length).toBe(one.end - one.start);
    for (const step of story.steps) expect(text.slice(step.start, step.end)).not.toMatch(/^\s|\s$|\n\n/);
    const ids = new Set(story.places.map(({ id }) => id));
    const eventIds = new Set(story.events.map(({ id }) => id));
    for (const view of views(story)) {
      expect([...view.now, ...view.quiet].every((id) => ids.has(id))).toBe(true);
      expect(view.events.every((id) => eventIds.has(id))).toBe(true);
    }
    for (const { place } of story.toponyms) if (place) expect(ids.has(place)).toBe(true);
  });

  it('renames nothing when a paragraph is put in between', () => {
    const before = derive(seed(), { file: SEED }).story;
    const paragraphs = seed().split('\n\n');
    paragraphs.splice(
      2,
      0,
      'During the talks, rain fell on the city. Putin and Abbas met in Moscow once before, in May.',
    );
    const { story } = derive(paragraphs.join('\n\n'), { file: SEED, previous: before });
    const old = before.steps.map(({ id }) => id);
    expect(story.steps.map(({ id }) => id).filter((id) => old.includes(id))).toEqual(old);
    expect(story.steps).toHaveLength(10);
    for (const { id, label } of before.events)
      expect(story.events.find((one) => one.id === id)?.label).toBe(label);
  });

  it('is the same story twice, in any time zone', () => {
    const zones = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'].map((zone) => {
      process.env['TZ'] = zone;
      return JSON.stringify(derive(seed(), { file: SEED, decided: true }).story);
    });
    process.env['TZ'] = 'UTC';
    expect(new Set(zones).size).toBe(1);
  });
});

describe('invented articles', () => {
  const folder = 'src/story/articles';
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

  it.each(files)('%s is told as its golden says', async (file) => {
    const { story } = derive(readFileSync(`${folder}/${file}`, 'utf8'), { file: `${folder}/${file}` });
    const style = await resolveConfig(`${folder}/golden.json`);
    const golden = await format(JSON.stringify(readable(story)), { ...style, parser: 'json' });
    await expect(golden).toMatchFileSnapshot(`story/articles/${file.replace('.txt', '.json')}`);
  });
});

/** A story as an editor would read it out: names for ids, one line for each thing. */
function readable(story: Story) {
  const list = (ids: string[]) => ids.map((id) => nameOf(story, id)).join(', ');
  const role = (which: string) => named(story, which);
  return {
    title: story.title,
    published: story.published?.edtf ?? null,
    venues: role('venue'),
    subjects: role('subject'),
    people: story.people.map(({ name, title }) => (title ? `${title} ${name}` : name)),
    events: story.events.map(({ label, status, edtf, basis, places, speaker, background, bound }) =>
      [
        label,
        places.length ? `at ${list(places)}` : 'no place stated',
        edtf ? `${edtf} (${basis})` : 'no date stated',
        status,
        speaker && `${speaker.form} words of ${speaker.name}`,
        background && 'background',
        bound && `${bound.relation} ${bound.event}`,
      ]
        .filter(Boolean)
        .join('; '),
    ),
    legs: story.legs.map(
      ({ from, to, status, route, travellers }) =>
        `${travellers.join(', ') || 'nobody named'}: ${nameOf(story, from) ?? 'from somewhere not stated'} to ${nameOf(story, to)}; ${status}; route ${route}`,
    ),
    captions: views(story).map(({ camera, caption }) => `${camera}: ${caption}`),
  };
}

describe('an article in a language that the rules don’t read', () => {
  it('shows the places and events that its editor adds', () => {
    const text =
      '---\ntitle: زيارة\nlang: ar\ndate: 2026-05-15\n---\nالتقت الوزيرة نظيرها في عمّان يوم الأربعاء.\n';
    const yaml = `places:
  'عمّان': { is: 'geonames:250441', name: 'عمّان', add: true, role: venue, because: 'The capital.' }
events:
  met: { quote: 'التقت الوزيرة نظيرها', label: 'لقاء', edtf: 2026-05-13, place: 'geonames:250441', because: 'A Wednesday.' }
`;
    const { story } = deriveStory(
      {
        file: 'seeds/visit.txt',
        bytes: new TextEncoder().encode(text),
        decisions: readDecisions('data/stories/visit.yaml', yaml).decisions,
        policy,
        previous: null,
      },
      gazetteer,
    );
    expect(story.places.map(({ name, role }) => [name, role])).toEqual([['عمّان', 'venue']]);
    expect(story.events.map(({ id, edtf }) => [id, edtf])).toEqual([['met', '2026-05-13']]);
    expect(story.steps[0]?.scene).toMatchObject({ now: ['geonames:250441'], events: ['met'] });
    expect(story.toponyms.map(({ start, end }) => story.text?.slice(start, end))).toEqual(['عمّان']);
  });
});

describe('an editor’s decisions', () => {
  const text = 'Omar Fell met Lena Beck in Lyon on Monday.\n\nBread is dear in Ankara.';
  const decide = (yaml: string): Derived =>
    deriveStory(
      {
        file: 'seeds/x.txt',
        bytes: new TextEncoder().encode(text),
        decisions: readDecisions('data/stories/x.yaml', `published: 2024-05-15\n${yaml}`).decisions,
        policy,
        previous: null,
      },
      gazetteer,
    );

  it('may put an event where the article names no place, and readers are told whence', () => {
    const { story, warnings } = decide(
      'events: { meeting-lyon: { quote: met, place: "geonames:2988507", source: the log, because: x } }',
    );
    expect(warnings).toEqual([]);
    expect(story.places[0]).toMatchObject({
      id: 'geonames:2988507',
      name: 'Paris',
      role: 'venue',
      decided: true,
      source: 'the log',
    });
    expect(story.events[0]).toMatchObject({ label: 'Fell met Beck in Paris', places: ['geonames:2988507'] });
    expect(views(story)[0]).toMatchObject({
      caption: 'Fell met Beck in Paris on Monday 13 May. Added by the editor: the log.',
      now: expect.arrayContaining(['geonames:2988507']),
    });
    expect(storySchema.safeParse(story).success).toBe(true);
  });

  it('may mark words that no gazetteer has, under their own name or another id', () => {
    const { story, warnings } = decide(`places:
  Bread: { add: true, at: [1, 2], because: x }
  Lyon: { is: area:my-own, at: [4.9, 45.7], because: x }
  Ankara: { is: "geonames:123456789", at: [32.9, 39.9], because: x }`);
    expect(warnings).toEqual([]);
    const ids = story.places.map(({ id, name, geonameid }) => [id, name, geonameid]);
    expect(ids.sort()).toEqual([
      ['area:bread', 'Bread', null],
      ['area:my-own', 'Lyon', null],
      ['geonames:123456789', 'Ankara', 123456789],
    ]);
  });

  it('that can’t be followed decide nothing', () => {
    const { story, warnings } = decide(`places:
  Ankara: { is: garbage, because: x }
  Lyon: { sameAs: Atlantis, because: x }`);
    expect(warnings).toHaveLength(2);
    expect(story.places.map(({ name, decided }) => [name, decided])).toEqual([
      ['Lyon', false],
      ['Ankara', false],
    ]);
  });
});

it.each([
  ['seeds/old-harbour.txt', 'Bread is dear.', 'Old harbour', 'of the file’s name'],
  ['seeds/x.txt', 'Oslo, March 4, 2014 – Bread is dear.', 'Oslo, 4 March', 'of dateline and day'],
])('asks for a headline, and says of what it made its own: %s', (file, text, value, label) => {
  expect(derive(text, { file }).questions[0]).toMatchObject({ key: 'title', candidates: [{ value, label }] });
});

describe('an article under its headline', () => {
  const told = () =>
    derive(
      'A mill burned in Novi Sad\n\nLena Brandt arrived in Belgrade on 4 May 2024. She is to travel to Budapest on Friday.\n\nIt rained.\n',
    ).story;

  it('has the headline in no step, and the first step’s moments within it', () => {
    const story = told();
    const [first] = story.steps;
    expect(story.text!.slice(first!.start, first!.end)).toBe(
      'Lena Brandt arrived in Belgrade on 4 May 2024. She is to travel to Budapest on Friday.',
    );
    expect(first!.scene.states.map(({ start, end }) => story.text!.slice(start, end))).toEqual([
      'Lena Brandt arrived in Belgrade on 4 May 2024.',
      'She is to travel to Budapest on Friday.',
    ]);
  });

  it('tells what the headline tells in the first step', () => {
    const story = told();
    const burnt = story.events.find(({ label }) => /mill/i.test(label))!;
    expect(story.steps[0]!.scene.events).toContain(burnt.id);
  });
});

it('marks two regions beside each other, whichever box the other lies in, and their towns by code', () => {
  const { story } = derive(
    'A storm hit South Carolina on 4 May 2024. A tornado struck North Carolina on 5 May 2024. A mine closed in Timmins, Ontario, Canada, on 6 May 2024.\n',
  );
  const roles = story.places.map(({ name, role, within }) => [name, role, within]);
  expect(roles).toContainEqual(['South Carolina', 'venue', null]);
  expect(roles).toContainEqual(['North Carolina', 'venue', null]);
  expect(roles).toContainEqual(['Timmins', 'venue', 'admin1:CA.08']);
});

it('looks at a vast country where nothing else is told, and not away from all else for it', () => {
  const { story } = derive(
    'A flood hit Doha, Qatar, on 4 May 2024.\n\nA heatwave hit China on 5 May 2024.\n\nIt rained in Doha.\n',
  );
  const scenes = views(story);
  expect(scenes.map(({ camera }) => camera)).toEqual(['a', 'b', 'a']);
  const [west, south, east, north] = scenes[1]!.bbox!;
  expect([west < 105, south < 35, east > 105, north > 35]).toEqual([true, true, true, true]);
  expect(scenes[0]!.bbox![2]).toBeLessThan(70);
});
