import { BACK, DONE, NO_PARTICIPLE } from './direction-words.ts';
import type { Token } from './tokens.ts';

// What the words right around a date say of it, whatever its clause's verb.

/** "He set a new date: 14 June", "gave a date of 14 June for the vote". */
export const isDateSet = (tokens: readonly Token[], from: number): boolean =>
  /^(of|:)$/.test(tokens[from - 1]?.word ?? '') &&
  tokens[from - 2]?.word === 'date' &&
  tokens.slice(Math.max(0, from - 6), from - 2).some(({ word }) => /^(set|sets|gave|fixed|named|new)$/.test(word)); // prettier-ignore

/** "Wednesday's ruling", "after a Nov. 3 blast", but not "awaits Friday's ruling", "ahead of Monday's decision". */
export function isDone(tokens: readonly Token[], from: number, to: number): boolean {
  if (
    tokens[from - 1]?.kind === 'a' &&
    /^(after|since|following|despite|amid)$/.test(tokens[from - 2]?.word ?? '')
  )
    return DONE.has(tokens[to]?.word ?? '');
  if (tokens[to]?.kind !== 'genitive') return false;
  const noun = tokens.slice(to + 1, to + 4).find(({ word }) => DONE.has(word));
  return noun !== undefined && !/^(await|awaits|awaited|awaiting|before|by|until|for|of|pending|expect|expects|expected)$/.test(tokens[from - 1]?.word ?? ''); // prettier-ignore
}

/** "The match, due to be played in May, was postponed." */
export function isCalledOff(tokens: readonly Token[], to: number): boolean {
  const at = /^(,|but)$/.test(tokens[to]?.word ?? '') ? to + 1 : to;
  const off = /^(has|had|have)$/.test(tokens[at]?.word ?? '') ? at + 2 : at + 1;
  return (
    /^(was|were|been)$/.test(tokens[off - 1]?.word ?? '') &&
    /^(postponed|delayed|cancelled|canceled|called|scrapped|abandoned|suspended|deferred|moved|rescheduled)$/.test(tokens[off]?.word ?? '') // prettier-ignore
  );
}

/** "The train, which was to leave on Sunday, left at ten"; "was due home on Sunday but was held". */
export function isOver(tokens: readonly Token[], to: number): boolean {
  let at = to;
  while (at < to + 2 && /^(,|but|yet)$/.test(tokens[at]?.word ?? '')) at++;
  // "was to have started on Sunday but a storm shut the airport"
  const clause = /^(a|an|the)$/.test(tokens[at]?.word ?? '') && tokens[at - 1]?.word === 'but';
  return at > to && (BACK.has(tokens[at]?.word ?? '') || (clause && isPastForm(tokens[at + 2]?.word ?? '')));
}

const isPastForm = (word: string): boolean =>
  BACK.has(word) || (word.endsWith('ed') && !NO_PARTICIPLE.has(word));

/** "was to have started": what never came to be, if the clause goes on so. */
export const isHave = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(Math.max(0, from - 8), from)
    .some(({ word }, i, near) => word === 'have' && near[i - 1]?.word === 'to');
