import { readFileSync } from 'node:fs';
import { CONFIDENCE } from './confidence.ts';
import { RECOGNITION } from './recognise.ts';
import { CHOICE } from './resolve.ts';

/** weights.json: log-odds of a name being a place, and scores of its candidates, by feature; `bench/fit-places.ts` fits them. */
const weights = JSON.parse(readFileSync(new URL('weights.json', import.meta.url), 'utf8')) as Record<
  'recognition' | 'choice' | 'confidence',
  Record<string, number>
>;

/** Weights of RECOGNITION, in its order. */
export const recognitionWeights = Float64Array.from(RECOGNITION, (name) => weights.recognition[name] ?? 0);

/** Weights of CHOICE, in its order. */
export const choiceWeights = Float64Array.from(CHOICE, (name) => weights.choice[name] ?? 0);

/** Weights of CONFIDENCE, in its order. */
export const confidenceWeights = Float64Array.from(CONFIDENCE, (name) => weights.confidence[name] ?? 0);
