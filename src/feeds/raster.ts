import type Sharp from 'sharp';
import { unpackFonts } from './fonts.ts';
import { withDrawableTexts } from './glyphs.ts';

let loaded: Promise<typeof Sharp> | undefined;

/** sharp, with our own fonts and no others: it reads `FONTCONFIG_FILE` once, when it is first imported. */
export function loadSharp(): Promise<typeof Sharp> {
  loaded ??= unpackFonts().then(async (config) => {
    process.env['FONTCONFIG_FILE'] = config;
    return (await import('sharp')).default;
  });
  return loaded;
}

/**
 * A picture of an SVG as PNG, at its own size; `scale` 2 gives twice the pixels. The same SVG gives the same bytes. A text
 * that our fonts can't draw is left out: no picture shows boxes for letters.
 */
export async function toPng(svg: string, scale = 1): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(withDrawableTexts(svg)), { density: 72 * scale })
    .png({ palette: true, effort: 4, dither: 0 })
    .toBuffer();
}

/** Widths in pixels of pieces of text in a face of ours, as the picture will show them. */
export async function measure(texts: readonly string[], font: string, size: number): Promise<number[]> {
  const sharp = await loadSharp();
  return Promise.all(
    texts.map(async (text) => {
      if (/^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(text)) return 0;
      const markup = text.replace(
        /[&<>]/g,
        (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign,
      );
      const { info } = await sharp({ text: { text: markup, font: `${font} ${size}`, dpi: 72 } })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return info.width;
    }),
  );
}
