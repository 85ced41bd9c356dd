import { isAdverb } from '../article/words.ts';
import { moodOf, type Status } from './mood.ts';
import type { Token } from './tokens.ts';

/** Verbs that carry a noun’s happening and add none: "held talks". */
export const LIGHT = new Set(
  'hold held holding holds have had attend attended attends host hosted hosts conduct conducted launch launched launches carried carry stage staged paid pay pays made make begin began begun start started open opened join joined win won lose lost cast casts stand stands stood chair chairs chaired'.split(
    ' ',
  ),
);

/** The form of a light verb. */
export function formOf(lower: string): 'base' | 's' | 'past' {
  if (
    /^(?:hold|have|attend|host|conduct|launch|carry|stage|pay|make|begin|start|open|join|win|lose|stand|chair)$/.test(
      lower,
    )
  )
    return 'base';
  return /s$/.test(lower) ? 's' : 'past';
}

/** "will be held", "took place", "began", "was cancelled" right after the noun's phrase, with its mood. */
export function ownVerb(tokens: Token[], to: number): { at: number; status: Status | null } | null {
  for (let index = to; index < tokens.length && index - to < 6; index += 1) {
    const { lower, before } = tokens[index]!;
    if (before && index >= to && before !== '') return null;
    if (
      /^(?:held|scheduled|planned|begun|began|begin|begins|opened|opens|open|started|starts|start|ended|ends|end|occurred|occur|happened|happen|erupted|cancelled|canceled|scrapped|scheduled|took|take|takes|taking|called|lasted|heard|felt|resumed|resume|resumes|concluded|continued|broke)$/.test(
        lower,
      )
    ) {
      if (/^(?:took|take|takes|taking)$/.test(lower) && tokens[index + 1]?.lower !== 'place') return null;
      if (lower === 'broke' && tokens[index + 1]?.lower !== 'out') return null;
      if (lower === 'called' && tokens[index + 1]?.lower !== 'off') return null;
      if (/^(?:cancelled|canceled|scrapped|called)$/.test(lower)) return { at: index, status: 'cancelled' };
      // "a rally is scheduled to hear", "had been scheduled for May": the first parses otherwise, the second never was.
      const [to1, to2] = [tokens[index + 1]?.lower, tokens[index + 2]?.lower ?? ''];
      if (/^(?:scheduled|planned)$/.test(lower)) {
        if (to1 === 'to' && !/^(?:be|take|begin|start|open|end|last|resume|run|continue|close|go)$/.test(to2))
          return null;
        if (tokens.slice(to, index).some((token) => token.lower === 'had'))
          return { at: index, status: null };
      }
      const auxiliary = tokens.slice(to, index).map((token) => token.lower);
      // "will not be held", "won't take place"
      if (/\b(?:will not|won[’']t)\b/.test(auxiliary.join(' ')) && /^(?:held|take|taking)$/.test(lower))
        return { at: index, status: 'cancelled' };
      if (auxiliary.join(' ') === 'to be') return { at: index, status: 'planned' };
      if (/^(?:scheduled|planned)$/.test(lower)) return { at: index, status: 'planned' };
      const form = /^(?:begin|open|start|end|occur|happen|take|resume)$/.test(lower)
        ? 'base'
        : /s$/.test(lower)
          ? 's'
          : lower === 'taking'
            ? 'ing'
            : 'past';
      const mood = moodOf(tokens, index, form);
      return {
        at: index,
        status: mood
          ? auxiliary.includes('would')
            ? null
            : mood.status === 'ongoing'
              ? 'happened'
              : mood.status
          : null,
      };
    }
    if (
      !/^(?:is|are|was|were|be|been|being|has|had|have|will|won[’']t|would|may|might|could|should|not|to|also|later|which|that|due|set|expected)$/.test(
        lower,
      ) &&
      !isAdverb(lower)
    )
      return null;
  }
  return null;
}

/** "held talks", "launched an attack": the light verb right before the noun phrase that begins at `from`. */
export function lightVerb(tokens: Token[], from: number): { at: number } | null {
  let index = from - 1;
  if (index >= 0 && /^(?:out|part|in)$/.test(tokens[index]!.lower) && index > 0 && !tokens[index]!.before) {
    if (tokens[index]!.lower === 'in' && tokens[index - 1]!.lower !== 'part') return null;
    index -= tokens[index]!.lower === 'in' ? 2 : 1;
    if (index >= 0 && !/^(?:carr|took|take|taking)/.test(tokens[index]!.lower)) return null;
    return index >= 0 ? { at: index } : null;
  }
  return index >= 0 && LIGHT.has(tokens[index]!.lower) && !tokens[from]!.before ? { at: index } : null;
}
