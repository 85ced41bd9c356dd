import type { Article, Span } from '../article/article.ts';
import { boundsOf } from '../dates/edtf.ts';
import type { Published } from '../dates/timex.ts';
import type { Telling } from './telling.ts';
import { type Draft, mainTelling } from './draft.ts';
import { eventVerb } from './event-words.ts';
import { carryIds, slugOf } from './ids.ts';
import { labelOf, purposeEnd } from './labels.ts';
import type { Story, StoryEvent } from './schema.ts';
import { candidatesOf } from './when.ts';

/** The drafts as events of the story, those without a label that is true when read alone left out, and their drafts. */
export function buildEvents(
  article: Article,
  drafts: Draft[],
  published: Published | null,
  previous: Story | null,
): { events: StoryEvent[]; draftOf: Map<string, Draft> } {
  const today = published ? boundsOf(published.edtf, candidatesOf(published)) : null;
  const labelled = drafts.flatMap((draft) => {
    const label = eventLabel(draft);
    return label === null ? [] : [{ draft, label }];
  });
  const fresh = labelled.map(({ draft, label }) => ({
    id: freshId(draft),
    words: `${label} ${wordsOf(article, draft)}`,
  }));
  const before = (previous?.events ?? []).map(({ id, label, start, end }) => ({
    id,
    words: `${label} ${previous?.text?.slice(start, end) ?? ''}`,
  }));
  const ids = carryIds(fresh, before, 'event');
  const idOf = new Map(labelled.map(({ draft }, index) => [draft, ids[index]!]));
  const events = labelled.map(({ draft, label }): StoryEvent => {
    const main = mainTelling(draft);
    const { edtf = null, basis, words } = draft.when ?? { basis: 'not-stated' as const, words: null };
    const bounded = draft.bound && idOf.has(draft.bound.draft) ? draft.bound : null;
    const { earliest, latest } = boundsFor(draft, today);
    return {
      id: idOf.get(draft)!,
      label,
      ...spanOf(main),
      also: draft.tellings.filter((telling) => telling !== main).map(spanOf),
      status: draft.status,
      edtf,
      basis: edtf === null ? 'not-stated' : basis,
      dateWords: edtf === null ? null : words,
      earliest,
      latest,
      bound: bounded && { relation: bounded.relation, event: idOf.get(bounded.draft)! },
      places: draft.places.map(({ id }) => id),
      placeBasis: draft.places.length ? draft.placeBasis : 'not-stated',
      participants: draft.persons.map(({ id }) => id),
      speaker: draft.speaker,
      background: draft.background,
      source: null,
    };
  });
  return { events, draftOf: new Map(labelled.map(({ draft }, index) => [ids[index]!, draft])) };
}

/** The label, with its speaker where it is somebody's word. */
function eventLabel(draft: Draft): string | null {
  const main = mainTelling(draft);
  const label = labelOf({ ...main, status: draft.status }, draft.persons, draft.places);
  // "Lula said he would travel": whose word it is the label says already.
  const isOwn = main.subject?.pronoun && main.subject.persons[0]?.name === draft.speaker?.name;
  if (label === null || !draft.speaker || isOwn) return label;
  // "The army said it had shot down a drone": the doer speaks.
  const doer = main.subject && main.clause.tokens.slice(main.subject.from, main.subject.to);
  const isDoer =
    doer &&
    doer
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase() === draft.speaker.name.toLowerCase();
  return isDoer && doer.length > 0
    ? `${label}, by ${/(?:[^s]s|police)$/.test(doer.at(-1)!.lower) ? 'their' : 'its'} own account`
    : `${label}, according to ${draft.speaker.name}`;
}

/** The words of the telling: its clause, or its noun phrase; without an aside between subject and verb. */
export function spanOf(telling: Telling): Span {
  const { tokens } = telling.clause;
  const between = telling.subject ? tokens.slice(telling.subject.to, telling.group) : [];
  const parted = between.some(
    (token) => token.before || eventVerb(token.lower) || /^(?:and|but|who|which|that)$/.test(token.lower),
  );
  const comma = telling.subject && tokens[telling.group]!.before !== '';
  const from = telling.verb && (parted || comma) ? telling.group : telling.from;
  const to = Math.max(telling.head + 1, telling.verb ? purposeEnd(telling) : telling.to);
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

function wordsOf({ text }: Article, draft: Draft): string {
  const { start, end } = spanOf(mainTelling(draft));
  return text.slice(start, end);
}

/** "arrived-moscow", "killing-haniyeh", "state-visit-moscow": the happening's word, and its place or person. */
function freshId(draft: Draft): string {
  const { clause, head, noun, verb } = mainTelling(draft);
  const word = clause.tokens[head]!.lower;
  const before = clause.tokens[head - 1];
  const adjective =
    noun &&
    before &&
    /^(?:state|military|car|suicide|air|plane|train|peace|general|presidential)$/.test(before.lower)
      ? `${before.lower} `
      : '';
  const told =
    verb && draft.status !== 'happened'
      ? verb.base
      : draft.tellings[0]!.class === 'meeting'
        ? 'meeting'
        : word;
  const happening = /^(?:assassination|murder|execution)$/.test(told) ? 'killing' : `${adjective}${told}`;
  const about = draft.places[0]?.name.replace(/ Strip$/, '') ?? draft.persons[0]?.short;
  return slugOf(about ? `${happening} ${about}` : `${subjectWord(draft)} ${happening}`);
}

/** First and last day that the text leaves open, by its date, its order, or the day of the article itself. */
function boundsFor(
  draft: Draft,
  today: { earliest: string | null; latest: string | null } | null,
): { earliest: string | null; latest: string | null } {
  const { when, bound } = draft;
  if (when?.edtf != null) return { earliest: when.earliest, latest: when.latest };
  let earliest = when?.earliest ?? null;
  let latest = when?.latest ?? null;
  if (bound?.relation === 'before') latest ??= bound.draft.when?.latest ?? null;
  if (bound?.relation === 'after') earliest ??= bound.draft.when?.earliest ?? null;
  if (draft.status === 'happened' && today?.latest && earliest && earliest > today.latest) earliest = null;
  // What happened was over on the article's day, whatever plan it came before.
  if (draft.status === 'happened' && (!latest || (today?.latest && latest > today.latest)))
    latest = today?.latest ?? latest;
  if (draft.status === 'planned') earliest ??= today?.earliest ?? null;
  return { earliest, latest };
}

/** The last word of a subject that is no person: "Kremlin". */
function subjectWord(draft: Draft): string {
  const { subject, clause } = mainTelling(draft);
  return subject && !subject.pronoun ? (clause.tokens[subject.to - 1]?.text ?? '') : '';
}
