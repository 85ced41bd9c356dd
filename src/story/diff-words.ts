import type { Change } from './diff.ts';

/** The changes of one story, with what caused them. */
export interface StoryDiff {
  slug: string;
  /** `article`, `decisions`, `gazetteer` …; empty for a new story. */
  causes: readonly string[];
  /** `new`, `changed` or `gone`. */
  state: string;
  changes: readonly Change[];
}

const MARKS = { added: '+', removed: '-', moved: '>', changed: '~' };
/** More changes than this of one story are counted, not listed. */
const MOST = 40;

/** Plain lines for a terminal; what comes from the article can't steer it. */
export function formatDiff({ slug, state, causes, changes }: StoryDiff): string {
  const head = `${slug}: ${state}${causes.length > 0 ? ` by ${causes.join(', ')}` : ''}`;
  const lines = changes.slice(0, MOST).flatMap(({ how, says, sentence }, index) => {
    const line = `  ${MARKS[how]} ${plain(says)}`;
    return isLastOf(changes, index) ? [line, `      “${cut(plain(sentence!))}”`] : [line];
  });
  const more = changes.length - MOST;
  return [head, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}

/** A section for a pull request; what comes from the article is escaped. */
export function markdownDiff({ slug, state, causes, changes }: StoryDiff): string {
  const head = `### ${escape(slug)}: ${state}${causes.length > 0 ? ` by ${causes.join(', ')}` : ''}`;
  const lines = changes.slice(0, MOST).flatMap(({ says, sentence }, index) => {
    const line = `- ${escape(plain(says))}`;
    return isLastOf(changes, index) ? [line, `  > ${escape(cut(plain(sentence!)))}`] : [line];
  });
  const more = changes.length - MOST;
  return [head, '', ...lines, ...(more > 0 ? [`- … and ${more} more`] : []), ''].join('\n');
}

/** Changes in a row that rest on one sentence show it once, below the last. */
function isLastOf(changes: readonly Change[], index: number): boolean {
  const sentence = changes[index]?.sentence;
  return Boolean(sentence) && (index === MOST - 1 || changes[index + 1]?.sentence !== sentence);
}

function plain(words: string): string {
  return words.replace(/[\p{Cc}\p{Bidi_C}]+/gu, ' ');
}

function cut(words: string): string {
  return words.length > 200 ? `${words.slice(0, 199)}…` : words;
}

/** No word becomes markup, a link, a mention of a user or of another thread. */
function escape(words: string): string {
  return words
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, '&#58;//');
}
