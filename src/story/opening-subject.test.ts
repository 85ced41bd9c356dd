import { describe, expect, it } from 'vitest';
import { tell } from './invented.ts';

const labels = (text: string) =>
  tell(text, { places: ['Doha', 'Evora', 'Suva'], persons: ['Lena Brandt', 'Omar Nazari'] }).events.map(
    ({ label }) => label,
  );

describe('a subject far from its verb', () => {
  it.each([
    [
      'behind a clause of its own',
      'A man who stabbed a guard and fled into an alley has been found guilty of murder.',
      ['A man was found guilty of murder'],
    ],
    [
      'behind a clause without "whom"',
      'A man who robbed a woman he knew was jailed for 10 years.',
      ['A man was jailed for 10 years'],
    ],
    [
      'behind dashes',
      'Lena Brandt -- who rose from the streets of Evora to lead the port -- died in Suva on Monday.',
      ['Brandt died in Suva'],
    ],
    [
      'behind brackets',
      'The Ports Agency (PAX) of the coast, a small body, was abolished on Monday.',
      ['Ports Agency was abolished'],
    ],
    [
      'in quotation marks',
      'A “white powder” has been discovered at a court in Doha.',
      ['A white powder was discovered at a court in Doha'],
    ],
    [
      'behind a participle',
      'An outbreak linked to eggs sold in Suva has killed four people.',
      ['An outbreak linked to eggs sold in Suva killed four people'],
    ],
  ])('is found %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    ['what is said has its own', 'Officials say a bridge in Doha was closed on Monday.'],
    ['what opens with another verb', 'The port kept open a road that was closed in Doha.'],
    ['one of two', 'A guard with a dog and two men who ran were jailed for 10 years.'],
    ['a plan alone', 'The plan to widen the road was scrapped on Monday.'],
  ])('is not taken where %s', (_, text) => {
    for (const label of labels(text)) expect(label).not.toMatch(/^(?:Officials|Port|A guard was|Plan was)/);
  });
});

describe('what somebody is tried for', () => {
  it.each([
    [
      'Lena Brandt was charged with the killing of a guard in Evora in 2009.',
      [['Brandt was charged with the killing of a guard in Evora', [], null]],
    ],
    [
      'Omar Nazari was jailed on Monday for an attack on a church in Suva.',
      [['Nazari was jailed for an attack on a church in Suva', [], '2017-09-11']],
    ],
    [
      'Omar Nazari was arrested in Doha on suspicion of murder.',
      [['Nazari was arrested in Doha on suspicion of murder', ['Doha'], null]],
    ],
  ])('lends no place and no year: %s', (text, expected) => {
    const { events, places } = tell(text, {
      places: ['Doha', 'Evora', 'Suva'],
      persons: ['Lena Brandt', 'Omar Nazari'],
    });
    const name = (id: string) => places.find((place) => place.id === id)!.name;
    expect(events.map(({ label, places: ids, edtf }) => [label, ids.map(name), edtf])).toEqual(expected);
  });
});

describe('two happenings of one person', () => {
  it.each([
    ['Omar Nazari was arrested in Doha. He was deported.', 2],
    ['Omar Nazari was arrested in Doha. His arrest shocked the town.', 1],
    ['Omar Nazari died in Doha on Monday. He was buried.', 2],
    ['Omar Nazari resigned in Doha on Monday. Nazari was appointed envoy on Tuesday.', 2],
  ])('stay two: %s', (text, count) => {
    expect(labels(text)).toHaveLength(count);
  });
});

