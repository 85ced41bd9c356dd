import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleStory } from '../story/example.ts';
import { answerDesk, MOST_BYTES, type Desk, type DeskRequest } from './endpoint.ts';
import type { DeskView } from './view.ts';

const TOKEN = 'a'.repeat(64);
const HOST = 'localhost:4321';
const SLUG = exampleStory().slug;
const FILE = 'data/stories/bridge.yaml';

let root: string;
let desk: Desk;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'desk-'));
  mkdirSync(join(root, 'data/stories'), { recursive: true });
  const entry = { name: 'bridge', story: exampleStory(), questions: [], warnings: [] };
  desk = { root, token: TOKEN, entries: () => [entry] };
});
afterEach(() => rmSync(root, { recursive: true }));

const own = {
  host: HOST,
  origin: `http://${HOST}`,
  'sec-fetch-site': 'same-origin',
  'x-dateline-desk': TOKEN,
};
const get = (more: Partial<DeskRequest> = {}) =>
  answerDesk(desk, { method: 'GET', path: SLUG, headers: own, body: '', ...more });
const post = (body: unknown, more: Partial<DeskRequest> = {}, headers: DeskRequest['headers'] = {}) =>
  answerDesk(desk, {
    method: 'POST',
    path: SLUG,
    headers: { ...own, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...more,
  });
const read = () => readFileSync(join(root, FILE), 'utf8');
const good = { digest: 'none', patch: { title: 'A bridge' } };

describe('answerDesk', () => {
  it('gives what there is to decide', () => {
    const { status, body } = get();
    expect(status).toBe(200);
    expect(body).toMatchObject({ slug: SLUG, file: FILE, digest: 'none' });
  });

  it('writes a decision into the file of the article’s name, and says what the file is now', () => {
    const { status, body } = post(good);
    expect(status).toBe(200);
    expect(read()).toBe('# yaml-language-server: $schema=../decisions.schema.json\ntitle: A bridge\n');
    const { digest } = get().body as DeskView;
    expect(body).toEqual({ file: FILE, digest });
    expect(post({ digest, patch: { title: 'The bridge' } }).status).toBe(200);
    expect(read()).toContain('title: The bridge\n');
    expect(readdirSync(join(root, 'data/stories'))).toEqual(['bridge.yaml']);
  });

  it.each<[string, number, Partial<DeskRequest>, DeskRequest['headers']]>([
    ['another origin', 403, {}, { origin: 'http://evil.example' }],
    ['another port of this machine', 403, {}, { origin: 'http://localhost:9999' }],
    ['a page without an origin (sandboxed, file:)', 403, {}, { origin: 'null' }],
    ['a POST that names no origin', 403, {}, { origin: undefined }],
    ['another site', 403, {}, { 'sec-fetch-site': 'cross-site' }],
    ['another subdomain', 403, {}, { 'sec-fetch-site': 'same-site' }],
    ['an address typed by hand', 403, {}, { 'sec-fetch-site': 'none' }],
    ['a host that is not the origin’s', 403, {}, { host: 'rebound.example:4321' }],
    ['no token', 403, {}, { 'x-dateline-desk': undefined }],
    ['a wrong token', 403, {}, { 'x-dateline-desk': 'b'.repeat(64) }],
    ['a token cut short', 403, {}, { 'x-dateline-desk': TOKEN.slice(1) }],
    ['an empty token', 403, {}, { 'x-dateline-desk': '' }],
    ['a path upwards', 400, { path: '../../package' }, {}],
    ['a path upwards in disguise', 400, { path: '..%2f..%2fpackage' }, {}],
    ['a path upwards behind a story', 400, { path: `${SLUG}/../x` }, {}],
    ['a byte that ends names', 400, { path: `${SLUG}%00` }, {}],
    ['no story', 400, { path: '' }, {}],
    ['a story that is not there', 404, { path: 'no-such-story' }, {}],
    ['the file’s name where it is not the story’s', 404, { path: 'bridge' }, {}],
    ['another method', 405, { method: 'DELETE' }, {}],
    ['a form', 415, {}, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', 415, {}, { 'content-type': 'text/plain' }],
    ['no type', 415, {}, { 'content-type': undefined }],
    ['too much', 413, { body: null }, {}],
    ['no JSON', 400, { body: '{' }, {}],
    ['another form of JSON', 400, { body: '[]' }, {}],
    ['more than it asks for', 400, { body: JSON.stringify({ ...good, file: 'x' }) }, {}],
  ])('refuses %s', (_, status, more, headers) => {
    const answer = post(good, more, headers);
    expect(answer).toEqual({ status, body: { error: expect.any(String) as string } });
    expect(existsSync(join(root, FILE))).toBe(false);
  });

  it('reads nothing out to another page either', () => {
    expect(get({ headers: { ...own, origin: 'http://localhost:9999' } }).status).toBe(403);
    expect(get({ headers: { ...own, 'x-dateline-desk': 'x' } }).status).toBe(403);
    expect(get({ headers: { host: HOST, 'x-dateline-desk': TOKEN } }).status).toBe(200);
  });

  it('refuses to write over a file that changed underneath', () => {
    writeFileSync(join(root, FILE), 'title: Mine\n');
    expect(post(good)).toEqual({ status: 409, body: { error: `${FILE} was changed meanwhile` } });
    const { digest } = get().body as DeskView;
    writeFileSync(join(root, FILE), 'title: Mine, bettered\n');
    expect(post({ ...good, digest }).status).toBe(409);
    rmSync(join(root, FILE));
    expect(post({ ...good, digest }).status).toBe(409);
  });

  it.each([
    [{ titel: 'x' }, `${FILE}:2:1: unknown key, got "titel". Did you mean title?`],
    [{ places: { Troy: { is: 'none' } } }, /because: missing/],
    [{ places: { Troy: { is: { a: { b: 'c' } } } } }, /a map where a value belongs/],
    [{ reviewed: { by: 'A', at: 'tomorrow' } }, /not a day of the calendar/],
  ])('refuses a decision that could not be read again: %j', (patch, error) => {
    const answer = post({ digest: 'none', patch });
    expect(answer.status).toBe(422);
    expect((answer.body as { error: string }).error).toMatch(error);
    expect(existsSync(join(root, FILE))).toBe(false);
  });

  it('says where a broken file is broken, and leaves it', () => {
    writeFileSync(join(root, FILE), 'title: [\n');
    const { status, body } = get();
    expect(status).toBe(422);
    expect((body as { error: string }).error).toMatch(`${FILE}:2:1: not YAML`);
    expect(read()).toBe('title: [\n');
  });

  it('takes a longest request that no decision comes near', () => {
    expect(MOST_BYTES).toBeGreaterThan(JSON.stringify(good).length * 100);
  });
});
