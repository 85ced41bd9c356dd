import type { Token } from './tokens.ts';

/** As many days as one list names at most, so that a look at it stays short. */
const MOST = 8;

export const isDayNumber = (token: Token | undefined): token is Token =>
  token?.kind === 'daynum' || token?.kind === 'ordinal';

/** What joins two days: "12 to 14", "8/9", "3 and 5". */
export const isJoint = (token: Token | undefined): boolean =>
  /^(and|to|or|-|–|—|through|until|till|\/|&)$/.test(token?.word ?? '');

/**
 * The rest of a list of days after the first of them, which ends at `at`: ", 11 and 13" of "9, 11 and 13 January".
 * `end` is right after its last day, `joined` false where only commas part them, which may be anything. Days grow.
 */
export function restOfList(tokens: readonly Token[], at: number): { end: number; joined: boolean } {
  let end = at;
  let joined = false;
  for (let count = 0; count < MOST; count++) {
    let next = tokens[end]?.kind === 'comma' ? end + 1 : end;
    const joint = isJoint(tokens[next]);
    if (joint) next++;
    if (next === end || (joined && !joint)) break; // "on March 6 and 7, 20 people …"
    if (tokens[next]?.kind === 'the' && tokens[next + 1]?.kind === 'ordinal') next++;
    if (tokens[next]?.kind === 'weekday') next++;
    const [day, last] = [tokens[next], tokens[end - 1]];
    if (!isDayNumber(day) || !last || day.value <= last.value) break;
    joined ||= joint;
    end = next + 1;
  }
  return { end, joined };
}

/** The month that a list goes on from, at its first day, for the day at `from`: "Oct." of "Oct. 6, 13 and [20]". */
export function monthOfList(tokens: readonly Token[], from: number): Token | null {
  let at = from;
  for (let count = 0; count < MOST; count++) {
    let before = isJoint(tokens[at - 1]) ? at - 2 : at - 1;
    if (tokens[before]?.kind === 'comma') before--;
    if (before === at - 1 || !isDayNumber(tokens[before])) return null;
    at = before;
    if (tokens[at - 1]?.kind === 'month') return tokens[at - 1]!;
  }
  return null;
}

/** False where what follows a number says that it counts: "Oct. 6 and 20 people". */
export function endsAsDay(next: Token | undefined): boolean {
  if (!next || !/^[\p{L}$€£%]/u.test(next.word)) return true;
  return /^(at|in|on|and|to|for|from|with|when|but|as|after|before|by|or|the|a|an|will|would|is|are|was|were|has|had|have|respectively|next|last|this|that|he|she|it|they|we|i|you|while|during|until|through|because|against|due|where|which|who|whose)$/.test(next.word); // prettier-ignore
}
