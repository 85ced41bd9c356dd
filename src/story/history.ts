import { boundsOf } from '../dates/edtf.ts';
import { type Draft, NEWS_DAYS } from './draft.ts';
import type { Clause } from './tokens.ts';
import { dayAfter } from './when.ts';

/** What happened longer ago than a year is history to an article of news. */
const HISTORY_DAYS = 365;

/**
 * Marks what an article of news tells of long ago, of nobody who acts in its own days: "Soldiers seized power in Mali in
 * 2020" in a report of this week. It is no part of a journey, and background where it names nobody. An article that
 * names no day of the last weeks tells history itself, and marks nothing. `today`: the first and last day that it can be
 * from.
 */
export function markHistory(
  drafts: Draft[],
  clauses: Clause[],
  today: { earliest: string | null; latest: string | null } | null,
  candidates: string[],
): void {
  const before = today?.earliest && dayAfter(today.earliest, -HISTORY_DAYS);
  if (!before || !isNews(clauses, today, candidates)) return;
  const isOld = ({ status, when }: Draft) =>
    status === 'happened' && when?.latest != null && when.latest < before;
  const acting = new Set(drafts.filter((draft) => !isOld(draft)).flatMap(({ persons }) => persons));
  for (const draft of drafts) {
    draft.history = isOld(draft) && !draft.persons.some((person) => acting.has(person));
    draft.background ||= draft.history && draft.persons.length === 0;
  }
}

function isNews(
  clauses: Clause[],
  { earliest, latest }: { earliest: string | null; latest: string | null },
  candidates: string[],
): boolean {
  const from = earliest && dayAfter(earliest, -NEWS_DAYS);
  return clauses.some(({ tokens }) =>
    tokens.some(({ timex }) => {
      const bounds = timex?.edtf ? boundsOf(timex.edtf, candidates) : null;
      return (
        bounds?.earliest != null &&
        from !== null &&
        bounds.earliest >= from &&
        (latest === null || bounds.earliest <= latest)
      );
    }),
  );
}
