import { type Day, isoDay, parseIsoDay } from './calendar.ts';
import { directionOf } from './direction.ts';
import type { Found } from './rule.ts';
import type { Token } from './tokens.ts';

/** A tale's day is its own for as many sentences, though somebody speaks of it on another day. */
const TALE = 3;

const SPEECH =
  /^(said|says|told|announced|reported|added|confirmed|wrote|statement|reporters|briefing|conference)$/;

/**
 * Gives each time without a day (`T23:47`) the nearest day named in its sentence, else the day last told, else today.
 * The day that somebody spoke on is not the one told: "It struck on Thursday, they said Friday. It began at 11 p.m."
 * A time that has been keeps none where the day last told is still to come.
 */
export function placeTimes(found: readonly Found[], tokens: readonly Token[], today: Day): Found[] {
  let told = today;
  let toldIn = -TALE - 1;
  return found.map((phrase, index) => {
    const { sense } = phrase;
    const { sentence } = tokens[phrase.from]!;
    const day = dayOfPhrase(phrase);
    if (day !== null && (!isSpeech(phrase) || sentence - toldIn > TALE)) [told, toldIn] = [day, sentence];
    if (!sense.value.startsWith('T')) return phrase;
    const beside = [found[index + 1], found[index + 2], found[index - 1]].filter(
      (other) => other && tokens[other.from]!.sentence === sentence && dayOfPhrase(other) !== null,
    ) as Found[];
    const own =
      beside.find((other) => !isSpeech(other)) ?? (sentence - toldIn > TALE ? beside[0] : undefined);
    const isPast = !own && told > today && directionOf(tokens, phrase.from, phrase.to) === 'back';
    if (isPast) return phrase;
    const on = own ? own.sense.value.slice(0, 10) : isoDay(told);
    return { ...phrase, sense: { ...sense, value: on + sense.value } };
  });
}

const dayOfPhrase = ({ sense }: Found): Day | null => parseIsoDay(sense.value.slice(0, 10));

/** "said on Friday", "in a statement Friday", "on Friday said". */
function isSpeech({ tokens, from, to }: Found): boolean {
  const before = tokens[from - 1]?.kind === 'on' ? from - 2 : from - 1;
  return SPEECH.test(tokens[before]?.word ?? '') || SPEECH.test(tokens[to]?.word ?? '');
}
