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
  /** Where the label begins, in percent, and the pixels to add; `labelEnds`: where it ends. */
  labelX: number;
  labelDx: number;
  labelEnds: boolean;
  /** Sideways, in steps of 24 px, where a day has more events than lanes. */
  column: number;
  /** Sideways, in pixels, where two events share a day in the narrow layout. */
  nudge: number;
  /** The layouts in which a number stands for it. */
  chipped: { narrow: boolean; wide: boolean };
}

/** A number that stands for several events; it leads to the list, where they all are. */
export interface Chip {
  x: number;
  /** The last lane for the wide layout's, 0 for the narrow one's. */
  lane: number;
  layout: 'narrow' | 'wide';
  events: string[];
  zone: 'before' | 'days' | 'after';
}

export interface DayTick {
  day: string;
  x0: number;
  x1: number;
  /** Where the name stands: in the middle of a day's column, or at the end of a stretch of many days. */
  at: 'middle' | 'start' | 'end';
  label: string;
  /** In the narrow layout, empty where there is no room; `month` apart, which the narrowest leaves out. */
  short: string;
  month: string;
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
/** Lanes of the wide layout; a story with more has a number in one more. */
const LANES = 5;
/** From a disc's middle to its label: its ring is 9 px. */
const LABEL = 14;

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
    const { lane, column, from, to } = findRoom(lanes, shape);
    if (lane < LANES) (lanes[lane] ??= []).push({ from, to });
    return { event, shape, lane, column };
  });
  const items = laid.map((item): TimelineItem => {
    const others = (lanes[item.lane] ?? []).map(({ from, to }) => [from, to] as const);
    const words = item.column === 0 ? labelOf(item.event, item.shape, others) : NO_LABEL;
    return { ...item, ...words, nudge: 0, chipped: { narrow: false, wide: item.lane >= LANES } };
  });
  const hidden = items.filter(({ chipped }) => chipped.wide);
  const first = hidden[0];
  const more: Chip[] = first
    ? [
        {
          ...chipOf(hidden, Math.max(4, Math.min(96, startOf(first.shape))), 'days'),
          lane: LANES,
          layout: 'wide',
        },
      ]
    : [];
  const chips = [...chipItems(items), ...more];
  items.sort((a, b) => startOf(a.shape) - startOf(b.shape) || a.lane - b.lane);
  return { items, chips, lanes: Math.max(1, lanes.length + more.length) };
}

const NO_LABEL = { label: '', labelX: 0, labelDx: 0, labelEnds: false };

const chipOf = (group: readonly TimelineItem[], x: number, zone: Chip['zone']): Chip => ({
  x,
  lane: 0,
  layout: 'narrow',
  events: group.map(({ event }) => event.id),
  zone,
});

