import { boundsOf } from '../dates/edtf.ts';
import { formatDate } from '../dates/words.ts';
import type { Story, StoryEvent } from '../story/schema.ts';
import { type DayScale, EQUAL_DAYS, type Break, dayNumber, dayScale, isoOf } from './timeline-scale.ts';

/** How an event is drawn. `whisker`: undated, with a bound. Percentages are of the strip's width. */
export type Shape =
  | { kind: 'point'; x: number }
  | { kind: 'bar'; x0: number; x1: number; hollowFrom: number | null }
  | { kind: 'whisker'; tick: number; toward: 'before' | 'after' };

export interface TimelineItem {
  event: StoryEvent;
  shape: Shape;
  /** From 0, the top; used from the medium layout on. */
  lane: number;
  /** The label, cut to the room beside the mark; empty where there is none. */
  label: string;
  /** Where the label begins, in percent, and the pixels to add. */
  labelX: number;
  labelDx: number;
  /** Sideways, in pixels, where two events share a day in the narrow layout. */
  nudge: number;
  /** In the narrow layout a number stands for it. */
  chipped: boolean;
}

/** A number that stands for several events in the narrow layout. */
export interface Chip {
  x: number;
  count: number;
  events: string[];
  zone: 'before' | 'days' | 'after';
}

export interface DayTick {
  day: string;
  x0: number;
  x1: number;
  label: string;
  /** Shown in the narrow layout too. */
  narrow: boolean;
}

export interface Timeline {
  items: TimelineItem[];
  chips: Chip[];
  ticks: DayTick[];
  breaks: Break[];
  lanes: number;
  before: boolean;
  after: boolean;
  /** Edges of the days' zone, in percent. */
  days: [number, number];
}

const BEFORE = 21;
const AFTER = 26;
/** Width in pixels that labels are cut for, and of the narrow layout. A wider strip only gives them more air. */
const WIDE = 600;
const NARROW = 358;
const CHARACTER = 6.4; // px of the system's sans at 12 px, rounded up
const MARK = 24;

/** Events of the story that stand on the timeline: not background, and with a date or a bound. */
export function isOnTimeline(event: StoryEvent): boolean {
  return !event.background && (event.edtf !== null || event.earliest !== null || event.latest !== null);
}

/**
 * The strip: zones before | days | after, a disc or ring for a day, a bar for a range, an open whisker for an event
 * that the text only bounds. Null where no event is on it.
 */
export function buildTimeline(story: Story): Timeline | null {
  const events = story.events.filter(isOnTimeline);
  if (events.length === 0) return null;
  const yearless = events.some(({ edtf }) => edtf?.startsWith('XXXX'));
  const dated = events.flatMap((event) => {
    const span = spanOf(event, yearless);
    return span ? [{ event, ...span }] : [];
  });
  const bounds = events.flatMap((event) => {
    if (event.edtf !== null) return [];
    const [from, to] = [event.earliest, event.latest].map((day) =>
      day ? dayNumber(shift(day, yearless)) : null,
    );
    return [{ event, from: from ?? null, to: to ?? null }];
  });
  const days = [
    ...dated.flatMap(({ from, to }) => [from, to]),
    ...bounds.flatMap(({ from, to }) => [from, to].filter((day) => day !== null)),
  ];
  if (days.length === 0) return null;
  const before = bounds.some(({ from }) => from === null);
  const after = bounds.some(({ to }) => to === null);
  const zone: [number, number] = [before ? BEFORE : 0, after ? 100 - AFTER : 100];
  const scale = dayScale(days, ...zone);
  const written = story.published && boundsOf(yearlessEdtf(story.published.edtf, yearless))?.latest;
  const today = written ? dayNumber(written) : null;
  const middle = (day: number) => scale.x(day + 0.5);
  const shaped = [
    ...dated.map(({ event, from, to }): [StoryEvent, Shape] => {
      if (from === to) return [event, { kind: 'point', x: middle(from) }];
      const hollow = today !== null && to > today ? scale.x(Math.max(from, today + 1)) : null;
      const hollowFrom = event.status === 'planned' ? scale.x(from) : hollow;
      return [event, { kind: 'bar', x0: scale.x(from), x1: scale.x(to + 1), hollowFrom }];
    }),
    ...bounds.map(({ event, from, to }): [StoryEvent, Shape] => {
      const toward = to === null ? 'after' : 'before';
      return [event, { kind: 'whisker', tick: middle(to ?? from ?? 0), toward }];
    }),
  ];
  const placed = placeItems(shaped);
  const ticks = ticksOf(scale, yearless);
  return { ...placed, ticks, breaks: scale.breaks, before, after, days: zone };
}

