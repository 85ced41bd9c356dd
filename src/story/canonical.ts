import type { Decisions } from '../article/decisions.ts';
import { digestOf } from '../cache.ts';
import type { Story } from './schema.ts';

/** JSON with keys in order: equal strings mean equal values, whatever wrote them. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The digest of a story apart from `provenance` and `reviewed`, `sha256:…`: what a signature holds for. */
export function storyDigest(story: Story): string {
  const { provenance: _p, reviewed: _r, ...rest } = story;
  return `sha256:${digestOf(canonical(rest))}`;
}

/** The digest of an editor's decisions, `sha256:…`, wherever they stand in their file. */
export function decisionsDigest(decisions: Decisions): string {
  return `sha256:${digestOf(canonical({ ...decisions, positions: null }))}`;
}

/** Two stories are equal when they are equal apart from `provenance` and `reviewed`. */
export function equalStories(a: Story, b: Story): boolean {
  return storyDigest(a) === storyDigest(b);
}
