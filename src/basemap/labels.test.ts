import { describe, expect, it } from 'vitest';
import {
  lineTo,
  overlapOf,
  placeLabels,
  STORY_SIDES,
  textWidth,
  type Box,
  type LabelRequest,
} from './labels.ts';

const at = (key: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  key,
  mark: [x - 6, y - 6, x + 6, y + 6],
  width: 60,
  height: 16,
  sides: STORY_SIDES,
  keep: true,
  ...more,
});
const obstaclesOf = (requests: LabelRequest[]) => requests.map(({ key, mark }) => ({ key, box: mark }));

describe('placeLabels', () => {
  it('places nothing for nothing', () => {
    expect(placeLabels([], 400, 300, [])).toEqual([]);
  });

  it('prefers the east', () => {
    const requests = [at('a', 100, 100)];
    expect(placeLabels(requests, 400, 300, obstaclesOf(requests))[0]).toMatchObject({ key: 'a', side: 'E' });
  });

  it('takes another side at the frame’s edge', () => {
    const requests = [at('a', 380, 100)];
    expect(placeLabels(requests, 400, 300, obstaclesOf(requests))[0]!.side).toBe('W');
  });

  it('lets no two labels overlap where there is room, nor a label another’s mark', () => {
    const requests = [at('a', 100, 100), at('b', 130, 100), at('c', 115, 118), at('d', 100, 130)];
    const marks = obstaclesOf(requests);
    const placed = placeLabels(requests, 400, 300, marks);
    expect(placed).toHaveLength(4);
    for (const [i, one] of placed.entries()) {
      for (const other of placed.slice(i + 1)) expect(overlapOf(one.box, other.box)).toBe(0);
      for (const mark of marks) expect(overlapOf(one.box, mark.box)).toBe(0);
    }
  });

  it('never drops a story’s label, and keeps it in the frame', () => {
    const requests = Array.from({ length: 12 }, (_, i) => at(String(i), 50, 40));
    const placed = placeLabels(requests, 100, 80, obstaclesOf(requests));
    expect(placed).toHaveLength(12);
    for (const { box } of placed) {
      expect(box[0]).toBeGreaterThanOrEqual(0);
      expect(box[1]).toBeGreaterThanOrEqual(0);
      expect(box[2]).toBeLessThanOrEqual(100);
      expect(box[3]).toBeLessThanOrEqual(80);
    }
  });

  it('leads a story’s label away from its mark rather than cover another', () => {
    const posts: Box[] = [
      [150, 70, 160, 130],
      [40, 70, 50, 130],
      [66, 60, 72, 92],
      [66, 108, 72, 140],
    ];
    const request = at('a', 100, 100);
    const marks = [...obstaclesOf([request]), ...posts.map((box) => ({ box, key: 'post' }))];
    const [label] = placeLabels([request], 400, 300, marks);
    expect(posts.map((box) => overlapOf(box, label!.box))).toEqual([0, 0, 0, 0]);
    const [from, to] = lineTo(label!.box, request.mark);
    expect(Math.hypot(from[0] - to[0], from[1] - to[1])).toBeGreaterThan(14);
  });

  it('drops a label of the ground rather than cover anything', () => {
    const ground = at('name', 100, 100, { sides: ['C'], keep: false });
    expect(placeLabels([ground], 400, 300, [{ key: 'x', box: [90, 90, 110, 110] }])).toEqual([]);
  });

  it('takes the first free one of several requests with one key', () => {
    const first = at('name', 100, 100, { sides: ['C'], keep: false });
    const second = at('name', 300, 200, { sides: ['C'], keep: false });
    const third = at('name', 200, 50, { sides: ['C'], keep: false });
    const placed = placeLabels([first, second, third], 400, 300, [{ key: 'x', box: [90, 90, 110, 110] }]);
    expect(placed.map(({ box }) => box)).toEqual([[270, 192, 330, 208]]);
  });

  it('keeps sides that are fixed, and leaves out what has none', () => {
    const requests = [at('a', 100, 100), at('b', 200, 100)];
    const placed = placeLabels(requests, 400, 300, [], new Map([['a', 'NW' as const]]));
    expect(placed.map(({ key, side }) => [key, side])).toEqual([['a', 'NW']]);
  });
});

describe('overlapOf', () => {
  it.each<[Box, Box, number]>([
    [[0, 0, 10, 10], [5, 5, 15, 15], 25],
    [[0, 0, 10, 10], [10, 0, 20, 10], 0],
    [[0, 0, 0, 0], [0, 0, 10, 10], 0],
  ])('%j and %j share %d', (a, b, expected) => expect(overlapOf(a, b)).toBe(expected));
});

describe('textWidth', () => {
  it('is nothing for nothing, and more for more', () => {
    expect(textWidth('', 14)).toBe(0);
    expect(textWidth('Moscow', 14, true)).toBeGreaterThan(textWidth('Moscow', 14));
    expect(textWidth('WWW', 14)).toBeGreaterThan(textWidth('iii', 14));
  });
});
