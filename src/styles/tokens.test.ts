import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync('src/styles/base.css', 'utf8');
/** Values of a token, light then dark. */
const valuesOf = (name: string) =>
  [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(([, value]) => value!);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

// Text needs 4.5, marks that carry meaning 3 (WCAG 2.2, 1.4.3 and 1.4.11).
it.each([
  ['ink', 'paper', 4.5],
  ['muted', 'paper', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'hatch-ground', 4.5],
  ['ink', 'hatch-ground', 4.5],
  ['muted', 'hatch-ground', 4.5],
  ['mark', 'paper', 3],
  ['mark', 'hatch-ground', 3],
])('%s on %s has a contrast of %d in both themes', (front, ground, least) => {
  const [fronts, grounds] = [valuesOf(front), valuesOf(ground)];
  expect([fronts.length, grounds.length]).toEqual([2, 2]);
  for (const i of [0, 1]) expect(contrast(fronts[i]!, grounds[i]!)).toBeGreaterThanOrEqual(least);
});

it('has no accent but for what is current, and no size under 12 px', () => {
  for (const file of ['base', 'story', 'index']) {
    const sheet = readFileSync(`src/styles/${file}.css`, 'utf8');
    for (const [, selector = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (/var\(--accent\)/.test(body)) expect(selector).toMatch(/aria-current|chosen/);
    }
    const sizes = [...sheet.matchAll(/font-size: ([\d.]+)(rem|px)/g)].map(
      ([, n, unit]) => Number(n) * (unit === 'rem' ? 16 : 1),
    );
    expect(sizes.filter((size) => size < 12)).toEqual([]);
  }
});

it('lays out by the direction of the text, never by left and right', () => {
  for (const file of ['base', 'story', 'index']) {
    const sheet = readFileSync(`src/styles/${file}.css`, 'utf8').replace(/\/\*.*?\*\//gs, '');
    expect(sheet.match(/(?<![\w-])(margin|padding|border)?-?(left|right)\s*:/g)).toBeNull();
  }
});
