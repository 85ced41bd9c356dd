import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { mapStory } from './build-map.ts';
import { exampleStory, MOSCOW, VISIT, WIDE } from './example.ts';
import { inlineStill, STILL_BUDGET } from './inline-still.ts';
import { textWidth } from './labels.ts';
import { fitView, mercatorBox, worldSize } from './project.ts';
import { cartography, escapeXml, renderStill } from './still.ts';

const map = mapStory(VISIT, cartography());
const HOSTILE = `</text><script>alert("x")</script>&'\u0000\u0007`;
const hostile = () => {
  const story = exampleStory(
    [{ ...MOSCOW, name: HOSTILE }],
    [{ id: 'a', camera: 'a', bbox: WIDE, now: ['moscow'] }],
  );
  return {
    ...story,
    steps: story.steps.map((step) => ({ ...step, scene: { ...step.scene, alt: HOSTILE } })),
  };
};

describe('renderStill', () => {
  it.each([
    [280, 180],
    [390, 226],
    [1064, 600],
    [400, 900],
  ])('gives a whole SVG document of %d×%d', (width, height) => {
    const svg = renderStill(VISIT, { width, height, map });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(svg).toContain('<title>Map of talks</title>');
    expect(svg).toContain('>Moscow</text>');
  });

  it('is the same twice', () => {
    const draw = () => renderStill(VISIT, { step: 'all', width: 390, height: 226 });
    expect(draw()).toBe(draw());
  });

  it('shows the step that is asked for', () => {
    expect(renderStill(VISIT, { step: 'plan', width: 390, height: 226, map })).toContain(
      'data-place="ankara"',
    );
    expect(renderStill(VISIT, { step: 'talks', width: 390, height: 226, map })).not.toContain(
      'data-place="ankara"',
    );
  });

  it('follows the reader’s scheme by itself, or writes one theme’s colours out for renderers that know no variables', () => {
    const own = renderStill(VISIT, { width: 390, height: 226, map });
    expect(own).toContain('prefers-color-scheme:dark');
    const dark = renderStill(VISIT, { width: 390, height: 226, map, theme: 'dark' });
    expect(dark).not.toContain('var(');
    expect(dark).toContain('#262b30');
    expect(dark).not.toContain('#f1efe9');
  });

  it('writes the policy’s line and the credit where asked', () => {
    const svg = renderStill(VISIT, {
      width: 390,
      height: 226,
      map,
      policyLine: true,
      credit: 'Example News',
    });
    expect(svg).toContain('Borders: how we draw them · Example News');
    expect(renderStill(VISIT, { width: 390, height: 226, map })).not.toContain('Borders');
  });

  it('draws the ground on beyond its frame where a box of other proportions will show it', () => {
    const alone = renderStill(VISIT, { width: 390, height: 300, map });
    const wide = renderStill(VISIT, { width: 390, height: 300, map, beyond: true });
    const [, dx, dy, width, height] =
      /<svg x="(-\d+)" y="(-\d+)" width="(\d+)" height="(\d+)"><rect class="sea-sheet"/
        .exec(wide)!
        .map(Number);
    expect([dx! + width! / 2, dy! + height! / 2]).toEqual([195, 150]);
    // From a box half as high again as wide to one nearly four times as wide as high.
    expect(width! / 300).toBeGreaterThanOrEqual(3.9);
    expect(height! / 390).toBeGreaterThanOrEqual(1.5);
    const marks = (svg: string) => svg.slice(svg.indexOf('data-mark'));
    expect(marks(wide)).toBe(marks(alone));
    expect(gzipSync(wide).length).toBeLessThan(2 * gzipSync(alone).length);
  });

  it('lets no text of the article become markup', () => {
    const svg = renderStill(hostile(), { width: 390, height: 226 });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(inlineStill(mapStory(hostile(), cartography()), cartography())).not.toContain('<script');
  });

  it('is empty for a story without a map', () => {
    expect(renderStill(exampleStory([], []), { width: 390, height: 226 })).toBe('');
    expect(inlineStill(mapStory(exampleStory([], []), cartography()), cartography())).toBe('');
  });

  it('fills no land by whose it is', () => {
    const svg = renderStill(VISIT, { width: 390, height: 226, map });
    const fills = [...svg.matchAll(/<path class="(land[^"]*)"/g)].map(([, name]) => name);
    expect(fills).toEqual(['land']);
  });
});

