import type { LngLat } from '../geo.ts';
import { field, html, input } from './dom.ts';
import { candidateMap } from './map.ts';
import { words } from './strings.ts';
import type { DeskPlace } from './view.ts';

export interface PointControl {
  /** The map, and below it the point as two numbers. */
  elements: [SVGSVGElement, HTMLElement];
  /** The point that was dragged or typed; undefined where none was. */
  point(): LngLat | undefined;
  /** Marks a candidate on the map, null for none. */
  choose(index: number | null): void;
}

/** A place's candidates on a map, with a point of the editor's own: dragged, moved by keys or typed. */
export function pointControl(
  { name, candidates, lngLat }: DeskPlace,
  onChoose: (index: number) => void,
): PointControl {
  const [lng, lat] = [input('', { inputmode: 'decimal' }), input('', { inputmode: 'decimal' })];
  const point = (): LngLat | undefined => {
    const typed: LngLat = [Number(lng.value), Number(lat.value)];
    return lng.value.trim() && lat.value.trim() && typed.every(Number.isFinite) ? typed : undefined;
  };
  const map = candidateMap({
    name,
    candidates,
    point: lngLat,
    onChoose,
    onPoint: (moved) => {
      [lng.value, lat.value] = [moved[0].toFixed(5), moved[1].toFixed(5)];
      map.showPoint(moved);
    },
  });
  for (const each of [lng, lat]) each.addEventListener('input', () => map.showPoint(point() ?? lngLat));
  const pair = html('div', { class: 'pair' }, field(words.lng, lng, words.pointHint), field(words.lat, lat));
  return { elements: [map.element, pair], point, choose: map.choose };
}
