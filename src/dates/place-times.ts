import { type Day, isoDay, parseIsoDay } from './calendar.ts';
import { directionOf } from './direction.ts';
import type { Found } from './rule.ts';
import type { Token } from './tokens.ts';

/** A tale's day is its own for as many sentences, though somebody speaks of it on another day. */
const TALE = 3;

const SPEECH =
  /^(said|says|told|announced|reported|added|confirmed|wrote|statement|reporters|briefing|conference)$/;

/** As many words part a time from the day before it that it surely goes on with: "Friday from 4 to 8 p.m." */
const NEAR = 6;

/**
 * Gives each time without a day (`T23:47`) the nearest day named in its sentence, else the day last told, else today.
 * The day that somebody spoke on is not the one told: "It struck on Thursday, they said Friday. It began at 11 p.m."
 * A time of each week keeps none; nor does one that has been where the day last told is still to come; one to come is
 * of no day that is over.
 */
export function placeTimes(found: readonly Found[], tokens: readonly Token[], today: Day): Found[] {
  let told = today;
  let toldIn = -TALE - 1;
  const placed: Found[] = [];
  found.forEach((phrase, index) => {
    const { sense } = phrase;
    const { sentence } = tokens[phrase.from]!;
    const day = dayOfPhrase(phrase);
    const tells = !isSpeech(phrase) || sentence - toldIn > TALE;
    if (day !== null && tells && !isBound(phrase)) [told, toldIn] = [day, sentence];
    if (!sense.value.startsWith('T')) return placed.push(phrase);
    const last = placed[index - 1];
    const beside = [found[index + 1], found[index + 2], last].filter(
      (other): other is Found =>
        other !== undefined && tokens[other.from]!.sentence === sentence && dayOfPhrase(other) !== null,
    );
    const near = beside.find((other) => other === last && phrase.from - other.to <= NEAR && !isSpeech(other));
    const touches = beside.find((other) => other === last && phrase.from - other.to <= 1);
    const own =
      touches ??
      nearer(near, beside[0], phrase) ??
      beside.find((other) => !isSpeech(other)) ??
      (sentence - toldIn > TALE ? beside[0] : undefined);
    // "open Tuesday to Sunday, 10am to 5pm": of many days.
    const many =
      !own &&
      last !== undefined &&
      tokens[last.from]!.sentence === sentence &&
      /^(XXXX-WXX|T)/.test(last.sense.value);
    if (many) return placed.push(phrase);
    const direction = own ? null : directionOf(tokens, phrase.from, phrase.to);
    if (told > today && direction === 'back') return placed.push(phrase);
    const on = own ? dayOfPhrase(own)! : told < today && direction === 'ahead' ? today : told;
    return placed.push({ ...phrase, sense: { ...sense, value: after(on, sense.value, phrase, last) } });
  });
  return placed;
}

/** The near one before, unless the one after touches the phrase more closely. */
const nearer = (near: Found | undefined, next: Found | undefined, phrase: Found): Found | undefined =>
  near && next && next.from >= phrase.to && next.from - phrase.to < phrase.from - near.to ? undefined : near;

/**
 * The whole value of a time on a day, told right after another: "At 6:05 p.m. he parked. The call came at 6:09." is
 * of that evening, and "It left at 11 p.m. At 1:30 a.m. it sank." of the night that follows.
 */
function after(day: Day, value: string, { tokens, from, to }: Found, last: Found | undefined): string {
  const here = isoDay(day) + value;
  const before = /^(.{10})T(\d\d):\d\d/.exec(last?.sense.value ?? '');
  const hour = Number(/^T(\d\d):/.exec(value)?.[1] ?? NaN);
  if (!before || before[1] !== here.slice(0, 10) || tokens[from]!.sentence - tokens[last!.from]!.sentence > 1)
    return here;
  // By the clock of twelve hours: "18:05" is followed by no "6:09".
  const twelve = tokens
    .slice(last!.from, last!.to)
    .some(({ kind, word }) => /^(time|number|daynum)$/.test(kind) && parseInt(word, 10) <= 12);
  const bare = tokens.slice(from, to).every(({ kind, word }) => kind === 'time' && !word.startsWith('0'));
  if (bare && twelve && hour < 12 && here < last!.sense.value && Number(before[2]) < hour + 16)
    return `${isoDay(day)}T${hour + 12}${value.slice(3)}`;
  const isNight = Number(before[2]) >= 18 && hour < 6;
  return isNight ? isoDay(day + 1) + value : here;
}

const dayOfPhrase = ({ sense }: Found): Day | null => parseIsoDay(sense.value.slice(0, 10));

/** "the quarter to March 31", "open through Oct. 3": a bound is no day on which something is told. */
const isBound = ({ tokens, from }: Found): boolean =>
  /^(to|through|until|till|since|by|ended|ending)$/.test(tokens[from - 1]?.word ?? '');

/** "said on Friday", "in a statement Friday", "told Example Radio on Friday", "on Friday said". */
function isSpeech({ tokens, from, to }: Found): boolean {
  let before = tokens[from - 1]?.kind === 'on' ? from - 2 : from - 1;
  if (SPEECH.test(tokens[before]?.word ?? '') || SPEECH.test(tokens[to]?.word ?? '')) return true;
  for (let i = 0; i < 4 && (tokens[before]?.capital || tokens[before]?.kind === 'the'); i++) before--;
  return tokens[before]?.word === 'told';
}
