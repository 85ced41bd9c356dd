import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const FILE = 'data/figures.json';

const figuresSchema = z.array(
  z.object({
    what: z.string().describe('What was measured, on which corpus.'),
    here: z.string().describe('This project’s figure.'),
    beside: z.string().describe('Published figures of others, or what it means.'),
  }),
);

/** Measured figures for the About page, in the file's order; empty where none are recorded. Throws on a malformed file. */
export function readFigures(file = FILE): z.infer<typeof figuresSchema> {
  return existsSync(file) ? figuresSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
