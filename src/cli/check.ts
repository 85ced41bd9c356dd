import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { checkAddresses, readAddresses } from '../feeds/addresses.ts';
import { formatProblem } from '../errors.ts';
import { formatDiff, markdownDiff, type StoryDiff } from '../story/diff-words.ts';
import { diffStories } from '../story/diff.ts';
import { equalStories } from '../story/canonical.ts';
import { storySchema, type Story } from '../story/schema.ts';
import { deriveStories } from './build.ts';
import type { Entry } from './derive.ts';
import { formatQuestion, printChanges, printQuestions } from './report.ts';
import { frozenRefusals, publishedOf } from './settle.ts';

/** `dateline derive`: the stories into the cache, with what changed and what is asked. */
export async function derive(): Promise<number> {
  const { entries, warnings } = await deriveStories();
  printChanges(entries);
  for (const entry of entries) printQuestions(entry);
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  return 0;
}

/** What `check` found, as `--json` prints it. */
export interface Findings {
  /** Why a frozen build would refuse, a sentence each. */
  refused: string[];
  /** Each derived story against the committed one. */
  stories: StoryDiff[];
  /** Each committed story against the last commit of git. */
  sinceCommit: StoryDiff[];
  questions: { story: string; questions: Entry['questions'] }[];
  warnings: string[];
}

/** `dateline check`: exit code 1 where a frozen build would refuse. */
export async function check(form: 'text' | 'json' | 'markdown'): Promise<number> {
  const { entries, warnings, policy } = await deriveStories();
  const vanishing = checkAddresses(readAddresses(), publishedOf(entries)).map(formatProblem);
  const findings: Findings = {
    refused: [...frozenRefusals(entries, policy), ...vanishing],
    stories: entries.filter(({ comparison }) => comparison.state !== 'same').map(diffOf),
    sinceCommit: entries.flatMap(diffSinceCommit),
    questions: entries
      .filter(({ questions }) => questions.length > 0)
      .map(({ name, questions }) => ({ story: name, questions })),
    warnings: [...entries.flatMap((entry) => entry.warnings), ...warnings],
  };
  const print = { text: textOf, json: (all: Findings) => JSON.stringify(all, null, 2), markdown: markdownOf }[
    form
  ];
  process.stdout.write(`${print(findings)}\n`);
  return findings.refused.length > 0 ? 1 : 0;
}

function diffOf({ name, comparison }: Entry): StoryDiff {
  const { state, causes, changes } = comparison;
  return { slug: name, state: state === 'new' ? 'not committed yet' : 'changed', causes, changes };
}

/** What a build has written since the last commit; nothing outside git or for a story that git doesn't know. */
function diffSinceCommit({ name, committed }: Entry): StoryDiff[] {
  if (committed === null) return [];
  const file = `data/stories/${name}.json`;
  const last = lastCommitted(file);
  const now = JSON.parse(readFileSync(file, 'utf8')) as Story;
  if (!last || equalStories(last, now)) return [];
  return [
    { slug: name, state: 'changed since the last commit', causes: [], changes: diffStories(last, now) },
  ];
}

function lastCommitted(file: string): Story | null {
  try {
    const text = execFileSync('git', ['show', `HEAD:./${file}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    });
    return storySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // no git, no commit yet, or not in it
  }
}

function textOf({ refused, stories, sinceCommit, questions, warnings }: Findings): string {
  const stream = process.stdout;
  const head = (words: string) => styleText('bold', words, { stream });
  const asked = questions.flatMap(({ story, questions: all }) =>
    all.map((question) => `${story}\n${formatQuestion(question, `data/stories/${story}.yaml`)}`),
  );
  const part = (title: string, lines: string[]) => (lines.length > 0 ? [head(title), ...lines, ''] : []);
  return [
    ...part('Against the committed stories', stories.map(formatDiff)),
    ...part('Since the last commit', sinceCommit.map(formatDiff)),
    ...part('Questions to the editor (? stops a frozen build, · leaves a place off the map)', asked),
    ...part('Warnings', warnings),
    ...(refused.length > 0
      ? [
          styleText('red', 'A frozen build would refuse:', { stream }),
          ...refused.map((reason) => `  ${reason}`),
        ]
      : [styleText('green', 'Nothing stands against a frozen build.', { stream })]),
  ].join('\n');
}

function markdownOf({ refused, stories, sinceCommit }: Findings): string {
  const all = [...stories, ...sinceCommit].map(markdownDiff);
  const head =
    refused.length > 0 ? `**A frozen build would refuse**: ${refused.length} reason(s)` : 'No objection.';
  return [
    '## What changes in the stories',
    '',
    head,
    '',
    ...(all.length > 0 ? all : ['No story changes.']),
  ].join('\n');
}
