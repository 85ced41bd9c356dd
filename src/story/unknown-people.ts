import type { Article, Span } from '../article/article.ts';
import { speechVerb } from '../article/speech-words.ts';
import { findWords, type Word } from '../article/words.ts';
import type { Geoparse, PersonMention } from '../places/place.ts';
import { eventVerb } from './event-words.ts';
import { genderOfName, genderOfTitle } from './gender.ts';

/** What a person does for a living may stand before the name with a capital where a sentence begins. */
const OCCUPATION =
  /^(?:\p{Lu}?\p{Ll}+(?:er|or|ist|ian|ant|man|woman|ress|yst)|pilot|captain|coach|judge|envoy|chef|nurse|poet|critic|architect|athlete|cyclist|bishop|rabbi|imam|priest|monk|diplomat|guide|boss|chief|head|student|detective|inspector|sergeant|analyst|activist|scientist|artist|novelist)$/u;

/** Words that a company, an office or a work may have, but no person. */
const NO_NAME =
  /^(?:the|a|an|had|has|have|was|were|is|are|did|does|do|should|would|could|will|because|although|though|since|so|yet|however|meanwhile|according|despite|both|each|some|many|most|all|no|not|what|who|how|why|where|also|then|now|last|first|one|two|three|four|five|his|her|their|its|our|in|on|at|and|but|for|by|from|with|after|before|when|while|if|as|it|he|she|they|we|this|that|these|those|there|city|river|lake|mount|street|road|avenue|bridge|park|island|university|college|school|hospital|church|court|police|council|party|ministry|department|office|bank|club|union|company|group|agency|airport|station|museum|cup|league|prize|act|army|navy|force|forces|guard|house|hall|center|centre|institute|association|federation|authority|commission|committee|congress|parliament|senate|assembly|times|post|news|press|international|national|world|new|north|south|east|west|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/**
 * Persons that recognition doesn't know: two or three capitalised words that act ("Berit Solheim landed") and whose last
 * comes back alone. In text order, with the later mentions; none overlaps what geoparsing found.
 */
export function findUnknownPersons(
  article: Article,
  { toponyms, persons, organisations }: Geoparse,
): PersonMention[] {
  const taken: Span[] = [
    ...persons,
    ...organisations,
    ...toponyms.filter(({ role }) => role !== 'embedded'),
  ].sort((a, b) => a.start - b.start);
  const words = free(findWords(article.text), taken);
  const alone = new Map<string, Word[]>();
  const runs: Word[][] = [];
  for (let index = 0; index < words.length;) {
    const run = runFrom(article, words, index);
    if (run.length === 1) alone.set(run[0]!.lower, [...(alone.get(run[0]!.lower) ?? []), run[0]!]);
    else if (run.length > 1) runs.push(run);
    index += Math.max(1, run.length);
  }
  const found = new Map<string, PersonMention[]>();
  const known = new Set(persons.flatMap(({ name }) => name.toLowerCase().split(' ').slice(-1)));
  for (const run of runs) {
    const plural = run.findLastIndex(({ lower }) => PLURAL.test(lower));
    const named =
      plural >= 0 ? run.slice(plural + 1) : run.length > 2 && isOccupation(run[0]!) ? run.slice(1) : run;
    const last = named.at(-1);
    if (!last || named.length > 3 || known.has(last.lower)) continue;
    const paired = named.length > 1 && isPaired(article.text, persons, named[0]!, last);
    if (!paired && !alone.has(last.lower)) continue;
    // "his counterpart Jeyhun Bayramov", and later "Bayramov left"
    const before = words[words.indexOf(named[0]!) - 1];
    const isCalled = before && !before.capital && CALLED.test(before.lower);
    const isActing =
      acts(words, last) || (isCalled && alone.get(last.lower)!.some((word) => acts(words, word)));
    if (!paired && !isActing) continue;
    const start = named[0]!.start;
    const end = last.possessive ? last.end - 2 : last.end;
    const name = article.text.slice(start, end);
    const title = named === run || plural >= 0 ? null : run[0]!.text;
    const later = (alone.get(last.lower) ?? []).map((word) => ({
      start: word.start,
      end: word.possessive ? word.end - 2 : word.end,
      name,
      title: null,
    }));
    if (!found.has(last.lower)) found.set(last.lower, later);
    found.get(last.lower)!.push({ start, end, name, title });
  }
  return [...found.values()].flat().sort((a, b) => a.start - b.start);
}

/** "Foreign ministers Hakan Fidan and George Gerapetritis": of two after a title for several, one is a known person. */
function isPaired(text: string, persons: PersonMention[], first: Word, last: Word): boolean {
  const titled = (at: number) =>
    PLURAL.test(/(\p{L}+)\s$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '');
  const isJoined =
    / and $/.test(text.slice(Math.max(0, first.start - 5), first.start)) ||
    text.startsWith(' and ', last.end);
  if (!isJoined) return false;
  return persons.some(({ start, end, title }) => {
    const from = title === null ? start : start - title.length - 1;
    if (from - last.end === 5 && titled(first.start)) return text.slice(last.end, from) === ' and ';
    return first.start - end === 5 && text.slice(end, first.start) === ' and ' && titled(start);
  });
}

/** What several are called before their names. */
const PLURAL =
  /^(?:ministers|presidents|premiers|chancellors|leaders|envoys|ambassadors|diplomats|negotiators|secretaries|governors|mayors|senators|lawmakers|generals|commanders|astronauts|cosmonauts|singers|actors|players|brothers|sisters|detectives|officers|judges|captains|coaches|kings|queens|princes)$/i;

/** Before a name: who somebody is. */
const CALLED =
  /^(?:counterpart|president|minister|leader|captain|coach|mayor|husband|wife|son|daughter|brother|sister|mother|father|teammate|rival|partner|spokesman|spokeswoman|chairman|chairwoman|founder|director|manager|lawyer|attorney|owner|singer|actor|actress|author|player|striker|goalkeeper|defender|midfielder|candidate|governor|senator|ambassador|envoy)$/;

/**
 * "Lula said", after "Luiz Inácio Lula da Silva": a name of one person's several that stands alone and acts at least
 * once. No word that the article also writes small, no name that two bear.
 */
function findShortNames(
  article: Article,
  persons: PersonMention[],
  { toponyms, organisations }: Geoparse,
): PersonMention[] {
  const bearers = new Map<string, Set<string>>();
  for (const { name } of persons)
    for (const word of name.split(' '))
      if (/^\p{Lu}\p{Ll}+$/u.test(word)) bearers.set(word, (bearers.get(word) ?? new Set()).add(name));
  const all = findWords(article.text);
  const small = new Set(all.flatMap(({ lower, capital }) => (capital ? [] : [lower])));
  const taken: Span[] = [
    ...persons,
    ...organisations,
    ...toponyms.filter(({ role }) => role !== 'embedded'),
  ].sort((a, b) => a.start - b.start);
  const words = free(all, taken);
  const found = new Map<string, { mentions: PersonMention[]; acts: boolean }>();
  for (let index = 0; index < words.length;) {
    const run = runFrom(article, words, index);
    const word = words[index]!;
    index += Math.max(1, run.length);
    const text = word.possessive ? word.text.slice(0, -2) : word.text;
    const names = bearers.get(text);
    if (run.length !== 1 || names?.size !== 1 || small.has(text.toLowerCase())) continue;
    const one = found.get(text) ?? { mentions: [], acts: false };
    one.mentions.push({
      start: word.start,
      end: word.start + text.length,
      name: [...names][0]!,
      title: null,
    });
    one.acts ||= acts(words, word);
    found.set(text, one);
  }
  return [...found.values()].flatMap(({ mentions, acts }) => (acts ? mentions : []));
}

function isOccupation({ text }: Word): boolean {
  return OCCUPATION.test(text.toLowerCase()) || OCCUPATION.test(text);
}

/** The words that lie in no known name. */
function free(words: Word[], taken: Span[]): Word[] {
  let at = 0;
  return words.filter((word) => {
    while (at < taken.length && taken[at]!.end <= word.start) at += 1;
    return !(taken[at] && taken[at]!.start < word.end);
  });
}

/** The capitalised words from `index` on that nothing but spaces parts, none of them one that names no person. */
function runFrom({ text }: Article, words: Word[], index: number): Word[] {
  const run: Word[] = [];
  for (let at = index; at < words.length; at += 1) {
    const word = words[at]!;
    const plain =
      word.capital && /^\p{Lu}\p{L}*\p{Ll}[\p{L}’'-]*$/u.test(word.text) && !NO_NAME.test(word.lower);
    const joined = at === index || /^ $/.test(text.slice(words[at - 1]!.end, word.start));
    if (!plain || !joined) break;
    run.push(word);
    if (word.possessive) break;
  }
  return run;
}

/** A verb of doing or of speech follows, or a comma and "who". */
function acts(words: Word[], last: Word): boolean {
  const at = words.indexOf(last);
  const next = words[at + 1];
  const after = words[at + 2];
  if (!next) return false;
  const verb = eventVerb(next.lower)?.form;
  return (
    verb === 'past' ||
    verb === 's' ||
    speechVerb(next.lower, after?.lower) !== undefined ||
    /^(?:who|had|has|will|was|is|and|of|on|plans|intends)$/.test(next.lower)
  );
}

/** What a name begins with that is no name. */
const NAMED_FOR =
  /^(?:Envoy|Spokesman|Spokeswoman|Spokesperson|Founder|Lawyer|Attorney|Journalist|Actor|Actress|Singer|Author|Curator|Sailor|Writer|Pilot|Captain|Coach|Judge|Chef|Nurse|Poet|Architect|Bishop|Detective|Inspector|Sergeant|Analyst|Activist|Diplomat)$/;

/** The persons of geoparsing and those that it doesn't know, in text order; what one does is a title, not a name. */
export function findPersons(article: Article, geoparse: Geoparse): PersonMention[] {
  const known = geoparse.persons.map((given): PersonMention => {
    const mention = withNumber(article.text, given);
    const title = withFormer(article.text, mention, wholeTitle(article.text, mention, geoparse));
    const words = mention.name.split(' ');
    if (words.length < 3 || !NAMED_FOR.test(words[0]!)) return { ...mention, title };
    const name = words.slice(1).join(' ');
    const isFull = article.text.slice(mention.start, mention.end) === mention.name;
    const start = isFull ? mention.start + words[0]!.length + 1 : mention.start;
    return { ...mention, name, start, title: title ?? words[0]! };
  });
  const unknown = findUnknownPersons(article, geoparse);
  const named = withReigns([...known, ...unknown]).filter(
    (mention) => isPerson(article, geoparse, mention) && !isByline(article, mention),
  );
  const all = [...named, ...findShortNames(article, named, geoparse)];
  return apart(
    article,
    all.sort((a, b) => a.start - b.start),
  ).map((mention) => withPoint(article.text, mention));
}

/** "William Harding Jr., 77": the point is of the name, where no sentence ends with it. */
function withPoint(text: string, mention: PersonMention): PersonMention {
  const isShort = /\b(?:Jr|Sr)$/.test(text.slice(mention.start, mention.end));
  return isShort && /^\.(?:,| \p{Ll})/u.test(text.slice(mention.end, mention.end + 3))
    ? { ...mention, end: mention.end + 1 }
    : mention;
}

/** "King Felipe VI": the number is of the name. */
function withNumber(text: string, mention: PersonMention): PersonMention {
  const number = /^ (?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3})\b/.exec(
    text.slice(mention.end, mention.end + 6),
  )?.[0];
  if (!number || text.slice(mention.start, mention.end) !== mention.name) return mention;
  return { ...mention, name: mention.name + number, end: mention.end + number.length };
}

/** "Pope Leo" is "Leo XIV" where the article has one Leo with a number. */
function withReigns(mentions: PersonMention[]): PersonMention[] {
  const reigns = new Map<string, Set<string>>();
  for (const { name } of mentions) {
    const bare = name.replace(REIGN, '');
    if (bare !== name) reigns.set(bare, (reigns.get(bare) ?? new Set()).add(name));
  }
  return mentions.map((mention) => {
    const [only, ...others] = reigns.get(mention.name) ?? [];
    return only && !others.length ? { ...mention, name: only } : mention;
  });
}

const REIGN = / [IVX]+$/;

/** "Hamas leader", "Kenyan minister": a title in small letters with the name of whose it is. */
function wholeTitle(
  text: string,
  { start, title }: PersonMention,
  { organisations, toponyms }: Geoparse,
): string | null {
  if (!title || !/^\p{Ll}/u.test(title)) return title;
  const at = start - title.length - 1;
  const whose = [...organisations, ...toponyms].find(({ end }) => end === at - 1);
  return whose && text.slice(at, start - 1) === title
    ? `${text.slice(whose.start, whose.end)} ${title}`
    : title;
}

/** Words that stand in names of storms, clubs, offices, wards and cars, and in no person's. */
const NOT_OF_A_PERSON =
  /^(?:flu|garden|ceremony|health|disease|control|prevention|unit|ward|hospital|memorial|hurricane|cyclone|typhoon|storm|real|project|triathlon|marathon|alert|games|cross|secretary|senator|senate|district|information|veterinary|commodore|crown|laboratory|coalition|award|ministry|security|public|animal|homeland|royal|bureau|agency|corps|companies|prep|prepatory|street|avenue|cup|land|island|islands|sea|bay|coast|mountains?|glacier|peninsula|mr|mrs|ms|dr)$/i;

/** "former President Rodrigo Duterte": that he was it belongs to the title. */
function withFormer(text: string, { start }: PersonMention, title: string | null): string | null {
  const at = title === null ? -1 : start - title.length - 1;
  if (title === null || text.slice(at, start - 1) !== title) return title;
  const before =
    /(?<![\p{L}-])(?:former|ex|then|acting|interim|outgoing|ousted|deposed|retired|late)[ -]$/iu.exec(
      text.slice(Math.max(0, at - 10), at),
    )?.[0];
  return before ? before + title : title;
}

/** What a place or an office is called by, after somebody's name or without one. */
const NAMED_AFTER =
  /^(?:institute|institution|university|college|school|academy|hospital|clinic|medical|stadium|arena|field|park|cent(?:er|re)|airport|street|avenue|road|lane|boulevard|highway|bridge|tunnel|dam|tower|building|foundation|museum|library|theat(?:er|re)|hall|department|ministry|church|cathedral|chapel|presbyterian|methodist|baptist|lutheran|anglican|episcopal|catholic|elementary|secondary|primary|middle|high|junior|memorial|prize|award|trophy|cup|hotel|inn|square|plaza|island|mountain|mount|lake|river|creek|bay|beach|falls|springs?|valley|county|district|province|meteorological|municipal|international|intercontinental)$/i;

/** Such words that are also surnames (Sally Field, Marianne Spring): a place only after a word for where. */
const OR_SURNAME =
  /^(?:field|park|hall|lane|bridge|tower|church|lake|river|bay|beach|springs?|street|middle|mount|high)$/i;

/** "By Dana Reed, Staff Writer": who wrote the article is nobody in it. */
function isByline({ text, paragraphs }: Article, { start }: PersonMention): boolean {
  const around = paragraphs.find((paragraph) => paragraph.start <= start && start < paragraph.end);
  return (
    around !== undefined &&
    around.end - around.start < 90 &&
    /^By\s+\p{Lu}/u.test(text.slice(around.start, start + 1))
  );
}

/**
 * Whether a name is a person's: not "Max Planck" of an institute, "Ford F" of a car, "Bennett Spring" where somebody is,
 * "St. Johns", "the Alvarado family" or two towns with a hyphen.
 */
function isPerson(
  { text }: Article,
  { organisations }: Geoparse,
  { start, end, name, title }: PersonMention,
): boolean {
  if (title && /\b(?:St\.?|Saint)$/.test(title)) return false;
  const after = text.slice(end, end + 24);
  const next = /^\.?\s(\p{L}+)/u.exec(after)?.[1] ?? '';
  if (/^\p{Lu}/u.test(next) && NAMED_AFTER.test(next)) return false;
  const around = organisations.find((one) => one.start <= start && one.end >= end);
  // "Inspector Joan Wells of West Yorkshire Police" is of the police, and no part of its name.
  const isOf = title !== null && /^ of \p{Lu}/u.test(after);
  if (around && !isOf && (!title || around.end > end)) return false;
  if (!title && (/^-?\d/.test(after) || (/-/.test(name) && !/\s/.test(name)))) return false;
  const isAlone = !/\s/.test(text.slice(start, end));
  if (
    isAlone &&
    /^(?:family|brothers|sisters|household|estate)$/.test(next) &&
    /\bthe $/i.test(text.slice(Math.max(0, start - 5), start))
  )
    return false;
  if (/^(?:Jr|Sr|(?:Chief|Associate|Prime|Vice|Deputy|Attorney) \p{L}+)$/u.test(name)) return false;
  const words = name.split(/[\s.]+/);
  const last = words.at(-1)!;
  if (words.length > 1 && NAMED_AFTER.test(last)) {
    const where = /\b(?:in|at|near|outside|around|the) $/i.test(text.slice(Math.max(0, start - 10), start));
    if (!OR_SURNAME.test(last) || (where && !title)) return false;
  }
  return !words.some((word, index) => NOT_OF_A_PERSON.test(word) && (index > 0 || words.length > 1));
}

/**
 * Two who share a last name are two: a full name with another first name is another person's. The last name alone is
 * whom the article names first, where the others come but once; else it is nobody's for certain and stands for itself.
 */
function apart({ text }: Article, mentions: PersonMention[]): PersonMention[] {
  const bearers = new Map<string, Map<string, number>>();
  const own = mentions.map((mention) => {
    const written = text.slice(mention.start, mention.end).replace(/\s+/g, ' ');
    const name = isOther(written, mention.name) ? written : mention.name;
    if (written === name && name.includes(' ')) {
      const last = name.replace(JUNIOR, '').split(' ').at(-1)!;
      const names = bearers.get(last) ?? new Map<string, number>();
      bearers.set(last, names.set(name, (names.get(name) ?? 0) + 1));
    }
    return { ...mention, name, written };
  });
  return own.map(({ written, ...mention }) => {
    if (written.includes(' ')) return mention;
    const sex = genderOfTitle(mention.title);
    const isOfSex = (name: string) => !sex || (genderOfName(name) ?? sex) === sex;
    const names = [...(bearers.get(written) ?? [])].filter(([name]) => isOfSex(name));
    // "Mrs. Miller", where the one Miller known is a Paul: somebody else.
    if (!isOfSex(names.length ? names[0]![0] : mention.name)) {
      const start = mention.start - mention.title!.length - 1;
      return { ...mention, start, name: text.slice(start, mention.end), title: null };
    }
    if (!names.length) return mention;
    const [first, ...others] = names;
    if (!others.length) return isOfSex(mention.name) && !sex ? mention : { ...mention, name: first![0] };
    return { ...mention, name: others.every(([, count]) => count === 1) ? first![0] : written };
  });
}

const JUNIOR = /,? (?:Jr|Sr|II|III|IV)\.?$/;

/** "Andrew Cuomo" is not "Mario Cuomo", nor "Mary" "Mark" or a Jr. his father; "Bob" may be "Robert", "J. Cuomo" anybody. */
function isOther(written: string, name: string): boolean {
  const [a, b] = [written.replace(JUNIOR, '').split(' '), name.replace(JUNIOR, '').split(' ')];
  if (a.length < 2 || b.length < 2 || a.at(-1) !== b.at(-1)) return false;
  if (JUNIOR.test(written) !== JUNIOR.test(name)) return true;
  const [first, other] = [a[0]!, b[0]!];
  if (first.length < 3 || other.length < 3 || first.endsWith('.') || TITLED.test(first)) return false;
  const [sex, otherSex] = [genderOfName(written), genderOfName(name)];
  if (sex && otherSex && sex !== otherSex) return true;
  if (b.includes(first) || a.includes(other)) return false;
  return first[0] !== other[0] || !isShortFor(first.toLowerCase(), other.toLowerCase());
}

/** "Justice Henry" is whoever of that name came before. */
const TITLED =
  /^(?:Justice|Judge|Sir|Lord|Lady|Dame|Sister|Father|Brother|King|Queen|Prince|Princess|Pope|President|Premier|Minister|Senator|Governor|Mayor|General|Colonel|Captain|Major|Sergeant|Inspector|Officer|Professor|Doctor|Miss|Bishop|Cardinal|Sheikh|Coach|Chief|Deputy|Detective|Constable|Superintendent|Commissioner)$/;

/** "Ben" and "Benjamin", "Andy" and "Andrew", "Mohamed" and "Muhammad": one first name in two forms, of one initial. */
function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const bones = (name: string) => name.replace(/[aeiouyh]|(.)(?=\1)/g, '');
  return long.startsWith(short.replace(/(?:(.)(?=\1))?.?(?:ie|y|e|i)$|[ie]$/, '')) && short.length > 2
    ? true
    : bones(a) === bones(b) || OTHER_FORMS.has(`${short} ${long}`);
}

/** Short forms that begin like the whole and go on otherwise. */
const OTHER_FORMS = new Set(
  'mike michael|mick michael|jim james|jimmy james|jack james|jack john|steve stephen|rick richard|ricky richard|larry lawrence|chuck charles|maggie margaret|meg margaret|kathy catherine'.split(
    '|',
  ),
);
