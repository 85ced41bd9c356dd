import { cartography, renderStill, type StillOptions } from '../basemap/still.ts';
import { mapStory } from '../basemap/build-map.ts';
import { strings } from '../strings.ts';
import type { Story } from '../story/schema.ts';
import { fontFaces } from './fonts.ts';
import { withOwnAlts } from './summary.ts';
import { escapeXml } from './xml.ts';

/** What a still that travels alone shows, and how large. */
export type AloneOptions = Pick<StillOptions, 'step' | 'state' | 'width' | 'height' | 'theme'>;

/**
 * A still that is whole without our pages: its colours for both themes, its fonts, the credit and the line on borders.
 *
 * For a story without a map, or one that was withdrawn, a plate with the words that say so.
 */
export async function standaloneStill(story: Story, options: AloneOptions): Promise<string> {
  const svg = story.withdrawn
    ? ''
    : renderStill(withOwnAlts(story), {
        ...options,
        policyLine: true,
        credit: strings.map.credit,
        map: mapOf(story),
      });
  const says = story.withdrawn ? strings.embed.withdrawn : strings.story.noMap;
  const drawn = svg || plate(story.title, says, options);
  return embedFonts(drawn);
}

const maps = new WeakMap<Story, ReturnType<typeof mapStory>>();

/** What the map of a story is drawn from, made once for all its stills. */
export function mapOf(story: Story): ReturnType<typeof mapStory> {
  const known = maps.get(story) ?? mapStory(story, cartography());
  maps.set(story, known);
  return known;
}

/** Puts the fonts of an SVG's own texts into it, each face with the letters that it draws. */
async function embedFonts(svg: string): Promise<string> {
  const faces = await fontFaces(textsOf(svg));
  const style = `<style>${faces}.map-drawing{font-family:"Noto Sans",sans-serif}</style>`;
  return svg.replace('</title>', `</title>${style}`);
}

/** The texts of an SVG by the face that draws them: story names are bold, waters italic. */
function textsOf(svg: string): { regular: string; bold: string; italic: string } {
  const found = { regular: '', bold: '', italic: '' };
  for (const [, attributes = '', content = ''] of svg.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)) {
    const text = content
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => SIGNS[name] ?? '');
    const names = /class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
    if (names.includes('story')) found.bold += text;
    if (names.includes('sea')) found.italic += text;
    // A note below a story's name is regular.
    if (!names.includes('sea')) found.regular += text;
  }
  return found;
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plate(title: string, says: string, { width, height }: AloneOptions): string {
  const name = escapeXml(`${title}. ${says}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="map-drawing" role="img" aria-label="${name}"><title>${name}</title><style>:root{--paper:#fcfbf8;--ink:#1a1d21}@media (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#eceae5}}rect{fill:var(--paper)}text{fill:var(--ink);font-size:14px}</style><rect width="${width}" height="${height}"/><text x="${width / 2}" y="${height / 2}" text-anchor="middle">${escapeXml(says)}</text></svg>`;
}
