import { expect, it } from 'vitest';
import { textWidth } from '../basemap/labels.ts';
import { exampleStory } from '../story/example.ts';
import type { StoryEvent } from '../story/schema.ts';
import { buildTimeline } from './timeline.ts';
import { axisNames } from './timeline-names.ts';

const WORDS = {
  before: 'before',
  after: 'after',
  beforeLong: 'before, date not stated',
  afterLong: 'after, date not stated',
};

/** A strip with events on these days, and undated ones on these sides. */
function timelineOf(days: string[], ...open: ('before' | 'after')[]) {
  const [event] = exampleStory().events;
  const dated = days.map((day, i) => ({ ...event, id: `e${i}`, edtf: day, earliest: day, latest: day }));
  const undated = open.map((side) => ({
    ...event,
    id: side,
    edtf: null,
    earliest: side === 'after' ? days[0] : null,
    latest: side === 'before' ? days[0] : null,
  }));
  return buildTimeline({ ...exampleStory(), events: [...dated, ...undated] as StoryEvent[] })!;
}

/** The names along its foot. */
function namesOf(days: string[], ...open: ('before' | 'after')[]) {
  return axisNames(timelineOf(days, ...open), WORDS);
}

it.each([
  [['2024-08-13'], []],
  [
    ['2024-08-12', '2024-08-13', '2024-08-14'],
    ['before', 'after'],
  ],
  [
    ['2024-08-12', '2024-08-21'],
    ['before', 'after'],
  ],
  [['1998-11-30', '2026-05-11', '2026-05-24', '2026-06-30'], ['before']],
  [
    ['1998-11-30', '2001-09-11', '2026-05-24'],
    ['before', 'after'],
  ],
  [['2024-07-01', '2024-08-13'], ['after']],
] as [string[], ('before' | 'after')[]][])(
  'names of %j with %j never touch, in either layout',
  (days, open) => {
    const names = namesOf(days, ...open);
    for (const [layout, width, spare] of [
      ['wide', 600, false],
      ['narrow', 328, false],
      ['narrow', 276, true],
    ] as const) {
      const boxes = names
        .flatMap(({ x, ...name }) => {
          const said = name[layout];
          if (!said || (spare && said.spare)) return [];
          const size = textWidth(said.words + (spare ? '' : said.month), 12);
          const from = (x * width) / 100 + said.dx - { start: 0, middle: size / 2, end: size }[said.anchor];
          return [[from, from + size] as const];
        })
        .sort((a, b) => a[0] - b[0]);
      expect(boxes.length).toBeGreaterThan(0);
      for (const [i, [from]] of boxes.entries()) {
        if (i > 0) expect(from).toBeGreaterThanOrEqual(boxes[i - 1]![1]);
      }
    }
  },
);

it('always names the zones of what is not dated', () => {
  const names = namesOf(['2024-08-13'], 'before', 'after').map(({ wide }) => wide?.words);
  expect(names.sort()).toEqual(['Tue 13 Aug', WORDS.afterLong, WORDS.beforeLong]);
});

it('says the weekday of each day, and the month once where there is little room', () => {
  const names = namesOf(['2024-08-12', '2024-08-13']);
  expect(names.map(({ narrow }) => [narrow?.words, narrow?.month])).toEqual([
    ['Mon 12', ' Aug'],
    ['Tue 13', ''],
  ]);
});

it('writes each date under its mark, where there is room for it', () => {
  const days = ['2025-05-12', '2025-05-17', '2025-05-26', '2025-06-04'];
  const timeline = timelineOf(days);
  const names = axisNames(timeline, WORDS);
  for (const layout of ['wide', 'narrow'] as const) {
    expect(names.map((name) => name[layout]?.words).sort()).toEqual(['12 May', '17 May', '26 May', '4 Jun']);
    for (const { x, ...name } of names) {
      expect(timeline.items.some(({ shape }) => shape.kind === 'point' && Math.abs(shape.x - x) < 0.01)).toBe(
        true,
      );
      expect(Math.abs(name[layout]!.dx)).toBeLessThan(textWidth(name[layout]!.words, 12) / 2);
    }
  }
});

it('signs each break at the foot of the wide strip, off every label, and gives its length where it has room', () => {
  const names = namesOf(['2022-01-14', '2025-02-03'], 'before').map(({ wide }) => wide?.words);
  expect(names).toContain('//');
  expect(names).toContain('3 years');
});

it('names the days that a number stands for together', () => {
  const days = ['2025-02-20', '2025-03-03', '2025-03-11', '2025-03-12', '2025-03-13'];
  const names = namesOf(days, 'before', 'after').map(({ narrow }) => narrow?.words);
  expect(names).toContain('11 to 13 Mar');
  expect(names).not.toContain('13 Mar');
});
