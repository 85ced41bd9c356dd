/** Prints the megabytes that the gazetteer adds to a fresh process: heap and buffers, and resident. Run with --expose-gc. */
import { loadGazetteer } from '../places/gazetteer.ts';

const used = (): [own: number, resident: number] => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return [heapUsed + external, rss];
};

const before = used();
const gazetteer = loadGazetteer();
gazetteer.find('oslo');
const after = used();
const megabytes = ([0, 1] as const).map((i) => Math.round((after[i] - before[i]) / 1e5) / 10);
console.log(JSON.stringify({ places: gazetteer.size, own: megabytes[0], resident: megabytes[1] }));
