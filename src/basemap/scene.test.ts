import { describe, expect, it } from 'vitest';
import type { LngLat } from '../geo.ts';
import { loadPolicy } from '../policy.ts';
import { mapStory } from './build-map.ts';
import { exampleStory, MOSCOW, VISIT, WIDE } from './example.ts';
import { contains } from './ground.ts';
import { overlapOf, textWidth, type Box } from './labels.ts';
import { sceneOf } from './map-story.ts';
import type { Mark } from './mark.ts';
import { fitView, unmercator, worldSize, mercator, project, type View } from './project.ts';
import { drawScene } from './scene.ts';
import { loadShapes } from './shapes.ts';
import { cartography } from './still.ts';

const FRAMES: [number, number][] = [
  [280, 180],
  [320, 186],
  [390, 226],
  [768, 300],
  [376, 700],
  [792, 784],
  [1064, 964],
];
const map = mapStory(VISIT, cartography());
const drawAt = (step: string, [width, height]: [number, number]) => {
  const scene = sceneOf(map, step)!;
  const view = fitView(map.cameras[scene.camera]!.bbox, width, height);
  return { view, ...drawScene(map, scene, view) };
};
const all = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => [mark, ...all(mark.children ?? [])]);
const find = (marks: readonly Mark[], name: string, value: string) =>
  all(marks).filter(({ attrs }) => String(attrs[name] ?? '') === value);
const classes = (marks: readonly Mark[]) => all(marks).map(({ attrs }) => String(attrs['class'] ?? ''));

/** Every text of a drawing with the box that it takes up, by an upper estimate of its width. */
function texts(marks: readonly Mark[], at: [number, number] = [0, 0]): { text: string; box: Box }[] {
  return marks.flatMap((mark) => {
    const [ox, oy] = mark.at ? [at[0] + mark.at[0], at[1] + mark.at[1]] : at;
    const own = texts(mark.children ?? [], [ox, oy]);
    if (mark.tag !== 'text') return own;
    const size = Number(mark.attrs['font-size']);
    const width = textWidth(mark.text!, size);
    const anchor = mark.attrs['text-anchor'];
    const x =
      ox + Number(mark.attrs['x'] ?? 0) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    const y = oy + Number(mark.attrs['y'] ?? 0);
    return [...own, { text: mark.text!, box: [x, y - size * 0.72, x + width, y + size * 0.2] as Box }];
  });
}

