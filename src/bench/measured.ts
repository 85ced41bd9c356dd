import { writeFileSync } from 'node:fs';
import { main } from '../cli/dateline.ts';

/** `node src/bench/measured.ts COMMAND …`: the command, and what it used, into the file that DATELINE_USAGE names. */
process.exitCode = await main(process.argv.slice(2));
const report = process.env['DATELINE_USAGE'];
if (report) writeFileSync(report, JSON.stringify(process.resourceUsage()));
