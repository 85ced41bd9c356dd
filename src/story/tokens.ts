import type { Article, Sentence, Span } from '../article/article.ts';
import { findWords } from '../article/words.ts';
import type { Timex } from '../dates/timex.ts';
import type { Geoparse, Toponym } from '../places/place.ts';
import type { Person } from './people.ts';

/** A word of a sentence, or a name or a time phrase as one. */
export interface Token extends Span {
  kind: 'word' | 'person' | 'place' | 'time' | 'organisation';
  /** As written; a person's with the title before the name. */
  text: string;
  lower: string;
  capital: boolean;
  possessive: boolean;
  /** The marks between the token before and this one; '' for white space alone. */
  before: string;
  /** Stands in a quotation. */
  quoted: boolean;
  person: Person | null;
  /** The place that a name names; of the word "here" the dateline's. */
  toponym: Toponym | null;
  timex: Timex | null;
}

/** A sentence with its tokens. */
export interface Clause extends Sentence {
  tokens: Token[];
  /** Ends in a question mark: it states nothing. */
  asks: boolean;
}

interface Entity extends Span {
  kind: Token['kind'];
  person?: Person;
  toponym?: Toponym;
  timex?: Timex;
}

/** Every sentence with its tokens, in order. Names and time phrases are one token each; demonyms are words. */
export function findTokens(
  article: Article,
  geoparse: Geoparse,
  timexes: Timex[],
  people: Person[],
): Clause[] {
  const entities = findEntities(article.text, geoparse, timexes, people);
  const quotes = article.speeches.filter((speech) => speech.form === 'quoted');
  const { dateline } = article;
  const town = geoparse.toponyms.find(({ start }) => start === dateline?.place?.start) ?? null;
  let entity = 0;
  let quote = 0;
  return article.sentences.map((sentence) => {
    const tokens: Token[] = [];
    let last = sentence.start;
    const push = (span: Span, rest: Partial<Token>) => {
      while (quote < quotes.length && quotes[quote]!.end <= span.start) quote += 1;
      const text = article.text.slice(span.start, span.end);
      let before = article.text.slice(last, span.start).trim();
      const owner = tokens.at(-1);
      // "three months' rain", "the sailors' union": no mark that closes a quotation.
      const isOwner = /^['’]$/.test(before) && owner !== undefined && /s$/.test(owner.text);
      if (isOwner && !tokens.some((token) => /['‘]$/.test(token.before))) {
        owner.possessive = true;
        before = '';
      }
      tokens.push({
        kind: 'word',
        text,
        lower: text.toLowerCase(),
        capital: text.charAt(0) !== text.charAt(0).toLowerCase(),
        possessive: false,
        before,
        quoted: quote < quotes.length && quotes[quote]!.start <= span.start,
        person: null,
        toponym: rest.lower === 'here' ? town : null,
        timex: null,
        ...rest,
        start: span.start,
        end: span.end,
      });
      last = span.end;
    };
    for (const word of findWords(article.text, sentence.start, sentence.end)) {
      while (entity < entities.length && entities[entity]!.end <= word.start) entity += 1;
      const over = entities[entity];
      if (!over || over.start >= word.end) push(word, { lower: word.lower, possessive: word.possessive });
      else if (tokens.at(-1)?.start !== over.start) {
        const { kind, person = null, toponym = null, timex = null } = over;
        push(over, { kind, person, toponym, timex, possessive: word.possessive && word.end >= over.end });
      } else if (word.possessive && word.end >= over.end) tokens.at(-1)!.possessive = true;
      if (over && word.end > last) last = word.end;
    }
    const asks = article.text.slice(sentence.end - 2, sentence.end).includes('?');
    return { ...sentence, tokens, asks };
  });
}

function findEntities(
  text: string,
  { toponyms, persons, organisations }: Geoparse,
  timexes: Timex[],
  people: Person[],
): Entity[] {
  const personAt = new Map(
    people.flatMap((person) => person.mentions.map(({ start }) => [start, person] as const)),
  );
  const found: Entity[] = [
    ...persons.map(({ start, end, title }): Entity => {
      const titled = title !== null && text.slice(start - title.length - 1, start - 1) === title;
      return {
        start: titled ? start - title.length - 1 : start,
        end,
        kind: 'person',
        person: personAt.get(start)!,
      };
    }),
    ...toponyms
      .filter(({ role }) => role === 'literal' || role === 'metonym')
      .map((toponym): Entity => ({ start: toponym.start, end: toponym.end, kind: 'place', toponym })),
    ...timexes.map((timex): Entity => ({ start: timex.start, end: timex.end, kind: 'time', timex })),
    ...organisations.map(({ start, end }): Entity => ({ start, end, kind: 'organisation' })),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(
    (entity, index) => !found.slice(Math.max(0, index - 4), index).some((other) => other.end > entity.start),
  );
}