/** The first free lane; for a disc, then the first free column beside its day; else one lane too many. */
function findRoom(lanes: readonly { from: number; to: number }[][], shape: Shape) {
  const [from, to] = extentOf(shape);
  const columns = shape.kind === 'point' ? [0, 1, -1, 2, -2] : [0];
  for (const column of columns) {
    const shift = column * MARK;
    const lane = freeLane(lanes, from + shift, to + shift);
    if (lane < LANES) return { lane, column, from: from + shift, to: to + shift };
  }
  return { lane: LANES, column: 0, from, to };
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

/** Beside a disc on its right, or its left where only that has room; above a bar or a whisker. */
function labelOf(event: StoryEvent, shape: Shape, lane: readonly (readonly [number, number])[]) {
  const px = (percent: number) => (percent * WIDE) / 100;
  if (shape.kind === 'whisker') {
    const room = shape.toward === 'before' ? px(shape.tick) - 40 : WIDE - px(shape.tick) - 48;
    const at = shape.toward === 'before' ? { labelX: 0, labelDx: 16 } : { labelX: shape.tick, labelDx: 40 };
    return { label: cut(event.label, room), ...at, labelEnds: false };
  }
  const from = shape.kind === 'point' ? px(shape.x) + LABEL : px(shape.x0);
  const end = shape.kind === 'point' ? px(shape.x) : px(shape.x1);
  const next = Math.min(WIDE, ...lane.map(([start]) => start).filter((start) => start > from));
  const right = { label: cut(event.label, next - from - 4), labelDx: 0, labelEnds: false };
  if (shape.kind === 'bar') return { ...right, labelX: shape.x0 };
  const before = Math.max(0, ...lane.map(([, stop]) => stop).filter((stop) => stop < end));
  const left = cut(event.label, px(shape.x) - LABEL - before);
  return left.length > right.label.length
    ? { label: left, labelX: shape.x, labelDx: -LABEL, labelEnds: true }
    : { ...right, labelX: shape.x, labelDx: LABEL };
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
 * events on one side, or a bar that crosses another.
 */
function chipItems(items: readonly TimelineItem[]): Chip[] {
  const chips: Chip[] = [];
  const chip = (group: readonly TimelineItem[], x: number, zone: Chip['zone']) => {
    for (const item of group) item.chipped.narrow = true;
    chips.push(chipOf(group, x, zone));
  };
  for (const toward of ['before', 'after'] as const) {
    const group = items.filter(({ shape }) => shape.kind === 'whisker' && shape.toward === toward);
    if (group.length > 1) chip(group, toward === 'before' ? 0 : 100, toward);
  }
  const near = (MARK / NARROW) * 100;
  for (const group of groupNear(items, near)) {
    const [first, second] = group;
    if (!first || !second) continue;
    if (group.length === 2 && startOf(first.shape) === startOf(second.shape)) {
      first.nudge = -MARK / 2;
      second.nudge = MARK / 2;
    } else {
      chip(group, group.reduce((sum, { shape }) => sum + startOf(shape), 0) / group.length, 'days');
    }
  }
  const bars = items.filter(({ shape }) => shape.kind === 'bar');
  const row: [number, number][] = [];
  const crossing = bars.filter(({ shape }) => {
    const [from, to] = extentOf(shape);
    const free = row.every(([start, end]) => to <= start || from >= end);
    if (free) row.push([from, to]);
    return !free;
  });
  if (crossing.length > 0) {
    const end = Math.max(...crossing.map(({ shape }) => extentOf(shape)[1]));
    chip(crossing, Math.min(97, (end / WIDE) * 100 - near / 2), 'days');
  }
  return chips;
}

/** Discs that are nearer to the one before than a target's width, together. */
function groupNear(items: readonly TimelineItem[], near: number): TimelineItem[][] {
  const points = items.filter(({ shape }) => shape.kind === 'point');
  const groups: TimelineItem[][] = [];
  let last = -Infinity;
  for (const item of points.sort((a, b) => startOf(a.shape) - startOf(b.shape))) {
    const x = startOf(item.shape);
    if (x - last < near) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = x;
  }
  return groups;
}

function ticksOf(scale: DayScale, yearless: boolean): DayTick[] {
  const name = (day: number, weekday: boolean, year: boolean, digits = 10) =>
    formatDate(isoOf(day).slice(0, digits), {
      short: true,
      weekday: weekday && !yearless,
      year: year && !yearless,
    });
  const [only] = scale.stretches;
  if (only && scale.stretches.length === 1 && only.to - only.from < EQUAL_DAYS) {
    const count = only.to - only.from + 1;
    const each = (only.x1 - only.x0) / count;
    const step = Math.ceil(70 / ((each * WIDE) / 100));
    const narrow = Math.ceil(48 / ((each * NARROW) / 100));
    return Array.from({ length: count }, (_, i) => {
      const day = only.from + i;
      const named = name(day, true, false);
      const month = i === 0 || isoOf(day).slice(0, 7) !== isoOf(day - narrow).slice(0, 7);
      return {
        day: isoOf(day),
        x0: scale.x(day),
        x1: scale.x(day + 1),
        at: 'middle' as const,
        label: i % step === 0 ? named : '',
        short: i % narrow === 0 ? named.replace(/ \S+$/, '') : '',
        month: i % narrow === 0 && month ? (/ \S+$/.exec(named)?.[0] ?? '') : '',
      };
    });
  }
  const years = new Set(
    scale.stretches.flatMap(({ from, to }) => [isoOf(from).slice(0, 4), isoOf(to).slice(0, 4)]),
  );
  const wide = years.size > 1;
  const span = (scale.stretches.at(-1)?.to ?? 0) - (scale.stretches[0]?.from ?? 0);
  // As exact as the scale can be read: a day, a month, a year.
  const digits = yearless || span <= 120 ? 10 : span <= 730 ? 7 : 4;
  return scale.stretches.flatMap(({ from, to, x0, x1 }, i) => {
    const room = ((x1 - x0) * NARROW) / 100;
    const tick = (day: number, at: DayTick['at'], least: number): DayTick => {
      const label = name(day, false, wide || digits < 10, digits);
      const [start, end] = from === to ? [x0, x1] : [scale.x(day), scale.x(day + 1)];
      return { day: isoOf(day), x0: start, x1: end, at, label, short: room > least ? label : '', month: '' };
    };
    const isLast = i === scale.stretches.length - 1;
    if (room < 90) return [tick(from, i === 0 ? 'start' : isLast ? 'end' : 'middle', 40)];
    return [tick(from, 'start', 40), tick(to, 'end', 150)].slice(0, from === to ? 1 : 2);
  });
}
