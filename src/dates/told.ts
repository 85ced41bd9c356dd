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
  // Of a week told its middle says which month and year it is of.
  if (!finerThanTold(unit, now))
    return now.focus + (/-W/.test(now.told ?? '') && /^[MQY]$/.test(unit) ? 3 : 0);
  return now.dayTold && tokens[from]!.sentence - now.dayTold.sentence <= 1 ? now.dayTold.day : null;
}

/** The quarter, half or month of a year told of in this sentence or the one before, a year earlier; null for none. */
export function yearBefore(phrase: Phrase, now: Moment): string | null {
  const part = partNear(phrase, now);
  return part === null ? null : isoYear(Number(part.slice(0, 4)) - 1) + part.slice(4);
}

/** The quarter, half or month of a year told of in this sentence, or a quarter or half in the one before. */
export function partNear({ tokens, from }: Phrase, { partTold }: Moment): string | null {
  if (!partTold) return null;
  const { value, sentence } = partTold;
  return tokens[from]!.sentence - sentence <= (/[QH]/.test(value) ? 1 : 0) ? value : null;
}

/** "Tolls rise on Jan. 1 and again in July": after a day to come, with no verb of its own. */
export function goesOnAhead(tokens: readonly Token[], from: number, now: Moment): boolean {
  if (now.focus <= now.today || now.toldIn !== tokens[from]!.sentence) return false;
  const at = /^(in|on)$/.test(tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  return /^(and|again|then)$/.test(tokens[at]?.word ?? '');
}
