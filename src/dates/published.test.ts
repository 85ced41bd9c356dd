import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findPublished } from './published.ts';

const YEARS = [2000, 2030] as const;
const find = (text: string, decided?: string) => findPublished(parseArticle(text), { decided, years: YEARS });

describe('findPublished', () => {
  it('takes the day of a dateline that states its year', () => {
    expect(find('Oslo, March 4, 2014 – The king spoke on Tuesday.')).toEqual({
      edtf: '2014-03-04',
      basis: 'stated',
      alternatives: [],
      yearStated: true,
      because: 'the date of the dateline',
    });
  });

  it('leaves the year open where several fit the weekday, and lists their days', () => {
    expect(find('Oslo, August 13 –In a meeting held in Oslo on Tuesday, the king spoke.')).toEqual({
      edtf: 'XXXX-08-13',
      basis: 'stated',
      alternatives: ['2002-08-13', '2013-08-13', '2019-08-13', '2024-08-13', '2030-08-13'],
      yearStated: false,
      because: '13 August is a Tuesday in 2002, 2013, 2019, 2024 and 2030',
    });
  });

  it('infers the year where exactly one fits', () => {
    const published = findPublished(parseArticle('Oslo, August 13 – The king spoke on Tuesday.'), {
      years: [2020, 2026],
    });
    expect(published).toMatchObject({
      edtf: '2024?-08-13',
      basis: 'inferred',
      alternatives: [],
      yearStated: false,
    });
    expect(published?.because).toBe('13 August is a Tuesday in 2024 only, from 2020 to 2026');
  });

  it('infers the year from a full date a few days off', () => {
    expect(find('Oslo, August 13 – The king spoke on Tuesday. He came on August 12, 2019.')).toMatchObject({
      edtf: '2019?-08-13',
      because:
        '13 August is a Tuesday in 2002, 2013, 2019, 2024 and 2030, and the text has "August 12, 2019"',
    });
  });

  it('leaves out years before one that the text tells of as past', () => {
    const published = find('Oslo, August 13 – The king spoke on Tuesday. He was crowned in 2016.');
    expect(published?.alternatives).toEqual(['2019-08-13', '2024-08-13', '2030-08-13']);
    expect(published?.because).toContain('the text tells of 2016 as past');
  });

  it('leaves no year out for one that lies ahead', () => {
    expect(
      find('Oslo, August 13 – The king spoke on Tuesday. He will be 80 in 2016.')?.alternatives,
    ).toHaveLength(5);
  });

  it('keeps all days without a weekday, and none from a weekday that looks ahead or elsewhere', () => {
    expect(find('Oslo, August 13 – The king spoke.')?.alternatives).toHaveLength(31);
    expect(find('Oslo, August 13 – The king will speak on Tuesday.')?.alternatives).toHaveLength(31);
    expect(find('Oslo, August 13 – The king spoke last Tuesday.')?.alternatives).toHaveLength(31);
    expect(find('Oslo, August 13 – The king spoke of Tuesday’s vote.')?.alternatives).toHaveLength(31);
  });

  it('takes 29 February from leap years only', () => {
    const days = find('Oslo, February 29 – The king spoke.')?.alternatives;
    expect(days).toEqual([2000, 2004, 2008, 2012, 2016, 2020, 2024, 2028].map((year) => `${year}-02-29`));
  });

  it('lets the editor decide, and still lists the other days that the words allow', () => {
    expect(find('Oslo, August 13 – The king spoke on Tuesday.', '2024-08-13')).toEqual({
      edtf: '2024-08-13',
      basis: 'editor',
      alternatives: ['2002-08-13', '2013-08-13', '2019-08-13', '2030-08-13'],
      yearStated: false,
      because: 'decided by the editor; 13 August is a Tuesday in 2002, 2013, 2019, 2024 and 2030',
    });
  });

  it('puts front matter before the dateline, the editor before both', () => {
    const article = { ...parseArticle('Oslo, August 13 – The king spoke.'), date: '2021-08-14' };
    expect(findPublished(article, { years: YEARS })).toMatchObject({
      edtf: '2021-08-14',
      basis: 'stated',
      yearStated: true,
    });
    expect(findPublished(article, { decided: '2022-08-13', years: YEARS })).toMatchObject({
      edtf: '2022-08-13',
      basis: 'editor',
      alternatives: [],
      yearStated: true,
    });
  });

  it.each(['', 'The king spoke on Tuesday.', 'The king spoke on March 4, 2014.'])(
    'finds none in %j',
    (text) => expect(find(text)).toBeNull(),
  );

  it('sets aside a weekday that fits no year', () => {
    const published = findPublished(parseArticle('Oslo, August 13 – The king spoke on Tuesday.'), {
      years: [2020, 2023],
    });
    expect(published?.alternatives).toHaveLength(4);
    expect(published?.because).toBe(
      '13 August is a Tuesday in no year from 2020 to 2023, so the weekday was left aside',
    );
  });
});
