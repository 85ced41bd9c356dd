import type { Token } from './tokens.ts';

/** As many words as a clause's verb stands from its date, at most. */
const REACH = 14;

const words = (list: string) => new Set(list.split(' '));

const AHEAD = words(
  'until till will shall wo ll would may might could can must should upcoming deadline tentatively pending',
);
/** After these an infinitive is still to come: "expected to", "plans to", "is to". */
const PLANS = words(
  'expected scheduled slated planned plans plan planning due set going about likely is are be agreed promised promises vowed vows intends intend intended hopes hope hoped wants want ready prepare prepares preparing prepared aims aim seeks agree unlikely ordered asked urged deadline bound expects expect moves decided voted deal agreement date time chance have has need needs had order orders until day possible poised',
);
const SET_FOR = words('expected scheduled slated planned due set');
const BACK = words(
  'was were had has have did been said told went came took gave made saw met held won lost left began became fell rose sent got put found kept led brought ran set-off shot hit cut broke spoke wrote drew grew knew flew threw arose chose drove fought sold bought caught taught thought felt dealt meant built spent struck won sat stood understood hid slid bore swore wore tore woke shook sank drank swam rang sang sprang says',
);
/** A present tense with a date speaks of a timetable: "Congress reconvenes Jan. 24". */
const TIMETABLE = words(
  'begins starts opens ends expires reconvenes convenes meets leaves departs arrives returns resumes closes begin start open end expire leave depart arrive return resume takes',
);
const NO_PARTICIPLE = words(
  'need indeed speed hundred unprecedented red bed feed led seed breed exceed proceed succeed',
);

/**
 * Whether the clause around tokens `from` to `to` looks ahead or back from the day of writing, by the verb nearest
 * before it, else after it, in its sentence; null where no verb says so. Looks at no more than 14 words each way.
 */
export function directionOf(tokens: readonly Token[], from: number, to: number): 'ahead' | 'back' | null {
  for (let i = from - 1, least = Math.max(0, from - REACH); i >= least; i--) {
    if (endsClause(tokens, i, from)) break;
    const verdict = verdictOf(tokens, i);
    if (verdict) return verdict;
  }
  for (let i = to, most = Math.min(tokens.length, to + REACH); i < most; i++) {
    if (endsClause(tokens, i, from)) break;
    const verdict = verdictOf(tokens, i);
    if (verdict) return verdict;
  }
  return null;
}

function endsClause(tokens: readonly Token[], i: number, at: number): boolean {
  const token = tokens[i]!;
  if (token.sentence !== tokens[at]!.sentence && token.sentence >= 0) return true;
  return token.kind === 'break' || token.word === ';' || token.word === ':';
}

function verdictOf(tokens: readonly Token[], i: number): 'ahead' | 'back' | null {
  const { word } = tokens[i]!;
  // "as soon as Tuesday"
  if ((word === 'soon' || word === 'early') && tokens[i - 1]?.word === 'as') return 'ahead';
  if (AHEAD.has(word)) return 'ahead';
  if (word === 'to') return infinitive(tokens, i) ? 'ahead' : null;
  if (SET_FOR.has(word)) {
    const next = tokens[i + 1]?.word;
    return next === 'for' || next === 'on' || next === 'to' || tokens[i + 1]?.kind !== 'other'
      ? 'ahead'
      : 'back';
  }
  if (TIMETABLE.has(word)) return 'ahead';
  if (word.endsWith('ing') && /^(is|are|am|be)$/.test(tokens[i - 1]?.word ?? '')) return 'ahead';
  if (BACK.has(word))
    return word === 'has' || word === 'have' || word === 'had' ? perfect(tokens, i) : 'back';
  if (word.length > 4 && word.endsWith('ed') && !NO_PARTICIPLE.has(word)) return participle(tokens, i);
  return null;
}

/** "has to leave" looks ahead, "has left" back. */
function perfect(tokens: readonly Token[], i: number): 'ahead' | 'back' {
  return tokens[i + 1]?.word === 'to' ? 'ahead' : 'back';
}

/** "to be sold Monday" isn't past, though "sold" is a participle. */
function participle(tokens: readonly Token[], i: number): 'ahead' | 'back' {
  const auxiliary = tokens[i - 1]?.word;
  if (auxiliary !== 'be' && auxiliary !== 'get') return 'back';
  const leads = tokens[i - 2]?.word ?? '';
  return leads === 'to' || AHEAD.has(leads) || leads === 'not' ? 'ahead' : 'back';
}

/** "to" with a verb after it and, within four words before it, a word of planning. */
function infinitive(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next || next.kind !== 'other' || next.capital || !/^\p{L}/u.test(next.word)) return false;
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) if (PLANS.has(tokens[k]!.word)) return true;
  return false;
}
