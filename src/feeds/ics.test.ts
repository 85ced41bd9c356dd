import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readSite } from '../site.ts';
import type { Story } from '../story/schema.ts';
import { escapeText, foldLine, nextDay, toIcs } from './ics.ts';
import { feedModel } from './model.ts';
import { sampleStory } from './sample.ts';

const site = readSite('https://news.example/maps/');
const icsOf = (more: Partial<Story> = {}) => toIcs(feedModel(sampleStory(more), site));
const componentsOf = (ics: string, name: string) =>
  new ICAL.Component(ICAL.parse(ics) as unknown[]).getAllSubcomponents(name);

describe('toIcs', () => {
  const entries = componentsOf(icsOf(), 'vevent').map((component) => new ICAL.Event(component));

  it('holds every event that has a date and no other', () => {
    expect(entries.map(({ uid }) => uid.split('.')[0])).toEqual(['met', 'rise', 'strike']);
  });

  it('gives dates without a time, the end exclusive', () => {
    const spans = entries.map(({ startDate, endDate }) => [
      startDate.isDate,
      startDate.toString(),
      endDate.toString(),
    ]);
    expect(spans).toEqual([
      [true, '2024-03-04', '2024-03-05'],
      [true, '2024-12-30', '2025-01-01'],
      [true, '2024-05-01', '2024-06-01'],
    ]);
  });

  it('escapes and folds what a parser then reads back', () => {
    expect(entries[0]?.summary).toBe(sampleStory().events[0]?.label);
    expect(entries[0]?.location).toBe('Vienna');
  });

  it('gives the point of an event’s one place, and none of two', () => {
    const { events, places } = sampleStory();
    expect(icsOf()).toContain('\r\nGEO:');
    const both = events.map((event) => ({ ...event, places: places.slice(0, 2).map(({ id }) => id) }));
    expect(icsOf({ events: both })).not.toContain('\r\nGEO:');
  });

  it('says what is worked out, planned, inferred or spoken', () => {
    expect(entries.map(({ description }) => description)).toMatchInlineSnapshot(`
      [
        "Date worked out from “Monday”. Year added by the editor; the article gives none.",
        "According to Ana Ruiz. The end is not stated. The article does not say where. Added by the editor: the ministry’s calendar. Year added by the editor; the article gives none.",
        "Planned: it had not happened when this was written. The day is not stated. The article does not say where. Year added by the editor; the article gives none.",
      ]
    `);
    expect(entries.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'TENTATIVE',
    ]);
  });

  it('stamps the day of the last change, or 1970 where none is known', () => {
    expect(icsOf()).toContain('DTSTAMP:20240304T000000Z');
    expect(icsOf({ corrections: [{ date: '2025-02-01', note: 'n' }] })).toContain('DTSTAMP:20250201T000000Z');
    expect(icsOf({ published: null })).toContain('DTSTAMP:19700101T000000Z');
  });

  it.each([
    ['no event', { events: [] }, 'The article states no date for what it tells.'],
    ['a withdrawal', { withdrawn: { at: '2025-01-02', note: 'It was wrong.' } }, 'It was wrong.'],
  ])('holds a note and no entry with %s', (_what, more, says) => {
    const ics = icsOf(more);
    expect(componentsOf(ics, 'vevent')).toEqual([]);
    expect(componentsOf(ics, 'vjournal')[0]?.getFirstPropertyValue('description')).toContain(says);
  });

  it.each(['XXXX-03-04', '2024-03-04/..'])('has no entry for %s', (edtf) => {
    const events = sampleStory().events.slice(0, 1);
    const [met] = events;
    const open = { ...met!, edtf, latest: edtf.endsWith('..') ? null : '2030-03-04' };
    expect(componentsOf(icsOf({ events: [open] }), 'vevent')).toEqual([]);
  });
});

describe('foldLine', () => {
  it.each([
    '',
    'short',
    'x'.repeat(75),
    'x'.repeat(76),
    '–'.repeat(200),
    `${'a'.repeat(74)}😀${'é'.repeat(99)}`,
  ])('keeps every line of %j within 75 octets and loses nothing', (line) => {
    const folded = foldLine(line);
    for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
    expect(folded).not.toContain('�');
  });
});

it('escapes text by RFC 5545', () => {
  expect(escapeText('a;b,c\\d\r\ne\u0007:"')).toBe('a\\;b\\,c\\\\d\\ne:"');
});

it.each([
  ['2024-02-28', '2024-02-29'],
  ['2023-02-28', '2023-03-01'],
  ['1999-12-31', '2000-01-01'],
  ['0099-12-31', '0100-01-01'],
])('finds the day after %s', (day, next) => {
  expect(nextDay(day)).toBe(next);
});
