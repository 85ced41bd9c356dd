import { boundsOf } from '../dates/edtf.ts';
import { NEWS_DAYS, type When } from './draft.ts';
import type { Telling } from './telling.ts';
import { dayAfter } from './when.ts';

/** "Lula said he would travel", "the ministry said that a road would open in May": their word makes it a plan. */
export function isVow({ class: sort }: Telling, isSelf: boolean, when: When | null, ahead: boolean): boolean {
  if (when?.edtf != null && !ahead) return false;
  if (isSelf) return /^(?:motion|visit|meeting|office|deal|deed|statement|start|court)$/.test(sort);
  return ahead && /^(?:motion|visit|meeting|start|office)$/.test(sort);
}

/** "said in May that she would": a word of a day long before the article's own. */
export function saidLongAgo({ clause, from }: Telling, today: string | null, candidates: string[]): boolean {
  const before = today && dayAfter(today, -NEWS_DAYS);
  return clause.tokens.slice(0, from).some(({ timex }) => {
    const latest = timex?.edtf ? boundsOf(timex.edtf, candidates)?.latest : null;
    return latest != null && before !== null && latest < before;
  });
}
