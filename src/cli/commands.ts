import { readSite, type Site } from '../site.ts';
import { type Command, UsageError } from './usage.ts';

/** The site's address, with a loud word where nobody gave one. */
function siteOf({ warn }: { warn: boolean }): Site {
  const site = readSite(process.env['SITE_URL']);
  if (!site.public && warn) {
    process.stderr.write(
      '\n! SITE_URL is not set: links, feeds and embeds will point to http://localhost:4321/.\n' +
        '! Before publishing: SITE_URL=https://news.example/maps/ npm run build\n\n',
    );
  }
  return site;
}

/** Frozen: `--frozen`, or CI set and neither empty nor "false"; `--no-frozen` outranks both. */
export function isFrozen(options: Record<string, unknown>, env: NodeJS.ProcessEnv = process.env): boolean {
  if (options['no-frozen']) return false;
  return Boolean(options['frozen']) || !['', 'false'].includes(env['CI'] ?? '');
}

function portOf(value: string | boolean | undefined): number {
  const port = Number(value ?? 4321);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`--port: not a port, got "${String(value)}". Write a number, e.g. --port 8080`);
}

const building: NonNullable<Command['options']> = {
  frozen: {
    does: 'Refuse whatever is not committed, answered and signed; write nothing into data/. On where CI is set.',
  },
  'no-frozen': { does: 'Build as on a desk, though CI is set.' },
  accept: { does: 'Take what changed through gazetteer, policy or program, and addresses that vanish.' },
};
const serving: NonNullable<Command['options']> = {
  port: { value: 'N', does: 'The port, 4321 by default.' },
  host: {
    value: 'ADDRESS',
    does: 'Where to listen; by default this machine alone. 0.0.0.0 opens it to the network.',
  },
};

