import type { MapStory } from '../basemap/map-story.ts';
import { renderStill } from '../basemap/still.ts';
import { fitView, project } from '../basemap/project.ts';
import { formatDate } from '../dates/words.ts';
import type { Bbox } from '../geo.ts';
import { strings } from '../strings.ts';
import type { Story } from '../story/schema.ts';
import { drawable } from './glyphs.ts';
import { addedTo, yearNote } from './model.ts';
import { CARD_SIZE } from './open-graph.ts';
import { paragraph } from './paragraph.ts';
import { mapOf } from './story-map.ts';
import { summaryOf, type Moment } from './summary.ts';
import { escapeXml } from './xml.ts';

const { width: WIDTH, height: HEIGHT } = CARD_SIZE;
const PANEL = 480;
const MARGIN = 48;

/** Maps are drawn as for a phone and enlarged, so that names of 14 px have 26 and none is under 20. */
const SCALE = 26 / 14;

/** Side of the inset in the picture's pixels. */
const INSET = 180;

/** An area is small, and gets an inset, where its longest side has fewer of the map's own pixels than this. */
const SMALL = 14;

/** From the map's edge to the inset, in the map's own pixels. */
const EDGE = 10;

/** So many lines of notes stand between the day and the name of the site. */
const MOST_NOTES = 6;

/** Width and height of the map in its own pixels. */
type Frame = readonly [width: number, height: number];

/** Sizes of the headline, the largest first: it has three lines at most. */
const HEADLINES = [52, 46, 40, 34];

/**
 * The share picture as SVG, 1200×630 in the light theme: headline, place and day on the left, the map of the story's
 * summary on the right, its subject in an inset where it is too small to see. No text is under 20 px, no stop has a
 * number. A headline in letters that our fonts lack is left off.
 */
