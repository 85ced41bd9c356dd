import type { Finding } from './analyse.ts';
import { wordAfter, type Context } from './context.ts';
import type { Match } from './matches.ts';
import type { ToponymRole } from './place.ts';
import { RECOGNITION } from './recognise.ts';
import { isTeam } from './teams.ts';

/**
 * What a name does in its sentence. A country or a capital that acts is a metonym ("Moscow said", "talks with Beijing",
 * "Moscow's recent meetings"), and so is a seat of power unless somebody is in it ("the Kremlin", but "at the Kremlin").
 * So are "U.S." before what is the state's ("U.S. embassies", not "the U.S. border") and a town whose team plays.
 */
export function roleOf(context: Context, finding: Finding): ToponymRole {
  const { match, option } = finding;
  if (match.candidates.some(({ kind }) => kind === 'demonym')) return 'demonym';
  if (isEmbedded(context, finding)) return 'embedded';
  const { gazetteer } = context;
  const feature = gazetteer.feature(option.at);
  const seat = gazetteer.standsFor(option.at) !== '';
  if (isTeam(context, match) || isSchool(context, match)) return 'metonym';
  if (!seat && feature !== 'country' && feature !== 'PPLC') return 'literal';
  if (feature === 'country' && isAdjective(context, match)) return 'metonym';
  const before = prepositionBefore(context, match.first);
  const sent = before === 'from' && SENT.has(context.tokens[match.first - 2]?.fold ?? '');
  if (before !== '' && PLACING.has(before) && !sent) return 'literal';
  if (seat) return 'metonym';
  return acts(context, finding, before) ? 'metonym' : 'literal';
}

/**
 * Whether a name that is no place here is one inside a longer name: "the University of Oxford", "the Boston Globe",
 * "Manchester United". Only names that readers know: countries, states and cities of some size.
 */
export function isInLongerName(context: Context, { match, option, x }: Finding): boolean {
  const { gazetteer, personAt, organisationAt } = context;
  if (personAt.has(match.first) || personAt.has(match.last)) return false;
  const known = !gazetteer.feature(option.at).startsWith('PPL') || gazetteer.population(option.at) > 50_000;
  const organisation = organisationAt.get(match.first);
  const longer =
    organisation !== undefined && organisation.last - organisation.first > match.last - match.first;
  return known && (longer || LONGER.some((i) => x[i] === 1));
}

const LONGER = (['team', 'paper', 'company', 'school', 'brand', 'longer', 'event'] as const).map((name) =>
  RECOGNITION.indexOf(name),
);

/** Inside the name of a company, a newspaper, a team or a school: the longer name means something else. */
function isEmbedded(context: Context, { match }: Finding): boolean {
  const organisation = context.organisationAt.get(match.first);
  if (
    !organisation ||
    organisation.last < match.last ||
    (organisation.first === match.first && organisation.last === match.last)
  )
    return false;
  const head = context.tokens[organisation.last]!.fold;
  const { cues } = context;
  return cues.paper.has(head) || cues.company.has(head) || cues.team.has(head);
}

/** "studied law at Georgetown", "graduated from Exeter": the university that bears the name, wherever it stands. */
function isSchool({ tokens }: Context, { first }: Match): boolean {
  const before = tokens[first - 1];
  if (!before || before.capital || tokens[first]!.gap !== 'space') return false;
  const near = [tokens[first - 2], tokens[first - 3]].map((token) => token?.fold ?? '');
  if (before.fold === 'at') return near.some((word) => STUDIED.test(word));
  return before.fold === 'from' && near.some((word) => GRADUATED.test(word));
}

const STUDIED =
  /^(?:studied|studies|studying|educated|enrolled|lectured|lectures|taught|professor|lecturer)$/;
const GRADUATED = /^(?:graduated|graduate|graduates|degree|degrees|doctorate|diploma)$/;

/** "U.S. embassies", "UK troops", "US Senate": an abbreviation in front of a noun that is no land. */
function isAdjective(context: Context, match: Match): boolean {
  const after = wordAfter(context, match);
  if (!after || after.gap !== 'space' || after.initial || context.tokens[match.last]!.possessive)
    return false;
  if (!match.candidates.some(({ kind }) => kind === 'capitals')) return false;
  return after.capital
    ? !context.cues.after.has(after.fold)
    : !NO_NOUN.test(after.fold) && !LAND.has(after.fold);
}

