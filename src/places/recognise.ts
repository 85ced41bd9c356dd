import { containerOf } from './containers.ts';
import { wordAfter, wordBefore, type Context } from './context.ts';
import type { Match } from './matches.ts';
import type { Token } from './tokens.ts';

/** What speaks for and against a name being a place here, in the order of the model's weights. */
export const RECOGNITION = [
  'bias', 'country', 'state', 'county', 'area', 'landmark', 'capital', 'seat', 'logPop', 'logPopWord', 'alternateOnly', 'weakOnly',
  'abbreviation', 'words', 'word', 'wordInitial', 'initial', 'locative', 'otherPreposition', 'the', 'container', 'contained',
  'list', 'person', 'surname', 'firstName', 'titleBefore', 'capitalBefore', 'capitalAfter', 'office', 'company',
  'paper', 'team', 'event', 'street', 'placeWord', 'longer', 'smallElsewhere', 'digitAfter', 'hyphen', 'possessive', 'support',
  'sharedName', 'dateline', 'short', 'acts', 'organisation', 'officeUnit', 'school', 'road', 'disease', 'settlement', 'kindAfter', 'extended', 'brand', 'saint', 'unitBetween', 'unitAfter', 'elsewhere', 'small', 'wordSupported', 'civic', 'surnameActs', 'hails', 'smallInitial', 'wordAtHome',
] as const; // prettier-ignore

export type RecognitionFeature = (typeof RECOGNITION)[number];

const AT = Object.fromEntries(RECOGNITION.map((name, i) => [name, i])) as Record<RecognitionFeature, number>;

/**
 * The features of one match, 0 to about 1 each. `support` is how far the article's other places lie in its country,
 * `atHome` whether it lies in the outlet's home state, less for a small one.
 */
