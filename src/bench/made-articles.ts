import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../article/parse.ts';
import { InputError } from '../errors.ts';

/** How many articles a bench of many takes: 1,000, or what `DATELINE_BENCH_ARTICLES` says. */
export const articleCount = (): number => Number(process.env['DATELINE_BENCH_ARTICLES'] ?? 1000);

/**
 * So many articles of some 330 words, with title and date: sentences of the corpora, put together anew by a fixed rule,
 * so that two runs have the same.
 */
export function madeArticles(corpora: string | null, count: number): string[] {
  if (corpora === null)
    throw new InputError({ file: 'bench', what: 'no corpora', mend: 'Name them: --corpora DIR' });
  return recombine(sentencesOf(corpora), count);
}

/** Every sentence of the corpora's articles, in order of files and lines. */
function sentencesOf(corpora: string): string[] {
  const files = globSync(join(corpora, '**/*.jsonl')).sort();
  const texts = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text?: unknown }).text)
      .filter((text) => typeof text === 'string'),
  );
  const sentences = texts.flatMap((text) => {
    const article = parseArticle(text);
    return article.sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  });
  if (sentences.length > 0) return sentences;
  throw new InputError({
    file: corpora,
    what: 'no article in any *.jsonl',
    mend: 'Give the folder of the corpora',
  });
}

/**
 * Articles of five paragraphs of three sentences, taken in strides that share no factor with the whole, and shifted at
 * each round, so that no two articles are one.
 */
function recombine(sentences: readonly string[], count: number): string[] {
  const stride = 7919;
  const pick = (index: number) => {
    const round = Math.floor(index / sentences.length);
    return sentences[(index * stride + round * 31) % sentences.length]!;
  };
  return Array.from({ length: count }, (_, article) => {
    const paragraph = (p: number) => [0, 1, 2].map((s) => pick(article * 15 + p * 3 + s)).join(' ');
    const day = `2024-${String((article % 12) + 1).padStart(2, '0')}-${String((article % 28) + 1).padStart(2, '0')}`;
    const head = `---\ntitle: Story ${article}\ndate: ${day}\n---\n`;
    return `${head}${[0, 1, 2, 3, 4].map(paragraph).join('\n\n')}\n`;
  });
}
