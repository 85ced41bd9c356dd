import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { InputError } from '../errors.ts';

/** What a topic of the bench gives: text for people, and the same figures for `--json`. */
export interface BenchResult {
  text: string;
  figures: Record<string, unknown>;
}

/** What every topic is called with. */
export interface BenchOptions {
  /** Folder of the corpora, null where none was given. */
  corpora: string | null;
  /** A file for the errors by class, null where they weren't asked for. */
  errors: string | null;
}

/** The topics, each in its own file with a function `bench(options)`. */
const TOPICS = ['places', 'dates', 'pages', 'build', 'dev'] as const;

const VALUES = { corpora: { type: 'string' }, json: { type: 'string' }, errors: { type: 'string' } } as const;

function readOptions() {
  try {
    return parseArgs({ allowPositionals: true, options: VALUES });
  } catch (error) {
    const [what = ''] = (error as Error).message.split('. ');
    throw new InputError({
      file: 'bench',
      what: what.replace(/^./, (letter) => letter.toLowerCase()),
      mend: 'Options: --corpora DIR, --json FILE, --errors FILE',
    });
  }
}

try {
  const { values, positionals } = readOptions();
  const unknown = positionals.find((topic) => !(TOPICS as readonly string[]).includes(topic));
  if (unknown)
    throw new InputError({
      file: 'bench',
      what: 'no such topic',
      got: unknown,
      mend: `Topics: ${TOPICS.join(', ')}`,
    });
  const figures: Record<string, unknown> = {};
  for (const topic of positionals.length > 0 ? positionals : TOPICS) {
    const { bench } = (await import(`./${topic}.ts`)) as {
      bench: (options: BenchOptions) => Promise<BenchResult> | BenchResult;
    };
    const result = await bench({ corpora: values.corpora ?? null, errors: values.errors ?? null });
    console.log(result.text);
    figures[topic] = result.figures;
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
