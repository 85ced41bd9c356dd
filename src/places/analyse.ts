import type { Article } from '../article/article.ts';
import type { Context } from './context.ts';
import { loadCues } from './cues.ts';
import { foldName } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findMatches, type Match } from './matches.ts';
import { choiceWeights, recognitionWeights } from './model.ts';
import { withoutWords } from './not-places.ts';
import { findOrganisations } from './organisations.ts';
import { findPersons } from './persons.ts';
import { RECOGNITION, recognitionFeatures } from './recognise.ts';
import { CHOICE, groupMatches, type Group, type Option } from './resolve.ts';
import { resolveGroups } from './rounds.ts';
import { findTokens } from './tokens.ts';

/** A match with what recognition and resolution make of it. */
export interface Finding {
  match: Match;
  group: Group;
  /** The best candidate. */
  option: Option;
  x: Float64Array;
  /** Probability that the span is the name of a place. */
  p: number;
}

/** Reads an article's names: tokens, matches and persons, nothing chosen yet. */
export function readContext(article: Article, gazetteer: Gazetteer, home: string | null): Context {
  const { text } = article;
  const cues = loadCues();
  const tokens = findTokens(text);
  const organisations = findOrganisations(text, tokens, cues);
  const organisationAt = new Map<number, (typeof organisations)[number]>();
  for (const each of organisations)
    for (let i = each.first; i <= each.last; i += 1) organisationAt.set(i, each);
  const matches = withoutWords(text, tokens, findMatches(text, tokens, gazetteer), gazetteer, cues).filter(
    ({ first, last }) => !(organisationAt.get(first)?.known && organisationAt.get(first)!.last >= last),
  );
  const persons = findPersons(text, tokens, matches, gazetteer, cues);
  const personAt = new Map<number, (typeof persons)[number]>();
  for (const person of persons) for (let i = person.first; i <= person.last; i += 1) personAt.set(i, person);
  const matchAt = new Map<number, Match>();
  for (const match of matches) for (let i = match.first; i <= match.last; i += 1) matchAt.set(i, match);
  const small = new Set<string>();
  for (const token of tokens) if (!token.capital) small.add(token.fold);
  return {
    article,
    gazetteer,
    cues,
    tokens,
    matches,
    persons,
    personAt,
    organisations,
    organisationAt,
    matchAt,
    small,
    home: homeCode(gazetteer, home),
  };
}

/** Recognition and resolution of all matches of a context, with the given weights. */
export function findPlaces(
  context: Context,
  {
    recognition = recognitionWeights,
    choice = choiceWeights,
  }: { recognition?: Float64Array; choice?: Float64Array } = {},
): Finding[] {
  // A part of a person's name has no say in where the article plays.
  const groups = groupMatches(context);
  resolveGroups(context, groups, choice);
  return groups
    .flatMap((group) => recogniseGroup(context, group, recognition))
    .sort((a, b) => a.match.start - b.match.start);
}

/** All mentions of one name: what the surest of them is speaks for the others. */
function recogniseGroup(context: Context, group: Group, weights: Float64Array): Finding[] {
  const option = group.options.reduce((a, b) => (b.p > a.p ? b : a));
  const findings = group.matches.map((match) => {
    const x = recognitionFeatures(context, match, supportOf(option), option.x[HOME]!);
    return { match, group, option, x, p: probability(x, weights) };
  });
  const [first = 0, second = 0] = findings.map(({ p }) => p).sort((a, b) => b - a);
  for (const finding of findings) {
    const best = finding.p === first ? second : first;
    if (findings.length > 1) finding.x[ELSEWHERE] = best - 0.5;
  }
  for (const finding of findings)
    finding.p = isCertain(context, finding.match, option) ? CERTAIN : probability(finding.x, weights);
  return findings;
}

const ELSEWHERE = RECOGNITION.indexOf('elsewhere');

function probability(x: Float64Array, weights: Float64Array): number {
  let score = 0;
  for (let i = 0; i < x.length; i += 1) score += x[i]! * weights[i]!;
  return 1 / (1 + Math.exp(-score));
}

/** Peoples and seats of power are what they are wherever they stand, outside persons' names. */
function isCertain({ gazetteer, personAt }: Context, match: Match, option: Option): boolean {
  const demonym = match.candidates.some(({ kind }) => kind === 'demonym');
  return (demonym || gazetteer.standsFor(option.at) !== '') && !personAt.has(match.first);
}

const CERTAIN = 0.95;

function supportOf({ x }: Option): number {
  return Math.min(1, SUPPORT.reduce((sum, i) => sum + x[i]!, 0) / 2);
}

const HOME = CHOICE.indexOf('homeState');

const SUPPORT = (['countryVotes', 'stateVotes', 'nearer'] as const).map((name) => CHOICE.indexOf(name));

/** An outlet's home as the gazetteer has it: "CA.ON", "AU-NSW" and "GB.Scotland" stand for GeoNames' codes too. */
function homeCode(gazetteer: Gazetteer, home: string | null): string | null {
  const [, country = '', state = ''] = /^([A-Za-z]{2})(?:[.-](.+))?$/.exec(home?.trim() ?? '') ?? [];
  const code = country.toUpperCase();
  if (state === '' || gazetteer.unit(`${code}.${state}`) >= 0)
    return state ? `${code}.${state}` : code || null;
  const unit = gazetteer
    .find(foldName(state))
    .find(({ at }) => gazetteer.feature(at) === 'admin1' && gazetteer.country(at) === code);
  return unit ? `${code}.${gazetteer.admin1(unit.at)}` : code;
}
