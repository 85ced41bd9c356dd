import { timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDecisions } from '../article/read-decisions.ts';
import { writeDecisions, type DecisionsPatch } from '../article/write-decisions.ts';
import { digestOf, writeWhole } from '../cache.ts';
import { InputError } from '../errors.ts';
import type { Question } from '../story/question.ts';
import type { Story } from '../story/schema.ts';
import { deskView } from './view.ts';

/** The path of the desk's endpoint on the dev server; the story's slug follows. */
export const DESK_PATH = '/__desk/';

/** The header that carries the token of the page. */
export const TOKEN_HEADER = 'x-dateline-desk';

/** The longest request, in bytes: some hundred times what a decision takes. */
export const MOST_BYTES = 65_536;

/** A story that the desk may decide on. */
export interface DeskEntry {
  /** The article's name, and so that of its decisions file. */
  name: string;
  story: Story;
  questions: Question[];
  warnings: string[];
}

export interface Desk {
  /** The folder that holds `data/`. */
  root: string;
  /** Known to the dev server and to the pages that it serves. */
  token: string;
  entries: () => readonly DeskEntry[];
}

export interface DeskRequest {
  method: string;
  /** Below `DESK_PATH`, as it was sent. */
  path: string;
  /** Names in small letters, as Node gives them. */
  headers: Record<string, string | string[] | undefined>;
  /** Null where it was longer than `MOST_BYTES`. */
  body: string | null;
}

export interface DeskResponse {
  status: number;
  body: unknown;
}

const decisionBody = z.strictObject({
  digest: z.string(),
  patch: z.record(z.string(), z.unknown()),
});

/**
 * Answers the desk: GET gives the `DeskView` of a story, POST `{digest, patch}` writes the patch into its decisions file
 * and gives the file's new digest. Refuses, with a sentence, what doesn't come from a page of this very server (403), what
 * names no story (400, 404), a file that changed since it was read (409) and a file that couldn't be read again (422).
 */
export function answerDesk(desk: Desk, { method, path, headers, body }: DeskRequest): DeskResponse {
  if (method !== 'GET' && method !== 'POST') return refuse(405, 'GET or POST only');
  if (!isOwnPage(method, headers)) return refuse(403, 'Asked from another site');
  if (!isToken(headers[TOKEN_HEADER], desk.token))
    return refuse(403, 'Not from a page of this server: reload it');
  const slug = path.split('?')[0] ?? '';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return refuse(400, 'Not the name of a story');
  const entry = desk.entries().find(({ story }) => story.slug === slug);
  if (!entry) return refuse(404, 'No such story');
  const file = `data/stories/${entry.name}.yaml`;
  const at = join(desk.root, file);
  const text = existsSync(at) ? readFileSync(at, 'utf8') : null;
  try {
    if (method === 'GET') {
      const decisions = text === null ? null : readDecisions(file, text).decisions;
      return { status: 200, body: deskView({ ...entry, file, digest: digestOfText(text), decisions }) };
    }
    if (body === null) return refuse(413, `Longer than ${MOST_BYTES} bytes`);
    if (!/^application\/json\b/.test(String(headers['content-type']))) return refuse(415, 'Not JSON');
    const asked = decisionBody.safeParse(parseJson(body));
    if (!asked.success) return refuse(400, 'Not {"digest", "patch"}');
    if (asked.data.digest !== digestOfText(text)) return refuse(409, `${file} was changed meanwhile`);
    const written = writeDecisions(file, text, asked.data.patch as DecisionsPatch);
    if (written !== text) writeWhole(at, written);
    return { status: 200, body: { file, digest: digestOfText(written) } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse(422, error.message);
  }
}

const refuse = (status: number, why: string): DeskResponse => ({ status, body: { error: why } });

/** No file has a digest too: two desks must not both begin one. */
const digestOfText = (text: string | null) => (text === null ? 'none' : `sha256:${digestOf(text)}`);

/**
 * True where the request comes from a page of the server that it is sent to. A browser always names the origin of a
 * POST, and the site of every request to a trustworthy address; another page can forge neither.
 */
function isOwnPage(method: string, headers: DeskRequest['headers']): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return method === 'GET';
  return typeof origin === 'string' && host !== undefined && URL.parse(origin)?.host === host;
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told as any other body of the wrong form
  }
}
