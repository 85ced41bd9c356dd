import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type subsetFont from 'subset-font';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';
import { escapeXml } from './xml.ts';

const require = createRequire(import.meta.url);

/** A face of a fontsource package, whose files are cut by script. */
interface Face {
  family: string;
  packages: string[];
  weight: 400 | 600;
  style: 'normal' | 'italic';
}

/** The faces of maps: names of places, story labels, names of waters. Arabic has no italic. */
const SANS: [regular: Face, bold: Face, italic: Face] = [
  { family: 'Noto Sans', packages: ['noto-sans', 'noto-sans-arabic'], weight: 400, style: 'normal' },
  { family: 'Noto Sans', packages: ['noto-sans', 'noto-sans-arabic'], weight: 600, style: 'normal' },
  { family: 'Noto Sans', packages: ['noto-sans'], weight: 400, style: 'italic' },
];

/** The face of headlines. */
const SERIF: Face = {
  family: 'Source Serif 4',
  packages: ['source-serif-4'],
  weight: 400,
  style: 'normal',
};

/** What each face of a map draws, all its texts joined. */
export interface Texts {
  regular: string;
  bold: string;
  italic: string;
}

/** Cuts a font; its library is loaded at the first cut, for most runs find every font in the cache. */
const subset: typeof subsetFont = async (...given) => (await import('subset-font')).default(...given);

/** One file of a face: a script, and the characters that it is for. */
interface Script {
  /** Path of the font below node_modules, without its ending. */
  file: string;
  /** Of the file's bytes. */
  digest: string;
  covers: (codePoint: number) => boolean;
}

/**
 * `@font-face` rules that hold the fonts themselves, each face cut to the characters that it draws, for an SVG that is
 * served alone.
 *
 * Each rule is for one script, so that a name in two scripts finds both. Cached by the characters; deterministic.
 */
export async function fontFaces(texts: Texts): Promise<Record<keyof Texts, string>> {
  const [regular, bold, italic] = SANS;
  return {
    regular: await rulesOf(regular, texts.regular),
    bold: await rulesOf(bold, texts.bold),
    italic: await rulesOf(italic, texts.italic),
  };
}

async function rulesOf(face: Face, text: string): Promise<string> {
  const characters = [...new Set(text)].sort();
  const rules: string[] = [];
  for (const script of scriptsOf(face)) {
    const covered = characters.filter((character) => script.covers(character.codePointAt(0) ?? 0));
    if (covered.some((character) => character.trim() !== '')) rules.push(await rule(face, script, covered));
  }
  return rules.join('');
}

async function rule(face: Face, script: Script, characters: string[]): Promise<string> {
  const key = digestOf(script.digest, characters.join(''));
  const kept = cacheDir('feeds', 'fonts', 'rules', key.slice(0, 2), `${key.slice(0, 24)}.css`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const bytes = await subset(readFileSync(`${script.file}.woff2`), characters.join(''), {
    targetFormat: 'woff2',
  });
  const range = characters.map((character) => `U+${character.codePointAt(0)?.toString(16)}`).join();
  const data = Buffer.from(bytes).toString('base64');
  const css = `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};unicode-range:${range};src:url(data:font/woff2;base64,${data})}`;
  writeWhole(kept, css);
  return css;
}

/**
 * Unpacks all faces as TrueType into the cache, once, and gives the path of a fontconfig file that knows them alone.
 *
 * sharp reads `FONTCONFIG_FILE` when it is first imported: set it before. So a picture has the same bytes on every
 * machine, whatever fonts that has.
 */
export async function unpackFonts(): Promise<string> {
  const files = fontFiles();
  const key = digestOf(...files.flatMap((file) => [readFileSync(file)]));
  const folder = cacheDir('feeds', 'fonts', key.slice(0, 16));
  const config = join(folder, 'fonts.conf');
  for (const file of existsSync(config) ? [] : files) {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    const name =
      file
        .split('/')
        .at(-1)
        ?.replace(/\.woff$/, '.ttf') ?? '';
    writeWhole(join(folder, name), await subset(readFileSync(file), all, { targetFormat: 'sfnt' }));
  }
  writeWhole(config, configOf(folder));
  return config;
}

/** The files of all faces, as .woff. */
export function fontFiles(): string[] {
  return [...new Set([...SANS, SERIF].flatMap(filesOf).map((file) => `${file}.woff`))];
}

/** Knows the fonts of one folder only; the bold one is of the same family, which its own name table denies. */
const configOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(folder)}</dir>
  <cachedir>${escapeXml(folder)}/cache</cachedir>
  <match target="scan">
    <test name="family"><string>Noto Sans SemiBold</string></test>
    <edit name="family" mode="assign"><string>Noto Sans</string></edit>
  </match>
</fontconfig>
`;

function filesOf(face: Face): string[] {
  return scriptsOf(face).map(({ file }) => file);
}

const known = new Map<Face, Script[]>();

/** The files of a face by script, in the order of their names; looked up once. */
function scriptsOf(face: Face): Script[] {
  const scripts = known.get(face) ?? findScripts(face);
  known.set(face, scripts);
  return scripts;
}

function findScripts({ packages, weight, style }: Face): Script[] {
  return packages.flatMap((name) => {
    const ranges = JSON.parse(
      readFileSync(require.resolve(`@fontsource/${name}/unicode.json`), 'utf8'),
    ) as Record<string, string>;
    const own = name === 'noto-sans-arabic' ? ['arabic'] : Object.keys(ranges).sort();
    return own.map((script) => {
      const file = require.resolve(`@fontsource/${name}/files/${name}-${script}-${weight}-${style}.woff2`);
      return {
        file: file.replace(/\.woff2$/, ''),
        digest: digestOf(readFileSync(file)),
        covers: rangeTest(ranges[script] ?? ''),
      };
    });
  });
}

/** A test for CSS unicode ranges: `U+0000-00FF,U+0131`. */
function rangeTest(ranges: string): (codePoint: number) => boolean {
  const spans = ranges.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return (codePoint) => spans.some(([from, to]) => from <= codePoint && codePoint <= to);
}