export function recognitionFeatures(
  context: Context,
  match: Match,
  support: number,
  atHome = 0,
): Float64Array {
  const { gazetteer, cues, tokens } = context;
  const x = new Float64Array(RECOGNITION.length);
  const set = (name: RecognitionFeature, value: number | boolean): void => {
    x[AT[name]] = Number(value);
  };
  const first = tokens[match.first]!;
  const last = tokens[match.last]!;
  const single = match.first === match.last;
  let population = 0;
  let weak = true;
  let alternate = true;
  for (const { at, kind } of match.candidates) {
    const feature = gazetteer.feature(at);
    const strong =
      kind === 'default' ||
      kind === 'main' ||
      kind === 'alias' ||
      kind === 'capitals' ||
      kind === 'abbreviation';
    if (strong) {
      alternate = weak = false;
      if (feature === 'country') set('country', 1);
      if (feature === 'admin1') set('state', 1);
      if (feature === 'admin2') set('county', 1);
      if (feature === 'area' || feature === 'water') set('area', 1);
      if (feature === 'landmark') set('landmark', 1);
      if (feature === 'PPLC') set('capital', 1);
      if (feature === 'PPLA') set('seat', 1);
      if (kind === 'abbreviation' || kind === 'capitals') set('abbreviation', 1);
    } else if (kind === 'alternate') weak = false;
    population = Math.max(
      population,
      gazetteer.population(at) * (strong ? 1 : kind === 'alternate' ? 0.3 : 0.1),
    );
  }
  const isWord = single && !match.listed && cues.words.has(first.fold);
  set('bias', 1);
  set('small', population === 0 && !x[AT.area] && !x[AT.landmark] && !x[AT.county]);
  set('logPop', Math.log10(population + 100) / 4 - 0.5);
  set('logPopWord', isWord ? Math.log10(population + 100) / 4 - 0.5 : 0);
  set('alternateOnly', alternate && !weak);
  set('weakOnly', weak);
  set('words', !single);
  set('word', isWord);
  set('wordInitial', isWord && first.initial);
  set('initial', first.initial);
  set('smallElsewhere', single && context.small.has(first.fold));
  set('possessive', last.possessive);
  set('short', single && first.end - first.start <= 3);
  set('sharedName', single && cues.firstNames.has(first.fold));
  set('extended', match.extended);
  if (match.listed) for (const name of ['settlement', 'kindAfter'] as const) set(name, 1);
  set('support', support);
  set('wordSupported', isWord ? support : 0);
  set('dateline', first.start < (context.article.dateline?.end ?? 0));
  before(wordBefore(context, match));
  after(wordAfter(context, match));
  neighbours();
  if (x[AT.road]) set('settlement', 0);
  // "a woman from Deport", "west of Blossom" in the paper of a state that has such towns.
  if (isWord && !first.initial && !x[AT.smallElsewhere] && !first.capitals && isLed())
    set('wordAtHome', atHome);
  set('smallInitial', x[AT.small] === 1 && first.initial && single && !match.listed);
  set('saint', isSaint(context, match));
  const person = context.personAt.get(match.first) ?? context.personAt.get(match.last);
  // "James Ripley, 29, of Ripley, Mississippi": the second is no person.
  const stated = x[AT.container] === 1 && x[AT.locative] === 1 && containerOf(context, match)?.holds === true;
  if (stated) set('sharedName', 0);
  else if (person) set(person.first === person.last ? 'surname' : 'person', 1);
  return x;

  /** A preposition of place, or one of a list of places, leads the name. */
  function isLed(): boolean {
    if (x[AT.locative] === 1 || x[AT.list] === 1) return true;
    const [of, noun] = [tokens[match.first - 1], tokens[match.first - 2]];
    if (first.gap !== 'space' || !of || !noun) return false;
    return of.fold === 'to' ? noun.fold !== 'as' && !noun.capital : of.fold === 'of' && LED.test(noun.fold);
  }

  function before(token: Token | null): void {
    if (!token) return;
    set('hyphen', first.gap === 'hyphen');
    if (!token.capital || token.initial) {
      const age = tokens[match.first - 2];
      const preposition =
        LOCATIVE.has(token.fold) || (token.fold === 'of' && age !== undefined && /^\d{1,2}$/.test(age.fold));
      set(
        'settlement',
        token.fold === 'of' && age !== undefined && (SETTLEMENT.has(age.fold) || preposition),
      );
      set('locative', preposition);
      set('otherPreposition', !preposition && cues.locative.has(token.fold));
      set('the', token.fold === 'the');
      if (token.fold === 'the' || token.fold === 'of' || token.fold === 'and') longerBefore(token);
    }
    if (token.capital && !(token.initial && (cues.words.has(token.fold) || SMALL.has(token.fold)))) {
      if (cues.firstNames.has(token.fold)) set('firstName', 1);
      else if (cues.title.has(token.fold)) set('titleBefore', 1);
      else if (cues.brand.has(token.fold)) set('brand', 1);
      else if (!joinsUnit(match.first - 1) && !SMALL.has(token.fold))
        set(x[AT.country] || x[AT.state] ? 'unitBetween' : 'capitalBefore', 1);
    }
  }

  /** "University of Michigan", "Archbishop of Canterbury". */
  function longerBefore(token: Token): void {
    const head = tokens[match.first - 2];
    if (token.fold === 'of' && head?.capital && cues.before.has(`${head.fold} of`)) set('longer', 1);
  }

  function after(token: Token | null): void {
    if (!token) return;
    if (/^\d/.test(token.fold)) set('digitAfter', 1);
    if (!token.capital) {
      if (token.gap !== 'space') return;
      set('acts', cues.acts.has(token.fold));
      const unit = x[AT.country] || x[AT.state] || x[AT.capital];
      const family = single && !unit && cues.surnames.has(first.fold) && !x[AT.locative];
      set('surnameActs', family && (cues.acts.has(token.fold) || FAMILY.has(token.fold)));
      set('disease', DISEASE.has(token.fold));
      set('kindAfter', SETTLEMENT.has(token.fold));
      const article = tokens[match.first - 1];
      const one = article !== undefined && /^an?$/.test(article.fold) && !PEOPLE.has(first.fold);
      set('hails', single && one && !last.possessive && INHABITANT.has(token.fold));
      if (INHABITANTS.has(token.fold)) set('civic', 1);
      return;
    }
    if (last.possessive || token.initial) return;
    if (token.gap === 'hyphen') return;
    const fold = token.fold;
    if (cues.after.has(fold)) return;
    const university =
      fold === 'state' && /^(?:university|college)$/.test(tokens[match.last + 2]?.fold ?? '');
    if (SCHOOL.has(fold) || university) set('school', 1);
    else if (x[AT.county] && !single && cues.office.has(fold)) set('civic', 1);
    else if (CIVIC.has(fold) && !x[AT.country] && !x[AT.state]) set('civic', 1);
    else if (ROAD.has(fold)) set('road', 1);
    else if (cues.office.has(fold))
      set(x[AT.country] || x[AT.state] || x[AT.county] ? 'officeUnit' : 'office', 1);
    else if (cues.team.has(fold)) set('team', 1);
    else if (cues.paper.has(fold)) set('paper', 1);
    else if (cues.event.has(fold)) set('event', 1);
    else if (cues.company.has(fold)) set('company', 1);
    else if (cues.street.has(fold)) set('street', 1);
    else if (cues.place.has(fold)) set('placeWord', 1);
    else if (cues.title.has(fold)) set('office', 1);
    else if (!joinsUnit(match.last + 1)) set(x[AT.country] || x[AT.state] ? 'unitAfter' : 'capitalAfter', 1);
    // What ends the longer name tells as much as what begins it: "Boston Medical Center", "Toronto Blue Jays".
    for (let j = match.last + 2; j < match.last + 6; j += 1) {
      const far = tokens[j];
      if (!far || far.gap !== 'space' || !(far.capital || far.fold === 'of' || far.fold === 'for')) break;
      if (cues.team.has(far.fold)) set('team', 1);
      else if (cues.event.has(far.fold)) set('event', 1);
      else if (cues.company.has(far.fold)) set('company', 1);
      else if (cues.orghead.has(far.fold)) set('organisation', 1);
    }
  }

  /** Places beside it: "Oxford, North Carolina" and lists. */
  function neighbours(): void {
    const next = context.matchAt.get(match.last + 1);
    const previous = context.matchAt.get(match.first - 1);
    if (next && tokens[next.first]!.gap === 'comma') set(isUnit(next) ? 'container' : 'list', 1);
    if (previous && first.gap === 'comma') set(isUnit(match) ? 'contained' : 'list', 1);
    const and = tokens[match.last + 1];
    if (
      and &&
      !and.capital &&
      (and.fold === 'and' || and.fold === 'or') &&
      context.matchAt.has(match.last + 2)
    )
      set('list', 1);
    const before = tokens[match.first - 1];
    if (
      before &&
      !before.capital &&
      (before.fold === 'and' || before.fold === 'or') &&
      context.matchAt.has(match.first - 2)
    )
      set('list', 1);
  }

  /** Whether token i belongs to a country, a state or a people, which may stand beside another name. */
  function joinsUnit(i: number): boolean {
    const other = context.matchAt.get(i);
    return other !== undefined && (isUnit(other) || other.candidates.some(({ kind }) => kind === 'demonym'));
  }

  function isUnit(other: Match): boolean {
    return other.candidates.some(({ at }) => /^(?:country|admin1)$/.test(gazetteer.feature(at)));
  }
}

