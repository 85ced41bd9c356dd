import { strings } from '../strings.ts';
import { type FeedEvent, type FeedModel } from './model.ts';

/** Octets of one content line without its line end (RFC 5545, 3.1). */
const LINE = 75;

/**
 * `timeline.ics` (RFC 5545): an all-day entry for each event of the story that has a date.
 *
 * Dates are DATE values, so that no time zone can shift them; DTEND is exclusive. Planned events are TENTATIVE. An
 * event without a date has no entry. A calendar needs one component at least, so that a story without any date, or one
 * that was withdrawn, holds a journal note that says so.
 */
export function toIcs(model: FeedModel): string {
  const dated = model.events.flatMap((item) => (item.days ? [{ ...item, days: item.days }] : []));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${strings.site}//Story map//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    text('X-WR-CALNAME', model.title),
    ...(dated.length > 0 ? dated.flatMap((item) => entry(model, item)) : note(model)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function entry(model: FeedModel, item: FeedEvent & { days: { first: string; last: string } }): string[] {
  const { event, places, days } = item;
  // An entry has one point at most, so an event of several places has none.
  const spot =
    places.length === 1
      ? places.find(({ kind, status }) => status === 'resolved' && (kind === 'city' || kind === 'landmark'))
      : undefined;
  return [
    'BEGIN:VEVENT',
    ...stamp(model, event.id),
    `DTSTART;VALUE=DATE:${compact(days.first)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(days.last))}`,
    text('SUMMARY', event.label),
    ...(places.length > 0 ? [text('LOCATION', places.map(({ name }) => name).join(', '))] : []),
    ...(spot?.lngLat ? [`GEO:${spot.lngLat[1]};${spot.lngLat[0]}`] : []),
    ...description(model, item),
    `URL:${item.url}`,
    `STATUS:${STATUS[event.status]}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const STATUS = { happened: 'CONFIRMED', ongoing: 'CONFIRMED', planned: 'TENTATIVE', cancelled: 'CANCELLED' };

function description(model: FeedModel, { notes }: FeedEvent): string[] {
  const sentences = [...notes, ...(model.yearNote ? [model.yearNote] : [])];
  return sentences.length > 0 ? [text('DESCRIPTION', sentences.join(' '))] : [];
}

function note(model: FeedModel): string[] {
  const says = model.story.withdrawn ? model.description : 'The article states no date for what it tells.';
  return [
    'BEGIN:VJOURNAL',
    ...stamp(model, 'story'),
    text('SUMMARY', model.title),
    text('DESCRIPTION', says),
    `URL:${model.urls.page}`,
    'END:VJOURNAL',
  ];
}

function stamp(model: FeedModel, id: string): string[] {
  const day = model.changed ?? '1970-01-01';
  const host = new URL(model.urls.page).hostname;
  return [`UID:${id}.${model.story.slug}@${host}`, `DTSTAMP:${compact(day)}T000000Z`];
}

function text(name: string, value: string): string {
  return `${name}:${escapeText(value)}`;
}

/** TEXT of RFC 5545, 3.3.11: backslash, semicolon and comma are escaped, line ends become `\n`, controls go. */
export function escapeText(value: string): string {
  return value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** One content line folded into lines of 75 octets of UTF-8 at most; no character is cut. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** The day after a `YYYY-MM-DD`, in the proleptic Gregorian calendar. */
export function nextDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const next = new Date(0);
  next.setUTCFullYear(year, month - 1, date + 1);
  return next.toISOString().slice(0, 10);
}
