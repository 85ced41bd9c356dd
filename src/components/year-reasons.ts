import { globSync, readFileSync } from 'node:fs';
import { readDecisions } from '../article/read-decisions.ts';
import { decisionsDigest } from '../story/canonical.ts';
import type { Story } from '../story/schema.ts';

/** An editor's reason for a story's day. It is shown on the About page and nowhere else. */
export interface YearReason {
  story: Story;
  because: string;
}

/**
 * Reasons for days that an editor gave, of the stories whose article states no year; in the order of the stories. A
 * story's decisions are told by their digest: their file bears the name of the article, which needn't be the slug.
 */
export function yearReasons(stories: readonly Story[], folder = 'data/stories'): YearReason[] {
  const asked = stories.filter(({ published }) => published?.basis === 'editor' && !published.yearStated);
  if (asked.length === 0) return [];
  const reasonOf = new Map<string | null, string>();
  for (const file of globSync(`${folder}/*.yaml`)) {
    const { decisions } = readDecisions(file, readFileSync(file, 'utf8'));
    if (decisions.publishedBecause) reasonOf.set(decisionsDigest(decisions), decisions.publishedBecause);
  }
  return asked.flatMap((story) => {
    const because = reasonOf.get(story.provenance.decisions);
    return because ? [{ story, because }] : [];
  });
}