describe('what an authority counts', () => {
  it.each([
    [
      'New outbreaks of cholera have been confirmed in Doha.',
      ['New outbreaks of cholera were confirmed in Doha'],
    ],
    [
      'The ministry confirmed its first three cases of cholera in Suva.',
      ['Ministry confirmed its first three cases of cholera in Suva'],
    ],
    ['The news agency reported 12 deaths in Suva.', []],
    ['The ministry confirmed the death of a boy was due to flu.', []],
    ['A fire in Evora affected over 1,200 people on Monday.', ['A fire in Evora affected over 1,200 people']],
    ['The town was affected by the strike in Evora.', ['Strike in Evora']],
    ['Four people in Suva contracted malaria.', ['Four people in Suva contracted malaria']],
    ['The economy contracted in Suva on Monday.', []],
  ])('%s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('short ways to tell news', () => {
  it.each([
    ['At least 12 people are dead in Suva.', ['At least 12 people died in Suva @ Suva']],
    ['One man is dead after a fire in Doha.', ['One man died', 'Fire in Doha @ Doha']],
    [
      'In the north of Evora there has been an outbreak of cholera.',
      ['Outbreak of cholera in Evora @ Evora'],
    ],
    ['Prices should be cut and two plants closed in Doha.', []],
    ['The port announced on Monday a new plan for Doha.', ['Port announced a new plan for Doha']],
    [
      'The club named Lena Brandt as its new head in Suva.',
      ['Club named Brandt as its new head in Suva @ Suva'],
    ],
    ['Security fears grew as a bomb exploded in Suva.', ['A bomb exploded in Suva @ Suva']],
    ['Lena Brandt was admitted to a hospital in Suva.', ['Brandt was admitted to a hospital in Suva @ Suva']],
    [
      'The Department of Health (DOH) in Doha has announced that two men died in Suva on Monday.',
      ['Two men died in Suva, according to the Department of Health (DOH) in Doha @ Suva'],
    ],
  ])('%s', (text, expected) => {
    const { events, places } = tell(text, { places: ['Doha', 'Evora', 'Suva'], persons: ['Lena Brandt'] });
    const name = (id: string) => places.find((place) => place.id === id)!.name;
    expect(events.map(({ label, places: ids }) => [label, ...ids.map(name)].join(' @ '))).toEqual(expected);
  });
});

describe('a company or an army that speaks of itself', () => {
  it.each([
    [
      'The army said that it had shot down a drone over Suva.',
      ['Army shot down a drone over Suva, by its own account'],
    ],
    [
      'Police said they had arrested two men in Doha.',
      ['Police arrested two men in Doha, by their own account'],
    ],
    ['Lena Brandt said it had killed two men in Doha.', []],
    ['Officials said it had hit a house in Doha.', []],
  ])('%s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('the toll', () => {
  it.each([
    [
      'A bomb exploded in Doha, killing 13 people and trapping others.',
      ['A bomb exploded in Doha, killing 13 people'],
    ],
    ['Shelling killed six people in Suva.', ['Shelling killed six people in Suva']],
    ['Feared shelling killed no one.', []],
    [
      'A bomb exploded outside the offices of the ministry for roads and harbours in the town of Doha, killing at least two.',
      ['A bomb exploded outside the offices of the ministry for roads and harbours'],
    ],
  ])('stands with what took it: %s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('more words of news', () => {
  it.each([
    ['A man was pronounced dead in Doha.', ['A man was pronounced dead in Doha']],
    ['Two girls went missing in Suva.', ['Two girls went missing in Suva']],
    ['Omar Nazari was taken ill in Doha on Monday.', ['Nazari was taken ill in Doha']],
    ['The ship docked in Doha.', []],
    ['Omar Nazari was identified as a student in Doha.', []],
    ['The captives - seven women and a man - were found in Suva on Monday.', ['Captives were found in Suva']],
    ['Fear spread in Doha.', []],
    ['A fire spread to a mill in Suva on Monday.', ['A fire spread to a mill in Suva']],
  ])('%s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('where and when', () => {
  it.each([
    [
      'A plane crashed into a hill in Suva on Monday.',
      'A plane crashed into a hill in Suva',
      ['Suva'],
      '2017-09-11',
    ],
    [
      'Lena Brandt was flown to a military hospital in Suva.',
      'Brandt was flown to a military hospital in Suva',
      ['Suva'],
      null,
    ],
    [
      'Omar Nazari spoke, and on Friday he is to visit Evora.',
      'Nazari to visit Evora',
      ['Evora'],
      '2017-09-15',
    ],
    ['Omar Nazari will stand trial in Doha.', 'Nazari to stand trial in Doha', ['Doha'], null],
    [
      'A painting stolen in Suva in 1987 was found in a van.',
      'A painting stolen in Suva was found in a van',
      [],
      null,
    ],
    ['Hundreds gathered outside the hall on Monday.', 'Hundreds gathered outside the hall', [], '2017-09-11'],
  ])('%s', (text, label, where, day) => {
    const { events, places } = tell(text, {
      places: ['Doha', 'Evora', 'Suva'],
      persons: ['Lena Brandt', 'Omar Nazari'],
    });
    const name = (id: string) => places.find((place) => place.id === id)!.name;
    expect(events.map((event) => [event.label, event.places.map(name), event.edtf])).toEqual([
      [label, where, day],
    ]);
  });
});

describe('never half of what is told', () => {
  it.each([
    [
      'Lena Brandt met Omar Nazari in Doha for the first time in five months.',
      ['Brandt met Nazari in Doha for the first time in five months'],
    ],
    ['The port is to send two more to Doha on Friday.', []],
    ['Omar Nazari will hold talks in Doha on Friday and attend a forum in Suva on Saturday.', 2],
    ['Envoys will discuss trade and the war in Suva.', []],
    ['Lena Brandt was to chair a meeting in Doha.', []],
  ])('%s', (text, expected) => {
    const { events } = tell(text, { places: ['Doha', 'Suva'], persons: ['Lena Brandt', 'Omar Nazari'] });
    if (typeof expected === 'number') {
      expect(events.filter(({ status }) => status === 'planned')).toHaveLength(expected);
    } else expect(events.map(({ label }) => label)).toEqual(expected);
  });

  it('takes no day from a clock alone', () => {
    const { events } = tell('A bomb exploded in Doha shortly before midnight.', { places: ['Doha'] });
    expect(events.map(({ edtf }) => edtf)).toEqual([null]);
  });
});

describe('what comes to nothing, and by whose word', () => {
  it.each([
    ['Ministers of Doha and Evora resume talks in Suva.', ['Talks in Suva'], ['Suva']],
    [
      'Ministers of Doha and Evora signed a treaty in Suva on Monday.',
      ['Ministers of Doha and Evora signed a treaty in Suva'],
      ['Suva'],
    ],
    ['A visit to Doha was postponed on Monday.', ['A visit to Doha was postponed'], []],
    ['A march set for Friday in Doha was cancelled.', ['March in Doha'], ['Doha']],
    ['The summit in Doha will not take place.', ['Summit in Doha'], ['Doha']],
    ['A fire broke out in Doha on Monday.', ['Fire broke out in Doha'], ['Doha']],
    [
      'Lena Brandt will visit Doha on Saturday, the presidency said.',
      ['Brandt to visit Doha, according to the presidency'],
      ['Doha'],
    ],
    [
      'Omar Nazari told a news conference in Suva that two men died in Doha.',
      ['News conference in Suva', 'Two men died in Doha, according to Omar Nazari'],
      ['Suva', 'Doha'],
    ],
  ])('%s', (text, expected, where) => {
    const { events, places } = tell(text, {
      places: ['Doha', 'Evora', 'Suva'],
      persons: ['Lena Brandt', 'Omar Nazari'],
    });
    const name = (id: string) => places.find((place) => place.id === id)!.name;
    expect(events.map(({ label }) => label)).toEqual(expected);
    expect(events.flatMap(({ places: ids }) => ids.map(name))).toEqual(where);
  });

  it('names nobody who only wrote the article', () => {
    const { people } = tell('By Lena Brandt, Staff Writer\n\nOmar Nazari landed in Doha on Monday.', {
      places: ['Doha'],
      persons: ['Lena Brandt', 'Omar Nazari'],
    });
    expect(people.map(({ name }) => name)).toEqual(['Omar Nazari']);
  });
});

describe('what is denied or never was', () => {
  it.each([
    'Rumours that Lena Brandt was killed in Doha on Tuesday are untrue.',
    'It is false that Lena Brandt visited Suva on Monday.',
    'It is not true that Lena Brandt arrived in Suva on Monday.',
    'The claim that Lena Brandt flew to Suva on Monday is wrong.',
    'Had the ship left Doha on Monday, it would have sunk.',
  ])('is no event: %s', (text) => {
    expect(labels(text)).toEqual([]);
  });
});

it('takes “the meeting” for one that was rather than one to come, and no later than the article', () => {
  const { events } = tell(
    'Lena Brandt met Omar Nazari in Doha on Monday. On Saturday she is to meet him in Suva. A fire destroyed a mill before the meeting.',
    { places: ['Doha', 'Evora', 'Suva'], persons: ['Lena Brandt', 'Omar Nazari'] },
  );
  expect(events.find(({ label }) => label === 'A fire destroyed a mill')).toMatchObject({
    latest: '2017-09-11',
  });
});
