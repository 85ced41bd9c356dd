import type { Article } from '../article/article.ts';
import type { Published } from '../dates/timex.ts';
import { boundsOf } from '../dates/edtf.ts';
import { statusOf } from '../dates/status.ts';
import { findTellings } from './clauses.ts';
import type { Telling } from './telling.ts';
import { addPlace, type Draft, mainTelling, placesOf, tellsSame, type When } from './draft.ts';
import { speakerOf } from './mentions.ts';
import type { Person } from './people.ts';
import type { Referents } from './referents.ts';
import { leadOf } from './steps.ts';
import { markHistory } from './history.ts';
import { isTold } from './told.ts';
import type { Clause } from './tokens.ts';
import { isVow, saidLongAgo } from './vows.ts';
import { candidatesOf, dayAfter, daysOf, isAhead, whenOf } from './when.ts';

/**
 * The happenings that the article tells, in text order, each once: what its clauses tell is dated, placed, and joined
 * where two tellings are of one happening.
 */
export function findEvents(
  article: Article,
  clauses: Clause[],
  published: Published | null,
  referents: Referents,
): Draft[] {
  const candidates = candidatesOf(published);
  const today = published ? boundsOf(published.edtf, candidates) : null;
  const tellings = resolve(article, referents, findTellings(clauses, article.speeches));
  const drafts: Draft[] = [];
  const draftOf = new Map<Telling, Draft>();
  const inClause = new Map<Clause, Telling[]>();
  for (const telling of tellings)
    inClause.set(telling.clause, [...(inClause.get(telling.clause) ?? []), telling]);
  for (const telling of tellings) {
    const speakers = telling.around.map((speech) => speakerOf(article, clauses, referents, speech));
    if (speakers.includes(null)) continue;
    const speaker = speakers.at(-1) ?? null;
    // "Brandt said he was indicted": he may be anybody; of what lies ahead one speaks for oneself.
    const isSelf = telling.subject?.pronoun && telling.subject.persons[0]?.name === speaker?.name;
    if (speaker && isSelf && telling.status === 'happened') continue;
    const together = inClause.get(telling.clause)!;
    if (isBare(telling) && !motionBefore(telling, together)) continue;
    const when = whenOf(article, telling, together, candidates);
    const isPlan = speaker && isVow(telling, isSelf === true, when, isAhead(when, published));
    if (telling.would && (!isPlan || saidLongAgo(telling, today?.earliest ?? null, candidates))) continue;
    const alike = drafts.filter((draft) => tellsSame(draft, telling, when, today?.earliest ?? null));
    // "before the meeting" is rather one that was than one that is to come.
    const asTold = alike.filter(({ status }) => status === telling.status);
    const same = asTold.length ? asTold : alike;
    // "the meeting" is rather what was called a meeting than "the discussions" after it.
    const known =
      same.findLast((draft) => draft.tellings.some((other) => other.word === telling.word)) ?? same.at(-1);
    const draft = known ?? newDraft(telling, speaker);
    if (!known) drafts.push(draft);
    join(draft, telling, when, speaker);
    draftOf.set(telling, draft);
  }
  for (const telling of tellings) {
    const together = inClause.get(telling.clause)!;
    orderBy(telling, together, draftOf);
    purposeOf(telling, together, draftOf, published);
  }
  const lead = leadOf(article);
  for (const draft of drafts) settle(draft, published, candidates, lead);
  markHistory(drafts, clauses, today, candidates);
  const first = clauses.find(({ paragraph }) => paragraph === lead);
  const kept = drafts.filter((draft) => isTold(draft, first, isAhead(draft.when, published)));
  for (const draft of kept) if (draft.bound && !kept.includes(draft.bound.draft)) draft.bound = null;
  return kept.sort((a, b) => startOf(a) - startOf(b));
}

function startOf(draft: Draft): number {
  const { clause, from } = mainTelling(draft);
  return clause.tokens[from]!.start;
}

/** Puts persons for pronouns; leaves out what nobody can be named for, and what the words around deny. */
function resolve(article: Article, referents: Referents, tellings: Telling[]): Telling[] {
  return tellings.filter((telling) => {
    const { clause, head, subject } = telling;
    const span = { start: clause.tokens[0]!.start, end: clause.tokens.at(-1)!.end };
    const status = statusOf(article.text, span, clause.tokens[head]!);
    if (status.negated || status.conditional) return false;
    if (status.status === 'cancelled') telling.status = 'cancelled';
    // "planned a rally on Sunday", "invited them to a ceremony": a noun has the status of the verb that governs it.
    const { noun, light, own } = telling;
    if (noun && light < 0 && own < 0 && telling.status === 'happened' && status.status === 'planned') {
      // "will discuss the war in Libya": nobody plans a war.
      if (noun.lasting) return false;
      // "the rally is scheduled to hear": the cue speaks of the noun's own time only before it.
      if (status.cue && status.cue.start > clause.tokens[head]!.start) return false;
      const cue = status.cue ? article.text.slice(status.cue.start, status.cue.end) : '';
      if (!/\b(?:will|plans?|planned|planning|scheduled|prepar\w+|organi[sz]\w+)\b/i.test(cue)) return false;
      telling.status = 'planned';
    }
    if (subject?.pronoun) {
      const person = referents.of.get(clause.tokens[subject.from]!);
      if (!person) return false;
      telling.subject = { ...subject, persons: [person] };
      if (!telling.persons.includes(person)) telling.persons.unshift(person);
    }
    telling.pronouns = ownPronouns(telling, referents);
    const opening = /^(?:meeting|visit)$/.test(telling.class) && telling.noun ? hostOf(telling) : [];
    telling.persons = [...new Set([...telling.persons, ...opening])];
    return true;
  });
}

