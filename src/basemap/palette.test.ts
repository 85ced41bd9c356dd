import { lab as labOf, rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type MapColours } from './colours.ts';

type Triple = [number, number, number];

/** Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light. */
const EYES: Record<string, number[][]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (value: number) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const gamma = (value: number) => {
  const v = Math.max(0, Math.min(1, value));
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
};

/** A colour as an eye sees it, in CIELAB. */
function seen(hex: string, eye: number[][]): Triple {
  const { r, g, b } = rgb(hex);
  const light = [r, g, b].map(linear);
  const [red, green, blue] = eye.map((row) => gamma(row.reduce((sum, part, i) => sum + part * light[i]!, 0)));
  const { l, a, b: yellow } = labOf(rgb(red!, green!, blue!));
  return [l, a, yellow];
}

/** CIEDE2000 (Sharma, Wu and Dalal 2005). */
function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const rad = Math.PI / 180;
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const polar = (a: number, b: number) => {
    const x = a * (1 + g);
    return { c: Math.hypot(x, b), h: x === 0 && b === 0 ? 0 : (Math.atan2(b, x) / rad + 360) % 360 };
  };
  const [p, q] = [polar(a1, b1), polar(a2, b2)];
  const turn = q.h - p.h;
  const dh = p.c * q.c === 0 ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  const dH = 2 * Math.sqrt(p.c * q.c) * Math.sin((dh / 2) * rad);
  const l = (l1 + l2) / 2;
  const c = (p.c + q.c) / 2;
  const sum = p.h + q.h;
  const h =
    p.c * q.c === 0 ? sum : Math.abs(turn) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const t =
    1 -
    0.17 * Math.cos((h - 30) * rad) +
    0.24 * Math.cos(2 * h * rad) +
    0.32 * Math.cos((3 * h + 6) * rad) -
    0.2 * Math.cos((4 * h - 63) * rad);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const rc = 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const rt = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * rad) * rc;
  const [x, y, z] = [(l2 - l1) / sl, (q.c - p.c) / sc, dH / sh];
  return Math.sqrt(x * x + y * y + z * z + rt * y * z);
}

describe('the measure of difference', () => {
  it.each<[Triple, Triple, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])('gives the published values: %j, %j', (a, b, published) => {
    expect(difference(a, b)).toBeCloseTo(published, 3);
  });
});

describe.each<[string, MapColours]>([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s theme', (_, colours) => {
  it.each(Object.entries(EYES))('tells what is current from what is at rest, %s eyes', (_name, eye) => {
    expect(difference(seen(colours.accent, eye), seen(colours.mark, eye))).toBeGreaterThanOrEqual(15);
  });

  it.each(['land', 'sea', 'paper'] as const)('keeps marks and accent apart from %s in grey', (ground) => {
    const grey = (hex: string) => labOf(hex).l;
    for (const front of ['mark', 'accent'] as const) {
      expect(Math.abs(grey(colours[front]) - grey(colours[ground]))).toBeGreaterThan(30);
    }
  });
});
