import type { Article, Span, Speech } from '../article/article.ts';
import type { Person } from './people.ts';
import type { Referents } from './referents.ts';
import { NP_STOP } from './phrases.ts';
import type { Clause, Token } from './tokens.ts';

/** Verbs whose content the speaker states as fact. What is claimed, alleged, promised or wished makes no event. */
const STATES = new Set(
  'said says say saying told tells tell telling stated states state stating added adds add adding noted notes note noting reported reports report reporting announced announces announce announcing explained explains explain explaining acknowledged acknowledges acknowledge acknowledging admitted admits admit admitting confirmed confirms confirm confirming indicated indicates indicate indicating revealed reveals reveal revealing recalled recalls recall recalling testified testifies testify testifying wrote writes write writing emphasized emphasizes stressed stresses declared declares declaring'.split(
    ' ',
  ),
);

/** The last word of who may say that something happened: people and what people make; figures and hopes say nothing. */
const SPEAKS =
  /(?:police|presidency|secretariat|chancellery|cabinet|parliament|assembly|senate|congress|squads?|patrol|brigade|unit|sponsors?|communiqu[eé]|coalition|junta|regime|militia|manufacturer|maker|insurers?|retailers?|carrier|publisher|museum|gallery|charity|foundation|trust|society|league|school|college|clinic|laboratory|prison|port|railway|regulator|watchdog|inquiry|tribunal|ambassador|envoy|consulate|mission|passengers|hikers|farmers|fishermen|soldiers|m[ae]n|wom[ae]n|person|officials?|authority|authorities|ministry|ministers?|government|agency|department|office|officers?|army|military|navy|force|forces|guard|witnesses|residents|villagers|doctors?|medics|paramedics|firefighters|rescuers|investigators?|detectives?|prosecutors?|lawyers?|attorneys?|court|judge|company|airline|operator|union|unions|media|television|radio|newspapers?|reports?|statement|website|commission|committee|council|party|group|groups|organi[sz]ations?|embassy|service|services|bureau|institute|university|hospital|sources?|analysts?|experts?|scientists?|researchers?|survivors|activists?|leaders?|mayor|governor|president|chief|director|manager|secretary|deputy|diplomats?|aides?|parents|family|relatives|neighbou?rs|owners?|network|cent(?:re|er)|observatory|board|club|federation|association|administration|commander|general|king|queen|palace|coroner|sheriff|troopers|lawmakers|senators?|rebels|militants|troops|survey|monitor|monitors|daily|organi[sz]ers|teachers?|workers|team|staff|crew|captain|church|bishop|companies|agencies|airlines|ministries|firms?|banks?|rangers?|coastguard|lifeguards?|operators|governments|universities|hospitals|documents|records|papers|indictment|complaint)$/;

/** What officials are of, and no name: "Health officials in Lima". */
const OF_OFFICIALS =
  /^(?:health|local|state|government|police|army|military|security|rescue|election|aid|federal|regional|provincial|city|county|district|municipal|fire|port|railway|school|hospital|customs|border|company|union|court|tax|transport|weather|senior|public|wildlife|park|medical|emergency|defen[cs]e|intelligence|industry)$/;

/** Who speaks, by name; null where the text doesn't name them or what is said is no statement of fact. */
export function speakerOf(
  article: Article,
  clauses: Clause[],
  referents: Referents,
  speech: Speech,
): { name: string; form: Speech['form'] } | null {
  if (!speech.speaker) return null;
  if (speech.verb && !STATES.has(article.text.slice(speech.verb.start, speech.verb.end).toLowerCase()))
    return null;
  const name = nameOf(article.text, clauses, referents, speech.speaker);
  return name === null ? null : { name, form: speech.form };
}