function pointsOf(d: string): [number, number][] {
  return [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

function unproject(view: View, [x, y]: [number, number]): LngLat {
  const world = worldSize(view.zoom);
  const [cx, cy] = mercator(view.center);
  return unmercator(cx + (x - view.width / 2) / world, cy + (y - view.height / 2) / world);
}

describe.each(FRAMES)('at %d×%d', (...frame) => {
  it('draws a subject without a disc, 16 px or larger', () => {
    for (const step of ['talks', 'subject', 'plan']) {
      const [gaza] = find(drawAt(step, frame).marks, 'data-place', 'gaza');
      expect(all([gaza!]).some(({ tag }) => tag === 'circle')).toBe(false);
      const target = drawAt(step, frame).targets.find(({ place }) => place === 'gaza')!;
      expect(target.radius * 2).toBeGreaterThanOrEqual(16);
    }
  });

  it('shows the Strip’s own shape in a close view, 27 px long or more on a phone and up', () => {
    const { targets, marks } = drawAt('subject', frame);
    const [gaza] = find(marks, 'data-place', 'gaza');
    const points = all([gaza!]).flatMap(({ attrs }) => pointsOf(String(attrs['d'] ?? '')));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const long = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    expect(long).toBeGreaterThanOrEqual(frame[1] < 220 ? 20 : 27);
    expect(targets.find(({ place }) => place === 'gaza')!.radius).toBeGreaterThanOrEqual(12);
  });

  it('draws a planned leg as two stubs or one arrowhead, clear of Ukraine and of the subject', () => {
    const { marks, view, targets } = drawAt('plan', frame);
    const [leg] = all(marks).filter(({ attrs }) => 'data-leg' in attrs);
    const lines = leg!.children!.filter(({ attrs }) => attrs['class'] === 'line');
    expect([0, 2]).toContain(lines.length);
    const ukraine = loadShapes(loadPolicy().policy)({
      id: '',
      name: 'Ukraine',
      kind: 'country',
      country: 'UA',
      bbox: null,
    })!;
    const gaza = targets.find(({ place }) => place === 'gaza')!;
    for (const [x, y] of lines.flatMap(({ attrs }) => pointsOf(String(attrs['d'])))) {
      expect(ukraine.polygons.some(([outer]) => contains(outer!, unproject(view, [x, y])))).toBe(false);
      expect(Math.hypot(x - gaza.x, y - gaza.y)).toBeGreaterThan(frame[1] < 300 ? 25 : 40);
    }
    expect(all([leg!]).filter(({ attrs }) => attrs['class'] === 'arrow')).toHaveLength(1);
  });

  it('shows all of the story’s names, none overlapping another and none cut off', () => {
    for (const step of ['talks', 'subject', 'background', 'plan', 'all']) {
      const { marks } = drawAt(step, frame);
      const labels = texts(marks.filter(({ key }) => key === 'labels' || key === 'names'));
      const scene = sceneOf(map, step)!;
      for (const id of [...scene.now, ...scene.quiet]) {
        expect(labels.map(({ text }) => text)).toContain(map.places.find((place) => place.id === id)!.label);
      }
      for (const [i, one] of labels.entries()) {
        const [x0, y0, x1, y1] = one.box;
        expect([x0 >= 0, y0 >= 0, x1 <= frame[0], y1 <= frame[1]], `${step}: ${one.text}`).toEqual([
          true,
          true,
          true,
          true,
        ]);
        for (const other of labels.slice(i + 1)) {
          expect(overlapOf(one.box, other.box), `${step}: ${one.text} and ${other.text}`).toBeLessThan(1);
        }
      }
      expect(labels.length).toBeLessThanOrEqual(frame[1] < 400 ? 7 : 13);
    }
  });

  it('names the West Bank in a close view, in two lines where it is small', () => {
    const names = texts(drawAt('subject', frame).marks.filter(({ key }) => key === 'names'));
    const said = names.map(({ text }) => text).filter((text) => /West|Bank/.test(text));
    expect(said.join(' ')).toBe(frame[1] < 200 ? '' : 'West Bank');
  });

  it('lets no name hide a dashed line of a close view', () => {
    const { marks, view } = drawAt('subject', frame);
    const dashes = map.cameras['close']!.lines!.map((at) => project(view, at));
    for (const { text, box } of texts(marks.filter(({ key }) => key === 'labels' || key === 'names'))) {
      for (const [x, y] of dashes) {
        expect(overlapOf(box, [x - 1, y - 1, x + 1, y + 1]), text).toBe(0);
      }
    }
  });

  it('names no more of the ground than the brief allows', () => {
    const allowed: Record<string, string[]> = {
      wide: [
        'Moscow',
        'Gaza Strip',
        'Ankara',
        'planned',
        'Ukraine',
        'Russia',
        'Turkey',
        'Black Sea',
        'Mediterranean Sea',
      ],
      close: ['Gaza Strip', 'West Bank', 'West', 'Bank', 'Israel', 'Egypt', 'Mediterranean Sea'],
    };
    for (const { step, camera } of map.scenes) {
      const labels = texts(drawAt(step, frame).marks.filter(({ key }) => key !== 'edges'));
      for (const { text } of labels) expect(allowed[camera], `${step}: ${text}`).toContain(text);
    }
  });
});

describe('drawScene', () => {
  it('tells now from rest by a ring as well as by colour', () => {
    const { marks } = drawAt('background', [792, 784]);
    expect(classes(find(marks, 'data-place', 'moscow'))).toEqual(['mark now', 'solid', 'ring']);
    expect(classes(find(drawAt('plan', [792, 784]).marks, 'data-place', 'moscow'))).toEqual([
      'mark rest',
      'solid',
    ]);
  });

  it('draws what is planned hollow, says so, and dashes its leg', () => {
    const { marks } = drawAt('plan', [792, 784]);
    const [ankara] = find(marks, 'data-place', 'ankara');
    expect(ankara!.attrs['data-mark']).toBe('planned');
    expect(classes([ankara!])).toEqual(['mark now', 'hollow', 'ring']);
    expect(texts(marks).map(({ text }) => text)).toContain('planned');
    expect(classes(marks)).toContain('leg planned');
  });

  it('gives a mention its name and no mark', () => {
    const { marks } = drawAt('background', [792, 784]);
    expect(find(marks, 'data-place', 'ukraine')).toEqual([]);
    expect(find(marks, 'data-label', 'ukraine')).toHaveLength(1);
  });

  it('draws nothing of the story in a scene without places', () => {
    const quiet = mapStory(exampleStory([MOSCOW], [{ id: 'none', camera: 'a', bbox: WIDE }]), cartography());
    const { marks, targets } = drawScene(quiet, quiet.scenes[0]!, fitView(WIDE, 390, 226));
    expect(targets).toEqual([]);
    expect(all(marks).filter(({ attrs }) => 'data-place' in attrs)).toEqual([]);
  });

  it('draws an uncertain place as dots without a centre, its name with a question mark', () => {
    const doubtful = { ...MOSCOW, status: 'ambiguous' as const };
    const made = mapStory(
      exampleStory([doubtful], [{ id: 'a', camera: 'a', bbox: WIDE, now: ['moscow'] }]),
      cartography(),
    );
    const { marks } = drawScene(made, made.scenes[0]!, fitView(WIDE, 390, 226));
    expect(classes(find(marks, 'data-place', 'moscow'))).toEqual(['mark now', 'dotted']);
    expect(texts(marks).map(({ text }) => text)).toContain('Moscow ?');
  });

  it('leaves a doubtful place that lies out of view without a name at the edge', () => {
    const far = {
      ...MOSCOW,
      id: 'far',
      name: 'Far',
      lngLat: [-117, 46.7] as LngLat,
      status: 'ambiguous' as const,
    };
    const made = mapStory(
      exampleStory([MOSCOW, far], [{ id: 'a', camera: 'a', bbox: WIDE, now: ['moscow', 'far'] }]),
      cartography(),
    );
    const { marks } = drawScene(made, made.scenes[0]!, fitView(WIDE, 390, 226));
    expect(texts(marks).map(({ text }) => text)).toContain('Moscow');
    expect(texts(marks).map(({ text }) => text)).not.toContain('Far ?');
  });

  it('keeps labels on their side while the map moves', () => {
    const { view, sides } = drawAt('all', [792, 784]);
    const scene = sceneOf(map, 'all')!;
    const moved = drawScene(map, scene, { ...view, zoom: view.zoom - 0.8 }, { fixed: sides });
    for (const { id } of map.places) expect(moved.sides.get(id), id).toBe(sides.get(id));
  });

  it('draws a leg across the antimeridian on the near side of the world', () => {
    const tokyo = { ...MOSCOW, id: 'tokyo', name: 'Tokyo', country: 'JP', lngLat: [139.69, 35.69] as LngLat };
    const honolulu = {
      ...MOSCOW,
      id: 'honolulu',
      name: 'Honolulu',
      country: 'US',
      lngLat: [-157.86, 21.31] as LngLat,
    };
    const bbox: [number, number, number, number] = [135, 15, -150, 40];
    const story = exampleStory(
      [tokyo, honolulu],
      [{ id: 'a', camera: 'a', bbox, now: ['tokyo', 'honolulu'], legs: ['honolulu'] }],
      [['tokyo', 'honolulu']],
    );
    const made = mapStory(story, cartography());
    const { marks } = drawScene(made, made.scenes[0]!, fitView(bbox, 744, 400));
    const lines = all(marks).filter(({ attrs }) => attrs['class'] === 'line');
    const xs = lines.flatMap(({ attrs }) => pointsOf(String(attrs['d']))).map(([x]) => x);
    expect(Math.min(...xs)).toBeGreaterThan(0);
    expect(Math.max(...xs)).toBeLessThan(744);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  it('ends a leg that leaves the map at its place on the other side', () => {
    const tokyo = { ...MOSCOW, id: 'tokyo', name: 'Tokyo', country: 'JP', lngLat: [139.69, 35.69] as LngLat };
    const lima = { ...MOSCOW, id: 'lima', name: 'Lima', country: 'PE', lngLat: [-77.03, -12.04] as LngLat };
    const bbox: [number, number, number, number] = [-120, -50, 170, 60];
    const story = exampleStory(
      [tokyo, lima],
      [{ id: 'a', camera: 'a', bbox, now: ['tokyo', 'lima'], legs: ['lima'] }],
      [['tokyo', 'lima']],
    );
    const made = mapStory(story, cartography());
    const view = fitView(bbox, 744, 400);
    const { marks } = drawScene(made, made.scenes[0]!, view);
    const lines = all(marks).filter(({ attrs }) => attrs['class'] === 'line');
    const [from, to] = lines.map(({ attrs }) => pointsOf(String(attrs['d'])));
    expect(Math.hypot(...minus(from![0]!, project(view, tokyo.lngLat)))).toBeLessThan(1);
    expect(Math.hypot(...minus(to!.at(-1)!, project(view, lima.lngLat)))).toBeLessThan(24);
  });
});

it('writes the names of two towns that look like one mark beside both, clear of the ring', () => {
  const near = { ...MOSCOW, id: 'near', name: 'Khimki', lngLat: [37.6, 55.75] as LngLat };
  const bbox: [number, number, number, number] = [33, 53, 42, 58];
  const story = exampleStory(
    [MOSCOW, near],
    [{ id: 'a', camera: 'a', bbox, now: [MOSCOW.id], quiet: ['near'] }],
  );
  const made = mapStory(story, cartography());
  for (const [width, height] of FRAMES) {
    const { marks, targets } = drawScene(made, made.scenes[0]!, fitView(bbox, width, height));
    const { x, y } = targets.find(({ place }) => place === MOSCOW.id)!;
    const ring: Box = [x - 14, y - 10, x + 14, y + 10];
    const labels = texts(marks.filter(({ key }) => key === 'labels'));
    expect(labels.map(({ text }) => text).sort()).toEqual(['Khimki', 'Moscow']);
    for (const { text, box } of labels) {
      expect(overlapOf(box, ring), `${text} at ${width}`).toBe(0);
    }
  }
});

function minus([a, b]: readonly [number, number], [c, d]: readonly [number, number]): [number, number] {
  return [a - c, b - d];
}
