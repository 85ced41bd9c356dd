import type { DecisionsPatch } from '../article/write-decisions.ts';
import type { DeskView } from './view.ts';

declare global {
  interface Window {
    /** The token of this server's pages. */
    datelineDesk?: string;
  }
}

/** What the dev server answered: its value, or a sentence why not. 0: it didn't answer. */
export type Answer<T> = { value: T } | { status: number; error: string };

/** Reads what there is to decide on a story. */
export function readDesk(slug: string): Promise<Answer<DeskView>> {
  return ask(slug, { method: 'GET' });
}

/** Writes a patch into the story's decisions file, if that is still the one that was read. */
export function saveDecision(
  { slug, digest }: DeskView,
  patch: DecisionsPatch,
): Promise<Answer<{ file: string; digest: string }>> {
  return ask(slug, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ digest, patch }),
  });
}

async function ask<T>(slug: string, { headers, ...init }: RequestInit): Promise<Answer<T>> {
  const token = { 'x-dateline-desk': window.datelineDesk ?? '' };
  try {
    // eslint-disable-next-line no-restricted-globals -- the dev server of this very page, never a reader's browser
    const response = await fetch(`/__desk/${slug}`, { ...init, headers: { ...headers, ...token } });
    const body: unknown = await response.json();
    if (response.ok) return { value: body as T };
    return { status: response.status, error: (body as { error: string }).error };
  } catch {
    return { status: 0, error: '' };
  }
}
