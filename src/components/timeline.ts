import { boundsOf } from '../dates/edtf.ts';
import type { Story, StoryEvent } from '../story/schema.ts';
import { chipItems, chipOf } from './timeline-chips.ts';
import { layLanes } from './timeline-lanes.ts';
import { type Break, dayNumber, dayScale, EQUAL_DAYS } from './timeline-scale.ts';
import { LANES, startOf } from './timeline-sizes.ts';
import { type DayTick, type Group, stopsOf, ticksOf } from './timeline-ticks.ts';

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
  /** One of several undated of a side, whose line alone is drawn in the wide layout. */
  counted: boolean;
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

/** Shares of the strip in percent: the zones of what is not dated, and a day's column at most. */
const BEFORE = 21;
const AFTER = 26;
const DAY = 25;

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
  const zone = zoneOf(days, before, after);
  const scale = dayScale(days, ...zone, dated);
  const written = story.published && boundsOf(yearlessEdtf(story.published.edtf, yearless))?.latest;
  const today = written ? dayNumber(written) : null;
  const middle = (day: number) => scale.x(day + 0.5);
  const shaped = [
    ...dated.map(({ event, from, to }): [StoryEvent, Shape] => {
      if (from === to) return [event, { kind: 'point', x: middle(from) }];
      const hollow = today !== null && to > today ? scale.x(Math.max(from, today + 1)) : null;
      const hollowFrom = event.status === 'planned' ? scale.x(from) : hollow;
      return [event, { kind: 'bar', x0: scale.x(from), x1: scale.end(to), hollowFrom }];
    }),
    ...bounds.map(({ event, from, to }): [StoryEvent, Shape] => {
      const toward = to === null ? 'after' : 'before';
      return [event, { kind: 'whisker', tick: middle(to ?? from ?? 0), toward }];
    }),
  ];
  const placed = placeItems(shaped);
  const stops = [
    ...dated.flatMap(({ event }) => stopsOf(yearlessEdtf(event.edtf ?? '', yearless))),
    ...bounds.flatMap(({ event: { earliest, latest } }) =>
      [earliest, latest].flatMap((day) => (day ? stopsOf(shift(day, yearless)) : [])),
    ),
  ];
  const ticks = ticksOf(scale, stops, groupsOf(placed.chips, dated), yearless);
  return { ...placed, ticks, breaks: scale.breaks, before, after, days: zone };
}

/** The days that the numbers of the narrow layout stand for, where they stand for days. */
function groupsOf(
  chips: readonly Chip[],
  dated: readonly { event: StoryEvent; from: number; to: number }[],
): Group[] {
  return chips.flatMap(({ layout, zone, x, events }) => {
    const spans = dated.filter(({ event }) => events.includes(event.id));
    if (layout !== 'narrow' || zone !== 'days' || spans.some(({ from, to }) => from !== to)) return [];
    const days = spans.map(({ from }) => from);
    return [{ x, from: Math.min(...days), to: Math.max(...days) }];
  });
}

/** The zone of the days: all that is left beside the undated, but for a few days no more than they need. */
function zoneOf(days: readonly number[], before: boolean, after: boolean): [number, number] {
  const [left, right] = [before ? BEFORE : 0, after ? AFTER : 0];
  const count = Math.max(...days) - Math.min(...days) + 1;
  const spare = count > EQUAL_DAYS ? 0 : Math.max(0, 100 - left - right - DAY * count);
  const share = before ? (after ? left / (left + right) : 1) : 0;
  return [left + spare * share, 100 - right - spare * (1 - share)];
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
  const items = layLanes(shaped).map((item): TimelineItem => ({
    ...item,
    nudge: 0,
    chipped: { narrow: false, wide: item.counted || item.lane >= LANES },
  }));
  const hidden = items.filter(({ lane }) => lane >= LANES);
  const [first] = hidden;
  const more = first ? [wideChip(hidden, Math.max(4, Math.min(96, startOf(first.shape))), 'days')] : [];
  const undated = (['before', 'after'] as const).flatMap((side) => {
    const group = items.filter(
      ({ counted, shape }) => counted && shape.kind === 'whisker' && shape.toward === side,
    );
    return group.length > 0 ? [wideChip(group, side === 'before' ? 0 : 100, side)] : [];
  });
  const chips = [...chipItems(items), ...undated, ...more];
  const used = [...items, ...chips].map(({ lane }) => lane + 1);
  items.sort((a, b) => startOf(a.shape) - startOf(b.shape) || a.lane - b.lane);
  return { items, chips, lanes: Math.max(1, ...used) };
}

/** A number in the lane of the events that it stands for. */
function wideChip(group: readonly TimelineItem[], x: number, zone: Chip['zone']): Chip {
  return { ...chipOf(group, x, zone), lane: group[0]?.lane ?? 0, layout: 'wide' };
}