/** "the church of St. Peter and St. Paul", "St. Mark's Cathedral": a saint and no town. */
function isSaint({ tokens }: Context, match: Match): boolean {
  if (!/^ste? /.test(match.key)) return false;
  const [before, noun, next] = [tokens[match.first - 1], tokens[match.first - 2], tokens[match.last + 1]];
  if (
    before?.fold === 'of' &&
    noun &&
    /^(?:church|cathedral|feast|basilica|parish|shrine|chapel)$/.test(noun.fold)
  )
    return true;
  if (next?.fold === 'and' && /^ste?$/.test(tokens[match.last + 2]?.fold ?? '')) return true;
  if (before?.fold === 'and' && tokens[match.first - 3]?.fold === 'st') return true;
  return (
    next?.gap === 'space' &&
    next.capital &&
    /^(?:church|cathedral|basilica|chapel|catholic|lutheran|coptic|orthodox|parish|square|hospital|university|college|school|high|academy|medical)$/.test(
      next.fold,
    )
  );
}

/** "north of Superior", "residents of Blossom". */
const LED =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outside|residents|resident|mayor|people|man|woman|teen|couple|native|town|city|village|community)$/;

/** Before these a capitalised name is hardly anything but a place. */
const LOCATIVE = new Set(
  'in at from near outside across around throughout into toward towards inside leaving via within downtown central'.split(
    ' ',
  ),
);

const SCHOOL = new Set(
  'university college school high elementary academy institute hospital medical clinic church cathedral'.split(
    ' ',
  ),
);
/** What a town has: the name before it is the town's. */
const CIVIC = new Set(
  'mayor police council councillor councilman councilwoman councilor alderman residents firefighters'.split(
    ' ',
  ),
);
const ROAD = new Set(
  'street st avenue ave road rd boulevard blvd drive lane way court crescent parkway pike terrace close highway hwy expressway freeway motorway turnpike bypass'.split(
    ' ',
  ),
);

/** What is called after a person: "the Clinton administration". */
const FAMILY = new Set('administration campaign presidency family estate supporters aides spokesman spokeswoman lawyers'.split(' ')); // prettier-ignore

/** "A Dexter man", not "a Black man"; "Flint residents". */
const INHABITANT = new Set('man woman couple teen teenager boy girl resident native father mother family driver motorist student doctor teacher farmer business restaurant pub church hospital police neighborhood neighbourhood suburb'.split(' ')); // prettier-ignore
const INHABITANTS = new Set('residents police officials firefighters officers councillors'.split(' '));
const PEOPLE = new Set('black white brown christian latino latina hispanic jewish muslim mormon native young indigenous democratic republican catholic'.split(' ')); // prettier-ignore

/** "West Nile virus", "Marburg fever": things named after places. */
const DISEASE = new Set(
  'virus viruses ebolavirus disease fever flu syndrome strain strains encephalitis variant bacteria bacterium winds'.split(
    ' ',
  ),
);

/** "the village of Cellardyke", "Gondra district". */
const SETTLEMENT = new Set('city cities town towns village villages suburb suburbs hamlet settlement district districts neighborhood neighbourhood province provinces region area county community municipality island port state governorate prefecture slum'.split(' ')); // prettier-ignore

const SMALL = new Set(
  'the in on at a an of to for from with by and or but as when while after before since if although though near outside all most some many both this that these those what why how where is are was were it its he she they we our your their his her one two three four five six seven ten not no new more other another only even also still yet so then than over under between among amid during despite because until into through around across like unlike including about against per via last next first second third early late former current nearby neighboring neighbouring meanwhile however today yesterday tomorrow now here there'.split(' '), // prettier-ignore
);
