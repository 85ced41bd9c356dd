import {
  Document,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { InputError } from '../errors.ts';
import { knownKeys, readDecisions } from './read-decisions.ts';

/**
 * A JSON Merge Patch (RFC 7396) of a decisions file, in the file's own keys and words (`is: 'none'`). null takes a key
 * out; a list is a value, replaced as a whole.
 */
export interface DecisionsPatch {
  [key: string]: PatchValue | DecisionsPatch;
}
type PatchValue = string | number | boolean | null | readonly unknown[];

/** True for keys within keys; a list is a value. */
export function isPatch(value: PatchValue | DecisionsPatch | undefined): value is DecisionsPatch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Editors complete keys and show their sentences by it. */
const FIRST_LINE = '# yaml-language-server: $schema=../decisions.schema.json\n';

/**
 * The text of a decisions file after a patch; `yamlText` is null where there is no file yet.
 *
 * Only the lines that the patch is about change, all others keep their bytes and comments; a new key stands where the
 * schema's order puts it, an entry that decides nothing any more goes. Throws `InputError` where the file is, or would
 * become, no decisions file.
 */
export function writeDecisions(file: string, yamlText: string | null, patch: DecisionsPatch): string {
  if (yamlText !== null) readDecisions(file, yamlText);
  const leaves = leavesOf(file, patch);
  let text = (yamlText?.trim() ? yamlText : FIRST_LINE).replace(/[^\n]$/, '$&\n');
  // What is added comes first: an entry that gets another key must not go because it lost one.
  for (const { path, value } of leaves) if (value !== null) text = setKey(text, path, value);
  for (const { path, value } of leaves) if (value === null) text = removeKey(text, path);
  if (yamlText?.includes('\r\n')) text = text.replace(/\r?\n/g, '\r\n');
  readDecisions(file, text);
  return text;
}

interface Leaf {
  path: string[];
  value: PatchValue;
}

/** The patch's values with their paths. The file is three maps deep: `places`, a name, its keys. */
function leavesOf(file: string, patch: DecisionsPatch, above: string[] = []): Leaf[] {
  return Object.entries(patch).flatMap(([key, value]): Leaf[] => {
    const path = [...above, key];
    if (!isPatch(value)) return [{ path, value }];
    if (path.length < 3) return leavesOf(file, value, path);
    throw new InputError({ file, what: 'a map where a value belongs', got: path.join('.') });
  });
}

interface Found {
  /** The innermost map on the path, null in a file that holds nothing; a map in braces ends the search. */
  map: YAMLMap<Node> | null;
  /** How many keys of the path lead to `map`. */
  depth: number;
  /** The pair of `map` for the next key of the path; null where it has none. */
  pair: Pair<Node> | null;
}

function find(root: unknown, path: readonly string[]): Found {
  let map = isMap(root) ? (root as YAMLMap<Node>) : null;
  for (let depth = 0; map; depth += 1) {
    const pair = map.items.find(({ key }) => nameOf(key) === path[depth]) ?? null;
    const inner = pair?.value;
    const isEmpty = isMap(inner) && inner.items.length === 0;
    if (map.flow || !isMap(inner) || isEmpty || depth === path.length - 1) return { map, depth, pair };
    map = inner as YAMLMap<Node>;
  }
  return { map, depth: 0, pair: null };
}

function setKey(text: string, path: readonly string[], value: PatchValue): string {
  const { map, depth, pair } = find(parseDocument(text).contents, path);
  if (!map) return `${text}${block(path, value)}\n`;
  if (map.flow) {
    return isSame(map.getIn(path.slice(depth), true), value)
      ? text
      : editFlow(text, map, () => setInFlow(map, path, depth, value));
  }
  const column = columnOf(text, map.items[0]);
  const below = path.slice(depth + 1);
  if (!pair)
    return insert(text, map, path.slice(0, depth), indented(block(path.slice(depth), value), column));
  if (below.length === 0) return replaceValue(text, pair, value);
  // `places: {}`: the map goes below its line.
  const [start, end] = (pair.value as Node).range ?? [0, 0];
  const bare = text.slice(0, start).trimEnd() + text.slice(end);
  const at = lineEnd(bare, text.slice(0, start).trimEnd().length);
  return `${bare.slice(0, at)}\n${indented(block(below, value), column + 2)}${bare.slice(at)}`;
}

function removeKey(text: string, path: readonly string[]): string {
  const { map, depth, pair } = find(parseDocument(text).contents, path);
  if (!map || !pair || (depth < path.length - 1 && !map.flow)) return text;
  const above = path.slice(0, depth);
  const left = map.items.filter((item) => item !== pair).map(({ key }) => nameOf(key));
  const decidesNothing = depth > 0 && left.every((key) => depth === 2 && /^(because|quote)$/.test(key));
  if (decidesNothing && depth === path.length - 1) return removeKey(text, above);
  if (map.flow) return editFlow(text, map, () => map.deleteIn(path.slice(depth)));
  const before = text.slice(0, lineStart(text, startOf(pair)));
  const after = text.slice(endOf(text, pair) + 1);
  const isGap = before.endsWith('\n\n') && (after === '' || after.startsWith('\n'));
  return (isGap ? before.slice(0, -1) : before) + after;
}

/** Adds lines to a map at the place that the schema's order gives their first key. */
function insert(text: string, map: YAMLMap<Node>, above: readonly string[], lines: string): string {
  const { items } = map;
  const isSection = (pair: Pair<Node> | undefined) =>
    above.length === 0 && isMap(pair?.value) && !pair.value.flow;
  const isNewSection = above.length === 0 && lines.includes('\n');
  const key = nameOf((parseDocument(lines).contents as YAMLMap<Node>).items[0]?.key);
  const index = indexFor(map, key, above);
  const [previous, next] = [items[index - 1], items[index]];
  const hasGaps = items.some((item, i) => i > 0 && isGapAbove(text, item));
  const gap = (pair: Pair<Node> | undefined) =>
    isNewSection || isSection(pair) || (hasGaps && above.length > 0) ? '\n' : '';
  if (previous) {
    const at = endOf(text, previous);
    return `${text.slice(0, at)}\n${gap(previous)}${lines}${text.slice(at)}`;
  }
  const at = startWithComments(text, next);
  return `${text.slice(0, at)}${lines}\n${gap(next)}${text.slice(at)}`;
}

/** After the last key that the schema puts before this one; at the end where the schema knows no order. */
function indexFor({ items }: YAMLMap<Node>, key: string, above: readonly string[]): number {
  const order = knownKeys([...above]);
  if (!order.includes(key)) return items.length;
  return items.findLastIndex((item) => order.indexOf(nameOf(item.key)) < order.indexOf(key)) + 1;
}

function replaceValue(text: string, { value: node }: Pair<Node>, value: PatchValue): string {
  if (isSame(node, value)) return text;
  const [start, end] = (node as Node).range ?? [0, 0];
  const length = text.slice(start, end).trimEnd().length;
  return `${text.slice(0, start)}${inline(value)}${text.slice(start + length)}`;
}

function isSame(node: unknown, value: PatchValue): boolean {
  const old: unknown = isScalar(node)
    ? (node.source ?? node.value)
    : isNode(node)
      ? node.toJSON()
      : undefined;
  return JSON.stringify(old) === JSON.stringify(isScalar(node) ? String(value) : value);
}

/** Changes a map in braces and writes it in braces again. */
function editFlow(text: string, map: YAMLMap<Node>, change: () => void): string {
  const [start, end] = map.range ?? [0, 0];
  change();
  map.comment = null;
  const flowCollectionPadding = /^\{\s/.test(text.slice(start));
  const braces = new Document(map).toString({ ...STYLE, flowCollectionPadding }).trimEnd();
  return text.slice(0, start) + braces + text.slice(end);
}

function setInFlow(map: YAMLMap<Node>, path: readonly string[], depth: number, value: PatchValue): void {
  const index = indexFor(map, path[depth] ?? '', path.slice(0, depth));
  const isNew = !map.has(path[depth]);
  map.setIn(path.slice(depth), new Document(value).contents);
  if (isNew) map.items.splice(index, 0, ...map.items.splice(-1));
}

/** As the project's formatter writes YAML; long sentences stay on their line. */
const STYLE = { lineWidth: 0, singleQuote: true, doubleQuotedMinMultiLineLength: Infinity };

/** Nested maps of one key each around a value, two spaces a level, no line end at the end. */
function block(path: readonly string[], value: PatchValue): string {
  const nested = path.reduceRight<unknown>((inner, key) => new Map([[key, inner]]), value);
  const doc = new Document(nested);
  visit(doc, {
    Seq: (_, list) => void (list.flow = true),
    // Only this form keeps a line break inside quoted words as it is in the article.
    Scalar: (_, scalar) => void (/\n/.test(String(scalar.value)) && (scalar.type = 'QUOTE_DOUBLE')),
  });
  return doc.toString({ ...STYLE, flowCollectionPadding: false }).trimEnd();
}

function inline(value: PatchValue): string {
  return block(['x'], value).slice('x: '.length);
}

function indented(lines: string, column: number): string {
  // Not /^/gm: to a pattern U+2028 breaks a line too, to YAML it doesn't.
  return lines
    .split('\n')
    .map((line) => ' '.repeat(column) + line)
    .join('\n');
}

/** A key as it was typed: `1984` is a name too. */
function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.source ?? key.value) : String(key);
}

