import { describe, expect, it } from 'vitest';
import { tell } from './invented.ts';

/** Each event as "label @ place, date [status] speaker". */
const digest = (text: string, options: Parameters<typeof tell>[1] = {}) => {
  const { events, places } = tell(text, options);
  return events.map(({ label, places: ids, edtf, status, speaker, background }) =>
    [
      label,
      ids.length ? `@ ${ids.map((id) => places.find((place) => place.id === id)?.name).join(', ')}` : null,
      edtf,
      status === 'happened' ? null : status,
      background ? 'background' : null,
      speaker ? `says ${speaker.name}` : null,
    ]
      .filter(Boolean)
      .join(' | '),
  );
};

describe('a place joins an event only by its own words', () => {
  it.each([
    [
      'the first lead',
      'The talks follow the killing of Samir Haddad and the strikes in Mosul.',
      ['Killing of Samir Haddad', 'Strikes in Mosul | @ Mosul | background'],
    ],
    [
      'its invented pair',
      'Prices rose following the murder of Lena Brandt and the fires in Evora.',
      ['Killing of Lena Brandt', 'Fires in Evora | @ Evora | background'],
    ],
    [
      'the accuser',
      'Petra Lindqvist, who accused Omar Nazari of crimes in Herat, arrived in Doha on Wednesday.',
      ['Lindqvist arrived in Doha | @ Doha | 2017-09-13'],
    ],
    [
      'the accuser’s pair',
      'Lena Brandt, who blamed Samir Haddad for deaths in Mosul, flew to Evora on Monday.',
      ['Brandt flew to Evora | @ Evora | 2017-09-11'],
    ],
    ['a comma', 'Samir Haddad was killed, Mosul in mourning.', ['Haddad was killed']],
    ['a bracket', 'Samir Haddad was killed (a friend lives in Mosul).', ['Haddad was killed']],
    ['a quotation', 'Samir Haddad was killed “by men from the hills in Mosul”.', ['Haddad was killed']],
    [
      'an object’s own place',
      'Lena Brandt signed an agreement on peace in Mosul on Monday.',
      ['Brandt signed an agreement on peace in Mosul | 2017-09-11'],
    ],
    [
      'a describing name',
      'Bombs hit the Mosul embassy in Doha on Monday.',
      ['Bombs hit the Mosul embassy in Doha | @ Doha | 2017-09-11'],
    ],
    [
      'who was wanted there',
      'On Monday, police arrested a man wanted in Mosul.',
      ['Police arrested a man | 2017-09-11'],
    ],
  ])('not across %s', (_, text, expected) => {
    const places = ['Mosul', 'Doha', 'Herat', 'Evora'];
    const persons = ['Samir Haddad', 'Petra Lindqvist', 'Omar Nazari', 'Lena Brandt'];
    expect(digest(text, { places, persons })).toEqual(expected);
  });

  it('takes the phrase that opens the sentence', () => {
    expect(
      digest('In Doha on Monday, Lena Brandt met Samir Haddad.', {
        places: ['Doha'],
        persons: ['Lena Brandt', 'Samir Haddad'],
      }),
    ).toEqual(['Brandt met Haddad | @ Doha | 2017-09-11']);
  });
});

describe('what is said, wished or feared', () => {
  const places = ['Mosul', 'Doha'];
  const persons = ['Lena Brandt'];
  it.each([
    'Lena Brandt demanded that troops leave Mosul.',
    'Lena Brandt urged the city to stop the attacks in Mosul.',
    'Lena Brandt accused the army of killing people in Mosul.',
    'Lena Brandt condemned the killing of children in Mosul.',
    'Lena Brandt wants to travel to Mosul.',
    'Lena Brandt threatened to attack Mosul.',
    'Lena Brandt did not arrive in Mosul.',
    'Lena Brandt may fly to Mosul.',
    'If Lena Brandt arrives in Mosul, the talks end.',
    'There is a threat of attacks in Mosul.',
    'There is a prospect of talks in Mosul.',
    'The attack helicopter stood in Mosul.',
    'Was Lena Brandt killed in Mosul?',
    '“We met in Mosul,” Lena Brandt said.',
    'Owners allege that thieves attacked the ship in Mosul.',
    '',
  ])('is no event: %j', (text) => expect(digest(text, { places, persons })).toEqual([]));

  it.each([
    [
      'Lena Brandt said that a tanker sank off Mosul on Tuesday.',
      ['A tanker sank off Mosul, according to Lena Brandt | @ Mosul | 2017-09-12 | says Lena Brandt'],
    ],
    [
      'Two sailors died in Doha on Tuesday, police said.',
      ['Two sailors died in Doha, according to police | @ Doha | 2017-09-12 | says police'],
    ],
    [
      'According to the ministry, a bomb exploded in Doha.',
      ['A bomb exploded in Doha, according to the ministry | @ Doha | says the ministry'],
    ],
  ])('names its speaker: %j', (text, expected) =>
    expect(digest(text, { places, persons })).toEqual(expected),
  );
});