/** First and last day of a dated event, or null where its year can't stand on the same scale as the others'. */
function spanOf({ edtf }: StoryEvent, yearless: boolean): { from: number; to: number } | null {
  if (edtf === null || (yearless && !edtf.includes('XXXX'))) return null;
  const bounds = boundsOf(yearlessEdtf(edtf, yearless));
  const [first, last] = [bounds?.earliest ?? bounds?.latest, bounds?.latest ?? bounds?.earliest];
  return first && last ? { from: dayNumber(first), to: dayNumber(last) } : null;
}

// A year that nobody states is drawn in a leap year, which has every day; the labels leave it out.
const yearlessEdtf = (edtf: string, yearless: boolean) => (yearless ? edtf.replaceAll('XXXX', '2000') : edtf);
const shift = (day: string, yearless: boolean) => (yearless ? day.replace(/^\d{4}/, '2000') : day);

function placeItems(shaped: [StoryEvent, Shape][]): Pick<Timeline, 'items' | 'chips' | 'lanes'> {
  const order = { point: 0, bar: 1, whisker: 2 };
  const sorted = shaped
    .map(([event, shape], i) => ({ event, shape, i }))
    .sort(
      (a, b) => order[a.shape.kind] - order[b.shape.kind] || startOf(a.shape) - startOf(b.shape) || a.i - b.i,
    );
  const lanes: { from: number; to: number }[][] = [];
  const laid = sorted.map(({ event, shape }) => {
    const [from, to] = extentOf(shape);
    const lane = freeLane(lanes, from, to);
    (lanes[lane] ??= []).push({ from, to });
    return { event, shape, lane };
  });
  const items = laid.map((item): TimelineItem => {
    const others = (lanes[item.lane] ?? []).map(({ from, to }) => [from, to] as const);
    return { ...item, ...labelOf(item.event, item.shape, others), nudge: 0, chipped: false };
  });
  const chips = chipItems(items);
  items.sort((a, b) => startOf(a.shape) - startOf(b.shape) || a.lane - b.lane);
  return { items, chips, lanes: lanes.length };
}

const startOf = (shape: Shape): number =>
  shape.kind === 'point'
    ? shape.x
    : shape.kind === 'bar'
      ? shape.x0
      : shape.toward === 'before'
        ? 0
        : shape.tick;

/** What a mark takes of its lane, in pixels of the wide layout. */
function extentOf(shape: Shape): [number, number] {
  const px = (percent: number) => (percent * WIDE) / 100;
  if (shape.kind === 'point') return [px(shape.x) - MARK / 2, px(shape.x) + MARK / 2];
  if (shape.kind === 'bar') return [px(shape.x0), px(shape.x1)];
  return shape.toward === 'before' ? [0, px(shape.tick)] : [px(shape.tick), WIDE];
}

function freeLane(lanes: readonly { from: number; to: number }[][], from: number, to: number): number {
  const free = lanes.findIndex((lane) => lane.every((taken) => to <= taken.from || from >= taken.to));
  return free < 0 ? lanes.length : free;
}

function labelOf(event: StoryEvent, shape: Shape, lane: readonly (readonly [number, number])[]) {
  const px = (percent: number) => (percent * WIDE) / 100;
  if (shape.kind === 'whisker') {
    const room = shape.toward === 'before' ? px(shape.tick) - 40 : WIDE - px(shape.tick) - 48;
    return shape.toward === 'before'
      ? { label: cut(event.label, room), labelX: 0, labelDx: 16 }
      : { label: cut(event.label, room), labelX: shape.tick, labelDx: 40 };
  }
  const end = shape.kind === 'point' ? shape.x : shape.x1;
  const from = px(end) + (shape.kind === 'point' ? 11 : 6);
  const next = Math.min(WIDE, ...lane.map(([start]) => start).filter((start) => start > from - 12));
  return { label: cut(event.label, next - from - 4), labelX: end, labelDx: from - px(end) };
}

