import { type VerbForm, verbForms } from './inflect.ts';

/** Verbs after or before which somebody's words stand, by what stands there. */
export type SpeechKind = 'say' | 'demand';

/** Entries as `verbForms` takes them. */
const SAY =
  'say:said tell:told state add note report announce claim allege argue explain warn insist stress emphasize emphasise acknowledge admit:admitted,admitting confirm deny declare comment remark reply respond write:wrote,written,writing tweet suggest believe estimate predict indicate reveal recall testify reiterate reaffirm conclude assert maintain contend describe express pledge vow promise threaten hint reckon concede recount opine speculate think:thought assume suspect imagine';
const DEMAND =
  'urge demand ask request appeal accuse blame condemn criticize criticise denounce deplore praise thank propose recommend advise implore beg:begged,begging reproach decry hope fear complain protest lament welcome voice underline underscore reject refute dismiss';

/** Only with one of these words next are they verbs of speech: "called for", "called on", "calling it". */
const WITH: Record<string, Set<string>> = {
  call: new Set(['for', 'on', 'upon', 'it', 'them', 'him', 'her']),
  maintain: new Set(['that']),
  testify: new Set(['that', 'about', 'to']),
  protest: new Set(['that']),
  appeal: new Set(['for', 'to']),
  contend: new Set(['that']),
  hold: new Set(['that']),
};

const BY_FORM = new Map<string, { kind: SpeechKind; base: string; form: VerbForm }>();
for (const [kind, list] of [
  ['say', SAY],
  ['demand', `${DEMAND} call`],
] as const) {
  for (const entry of list.split(' ')) {
    const { base, forms } = verbForms(entry);
    for (const [word, form] of forms) BY_FORM.set(word, { kind, base, form });
  }
}

/** What a word form is as a verb of speech, or undefined. `next` is the word after it, in lower case. */
export function speechVerb(lower: string, next: string | undefined) {
  const verb = BY_FORM.get(lower);
  // Who claims responsibility for a deed says nothing of the deed itself.
  if (verb?.base === 'claim' && next === 'responsibility') return undefined;
  if (verb && WITH[verb.base] && !(next !== undefined && WITH[verb.base]!.has(next))) return undefined;
  return verb;
}
