import { parse } from 'yaml';
import type { Proposal } from './answer.ts';
import type { Question } from './question.ts';

/** What a question proposes, as plain data: a browser can answer it without a reader of YAML. */
export function proposalOf({ key, candidates, mend }: Question): Proposal {
  const lines: unknown = parse(mend);
  const [section, entries] = firstEntry(lines) ?? [];
  const [name, keys] = firstEntry(entries) ?? [];
  const isEntry = section !== undefined && name !== undefined && typeof keys === 'object' && keys !== null;
  const entry = isEntry ? { section, name, keys: { ...keys } } : null;
  return { key, entry, proposed: candidates[0]?.value ?? null };
}

function firstEntry(value: unknown): [string, unknown] | undefined {
  return typeof value === 'object' && value !== null ? Object.entries(value)[0] : undefined;
}
