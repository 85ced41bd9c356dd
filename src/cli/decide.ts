import { existsSync, readFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline/promises';
import { parse } from 'yaml';
import { isPatch, writeDecisions, type DecisionsPatch } from '../article/write-decisions.ts';
import { writeWhole } from '../cache.ts';
import { InputError } from '../errors.ts';
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
  const patch = patchOf(question, value);
  if (!('because' in (innermost(patch) ?? {}))) return patch;
  const because = (await terminal.question('Why (a sentence for the next editor): ')).trim();
  return because === '' ? null : replaceKey(patch, 'because', because);
}

/** The question's own lines for the decisions file, with the chosen value in the place of the proposed one. */
export function patchOf({ key, candidates, mend }: Question, value: string): DecisionsPatch {
  const lines = parse(mend) as DecisionsPatch | null;
  const proposed = candidates[0]?.value;
  const path = key.split('.');
  if (path.length === 1 || lines === null || typeof lines !== 'object') return { [key]: value };
  const replace = (node: DecisionsPatch): DecisionsPatch =>
    Object.fromEntries(
      Object.entries(node).map(([name, inner]) => {
        if (isPatch(inner)) return [name, replace(inner)];
        return [name, String(inner) === proposed ? value : inner];
      }),
    );
  return replace(lines);
}

/** The map at the bottom of a patch of one key each. */
function innermost(patch: DecisionsPatch): DecisionsPatch | null {
  const inner = Object.values(patch).find(isPatch);
  return inner ? innermost(inner) : patch;
}

function replaceKey(patch: DecisionsPatch, key: string, value: string): DecisionsPatch {
  return Object.fromEntries(
    Object.entries(patch).map(([name, inner]) => {
      if (isPatch(inner)) return [name, replaceKey(inner, key, value)];
      return [name, name === key ? value : inner];
    }),
  );
}
