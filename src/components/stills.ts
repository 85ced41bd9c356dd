import type { Story } from '../story/schema.ts';

type RenderStill = (
  story: Story,
  options: { step?: string; state?: number; width: number; height: number },
) => string;
const modules = import.meta.glob<{ renderStill: RenderStill }>('../basemap/still.ts', { eager: true });

export function stillsOf(story: Story): { low: string; high: string } | null {
  if (!story.steps.some(({ scene }) => scene.bbox)) return null;
  const render = Object.values(modules)[0]?.renderStill;
  const step = story.steps[0]?.id;
  if (!render)
    return {
      low: '<svg viewBox="0 0 390 226"><rect class="sea" width="390" height="226"/></svg>',
      high: '<svg viewBox="0 0 700 740"><rect class="sea" width="700" height="740"/></svg>',
    };
  return {
    low: render(story, { step, width: 390, height: 226 }),
    high: render(story, { step, width: 700, height: 740 }),
  };
}
