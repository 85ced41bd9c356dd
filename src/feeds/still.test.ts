import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Story } from '../story/schema.ts';
import { loadSharp, toPng } from './raster.ts';
import { sampleStory } from './sample.ts';
import { standaloneStills, type AloneOptions } from './still.ts';

const SIZE = { width: 400, height: 300 };
const gone = sampleStory({ withdrawn: { at: '2025-01-02', note: 'It was wrong.' } });

const draw = async (story: Story, options: AloneOptions) => (await standaloneStills(story, [options]))[0]!;

describe('standaloneStills', () => {
  it('bears its fonts, under a rule that outranks the page’s face', async () => {
    const svg = await draw(sampleStory(), SIZE);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toMatch(/@font-face\{font-family:"Noto Sans".*svg\.map-drawing\{font-family:"Noto Sans"/);
    expect(svg).not.toMatch(/}svg\.map-drawing\{font-family:(?!"Noto Sans")/);
  });

  it.each([
    ['light', [0xfc, 0xfb, 0xf8]],
    ['dark', [0x14, 0x17, 0x1a]],
  ] as const)('says on %s paper that a story was withdrawn', async (theme, paper) => {
    const svg = await draw(gone, { ...SIZE, theme });
    expect(svg).toContain('This story was withdrawn.');
    expect(svg).not.toContain('Vienna');
    const sharp = await loadSharp();
    const { data } = await sharp(await toPng(svg))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual(paper);
    expect(new Set(data).size).toBeGreaterThan(10); // and there is something on it
  });

  it('follows the reader where no theme is asked for', async () => {
    expect(await draw(gone, SIZE)).toContain('prefers-color-scheme:dark');
  });
});
