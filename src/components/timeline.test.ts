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
    expect(ticks.map(({ label, x0, x1 }) => [label, Math.round(x0), Math.round(x1)])).toEqual([
      ['Mon 12 Aug', 0, 33],
      ['Tue 13 Aug', 33, 67],
      ['Wed 14 Aug', 67, 100],
    ]);
    expect(items.map(({ shape }) => shape.kind === 'point' && Math.round(shape.x))).toEqual([17, 83]);
  });

  it('draws a range as a bar, hollow after the day of the article', () => {
    const visit = { ...on('visit', '2024-08-12/2024-08-14'), earliest: '2024-08-12', latest: '2024-08-14' };
    const shape = shapes(storyOf(visit))['visit'];
    expect(shape).toMatchObject({ kind: 'bar', x0: 0, x1: 100 });
    expect(shape?.kind === 'bar' && shape.hollowFrom).toBeCloseTo(66.67, 1);
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
      days: [0, 100],
    });
    const open = buildTimeline(storyOf(on('a', '2024-08-13'), { id: 'b', latest: '2024-08-13' }))!;
    expect(open).toMatchObject({ before: true, after: false });
    expect(open.days[0]).toBeGreaterThan(15);
  });

  it('names the ends of a long scale no more exactly than it can be read', () => {
    const names = (...edtfs: string[]) =>
      buildTimeline(storyOf(...edtfs.map((edtf, i) => on(`e${i}`, edtf))))!.ticks.map(({ label }) => label);
    expect(names('2024-07-01', '2024-08-13')).toEqual(['1 Jul', '13 Aug']);
    expect(names('2023-12-01', '2024-02-10', '2024-05-10', '2024-08-13')).toEqual(['Dec 2023', 'Aug 2024']);
    expect(names('1979-02-01', '1981-01-01', '1982-10-01', '1984-05-05')).toEqual(['1979', '1984']);
  });

  it('draws days without a year on one scale and names no year', () => {
    const { items, ticks } = buildTimeline(storyOf(on('a', 'XXXX-03-03'), on('b', 'XXXX-03-04')))!;
    expect(items.map(({ shape }) => shape.kind)).toEqual(['point', 'point']);
    expect(ticks.map(({ label }) => label)).toEqual(['3 Mar', '4 Mar']);
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

  it('cuts a label at a word, and never into its neighbour', () => {
    const long = 'Envoys of nine governments gathered in the old town hall for a second round of talks';
    const { items } = buildTimeline(storyOf(on('a', '2024-08-12', { label: long }), on('b', '2024-08-13')))!;
    const label = items[0]!.label;
    expect(label).toMatch(/^Envoys.*\w…$/);
    expect(long.startsWith(label.slice(0, -1))).toBe(true);
  });
});
