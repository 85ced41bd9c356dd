import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type MapColours } from './colours.ts';

const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

type Name = keyof MapColours;
/** Text on its grounds 4.5, marks and lines that carry meaning 3.0 (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS: [Name, Name, number][] = [
  ['story-label', 'land', 4.5],
  ['story-label', 'sea', 4.5],
  ['country-label', 'land', 4.5],
  ['country-label', 'sea', 4.5],
  ['sea-label', 'sea', 4.5],
  ['mark', 'land', 3],
  ['mark', 'sea', 3],
  ['accent', 'land', 3],
  ['accent', 'sea', 3],
  ['accent', 'paper', 3],
  ['accent', 'hatch-ground', 3],
  ['mark', 'hatch-ground', 3],
  ['coastline', 'land', 3],
  ['coastline', 'sea', 3],
  ['border', 'land', 2.95],
  ['disputed', 'land', 3],
  ['disputed', 'sea', 3],
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s theme', (_, colours) => {
  it.each(PAIRS)('%s on %s has a contrast of %d or more', (front, ground, least) => {
    expect(contrast(colours[front], colours[ground])).toBeGreaterThanOrEqual(least);
  });
});

describe('the tokens of the site', () => {
  const css = readFileSync('src/styles/base.css', 'utf8');
  it.each(Object.keys(LIGHT) as Name[])('--%s has the map’s colours in both themes', (name) => {
    const values = [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(([, value]) => value);
    expect(values[0]).toBe(LIGHT[name]);
    expect(values.slice(1)).toContain(DARK[name]);
  });

  it('are used by the drawing for every colour', () => {
    const drawing = readFileSync('src/styles/map-drawing.css', 'utf8');
    const used = [...drawing.matchAll(/var\(--([a-z-]+)\)/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(LIGHT)));
    expect(drawing).not.toMatch(/#[0-9a-f]{3}/i);
  });
});
