import { departs, type Draft, mainTelling } from './draft.ts';
import type { Telling } from './telling.ts';
import type { Clause } from './tokens.ts';

/** "the death of a man": of whom it tells. */
function isOf({ clause, head }: Telling): boolean {
  return clause.tokens[head + 1]?.lower === 'of';
}

/** "were suspended until Friday": so they are now. */
function isUntil({ clause, to, verb }: Telling): boolean {
  return verb !== null && clause.tokens[to]?.lower === 'until' && clause.tokens[to + 1]?.kind === 'time';
}

/** "returned home": where to, the word says. */
function isHome({ clause, head, verb }: Telling): boolean {
  return (
    /^(?:return|fly|travel|go|come)$/.test(verb?.base ?? '') && clause.tokens[head + 1]?.lower === 'home'
  );
}

/**
 * Told well enough to stand alone: by somebody, somewhere, at some time or in some order. What the article's first
 * sentence is there to tell needs none of these. `ahead`: its day is after the article's own.
 */
export function isTold(draft: Draft, lead: Clause | undefined, ahead: boolean): boolean {
  const main = mainTelling(draft);
  const somewhere = draft.places.length > 0;
  if (draft.background && !draft.history) return somewhere && !draft.speaker;
  // "was due to leave on Monday": what came of it nobody says.
  if (draft.tellings.every(({ lapsed }) => lapsed) && !ahead) return false;
  const dated = draft.when?.edtf != null;
  const sometime = dated || draft.bound !== null || draft.timed || isUntil(main);
  // The sentence's own clause, or what somebody says in it.
  const start = main.subject ? main.clause.tokens[main.subject.from]!.start : -1;
  const first = main.main || main.around.some((speech) => start >= speech.start && start - speech.start < 6);
  const opens = main.clause === lead && first && main.status === 'happened';
  switch (main.class) {
    case 'trend':
      return draft.when?.edtf != null || draft.timed;
    case 'visit':
      if (!somewhere) return main.verb !== null && dated && main.persons.length > 0;
      return main.verb !== null || draft.persons.length > 0 || sometime;
    case 'meeting':
      // "political discussions in Rome": whose, and when?
      if (/^(?:discussions|negotiations)$/.test(main.word) && !sometime && !draft.persons.length)
        return somewhere && (main.light >= 0 || main.definite);
      return (
        somewhere ||
        draft.persons.length > 1 ||
        // "Hundreds gathered outside the town hall on Thursday"
        (sometime && (draft.persons.length > 0 || (main.light >= 0 && main.subject !== null))) ||
        (dated && main.word === 'gather')
      );
    case 'motion':
      if (isHome(main) && draft.persons.length && dated) return true;
      if (main.verb?.object && draft.persons.length && (draft.when?.edtf != null || draft.timed)) return true;
      return (
        draft.persons.length + (main.subject ? 1 : 0) > 0 &&
        (somewhere || (departs(main) && main.places.length > 0))
      );
    case 'death':
      if (main.noun) return draft.persons.length > 0 || (somewhere && !main.noun.plural && isOf(main));
      return somewhere || sometime || draft.persons.length > 0 || opens;
    case 'life':
      return somewhere || sometime;
    case 'harm':
    case 'arrest':
    case 'court':
      return somewhere || sometime || (main.verb !== null && draft.persons.length > 0) || opens;
    default:
      return somewhere || (sometime && (main.verb !== null || main.light >= 0)) || opens;
  }
}
