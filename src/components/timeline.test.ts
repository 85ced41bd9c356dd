import { describe, expect, it } from 'vitest';
import { exampleStory } from '../story/example.ts';
import type { Story, StoryEvent } from '../story/schema.ts';
import { buildTimeline, isOnTimeline } from './timeline.ts';

const blank: Omit<StoryEvent, 'id' | 'label'> = {
  start: 0,
  end: 3,
  also: [],
  status: 'happened',
  edtf: null,
  basis: 'not-stated',
  dateWords: null,
  earliest: null,
  latest: null,
  bound: null,
  places: [],
  placeBasis: 'not-stated',
  participants: [],
  speaker: null,
  background: false,
  source: null,
};

/** A story of 13 August 2024 with these events, the label of each its id. */
function storyOf(...events: (Partial<StoryEvent> & { id: string })[]): Story {
  const published: Story['published'] = {
    edtf: '2024-08-13',
    basis: 'stated',
    alternatives: [],
    yearStated: true,
  };
  return {
    ...exampleStory(),
    published,
    events: events.map((event) => ({ ...blank, label: event.id, ...event })),
  };
}

const on = (id: string, edtf: string, more: Partial<StoryEvent> = {}) => ({
  id,
  edtf,
  earliest: edtf,
  latest: edtf,
  basis: 'stated' as const,
  ...more,
});
const shapes = (story: Story) =>
  Object.fromEntries(buildTimeline(story)!.items.map(({ event, shape }) => [event.id, shape]));

describe('what stands on the timeline', () => {
  it('is nothing for a story without a date', () => {
    expect(buildTimeline(storyOf())).toBeNull();
    expect(buildTimeline(storyOf({ id: 'when-unknown' }))).toBeNull();
  });

  it.each([
    [{ edtf: '2024-08-13' }, true],
    [{ latest: '2024-08-13' }, true],
    [{ edtf: '2024-08-13', background: true }, false],
    [{}, false],
  ])('%j: %s', (event, is) => {
    expect(isOnTimeline({ ...blank, id: 'x', label: 'x', ...event })).toBe(is);
  });
});

describe('shapes', () => {
  it('draws a day as a point in the middle of its equal column', () => {
    const { items, ticks } = buildTimeline(storyOf(on('a', '2024-08-12'), on('b', '2024-08-14')))!;
    expect(ticks.map(({ wide, x0, x1 }) => [wide, Math.round(x0), Math.round(x1)])).toEqual([
      ['Mon 12 Aug', 0, 25],
      ['Tue 13 Aug', 25, 50],
      ['Wed 14 Aug', 50, 75],
    ]);
    expect(items.map(({ shape }) => shape.kind === 'point' && shape.x)).toEqual([12.5, 62.5]);
  });

  it('draws a range as a bar, hollow after the day of the article', () => {
    const visit = { ...on('visit', '2024-08-12/2024-08-14'), earliest: '2024-08-12', latest: '2024-08-14' };
    const shape = shapes(storyOf(visit))['visit'];
    expect(shape).toMatchObject({ kind: 'bar', x0: 0, x1: 75 });
    expect(shape?.kind === 'bar' && shape.hollowFrom).toBe(50);
  });

  it('keeps a range that has passed whole, and a planned one hollow', () => {
    const passed = { ...on('passed', '2024-08-11/2024-08-13') };
    const planned = { ...on('planned', '2024-08-11/2024-08-13'), status: 'planned' as const };
    expect(shapes(storyOf(passed))['passed']).toMatchObject({ hollowFrom: null });
    expect(shapes(storyOf(planned))['planned']).toMatchObject({ hollowFrom: 0 });
  });

  it('draws an undated event as a whisker from its bound to the open side', () => {
    const drawn = shapes(
      storyOf(
        on('talks', '2024-08-13'),
        { id: 'earlier', latest: '2024-08-13' },
        { id: 'later', earliest: '2024-08-13', status: 'planned' },
      ),
    );
    const tick = drawn['talks']?.kind === 'point' ? drawn['talks'].x : NaN;
    expect(drawn['earlier']).toEqual({ kind: 'whisker', toward: 'before', tick });
    expect(drawn['later']).toEqual({ kind: 'whisker', toward: 'after', tick });
  });

  it('has a zone before the days only where something reaches into it', () => {
    expect(buildTimeline(storyOf(on('a', '2024-08-13')))).toMatchObject({
      before: false,
      after: false,
      days: [0, 25],
    });
    const open = buildTimeline(storyOf(on('a', '2024-08-13'), { id: 'b', latest: '2024-08-13' }))!;
    expect(open).toMatchObject({ before: true, after: false });
    expect(open.days[0]).toBeGreaterThan(15);
  });

  it('names the days of a long scale, the ends first, no more exactly than it can be read', () => {
    const names = (...edtfs: string[]) =>
      buildTimeline(storyOf(...edtfs.map((edtf, i) => on(`e${i}`, edtf))))!.ticks.flatMap(
        ({ wide }) => wide || [],
      );
    expect(names('2024-07-01', '2024-08-13')).toEqual(['1 Jul', '13 Aug']);
    expect(names('2023-12-01', '2024-02-10', '2024-05-10', '2024-08-13')).toEqual([
      'Dec 2023',
      'Aug 2024',
      'Feb 2024',
      'May 2024',
    ]);
    expect(names('1979-02-01', '1981-01-01', '1982-10-01', '1984-05-05')).toEqual([
      '1979',
      '1984',
      '1981',
      '1982',
    ]);
  });

  it('names each stretch of a broken scale as exactly as that can be read', () => {
    const { ticks } = buildTimeline(
      storyOf(on('old', '1998-11-30'), on('a', '2026-05-11'), on('b', '2026-05-15'), on('c', '2026-05-24')),
    )!;
    expect(ticks.flatMap(({ wide }) => wide || [])).toEqual([
      '30 Nov 1998',
      '11 May 2026',
      '24 May 2026',
      '15 May 2026',
    ]);
  });

  it('has a column for the day of each event, also where the scale is long', () => {
    const days = ['2024-07-01', '2024-07-20', '2024-08-13'];
    const { ticks, items } = buildTimeline(storyOf(...days.map((day) => on(day, day))))!;
    expect(ticks.map(({ day }) => day).sort()).toEqual(days);
    for (const { event, shape } of items) {
      const { x0, x1 } = ticks.find(({ day }) => day === event.edtf)!;
      expect(shape.kind === 'point' && shape.x > x0 && shape.x < x1).toBe(true);
    }
  });

  it('names a month or a season that an event gives as such, and breaks no bar of it', () => {
    const month = { ...on('month', '2025-03'), earliest: '2025-03-01', latest: '2025-03-31' };
    const { ticks, breaks, items } = buildTimeline(storyOf(on('day', '2025-01-18'), month))!;
    expect(ticks.map(({ wide }) => wide)).toEqual(['18 Jan', 'Mar']);
    expect(breaks).toHaveLength(1);
    const bar = items.find(({ event }) => event.id === 'month')!.shape;
    expect(bar.kind === 'bar' && breaks.every(({ x1 }) => x1 <= bar.x0)).toBe(true);
    const season = { ...on('season', '2025-21'), earliest: '2025-03-01', latest: '2025-05-31' };
    expect(buildTimeline(storyOf(season))!.ticks.map(({ wide }) => wide)).toEqual(['spring 2025']);
  });

  it('draws days without a year on one scale and names no year', () => {
    const { items, ticks } = buildTimeline(storyOf(on('a', 'XXXX-03-03'), on('b', 'XXXX-03-04')))!;
    expect(items.map(({ shape }) => shape.kind)).toEqual(['point', 'point']);
    expect(ticks.map(({ wide }) => wide)).toEqual(['3 Mar', '4 Mar']);
  });
});

