import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import { deriveFile } from './derive.ts';
import { formatQuestion } from './report.ts';
import { loadTools } from './tools.ts';

/** `dateline story FILE`: the Story JSON on stdout, questions and warnings on stderr. Nothing is written. */
export async function story(file: string): Promise<number> {
  const isThere = existsSync(file);
  if (!isThere || statSync(file).isDirectory()) {
    throw new InputError({
      file,
      what: isThere ? 'a folder, not an article' : 'no such file',
      mend: 'Name an article, e.g. seeds/abbas-moscow-visit.txt',
    });
  }
  const { story, questions, warnings } = deriveFile(await loadTools(), '.', file);
  process.stdout.write(`${JSON.stringify(story, null, 2)}\n`);
  const decisions = `data/stories/${basename(file).replace(/\.\w+$/, '')}.yaml`;
  for (const question of questions) process.stderr.write(`${formatQuestion(question, decisions)}\n`);
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  return 0;
}
