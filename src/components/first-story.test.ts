import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Story } from '../story/schema.ts';
import { momentsOf, needStill } from './moments.ts';
import { buildTimeline } from './timeline.ts';

const story = JSON.parse(readFileSync('data/stories/abbas-moscow-visit.json', 'utf8')) as Story;

describe('the first story', () => {
  it('has two days, a visit and three whiskers on its strip, and no year that is only talked of', () => {
    const { items, ticks } = buildTimeline(story)!;
    const said = items.map(({ event, shape }) => `${shape.kind} ${event.edtf ?? ''}`.trim()).sort();
    expect(said).toEqual([
      'bar 2024-08-12/2024-08-14',
      'point 2024-08-12',
      'point 2024-08-13',
      'whisker',
      'whisker',
      'whisker',
    ]);
    expect(ticks.map(({ wide }) => wide)).toEqual(['Mon 12 Aug', 'Tue 13 Aug', 'Wed 14 Aug']);
    expect(JSON.stringify(items)).not.toContain('1967');
  });

  it('draws the third day of the visit hollow, and what is planned as a ring', () => {
    const { items } = buildTimeline(story)!;
    const visit = items.find(({ shape }) => shape.kind === 'bar')!.shape;
    expect(visit.kind === 'bar' && visit.hollowFrom).toBeGreaterThan(0);
    expect(items.filter(({ event }) => event.status === 'planned').map(({ shape }) => shape.kind)).toEqual([
      'whisker',
    ]);
  });

  it('lists what went on at the time off the strip', () => {
    const background = story.events.filter((event) => event.background);
    expect(background).toHaveLength(2);
    const shown = new Set(buildTimeline(story)!.items.map(({ event }) => event.id));
    expect(background.filter(({ id }) => shown.has(id))).toEqual([]);
  });

  it('needs a map on paper only where camera, places or lines change', () => {
    const moments = momentsOf(story);
    const needed = needStill(moments, new Set(story.legs.map(({ event }) => event)));
    const numbers = moments.flatMap(({ step, state }, i) =>
      needed[i] ? [`${story.steps.findIndex(({ id }) => id === step) + 1}${state === 1 ? 'b' : ''}`] : [],
    );
    expect(numbers).toEqual(['1', '2', '3', '4', '6', '7b', '9']);
  });
});
