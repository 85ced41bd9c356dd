import type { Cues } from './cues.ts';
import { isFamilyFirst } from './family-first.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';
import type { PersonMention } from './place.ts';
import type { Token } from './tokens.ts';

/** A person's name by its tokens, both inclusive. */
export interface PersonSpan extends PersonMention {
  first: number;
  last: number;
}

const PARTICLE = /^(?:al|el|bin|ibn|bint|ben|abu|von|van|der|den|de|del|della|da|dos|di|du|la|le|ter|y|e)$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const MOST_WORDS = 6;

/**
 * Persons' names: a title and a name ("President Putin"), a first name and a surname ("Mahmoud Abbas"), and from then on
 * the surname alone. In text order, never overlapping. `name` is the fullest form of the name in this article.
 *
 * A name of the gazetteer of two words or more is left a place ("San Jose", "Prince George's County").
 */
export function findPersons(
  text: string,
  tokens: readonly Token[],
  matches: readonly Match[],
  gazetteer: Gazetteer,
  cues: Cues,
): PersonSpan[] {
  const placeAt = new Map<number, Match>();
  for (const match of matches) for (let i = match.first; i <= match.last; i += 1) placeAt.set(i, match);
  const persons: PersonSpan[] = [];
  const full = new Map<string, string>();
  const taken = new Set<number>();
  let spoken: Set<number | string> | null = null;
  for (let i = 0; i < tokens.length; i += 1) {
    const end = personAt(i);
    if (end < i) continue;
    const name = text.slice(tokens[i]!.start, tokens[end]!.end).replace(/\s+/g, ' ');
    const surname = surnameOf(i, end);
    if ((end > i || isStorm(i)) && !namesSomething(end) && !(full.get(surname) ?? '').includes(' '))
      full.set(surname, name);
    persons.push({
      first: i,
      last: end,
      start: tokens[i]!.start,
      end: tokens[end]!.end,
      name,
      title: titleBefore(i),
    });
    i = end;
  }
  return [...persons, ...laterMentions()].map(named).sort((a, b) => a.start - b.start);

  /** The last token of a person's name that begins at token i, or -1. */
  function personAt(i: number): number {
    const token = tokens[i]!;
    if (!token.capital || token.fold === '' || AUXILIARY.test(token.fold)) return -1;
    const place = placeAt.get(i);
    const titled = hasTitle(i) || (tokens[i - 1]?.fold === 'old' && token.gap === 'space' && runFrom(i) > i);
    if (place && (place.first < i || place.last > i) && !(titled && !isStrong(place))) return -1;
    const end = runFrom(i);
    if (place && titled && isState(place) && !(end > i && cues.placeNames.has(token.fold))) return -1;
    if (titled && !isCue(token.fold) && !cues.words.has(token.fold)) return end;
    if (titled && end > i && !isCue(token.fold)) return end;
    if (
      end > i &&
      cues.firstNames.has(token.fold) &&
      !(place && isState(place) && !cues.firstNames.has(tokens[end]!.fold) && isKnownWord(i + 1))
    )
      return end;
    if (end > i && followsKin(i) && (isFirstName(i) || tokens[i]!.gap === 'space')) return end;
    if (end > i && isPresented(i, end)) return end;
    if (end > i && cues.placeNames.has(token.fold) && isPlainSurname(i + 1, end)) return end;
    if (end > i && !place && looksLikePerson(i, end)) return end;
    if (end === i + 1 && !place && hasSurname(i)) return end;
    if (end > i && !(place && isStrong(place)) && isOfAsia(i, end)) return end;
    return isKin(i) || isMaiden(i) || isHalfOfCouple(i) || isOfTown(i) ? i : -1;
  }

  /**
   * What the words beside a name tell, though its first word is a town's: "farmer Dayton Reed", "said Troy Baker, a
   * nurse", "the late Bedford Carter", "Durban Maloney, 46", "Geneva Holland of Lake Forest".
   */
  function isPresented(i: number, end: number): boolean {
    const [before, next, last] = [tokens[i - 1], tokens[end + 1], tokens[end]!];
    if (!placeAt.has(i) || isCue(last.fold) || cues.team.has(last.fold) || cues.paper.has(last.fold))
      return false;
    if (tokens[i]!.capitals || (next?.capital && next.gap === 'space')) return false;
    const named = before !== undefined && !before.capital && tokens[i]!.gap === 'space';
    if (named && !isState(placeAt.get(i)!) && (cues.acts.has(before.fold) || WORKER.test(before.fold)))
      return true;
    if (named && before.fold === 'late' && tokens[i - 2]?.fold === 'the') return true;
    if (isAged(end) || (next?.gap === 'comma' && next.fold === 'who')) return true;
    const known = isFirstName(i) || isFirstName(end) || cues.surnames.has(last.fold) || placeAt.has(end);
    return known && isOfPlace(end);
  }

  /** "Savannah Reed, 46," or "Ranchi Devi (45)". */
  function isAged(end: number): boolean {
    const age = tokens[end + 1];
    if (!age || !/^\d{1,3}$/.test(age.fold)) return false;
    return age.gap === 'comma' || (text[age.start - 1] === '(' && text[age.end] === ')');
  }

  /** "… of Lake Forest", "…, of Lake Forest": where a person lives; a town lies in no town. */
  function isOfPlace(end: number): boolean {
    const of = tokens[end + 1];
    if (of?.fold !== 'of' || !/^(?:space|comma)$/.test(of.gap)) return false;
    const place = placeAt.get(end + 2);
    return (
      place?.first === end + 2 &&
      tokens[end + 2]!.gap === 'space' &&
      !(place.last === end + 2 && isCue(place.key))
    );
  }

  /** "and Chad, of Portland, Maine": a first name alone, with where its bearer lives. */
  function isOfTown(i: number): boolean {
    return isFirstName(i) && tokens[i + 1]?.gap === 'comma' && isOfPlace(i) && runFrom(i) === i;
  }

  /** "Xi Jinping", "Lai Ching-te": a family name and a given name behind it that is no word. */
  function isOfAsia(i: number, end: number): boolean {
    const words = text.slice(tokens[i]!.start, tokens[end]!.end).split(/\s+/);
    const isWord = end === i + 1 && words.length === 2 && cues.words.has(tokens[end]!.fold);
    const given = placeAt.get(i + 1);
    return !isWord && !(given && isStrong(given)) && !tokens[i]!.capitals && isFamilyFirst(words);
  }

  /** "Davontae Jackson": a word that is nothing else before a common surname. */
  function hasSurname(i: number): boolean {
    const [first, last] = [tokens[i]!, tokens[i + 1]!];
    if (!cues.surnames.has(last.fold) || last.capitals || last.gap !== 'space') return false;
    // "Rukum West", "Saadani North": a half of a district, unless they act.
    if (COMPASS.test(last.fold) && !acts(i + 1)) return false;
    return (
      !cues.words.has(first.fold) && !isCue(first.fold) && !first.capitals && first.end - first.start > 2
    );
  }

  /** "her daughter, Savannah Marshall Cole". */
  function followsKin(i: number): boolean {
    const before = tokens[i - 1];
    return (
      before !== undefined &&
      !before.capital &&
      KIN.test(before.fold) &&
      /^(?:space|comma)$/.test(tokens[i]!.gap)
    );
  }

  /** "her son, Dallas, lives there": a first name after a word for a relative, with no state behind it. */
  function isKin(i: number): boolean {
    const before = tokens[i - 1];
    if (!before || before.capital || !KIN.test(before.fold)) return false;
    if (/^(?:twin|baby|toddler)$/.test(before.fold) && !OWN.test(tokens[i - 2]?.fold ?? '')) return false;
    const [{ gap }, next] = [tokens[i]!, tokens[i + 1]];
    if (!isFirstName(i)) {
      // "his wife Alexandria", but not "the twin London attacks" or "mother Russia".
      const place = placeAt.get(i);
      const alone =
        !next || next.gap !== 'space' || /^(?:and|of|in|at|from|was|is|said|who)$/.test(next.fold);
      return gap === 'space' && alone && !!place && !isCountry(place);
    }
    return (
      gap === 'space' || (gap === 'comma' && (next === undefined || next.gap === 'comma' || next.initial))
    );
  }

  /** "Florence (Troy) Reading, 88": the name in brackets and the one behind it, where an age follows. */
  function isMaiden(i: number): boolean {
    const [name, age] = tokens[i]!.gap === 'break' ? [i, i + 1] : [i + 1, i + 2];
    const bracketed = tokens[name - 1];
    if (!bracketed || text[bracketed.start - 1] !== '(' || text[bracketed.end] !== ')') return false;
    return tokens[age]?.gap === 'comma' && /^\d{1,3}$/.test(tokens[age]!.fold);
  }

  /** "the late Austin and Virginia Troy". */
  function isHalfOfCouple(i: number): boolean {
    const [and, second, last] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
    if (and?.fold !== 'and' || !second?.capital || !last?.capital || last.gap !== 'space') return false;
    // "Harold of Marietta and Paul Marshall": where the one before lives.
    const isPlace = placeAt.has(i) && /^(?:of|in|at|from|near)$/.test(tokens[i - 1]?.fold ?? '');
    if (isPlace && !KIN.test(tokens[i - 2]?.fold ?? '')) return false;
    if (!isFirstName(i) || !isFirstName(i + 2) || (placeAt.get(i + 2)?.last ?? 0) > i + 2) return false;
    return !second.possessive && !isCue(last.fold) && !last.capitals;
  }

  function isStorm(i: number): boolean {
    return /^(?:hurricane|typhoon|cyclone)$/.test(tokens[i - 1]?.fold ?? '');
  }

  function isFirstName(i: number): boolean {
    const { fold } = tokens[i]!;
    return cues.firstNames.has(fold) || cues.placeNames.has(fold);
  }

  /** "Austin Reed left", "Madison Houston, 22": no state, and a word only where a person acts or has an age. */
  function isPlainSurname(i: number, end: number): boolean {
    const token = tokens[i]!;
    const place = placeAt.get(i);
    if (!token.capital || (place && isState(place)) || token.capitals) return false;
    const next = tokens[end + 1];
    const aged = next?.gap === 'comma' && /^\d{1,2}$/.test(next.fold);
    // "at London Stansted": the city, where no surname follows.
    if (!aged && !acts(end) && followsPreposition(i - 1) && !cues.surnames.has(tokens[end]!.fold))
      return false;
    return acts(end) || aged || !cues.words.has(token.fold);
  }

  /** A verb of speech or "who" follows. */
  function acts(end: number): boolean {
    const next = tokens[end + 1];
    return next?.gap === 'space' && !next.capital && (cues.acts.has(next.fold) || next.fold === 'who');
  }

  function isKnownWord(i: number): boolean {
    return cues.words.has(tokens[i]!.fold);
  }

  /** Follows capitalised words from i while they can belong to one name. */
  function runFrom(i: number): number {
    let end = i;
    for (let j = i + 1; j < tokens.length && j < i + MOST_WORDS; j += 1) {
      const token = tokens[j]!;
      const before = tokens[j - 1]!;
      const behind = pastNickname(j);
      if (behind > 0 && behind < i + MOST_WORDS) {
        end = j = behind;
        continue;
      }
      const initial = before.end - before.start === 1 && token.gap === 'period';
      if (!(token.gap === 'space' || token.gap === 'hyphen' || initial) || before.possessive) break;
      if (!token.capital) {
        const next = tokens[j + 1];
        if (PARTICLE.test(token.fold) && next?.capital && (next.gap === 'space' || next.gap === 'hyphen'))
          continue;
        if (token.gap === 'hyphen' && isGivenHalf(i, j)) end = j;
        break;
      }
      if (SUFFIX.test(token.fold)) return j;
      if (isCue(token.fold) && token.end - token.start > 1) break;
      if (token.capitals && !tokens[i]!.capitals && token.end - token.start > 1) break;
      const place = placeAt.get(j);
      if (place && place.last > j && isStrong(place)) break;
      end = j;
    }
    return end;
  }

  /** `Dorothy "Dot" Marshall`, "Robert (Bob) Paul Miller": the name behind the nickname that opens at j, or -1. */
  function pastNickname(j: number): number {
    if (!/^\s["“‘'(]$/.test(text.slice(tokens[j - 1]!.end, tokens[j]!.start))) return -1;
    for (let last = j; last < j + 2; last += 1) {
      const next = tokens[last + 1];
      if (!next || !tokens[last]!.capital) return -1;
      const between = text.slice(tokens[last]!.end, next.start);
      if (/^["”’')]\s$/.test(between)) return next.capital && !isCue(next.fold) ? last + 1 : -1;
      if (between !== ' ') return -1;
    }
    return -1;
  }

  /** "Lee Jae-myung": the small half of a given name, from the family name at `first` or one word after it. */
  function isGivenHalf(first: number, j: number): boolean {
    const given = text.slice(tokens[j - 1]!.start, tokens[j]!.end);
    return [first, first + 1].some(
      (family) => family === j - 2 && isFamilyFirst([tokens[family]!.fold, given]),
    );
  }

  /** "George Washington University" introduces no Washington. */
  function namesSomething(end: number): boolean {
    const next = tokens[end + 1];
    return next?.gap === 'space' && next.capital && isCue(next.fold);
  }

  function isCue(fold: string): boolean {
    return (
      cues.title.has(fold) || cues.office.has(fold) || cues.orghead.has(fold) || cues.after.has(fold) ||
      cues.company.has(fold) || cues.event.has(fold) || cues.place.has(fold) || cues.street.has(fold)
    ); // prettier-ignore
  }

  function hasTitle(i: number): boolean {
    const before = tokens[i - 1];
    const { gap } = tokens[i]!;
    if (!before || !(gap === 'space' || (gap === 'period' && TITLE_SHORT.has(before.fold)))) return false;
    return (
      !before.possessive && cues.title.has(before.fold) && (before.capital || SMALL_TITLE.has(before.fold))
    );
  }

  function isStrong(match: Match): boolean {
    return match.candidates.some(
      ({ at, kind }) =>
        kind !== 'alternate' &&
        kind !== 'weak' &&
        (!gazetteer.feature(at).startsWith('PPL') || gazetteer.population(at) > 20_000),
    );
  }

  function isCountry({ candidates }: Match): boolean {
    return candidates.some(({ at }) => gazetteer.feature(at) === 'country');
  }

  function isState(match: Match): boolean {
    return match.candidates.some(
      ({ at, kind }) =>
        kind !== 'weak' &&
        kind !== 'alternate' &&
        /^(?:country|admin1)$/.test(gazetteer.feature(at)) &&
        gazetteer.population(at) > 1e6,
    );
  }

  /** Two or three words that are no words, then an age, a verb of speech or "who": "Davinio Catbagan said". */
  function looksLikePerson(i: number, end: number): boolean {
    if (end - i > 3) return false;
    for (let j = i; j <= end; j += 1) {
      const token = tokens[j]!;
      if (!token.capital) continue;
      if (
        cues.words.has(token.fold) ||
        token.capitals ||
        /^\d/.test(token.fold) ||
        (placeAt.get(j) && isStrong(placeAt.get(j)!))
      )
        return false;
    }
    const next = tokens[end + 1];
    if (!next) return false;
    if (next.gap === 'comma') return /^\d{1,2}$/.test(next.fold) || next.fold === 'who' || next.fold === 'a';
    return next.gap === 'space' && !next.capital && (cues.acts.has(next.fold) || next.fold === 'who');
  }

  function surnameOf(first: number, last: number): string {
    const at = SUFFIX.test(tokens[last]!.fold) && last > first ? last - 1 : last;
    return tokens[at]!.fold;
  }

  /** The surname alone, later or earlier, where nothing else claims it. */
  function laterMentions(): PersonSpan[] {
    for (const { first, last } of persons) for (const i of range(first, last)) taken.add(i);
    const found: PersonSpan[] = [];
    tokens.forEach((token, i) => {
      if (!token.capital || taken.has(i) || !full.has(token.fold) || isOfAnother(i)) return;
      const place = placeAt.get(i);
      if (place && (place.last > place.first || followsPreposition(i) || isListedWithPlace(i))) return;
      if (place && isState(place) && isSpokenOf(place)) return;
      found.push({
        first: i,
        last: i,
        start: token.start,
        end: token.end,
        name: token.fold,
        title: titleBefore(i),
      });
    });
    return found;
  }

  /** `"Dot" Marshall`, "Geneva Marshall": the last of another name, whose first word nobody knows. */
  function isOfAnother(i: number): boolean {
    const [before, token] = [tokens[i - 1], tokens[i]!];
    if (!before?.capital) return false;
    if (/^["”’')]\s$/.test(text.slice(before.end, token.start))) {
      const opens = text.slice(Math.max(0, before.start - 1), before.start);
      return /["“‘'(]/.test(opens) && tokens[i - 2]?.capital === true;
    }
    return (
      token.gap === 'space' && !before.possessive && !before.initial && !before.capitals &&
      !isCue(before.fold) && !cues.words.has(before.fold) && !placeAt.has(i - 1) && before.end - before.start > 1
    ); // prettier-ignore
  }

  /** "Newport and Bristol", Newport being a place here. */
  function isListedWithPlace(i: number): boolean {
    const other = /^(?:and|or)$/.test(tokens[i - 1]?.fold ?? '') ? placeAt.get(i - 2) : undefined;
    return (
      other !== undefined && isStrong(other) && !taken.has(other.last) && !full.has(tokens[other.last]!.fold)
    );
  }

  /** A state is meant where the article has its people, or the name after a preposition somewhere: not Michael Jordan. */
  function isSpokenOf(place: Match): boolean {
    spoken ??= spokenOf();
    return spoken.has(place.key) || place.candidates.some(({ at }) => spoken!.has(at));
  }

  /** The states whose people the article names, and the names that follow a preposition somewhere. */
  function spokenOf(): Set<number | string> {
    const found = new Set<number | string>();
    for (const { key, first, candidates } of matches) {
      if (followsPreposition(first)) found.add(key);
      for (const { at, kind } of candidates) if (kind === 'demonym') found.add(at);
    }
    return found;
  }

  function followsPreposition(i: number): boolean {
    const before = tokens[i - 1];
    return (
      before !== undefined &&
      !before.capital &&
      /^(?:in|at|from|near|outside|across|into|around)$/.test(before.fold)
    );
  }

  function named(person: PersonSpan): PersonSpan {
    return { ...person, name: full.get(surnameOf(person.first, person.last)) ?? person.name };
  }

  /** "Russian President" before "Vladimir Putin": titles, and the capitalised words that modify them. */
  function titleBefore(i: number): string | null {
    let first = i;
    for (let j = i - 1; j >= 0 && i - j <= 5; j -= 1) {
      const token = tokens[j]!;
      const { gap } = tokens[j + 1]!;
      if (!(gap === 'space' || (gap === 'period' && TITLE_SHORT.has(token.fold)) || gap === 'hyphen')) break;
      const isTitle = cues.title.has(token.fold) && (token.capital || SMALL_TITLE.has(token.fold));
      if (!isTitle && (first === i || !token.capital || !(cues.office.has(token.fold) || placeAt.has(j))))
        break;
      first = j;
    }
    if (first === i) return null;
    const end = tokens[i - 1]!.end + (text[tokens[i - 1]!.end] === '.' ? 1 : 0);
    return text.slice(tokens[first]!.start, end).replace(/\s+/g, ' ');
  }
}

const COMPASS = /^(?:north|south|east|west|central)$/;

const KIN =
  /^(?:son|daughter|brother|sister|wife|husband|mother|father|widow|widower|uncle|aunt|nephew|niece|grandson|granddaughter|stepson|stepdaughter|fiance|fiancee|girlfriend|boyfriend|partner|cousin|granddad|grandmother|grandfather|twin|sibling|spouse|baby|toddler|parents)$/;

const OWN = /^(?:my|his|her|their|our|your)$/;

/** What people do, as news write it before a name. */
const WORKER =
  /^(?:farmer|rancher|analyst|economist|columnist|lawyer|barrister|attorney|solicitor|agent|activist|campaigner|boss|owner|driver|deckhand|deckhands|fisherman|skipper|nurse|teacher|lecturer|researcher|scientist|historian|engineer|student|chef|artist|novelist|poet|comedian|musician|violinist|guitarist|photographer|journalist|reporter|correspondent|quarterback|pitcher|striker|midfielder|defender|goalkeeper|setter|sophomore|freshman|senior|junior|partner|organiser|organizer|volunteer|neighbour|neighbor|resident|survivor|victim|suspect|defendant|founder|chairperson|treasurer|archaeologist|biologist|meteorologist|epidemiologist|entrepreneur|developer|jockey|boxer|golfer|sprinter|swimmer|cyclist|named)$/;

/** What a sentence begins with before its subject: "Had Tom Beck stayed", "Is Ana Lund ready?" */
const AUXILIARY = /^(?:had|has|have|was|were|is|are|did|does|should|could|would|can)$/;

const TITLE_SHORT = new Set(
  'mr mrs ms dr prof rev gen col maj capt cpt lt sgt cpl pvt adm cmdr det supt sen rep gov st hon'.split(' '),
);

/** Titles that news write small before a name: "spokesman Dmitry Peskov". */
const SMALL_TITLE = new Set(
  'president premier chancellor king queen prince pope bishop senator governor mayor minister ambassador spokesman spokeswoman spokesperson director chairman chairwoman leader coach manager actor actress singer author judge justice commissioner secretary captain sheriff officer detective inspector professor'.split(' '), // prettier-ignore
);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
