import { beforeAll, describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { loadGazetteer, type Gazetteer } from './gazetteer.ts';
import { geoparse } from './geoparse.ts';

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = loadGazetteer();
}, 180_000);

const persons = (text: string) => geoparse(parseArticle(text), gazetteer, { home: null }).persons;

describe('names of persons', () => {
  it.each([
    ['', []],
    ['Dorothy "Dot" Geneva Marshall, 91, died.', ['Dorothy "Dot" Geneva Marshall']],
    ['Robert (Bob) Paul Miller died.', ['Robert (Bob) Paul Miller']],
    ['President Lee Jae-myung visited Tokyo.', ['Lee Jae-myung']],
    ['A line from Xi Jinping and Tsai Ing-wen.', ['Xi Jinping', 'Tsai Ing-wen']],
    ['They walked down Park Lane.', []],
    ['Had Tom Beck stayed, he would have lived.', ['Tom Beck']],
    ['They spoke of Donald Trump-backed plans.', ['Donald Trump']],
    ['Floods hit Rukum West on Monday.', []],
    ['They landed at London Stansted.', []],
    ['They spoke to London Jackson.', ['London Jackson']],
    ['They left a daughter, Savannah Marshall Cole of Charlotte.', ['Savannah Marshall Cole']],
    ['“No,” said Troy Baker, a nurse. Farmer Jo met farmer Dayton Reed.', ['Troy Baker', 'Dayton Reed']],
    ['Geneva Holland of Lake Forest spoke to Chad, of Portland, Maine.', ['Geneva Holland', 'Chad']],
    ['The twin London attacks shook mother Russia.', []],
    ['The city sued, said Boston City Council. Said Houston Police officers: no.', []],
    ['Derby County, who lost, met Kansas City, who won.', []],
    ['Survivors are Harold Brandt of Marietta and Paul Brandt.', ['Harold Brandt', 'Paul Brandt']],
  ])('%s', (text, expected) => {
    expect(persons(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('gives the last of an unknown name to nobody named before', () => {
    const text = 'Harold Marshall taught. Zeynor "Dot" Marshall died. Marshall left.';
    expect(persons(text).map(({ start }) => text.slice(start).split(' ')[0])).toEqual(['Harold', 'Marshall']);
    expect(persons(text)[1]!.start).toBe(text.lastIndexOf('Marshall'));
  });
});
