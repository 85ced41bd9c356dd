import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isNode, isSeq, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { digestOf } from './cache.ts';
import { InputError, type Problem } from './errors.ts';
import type { Bbox, LngLat } from './geo.ts';

/** One dispute: what the map draws where states disagree, and since when this policy holds. */
export interface DisputeRow {
  id: string;
  name: string;
  bbox: Bbox;
  /** What the reader is told: what is drawn, who disagrees. */
  drawn: string;
  parties: string[];
  since: string;
  /** Borders of the source, by the source's names of both sides, that are drawn otherwise inside `bbox`. */
  lines: { between: [string, string]; draw: 'dashed' | 'none' }[];
  /** Lines that the source lacks, drawn dashed. */
  add: LngLat[][];
  /**
   * Land that an outline of `from` leaves out and one of `to` takes in, by the source's names: its polygons inside `bbox`,
   * or what it has inside the ring `area`.
   */
  outline?: { from: string; to: string; area?: LngLat[] };
}

/** `data/policy.yaml`, checked: borders, names, the range of years. */
export interface Policy {
  /** First and last year that an article without a year may be from, inclusive. */
  years: [first: number, last: number];
  review: 'optional' | 'required';
  /** The line at the map's corner, full and short. */
  line: { full: string; short: string };
  /** Display names by place id, where usage differs; an empty one means that the map writes no name there. */
  names: Record<string, string>;
  /** Where readers report a wrong place or date, `mailto:` or `https:`; empty where no address is given. */
  report?: string;
  disputes: DisputeRow[];
}

const lng = z.number().min(-180).max(180);
const lat = z.number().min(-90).max(90);
const year = z.int().min(1).max(9999);

const disputeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not an id of lower-case words and hyphens'),
  name: z.string().min(1),
  bbox: z.tuple([lng, lat, lng, lat]),
  drawn: z.string().min(1),
  parties: z.array(z.string().min(1)).min(1),
  since: z.iso.date(),
  lines: z
    .array(z.strictObject({ between: z.tuple([z.string(), z.string()]), draw: z.enum(['dashed', 'none']) }))
    .default([]),
  add: z.array(z.array(z.tuple([lng, lat])).min(2)).default([]),
  outline: z
    .strictObject({
      from: z.string(),
      to: z.string(),
      area: z
        .array(z.tuple([lng, lat]))
        .min(4)
        .optional(),
    })
    .optional(),
});

const policySchema = z.strictObject({
  years: z.tuple([year, year]).refine(([first, last]) => first <= last, 'the first year is after the last'),
  review: z.enum(['optional', 'required']),
  line: z.strictObject({ full: z.string().min(1), short: z.string().min(1) }),
  names: z.record(z.string(), z.string()).default({}),
  report: z
    .string()
    .regex(/^$|^(mailto:|https?:\/\/)/, 'not an address that begins with mailto: or https:')
    .optional(),
  disputes: z
    .array(disputeSchema)
    .refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length, 'two disputes with one id'),
});

/** Parses a policy and checks it whole. Throws one `InputError` with every fault at its `file:line:column`. */
export function readPolicy(file: string, yamlText: string): Policy {
  const counter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: counter });
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map((error) => {
        const { line, col } = counter.linePos(error.pos[0]);
        return { file, line, column: col, what: error.message.split('\n')[0]!.replace(/ at line .*$/, '') };
      }),
    );
  }
  const read = policySchema.safeParse(document.toJS());
  if (read.success) return read.data;
  throw new InputError(read.error.issues.map((issue) => problemOf(file, document, counter, issue)));
}

/** Reads `data/policy.yaml` of the working folder, with the digest that stories remember. */
export function loadPolicy(file = 'data/policy.yaml'): { policy: Policy; digest: string } {
  const text = readFileSync(file, 'utf8');
  return { policy: readPolicy(file, text), digest: digestOf(text) };
}

function problemOf(file: string, document: Document, counter: LineCounter, issue: z.core.$ZodIssue): Problem {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = unknown === undefined ? issue.path : [...issue.path, unknown];
  const { line, col } = counter.linePos(offsetOf(document, path));
  const value = document.getIn(path.map(String));
  const at = path.map(String).join('.');
  return {
    file,
    line,
    column: col,
    what: unknown === undefined ? `${at || 'policy'}: ${issue.message}` : `${at}: no such key`,
    ...(isNode(value) || value === undefined || value === null ? {} : { got: String(value) }),
  };
}

/** Where the deepest part of the path that exists begins: a key if it has one, else the value. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isNode(item.key) && String(item.key) === String(part));
      if (!pair) break;
      offset = (isNode(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
