import { geoEquirectangular, geoGraticule10, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import topology from 'world-atlas/land-110m.json';
import type { LngLat } from '../geo.ts';
import { svg } from './dom.ts';
import { words } from './strings.ts';

/** Pixels of the drawing; the panel scales it. */
const [WIDTH, HEIGHT] = [420, 240];
/** Never nearer than about 14 degrees across: the coast of 1:110m is too coarse for more. */
const MOST_SCALE = (WIDTH / 14) * (180 / Math.PI);
/** Pixels that an arrow key moves the own point; with Shift ten times as far. */
const KEY_STEP = 1;

export interface CandidateMap {
  element: SVGSVGElement;
  /** Shows the own point; null where there is none. */
  showPoint(point: LngLat | null): void;
  /** Marks the candidate that is chosen, by its place in the list; null for none. */
  choose(index: number | null): void;
}

interface Options {
  name: string;
  /** In the list's order; those without a point are not drawn. */
  candidates: readonly { name: string; lngLat: LngLat | null }[];
  point: LngLat | null;
  onChoose(index: number): void;
  onPoint(point: LngLat): void;
}

/** What a name could mean: land without borders, a lettered dot for each candidate, a ring that can be moved. */
export function candidateMap({ name, candidates, point, onChoose, onPoint }: Options): CandidateMap {
  const points = candidates.flatMap(({ lngLat }) => (lngLat ? [lngLat] : []));
  const projection = fitProjection(point ? [...points, point] : points);
  const path = geoPath(projection);
  const land = topology as unknown as Topology;
  const dots = candidates.map(({ name, lngLat }, index) => dot(projection, index, name, lngLat, onChoose));
  const ring = svg('g', { class: 'ring', tabindex: 0, role: 'application', 'aria-label': words.movePoint });
  ring.append(svg('circle', { r: 14, class: 'grip' }), svg('circle', { r: 8 }), svg('circle', { r: 1.5 }));
  const element = svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': words.mapOf(name) },
    svg('path', { class: 'lines', d: path(geoGraticule10()) }),
    svg('path', { class: 'land', d: path(feature(land, land.objects['land']!)) }),
    ...dots.filter((each) => each !== null),
    ring,
  );

  const showPoint = (shown: LngLat | null) => {
    const [x, y] = (shown && projection(shown)) ?? [WIDTH / 2, HEIGHT / 2];
    ring.setAttribute('transform', `translate(${x} ${y})`);
    ring.classList.toggle('unset', shown === null);
  };
  watchRing(ring, element, (x, y) => {
    const found = projection.invert?.([x, y]);
    if (found && Math.abs(found[1]) <= 90) onPoint(found);
  });
  showPoint(point);
  return {
    element,
    showPoint,
    choose: (index) => dots.forEach((each, i) => each?.classList.toggle('chosen', i === index)),
  };
}

/** The letter of a candidate on the map and in the list. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (index % 26));
}

/** A plain map turned to the middle of the points, so that none is torn apart at the antimeridian. */
function fitProjection(points: readonly LngLat[]): GeoProjection {
  const all = { type: 'MultiPoint' as const, coordinates: [...points] };
  const flat = geoEquirectangular();
  if (points.length === 0) return flat.fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  const [lng, lat] = geoPath().centroid(all);
  const centre = Number.isFinite(lng) ? lng : 0;
  flat.rotate([-centre, 0]).fitExtent(
    [
      [40, 30],
      [WIDTH - 40, HEIGHT - 30],
    ],
    all,
  );
  if (!(flat.scale() <= MOST_SCALE)) {
    flat
      .scale(MOST_SCALE)
      .center([0, lat])
      .translate([WIDTH / 2, HEIGHT / 2]);
  }
  return flat;
}

function dot(
  projection: GeoProjection,
  index: number,
  name: string,
  lngLat: LngLat | null,
  onChoose: (index: number) => void,
): SVGGElement | null {
  const at = lngLat && projection(lngLat);
  if (!at) return null;
  // The list beside it says the same to keyboard and screen reader.
  const group = svg('g', { class: 'dot', transform: `translate(${at[0]} ${at[1]})`, 'aria-hidden': 'true' });
  group.append(
    svg('title', {}, words.candidate(letterOf(index), name)),
    svg('circle', { r: 9 }),
    svg('text', { 'text-anchor': 'middle', dy: '0.35em' }, letterOf(index)),
  );
  group.addEventListener('click', () => onChoose(index));
  return group;
}

/** Calls back with the drawing's own coordinates as the ring is dragged or moved by keys. */
function watchRing(ring: SVGGElement, map: SVGSVGElement, onMove: (x: number, y: number) => void): void {
  const move = (event: PointerEvent) => {
    const box = map.getBoundingClientRect();
    onMove(
      ((event.clientX - box.left) * WIDTH) / box.width,
      ((event.clientY - box.top) * HEIGHT) / box.height,
    );
  };
  ring.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    ring.focus();
    ring.setPointerCapture(event.pointerId);
    ring.addEventListener('pointermove', move);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    ring.addEventListener(end, () => ring.removeEventListener('pointermove', move));
  }
  ring.addEventListener('keydown', (event) => {
    const [dx, dy] = ARROWS[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 * KEY_STEP : KEY_STEP;
    const { e, f } = ring.transform.baseVal.consolidate()?.matrix ?? { e: WIDTH / 2, f: HEIGHT / 2 };
    onMove(e + dx * step, f + dy * step);
  });
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