function acts(context: Context, { match }: Finding, before: string): boolean {
  const { tokens, cues } = context;
  const after = wordAfter(context, match);
  const possessive = tokens[match.last]!.possessive;
  if (possessive && after && isPolitical(nounAfter(context, match.last + 1))) return true;
  if (TALKING.has(before)) {
    const noun = tokens[match.first - 2] ?? null;
    return noun !== null && (POLITICAL.has(noun.fold) || (before === 'from' && SENT.has(noun.fold)));
  }
  if (!after || possessive || after.capital || after.gap !== 'space') return false;
  if (cues.acts.has(after.fold)) return !/^(?:by|of)$/.test(before);
  const then = tokens[match.last + 2];
  // "Washington has long sought", but not "has long been".
  const verb =
    then && ADVERB.test(then.fold) && tokens[match.last + 3]?.fold !== 'been' ? tokens[match.last + 3] : then;
  return (
    /^(?:has|have|had|also|is|was|will|would|could|should|must|never|already)$/.test(after.fold) &&
    verb !== undefined &&
    ACTING.has(verb.fold)
  );
}

const ADVERB = /^(?:long|also|now|never|always|often|already|since|.+ly)$/;

/** The noun that a possessive governs, over one adjective: "Moscow's recent meetings". */
function nounAfter({ tokens }: Context, i: number): string {
  const [a, b] = [tokens[i], tokens[i + 1]];
  if (a && isPolitical(a.fold)) return a.fold;
  return b && b.gap === 'space' ? b.fold : '';
}

/** The preposition in front of a name, over an article: "in the", "at". */
function prepositionBefore(context: Context, first: number): string {
  const { tokens } = context;
  const token = tokens[first]!.gap === 'space' ? tokens[first - 1] : undefined;
  const word = token?.fold === 'the' && token.gap === 'space' ? tokens[first - 2] : token;
  return word && !word.capital ? word.fold : (word?.fold ?? '');
}

const NO_NOUN =
  /^(?:and|or|but|to|in|on|at|of|for|from|with|by|as|is|was|are|were|be|been|has|have|had|will|would|can|could|should|may|might|must|do|does|did|that|which|who|when|where|while|since|after|before|until|because|if|than|then|also|not|only|even|still|just|too|again|soon|already|later|earlier|today|tomorrow|yesterday|now|this|last|next|over|under|between|among|about|against|during|despite|through|across|near|into|within|without|per|via|so|both|there|here|ago|\d.*|.+ly)$/;
const LAND = new Set(
  'border borders soil territory territories coast coasts coastline city cities state states town towns mainland waters airspace shores shore region regions counties side east west south north northeast northwest southeast southwest interior heartland airport airports capital'.split(' '), // prettier-ignore
);

const PLACING = new Set(
  'in at from near outside into inside across around throughout toward towards within leaving via visiting'.split(
    ' ',
  ),
);
const TALKING = new Set(['with', 'between', 'for', 'to', 'against', 'on', 'from']);
const POLITICAL = new Set(
  'talks meeting meetings relations ties negotiations deal agreement alliance support sanctions demand demands threat threats pressure concern stance position policy decision decisions government officials position response claim claims offer proposal warning interests role displeasure attention help aid appeal appeals message condemnation ambition ambitions influence'.split(' '), // prettier-ignore
);
/** What a government has or does, and who speaks for it: "Moscow's invasion", "negotiators from Brussels". */
const OWNED = new Set(
  'invasion offensive annexation aggression forces troops army military allies ally plans plan strategy diplomacy refusal reluctance willingness insistence war'.split(' '), // prettier-ignore
);
const SENT = new Set(
  'negotiators negotiator diplomats diplomat envoys envoy mediators delegates delegation'.split(' '),
);
const isPolitical = (noun: string): boolean => POLITICAL.has(noun) || OWNED.has(noun) || SENT.has(noun);

const ACTING = new Set(
  'said told announced warned accused denied demanded rejected agreed urged called refused threatened vowed pledged condemned criticised criticized offered proposed backed supported opposed signed imposed expelled recognised recognized claimed argued responded decided ordered blamed promised maintained insisted vocal critical been seeking trying ready willing committed sought pressed tried pushed resisted struggled hoped wanted asked invaded annexed'.split(' '), // prettier-ignore
);
