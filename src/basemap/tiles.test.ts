import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy.ts';
import { buildGround } from './ground.ts';
import { basemapDigest, cutTiles } from './tiles.ts';

const { policy } = loadPolicy();
const ground = buildGround(policy);

describe('cutTiles', () => {
  const digest = () => {
    const hash = createHash('sha256');
    let [count, empty] = [0, 0];
    for (const { z, x, y, bytes } of cutTiles(ground, 3)) {
      hash.update(`${z}/${x}/${y}:`).update(bytes);
      count += 1;
      if (bytes.length === 0) empty += 1;
    }
    return { sha: hash.digest('hex'), count, empty };
  };

  it('gives every tile of the pyramid, an empty one where there is nothing, and the same bytes twice', () => {
    const first = digest();
    expect(first.count).toBe(1 + 4 + 16 + 64);
    expect(first.empty).toBeLessThan(first.count / 2);
    expect(digest()).toEqual(first);
  });
});

describe('basemapDigest', () => {
  it('changes with what is drawn and not with what is said about it', () => {
    const [first, ...rest] = policy.disputes;
    const own = basemapDigest(policy);
    expect(basemapDigest({ ...policy, disputes: [{ ...first!, drawn: 'other words' }, ...rest] })).toBe(own);
    expect(basemapDigest({ ...policy, disputes: [{ ...first!, lines: [] }, ...rest] })).not.toBe(own);
  });
});
