import { mapAttributes } from '../basemap/build-map.ts';
import type { MapStory } from '../basemap/map-story.ts';
import { drawMap, keptMap, type StoryMap } from '../feeds/story-map.ts';
import { loadPolicy, type Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';

export type { StoryMap };

let loaded: Policy | undefined;

/** The policy of the working folder; read once, but by the dev server, which runs while it changes. */
function policyNow(): Policy {
  if (import.meta.env?.DEV) return loadPolicy().policy;
  return (loaded ??= loadPolicy().policy);
}

/** The map's data and its first still: drawn once for a story's page and embed, and kept until either is another. */
export function storyMap(story: Story): StoryMap | null {
  return import.meta.env?.DEV ? drawMap(story) : keptMap(story, policyNow());
}

/** What the map's figure bears for its script. */
export function attributesOf(map: MapStory, base: string): ReturnType<typeof mapAttributes> {
  return mapAttributes(map, base, policyNow());
}

/** The line at the map's corner, in full and for a phone. */
export function policyLine(): Policy['line'] {
  return policyNow().line;
}

/** Where a reader reports a wrong place of a story, with the story in the subject; "" where the newsroom gives none. */
export function reportAddress({ slug, title }: Story): string {
  const report = policyNow().report ?? '';
  const subject = encodeURIComponent(`${title} (${slug})`);
  return report.startsWith('mailto:') && !report.includes('?') ? `${report}?subject=${subject}` : report;
}