/** The name for a speaker's words: a person's full name, "police", "the ministry"; null for a pronoun of nobody. */
function nameOf(text: string, clauses: Clause[], referents: Referents, span: Span): string | null {
  const clause = clauseAt(clauses, span.start);
  const inside = clause?.tokens.filter((token) => token.start < span.end && token.end > span.start) ?? [];
  const last = inside.at(-1);
  if (!clause || !last) return null;
  const person = inside.find((token) => token.person && !token.possessive)?.person;
  if (person) return person.name;
  if (/^(?:he|she)$/.test(inside[0]!.lower)) return referents.of.get(inside[0]!)?.name ?? null;
  // "the mayor of a suburb in Rome, Omar Sayed, told": the name stands behind.
  const behind = clause.tokens.slice(clause.tokens.indexOf(last) + 1, clause.tokens.indexOf(last) + 2);
  const after = behind.find((token) => token.person && !token.possessive && token.before === ',')?.person;
  if (after) return after.name;
  if (last.toponym && inside.every(({ toponym, lower }) => toponym || lower === 'the')) {
    const officials = officialsOf(text, clause.tokens, clause.tokens.indexOf(inside[0]!), last);
    return officials ?? (last.toponym.role === 'metonym' ? last.text : null);
  }
  const time = inside.findIndex((token) => token.timex);
  if (time === 0) return null;
  if (time > 0) return nameOf(text, clauses, referents, { start: span.start, end: inside[time - 1]!.end });
  const of = inside.findIndex(({ lower }) => /^(?:of|for|in|from|at|on)$/.test(lower));
  const head = of > 0 ? inside[of - 1]! : last;
  const named =
    head.capital && (inside.length > 1 || head !== clause.tokens[0] || /\p{Lu}.*\p{Lu}/u.test(head.text));
  if (head.kind === 'word' && !named && !SPEAKS.test(head.lower)) return null;
  // "its sponsor": read alone, nobody knows whose.
  const words = text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:its|their) /i, 'the ');
  const first = inside[0]!;
  // "Another source said": no name, but a sentence's first word.
  const isOpening =
    (first === clause.tokens[0] && OF_OFFICIALS.test(first.lower) && !inside[1]?.capital) ||
    /^(?:The|A|An|Another|One|Some|Two|Three|Four|Five|Several|Many|Most|Other|Both|All|His|Her|Their|Its)$/.test(
      first.text,
    ) ||
    (first === clause.tokens[0] &&
      first.kind === 'word' &&
      !first.toponym &&
      ((SPEAKS.test(first.lower) && !/m[ae]n$/.test(first.lower)) || isSmallElsewhere(clauses, first)) &&
      !/^\p{Lu}{2}/u.test(first.text) &&
      !inside.slice(1).some(({ capital, kind }) => capital && kind === 'word'));
  return isOpening ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** The article writes the word without a capital somewhere. */
function isSmallElsewhere(clauses: Clause[], { lower }: Token): boolean {
  let words = smallWords.get(clauses);
  if (!words) {
    const all = clauses.flatMap(({ tokens }) => tokens);
    words = new Set(all.flatMap((token) => (token.kind === 'word' && !token.capital ? [token.lower] : [])));
    smallWords.set(clauses, words);
  }
  return words.has(lower);
}

/** Collected once an article: a long one has thousands of speeches. */
const smallWords = new WeakMap<Clause[], ReadonlySet<string>>();

/** "health officials in Peru", where the place at `at` is all that was taken for the speaker. */
function officialsOf(text: string, tokens: Token[], at: number, last: Token): string | null {
  // "officials of the ministry (MH) in Peru": what stands in brackets is passed over.
  const known = tokens[at - 2]?.before.endsWith('(') ? at - 3 : at - 2;
  // "the Department of Health in Peru": the department speaks.
  const named = tokens[known - 1]?.lower === 'of' && tokens[known]?.capital ? known - 2 : known;
  const who = tokens[named];
  if (!/^(?:in|of|from|at)$/.test(tokens[at - 1]?.lower ?? '') || !who || !SPEAKS.test(who.lower))
    return null;
  let from = named;
  while (
    from > 0 &&
    named - from < 4 &&
    !tokens[from]!.before &&
    tokens[from - 1]!.kind === 'word' &&
    !NP_STOP.has(tokens[from - 1]!.lower)
  )
    from -= 1;
  const words = text.slice(tokens[from]!.start, last.end).replace(/\s+/g, ' ');
  return from === 0 && !/^\p{Lu}+\b/u.test(words.slice(0, 2))
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

/** The sentence that holds a character, by halving. */
function clauseAt(clauses: Clause[], at: number): Clause | undefined {
  let [low, high] = [0, clauses.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (clauses[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return clauses[low];
}

/** Which persons’ words stand where, by name, in text order. */
export function namedSpeeches(
  article: Article,
  clauses: Clause[],
  referents: Referents,
  people: Person[],
): (Span & { name: string })[] {
  const names = new Set(people.map(({ name }) => name));
  return article.speeches.flatMap(({ start, end, speaker }) => {
    const name = speaker && nameOf(article.text, clauses, referents, speaker);
    return name && names.has(name) ? [{ start, end, name }] : [];
  });
}
