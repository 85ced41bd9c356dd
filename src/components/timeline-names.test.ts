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

/** The names along the foot of a strip with events on these days, and undated ones on these sides. */
function namesOf(days: string[], ...open: ('before' | 'after')[]) {
  const [event] = exampleStory().events;
  const dated = days.map((day, i) => ({ ...event, id: `e${i}`, edtf: day, earliest: day, latest: day }));
  const undated = open.map((side) => ({
    ...event,
    id: side,
    edtf: null,
    earliest: side === 'after' ? days[0] : null,
    latest: side === 'before' ? days[0] : null,
  }));
  const timeline = buildTimeline({ ...exampleStory(), events: [...dated, ...undated] as StoryEvent[] })!;
  return axisNames(timeline, WORDS);
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
    for (const [layout, width] of [
      ['wide', 600],
      ['narrow', 358],
    ] as const) {
      const boxes = names
        .filter((name) => name[layout] !== '')
        .map(({ x, dx, anchor, month, ...name }) => {
          const size = textWidth(name[layout] + (layout === 'narrow' ? month : ''), 12);
          const from = (x * width) / 100 + dx - { start: 0, middle: size / 2, end: size }[anchor];
          return [from, from + size] as const;
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
  const names = namesOf(['2024-08-13'], 'before', 'after').map(({ wide }) => wide);
  expect(names.sort()).toEqual(['Tue 13 Aug', WORDS.afterLong, WORDS.beforeLong]);
});

it('says the weekday of each day, and the month once where there is little room', () => {
  const names = namesOf(['2024-08-12', '2024-08-13']);
  expect(names.map(({ narrow, month }) => [narrow, month])).toEqual([
    ['Mon 12', ' Aug'],
    ['Tue 13', ''],
  ]);
});
