import type { StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './colours.ts';
import { REGION_ZOOM, RIVER_ZOOM } from './project.ts';

/**
 * The MapLibre style: the ground alone. Marks, legs and the story's labels are drawn over it as in the stills.
 *
 * `tiles` is the full address of the tiles with `{z}/{x}/{y}`. The layers `name-country` and `name-sea` are hidden until
 * the reader explores the map. There are no glyphs and no font files: MapLibre then draws names in the reader's own sans,
 * as the stills do, and asks for nothing that a sandboxed frame would refuse.
 */
export function mapStyle(tiles: string, maxzoom: number, colours: MapColours): StyleSpecification {
  const line = (id: string, layer: string, colour: string, width: number, dash?: number[]) => ({
    id,
    type: 'line' as const,
    source: 'ground',
    'source-layer': layer,
    layout: { 'line-join': 'round' as const, 'line-cap': 'butt' as const },
    paint: {
      'line-color': colour,
      'line-width': width,
      ...(dash && { 'line-dasharray': dash.map((length) => length / width) }),
    },
  });
  const fill = (id: string, layer: string, colour: string) => ({
    id,
    type: 'fill' as const,
    source: 'ground',
    'source-layer': layer,
    paint: { 'fill-color': colour, 'fill-antialias': false },
  });
  const names = (kind: 'country' | 'sea', colour: string, halo: string) => ({
    id: `name-${kind}`,
    type: 'symbol' as const,
    source: 'ground',
    'source-layer': 'names',
    filter: ['all', ['==', ['get', 'kind'], kind], ['<=', ['get', 'zoom'], ['zoom']]] as never,
    layout: {
      visibility: 'none' as const,
      'text-field': ['get', 'name'] as never,
      'text-font': [kind === 'sea' ? 'Noto Sans Italic' : 'Noto Sans', 'sans-serif'],
      'text-size': 12,
      'text-max-width': 8,
      'text-padding': 6,
    },
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1 },
  });
  return {
    version: 8,
    sources: { ground: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom } },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      fill('land', 'land', colours.land),
      { ...line('rivers', 'rivers', colours.river, 0.75), minzoom: RIVER_ZOOM.from, maxzoom: RIVER_ZOOM.to },
      fill('lakes', 'lakes', colours.sea),
      { ...line('regions', 'regions', colours.border, 0.5, [2, 2]), minzoom: REGION_ZOOM },
      line('borders', 'borders', colours.border, 0.75),
      line('disputed', 'disputed', colours.disputed, 1, [3, 2]),
      line('shore', 'lakes', colours.coastline, 0.5),
      line('coast', 'land', colours.coastline, 0.75),
      names('sea', colours['sea-label'], colours.sea),
      names('country', colours['country-label'], colours.land),
    ],
  };
}
