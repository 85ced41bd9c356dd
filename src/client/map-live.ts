import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { LIGHT, type MapColours } from '../basemap/colours.ts';
import { sceneOf, type MapScene, type MapStory } from '../basemap/map-story.ts';
import { drawScene, hatches, type Drawing } from '../basemap/scene.ts';
import { fitView, viewBounds, type View } from '../basemap/project.ts';
import { mapStyle } from '../basemap/style.ts';
import { startFlights } from './map-flight.ts';
import { patchMarks, patchTargets } from './map-overlay.ts';
import type { StoryMap, WakeOptions } from './map.ts';

export interface LiveOptions extends WakeOptions {
  /** The first view is drawn. */
  onReady(): void;
  /** The context is lost; the map must be stopped. */
  onLost(): void;
}

setWorkerUrl(workerUrl);

/** Starts MapLibre in the figure's `[data-live]`, its marks drawn over it. Throws where there is no WebGL. */
export function startLive(figure: HTMLElement, options: LiveOptions): StoryMap {
  const host = figure.querySelector<HTMLElement>('[data-live]')!;
  const story = JSON.parse(figure.dataset['mapStory']!) as MapStory;
  const { canvas, overlay, targets } = layers(host, options);
  const size = () => [host.clientWidth || 300, host.clientHeight || 200] as const;
  const viewOf = (scene: MapScene): View => fitView(story.cameras[scene.camera]!.bbox, ...size());
  let scene = sceneOf(story, options.step, options.state)!;
  let exploring = false;
  let motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  let drawing: Drawing | null = null;
  let state: 'waking' | 'broken' | 'awake' = 'waking';

  const map = new MapLibre({
    container: canvas,
    style: styleOf(figure),
    ...cameraOf(viewOf(scene)),
    minZoom: -2,
    maxZoom: 10,
    maxPitch: 0,
    attributionControl: false,
    fadeDuration: 0,
    dragRotate: false,
    cooperativeGestures: options.cooperative ?? false,
  });
  for (const handler of handlersOf(map)) handler.disable();
  hideCanvas(map, true);

  const flights = startFlights(map);
  const viewNow = (): View => {
    const [width, height] = size();
    const { lng, lat } = map.getCenter();
    return { center: [lng, lat], zoom: map.getZoom(), width, height };
  };
  const draw = (moving: boolean) => {
    const view = viewNow();
    const fixed = moving ? drawing?.sides : undefined;
    const next = drawScene(story, scene, view, { fixed, prefix: 'live' });
    if (!moving) drawing = next;
    overlay.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    patchMarks(overlay, [{ tag: 'defs', key: 'defs', attrs: {}, children: hatches('live') }, ...next.marks]);
    patchTargets(targets, next.targets, options.nameOf ?? ((label) => label));
  };
  const go = (fly: boolean) => {
    const arrive = () => {
      const view = viewOf(scene);
      // Labels fly on the side that they will have on arrival.
      drawing = drawScene(story, scene, view, { prefix: 'live' });
      return view;
    };
    flights.to(arrive, fly);
  };
  map.on('move', () => draw(true));
  map.on('moveend', () => draw(false));
  map.on('moveend', () => {
    if (exploring) figure.dataset['camera'] = viewBounds(viewNow()).map(round).join(',');
  });
  map.on('resize', () => {
    if (exploring) draw(false);
    else go(false);
  });
  map.on('webglcontextlost', () => options.onLost());
  // A ground that doesn't come leaves the still; a tile that fails later leaves a gap, and the console clean.
  map.on('error', () => {
    if (state === 'waking') state = 'broken';
  });
  map.once('idle', () => {
    if (state === 'broken') return options.onLost();
    state = 'awake';
    options.onReady();
  });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const recolour = () => map.setStyle(styleOf(figure));
  dark.addEventListener('change', recolour);
  draw(false);

  return {
    show: (step, index, options) => {
      const next = sceneOf(story, step, index);
      if (!next) return;
      motion = options.motion;
      const moved = next.camera !== scene.camera || exploring;
      scene = next;
      if (exploring) explore(false);
      draw(false);
      if (!moved) return;
      figure.dataset['camera'] = story.cameras[scene.camera]!.bbox.join(',');
      go(motion);
    },
    explore: (on) => {
      explore(on);
      if (!on) go(motion);
    },
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, duration: motion ? 200 : 0 }),
    stop: () => {
      flights.stop();
      dark.removeEventListener('change', recolour);
      map.remove();
      host.replaceChildren();
    },
  };

  function explore(on: boolean): void {
    exploring = on;
    for (const handler of handlersOf(map))
      if (on) handler.enable();
      else handler.disable();
    map.touchZoomRotate.disableRotation();
    hideCanvas(map, !on);
    for (const kind of ['country', 'sea']) {
      if (map.getLayer(`name-${kind}`))
        map.setLayoutProperty(`name-${kind}`, 'visibility', on ? 'visible' : 'none');
    }
    overlay.classList.toggle('exploring', on);
  }
}

/** Ways of moving the map by hand; MapLibre has them all on at first. */
function handlersOf(map: MapLibre) {
  return [map.dragPan, map.scrollZoom, map.touchZoomRotate, map.doubleClickZoom, map.boxZoom, map.keyboard];
}

/** The canvas takes part in focus order and names only while it can be moved. */
function hideCanvas(map: MapLibre, hidden: boolean): void {
  const canvas = map.getCanvas();
  canvas.tabIndex = hidden ? -1 : 0;
  if (hidden) canvas.setAttribute('aria-hidden', 'true');
  else canvas.removeAttribute('aria-hidden');
}

function layers(host: HTMLElement, options: LiveOptions) {
  const canvas = document.createElement('div');
  canvas.className = 'map-canvas';
  const overlay = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  overlay.setAttribute('class', 'map-drawing map-overlay');
  overlay.setAttribute('aria-hidden', 'true');
  const targets = document.createElement('div');
  targets.className = 'map-targets';
  targets.addEventListener('click', ({ target }) => {
    const place = target instanceof HTMLElement ? target.dataset['place'] : undefined;
    if (place) options.onPlace?.(place);
  });
  host.replaceChildren(canvas, overlay, targets);
  return { canvas, overlay, targets };
}

/** The style in the colours that the page has at this moment. */
function styleOf(figure: HTMLElement) {
  const computed = getComputedStyle(figure);
  const colours = Object.fromEntries(
    Object.entries(LIGHT).map(([name, value]) => [
      name,
      computed.getPropertyValue(`--${name}`).trim() || value,
    ]),
  ) as unknown as MapColours;
  const tiles = new URL(figure.dataset['tiles']!, location.href).href
    .replaceAll('%7B', '{')
    .replaceAll('%7D', '}');
  return mapStyle(tiles, Number(figure.dataset['tileZoom']), colours);
}

function cameraOf({ center, zoom }: View): Pick<View, 'center' | 'zoom'> {
  return { center, zoom };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
