import {
  type Alias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { z } from 'zod';
import { InputError, type Problem } from '../errors.ts';
import type { Decisions, PlaceDecision, Position } from './decisions.ts';
import { decisionsSchema } from './decisions-schema.ts';

/**
 * Reads `data/stories/<slug>.yaml`: every unknown key and impossible value of the file in one `InputError`, each with
 * `file:line:column` and its mend. `warnings` are sentences about what is allowed but has no effect.
 */
export function readDecisions(file: string, yamlText: string): { decisions: Decisions; warnings: string[] } {
  const lines = new LineCounter();
  const doc = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (doc.errors.length > 0) {
    throw new InputError(
      doc.errors.map(({ pos, message }) => ({ file, ...at(pos[0]), what: `not YAML: ${message}` })),
    );
  }
  const aliases = keepWords(doc);
  if (aliases.length > 0) {
    throw new InputError(
      aliases.map(({ range, source }) => ({
        file,
        ...at(range?.[0] ?? 0),
        what: 'an alias, which is not read here',
        got: `*${source}`,
        mend: 'Write the value out, in quotes if it begins with *',
      })),
    );
  }
  const positions = positionsOf(doc.contents, at);
  const parsed = decisionsSchema.safeParse(doc.contents === null ? {} : (doc.toJS() ?? {}));
  if (!parsed.success) {
    const position = (path: PropertyKey[]) => nearest(positions, path);
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(file, issue, doc, position));
    throw new InputError(problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  }
  // No map of the program's can hold this key: it would be lost in silence.
  const lost = Object.keys(positions).find((path) => path.split('.').includes('__proto__'));
  if (lost !== undefined)
    throw new InputError({ file, ...positions[lost]!, what: 'no name that can be used', got: '__proto__' });
  const { places, events, scenes, corrections, ...rest } = parsed.data;
  const decisions: Decisions = {
    file,
    ...rest,
    places: Object.fromEntries(Object.entries(places).map(([key, value]) => [key, placeOf(value)])),
    events,
    scenes,
    corrections: corrections.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    positions,
  };
  return { decisions, warnings: warningsOf(decisions) };
}

type Read = z.infer<typeof decisionsSchema>;

/** `lngLat` is another word for `at`. */
function placeOf({ lngLat, at, ...place }: Read['places'][string]): PlaceDecision {
  const point = at ?? lngLat;
  return point ? { ...place, at: point } : place;
}

/** YAML reads `title: 1984` as a number: outside lists and switches it becomes what was typed. Gives the aliases. */
function keepWords(doc: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(doc, {
    Alias(_, alias) {
      aliases.push(alias);
    },
    Scalar(key, scalar, path) {
      const parent = path.at(-1);
      const isSwitch =
        isPair(parent) && isScalar(parent.key) && /^(add|drop)$/.test(String(parent.key.value));
      const isList = isSeq(parent);
      if (key === 'key' || (!isSwitch && !isList)) {
        if (typeof scalar.value === 'number' || typeof scalar.value === 'boolean') {
          scalar.value = scalar.source ?? String(scalar.value);
        }
      }
    },
  });
  return aliases;
}

/** The position of each key by its path, joined with dots: `places.Gaza#3.is`, `corrections.0.date`. */
function positionsOf(
  root: unknown,
  at: (offset: number) => Position,
  path = '',
  found: Record<string, Position> = Object.create(null) as Record<string, Position>,
): Record<string, Position> {
  const join = (key: unknown) => (path === '' ? String(key) : `${path}.${String(key)}`);
  if (isMap(root)) {
    for (const { key, value } of root.items) {
      const name = join(isScalar(key) ? key.value : key);
      found[name] = at((key as Node).range?.[0] ?? 0);
      positionsOf(value, at, name, found);
    }
  } else if (isSeq(root)) {
    root.items.forEach((item, index) => {
      found[join(index)] = at((item as Node).range?.[0] ?? 0);
      positionsOf(item, at, join(index), found);
    });
  }
  return found;
}

/** The position of a path, or of the innermost part of it that the file has; the file's start if it has none. */
function nearest(positions: Record<string, Position>, path: PropertyKey[]): Position {
  for (let length = path.length; length > 0; length -= 1) {
    const position = positions[path.slice(0, length).join('.')];
    if (position) return position;
  }
  return { line: 1, column: 1 };
}

function problemsOf(
  file: string,
  issue: z.core.$ZodIssue,
  doc: Document,
  position: (path: PropertyKey[]) => Position,
): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      ...position([...issue.path, key]),
      what: 'unknown key',
      got: key,
      mend: mendKey(key, knownKeys(issue.path)),
    }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.flatMap((inner) => problemsOf(file, { ...inner, path: issue.path }, doc, position));
  }
  const node = issue.path.length === 0 ? doc.contents : doc.getIn(issue.path, true);
  const got = isScalar(node) ? String(node.source ?? node.value) : node ? String(node).trim() : undefined;
  const [what = '', mend] = issue.message.split(' | ');
  const key = issue.path.join('.') || 'the file';
  return [{ file, ...position(issue.path), what: `${key}: ${what}`, got, ...(mend ? { mend } : {}) }];
}

/** The keys that are allowed where `path` leads, in the schema's own order. */
export function knownKeys(path: PropertyKey[]): string[] {
  let schema: unknown = decisionsSchema;
  for (const part of path) schema = innermost(step(innermost(schema), part));
  const shape = (innermost(schema) as { shape?: object }).shape;
  return Object.keys(shape ?? {});
}

function step(schema: unknown, part: PropertyKey): unknown {
  const { shape, valueType, element } = schema as {
    shape?: Record<PropertyKey, unknown>;
    valueType?: unknown;
    element?: unknown;
  };
  return shape?.[part] ?? valueType ?? element;
}

/** Takes off `optional`, `default`, `nullable` and the like. */
function innermost(schema: unknown): unknown {
  const inner = (schema as { def?: { innerType?: unknown } }).def?.innerType;
  return inner ? innermost(inner) : schema;
}

/** "Did you mean …?" within two letters, else the list of all that is known. */
function mendKey(key: string, known: string[]): string {
  const near = known.find((name) => lettersApart(name.toLowerCase(), key.toLowerCase()) <= 2);
  return near ? `Did you mean ${near}?` : `Known here: ${known.join(', ')}`;
}

/** Levenshtein's distance, one row at a time. */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function warningsOf({ file, events, places, positions }: Decisions): string[] {
  const line = (key: string) => `${file}:${positions[key]?.line ?? 1}`;
  return [
    ...Object.entries(events)
      .filter(([, { drop, quote: _q, because: _b, ...rest }]) => drop && Object.keys(rest).length > 0)
      .map(
        ([key]) => `${line(`events.${key}`)}: drop takes the event out, so that its other keys do nothing`,
      ),
    ...Object.entries(places)
      .filter(([, { is, because: _b, ...rest }]) => is === null && Object.keys(rest).length > 0)
      .map(
        ([key]) =>
          `${line(`places.${key}`)}: is: none takes the place out, so that its other keys do nothing`,
      ),
  ];
}
