import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { cacheDir } from '../cache.ts';
import { InputError } from '../errors.ts';

/** A Chromium that can be started: plain data, so that a test's set-up can hand it on to its workers. */
export interface Chromium {
  executable: string;
  args: string[];
  env: Record<string, string>;
}

/** Where systems put it, in order of preference. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Nothing that a browser does of itself: no updates, no first run, no word to anybody. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a Chromium: `CHROMIUM`, else the system's, else the one of the npm package @sparticuz/chromium, unpacked into
 * the cache with the libraries and fonts that a bare system lacks. `CHROMIUM=npm` takes that one at once.
 */
export async function findChromium(wanted = process.env['CHROMIUM']): Promise<Chromium> {
  if (wanted && wanted !== 'npm') {
    if (existsSync(wanted)) return { executable: wanted, args: QUIET, env: {} };
    throw new InputError({
      file: 'CHROMIUM',
      what: 'no such file',
      got: wanted,
      mend: 'Name a Chromium, or unset it',
    });
  }
  const system = wanted === 'npm' ? undefined : PLACES.find((path) => existsSync(path));
  return system ? { executable: system, args: QUIET, env: {} } : unpackChromium();
}

/** Starts it, headless. The one who calls closes it. */
export async function launchChromium(found?: Chromium): Promise<Browser> {
  const { executable, args, env } = found ?? (await findChromium());
  return chromium.launch({ executablePath: executable, args, env: { ...definedEnv(), ...env } });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Unpacks the packaged browser once, whole or not at all: some 2 s and 190 MB. */
async function unpackChromium(): Promise<Chromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const dir = cacheDir(`chromium-${version}`);
  if (!existsSync(dir)) await unpack(home, dir);
  const libraries = [join(dir, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executable: join(dir, 'chromium'),
    args: QUIET,
    env: {
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_PATH: join(dir, 'fonts'),
      HOME: process.env['HOME'] ?? dir,
    },
  };
}

async function unpack(home: string, dir: string): Promise<void> {
  if (process.arch !== 'x64') {
    throw new InputError({
      file: 'CHROMIUM',
      what: `no Chromium is installed, and the packaged one is not made for ${process.arch}`,
      mend: 'Install Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium',
    });
  }
  const { inflate } = await import('@sparticuz/chromium');
  mkdirSync(cacheDir(), { recursive: true });
  const beside = mkdtempSync(`${dir}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = beside; // where the package unpacks to
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(home, 'bin', name));
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(join(beside, 'fonts', 'fonts.conf'), fontsConf(dir));
  try {
    renameSync(beside, dir);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(dir)) throw error; // else another process was first
  }
}

/** The package's own names folders in /tmp. */
function fontsConf(dir: string): string {
  const folders = [join(dir, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dir>`).join('\n')}
  <cachedir>${join(dir, 'fonts-cache').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</cachedir>
</fontconfig>
`;
}
