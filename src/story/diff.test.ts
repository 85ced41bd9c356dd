import { describe, expect, it } from 'vitest';
import { formatDiff, markdownDiff } from './diff-words.ts';
import { diffStories } from './diff.ts';
import { exampleStory } from './example.ts';
import { storySchema, type Story } from './schema.ts';

/** What a change to the example story says. */
function says(edit: (story: Story) => void, back = false): string[] {
  const [before, after] = [exampleStory(), exampleStory()];
  edit(after);
  return (back ? diffStories(after, before) : diffStories(before, after)).map((change) => change.says);
}

describe('diffStories', () => {
  it('is an example that is a story', () => {
    expect(storySchema.safeParse(exampleStory()).success).toBe(true);
  });

  it('finds nothing between equal stories, whoever signed and whatever made them', () => {
    expect(
      says((story) => {
        story.reviewed = { by: 'Ann', at: '2026-01-01' };
        story.provenance.gazetteer = 'another';
      }),
    ).toEqual([]);
  });

  it('tells how far a pin moved, from where to where, and by which sentence', () => {
    const [before, after] = [exampleStory(), exampleStory()];
    const id = 'geonames:4048023';
    Object.assign(after.places[0]!, { id, country: 'US', lngLat: [-69.01, 44.43] });
    after.toponyms[0]!.place = id;
    after.events[0]!.places = [id];
    const [moved] = diffStories(before, after);
    expect(moved).toMatchObject({ of: 'place', how: 'moved', id, km: 6687 });
    expect(moved?.says).toBe(
      'Belgrade moved 6,687 km: from Belgrade, RS (44.80, 20.47) to Belgrade, US (44.43, -69.01) [geonames:792680 → geonames:4048023]',
    );
    expect(moved?.sentence).toBe('Ana Petrović flew to Belgrade on Friday for the opening of a bridge.');
  });

  it.each<[string, (story: Story) => void, string[]]>([
    [
      'a place that went',
      (story) => story.places.pop(),
      [
        'Novi Sad, RS (45.25, 19.84) removed, was a venue [geonames:3194360]',
        'place of “Petrović is due to travel to Novi Sad”: geonames:3194360, was Novi Sad',
      ],
    ],
    ['a role', (story) => (story.places[0]!.role = 'subject'), ['role of Belgrade: subject, was venue']],
    [
      'a date',
      (story) => (story.events[0]!.edtf = null),
      ['date of “Petrović flew to Belgrade”: not stated, was 2026-05-15 (resolved)'],
    ],
    [
      'an event that went',
      (story) => story.events.shift(),
      [
        'event “Petrović flew to Belgrade” removed: happened, 2026-05-15 (resolved), Belgrade [flew-belgrade]',
      ],
    ],
    [
      'an event’s place',
      (story) => (story.events[0]!.places = []),
      ['place of “Petrović flew to Belgrade”: none, was Belgrade'],
    ],
    ['a leg that went', (story) => story.legs.pop(), ['leg Belgrade to Novi Sad removed: planned']],
    [
      'a leg’s start',
      (story) => (story.legs[0]!.from = null),
      ['start of the leg a place that is not stated to Novi Sad: a place that is not stated, was Belgrade'],
    ],
    [
      'a leg whose event has another name',
      (story) => (story.legs[0]!.event = 'goes-on'),
      ['event of the leg Belgrade to Novi Sad: goes-on, was travel-novi-sad'],
    ],
    [
      'what a scene shows',
      (story) => (story.steps[1]!.scene.quiet = []),
      ['quiet of scene the-bridge: none, was Belgrade [geonames:792680]'],
    ],
    [
      'a scene',
      (story) => (story.steps[1]!.scene.caption = 'None.'),
      ['caption of scene the-bridge: None., was Belgrade.'],
    ],
    [
      'a step’s name',
      (story) => (story.steps[1]!.id = 'nine-years'),
      ['step nine-years added', 'step the-bridge removed'],
    ],
    [
      'the day',
      (story) => (story.published!.edtf = '2025-05-15'),
      ['published of the story: 2025-05-15, was 2026-05-15'],
    ],
    ['a person', (story) => story.people.pop(), ['Ana Petrović removed among the people']],
    ['what has no words of its own', (story) => (story.timexes = []), ['details changed in timexes']],
  ])('tells of %s', (_, edit, expected) => {
    expect(says(edit)).toEqual(expected);
  });

  it('names only the sentence that changed, and no event that merely stands further on', () => {
    const [before, after] = [exampleStory(), exampleStory()];
    const more = 'It rained. ';
    after.text = more + after.text!;
    const shift = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      if ('start' in value) Object.assign(value, { start: (value.start as number) + more.length });
      if ('end' in value) Object.assign(value, { end: (value.end as number) + more.length });
      Object.values(value).forEach(shift);
    };
    shift(after);
    const changes = diffStories(before, after);
    expect(changes.map(({ of, how, sentence }) => [of, how, sentence])).toEqual([
      ['text', 'added', 'It rained.'],
    ]);
  });

  it('finds something for any single value that is another, either way', () => {
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (value !== null && typeof value === 'object') {
        for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
      } else if (!/^(provenance|reviewed)/.test(String(path[0]))) paths.push(path);
    };
    walk(exampleStory(), []);
    expect(paths.length).toBeGreaterThan(130);
    for (const path of paths) {
      const edit = (story: Story) => {
        const parent = path
          .slice(0, -1)
          .reduce((value: unknown, key) => (value as Record<string, unknown>)[key], story);
        const key = String(path.at(-1));
        const old = (parent as Record<string, unknown>)[key];
        (parent as Record<string, unknown>)[key] = typeof old === 'number' ? old + 1 : `${String(old)}x`;
      };
      expect(says(edit), path.join('.')).not.toEqual([]);
      expect(says(edit, true), path.join('.')).not.toEqual([]);
    }
  });
});

describe('formatDiff and markdownDiff', () => {
  const hostile = exampleStory();
  hostile.title = '\u001b[31m<img src=x onerror=alert(1)> [a](https://x.example) @all #1 `b`\u202e';
  const diff = {
    slug: 'bridge-opens',
    state: 'changed',
    causes: ['article'],
    changes: diffStories(exampleStory(), { ...hostile, events: hostile.events.slice(1) }),
  };

  it('prints lines with the sentence below, and no control character', () => {
    expect(formatDiff(diff)).toMatchInlineSnapshot(`
      "bridge-opens: changed by article
        ~ title of the story:  [31m<img src=x onerror=alert(1)> [a](https://x.example) @all #1 \`b\` , was A bridge opens in Belgrade
        - event “Petrović flew to Belgrade” removed: happened, 2026-05-15 (resolved), Belgrade [flew-belgrade]
            “Ana Petrović flew to Belgrade on Friday for the opening of a bridge.”"
    `);
    expect(formatDiff(diff)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('escapes what a forge would take for markup', () => {
    expect(markdownDiff(diff)).toMatchInlineSnapshot(`
      "### bridge-opens: changed by article

      - title of the story:  \\[31m\\<img src=x onerror=alert(1)\\> \\[a\\](https&#58;//x.example) @​all \\#1 \\\`b\\\` , was A bridge opens in Belgrade
      - event “Petrović flew to Belgrade” removed: happened, 2026-05-15 (resolved), Belgrade \\[flew-belgrade\\]
        > Ana Petrović flew to Belgrade on Friday for the opening of a bridge.
      "
    `);
  });
});
