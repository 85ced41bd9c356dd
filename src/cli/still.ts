import { InputError } from '../errors.ts';
import { toPng } from '../feeds/raster.ts';
import { standaloneStills } from '../feeds/still.ts';
import { momentsOf, summaryOf } from '../feeds/summary.ts';
import type { Story } from '../story/schema.ts';
import { deriveAll } from './derive.ts';
import { UsageError } from './usage.ts';

/** Sizes in CSS pixels by aspect ratio: so few that names of 16 px are read on a phone that shows the picture whole. */
const SIZES: Record<string, { width: number; height: number }> = {
  '16:9': { width: 720, height: 405 },
  '1:1': { width: 540, height: 540 },
  '9:16': { width: 405, height: 720 },
};

/** Pixels of a PNG's shorter side. */
const SHORTER = 1080;

export interface StillChoice {
  /** A step's id, or `STEP/2` for its second state; left out, the moment that sums the story up. */
  step?: string;
  ratio?: string;
  /** `light` or `dark`; left out, an SVG follows the reader's system and a PNG is light. */
  theme?: string;
  png?: boolean;
}

/** `dateline still SLUG`: one map of a story on stdout, as SVG or PNG. Throws `InputError` and `UsageError`. */
export async function still(slug: string, choice: StillChoice): Promise<number> {
  const { entries } = await deriveAll();
  const story = entries.map((entry) => entry.story).find((each) => each.slug === slug);
  if (!story) {
    const slugs = entries.map((entry) => entry.story.slug).join(', ');
    throw new InputError({
      file: 'seeds/',
      what: 'no such story',
      got: slug,
      mend: `There are: ${slugs || 'none'}`,
    });
  }
  process.stdout.write(await makeStill(story, choice));
  return 0;
}

/** The bytes of one map of a story; the same story and choice give the same bytes. */
export async function makeStill(story: Story, { step, ratio = '16:9', theme, png = false }: StillChoice) {
  const size = SIZES[ratio];
  if (!size) throw new UsageError(`still: --ratio: got "${ratio}". Write ${Object.keys(SIZES).join(', ')}`);
  if (theme !== undefined && theme !== 'light' && theme !== 'dark') {
    throw new UsageError(`still: --theme: got "${theme}". Write light or dark`);
  }
  const moment = step === undefined ? summaryOf(story) : momentOf(story, step);
  const [svg = ''] = await standaloneStills(story, [
    {
      ...size,
      step: moment?.step,
      state: moment?.state,
      theme: theme ?? (png ? 'light' : 'auto'),
    },
  ]);
  return png ? toPng(svg, SHORTER / Math.min(size.width, size.height)) : svg;
}

function momentOf(story: Story, key: string) {
  const [step, state = '1'] = key.split('/');
  const moment = momentsOf(story).find((each) => each.step === step && each.state === Number(state) - 1);
  if (moment) return moment;
  const steps = momentsOf(story).map((each) =>
    each.state === 0 ? each.step : `${each.step}/${each.state + 1}`,
  );
  throw new InputError({
    file: `data/stories/${story.slug}.json`,
    what: 'no such step',
    got: key,
    mend: `There are: ${steps.join(', ')}`,
  });
}
