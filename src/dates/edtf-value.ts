import { isoDay, mondayOf } from './calendar.ts';
import { isEdtf } from './edtf.ts';

const SEASON: Record<string, string> = { SP: '21', SU: '22', FA: '23', WI: '24' };

/**
 * EDTF of a TIMEX3 value, as precise as it is: a month stays a month, a week is the interval of its days, a decade
 * `198X`. A clock time gives its day, for a timeline has days. Null for what is no calendar date ("PRESENT_REF", a
 * fiscal year, a week of an unknown year). `uncertainYear` marks the year: `2014?-03-04`.
 */
export function edtfOfValue(value: string, uncertainYear = false): string | null {
  const plain = convert(value.replace(/T.*$/, ''));
  if (plain === null) return null;
  const marked = uncertainYear ? plain.replace(/(^|\/)(\d{4})(?=-(?:0|1[0-2]))/g, '$1$2?') : plain;
  const edtf = uncertainYear && marked === plain && /^\d{4}/.test(plain) ? `${plain}?` : marked;
  return isEdtf(edtf) ? edtf : null;
}

function convert(value: string): string | null {
  if (/^X{4}(-XX)*$/.test(value)) return null;
  const [head = '', second] = value.split('-');
  if (/^\d\d$/.test(value)) return `${value}XX`;
  if (/^\d\d\d$/.test(value)) return `${value}X`;
  if (!/^(\d{4}|XXXX)$/.test(head)) return null;
  const week = /^W(\d\d)$/.exec(second ?? '')?.[1];
  if (week) return head === 'XXXX' ? null : weekDays(Number(head), Number(week), value);
  const quarter = /^Q([1-4])$/.exec(second ?? '')?.[1];
  if (quarter) return `${head}-${32 + Number(quarter)}`;
  const half = /^H([12])$/.exec(second ?? '')?.[1];
  if (half) return `${head}-${39 + Number(half)}`;
  const season = SEASON[second ?? ''];
  return season ? `${head}-${season}` : value;
}

/** `2024-W33` is Monday to Sunday, `2024-W33-WE` Saturday and Sunday. */
function weekDays(year: number, week: number, value: string): string {
  const monday = mondayOf(year, week);
  return `${isoDay(value.endsWith('-WE') ? monday + 5 : monday)}/${isoDay(monday + 6)}`;
}
