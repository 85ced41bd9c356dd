import { boundsOf } from '../dates/edtf.ts';
import { formatDate } from '../dates/words.ts';
import { type DayScale, dayNumber, EQUAL_DAYS, isoOf, type Stretch } from './timeline-scale.ts';
import { NARROW, WIDE } from './timeline-sizes.ts';

/** A day, or a month, a season or a year, that an event gives: its EDTF, its first and its last day. */
export interface Stop {
  edtf: string;
  from: number;
  to: number;
}

/** What the strip marks, as wide as it is drawn, in percent; its names are empty where others stand. */
export interface DayTick {
  /** The EDTF that events on it have. */
  day: string;
  x0: number;
  x1: number;
  /** A line stands where it begins. */
  rule: boolean;
  wide: string;
  narrow: string;
  /** The month after the narrow name, which the narrowest strip leaves out. */
  month: string;
}

/** Days that a number stands for in the narrow layout, and where it stands. */
export interface Group {
  x: number;
  from: number;
  to: number;
}

const SILENT = { rule: false, wide: '', narrow: '', month: '' };

/** The stops of an event's date, with no year where it is drawn in a leap year: one, or the two ends of an interval. */
export function stopsOf(edtf: string): Stop[] {
  return edtf.split('/').flatMap((side) => {
    const bounds = boundsOf(side);
    if (!bounds?.earliest || !bounds.latest) return [];
    const [from, to] = [dayNumber(bounds.earliest), dayNumber(bounds.latest)];
    return [{ edtf: from === to ? isoOf(from) : side, from, to }];
  });
}

/** What the strip marks: each of a few days, else what the events give, the ends of each stretch first. */
export function ticksOf(
  scale: DayScale,
  stops: readonly Stop[],
  groups: readonly Group[],
  yearless: boolean,
): DayTick[] {
  const [only] = scale.stretches;
  return only && scale.stretches.length === 1 && only.to - only.from < EQUAL_DAYS
    ? eachDay(scale, only, yearless)
    : stopTicks(scale, stops, groups, yearless);
}

function eachDay(scale: DayScale, { from, to, x0, x1 }: Stretch, yearless: boolean): DayTick[] {
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const each = (x1 - x0) / days.length;
  const step = Math.ceil(70 / ((each * WIDE) / 100));
  const short = Math.ceil(48 / ((each * NARROW) / 100));
  return days.map((day, i) => {
    const name = formatDate(isoOf(day), { short: true, weekday: !yearless, year: false });
    const [, rest = name, month = ''] = /^(.*)( \S+)$/.exec(name) ?? [];
    const turns = i === 0 || isoOf(day).slice(0, 7) !== isoOf(day - short).slice(0, 7);
    const narrow = i % short === 0 ? { narrow: rest, month: turns ? month : '' } : {};
    const at = { day: isoOf(day), x0: scale.x(day), x1: scale.end(day) };
    return { ...SILENT, ...at, rule: true, wide: i % step === 0 ? name : '', ...narrow };
  });
}

function stopTicks(
  scale: DayScale,
  all: readonly Stop[],
  groups: readonly Group[],
  yearless: boolean,
): DayTick[] {
  const { stretches } = scale;
  const stretchOf = (day: number) => stretches.find(({ to }) => day <= to) ?? stretches.at(-1)!;
  const atEdge = ({ from, to }: Stop) => stretches.some((each) => each.from === from || each.to === to);
  const events = (stop: Stop) => all.filter(({ edtf }) => edtf === stop.edtf).length;
  const stops = all
    .filter((stop, i) => all.findIndex(({ edtf }) => edtf === stop.edtf) === i)
    .sort(
      (a, b) =>
        Number(atEdge(b)) - Number(atEdge(a)) || events(b) - events(a) || a.from - b.from || a.to - b.to,
    );
  const years = new Set(stretches.flatMap(({ from, to }) => [yearOf(from), yearOf(to)]));
  const nameOf = (edtf: string, day: number, narrow: boolean): string => {
    const exact = digitsOf(stretchOf(day), yearless);
    const year = !yearless && (years.size > 1 || exact < 10);
    const digits = narrow && exact === 10 && year ? 7 : exact;
    const words = edtf
      .split('/')
      .map((side) => (/^-?\d{4}(-\d\d){0,2}$/.test(side) ? side.slice(0, digits) : side));
    return formatDate([...new Set(words)].join('/'), { short: true, year });
  };
  const grouped = ({ from, to }: Stop) =>
    groups.some((group) => from === to && from >= group.from && to <= group.to);
  const said = new Set<string>();
  const once = (name: string, layout: string) => {
    const is = said.has(layout + name);
    said.add(layout + name);
    return is ? '' : name;
  };
  const ofGroups = groups.map(({ x, from, to }): DayTick => {
    const day = from === to ? isoOf(from) : `${isoOf(from)}/${isoOf(to)}`;
    return { ...SILENT, day: '', x0: x, x1: x, narrow: once(nameOf(day, from, true), 'narrow') };
  });
  return [
    ...ofGroups,
    ...stops.map((stop): DayTick => {
      const { edtf, from, to } = stop;
      const stretch = stretchOf(from);
      return {
        ...SILENT,
        day: edtf,
        x0: scale.x(from),
        x1: scale.end(to),
        rule: from === stretch.from && (stretch !== stretches[0] || stretch.from !== stretch.to),
        wide: once(nameOf(edtf, from, false), 'wide'),
        narrow: grouped(stop) ? '' : once(nameOf(edtf, from, true), 'narrow'),
      };
    }),
  ];
}

const yearOf = (day: number) => isoOf(day).slice(0, -6);

/** As exact as a stretch can be read, in digits of an EDTF: a day, a month (12 px over four years), a year. */
function digitsOf({ from, to }: Stretch, yearless: boolean): number {
  return yearless || to - from <= 120 ? 10 : to - from <= 1500 ? 7 : 4;
}
