import { renderStill, type StillOptions } from '../basemap/still.ts';
import { strings } from '../strings.ts';
import type { Story } from '../story/schema.ts';
import { fontFaces, type Texts } from './fonts.ts';
import { mapOf } from './story-map.ts';
import { withOwnAlts } from './summary.ts';
import { escapeXml, unescapeXml } from './xml.ts';

/** What a still that travels alone shows, and how large. */
export type AloneOptions = Pick<StillOptions, 'step' | 'state' | 'width' | 'height' | 'theme' | 'beyond'>;

/**
 * Stills that are whole without our pages: colours for both themes, fonts, the credit and the line on borders. Each has
 * the faces that it draws, cut to the letters of all the stills: to cut and pack them is what costs most.
 *
 * For a story without a map, or one that was withdrawn, a plate with the words that say so.
 */
export async function standaloneStills(story: Story, all: readonly AloneOptions[]): Promise<string[]> {
  const drawn = all.map((options) => drawStill(story, options));
  const texts = drawn.map(textsOf);
  const joined = (face: keyof Texts) => texts.map((one) => one[face]).join('');
  const faces = await fontFaces({
    regular: joined('regular'),
    bold: joined('bold'),
    italic: joined('italic'),
  });
  return drawn.map((svg, i) => {
    const used = FACES.map((face) => (texts[i]?.[face].trim() ? faces[face] : '')).join('');
    // More specific than map-drawing.css, which comes after it with the page's own face.
    const style = `<style>${used}svg.map-drawing{font-family:"Noto Sans",sans-serif}</style>`;
    return svg.replace('</title>', () => `</title>${style}`);
  });
}

const FACES = ['regular', 'bold', 'italic'] as const;

function drawStill(story: Story, options: AloneOptions): string {
  const svg = story.withdrawn
    ? ''
    : renderStill(withOwnAlts(story), {
        ...options,
        policyLine: true,
        credit: strings.map.credit,
        map: mapOf(story),
      });
  const says = story.withdrawn ? strings.embed.withdrawn : strings.story.noMap;
  return svg || plate(story.title, says, options);
}

/**
 * The texts of an SVG by the face that draws them: a story's names are bold, waters italic; the innermost class of
 * `story`, `note` and `sea` decides, as in map-drawing.css.
 */
function textsOf(svg: string): Texts {
  const found = { regular: '', bold: '', italic: '' };
  const open: { tag: string; face: keyof Texts }[] = [];
  for (const [, end, tag = '', attributes = '', empty, words] of svg.matchAll(PIECES)) {
    const face = open.at(-1)?.face ?? 'regular';
    if (words !== undefined) {
      if (open.some((one) => one.tag === 'text')) found[face] += unescapeXml(words);
    } else if (end) open.pop();
    else if (!empty) open.push({ tag, face: faceOf(attributes) ?? face });
  }
  return found;
}

const PIECES = /<(\/?)(\w+)([^>]*?)(\/?)>|([^<]+)/g;

function faceOf(attributes: string): keyof Texts | null {
  const names = / class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
  if (names.includes('note')) return 'regular';
  if (names.includes('story')) return 'bold';
  return names.includes('sea') ? 'italic' : null;
}

/** Words on paper, where there is no map; one theme's colours are written out, as renderers of pictures need. */
function plate(title: string, says: string, { width, height, theme = 'auto' }: AloneOptions): string {
  const name = escapeXml(`${title}. ${says}`);
  const colours = ({ paper, ink }: typeof PLATE.light) => `rect{fill:${paper}}text{fill:${ink}}`;
  const css =
    theme === 'auto'
      ? `${colours(PLATE.light)}@media (prefers-color-scheme:dark){${colours(PLATE.dark)}}`
      : colours(PLATE[theme]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="map-drawing" role="img" aria-label="${name}"><title>${name}</title><style>text{font-size:14px}${css}</style><rect width="${width}" height="${height}"/><text x="${width / 2}" y="${height / 2}" text-anchor="middle">${escapeXml(says)}</text></svg>`;
}

/** As in base.css. */
const PLATE = {
  light: { paper: '#fcfbf8', ink: '#1a1d21' },
  dark: { paper: '#14171a', ink: '#eceae5' },
};