/** The words that fit into so many pixels, cut at a word with an ellipsis; empty rather than under six characters. */
function cut(label: string, room: number): string {
  const fit = Math.floor(room / CHARACTER);
  if (label.length <= fit) return label;
  const short = label.slice(0, Math.max(0, fit - 1)).replace(/\s+\S*$/, '');
  return short.length < 6 ? '' : `${short}…`;
}

/**
 * The narrow layout has one row: two events of a day stand side by side, more become a number, and so do two undated
 * events on one side, or a second bar.
 */
function chipItems(items: TimelineItem[]): Chip[] {
  const chips: Chip[] = [];
  const chip = (group: TimelineItem[], x: number, zone: Chip['zone']) => {
    for (const item of group) item.chipped = true;
    chips.push({ x, count: group.length, events: group.map(({ event }) => event.id), zone });
  };
  for (const toward of ['before', 'after'] as const) {
    const group = items.filter(({ shape }) => shape.kind === 'whisker' && shape.toward === toward);
    if (group.length > 1) chip(group, toward === 'before' ? 0 : 100, toward);
  }
  const points = items
    .filter(({ shape }) => shape.kind === 'point')
    .sort((a, b) => startOf(a.shape) - startOf(b.shape));
  const near = (MARK / NARROW) * 100;
  let group: TimelineItem[] = [];
  const close = () => {
    const first = group[0];
    if (first && group.length === 2 && group.every(({ shape }) => startOf(shape) === startOf(first.shape))) {
      group.forEach((item, i) => (item.nudge = i === 0 ? -MARK / 2 : MARK / 2));
    } else if (first && group.length > 1) {
      const middle = group.reduce((sum, { shape }) => sum + startOf(shape), 0) / group.length;
      chip(group, middle, 'days');
    }
    group = [];
  };
  for (const item of points) {
    const last = group.at(-1);
    if (last && startOf(item.shape) - startOf(last.shape) >= near) close();
    group.push(item);
  }
  close();
  const bars = items.filter(({ shape }) => shape.kind === 'bar');
  if (bars.length > 1) {
    const shapes = bars.map(({ shape }) => extentOf(shape));
    const end = Math.max(...shapes.map(([, to]) => to));
    chip(bars, Math.min(97, (end / WIDE) * 100 - near / 2), 'days');
  }
  return chips;
}

function ticksOf(scale: DayScale, yearless: boolean): DayTick[] {
  const name = (day: number, weekday: boolean, year: boolean) =>
    formatDate(isoOf(day), { short: true, weekday: weekday && !yearless, year: year && !yearless });
  const [only] = scale.stretches;
  if (only && scale.stretches.length === 1 && only.to - only.from < EQUAL_DAYS) {
    const count = only.to - only.from + 1;
    const each = (only.x1 - only.x0) / count;
    const step = Math.ceil(70 / ((each * WIDE) / 100));
    const narrow = Math.ceil(62 / ((each * NARROW) / 100));
    return Array.from({ length: count }, (_, i) => ({
      day: isoOf(only.from + i),
      x0: scale.x(only.from + i),
      x1: scale.x(only.from + i + 1),
      label: i % step === 0 ? name(only.from + i, true, false) : '',
      narrow: i % narrow === 0,
    }));
  }
  const years = new Set(
    scale.stretches.flatMap(({ from, to }) => [isoOf(from).slice(0, 4), isoOf(to).slice(0, 4)]),
  );
  const wide = years.size > 1;
  return scale.stretches.flatMap(({ from, to, x0, x1 }) => {
    const room = ((x1 - x0) * NARROW) / 100;
    const first = {
      day: isoOf(from),
      x0,
      x1: scale.x(from + 1),
      label: name(from, false, wide),
      narrow: room > 40,
    };
    if (to === from || room < 90) return [{ ...first, x1: to === from ? x1 : first.x1 }];
    return [first, { day: isoOf(to), x0: scale.x(to), x1, label: name(to, false, wide), narrow: room > 150 }];
  });
}
