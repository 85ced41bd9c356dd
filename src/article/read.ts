import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import type { Article } from './article.ts';
import { parseFrontMatter, type FrontMatter } from './front-matter.ts';
import { findHeadline } from './headline.ts';
import { parseArticle } from './parse.ts';

/** Larger files are refused: the longest newspaper stories have some 100 kB. */
export const MAX_BYTES = 1_000_000;

/**
 * Reads one article as received: UTF-8, with or without front matter. NFC and LF are made here, once; all spans count
 * in the text after that. Throws `InputError` for a file that is empty, too large, no text, or malformed at its head.
 */
export function readArticle(file: string, bytes: Uint8Array): Article {
  const { matter, text } = readHead(file, bytes);
  const { slug, lang, ...given } = matter;
  const article = parseArticle(text, { file, slug: slug ?? slugOf(file) });
  const title =
    given.title ?? (article.dateline?.start === 0 ? null : findHeadline(text, article.paragraphs));
  return { ...article, ...given, title, lang: lang ?? 'en' };
}

/** The slug that `readArticle` gives, without reading on. Throws `InputError` as it does. */
export function readSlug(file: string, bytes: Uint8Array): string {
  return readHead(file, bytes).matter.slug ?? slugOf(file);
}

function readHead(file: string, bytes: Uint8Array): { matter: FrontMatter; text: string } {
  if (bytes.length > MAX_BYTES) {
    throw new InputError({
      file,
      what: 'larger than 1 MB',
      got: `${bytes.length} bytes`,
      mend: 'Split it into articles.',
    });
  }
  const whole = decodeText(file, bytes).normalize('NFC').replace(/\r\n?/g, '\n');
  const { matter, body } = parseFrontMatter(file, whole);
  const text = body === 0 ? whole : whole.slice(body).replace(/^\n+/, '');
  if (!text.trim()) {
    throw new InputError({
      file,
      what: 'no text in the article',
      mend: 'Put the article into it, or remove it.',
    });
  }
  return { matter, text };
}

/** The text of a file that people write. Throws `InputError`, with the line, for what isn't UTF-8 or no text at all. */
export function decodeText(file: string, bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text === null) {
    throw new InputError({ file, line: lineOfFault(bytes), what: 'not UTF-8', mend: 'Save it as UTF-8.' });
  }
  if (text.includes('\0')) {
    throw new InputError({
      file,
      line: lineAt(text, text.indexOf('\0')),
      what: 'not a text file: it holds a zero byte',
    });
  }
  return text;
}

/** A line end is never a part of another character: each line of UTF-8 is UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    if (decoded(bytes.subarray(start, end)) === null) break;
    [line, start] = [line + 1, end + 1];
  }
  return line;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** "Seeds/Été à Paris.txt" → "ete-a-paris". Throws `InputError` where nothing is left. */
export function slugOf(file: string): string {
  const slug = basename(file)
    .replace(/\.[a-z]+$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug) return slug;
  throw new InputError({
    file,
    what: 'no address can be made of the file’s name',
    got: basename(file),
    mend: 'Rename it, or put slug: a-few-words into its front matter.',
  });
}