describe('inlineStill', () => {
  it.each(['talks', 'subject', 'plan'])('keeps to its budget: %s', (step) => {
    const text = inlineStill(map, cartography(), step);
    expect(gzipSync(text).length).toBeLessThanOrEqual(STILL_BUDGET);
    expect(XMLValidator.validate(text)).toBe(true);
  });

  it('bears no style attribute and no style sheet, which the page’s policy would refuse', () => {
    expect(inlineStill(map, cartography())).not.toMatch(/<style|style=/);
  });

  it('has a rule for each step at which a name appears', () => {
    const css = readFileSync('src/styles/map-still.css', 'utf8');
    const classes = [...inlineStill(map, cartography(), 'subject').matchAll(/class="(w-\d+) (h-\d+)"/g)];
    expect(classes.length).toBeGreaterThan(0);
    for (const name of classes.flatMap(([, width, height]) => [width!, height!]))
      expect(css).toContain(`.${name} {`);
  });

  it.each([
    [280, 180],
    [280, 440],
    [320, 198],
    [359, 560],
    [362, 404],
    [376, 600],
    [390, 226],
    [768, 300],
    [1064, 964],
  ])('cuts no name of a place off at %i×%i', (width, height) => {
    const wide = exampleStory(
      [
        { ...MOSCOW, id: 'vienna', name: 'Vienna', lngLat: [16.37, 48.21] },
        { ...MOSCOW, id: 'rabat', name: 'Rabat', lngLat: [-6.83, 34.01] },
      ],
      [{ id: 'a', camera: 'a', bbox: [-8.69, 33.16, 18.23, 49.06], now: ['vienna', 'rabat'] }],
    );
    const drawn = mapStory(wide, cartography());
    const text = inlineStill(drawn, cartography());
    const layer = width >= 361 && height >= 400 ? 'large' : 'small';
    const marks = text.slice(text.indexOf(`<svg class="map-drawing elastic-${layer}"`));
    const [x0, , x1] = mercatorBox(drawn.cameras['a']!.bbox);
    const box = (x1 - x0) * worldSize(fitView(drawn.cameras['a']!.bbox, width, height).zoom);
    const label =
      /<svg x="([\d.-]+)%"[^>]*><g data-label="(\w+)"[^>]*>.*?<text x="([\d.-]+)"[^>]*text-anchor="(\w+)" font-size="(\d+)">(\w+)</g;
    const names = [...marks.split('</div>')[0]!.matchAll(label)].slice(0, 2);
    expect(names.map(([, , id]) => id).sort()).toEqual(['rabat', 'vienna']);
    for (const [, share, , dx, anchor, size, name] of names) {
      const from = (width - box) / 2 + (Number(share) / 100) * box + Number(dx);
      const long = textWidth(name!, Number(size), true);
      const [left, right] = anchor === 'end' ? [from - long, from] : [from, from + long];
      expect(left, name).toBeGreaterThanOrEqual(0);
      expect(right, name).toBeLessThanOrEqual(width);
      expect(Math.abs(Number(dx)), name).toBeLessThan(30); // beside its mark, not led to it
    }
  });

  it.each([0.03, 0.5, 0.97])('keeps the name of a lone place beside its mark, %d across the box', (share) => {
    const [west, south, east, north] = WIDE;
    const alone = {
      ...MOSCOW,
      lngLat: [west + (east - west) * share, (south + north) / 2] as [number, number],
    };
    const drawn = mapStory(
      exampleStory([alone], [{ id: 'a', camera: 'a', bbox: WIDE, now: ['moscow'] }]),
      cartography(),
    );
    const text = inlineStill(drawn, cartography());
    expect(text).not.toContain('class="leader"');
    for (const [, x] of text.matchAll(/<text x="([\d.-]+)"[^>]*>Moscow</g))
      expect(Math.abs(Number(x))).toBeLessThan(30);
  });

  it('ties each place to its share of the scene’s box', () => {
    const text = inlineStill(map, cartography());
    const [, x, y] = /<svg x="([\d.]+)%" y="([\d.]+)%"[^>]*><g data-mark="venue"/.exec(text)!;
    expect(Number(x)).toBeCloseTo(((37.61556 - 32) / 6.5) * 100, 0);
    expect(Number(y)).toBeLessThan(5);
  });
});

describe('escapeXml', () => {
  it.each([
    ['', ''],
    ['a & b < c > "d"', 'a &#38; b &#60; c &#62; &#34;d&#34;'],
    ['tab\tstays, bell\u0007 goes', 'tab\tstays, bell goes'],
  ])('%j', (text, expected) => expect(escapeXml(text)).toBe(expected));
});
