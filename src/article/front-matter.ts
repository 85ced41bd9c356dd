import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { isEdtf } from '../dates/edtf.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Source } from './article.ts';

/** What may stand between two lines of `---` at the head of an article. */
export interface FrontMatter {
  title: string | null;
  byline: string | null;
  /** EDTF: a year, a month or a day. */
  date: string | null;
  source: Source | null;
  lang: string | null;
  slug: string | null;
}

const KEYS = ['title', 'byline', 'date', 'source', 'lang', 'slug'];
const SOURCE_KEYS = ['name', 'url', 'home', 'licence'];

/** What each value must look like, and how to mend one that doesn't. */
const FORMS: Record<string, [form: RegExp, what: string, mend: string]> = {
  date: [
    /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/,
    'date must be a year, a month or a day of the calendar',
    'Write it as 2024-08-13.',
  ],
  lang: [/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'lang must be a BCP 47 tag', 'Write it as en or en-GB.'],
  slug: [
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'slug must be lower-case words joined by hyphens',
    'Write it as abbas-moscow-visit.',
  ],
  'source.url': [
    /^https?:\/\/[^\s/]+(\/\S*)?$/,
    'source.url must be an address',
    'Write it as https://news.example/x.',
  ],
  'source.home': [
    /^[A-Z]{2}(\.[A-Z0-9]{1,3})?$/,
    'source.home must be a country or a region',
    'Write it as GB or US.OH.',
  ],
};

/**
 * Reads front matter off the head of `text` (LF line ends). `body` is where the article's own words begin.
 * Throws `InputError` with each fault's line in the file; a text that doesn't begin with `---` has none.
 */
export function parseFrontMatter(file: string, text: string): { matter: FrontMatter; body: number } {
  const matter: FrontMatter = { title: null, byline: null, date: null, source: null, lang: null, slug: null };
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return { matter, body: 0 };
  const head = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(head));
  if (!closing) {
    throw new InputError({
      file,
      line: 1,
      what: 'front matter is not closed',
      mend: 'Put a line of --- under it.',
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text.slice(head, head + closing.index), { lineCounter: lines });
  const lineOf = (offset: number) => lines.linePos(offset).line + 1;
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: lineOf(error.pos[0]),
    what: `front matter is not YAML: ${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`,
  }));
  const read = (node: unknown, path: string, keys: string[], into: Record<string, unknown>) => {
    if (!isMap(node)) {
      problems.push({ file, line: 2, what: `${path || 'front matter'} must be a list of keys and values` });
      return;
    }
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? key.value : key);
      const line = lineOf(isScalar(key) && key.range ? key.range[0] : 0);
      const full = path ? `${path}.${name}` : name;
      if (!keys.includes(name)) {
        problems.push({
          file,
          line,
          what: 'unknown key in front matter',
          got: full,
          mend: `Known are ${keys.join(', ')}.`,
        });
      } else if (name === 'source' && isMap(value)) {
        const source: Source = { name: null, url: null, home: null, licence: null };
        read(value, 'source', SOURCE_KEYS, source as unknown as Record<string, unknown>);
        into['source'] = source;
      } else if (!isScalar(value) || value.value === null || typeof value.value === 'object') {
        problems.push({ file, line, what: `${full} must be text` });
      } else {
        const written = String(value.value).normalize('NFC').trim();
        const form = FORMS[full];
        if (form && (!form[0].test(written) || (full === 'date' && !isEdtf(written))))
          problems.push({ file, line, what: form[1], got: written, mend: form[2] });
        into[name] =
          name === 'source' ? { name: written, url: null, home: null, licence: null } : written || null;
      }
    }
  };
  if (!problems.length && document.contents !== null)
    read(document.contents, '', KEYS, matter as unknown as Record<string, unknown>);
  if (problems.length) throw new InputError(problems);
  return { matter, body: head + closing.index + closing[0].length };
}
