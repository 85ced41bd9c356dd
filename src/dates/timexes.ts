import type { Article } from '../article/article.ts';
import { type Day, dayOf, mondayOf, parseIsoDay } from './calendar.ts';
import { directionOf } from './direction.ts';
import { edtfOfValue } from './edtf-value.ts';
import { historyAt, type Tale, tellOn } from './history.ts';
import { mergeValues, modelDays } from './models.ts';
import { codeOf, END, type Found, type Moment, type Phrase, type Rule, type Sense } from './rule.ts';
import { AMOUNT_RULES } from './rules-amounts.ts';
import { DAY_RULES } from './rules-days.ts';
import { DISTANCE_RULES } from './rules-distance.ts';
import { PERIOD_RULES } from './rules-periods.ts';
import { QUARTER_RULES } from './rules-quarters.ts';
import { CLOCK_RULES } from './rules-clock.ts';
import { placeTimes } from './place-times.ts';
import { RELATIVE_RULES } from './rules-relative.ts';
import { WITHIN_RULES } from './rules-within.ts';
import { VAGUE_RULES } from './rules-vague.ts';
import { WEEKDAY_RULES } from './rules-weekdays.ts';
import type { Timex } from './timex.ts';
import { goesOnAhead } from './told.ts';
import { type Token, tokenize } from './tokens.ts';

const RULES: Rule[] = [
  ...DAY_RULES,
  ...PERIOD_RULES,
  ...QUARTER_RULES,
  ...WEEKDAY_RULES,
  ...RELATIVE_RULES,
  ...DISTANCE_RULES,
  ...WITHIN_RULES,
  ...CLOCK_RULES,
  ...AMOUNT_RULES,
  ...VAGUE_RULES,
];

const BY_PAIR = new Map<string, Rule[]>();

/** The rules that can begin with a kind of word before another kind, in order. */
function rulesFor(first: string, second: string): readonly Rule[] {
  const key = first + second;
  const known = BY_PAIR.get(key);
  if (known) return known;
  const fits = (after: string | undefined) => after !== undefined && (after.includes(second) || after.includes(END)); // prettier-ignore
  const rules = RULES.filter(({ begins }) => fits(begins.get(first)));
  BY_PAIR.set(key, rules);
  return rules;
}

/**
 * Finds an article's time phrases and their values, in text order, never overlapping; of several rules the one that
 * takes the most words wins. `published` is the EDTF of the day that relative dates count from, perhaps without its
 * year (`XXXX-08-13`): then values go as far as all years agree. With null only what stands in the words has a value.
 * Time is linear in the text's length.
 */
export function findTimexes(article: Article, published: string | null): Timex[] {
  const tokens = tokenize(article);
  const codes = tokens.map(({ kind }) => codeOf(kind)).join('');
  const days = modelDays(article, tokens, published);
  const [first = [], ...others] = days.map((day) => readAll(tokens, codes, day));
  const senses = others.map((found) => new Map(found.map(({ from, sense }) => [from, sense])));
  return first.map(({ from, to, sense }) => {
    const start = tokens[from]!.start;
    const end = tokens[to - 1]!.end;
    const value = mergeValues([sense.value, ...senses.map((list) => list.get(from)?.value ?? '')]);
    const uncertain = sense.resolved && published !== null && published.includes('?');
    // Where the year of writing is known, an open year is one that the tale leaves open, and no candidate for it.
    const isOpen = value.startsWith('XXXX') && published !== null && !published.includes('X');
    // Of an article of May "on Thursday" may be in April.
    const isLoose = sense.resolved && value.includes('X') && published !== null && !DAY.test(published);
    const isDate = (sense.type === 'DATE' || sense.type === 'TIME') && !isOpen && !isLoose;
    const edtf = isDate ? edtfOfValue(value, uncertain) : null;
    const basis = !sense.resolved ? 'stated' : uncertain ? 'inferred' : 'resolved';
    return { start, end, text: article.text.slice(start, end), type: sense.type, value, edtf, basis };
  });
}

/** A day, though perhaps of an unknown year. */
const DAY = /^(?:\d{4}|XXXX)\??-\d\d-\d\d$/;

/** Reads the text as written on `today`. */
function readAll(tokens: readonly Token[], codes: string, today: Day): Found[] {
  const found: Found[] = [];
  const now: Moment = {
    today,
    focus: today,
    told: null,
    toldIn: -1,
    dayTold: null,
    partTold: null,
    direction: null,
    history: null,
  };
  let tale: Tale | null = null;
  for (let at = 0; at < tokens.length;) {
    now.history = historyAt(tale, tokens, at, now.toldIn, today);
    const next = readAt(tokens, codes, at, now);
    if (next) {
      found.push(next);
      follow(next, now);
      tale = tellOn(tale, next, today);
    }
    at = next ? next.to : at + 1;
  }
  return placeTimes(found, tokens, today);
}

