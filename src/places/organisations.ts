import type { Cues } from './cues.ts';
import type { OrganisationMention } from './place.ts';
import type { Token } from './tokens.ts';

/** An organisation's name by its tokens, both inclusive. `known`: from the list, not from the look of its last word. */
export interface OrganisationSpan extends OrganisationMention {
  first: number;
  last: number;
  known: boolean;
}

const MOST_WORDS = 8;
const LINK = new Set(['of', 'for', 'and', 'the', 'de', 'on']);

/**
 * Organisations' names: those of the list ("Hamas", "UN Security Council"), and capitalised words that end in one that
 * tells ("Johns Hopkins University", "Bank of England"). In text order, never overlapping, the longest first.
 */
export function findOrganisations(text: string, tokens: readonly Token[], cues: Cues): OrganisationSpan[] {
  const found: OrganisationSpan[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const known = knownAt(text, tokens, first, cues);
    const last = known >= 0 ? known : endingAt(tokens, first, cues);
    if (last < first) continue;
    const [start, end] = [tokens[first]!.start, tokens[last]!.end];
    found.push({
      first,
      last,
      start,
      end,
      name: text.slice(start, end).replace(/\s+/g, ' '),
      known: known >= 0,
    });
    first = last;
  }
  return found;
}

function knownAt(text: string, tokens: readonly Token[], first: number, cues: Cues): number {
  if (!tokens[first]!.capital && tokens[first]!.fold !== 'al') return -1;
  let best = -1;
  let key = '';
  if (!cues.organisationFirst.has(tokens[first]!.fold)) return best;
  for (let last = first; last < tokens.length && last < first + 5; last += 1) {
    const token = tokens[last]!;
    if (last > first && token.gap !== 'space' && token.gap !== 'hyphen') break;
    key = key === '' ? token.fold : `${key} ${token.fold}`;
    if (!cues.organisation.has(key)) continue;
    // An acronym holds only in capitals: WHO, not "Who".
    if (key.length > 5 || token.capitals || /^\p{Lu}\p{Ll}{3,}/u.test(text.slice(token.start, token.end)))
      best = last;
  }
  // "Cork City Council" is no football club.
  const next = tokens[best + 1];
  return best >= 0 && /^(?:city|town)$/.test(tokens[best]!.fold) && next?.capital && next.gap === 'space'
    ? -1
    : best;
}

/** The last token of a run of capitalised words from `first` that ends in a word of `orghead`; -1 where none does. */
function endingAt(tokens: readonly Token[], first: number, cues: Cues): number {
  const begin = tokens[first]!;
  if (
    !begin.capital ||
    begin.fold === 'the' ||
    (begin.initial && cues.words.has(begin.fold) && !cues.orghead.has(begin.fold))
  )
    return -1;
  let best = -1;
  for (let last = first; last < tokens.length && last < first + MOST_WORDS; last += 1) {
    const token = tokens[last]!;
    if (last > first && (token.gap !== 'space' || tokens[last - 1]!.possessive)) break;
    if (!token.capital) {
      // "the Washington Post and the Los Angeles Times" are two.
      if (token.fold === 'and' && best === last - 1) break;
      if (LINK.has(token.fold) && last > first) continue;
      break;
    }
    if ((cues.orghead.has(token.fold) || cues.paper.has(token.fold)) && last > first) best = last;
    else if (best < 0 && last > first && cues.orghead.has(begin.fold) && tokens[last - 1]!.fold === 'of')
      best = last;
  }
  return best;
}