/** "his", "its", "their": where they can mean nobody but the subject. */
function ownPronouns({ subject, clause, head }: Telling, { gender }: Referents): string[] {
  if (!subject) return [];
  const [person, ...others] = subject.persons;
  if (others.length) return ['their'];
  if (person) return gender.get(person) === 'he' ? ['his'] : gender.get(person) === 'she' ? ['her'] : [];
  // "named Mary Barra as its head": "its" is no person's, and "their" none's who is named only behind it.
  const before = clause.tokens.slice(subject.to, head).some((token) => token.person);
  const after = clause.tokens.slice(head + 1, head + 3).some((token) => token.person);
  return before || after ? ['its'] : ['its', 'their'];
}

/** "In a meeting held in Moscow on Tuesday, Putin expressed …": who the sentence is about takes part. */
function hostOf({ clause, from, to }: Telling): Person[] {
  if (from > 2 || !/^(?:in|at|during)$/.test(clause.tokens[from - 1]?.lower ?? '')) return [];
  const next = clause.tokens[to];
  return next?.before === ',' && next.person && !next.possessive ? [next.person] : [];
}

/** "discussions", "recent meetings with them": a noun that no place, day or person hangs on tells no one happening. */
function isBare({ noun, definite, light, persons, places, times }: Telling): boolean {
  if (noun?.plural && /^(?:visit|meeting|motion)$/.test(noun.class)) return true;
  if (noun === null || places.length || times.some(({ edtf }) => edtf !== null)) return false;
  return (noun.plural && !noun.lasting) || (!definite && light < 0 && !persons.length);
}

function newDraft(telling: Telling, speaker: Draft['speaker']): Draft {
  return {
    tellings: [],
    status: telling.status,
    persons: [],
    places: [],
    placeBasis: 'not-stated',
    when: null,
    speaker,
    background: false,
    history: false,
    timed: false,
    bound: null,
  };
}

function join(draft: Draft, telling: Telling, when: When | null, speaker: Draft['speaker']): void {
  draft.tellings.push(telling);
  for (const person of telling.persons) if (!draft.persons.includes(person)) draft.persons.push(person);
  for (const place of placesOf(telling)) draft.places = addPlace(draft.places, place);
  const isStated = telling.places.some(({ as }) => as !== 'subject');
  if (draft.places.length && draft.placeBasis !== 'stated')
    draft.placeBasis = isStated ? 'stated' : 'inferred';
  draft.timed ||= telling.times.some(
    ({ type, value }) => /^(?:DATE|TIME)$/.test(type) && !value.endsWith('_REF'),
  );
  if (when && (!draft.when || (draft.when.edtf === null && when.edtf !== null))) draft.when = when;
  // What the article says itself needs no speaker, whoever says it too.
  if (!speaker) draft.speaker = null;
}

/** "Before the meeting, X", "following the killing of Y": one bounds the other. */
function orderBy(telling: Telling, tellings: Telling[], draftOf: Map<Telling, Draft>): void {
  const { clause } = telling;
  const anchor = draftOf.get(telling);
  const at = prepositionOf(telling, tellings);
  if (!anchor || !at) return;
  const together = tellings.filter(
    (other) => other.clause === clause && other !== telling && draftOf.has(other) && !other.setting,
  );
  const matrix =
    at.index === 0
      ? together.find((other) => other.verb && other.from >= telling.to)
      : (together.findLast((other) => other.head < at.index) ?? null);
  const main = matrix ? draftOf.get(matrix)! : null;
  if (!main || main === anchor) return;
  if (!main.bound && main.when?.edtf == null) main.bound = { relation: at.relation, draft: anchor };
  else if (!anchor.bound && anchor.when?.edtf == null)
    anchor.bound = { relation: at.relation === 'before' ? 'after' : 'before', draft: main };
}

/** The word of order before a telling's phrase, also where the phrase is the second of two ("following A and B"). */
function prepositionOf(
  telling: Telling,
  tellings: Telling[],
): { index: number; relation: 'before' | 'after' } | null {
  const { tokens } = telling.clause;
  if (telling.verb && !telling.subject) return null;
  let index = telling.from - 1;
  if (tokens[index]?.lower === 'and') {
    const first = tellings.findLast(
      (other) => other.clause === telling.clause && other.to === index && other.noun,
    );
    if (first) index = first.from - 1;
  }
  const word = tokens[index]?.lower;
  if (tokens[telling.from]?.before && index === telling.from - 1) return null;
  if (word === 'before') return { index, relation: 'before' };
  if (word === 'after' || word === 'following') return { index, relation: 'after' };
  if (
    (word === 'of' && tokens[index - 1]?.lower === 'ahead') ||
    (word === 'to' && tokens[index - 1]?.lower === 'prior')
  )
    return { index: index - 1, relation: 'before' };
  return null;
}