export async function cardSvg(story: Story): Promise<string> {
  const summary = story.withdrawn ? null : summaryOf(story);
  const width = summary ? PANEL - MARGIN - 24 : WIDTH - 2 * MARGIN;
  const title = drawable(story.title);
  const lines = await headline(title, width);
  const isRightToLeft = /^\P{L}*\p{Script=Arabic}/u.test(title);
  const side: Side = isRightToLeft ? { x: MARGIN + width, anchor: 'end' } : { x: MARGIN, anchor: 'start' };
  const under = lines.rows.length > 0 ? MARGIN + lines.size + (lines.rows.length - 1) * lines.step + 56 : 74;
  const rows = below(story);
  const notes = (await paragraph(noteOf(story), 20, width)).slice(0, MOST_NOTES);
  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fcfbf8"/>`,
    ...(summary ? [mapPart(story, summary)] : []),
    ...lines.rows.map((row, i) => text(row, side, MARGIN + lines.size + i * lines.step, lines.size, SERIF)),
    ...rows.map((row, i) => text(row, side, under + i * 36, 26, SANS)),
    ...notes.map((row, i) => text(row, side, under + rows.length * 36 + i * 28, 20, MUTED)),
    text(strings.site, side, HEIGHT - MARGIN - 34, 24, SERIF),
    ...(summary ? [text(strings.map.credit, side, HEIGHT - MARGIN, 20, MUTED)] : []),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>`;
}

/** The edge that rows of text stand at. */
interface Side {
  x: number;
  anchor: 'start' | 'end';
}

const SERIF = 'font-family="Source Serif 4" fill="#1a1d21"';
const MUTED = 'font-family="Noto Sans" fill="#555c63"';
const SANS = 'font-family="Noto Sans" fill="#1a1d21"';

/** Place and day on lines of their own, so that no number stands beside a place. */
function below(story: Story): string[] {
  if (story.withdrawn) return [strings.story.withdrawn(formatDate(story.withdrawn.at))];
  const place = story.places.find(({ id }) => id === story.dateline?.place);
  return [place && drawable(place.name), story.published && formatDate(story.published.edtf)].filter(
    (row): row is string => Boolean(row),
  );
}

/** Why a story was withdrawn, else who gave its year and what the article doesn't tell. */
function noteOf(story: Story): string {
  if (story.withdrawn) return drawable(story.withdrawn.note);
  return [yearNote(story), ...addedTo(story.events).map(drawable)].filter(Boolean).join(' ');
}

function mapPart(story: Story, summary: Moment): string {
  const frame: Frame = [Math.round((WIDTH - PANEL) / SCALE), Math.round(HEIGHT / SCALE)];
  const { step, state } = summary;
  const [width, height] = frame;
  const map = renderStill(story, {
    step,
    state,
    width,
    height,
    theme: 'light',
    policyLine: true,
    map: mapOf(story),
  });
  const inset = insetOf(story, summary, frame);
  return `${nest(map, PANEL, 0, WIDTH - PANEL, HEIGHT)}${inset}`;
}

/** A still inside the picture: its document as an element of this one. */
function nest(svg: string, x: number, y: number, width: number, height: number): string {
  return svg.replace(
    /^<svg ([^>]*?)width="[^"]*" height="[^"]*"/,
    `<svg x="${x}" y="${y}" $1width="${width}" height="${height}"`,
  );
}

/** A subject that is too small on the map, close by, in the corner that is farthest from every mark. */
function insetOf(story: Story, summary: Moment, frame: Frame): string {
  const box = summary.scene.bbox as Bbox | null;
  const shown = new Set([...summary.scene.now, ...summary.scene.quiet]);
  const subjects = story.places.filter(({ id, role }) => role === 'subject' && shown.has(id));
  const small = box && subjects.find((place) => place.bbox && isSmall(place.bbox, box, frame));
  if (!box || !small?.bbox) return '';
  const view = fitView(box, ...frame);
  const marks = story.places
    .filter(({ id }) => shown.has(id))
    .flatMap(({ lngLat }) => (lngLat ? [project(view, lngLat)] : []));
  const side = INSET / SCALE;
  const [left, top] = corner(marks, frame, side).map((value) => Math.round(value * SCALE)) as [
    number,
    number,
  ];
  const svg = renderStill(story, {
    ...INSET_MOMENT,
    ...sizeOf(side),
    theme: 'light',
    map: closeUp(story, small.id, small.bbox),
  });
  const edge = `<rect x="${PANEL + left}" y="${top}" width="${INSET}" height="${INSET}" fill="none" stroke="#33383e" stroke-width="2"/>`;
  return nest(svg, PANEL + left, top, INSET, INSET) + edge;
}

const INSET_MOMENT = { step: 'inset', state: 0 };

/** The story's map with one more scene: a place alone, without names, filling half of the frame. */
function closeUp(story: Story, place: string, [west, south, east, north]: Bbox): MapStory {
  const map = mapOf(story);
  const end = east < west ? east + 360 : east;
  const [dx, dy] = [0.4 * (end - west), 0.4 * (north - south)];
  const east180 = end + dx > 180 ? end + dx - 360 : end + dx;
  const bbox: Bbox = [Math.max(-180, west - dx), south - dy, east180, north + dy];
  return {
    ...map,
    cameras: { ...map.cameras, inset: { bbox, names: [], locator: null } },
    places: map.places.map((one) => ({ ...one, label: '' })),
    scenes: [{ ...INSET_MOMENT, camera: 'inset', now: [place], quiet: [], legs: [] }],
  };
}

function isSmall([west, south, east, north]: Bbox, camera: Bbox, frame: Frame): boolean {
  const view = fitView(camera, ...frame);
  const [[x0, y0], [x1, y1]] = [project(view, [west, north]), project(view, [east, south])];
  return Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) < SMALL;
}

/** Left and top of the corner whose middle is farthest from the nearest mark; the lower ones leave room for the line. */
function corner(
  marks: readonly (readonly [number, number])[],
  [width, height]: Frame,
  side: number,
): [number, number] {
  const far = ([left, top]: [number, number]) =>
    Math.min(...marks.map(([x, y]) => Math.hypot(x - left - side / 2, y - top - side / 2)));
  const [right, low] = [width - side - EDGE, height - side - 26];
  const corners: [number, number][] = [
    [right, low],
    [right, EDGE],
    [EDGE, EDGE],
    [EDGE, low],
  ];
  return corners.reduce((best, other) => (far(other) > far(best) + 1 ? other : best));
}

interface Headline {
  rows: string[];
  size: number;
  step: number;
}

/** The headline in three lines at most, as large as it fits; cut at a word with an ellipsis where none is small enough. */
async function headline(title: string, width: number): Promise<Headline> {
  for (const size of HEADLINES) {
    const rows = await paragraph(title, size, width, 'Source Serif 4');
    const step = Math.round(size * 1.115);
    if (rows.length <= LINES) return { rows, size, step };
    if (size !== HEADLINES.at(-1)) continue;
    const last = rows[LINES - 1] ?? '';
    return { rows: [...rows.slice(0, LINES - 1), `${last.replace(/\s+\S*$|..$/, '')}…`], size, step };
  }
  return { rows: [], size: 0, step: 0 };
}

const LINES = 3;

function text(words: string, { x, anchor }: Side, y: number, size: number, face: string): string {
  return `<text x="${x}" y="${Math.round(y)}" text-anchor="${anchor}" font-size="${size}" ${face}>${escapeXml(words)}</text>`;
}

function sizeOf(side: number): { width: number; height: number } {
  return { width: Math.round(side), height: Math.round(side) };
}
