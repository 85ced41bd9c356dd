import { existsSync, readFileSync } from 'node:fs';
import { readDecisions } from '../article/read-decisions.ts';
import type { Story } from '../story/schema.ts';

/** An editor's reason for a story's day. It is shown on the About page and nowhere else. */
export interface YearReason {
  story: Story;
  because: string;
}

/** Reasons for days that an editor gave, of the stories whose article states no year; in the order of the stories. */
export function yearReasons(stories: readonly Story[], folder = 'data/stories'): YearReason[] {
  return stories.flatMap((story) => {
    const file = `${folder}/${story.slug}.yaml`;
    if (story.published?.basis !== 'editor' || story.published.yearStated || !existsSync(file)) return [];
    const because = readDecisions(file, readFileSync(file, 'utf8')).decisions.publishedBecause;
    return because ? [{ story, because }] : [];
  });
}