const startOf = (pair: Pair<Node> | undefined) => pair?.key.range?.[0] ?? 0;
const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
const columnOf = (text: string, pair: Pair<Node> | undefined) =>
  startOf(pair) - lineStart(text, startOf(pair));
const isGapAbove = (text: string, pair: Pair<Node>) =>
  /\n\s*\n$/.test(text.slice(0, startWithComments(text, pair)));

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** The end of a pair's last line, without its line break; comments that stand deeper than its key belong to it. */
function endOf(text: string, pair: Pair<Node>): number {
  const start = startOf(pair);
  const valueEnd = (pair.value as Node | null)?.range?.[1] ?? start;
  const last = start + text.slice(start, Math.max(valueEnd, pair.key.range?.[1] ?? start)).trimEnd().length;
  let end = lineEnd(text, last);
  const column = columnOf(text, pair);
  for (;;) {
    const comment = /^\n( *)#.*/.exec(text.slice(end));
    if (!comment || (comment[1]?.length ?? 0) <= column) return end;
    end += comment[0].length;
  }
}

/** The start of a pair's line or of the comments right above it; the file's first line stays first. */
function startWithComments(text: string, pair: Pair<Node> | undefined): number {
  let start = lineStart(text, startOf(pair));
  for (;;) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (start === 0 || !/^\s*#/.test(line) || line.includes('yaml-language-server')) return start;
    start = above;
  }
}
