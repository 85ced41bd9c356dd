import { describe, expect, it } from 'vitest';
import type { Moment } from '../client/moment.ts';
import { sampleStory } from '../feeds/sample.ts';
import { momentsOf, needStill } from './moments.ts';

const moment = (camera: string, now: string[], quiet: string[] = [], events: string[] = []): Moment => ({
  step: 's',
  state: 0,
  camera,
  bbox: [0, 0, 1, 1],
  now,
  quiet,
  events,
  caption: '',
  alt: '',
});
const none = new Set<string>();

describe('momentsOf', () => {
  const captions = (caption: string) => {
    const story = sampleStory();
    Object.assign(story.steps[0]!.scene, { caption, events: ['met', 'rise'] });
    return momentsOf(story).map((moment) => moment.caption);
  };

  it('says whence an editor added an event where the caption doesn’t', () => {
    expect(captions('Fees rise.')).toEqual([
      'Fees rise. Added by the editor: the ministry’s calendar.',
      'Planned: a flight to Rabat.',
    ]);
    const said = 'Fees rise. Added by the editor: the ministry’s…';
    expect(captions(said)[0]).toBe(said);
  });
});

describe('needStill', () => {
  it('is empty for no moments', () => {
    expect(needStill([], none)).toEqual([]);
  });

  it('wants a map for each change of camera', () => {
    expect(needStill([moment('a', ['x']), moment('b', ['x']), moment('a', ['x'])], none)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('wants none where marks only change their emphasis or go', () => {
    expect(needStill([moment('a', ['x', 'y']), moment('a', ['x'], ['y']), moment('a', [])], none)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('wants none for a mark that comes back under the same camera', () => {
    const gone = [moment('a', ['x', 'y']), moment('a', ['x']), moment('a', ['x', 'y']), moment('b', ['x'])];
    expect(needStill(gone, none)).toEqual([true, false, false, true]);
  });

  it('wants one for a new place and for a new line', () => {
    const legs = new Set(['go']);
    expect(
      needStill(
        [moment('a', ['x']), moment('a', ['x', 'y']), moment('a', ['x'], ['y'], ['go', 'stay'])],
        legs,
      ),
    ).toEqual([true, true, true]);
  });

  it('wants none without a map', () => {
    expect(needStill([{ ...moment('a', []), bbox: null }], none)).toEqual([false]);
  });
});
