import { existsSync, readFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline/promises';
import { writeDecisions, type DecisionsPatch } from '../article/write-decisions.ts';
import { writeWhole } from '../cache.ts';
import { InputError } from '../errors.ts';
import { answerPatch, needsReason } from '../story/answer.ts';
import { proposalOf } from '../story/proposal.ts';
import type { Question } from '../story/question.ts';
import { deriveStories } from './build.ts';
import { UsageError } from './usage.ts';

/** `dateline decide`: asks the open questions on the terminal and writes the answers, each as soon as it is given. */
export async function decide(names: readonly string[], { all }: { all: boolean }): Promise<number> {
  const { entries } = await deriveStories();
  const unknown = names.find((name) => !entries.some((entry) => entry.name === name));
  if (unknown !== undefined) {
    throw new UsageError(
      `decide: no such story, got "${unknown}". There are ${entries.map(({ name }) => name).join(', ')}`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    let asked = 0;
    for (const { name, questions } of entries) {
      if (names.length > 0 && !names.includes(name)) continue;
      for (const question of questions.filter(({ blocking }) => all || blocking)) {
        asked += 1;
        process.stdout.write(`\n${name}\n`);
        const patch = await ask(terminal, question);
        if (patch) answer(`data/stories/${name}.yaml`, patch);
      }
    }
    const left = entries.flatMap(({ questions }) => questions).length;
    if (asked === 0)
      process.stdout.write(
        left > 0 && !all ? 'No question is blocking; --all asks the others.\n' : 'No question is open.\n',
      );
  } finally {
    terminal.close();
  }
  return 0;
}

/** Writes an answer into the file as it is now, so that what an editor has saved meanwhile stays. */
function answer(file: string, patch: DecisionsPatch): void {
  try {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
    writeWhole(file, writeDecisions(file, text, patch));
    process.stdout.write(`  written to ${file}\n`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stdout.write(`  not written: ${error.message}\n`);
  }
}

/** Asks one question; null where it is left open. */
async function ask(terminal: Interface, question: Question): Promise<DecisionsPatch | null> {
  const { ask: words, sentence, candidates } = question;
  process.stdout.write(`${words}\n`);
  if (sentence) process.stdout.write(`    “${sentence.replace(/[\p{Cc}\s]+/gu, ' ')}”\n`);
  candidates.forEach(({ label }, index) => process.stdout.write(`  ${index + 1}  ${label}\n`));
  const choose =
    candidates.length > 0
      ? 'Number, another value, or Enter to leave it open'
      : 'Answer, or Enter to leave it open';
  const typed = (await terminal.question(`${choose}: `)).trim();
  if (typed === '') return null;
  const value = candidates[Number(typed) - 1]?.value ?? typed;
  const proposal = proposalOf(question);
  const why = needsReason(proposal)
    ? 'Why (a sentence for the next editor): '
    : question.key === 'published'
      ? 'Why that day (shown on the About page only), or Enter: '
      : null;
  const because = why === null ? '' : (await terminal.question(why)).trim();
  if (needsReason(proposal) && because === '') return null;
  return answerPatch(proposal, value, because);
}