/** The motion that a noun is the purpose of: "arrived … for a visit". */
function motionBefore(telling: Telling, tellings: Telling[]): Telling | undefined {
  if (!telling.noun || telling.clause.tokens[telling.from - 1]?.lower !== 'for') return undefined;
  return tellings.findLast(
    (other) => other.clause === telling.clause && other.class === 'motion' && other.head < telling.head,
  );
}

/** "arrived in Moscow on Monday for a three-day state visit": the visit has the arrival's people, place and first day. */
function purposeOf(
  telling: Telling,
  tellings: Telling[],
  draftOf: Map<Telling, Draft>,
  published: Published | null,
): void {
  const draft = draftOf.get(telling);
  if (!draft) return;
  const motion = motionBefore(telling, tellings);
  const going = motion && draftOf.get(motion);
  if (!going || going === draft || !going.places.length) return;
  for (const person of going.persons) if (!draft.persons.includes(person)) draft.persons.push(person);
  if (telling.class === 'visit' && !draft.places.length) {
    draft.places = going.places;
    draft.placeBasis = 'inferred';
  }
  if (going.status !== 'happened') draft.status = going.status;
  // "arrived for talks": whether they were held only another telling can say.
  const isMeant = draft.tellings.every((other) => other === telling) && telling.class === 'meeting';
  if (isMeant && draft.status === 'happened') {
    draft.status = 'planned';
    // Of a day that is over it is no plan any more.
    const today = published && boundsOf(published.edtf, candidatesOf(published))?.earliest;
    telling.lapsed = Boolean(today && going.when?.latest && going.when.latest < today);
    const day = going.when;
    if (!draft.when && day?.edtf) draft.when = { ...day, edtf: null, words: null, latest: null };
  }
  const duration = telling.clause.tokens
    .slice(telling.from, telling.to)
    .find((token) => token.timex?.type === 'DURATION')?.timex;
  const start = going.when?.edtf;
  if (!duration || !start || draft.when?.edtf) return;
  const days = daysOf(duration);
  const end = days === null ? null : dayAfter(start, days - 1);
  if (!end) return;
  const edtf = end === start ? start : `${start}/${end}`;
  const bounds = boundsOf(edtf, candidatesOf(published));
  draft.when = {
    edtf,
    basis: 'inferred',
    words: { start: duration.start, end: duration.end },
    timex: duration,
    earliest: bounds?.earliest ?? null,
    latest: bounds?.latest ?? null,
  };
  if (draft.status === 'happened' && published && published.edtf >= start && published.edtf <= end)
    draft.status = 'ongoing';
}

/** Background, and what the day of publishing says of undated ones. */
function settle(draft: Draft, published: Published | null, candidates: string[], lead: number): void {
  // "was to have gone on Saturday": a weekday of what never was may lie on either side of today.
  if (draft.status === 'cancelled' && draft.when?.basis === 'resolved') draft.when = null;
  const nouns = draft.tellings.every(({ noun, light }) => noun && light < 0);
  const lasting = draft.tellings.every(({ noun }) => noun?.lasting);
  const setting = draft.tellings.some((telling) => telling.setting || telling.continuing);
  const dated = draft.when?.edtf != null;
  const inLead = draft.tellings.some(({ clause, setting }) => clause.paragraph <= lead && !setting);
  draft.background =
    nouns &&
    !draft.persons.length &&
    !dated &&
    (setting || (lasting && !inLead)) &&
    draft.status !== 'planned' &&
    !draft.bound?.draft.background;
  const goesOn = draft.tellings.some((telling) => telling.continuing);
  if (goesOn && lasting && !dated && draft.status === 'happened') draft.status = 'ongoing';
  if (draft.background) {
    const continuing =
      draft.tellings.some((telling) => telling.continuing) ||
      (lasting && !draft.tellings.every(({ setting }) => setting));
    draft.status = continuing ? 'ongoing' : draft.status;
    if (draft.status === 'ongoing') draft.bound = null;
  }
  const today = published ? boundsOf(published.edtf, candidates) : null;
  // "next year's race will be held on November 3": no day that is over is a plan's.
  const isOver = draft.when?.latest && today?.earliest && draft.when.latest < today.earliest;
  if (draft.status === 'planned' && isOver && !draft.tellings.some(({ lapsed }) => lapsed)) {
    draft.when = null;
    draft.timed = false;
  }
  // What is told as past but dated after the article's own day is ahead.
  if (
    draft.status === 'happened' &&
    today?.latest &&
    draft.when?.earliest &&
    draft.when.earliest > today.latest
  )
    draft.status = 'planned';
}
