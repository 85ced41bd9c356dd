import { civil } from './calendar.ts';
import { periodValue } from './periods.ts';
import { date, type Moment, type Phrase, type Rule, rule, type Sense } from './rule.ts';
import type { Token } from './tokens.ts';

const present = (): Sense => date('PRESENT_REF');
const past = (): Sense => date('PAST_REF');
const future = (): Sense => date('FUTURE_REF');

/** "now" is a time, but not in "now that" and "by now known". */
function now({ tokens, to }: Phrase): Sense | null {
  return tokens[to]?.word === 'that' ? null : present();
}

/** "recently", but not "as recently as Monday", which is that day. */
function recently({ tokens, from, to }: Phrase): Sense | null {
  return tokens[from - 1]?.word === 'as' && tokens[to]?.word === 'as' ? null : past();
}

/** "the past" as a noun: not "the past chairman", "the past three days". */
function thePast({ tokens, to }: Phrase): Sense | null {
  const next = tokens[to];
  return next && /^[\p{L}\d]/u.test(next.word) && !/^(and|or|but|for|by|as|he|she|it|they|we|to|with|when|that|is|was|were|are|had|has|have|would|will|of)$/.test(next.word) ? null : past(); // prettier-ignore
}

/** "the future", but not "the future of the mill", which is its fate. */
function theFuture({ tokens, to }: Phrase): Sense | null {
  const next = tokens[to];
  return next && /^\p{L}/u.test(next.word) && !/^(and|or|but|as|he|she|it|they|we|to|when|that|is|was|will|would)$/.test(next.word) ? null : future(); // prettier-ignore
}

/** "the current crisis": the adjective alone is the timex. */
function current({ tokens, from, to }: Phrase): Sense | null {
  const joined = tokens[from - 1]?.kind === 'hyphen' || tokens[to]?.kind === 'hyphen'; // "high-current"
  return joined || tokens[to]?.kind === 'unit' || tokens[to]?.kind === 'fiscal' ? null : present();
}

/** "these days" are the present, "those years" are past; a number makes an amount of them. */
function theseDays({ tokens, from }: Phrase): Sense | null {
  const { word } = tokens[from]!;
  return word === 'these' ? present() : word === 'those' ? past() : null;
}

/** "that time", "the same time": the one told of. */
function thatTime({ tokens, from, to }: Phrase, { told, focus }: Moment): Sense | null {
  // "They say that time is short": no time told of.
  const isVerb = /^(is|was|will|has|had|would|may|can|ran|runs)$/.test(tokens[to]?.word ?? '');
  const led = /^(at|by|from|since|until|till|before|after|around|about|during|of|to)$/.test(tokens[from - 1]?.word ?? ''); // prettier-ignore
  if (told === null || (isVerb && !led)) return null;
  const day = /^\d{4}-\d\d-\d\d/.test(told);
  return date(day ? periodValue('D', focus) : /^\d{4}-\d\d/.test(told) ? periodValue('M', focus) : String(civil(focus).year)); // prettier-ignore
}

/** "At the moment it is …", but "at the moment it fell". */
const isNow = (token: Token | undefined): boolean => /^(is|are|has|have)$/.test(token?.word ?? '');

/** "at the moment", "for the moment", but not "at the moment of impact". */
function atTheMoment({ tokens, from, to }: Phrase): Sense | null {
  const [before, next] = [tokens[from - 1]?.word ?? '', tokens[to]?.word ?? ''];
  return /^(at|for)$/.test(before) &&
    (!/^(of|when|that|he|she|it|they|the|in|his|her)$/.test(next) || isNow(tokens[to + 1]))
    ? present()
    : null;
}

/** "from the 1400s to the present". */
const thePresent = ({ tokens, from, to }: Phrase): Sense | null =>
  tokens[to - 1]!.word === 'present' && /^(to|until|till|through|and)$/.test(tokens[from - 1]?.word ?? '') && !/^\p{L}/u.test(tokens[to]?.word ?? '') // prettier-ignore
    ? present()
    : null;

/** "at present". */
function atPresent({ tokens, to }: Phrase): Sense | null {
  return tokens[to - 1]!.word === 'present' ? present() : null;
}

/** "at this time", "for the time being". */
function atThisTime({ tokens, from, to }: Phrase): Sense | null {
  const [before, next] = [tokens[from - 1]?.word ?? '', tokens[to]?.word ?? ''];
  if (tokens[from]!.kind === 'this') return before === 'at' && next !== 'of' ? present() : null;
  return next === 'being' ? present() : null;
}

/** Phrases that name no date: the scorer counts them, the timeline leaves them out. */
export const VAGUE_RULES: Rule[] = [
  rule('now', now),
  rule('present', present),
  rule('current', current),
  rule('recent', recently),
  rule('the past', thePast),
  rule('the|a near future', future),
  rule('the future', theFuture),
  rule('the long|near hyphen? term', future),
  rule('that moment', thatTime),
  rule('the|this instant', atTheMoment),
  rule('the instant', thePresent),
  rule('at instant', atPresent),
  rule('the|this moment', atThisTime),
  rule('this|that units', theseDays),
];
