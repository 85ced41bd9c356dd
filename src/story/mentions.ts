import type { Article, Span, Speech } from '../article/article.ts';
import type { Person } from './people.ts';
import type { Clause, Token } from './tokens.ts';

/** Verbs whose content the speaker states as fact. What is claimed, alleged, promised or wished makes no event. */
const STATES = new Set(
  'said says say saying told tells tell telling stated states state stating added adds add adding noted notes note noting reported reports report reporting announced announces announce announcing explained explains explain explaining acknowledged acknowledges acknowledge acknowledging admitted admits admit admitting confirmed confirms confirm confirming indicated indicates indicate indicating revealed reveals reveal revealing recalled recalls recall recalling testified testifies testify testifying wrote writes write writing emphasized emphasizes stressed stresses declared declares declaring'.split(
    ' ',
  ),
);

/** Who speaks, by name; null where the text doesn't name them or what is said is no statement of fact. */
export function speakerOf(
  article: Article,
  clauses: Clause[],
  speech: Speech,
): { name: string; form: Speech['form'] } | null {
  if (!speech.speaker) return null;
  if (speech.verb && !STATES.has(article.text.slice(speech.verb.start, speech.verb.end).toLowerCase()))
    return null;
  const name = nameOf(article.text, clauses, speech.speaker);
  return name === null ? null : { name, form: speech.form };
}

/** The name for a speaker's words: a person's full name, "police", "the ministry"; null for a pronoun of nobody. */
function nameOf(text: string, clauses: Clause[], span: Span): string | null {
  const written = text.slice(span.start, span.end);
  const clause = clauses.find(({ start, end }) => start <= span.start && span.end <= end);
  const person = clause?.tokens.find(
    (token) => token.person && token.start < span.end && token.end > span.start,
  )?.person;
  if (person) return person.name;
  if (/^(?:he|she)$/i.test(written)) {
    const at = clause?.tokens.findIndex((token) => token.start >= span.start) ?? -1;
    return clause && at >= 0 ? (resolvePronoun(clauses, clauses.indexOf(clause), at)?.name ?? null) : null;
  }
  if (
    /^(?:they|it|we|i|you|that|this|these|those|who|which|some|many|most|few|several|others|none|(?:no|every|some|any)(?: ?one|body|thing))$/i.test(
      written,
    )
  )
    return null;
  const inside = clause?.tokens.filter((token) => token.start >= span.start && token.end <= span.end) ?? [];
  const place = inside.length === 1 && inside[0]!.toponym?.role === 'literal' ? inside[0]! : null;
  if (place && clause) {
    // "the mayor of a suburb in Rome, Omar Sayed, told": the name stands behind the place.
    const after = clause.tokens.slice(clause.tokens.indexOf(place) + 1, clause.tokens.indexOf(place) + 3);
    return after.find((token) => token.person)?.person?.name ?? null;
  }
  const time = inside.find((token) => token.timex);
  if (time)
    return time === inside[0]
      ? null
      : nameOf(text, clauses, { start: span.start, end: inside[inside.indexOf(time) - 1]!.end });
  return written
    .replace(/\s+/g, ' ')
    .replace(/^The /, 'the ')
    .replace(/^(?:Police|Officials|Authorities|Witnesses|Local)\b/, (word) => word.toLowerCase());
}

/**
 * Whom "he" or "she" at token `at` of a sentence means: the first person before it in the sentence, else the one that
 * the sentence before is about, up to three back. Null where a title speaks against it or nobody is named.
 */
export function resolvePronoun(clauses: Clause[], index: number, at: number): Person | null {
  const pronoun = clauses[index]!.tokens[at]?.lower ?? 'he';
  for (let back = index; back >= 0 && index - back <= 3; back -= 1) {
    const tokens = clauses[back]!.tokens.slice(0, back === index ? at : undefined);
    const person = subjectPerson(tokens, pronoun);
    if (person) return person;
  }
  return null;
}

function subjectPerson(tokens: Token[], pronoun: string): Person | null {
  const fits = (person: Person) =>
    !(pronoun === 'he' ? /\b(?:Mrs|Ms|Miss|Queen|Princess|Lady)\b/ : /\b(?:Mr|King|Prince|Lord|Sir)\b/).test(
      person.title ?? '',
    );
  const persons = tokens
    .map((token, index) => ({ token, before: tokens[index - 1] }))
    .filter(({ token }) => token.person && !token.quoted && fits(token.person));
  const subject = persons.find(
    ({ token, before }) =>
      !token.possessive &&
      !/^(?:of|with|by|to|for|from|against|between|and|on|about)$/.test(before?.lower ?? ''),
  );
  return (subject ?? persons.find(({ token }) => !token.possessive))?.token.person ?? null;
}

/** Which persons’ words stand where, by name, in text order. */
export function namedSpeeches(
  article: Article,
  clauses: Clause[],
  people: Person[],
): (Span & { name: string })[] {
  const names = new Set(people.map(({ name }) => name));
  return article.speeches.flatMap(({ start, end, speaker }) => {
    const name = speaker && nameOf(article.text, clauses, speaker);
    return name && names.has(name) ? [{ start, end, name }] : [];
  });
}
