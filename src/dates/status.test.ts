import { describe, expect, it } from 'vitest';
import { statusOf, statusOn } from './status.ts';

/** The status of the word between brackets. */
function read(marked: string) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const { status, negated, conditional, cue } = statusOf(
    text,
    { start: 0, end: text.length },
    { start, end },
  );
  return { status, negated, conditional, cue: cue && text.slice(cue.start, cue.end) };
}

describe('statusOf', () => {
  it.each([
    'The king [arrived] in Oslo on Monday.',
    'The king has [arrived] in Oslo.',
    'The bridge was [destroyed].',
    'The [killing] of the mayor shook the town.',
    'They began to [shell] the town.',
    'The strike forced them to [leave].',
    'Shares fell two points to [close] at 40.',
    'He spoke after the [killing] of the mayor.',
    'She was the first woman to [lead] the party.',
    'The firm will be fined for the [spill].',
    'He will thank them for the [rescue].',
    'The road is closed due to [flooding].',
  ])('happened: %s', (marked) => expect(read(marked)).toMatchObject({ status: 'happened', negated: false }));

  it.each([
    ['The king will [visit] Oslo.', 'will'],
    ['The king is scheduled to [travel] to Oslo.', 'scheduled to'],
    ['He plans to [visit] Oslo.', 'plans to'],
    ['The king is to [visit] Oslo.', 'is to'],
    ['The bridge is expected to be [opened].', 'expected to'],
    ['The [summit] will begin on Friday.', 'will'],
    ['The [deliveries] are scheduled for May.', 'are scheduled'],
    ['A [hearing] has been scheduled.', 'has been scheduled'],
    ['He will take off and [land] in Oslo.', 'will'],
    ['They called for a [ceasefire].', 'called'],
    ['The upcoming [election] divides them.', 'upcoming'],
    ['They will fund an extended [search].', 'will'],
    ['The plant would stop [selling] it.', 'would'],
    ['He may not [come].', 'may'],
  ])('planned: %s', (marked, cue) => expect(read(marked)).toMatchObject({ status: 'planned', cue }));

  it.each([
    ['The troops are [shelling] the town.', 'ongoing'],
    ['The king was [shelling] peas.', 'happened'],
    ['His [visit] was called off.', 'cancelled'],
    ['The [talks], scheduled for Thursday, were cancelled.', 'cancelled'],
    ['He called off the [visit] to Oslo.', 'cancelled'],
    ['The king scrapped plans to [visit] Oslo.', 'cancelled'],
    ['He was to have [met] the king.', 'cancelled'],
    ['The flight was cancelled after he [arrived].', 'happened'],
  ])('%s is %s', (marked, status) => expect(read(marked).status).toBe(status));

  it.each([
    'He did not [arrive].',
    'He didn’t [arrive].',
    'He failed to [reach] Oslo.',
    'They refused to [leave].',
    'He left without [meeting] the king.',
    'He never [visited] Oslo.',
  ])('is denied: %s', (marked) => expect(read(marked).negated).toBe(true));

  it('tells what is only supposed', () => {
    expect(read('If they [agree], the war ends.')).toMatchObject({ status: 'planned', conditional: true });
    expect(read('He would have [met] the king.')).toMatchObject({ conditional: true });
  });

  it('takes a clause without the word, or an empty one, as told', () => {
    expect(statusOf('', { start: 0, end: 0 }, { start: 0, end: 0 }).status).toBe('happened');
    expect(statusOf('He left.', { start: 0, end: 2 }, { start: 3, end: 7 }).status).toBe('happened');
  });
});

describe('statusOn', () => {
  it.each([
    ['happened', '2024-08-20', '2024-08-13', 'planned'],
    ['happened', '2024-08-13', '2024-08-13', 'happened'],
    ['happened', '2024-08', '2024-08-13', 'happened'],
    ['happened', 'XXXX-08-20', 'XXXX-08-13', 'planned'],
    ['happened', 'XXXX-08-12', 'XXXX-08-13', 'happened'],
    ['happened', null, '2024-08-13', 'happened'],
    ['happened', '2024-08-20', null, 'happened'],
    ['cancelled', '2024-08-20', '2024-08-13', 'cancelled'],
  ] as const)('%s on %s, written %s, is %s', (status, date, published, expected) =>
    expect(statusOn(status, date, published)).toBe(expected),
  );
});