describe('status', () => {
  const options = { places: ['Doha', 'Evora'], persons: ['Lena Brandt'] };
  it.each([
    ['Lena Brandt is scheduled to travel to Doha.', 'Brandt to travel to Doha | @ Doha | planned'],
    ['Lena Brandt will fly to Doha on Monday.', 'Brandt to fly to Doha | @ Doha | 2017-09-18 | planned'],
    ['Lena Brandt was to have flown to Doha.', 'Brandt to fly to Doha | @ Doha | cancelled'],
    ['Lena Brandt had flown to Doha.', 'Brandt flew to Doha | @ Doha'],
    ['The summit in Doha was called off.', 'Summit in Doha | @ Doha | cancelled'],
    ['A summit will be held in Doha on Friday.', 'Summit in Doha | @ Doha | 2017-09-15 | planned'],
    ['Three people were killed in Doha on Sunday.', 'Three people were killed in Doha | @ Doha | 2017-09-10'],
  ])('%j', (text, expected) => expect(digest(text, options)).toEqual([expected]));
});

describe('one happening told twice', () => {
  it('is one event, with the other tellings in `also`', () => {
    const { events, text } = tell(
      'Lena Brandt met Samir Haddad in Doha on Monday. The meeting was short. After the talks, Brandt flew to Evora.',
      {
        places: ['Doha', 'Evora'],
        persons: ['Lena Brandt', 'Samir Haddad'],
      },
    );
    expect(events.map(({ id, bound }) => [id, bound])).toEqual([
      ['meeting-doha', null],
      ['flew-evora', { relation: 'after', event: 'meeting-doha' }],
    ]);
    expect(events[0]!.also.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The meeting',
      'the talks',
    ]);
    expect(events[1]!.earliest).toBe('2017-09-11');
  });

  it('leaves two attacks on two days two', () => {
    expect(
      digest('A bomb exploded in Doha on Monday. A bomb exploded in Doha on Tuesday.', { places: ['Doha'] }),
    ).toHaveLength(2);
  });

  it('keeps each event’s words to itself', () => {
    const { events } = tell(
      'Lena Brandt left Doha on Monday and arrived in Evora on Tuesday for a two-day visit.',
      { places: ['Doha', 'Evora'], persons: ['Lena Brandt'] },
    );
    const spans = events.map(({ start, end }) => [start, end] as const);
    for (const [index, [start]] of spans.entries())
      if (index > 0) expect(start).toBeGreaterThanOrEqual(spans[index - 1]![1]);
    expect(events.map(({ edtf, basis, placeBasis }) => [edtf, basis, placeBasis])).toEqual([
      ['2017-09-11', 'resolved', 'stated'],
      ['2017-09-12', 'resolved', 'stated'],
      ['2017-09-12/2017-09-13', 'inferred', 'inferred'],
    ]);
  });
});

describe('order without a date', () => {
  it('bounds an event and gives it no day', () => {
    const { events } = tell(
      'Before the meeting, the palace released a statement. Lena Brandt met Samir Haddad in Doha on Monday.',
      {
        places: ['Doha'],
        persons: ['Lena Brandt', 'Samir Haddad'],
      },
    );
    expect(events.find(({ id }) => id.startsWith('met') || id.startsWith('meeting'))?.edtf).toBe(
      '2017-09-11',
    );
    for (const event of events) if (event.edtf === null) expect(event.basis).toBe('not-stated');
  });
});

describe('a happening of long ago', () => {
  it.each([
    [
      'is not the news of the same sort',
      'An earthquake struck Evora. In 1957 an earthquake struck Evora.',
      null,
      '1957',
    ],
    [
      'is told again by its person',
      'The murder of Lena Brandt in Evora shook many. Brandt was murdered in 1987.',
      '1987',
    ],
  ])('%s', (_, text, ...dates) => {
    expect(tell(text).events.map(({ edtf }) => edtf)).toEqual(dates);
  });
});
