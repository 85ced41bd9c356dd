/** base: "arrive" · s: "arrives" · past: "arrived", the participle too · ing: "arriving". */
export type VerbForm = 'base' | 's' | 'past' | 'ing';

/**
 * The forms of an English verb written `base`, or `base:past,participle,…` where they aren't regular (an entry that
 * ends in -ing is its participle). "e", "y" and sibilants are handled; doubled consonants are written out.
 */
export function verbForms(entry: string): { base: string; forms: Map<string, VerbForm> } {
  const [base, irregular] = entry.split(':') as [string, string?];
  const stem = base.replace(/e$/, '');
  const cut = /[^aeiou]y$/.test(base) ? base.slice(0, -1) : null;
  const forms = new Map<string, VerbForm>([
    [base, 'base'],
    [cut ? `${cut}ies` : /(?:s|sh|ch|x|o)$/.test(base) ? `${base}es` : `${base}s`, 's'],
    [`${base.endsWith('ee') ? base : stem}ing`, 'ing'],
  ]);
  if (!irregular || !irregular.split(',').some((word) => !word.endsWith('ing')))
    forms.set(cut ? `${cut}ied` : `${stem}ed`, 'past');
  for (const word of irregular?.split(',') ?? []) {
    // "hit", "put", "set": the past outranks the base, for news is told in the past.
    forms.set(word, word.endsWith('ing') && word !== base ? 'ing' : 'past');
  }
  return { base, forms };
}
