import { type Day, isoYear } from './calendar.ts';
import type { Unit } from './periods.ts';
import type { Moment, Phrase } from './rule.ts';
import type { Token } from './tokens.ts';

/** Units from fine to coarse. */
const ORDER: Unit[] = ['D', 'W', 'M', 'Q', 'Y', 'DE', 'CE', 'ML'];

/** True where a unit is finer than the date last told, so that it has no such unit. */
export function finerThanTold(unit: Unit, { told }: Moment): boolean {
  if (told === null) return false;
  const grain: Unit = /^\d{4}-\d\d-\d\d/.test(told)
    ? 'D'
    : /-W/.test(told)
      ? 'W'
      : /^\d{4}-\d\d/.test(told)
        ? 'M'
        : /^\d{4}-/.test(told)
          ? 'Q'
          : 'Y';
  return ORDER.indexOf(unit) < ORDER.indexOf(grain);
}

/** The day told of that a unit counts from: of a coarser one told of since, the day before it, where that is near. */
export function anchorOf(unit: Unit, { tokens, from }: Phrase, now: Moment): Day | null {
  if (!finerThanTold(unit, now)) return now.focus;
  return now.dayTold && tokens[from]!.sentence - now.dayTold.sentence <= 1 ? now.dayTold.day : null;
}

/** The quarter, half or month of a year told of in this sentence or the one before, a year earlier; null for none. */
export function yearBefore({ tokens, from }: Phrase, { partTold }: Moment): string | null {
  if (!partTold) return null;
  const { value, sentence } = partTold;
  const near = tokens[from]!.sentence - sentence;
  return near <= (/[QH]/.test(value) ? 1 : 0)
    ? isoYear(Number(value.slice(0, 4)) - 1) + value.slice(4)
    : null;
}

/** "Tolls rise on Jan. 1 and again in July": after a day to come, with no verb of its own. */
export function goesOnAhead(tokens: readonly Token[], from: number, now: Moment): boolean {
  if (now.focus <= now.today || now.toldIn !== tokens[from]!.sentence) return false;
  const at = /^(in|on)$/.test(tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  return /^(and|again|then)$/.test(tokens[at]?.word ?? '');
}
