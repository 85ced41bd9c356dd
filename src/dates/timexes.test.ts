import { afterEach, describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findTimexes } from './timexes.ts';

/** `text → type value` of each phrase, on a Tuesday. */
const read = (text: string, published: string | null = '2024-08-13'): string[] =>
  findTimexes(parseArticle(text), published).map(
    ({ text: words, type, value }) => `${words} → ${type} ${value}`,
  );

it.each([
  ['2024-05', [null, null, '2024-04', '2024-05-03']],
  ['2024', [null, null, null, null]],
])('gives a weekday no month where the article is of %s', (published, expected) => {
  const text = 'It closed on Thursday. Yesterday it opened. Last month it fell. On 3 May it rose.';
  expect(findTimexes(parseArticle(text), published).map(({ edtf }) => edtf)).toEqual(expected);
});

it.each([
  ['It opened on 29 February 2023.', ['February 2023 → DATE 2023-02']],
  ['It opened on February 29, 2023.', ['2023 → DATE 2023']],
  ['He died on 15 March 44 BC.', []],
  ['It erupted on 24 August 79 AD.', []],
])('takes no day for one of another year: %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

describe('findTimexes', () => {
  it.each([
    ['He was born on 4 March 1956.', '4 March 1956 → DATE 1956-03-04'],
    ['It fell on Sept. 9, 2001.', 'Sept. 9, 2001 → DATE 2001-09-09'],
    ['It opened on Monday, Feb. 5.', 'Monday, Feb. 5 → DATE 2024-02-05'],
    ['It began on the 3rd of May 2022.', 'the 3rd of May 2022 → DATE 2022-05-03'],
    ['The file is dated 2023-11-30.', '2023-11-30 → DATE 2023-11-30'],
    ['The file is dated 11/30/2023.', '11/30/2023 → DATE 2023-11-30'],
    ['They met in late November 2021.', 'late November 2021 → DATE 2021-11'],
    ['They met in mid-2019.', 'mid-2019 → DATE 2019'],
    ['It has stood since 1066.', '1066 → DATE 1066'],
    ['They met in the summer of 1998.', 'the summer of 1998 → DATE 1998-SU'],
    ['Sales fell in the third quarter of 2013.', 'the third quarter of 2013 → DATE 2013-Q3'],
    ['Sales fell in the first half of 2013.', 'the first half of 2013 → DATE 2013-H1'],
    ['In the late 1980s it closed.', 'the late 1980s → DATE 198'],
    ['It dates from the 19th century.', 'the 19th century → DATE 18'],
    ['It dates from the 1800s.', 'the 1800s → DATE 18'],
    ['Its fiscal year 2012 was good.', 'fiscal year 2012 → DATE FY2012'],
    ['They met on Christmas Eve 2020.', 'Christmas Eve 2020 → DATE 2020-12-24'],
    ['The harvest came the last week of March.', 'the last week of March → DATE 2024-W13'],
    ['It rose at the end of June 2020.', 'the end of June 2020 → DATE 2020-06'],
    ['The file is dated 2023/11/30.', '2023/11/30 → DATE 2023-11-30'],
    ['The file is dated 30.11.2023.', '30.11.2023 → DATE 2023-11-30'],
    ['The file is dated 30-Nov-2023.', '30-Nov-2023 → DATE 2023-11-30'],
    ['The file is dated 11-30-23.', '11-30-23 → DATE 2023-11-30'],
    [
      'It fell on the night of Friday, Oct. 23, 1998.',
      'the night of Friday, Oct. 23, 1998 → TIME 1998-10-23TNI',
    ],
    ["In the late 1980's it closed.", "the late 1980's → DATE 198"],
    ["It fell in '98.", "'98 → DATE 1998"],
    ['Sales fell in Q3 2013.', 'Q3 2013 → DATE 2013-Q3'],
    ['Sales rose in FY2013.', 'FY2013 → DATE FY2013'],
    ['It fell in the first half of the 19th century.', 'the first half of the 19th century → DATE 18'],
    ['It fell in the final week of 2012.', 'the final week of 2012 → DATE 2012-W52'],
    ['Sales fell in the final quarter of 2009.', 'the final quarter of 2009 → DATE 2009-Q4'],
    ['It fell in the last week of 2012.', 'the last week of 2012 → DATE 2012-W52'],
    ['It changed after 9/11.', '9/11 → DATE 2001-09-11'],
    ['It changed after the Sept. 11 attacks.', 'Sept. 11 → DATE 2001-09-11'],
  ])('reads what a date says: %j', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    ['He arrived on Monday.', 'Monday → DATE 2024-08-12'],
    ['He arrived on Tuesday.', 'Tuesday → DATE 2024-08-13'],
    ['He will leave on Friday.', 'Friday → DATE 2024-08-16'],
    ['The vote is scheduled for Sunday.', 'Sunday → DATE 2024-08-18'],
    ['He was to have met her on Sunday.', 'Sunday → DATE 2024-08-18'],
    ['As of Sunday, 3 were missing.', 'Sunday → DATE 2024-08-11'],
    ['She could not be reached Sunday.', 'Sunday → DATE 2024-08-11'],
    ['None of the four could be found Sunday.', 'Sunday → DATE 2024-08-11'],
    ['A deal could be reached Sunday.', 'Sunday → DATE 2024-08-18'],
    ['King to visit Oslo Sunday.', 'Sunday → DATE 2024-08-18'],
    ['He was taken to court Sunday.', 'Sunday → DATE 2024-08-11'],
    ['The road is closed until Thursday.', 'Thursday → DATE 2024-08-15'],
    ['They called a strike for Friday.', 'Friday → DATE 2024-08-16'],
    ['They blamed the heat for Friday’s fire.', 'Friday → DATE 2024-08-09'],
    ['The trial was moved to Friday.', 'Friday → DATE 2024-08-16'],
    ['It rose at the end of last year.', 'the end of last year → DATE 2023'],
    ['It rises at the start of next month.', 'the start of next month → DATE 2024-09'],
    ['They would fight Wednesday’s ruling.', 'Wednesday → DATE 2024-08-07'],
    ['They will await Wednesday’s ruling.', 'Wednesday → DATE 2024-08-14'],
    ['Ahead of the trip, the office on Sunday issued a note.', 'Sunday → DATE 2024-08-11'],
    ['He would fly to the United States Thursday.', 'Thursday → DATE 2024-08-15'],
    ['He was shot last Oct. 23.', 'last Oct. 23 → DATE 2023-10-23'],
    ['They meet next March 3.', 'next March 3 → DATE 2025-03-03'],
    ['It closed on the night of Sunday, Aug. 4.', 'the night of Sunday, Aug. 4 → TIME 2024-08-04TNI'],
    ['The plant is to start up Friday.', 'Friday → DATE 2024-08-16'],
    ['They let him go Friday.', 'Friday → DATE 2024-08-09'],
    ['They face a Friday deadline.', 'Friday → DATE 2024-08-16'],
    ['A rally in the capital Wednesday.', 'Wednesday → DATE 2024-08-14'],
    ['The museum reopens Saturday.', 'Saturday → DATE 2024-08-17'],
    ['It was on Feb. 24 last year.', 'Feb. 24 last year → DATE 2023-02-24'],
    ['It opened as recently as Aug. 2.', 'Aug. 2 → DATE 2024-08-02'],
    ['It will open this winter.', 'this winter → DATE 2024-WI'],
    ['They met last Tuesday.', 'last Tuesday → DATE 2024-08-06'],
    ['They meet next Tuesday.', 'next Tuesday → DATE 2024-08-20'],
    ['He spoke on Sunday night.', 'Sunday night → TIME 2024-08-11TNI'],
    ['He spoke yesterday.', 'yesterday → DATE 2024-08-12'],
    ['He spoke earlier today.', 'earlier today → DATE 2024-08-13'],
    ['He spoke tomorrow morning.', 'tomorrow morning → TIME 2024-08-14TMO'],
    ['He spoke last night.', 'last night → TIME 2024-08-12TNI'],
    ['He spoke last week.', 'last week → DATE 2024-W32'],
    ['He spoke late last month.', 'late last month → DATE 2024-07'],
    ['He spoke earlier this year.', 'earlier this year → DATE 2024'],
    ['He spoke over the weekend.', 'the weekend → DATE 2024-W32-WE'],
    ['He spoke in November.', 'November → DATE 2023-11'],
    ['He will speak in November.', 'November → DATE 2024-11'],
    ['He spoke last November.', 'last November → DATE 2023-11'],
    ['He will speak in March next year.', 'March next year → DATE 2025-03'],
    ['He spoke on July 30.', 'July 30 → DATE 2024-07-30'],
    ['He will speak on January 3.', 'January 3 → DATE 2025-01-03'],
    ['He spoke last fall.', 'last fall → DATE 2023-FA'],
    ['It reopens in the fall.', 'the fall → DATE 2024-FA'],
    ['Sales fell in the second quarter.', 'the second quarter → DATE 2024-Q2'],
    ['Sales fell in the 2019 second quarter.', 'the 2019 second quarter → DATE 2019-Q2'],
    ['It expects a fourth-quarter loss.', 'fourth-quarter → DATE 2024-Q4'],
    ['He spoke last quarter.', 'last quarter → DATE 2024-Q2'],
    ['He left two weeks ago.', 'two weeks ago → DATE 2024-W31'],
    ['He left three days ago.', 'three days ago → DATE 2024-08-10'],
    ['He left forty-one years ago.', 'forty-one years ago → DATE 1983'],
    ['It ends eight years from now.', 'eight years from now → DATE 2032'],
    ['They met at Easter.', 'Easter → DATE 2024-03-31'],
    ['They met on Tuesday of last week.', 'Tuesday of last week → DATE 2024-08-06'],
    ['They met on Friday the 2nd.', 'Friday the 2nd → DATE 2024-08-02'],
    ['They met on the 2nd.', 'the 2nd → DATE 2024-08-02'],
    ['They met on the last day of the month.', 'the last day of the month → DATE 2024-08-31'],
    ['They meet a week from Friday.', 'a week from Friday → DATE 2024-08-23'],
    ['They met two Sundays ago.', 'two Sundays ago → DATE 2024-08-04'],
    ['They met the week of July 4.', 'the week of July 4 → DATE 2024-W27'],
    ['They meet on the first of next month.', 'the first of next month → DATE 2024-09-01'],
    ['It rose in last year’s fourth quarter.', 'last year’s fourth quarter → DATE 2023-Q4'],
    ['It rose in the March quarter.', 'the March quarter → DATE 2024-Q1'],
    ['It should open by midyear.', 'midyear → DATE 2024'],
    ['They left at 10 a.m. on Feb. 13, 1998.', '10 a.m. on Feb. 13, 1998 → TIME 1998-02-13T10:00'],
    ['It paid less last summer.', 'last summer → DATE 2023-SU'],
    ['It fell overnight.', 'overnight → TIME 2024-08-12TNI'],
    ['It fell overnight Friday.', 'overnight Friday → TIME 2024-08-09TNI'],
    ['They meet next weekend.', 'next weekend → DATE 2024-W34-WE'],
    ['They meet on the last weekend of August.', 'the last weekend of August → DATE 2024-W35-WE'],
    ['Sugar for October delivery fell.', 'October → DATE 2024-10'],
    ['They meet in the new year.', 'the new year → DATE 2025'],
    ['It began ten years ago this week.', 'ten years ago this week → DATE 2014-W33'],
    ['It began a year ago this week.', 'a year ago this week → DATE 2023-W33'],
    ['It began a year ago today.', 'a year ago today → DATE 2023-08-13'],
    ['It should open by year-end.', 'year-end → DATE 2024'],
    ['It should open by mid-week.', 'mid-week → DATE 2024-W33'],
    ['Sales grew in the April-June quarter.', 'the April-June quarter → DATE 2024-Q2'],
    ['The offer expires at midnight Nov. 22.', 'midnight Nov. 22 → TIME 2024-11-22T24:00'],
    ['Voters go to the polls on Nov. 5.', 'Nov. 5 → DATE 2024-11-05'],
    ['Rain is forecast to fall on Saturday.', 'Saturday → DATE 2024-08-17'],
    ['Two people died Thursday.', 'Thursday → DATE 2024-08-08'],
    ['Oslo beat Bergen Thursday.', 'Thursday → DATE 2024-08-08'],
    ['Oslo hopes to beat Bergen Thursday.', 'Thursday → DATE 2024-08-15'],
    ['The bank will cut rates Thursday.', 'Thursday → DATE 2024-08-15'],
    ['Oslo won’t play Thursday.', 'Thursday → DATE 2024-08-15'],
    ['They will have a meeting Thursday.', 'Thursday → DATE 2024-08-15'],
    ['The families were told to leave on Monday evening.', 'Monday evening → TIME 2024-08-12TEV'],
    ['Police asked the 16-year-old boy to appear Thursday.', 'Thursday → DATE 2024-08-15'],
    ['Schools will remain closed Thursday.', 'Thursday → DATE 2024-08-15'],
    ['Schools remained closed Thursday.', 'Thursday → DATE 2024-08-08'],
    ['The office said shops stay shut Thursday.', 'Thursday → DATE 2024-08-15'],
    ['Classes are cancelled Thursday.', 'Thursday → DATE 2024-08-15'],
    ['Roads are closed Monday.', 'Monday → DATE 2024-08-12'],
    ['He is accused of starting a fire Thursday.', 'Thursday → DATE 2024-08-08'],
    ['People are being moved out Thursday.', 'Thursday → DATE 2024-08-15'],
    ['The road closed after a Thursday blast.', 'Thursday → DATE 2024-08-08'],
    [
      'The king will host the heads of nine states and of three unions in the town of Voss, in the west, from June 15.',
      'June 15 → DATE 2025-06-15',
    ],
    ['The bridge, which was due to open in July, was postponed.', 'July → DATE 2024-07'],
    ['The game, due to be played in July, was postponed.', 'July → DATE 2024-07'],
    ['The trial was due to begin on Friday.', 'Friday → DATE 2024-08-16'],
    ['The bus, which was to leave on Saturday, left late.', 'Saturday → DATE 2024-08-10'],
    ['The trial was due to begin on Friday but was delayed.', 'Friday → DATE 2024-08-16'],
    ['The runoff is Thursday.', 'Thursday → DATE 2024-08-15'],
    ['They visit Oslo Thursday.', 'Thursday → DATE 2024-08-15'],
    ['It snowed, and more is on the way Thursday.', 'Thursday → DATE 2024-08-15'],
    ['He was due in court, but his lawyers on Thursday asked for a delay.', 'Thursday → DATE 2024-08-08'],
    ['She was last seen Thursday.', 'Thursday → DATE 2024-08-08'],
    ['It will be seen Thursday.', 'Thursday → DATE 2024-08-15'],
    ['They will meet a week on Friday.', 'a week on Friday → DATE 2024-08-23'],
    ['They play again on Friday week.', 'Friday week → DATE 2024-08-23'],
  ])('counts from the day of writing: %j', (text, expected) => expect(read(text)).toEqual([expected]));

  it('counts a weekday of a Friday on a Friday', () => {
    expect(read('It fell last Friday.', '2024-08-16')).toEqual(['last Friday → DATE 2024-08-09']);
    expect(read('It fell on Friday.', '2024-08-16')).toEqual(['Friday → DATE 2024-08-16']);
  });

  it.each([
    ['He died on 3 May 1998. The next day his son fled.', 'The next day → DATE 1998-05-04'],
    ['He died on 3 May 1998. His son fled two weeks later.', 'two weeks later → DATE 1998-W20'],
    ['He died on 3 May 1998. A year earlier he had won.', 'A year earlier → DATE 1997'],
    ['He died on 3 May 1998. On May 9 he was buried.', 'May 9 → DATE 1998-05-09'],
    ['He died on 3 May 1998. That month it rained.', 'That month → DATE 1998-05'],
    ['In 2024, Thanksgiving is on November 28.', 'November 28 → DATE 2024-11-28'],
    ['Sales fell in July, it said on Friday, from a year earlier.', 'a year earlier → DATE 2023-07'],
    ['He left in 1998. It was the worst since 1927. Two years later he died.', 'Two years later → DATE 2000'],
    ['It rose on Friday. It will rise for the rest of the week.', 'the week → DATE 2024-W33'],
    ['In 2023 it closed on March 3.', 'March 3 → DATE 2023-03-03'],
    ['It opened in 2019. Workers walked out in June.', 'June → DATE 2024-06'],
    ['In 2019 it opened. Workers walked out in June.', 'June → DATE XXXX-06'],
    ['They met on Friday 2 August and the Friday before that.', 'the Friday → DATE 2024-07-26'],
    ['They met on May 3, not the Friday before Easter.', 'Easter → DATE 2024-03-31'],
    ['He leaves on Thursday after talks on Monday.', 'Monday → DATE 2024-08-12'],
    ['In 2022, Thanksgiving is on November 24.', 'November 24 → DATE 2022-11-24'],
    ['In April 2019 it opened. In June it closed.', 'June → DATE 2019-06'],
    ['In April 2019 it opened. In January it closed.', 'January → DATE 2024-01'],
    ['In November 2019 it opened. In January it closed.', 'January → DATE 2020-01'],
    [
      'It opened on Nov. 12, 2021, in Oslo. It was shut there on Nov. 15 for good.',
      'Nov. 15 → DATE 2021-11-15',
    ],
    ['It opened on Dec. 12, 2021. It was shut on Jan. 9.', 'Jan. 9 → DATE 2022-01-09'],
    ['It opened on Nov. 12, 2021. It shut on Dec. 9. It opened again on Feb. 3.', 'Feb. 3 → DATE 2022-02-03'],
    ['It opened on Nov. 12, 2023. It was shut on Nov. 15.', 'Nov. 15 → DATE 2023-11-15'],
    ['It opened on Aug. 2, 2021. It was shut on Aug. 9.', 'Aug. 9 → DATE 2024-08-09'],
    ['She was born on May 3, 1950. She came on May 9.', 'May 9 → DATE 2024-05-09'],
    ['It opened on Nov. 12, 2021. It will close on Nov. 15.', 'Nov. 15 → DATE 2024-11-15'],
    ['It opened on Nov. 12, 2021. It was built by Oct. 30.', 'Oct. 30 → DATE XXXX-10-30'],
    [
      'The raid was on Oct. 9, 1864. They had come at dawn. They were freed in December.',
      'December → DATE XXXX-12',
    ],
    ['It shut on the night of May 3, 2021. He was held on May 9.', 'May 9 → DATE 2021-05-09'],
    ['It shut at 3 p.m. on May 3, 2021. He was held on May 9.', 'May 9 → DATE 2021-05-09'],
    ['They meet on Sept. 9. Whoever was there at 9 a.m. may call.', '9 a.m. → TIME T09:00'],
    ['The raid was on Oct. 9, 1864. It now is told in books. They shut in June.', 'June → DATE 2024-06'],
    ['It opened in 2019. In June it closed.', 'June → DATE 2019-06'],
    ['He is wanted for the Dec. 21, 1988, bombing. He came in April.', 'April → DATE 2024-04'],
    ['In 2023 it closed. It opened on March 3.', 'March 3 → DATE 2024-03-03'],
    ['She was at rest, April 13, 2017.', 'April 13, 2017 → DATE 2017-04-13'],
    ['He died on 3 May 1998. That Tuesday it rained.', 'That Tuesday → DATE 1998-05-05'],
    ['He came on Monday, first since 2019. Two days later he left.', 'Two days later → DATE 2024-08-14'],
    ['Profit rose in the third quarter from a year earlier.', 'a year earlier → DATE 2022-Q3'],
    [
      'Profit rose in the third quarter from the year-earlier period.',
      'the year-earlier period → DATE 2022-Q3',
    ],
    [
      'Sales fell in July compared with the same period last year.',
      'the same period last year → DATE 2023-07',
    ],
    ['Sales fell in July from the same month a year ago.', 'the same month a year ago → DATE 2023-07'],
    ['It opened in 2019 and as of June has 300 workers.', 'June → DATE 2024-06'],
    ['If no price is set by June 10, it falls at that time.', 'that time → DATE 2024-06-10'],
  ])('counts from the date last told: %j', (text, expected) => expect(read(text).at(-1)).toBe(expected));

  it('leaves a year open rather than to invent one', () => {
    const text = 'The raid was on Oct. 9, 1864. They had come on Oct. 3.';
    expect(findTimexes(parseArticle(text), '2024-10-09').at(-1)).toMatchObject({
      value: 'XXXX-10-03',
      edtf: null,
    });
  });

  it.each([
    ['a three-day visit', ['three-day → DURATION P3D']],
    ['a weeklong visit', ['weeklong → DURATION P1W']],
    ['a 16-hour flight', ['16-hour → DURATION PT16H']],
    ['for nearly two decades', ['nearly two decades → DURATION P20Y']],
    ['for half an hour', ['half an hour → DURATION PT30M']],
    ['for a year and a half', ['a year and a half → DURATION P1.5Y']],
    ['in the first three months of the year', ['the first three months of the year → DURATION P3M']],
    ['in the year ended June 30, 2020', ['the year → DURATION P1Y', 'June 30, 2020 → DATE 2020-06-30']],
    ['for several months', ['several months → DURATION PXM']],
    ['a decades-long feud', ['decades-long → DURATION PXY']],
    ['in the past two months', ['the past two months → DURATION P2M']],
    ['between 60 and 90 days', ['60 → DURATION P60D', '90 days → DURATION P90D']],
    ['every Tuesday', ['every Tuesday → SET XXXX-WXX-2']],
    ['free on the first Sunday of each month', ['the first Sunday of each month → SET P1M']],
    ['each year', ['each year → SET P1Y']],
    ['every two weeks', ['every two weeks → SET P2W']],
    ['every other week', ['every other week → SET P2W']],
    ['every few months', ['every few months → SET PXM']],
    ['three days a week', ['three days a week → SET P1W']],
    ['on Sunday mornings', ['Sunday mornings → SET XXXX-WXX-7TMO']],
    ['an hour-long talk', ['an hour-long → DURATION PT1H']],
    ['two more weeks', ['two more weeks → DURATION P2W']],
    ['set to last three days', ['three days → DURATION P3D']],
    ['a 2 1/2-hour flight', ['2 1/2-hour → DURATION PT2H30M']],
    ['two consecutive quarters', ['two consecutive quarters → DURATION P6M']],
    ['on 60 Minutes', []],
    ['hundreds of calls a day', ['a day → SET P1D']],
    ['a quarter-century', ['a quarter-century → DURATION P25Y']],
    ['at the moment', ['the moment → DATE PRESENT_REF']],
    ['at present', ['at present → DATE PRESENT_REF']],
    ['at 4 in the morning', ['4 in the morning → TIME 2024-08-13T04:00']],
    ['15 ships a year', ['a year → SET P1Y']],
    ['an annual fair', ['annual → SET P1Y']],
    ['2009-2010', ['2009 → DATE 2009', '2010 → DATE 2010']],
    ['from 12 to 14 August 2020', ['12 → DATE 2020-08-12', '14 August 2020 → DATE 2020-08-14']],
    ['March 3–5, 2020', ['March 3 → DATE 2020-03-03', '5, 2020 → DATE 2020-03-05']],
    ['at 18:00 UTC Monday', ['18:00 UTC Monday → TIME 2024-08-12T18:00Z']],
    ['at 9 a.m. Tuesday', ['9 a.m. Tuesday → TIME 2024-08-13T09:00']],
    ['at 10:35 p.m. on Sunday', ['10:35 p.m. on Sunday → TIME 2024-08-11T22:35']],
    ['at noon EST Monday', ['noon EST Monday → TIME 2024-08-12T12:00']],
    ['at 3.40pm on Monday 5 August', ['3.40pm on Monday 5 August → TIME 2024-08-05T15:40']],
    ['at 2pm on Monday, 5 August 2024', ['2pm on Monday, 5 August 2024 → TIME 2024-08-05T14:00']],
    ['at 10pm on Monday 5th August', ['10pm on Monday 5th August → TIME 2024-08-05T22:00']],
    ['at noon on the 5th of August', ['noon on the 5th of August → TIME 2024-08-05T12:00']],
    ['at 3.40pm 15 people left', ['3.40pm → TIME 2024-08-13T15:40']],
    ['at noon', ['noon → TIME 2024-08-13T12:00']],
    ['he now leads', ['now → DATE PRESENT_REF']],
    ['they recently met', ['recently → DATE PAST_REF']],
    ['the near future', ['the near future → DATE FUTURE_REF']],
  ])('reads amounts, sets, times, vague words: %j', (text, expected) =>
    expect(read(`It was ${text}.`)).toEqual(expected),
  );

  it.each([
    ['It struck Sunday night, the office said Monday. It began at 11 p.m.', '2024-08-11T23:00'],
    ['It struck Sunday night. At 11 p.m. the bell rang, they said on Monday.', '2024-08-11T23:00'],
    ['On Sunday they rang at 11 p.m., he told reporters Monday.', '2024-08-11T23:00'],
    ['It struck Sunday night. He left on Monday. At 11 p.m. he was home.', '2024-08-12T23:00'],
    ['At 11 p.m. they rang, he said on Monday.', '2024-08-12T23:00'],
  ])('gives a time the day told, not that of speaking: %j', (text, value) =>
    expect(read(text).find((line) => line.startsWith('11 p.m.'))).toBe(`11 p.m. → TIME ${value}`),
  );

  it('gives a time the day of its sentence', () => {
    expect(read('On Sunday the bell rang at 10:35 a.m. and again at 1430 GMT.')).toEqual([
      'Sunday → DATE 2024-08-11',
      '10:35 a.m. → TIME 2024-08-11T10:35',
      '1430 GMT → TIME 2024-08-11T14:30Z',
    ]);
  });

  it.each([
    '',
    'It may rain, and troops march on.',
    'The march against hunger drew a crowd.',
    'He sat in the sun, wed at last.',
    'Prices fall in a spring of discontent, springs dry up.',
    'The 16-year-old boy scored 3:2.',
    'It cost $2000, or 1998 people, or 2010 votes.',
    'Flight 2012 took off, and room 1999 stood empty.',
    'High Noon is a film; the Daily Planet a paper.',
    'The second man came first.',
    'On the A380 and the 737s.',
    'He is in his 20s.',
    'He is in his mid-20s, with highs in the 70s.',
    'Some 2000 marchers, at the Lunar New Year.',
    'They died on Bloody Sunday, says the Sunday Times.',
    'Theresa May spoke; Macron wrote to May, and May agreed.',
    'Two attacks in as many days.',
    'They say that time is short.',
    'A boy aged three months, one at the age of two weeks, one six-years-old.',
    'Some 15 to 16-year-olds, in the pre-dawn hours, on a day when all went well.',
    'In the fall of the wall, the fall in prices.',
    'At 60 miles an hour it fell at the moment of impact.',
    'Overnight rates, year-on-year growth, the H1-B visa.',
  ])('finds nothing in %j', (text) => expect(read(text)).toEqual([]));

  it.each([
    ['Governor Monday Adeyemi spoke on Friday. Monday Adeyemi left.', ['Friday']],
    ['The team’s coach Sunday Adeyemi spoke. Mr. Sunday left. Gov. Friday Adeyemi stayed.', []],
    ['It was on Monday President Adeyemi spoke.', ['Monday']],
    ['They told the judge Monday Adeyemi had left.', ['Monday']],
    ['The president said Monday Congress must act.', ['Monday']],
  ])('tells a weekday from a name in %j', (text, expected) =>
    expect(findTimexes(parseArticle(text), '2024-08-13').map(({ text: words }) => words)).toEqual(expected),
  );

  it.each([
    ['She left on a Thursday in May.', ['May']],
    ['They met on a Monday morning, or one Tuesday.', []],
    ['They spoke after a Wednesday meeting and took a Friday night flight.', ['Wednesday', 'Friday night']],
    ['He threw a touchdown in the fourth quarter.', []],
    ['They took the lead in the third quarter.', []],
    ['Sales rose by two points in the second quarter.', ['the second quarter']],
    ['It opened in 2019 and is open Tuesdays from March to October.', ['2019', 'Tuesdays']],
    ['It opened in 2019. Each year from May to June it is shut.', ['2019', 'Each year']],
    ['In 2019 it was shut from May to June.', ['2019', 'May', 'June']],
  ])('takes no day of many, part of a game or month of each year for a date: %j', (text, expected) =>
    expect(findTimexes(parseArticle(text), '2024-08-13').map(({ text: words }) => words)).toEqual(expected),
  );

  it('keeps the precision of the words', () => {
    const edtfs = (text: string) => findTimexes(parseArticle(text), '2024-08-13').map(({ edtf }) => edtf);
    expect(edtfs('They met in March, in 2019, last week, in the 1980s, last fall and on Monday.')).toEqual([
      '2024-03',
      '2019',
      '2024-08-05/2024-08-11',
      '198X',
      '2023-23',
      '2024-08-12',
    ]);
    expect(edtfs('He recently spent three days there, as every year, in the second quarter.')).toEqual([
      null,
      null,
      null,
      '2024-34',
    ]);
  });

  it('says how a date is known', () => {
    const bases = (published: string) =>
      findTimexes(parseArticle('He came on Monday; born on 4 March 1956.'), published).map(
        ({ basis }) => basis,
      );
    expect(bases('2024-08-13')).toEqual(['resolved', 'stated']);
    expect(bases('2024?-08-13')).toEqual(['inferred', 'stated']);
  });
});

