import { describe, expect, it } from 'vitest';
import { sampleStory } from '../feeds/sample.ts';
import { makeStill } from './still.ts';

const story = sampleStory();

describe('makeStill', () => {
  it.each([
    ['16:9', 720, 405],
    ['1:1', 540, 540],
    ['9:16', 405, 720],
  ])('draws %s as SVG and, 1080 pixels on the shorter side, as PNG', async (ratio, width, height) => {
    expect(await makeStill(story, { ratio })).toContain(`width="${width}" height="${height}"`);
    const png = Buffer.from((await makeStill(story, { ratio, png: true })) as Uint8Array);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
      [width, height].map((side) => (1080 * side) / Math.min(width, height)),
    );
  });

  it('draws the step and the theme that it is asked for', async () => {
    const first = (await makeStill(story, { step: 'vienna-march-4', theme: 'dark' })) as string;
    expect(first).toContain('<title>Ruiz met envoys in Vienna. Nothing else is drawn.</title>');
    expect(first).not.toContain('prefers-color-scheme');
  });

  it.each([
    [{ ratio: '4:3' }, 'still: --ratio: got "4:3". Write 16:9, 1:1, 9:16'],
    [{ theme: 'pink' }, 'still: --theme: got "pink". Write light or dark'],
    [{ step: 'nowhere' }, 'no such step, got "nowhere". There are: vienna-march-4, to-rabat'],
    [{ step: 'to-rabat/2' }, 'no such step, got "to-rabat/2"'],
  ])('refuses %j', async (choice, words) => {
    await expect(makeStill(story, choice)).rejects.toThrow(words);
  });
});