describe('lanes, labels and numbers', () => {
  it('never lets two marks share a place in the wide layout', () => {
    const events = Array.from({ length: 9 }, (_, i) => on(`e${i}`, '2024-08-13'));
    const { items } = buildTimeline(storyOf(...events, on('z', '2024-08-14')))!;
    const seats = items
      .filter(({ chipped }) => !chipped.wide)
      .map(({ lane, column, shape }) => `${lane} ${column} ${shape.kind === 'point' && shape.x}`);
    expect(new Set(seats).size).toBe(seats.length);
    expect(items).toHaveLength(10);
  });

  it('puts side by side two events of a day, and a number for three, in the narrow layout', () => {
    const two = buildTimeline(storyOf(on('a', '2024-08-13'), on('b', '2024-08-13'), on('c', '2024-08-14')))!;
    expect(two.chips).toEqual([]);
    expect(two.items.map(({ nudge }) => nudge)).toEqual([-12, 12, 0]);
    const three = buildTimeline(
      storyOf(...['a', 'b', 'c'].map((id) => on(id, '2024-08-13')), on('d', '2024-08-14')),
    )!;
    expect(three.chips).toMatchObject([{ layout: 'narrow', zone: 'days', events: ['a', 'b', 'c'] }]);
  });

  it('counts two undated events of one side, so that no order is suggested', () => {
    const { chips } = buildTimeline(
      storyOf(on('a', '2024-08-13'), { id: 'b', latest: '2024-08-13' }, { id: 'c', latest: '2024-08-13' }),
    )!;
    expect(chips).toMatchObject([{ zone: 'before', events: ['b', 'c'] }]);
  });

  it('loses no event, however many there are', () => {
    const events = Array.from({ length: 40 }, (_, i) => on(`e${i}`, '2024-08-13'));
    const { items, chips, lanes } = buildTimeline(storyOf(...events))!;
    const seen = items.filter(({ chipped }) => !chipped.wide).map(({ event }) => event.id);
    const counted = chips.filter(({ layout }) => layout === 'wide').flatMap(({ events }) => events);
    expect([...seen, ...counted].sort()).toEqual(events.map(({ id }) => id).sort());
    expect(lanes).toBeLessThanOrEqual(6);
  });

  const long = 'Envoys of nine governments gathered in the old town hall for a second round of talks';
  const short = 'Envoys met in the town hall';

  it('gives labels their own lanes rather than cut them', () => {
    const { items, lanes } = buildTimeline(
      storyOf(
        ...['2024-08-10', '2024-08-11', '2024-08-12', '2024-08-13'].map((day) =>
          on(day, day, { label: short }),
        ),
      ),
    )!;
    expect(items.map(({ label }) => label)).toEqual(Array(4).fill(short));
    expect(lanes).toBeLessThanOrEqual(4);
  });

  it('cuts the one label that no lane holds, and no other', () => {
    const days = ['2024-08-01', '2024-08-05', '2024-08-13', '2024-08-20'];
    const { items } = buildTimeline(
      storyOf(...days.map((day, i) => on(day, day, { label: i === 2 ? `${long} ${long}` : short }))),
    )!;
    expect(items.filter(({ label }) => label === short)).toHaveLength(3);
    expect(items[2]!.label).toMatch(/^Envoys of nine governments gathered.*…$/);
  });

  it('keeps a label in full at either end of a long strip', () => {
    const { items } = buildTimeline(
      storyOf(...['2023-02-08', '2024-04-14', '2025-06-01'].map((day) => on(day, day, { label: short }))),
    )!;
    expect(items.map(({ label }) => label)).toEqual([short, short, short]);
  });

  it('counts the undated of a side also in the wide layout, where their lines would leave no room for labels', () => {
    const days = ['2024-07-20', '2024-08-03', '2024-08-11', '2024-08-11', '2024-08-12', '2024-08-13'];
    const open = (['earliest', 'latest'] as const).flatMap((bound) =>
      [0, 1, 2].map((i) => ({ id: `${bound}${i}`, [bound]: '2024-08-11', label: short })),
    );
    const dated = days.map((day, i) => on(`e${i}`, day, { label: short }));
    const { items, chips, lanes } = buildTimeline(storyOf(...dated, ...open))!;
    const wide = chips.filter(({ layout }) => layout === 'wide');
    expect(wide.map(({ zone, events }) => [zone, events.length])).toEqual([
      ['before', 3],
      ['after', 3],
    ]);
    expect(items.filter(({ counted }) => !counted).map(({ label }) => label)).toEqual(days.map(() => short));
    expect(lanes).toBeLessThanOrEqual(5);
  });

  it('spreads a crowd of events over the lanes, so that most have a label', () => {
    const days = '07-08 07-10 07-15 07-16 08-02 09-05 11-20 11-21 12-14'
      .split(' ')
      .map((day) => `2023-${day}`);
    const later = '01-03 03-04 03-18 04-09 05-01'.split(' ').map((day) => `2024-${day}`);
    const dated = [...days, ...later].map((day) => on(day, day, { label: short }));
    const { items, lanes } = buildTimeline(
      storyOf(...dated, { id: 'w', latest: '2024-05-01', label: short }),
    )!;
    expect(items.filter(({ label }) => label !== '').length).toBeGreaterThanOrEqual(8);
    expect(lanes).toBeLessThanOrEqual(5);
  });

  it('needs no lane more than labels on the better side need', () => {
    const { lanes, items } = buildTimeline(
      storyOf(on('a', '2024-08-11', { label: short }), on('z', '2024-08-13', { label: short })),
    )!;
    expect([lanes, items.map(({ label }) => label)]).toEqual([1, [short, short]]);
  });

  it('cuts a label at a strong word, and never into its neighbour', () => {
    const { items } = buildTimeline(
      storyOf(on('a', '2024-08-12', { label: long }), on('b', '2024-08-13', { label: long })),
    )!;
    const label = items[0]!.label;
    expect(label).toMatch(/^Envoys.*\w…$/);
    expect(label).not.toMatch(/ (the|of|in|a|for)…$/);
    expect(long.startsWith(label.slice(0, -1))).toBe(true);
  });

  it('never lets two labels, or a label and a mark, meet in a lane of the wide layout', () => {
    const events = ['2024-08-08', '2024-08-09', '2024-08-10', '2024-08-10', '2024-08-13'].map((day, i) =>
      on(`e${i}`, day, { label: `${short} ${'again '.repeat(i)}` }),
    );
    const { items } = buildTimeline(storyOf(...events, { id: 'w', latest: '2024-08-13', label: long }))!;
    const boxes = items.flatMap(({ lane, shape, label, labelX, labelDx, labelEnds }) => {
      const at = labelX * 6 + labelDx;
      const width = label.length * 6.4;
      const words: [number, number] = labelEnds ? [at - width, at] : [at, at + width];
      const mark: [number, number] = shape.kind === 'point' ? [shape.x * 6 - 10, shape.x * 6 + 10] : [0, 0];
      return [words, mark].filter(([from, to]) => to > from).map((box) => ({ lane, box }));
    });
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const meet = a.lane === b.lane && a.box[0] < b.box[1] && b.box[0] < a.box[1];
        expect(meet, JSON.stringify([a, b])).toBe(false);
      }
    }
  });
});
