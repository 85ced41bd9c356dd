import { describe, expect, it } from 'vitest';
import type { Bbox } from '../geo.ts';
import { loadPolicy } from '../policy.ts';
import { disputesIn, disputesOfScene } from './disputes.ts';
import { visibleBounds } from './project.ts';

const { policy } = loadPolicy();
const A: Bbox = [32, 31, 38.5, 56.2];
const B: Bbox = [33.6, 30.7, 35.9, 32.6];
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('disputesIn', () => {
  it('finds none at sea', () => {
    expect(disputesIn([-40, 30, -35, 35], policy)).toEqual([]);
  });

  it('finds what a close view holds', () => {
    expect(ids(disputesIn(B, policy))).toEqual(['gaza-strip', 'west-bank']);
    expect(ids(disputesIn(visibleBounds(B, 390, 226), policy))).toEqual(
      expect.arrayContaining(['golan-heights']),
    );
  });

  it('counts by what a frame shows, not by the scene’s box alone', () => {
    expect(ids(disputesIn(A, policy))).not.toContain('kosovo');
    expect(ids(disputesIn(visibleBounds(A, 768, 300), policy))).toContain('kosovo');
  });
});

describe('disputesOfScene', () => {
  it('takes in all widths: at 768 px the first story’s view reaches Kashmir', () => {
    expect(ids(disputesOfScene(A, policy))).toEqual(
      expect.arrayContaining([
        'crimea',
        'east-ukraine',
        'golan-heights',
        'kosovo',
        'kashmir',
        'nagorno-karabakh',
      ]),
    );
  });
});