/** All commands, in the order in which a newcomer needs them. */
export const commands: Record<string, Command> = {
  start: {
    does: 'build the stories and the site, and serve them on http://localhost:4321/',
    options: { ...building, ...serving },
    help: `
Builds as "dateline build" does, then serves dist/ until Ctrl-C and prints the addresses of the stories.

  npm start
  npm start -- --port 8080`,
    async run(options) {
      const site = siteOf({ warn: false });
      const port = portOf(options['port']);
      const { start } = await import('./start.ts');
      const host = options['host'] as string | undefined;
      return start({ site, port, host, frozen: isFrozen(options), accept: Boolean(options['accept']) });
    },
  },
  dev: {
    does: 'serve the site while you write: a change in seeds/ or data/ shows at once',
    options: serving,
    help: `
Nothing is written into data/stories/*.json; errors show in the page, with their line, until they are mended.

  npm run dev`,
    async run(options) {
      const site = siteOf({ warn: false });
      const { dev } = await import('./dev.ts');
      return dev({ site, port: portOf(options['port']), host: options['host'] as string | undefined });
    },
  },
  build: {
    does: 'derive the stories, compare them with those committed, and build dist/',
    options: {
      ...building,
      shard: {
        value: 'N/OF',
        does: 'Build one part of the site into parts/N-of-OF/, for "merge" to join; dist/ stays as it is.',
      },
    },
    help: `
Each article in seeds/ becomes a story. What changed against data/stories/*.json is printed, in terms of places,
dates and events, and written there: commit it with the article. What changed through the gazetteer, the policy or
the program is written with --accept only. dist/ is built beside and swapped at the end; a build that fails leaves
it, and data/, as they were.

  SITE_URL=https://news.example/maps/ npm run build
  npm run build -- --frozen
  npm run build -- --frozen --shard=2/8

A story's address alone decides which part it falls to. A part checks addresses across all articles, derives and
renders its own, and may write those into data/stories/; recommended is --frozen, where no part writes anything.`,
    async run(options) {
      const manner = { frozen: isFrozen(options), accept: Boolean(options['accept']) };
      if (options['shard'] !== undefined) {
        const { parseShard } = await import('./parts.ts');
        const shard = parseShard(String(options['shard']));
        const { buildPart } = await import('./shard.ts');
        return buildPart({ site: siteOf({ warn: true }), shard, ...manner });
      }
      const site = siteOf({ warn: true });
      const { build } = await import('./build.ts');
      return build({ site, ...manner });
    },
  },
  merge: {
    does: 'join the parts that "build --shard" made into dist/',
    takes: 'DIR…',
    options: building,
    help: `
Wants all parts of one build, of the same articles, data, program, Node and SITE_URL as stand here, and says which
one is missing, twice there, or not as it was built. Renders what belongs to all of them: first page, About, 404, feeds,
sitemap, scripts, tiles. The site is byte for byte what one build gives, and is swapped in at the end. What must hold
across stories is checked again; data/addresses.json is written here, unless frozen.

  npm run -s dateline -- merge parts/*`,
    async run(options, folders) {
      const site = siteOf({ warn: true });
      const { merge } = await import('./merge.ts');
      return merge({ site, folders, frozen: isFrozen(options), accept: Boolean(options['accept']) });
    },
  },
  derive: {
    does: 'derive the stories into the cache, without a site; data/ is left as it is',
    help: `
What "build" does first. Prints what is new or changed against the committed stories.

  npm run -s dateline -- derive`,
    async run() {
      const { derive } = await import('./check.ts');
      return derive();
    },
  },
  check: {
    does: 'say what a frozen build would refuse, and what the editor still has to decide',
    options: {
      json: { does: 'As JSON, for another program.' },
      markdown: { does: 'As Markdown, for a pull request.' },
    },
    help: `
Exit code 1 if a committed story is stale, an article has no committed story, a blocking question is open, a decision
matches nothing any more, or a signature that the policy demands is missing. Prints the difference between each story
and the committed one, and between the committed one and the last commit of git; then the questions with their
candidates and the lines that answer them.

  npm run -s dateline -- check
  npm run -s dateline -- check --markdown > changes.md`,
    async run(options) {
      const { check } = await import('./check.ts');
      return check(options['json'] ? 'json' : options['markdown'] ? 'markdown' : 'text');
    },
  },
  decide: {
    does: 'ask the open questions one by one and write the answers into the decisions file',
    takes: '[STORY]…',
    options: { all: { does: 'Ask about places that are left unpinned, too.' } },
    help: `
Each question comes with its sentence and its candidates; Enter leaves it open. Answers go into
data/stories/<story>.yaml; comments and order of that file stay.

  npm run -s dateline -- decide
  npm run -s dateline -- decide abbas-moscow-visit --all`,
    async run(options, rest) {
      const { decide } = await import('./decide.ts');
      return decide(rest, { all: Boolean(options['all']) });
    },
  },
  story: {
    does: 'print the story of one article as JSON, and its questions',
    takes: 'FILE',
    help: `
Story JSON on stdout, the questions to the editor on stderr. Decisions and a committed story are taken into account
if they bear the article's name in data/stories/. Nothing is written.

  npm run -s dateline -- story seeds/abbas-moscow-visit.txt | head`,
    async run(_, [file = '']) {
      const { story } = await import('./story.ts');
      return story(file);
    },
  },
  geoparse: {
    does: 'find and place the names of places in articles, JSON lines in and out',
    help: `
One line in, one out, in order, as it comes; memory doesn't grow. A line that can't be read gives {"id","error"}, the
rest goes on, and the exit code is 1 at the end. "home", the outlet's region (US.OH), may be left out.

  in   {"id": 1, "text": "Moscow, Idaho …", "home": "US.ID"}
  out  {"id": 1, "toponyms": [{"start", "end", "name", "role", "status", "id", "kind", "country", "lat", "lon",
        "geonameid", "confidence"}]}

  npm run -s dateline -- geoparse < articles.jsonl > places.jsonl`,
    async run() {
      const { runGeoparse } = await import('./geoparse.ts');
      return runGeoparse(process.stdin, process.stdout);
    },
  },
  dates: {
    does: 'find and read the phrases of time in articles, JSON lines in and out',
    help: `
As "geoparse" does. "dct" is the day of the article; types and values are those of TIMEX3 as in TempEval-3.

  in   {"id": 1, "text": "… on Tuesday …", "dct": "2024-08-13"}
  out  {"id": 1, "timexes": [{"start", "end", "text", "type", "value"}]}

  npm run -s dateline -- dates < articles.jsonl > dates.jsonl`,
    async run() {
      const { runDates } = await import('./dates.ts');
      return runDates(process.stdin, process.stdout);
    },
  },
  still: {
    does: 'print one map of a story as a picture',
    takes: 'SLUG',
    options: {
      step: {
        value: 'STEP',
        does: 'A step by its id, STEP/2 for its second moment; else the one that sums up.',
      },
      ratio: { value: 'W:H', does: '16:9 (by default), 1:1 or 9:16.' },
      theme: { value: 'THEME', does: 'light or dark; else an SVG follows the reader and a PNG is light.' },
      png: { does: 'PNG, 1080 pixels on its shorter side, instead of SVG.' },
    },
    help: `
The picture goes to stdout, whole: with its fonts, its credit and the line on borders. Its alternative text stands in
the SVG's title and in the story's JSON.

  npm run -s dateline -- still abbas-moscow-visit --ratio 1:1 --png > map.png`,
    async run(options, [slug = '']) {
      const { still } = await import('./still.ts');
      const text = (name: string) => options[name] as string | undefined;
      const png = Boolean(options['png']);
      return still(slug, { step: text('step'), ratio: text('ratio'), theme: text('theme'), png });
    },
  },
};