describe('with an unknown year', () => {
  const text =
    'Oslo, March 4 – The king spoke on Tuesday. He came on Monday, and left last month. He was born in 1950.';

  it('goes as far as month and day allow', () => {
    expect(read(text, 'XXXX-03-04')).toEqual([
      'March 4 → DATE XXXX-03-04',
      'Tuesday → DATE XXXX-03-04',
      'Monday → DATE XXXX-03-03',
      'last month → DATE XXXX-02',
      '1950 → DATE 1950',
    ]);
  });

  it('leaves open what a leap year decides', () => {
    const [, friday] = findTimexes(
      parseArticle('Oslo, March 1 – The king spoke Tuesday. He came Friday.'),
      'XXXX-03-01',
    ).slice(1);
    expect(friday?.edtf).toBe('XXXX-02-XX');
  });

  it('writes an inferred year with its question mark', () => {
    const edtfs = findTimexes(parseArticle(text), '2014?-03-04').map(({ edtf }) => edtf);
    expect(edtfs).toEqual(['2014?-03-04', '2014?-03-04', '2014?-03-03', '2014?-02', '1950']);
  });

  it('without any day of writing reads only what the words say', () => {
    const found = findTimexes(
      parseArticle('He came on Monday, 4 May 2020, and left yesterday, or on May 9.'),
      null,
    );
    expect(found.map(({ edtf }) => edtf)).toEqual(['2020-05-04', null, 'XXXX-05-09']);
  });
});

describe('in any time zone', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(['Asia/Tokyo', 'UTC', 'America/Los_Angeles'])('Monday is the same day in %s', (zone) => {
    process.env['TZ'] = zone;
    expect(read('He came on Monday, and at noon on 1 January 2020.')).toEqual([
      'Monday → DATE 2024-08-12',
      'noon on 1 January 2020 → TIME 2020-01-01T12:00',
    ]);
  });
});
