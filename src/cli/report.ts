import { styleText } from 'node:util';
import { drawable } from '../feeds/glyphs.ts';
import { formatDiff } from '../story/diff-words.ts';
import type { Question } from '../story/question.ts';
import type { Derivation, Entry } from './derive.ts';

type Stream = NodeJS.WriteStream;

/** Prints all that an editor should know of what was derived. */
export function printDerivation({ entries, warnings }: Derivation, stream: Stream = process.stderr): void {
  printChanges(entries);
  for (const entry of entries) printQuestions(entry);
  for (const warning of [...warnings, ...lostHeadlines(entries)])
    stream.write(`${styleText('yellow', warning, { stream })}\n`);
}

/** Says which stories' pictures go without their headline, for letters that no font of ours has. */
function lostHeadlines(entries: readonly Entry[]): string[] {
  const names = entries
    .filter(({ story: { title } }) => title !== '' && drawable(title) === '')
    .map(({ name }) => name);
  return names.length > 0
    ? [`card.png is without its headline, in letters that no font here has: ${names.join(', ')}`]
    : [];
}

/** Prints what changed against the committed stories, story by story; nothing for those that are the same. */
export function printChanges(entries: readonly Entry[], stream: Stream = process.stdout): void {
  for (const { name, comparison } of entries) {
    if (comparison.state === 'same') continue;
    const state = comparison.state === 'new' ? 'new' : 'changed';
    const [head = '', ...lines] = formatDiff({ ...comparison, slug: name, state }).split('\n');
    stream.write([styleText('bold', head, { stream }), ...lines, ''].join('\n'));
  }
}

/** One question with its sentence, its candidates and the lines that answer it. */
export function formatQuestion(
  { ask, sentence, candidates, mend, blocking }: Question,
  file: string,
): string {
  return [
    `${blocking ? '?' : '·'} ${ask}`,
    ...(sentence ? [`    “${sentence.replace(/[\p{Cc}\s]+/gu, ' ')}”`] : []),
    ...candidates.map(({ value, label }) => `    ${label}${label.includes(value) ? '' : ` [${value}]`}`),
    ...(mend
      ? [
          `    In ${file}:`,
          ...mend
            .trimEnd()
            .split('\n')
            .map((line) => `      ${line}`),
        ]
      : []),
  ].join('\n');
}

/** Prints the open questions of one story, the blocking ones first; nothing where there are none. */
export function printQuestions({ name, questions, warnings }: Entry, stream: Stream = process.stderr): void {
  const file = `data/stories/${name}.yaml`;
  const blocking = questions.filter((question) => question.blocking);
  if (blocking.length > 0) {
    stream.write(`${styleText('yellow', `${name}: the editor is asked`, { stream })}\n`);
    for (const question of blocking) stream.write(`${formatQuestion(question, file)}\n`);
  }
  const notes = questions.filter((question) => !question.blocking);
  if (notes.length > 0) {
    const names = notes.map(({ key }) => key.replace(/^\w+\./, '')).join(', ');
    stream.write(`${name}: left open and off the map: ${names} (dateline check says more)\n`);
  }
  for (const warning of warnings) stream.write(`${styleText('yellow', warning, { stream })}\n`);
}
