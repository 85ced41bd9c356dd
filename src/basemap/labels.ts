/** A box in pixels: left, top, right, bottom. */
export type Box = [x0: number, y0: number, x1: number, y1: number];

export type Side = 'E' | 'NE' | 'SE' | 'W' | 'NW' | 'SW' | 'N' | 'S' | 'C';

/** A label that wants a place beside its mark. */
export interface LabelRequest {
  key: string;
  /** The mark's own box, or a point's (empty) box. */
  mark: Box;
  width: number;
  height: number;
  /** Sides in order of liking; `C` is centred on the mark. */
  sides: readonly Side[];
  /** A story's label is never dropped: with no free side it takes the one that overlaps least. */
  keep: boolean;
  /** What it keeps to instead of the frame's width: left and right edge. */
  room?: readonly [x0: number, x1: number] | undefined;
}

/** What labels keep off; a label may cover its own mark (`key`) where it stands inside it. */
export interface Obstacle {
  box: Box;
  key: string;
}

export interface LabelPlace {
  key: string;
  side: Side;
  box: Box;
}

export const STORY_SIDES: readonly Side[] = ['E', 'NE', 'SE', 'W', 'NW', 'SW', 'N', 'S'];

/** Pixels between a mark and its label. */
const GAP = 5;

/** Pixels farther out, in turn, for a label that must stay and has no free side at its mark; a line then leads to it. */
const LED = [14, 28, 42, 63, 84];

/** Labels keep this far from the frame's edge. */
const EDGE = 4;

/**
 * Places labels in the order given (most important first): none overlaps another, a mark or an obstacle, none leaves the
 * frame; one that must stay and has no free side is led away from its mark, else moved to where it covers least, one that
 * need not is dropped. Of several requests with one key the first
 * that has room is placed. `fixed` sides are kept as they are, for a map that is moving.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  width: number,
  height: number,
  obstacles: readonly Obstacle[],
  fixed?: ReadonlyMap<string, Side>,
): LabelPlace[] {
  const taken: Obstacle[] = [...obstacles];
  const placed: LabelPlace[] = [];
  for (const request of requests) {
    const { key, keep } = request;
    const frame: Box = [request.room?.[0] ?? 0, 0, request.room?.[1] ?? width, height];
    const side = fixed?.get(key);
    if ((fixed && !side) || placed.some((label) => label.key === key)) continue;
    const options = (side ? [side] : request.sides).map((option) => ({
      side: option,
      box: boxAt(request, option),
    }));
    const best =
      options.find((option) => side || costOf(option.box, option.side, frame, taken, key) === 0) ??
      (keep ? (led(request, frame, taken) ?? least(options, frame, taken, key)) : undefined);
    if (!best) continue;
    placed.push({ key, ...best });
    taken.push({ box: best.box, key: '' });
  }
  return placed;
}

/** Share of two boxes in common, in square pixels. */
export function overlapOf(a: Box, b: Box): number {
  const x = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const y = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return x > 0 && y > 0 ? x * y : 0;
}

function boxAt({ mark, width, height }: LabelRequest, side: Side, out = 0): Box {
  const [x0, y0, x1, y1] = mark;
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const gap = x1 > x0 ? GAP : 2;
  const x = side.includes('E')
    ? x1 + (side === 'E' ? gap : 1)
    : side.includes('W')
      ? x0 - (side === 'W' ? gap : 1) - width
      : cx - width / 2;
  const y = side.includes('N')
    ? y0 - (side === 'N' ? 2 : -height / 4) - height
    : side.includes('S')
      ? y1 + (side === 'S' ? 2 : -height / 4)
      : cy - height / 2;
  const dx = side.includes('E') ? out : side.includes('W') ? -out : 0;
  const dy = side.includes('S') ? out : side.includes('N') ? -out : 0;
  return [x + dx, y + dy, x + dx + width, y + dy + height];
}

/** The nearest free place away from the mark; the line to it crosses nothing either. */
function led(
  request: LabelRequest,
  frame: Box,
  taken: readonly Obstacle[],
): { side: Side; box: Box } | undefined {
  const { mark, key } = request;
  const others = taken.filter((other) => other.key !== key);
  return LED.flatMap((out) =>
    request.sides.filter((side) => side !== 'C').map((side) => ({ side, box: boxAt(request, side, out) })),
  ).find(
    ({ side, box }) =>
      costOf(box, side, frame, taken, key) === 0 &&
      stepsOf(lineTo(box, mark)).every((step) => others.every((other) => overlapOf(step, other.box) === 0)),
  );
}

/** The shortest line from a label to its mark. */
export function lineTo(label: Box, mark: Box): [from: [number, number], to: [number, number]] {
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
  const x = clamp((mark[0] + mark[2]) / 2, label[0], label[2]);
  const y = clamp((mark[1] + mark[3]) / 2, label[1], label[3]);
  return [
    [x, y],
    [clamp(x, mark[0], mark[2]), clamp(y, mark[1], mark[3])],
  ];
}

/** Boxes of 2 px along a line, for what it may not cross. */
function stepsOf([[x0, y0], [x1, y1]]: ReturnType<typeof lineTo>): Box[] {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 3);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const [x, y] = [x0 + ((x1 - x0) * i) / (steps || 1), y0 + ((y1 - y0) * i) / (steps || 1)];
    return [x - 1, y - 1, x + 1, y + 1];
  });
}

function costOf(box: Box, side: Side, frame: Box, taken: readonly Obstacle[], key: string): number {
  const [x0, y0, x1, y1] = frame;
  const out = Math.max(0, x0 + EDGE - box[0], y0 + EDGE - box[1], box[2] - (x1 - EDGE), box[3] - (y1 - EDGE));
  return taken.reduce(
    (sum, other) => sum + (side === 'C' && other.key === key ? 0 : overlapOf(box, other.box)),
    out * 1000,
  );
}

function least(
  options: readonly { side: Side; box: Box }[],
  frame: Box,
  taken: readonly Obstacle[],
  key: string,
): { side: Side; box: Box } {
  const moved = options.map(({ side, box }) => {
    const inside = moveInside(box, frame);
    const far = Math.abs(inside[0] - box[0]) + Math.abs(inside[1] - box[1]);
    return { side, box: inside, cost: costOf(inside, side, frame, taken, key) + far };
  });
  return moved.reduce((best, option) => (option.cost < best.cost ? option : best));
}

function moveInside([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): Box {
  const dx = Math.max(left + EDGE - x0, Math.min(0, right - EDGE - x1));
  const dy = Math.max(top + EDGE - y0, Math.min(0, bottom - EDGE - y1));
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
}

/** Widths of a sans in thousandths of an em, by classes of letters; wide enough for Arial, Roboto, Segoe and San Francisco. */
const WIDTHS: [RegExp, number][] = [
  [/[ijlI.,:;'’|!]/, 300],
  [/[ftr()[\]\-–/ ]/, 375],
  [/[mMW@—]/, 900],
  [/[wGOQCDHNUÖÜ%&]/, 780],
  [/[A-ZÀ-Þ]/, 700],
  [/[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/, 1000],
];

/** An upper estimate of a text's width in pixels in a system's sans; bold letters are some 6 % wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += WIDTHS.find(([pattern]) => pattern.test(letter))?.[1] ?? 590;
  return (sum / 1000) * size * (bold ? 1.06 : 1);
}
