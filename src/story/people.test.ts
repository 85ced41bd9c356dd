import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import type { PersonMention } from '../places/place.ts';
import { findPeople } from './people.ts';
import { findPersons } from './unknown-people.ts';

/** The people of a text in which recognition found these names, each "Title: Name" or a name, and these organisations. */
function people(text: string, names: string[], organisations: string[] = []) {
  const all = names.map((given): PersonMention => {
    const [name = '', title = null] = given.split(': ').reverse();
    const start = text.indexOf(title ? `${title} ${name}` : name) + (title ? title.length + 1 : 0);
    return { start, end: start + name.length, name, title };
  });
  const mentions = all.map((mention) => {
    const full = all.find(({ name }) => name.includes(' ') && name.endsWith(` ${mention.name}`));
    return { ...mention, name: full?.name ?? mention.name };
  });
  const found = findPersons(parseArticle(text), {
    toponyms: [],
    persons: mentions.sort((a, b) => a.start - b.start),
    organisations: organisations.map((name) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      name,
    })),
  });
  return findPeople(found, text).map(({ name, title, short }) => ({ name, title, short }));
}
const named = (...given: Parameters<typeof people>) => people(...given).map(({ name }) => name);
const short = (...given: Parameters<typeof people>) => people(...given).map(({ short }) => short);

it('finds nobody in nothing', () => {
  expect(named('', [])).toEqual([]);
});

describe('short names', () => {
  it.each([
    ['Omar Nazari met Xi Jinping.', ['Omar Nazari', 'Xi Jinping'], ['Nazari', 'Xi']],
    ['Kim Jong Un met Lee Jae-myung.', ['Kim Jong Un', 'Lee Jae-myung'], ['Kim', 'Lee']],
    ['Xi Jinping met He Lifeng.', ['Xi Jinping', 'He Lifeng'], ['Xi', 'He Lifeng']],
    ['Pope Leo XIV came.', ['Pope: Leo'], ['Leo XIV']],
    ['King Felipe VI came.', ['King: Felipe'], ['Felipe VI']],
    ['Kim Jong Un met Kim Yo Jong.', ['Kim Jong Un', 'Kim Yo Jong'], ['Kim Jong Un', 'Kim Yo Jong']],
    [
      'Dorothy "Dot" Marshall met Lena Marshall.',
      ['Dorothy "Dot" Marshall', 'Lena Marshall'],
      ['Dorothy Marshall', 'Lena Marshall'],
    ],
  ])('%s', (text, names, expected) => {
    expect(short(text, names)).toEqual(expected);
  });
});

describe('who is one and who are two', () => {
  it.each([
    ['Pope Leo XIV came. Pope Leo left.', ['Pope: Leo'], ['Leo XIV']],
    [
      'Paul Miller was a farmer. Mrs. Miller died.',
      ['Paul Miller', 'Mrs.: Miller'],
      ['Paul Miller', 'Mrs. Miller'],
    ],
    ['Lena Miller was a farmer. Mrs. Miller died.', ['Lena Miller', 'Mrs.: Miller'], ['Lena Miller']],
    [
      'Lena Miller left Paul Miller. Mr. Miller died.',
      ['Lena Miller', 'Paul Miller', 'Mr.: Miller'],
      ['Lena Miller', 'Paul Miller'],
    ],
  ])('%s', (text, names, expected) => {
    expect(named(text, names)).toEqual(expected);
  });
});

it.each([
  ['Lena Brandt', 'Laura Brandt', 2],
  ['Donald Brandt', 'Donald Brandt Jr.', 2],
  ['Benjamin Brandt', 'Ben Brandt', 1],
  ['Michael Brandt', 'Mike Brandt', 1],
  ['Mohamed Brandt', 'Muhammad Brandt', 1],
  ['Mary Brandt', 'Mark Brandt', 2],
  ['Jim Brandt', 'Justice Brandt', 1],
])('tells whether %s and %s are one', (first, second, count) => {
  const text = `${first} came. ${second} left.`;
  const persons = [first, second].map((name) => ({
    start: text.indexOf(`${name} ${name === first ? 'came' : 'left'}`),
    end: text.indexOf(`${name} ${name === first ? 'came' : 'left'}`) + name.length,
    name: first,
    title: null,
  }));
  const found = findPersons(parseArticle(text), { toponyms: [], persons, organisations: [] });
  expect(findPeople(found, text)).toHaveLength(count);
});

describe('what is no person', () => {
  it.each([
    ['The Max Planck Institute opened.', ['Max Planck'], ['Max Planck Institute']],
    ['Chief Justice John Brandt came.', ['Chief Justice'], []],
    ['George Brandt Intercontinental closed.', ['George Brandt Intercontinental'], []],
    ['A Ford F-150 was stolen.', ['Ford F'], []],
    ['He lives in Bennett Spring.', ['Bennett Spring'], []],
    ['They played at Sam Parker Field.', ['Sam Parker Field'], []],
    ['The Preston-Lancaster line closed.', ['Preston-Lancaster'], []],
    ['Police in Port St Johns said so.', ['Port St: Johns'], []],
    ['A vigil for the Brandt family was held.', ['Brandt'], []],
    ['The George Brandt Hospital closed.', ['George Brandt'], []],
    ['Al Jazeera said so.', ['Al Jazeera'], ['Al Jazeera']],
  ])('%s', (text, names, organisations) => {
    expect(named(text, names, organisations)).toEqual([]);
  });

  it.each([
    ['Marianne Spring said so.', 'Marianne Spring'],
    ['Sally Field came to the Oscars.', 'Sally Field'],
    ['Malcolm X spoke.', 'Malcolm X'],
  ])('but %s', (text, name) => {
    expect(named(text, [name])).toEqual([name]);
  });

  it('but the officer of a police force', () => {
    const text = 'So said Inspector Lena Brandt of Evora Police.';
    const force = 'Inspector Lena Brandt of Evora Police';
    expect(named(text, ['Inspector: Lena Brandt'], [force])).toEqual(['Lena Brandt']);
  });
});
