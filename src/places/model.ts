import { CHOICE, type ChoiceFeature } from './resolve.ts';
import { RECOGNITION, type RecognitionFeature } from './recognise.ts';

/** Weights of recognition (log-odds that a name is a place). */
const RECOGNITION_WEIGHTS: Partial<Record<RecognitionFeature, number>> = {
  bias: -0.5, country: 4, state: 3, county: 2, area: 2.5, landmark: 2, capital: 2, seat: 1, logPop: 2.5, logPopWord: 0, alternateOnly: -1, weakOnly: -2,
  abbreviation: 1, words: 1.5, word: -2.5, wordInitial: -2, initial: -0.3, locative: 2, otherPreposition: 0.5, the: -1.5, container: 3,
  contained: 2, list: 1, person: -7, surname: -4, firstName: -3, titleBefore: -3, capitalBefore: -2, capitalAfter: -2, office: 0, company: -3,
  paper: -2, team: -3, event: -1, street: -1, placeWord: -1, longer: -1, smallElsewhere: -2, digitAfter: -0.5, hyphen: -0.5, possessive: 0.3, support: 1,
  sharedName: -1.5, dateline: 2, short: -0.5, acts: 0, organisation: -0.5,
}; // prettier-ignore

/** Weights of the choice among namesakes. */
const CHOICE_WEIGHTS: Partial<Record<ChoiceFeature, number>> = {
  logPop: 1, country: 10, state: 2, county: -2, area: 7, water: 7, landmark: 6, capital: 1.5, seat: 0.5, part: -1.5, gone: -3,
  alternate: -2, weak: -3, abbreviation: 2, container: 6, otherContainer: -3, countryVotes: 2, stateVotes: 2.5, near: 1.5, nearer: 2.5,
  homeCountry: 1, homeState: 2.5, dateline: 0, bigState: 2,
}; // prettier-ignore

const vector = <F extends string>(names: readonly F[], weights: Partial<Record<F, number>>): Float64Array =>
  Float64Array.from(names, (name) => weights[name] ?? 0);

export const recognitionWeights = vector(RECOGNITION, RECOGNITION_WEIGHTS);
export const choiceWeights = vector(CHOICE, CHOICE_WEIGHTS);