function readAt(tokens: readonly Token[], codes: string, from: number, now: Moment): Found | null {
  const rules = rulesFor(codes[from]!, codes[from + 1] ?? END);
  if (rules.length === 0) return null;
  const matches: { to: number; rule: Rule }[] = [];
  for (const rule of rules) {
    rule.pattern.lastIndex = from;
    if (rule.pattern.test(codes)) matches.push({ to: rule.pattern.lastIndex, rule });
  }
  if (matches.length === 0) return null;
  matches.sort((a, b) => b.to - a.to);
  const { to: longest } = matches[0]!;
  let direction: Moment['direction'] | undefined; // few rules ask for it
  const moment: Moment = {
    ...now,
    get direction() {
      if (direction === undefined)
        direction = directionOf(tokens, from, longest) ?? (goesOnAhead(tokens, from, now) ? 'ahead' : null);
      return direction;
    },
  };
  for (const { to, rule } of matches) {
    const phrase = { tokens, from, to: withoutTail(tokens, from, to) };
    const sense = rule.read(phrase, moment);
    if (sense && isOfOtherYear(phrase, sense)) return null;
    if (sense) return { ...withHedge(phrase, sense), sense };
  }
  return null;
}

/** "29 February | 2023", "15 March | 44 BC": a day of a year that has none such, or is none of ours, is of no other. */
function isOfOtherYear({ tokens, to }: Phrase, { type, value }: Sense): boolean {
  if (type !== 'DATE' || !/^\d{4}-\d\d(?:-\d\d)?$/.test(value) || tokens[to - 1]?.kind === 'year')
    return false;
  const at = tokens[to]?.kind === 'comma' ? to + 1 : to;
  const [year, era] = [tokens[at], tokens[at + 1]];
  if (year?.sentence !== tokens[to - 1]!.sentence) return false;
  const isNumbered = /^\d{1,4}$/.test(year.word);
  return (
    (year.kind === 'year' && value.length > 7) || (isNumbered && /^(bc|bce|ad|ce)$/.test(era?.word ?? ''))
  );
}

/** "nearly five months", "at least 72 hours": what hedges an amount belongs to its phrase, as in TimeML. */
function withHedge({ tokens, from, to }: Phrase, sense: Sense): Phrase {
  const counted =
    /^(number|daynum|a|half)$/.test(tokens[from]!.kind) && sense.type !== 'SET' && sense.type !== 'TIME';
  const plain = sense.type === 'DURATION' || /^(ago|earlier|later)$/.test(tokens[to - 1]!.kind);
  if (!counted || !plain) return { tokens, from, to };
  const [two, one] = [tokens[from - 2]?.word, tokens[from - 1]?.word];
  if (/^(about|almost|nearly|roughly|approximately|over)$/.test(one ?? ''))
    return { tokens, from: from - 1, to };
  const pair = `${two} ${one}`;
  return { tokens, from: /^(more than|less than|at least|at most|up to)$/.test(pair) ? from - 2 : from, to };
}

/** A phrase ends with a word of its own: "noon on" is "noon". */
function withoutTail(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && /^(on|of|in|comma|hyphen)$/.test(tokens[end - 1]!.kind)) end--;
  return end;
}

/** What is told next may be told from here: "the same day", "two weeks later". */
function follow({ sense, tokens, from }: Found, now: Moment): void {
  if (sense.type !== 'DATE' && sense.type !== 'TIME') return;
  // "the worst since 1927" tells of no other year than its own.
  if (tokens[from - 1]?.word === 'since' && /^\d{4}$/.test(sense.value)) return;
  const day = firstDay(sense.value);
  if (day === null) return;
  now.focus = day;
  now.told = sense.value;
  now.toldIn = tokens[from]!.sentence;
  if (/^\d{4}-\d\d-\d\d/.test(sense.value)) now.dayTold = { day, sentence: now.toldIn };
  if (/^\d{4}-(?:Q\d|H\d|\d\d)$/.test(sense.value))
    now.partTold = { value: sense.value, sentence: now.toldIn };
}

/** First day of a TIMEX3 date value, null where it is none. */
function firstDay(value: string): Day | null {
  const whole = parseIsoDay(value.slice(0, 10));
  if (whole !== null) return whole;
  const match = /^(\d{4})(?:-(?:(\d\d)|W(\d\d)|Q(\d)|H(\d)))?/.exec(value);
  if (!match) return null;
  const [year, month, week, quarter, half] = match.slice(1).map(Number);
  if (week) return mondayOf(year!, week);
  return dayOf(year!, month || (quarter ? quarter * 3 - 2 : half ? half * 6 - 5 : 1), 1);
}
