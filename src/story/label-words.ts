import { isAdverb } from '../article/words.ts';
import { DETERMINER, NP_STOP } from './phrases.ts';
import { describesNoun, isContainer } from './reach.ts';
import type { Token } from './tokens.ts';

/** Longer labels don't fit a timeline. */
export const LONGEST = 84;

/** Words that mean nothing when read alone. */
export const PRONOUN =
  /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves|we|us|our|i|me|my|you|your|this|that|these|those|such|there|here)$/;
const BEFORE_TIME =
  /^(?:hours|on|in|at|since|from|late|early|until|by|during|for|last|of|the|just|shortly|soon|minutes|moments|after|before)$/;

/** The words of tokens without their times; null where the first of them is a pronoun, cut before a later one. */
export function phrase(tokens: Token[], pronouns: string[] = []): string | null {
  const kept: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    // "in Dayton, Ohio": the map shows where Dayton lies.
    if (isContainer(tokens, index) || (token.kind === 'place' && isContainer(tokens, index - 1))) continue;
    // "their most recent model", "the 2014 law": a time between the words of a thing stays with it.
    if (token.kind === 'time' && !isLength(tokens, index) && !describesNoun(tokens, index)) {
      while (kept.length && kept.at(-1)!.kind === 'word' && BEFORE_TIME.test(kept.at(-1)!.lower)) kept.pop();
      continue;
    }
    // "in a laboratory revealing the animals": what a participle tells is another thing.
    const next = tokens[index + 1];
    const hangs =
      kept.length > 1 &&
      /[a-z]{3}ing$/.test(token.lower) &&
      !token.capital &&
      !token.before &&
      next &&
      !next.before &&
      DETERMINER.has(next.lower);
    if (hangs && kept.at(-1)!.kind !== 'time' && !NP_STOP.has(kept.at(-1)!.lower)) break;
    const own = pronouns.includes(token.lower) && isNounAfter(tokens[index + 1]);
    if (token.kind === 'word' && PRONOUN.test(token.lower) && !own) {
      if (!kept.length) return null;
      break;
    }
    // "arrested former President Duterte": the name comes without the title, so without its word of time.
    if (
      token.person &&
      /^(?:former|ex|late|then|current|incoming|outgoing|acting)$/.test(kept.at(-1)?.lower ?? '')
    )
      kept.pop();
    // "in Nairobi, Kenya, | and Dar es Salaam": its comma went with the container.
    const bare = token.lower === 'and' && isContainer(tokens, index - 1) ? { ...token, before: '' } : token;
    kept.push(bare);
  }
  while (kept.length && isWeakEnd(kept)) kept.pop();
  return join(kept)
    .replace(/ aged \d+$/, '')
    .replace(/ for the \w+ time$/, '');
}

/** "figures showing | that": a participle whose object was cut off. */
function isTrailing({ lower }: Token, before: Token): boolean {
  if (before.kind === 'word' && (DETERMINER.has(before.lower) || NP_STOP.has(before.lower))) return false;
  return /^(?:showing|warning|saying|making|revealing|carrying|using|arguing|asking|seeking|urging|calling|claiming|suggesting|indicating|stating|including|leaving|killing|causing|sparking|becoming|taking|giving|visiting|telling|ordering|requiring|allowing|forcing|having|regarding|concerning|involving|containing|following)$/.test(
    lower,
  );
}

/** "her home" is hers; in "found her sitting" she is somebody else. */
function isNounAfter(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.before && !NP_STOP.has(token.lower) && !/ing$/.test(token.lower);
}

/** Whether the last of the words can't end a phrase: a preposition, an adverb, "in connection", a cut participle. */
function isWeakEnd(kept: Token[]): boolean {
  const last = kept.at(-1)!;
  if (last.kind !== 'word') return false;
  const isLink =
    /^(?:front|connection|accordance|line|response|relation|reference|suspicion|charges|\d+)$/.test(
      last.lower,
    );
  if (isLink && /^(?:in|on|for)$/.test(kept.at(-2)?.lower ?? '')) return true;
  return (
    WEAK_END.test(last.lower) || isAdverb(last.lower) || (kept.length > 1 && isTrailing(last, kept.at(-2)!))
  );
}

/** What no phrase ends with. */
const WEAK_END =
  /^(?:for|in|on|at|by|with|of|to|from|a|an|the|and|or|into|as|about|against|over|late|early|near|off|out|up|than|more|under|outside|inside|behind|beside|beneath|above|below|across|his|her|its|their|between|through|during|after|before|just|only|even|due|because|all|both|each|some|many|most|several|half|every|any|no|not|who|which|that|what|how|why|whether|when|where|while|along|since|around|toward|towards|within|without|upon|among|amid|is|are|was|were|be|has|have|had|will|would)$/;

/** "three-day", "for two hours", "six years in prison"; but no "11 days before …". */
function isLength(tokens: Token[], index: number): boolean {
  if (tokens[index]!.timex?.type !== 'DURATION') return false;
  const next = tokens[index + 1];
  if (next) return !/^(?:before|after|ago|earlier|later|from|into|since)$/.test(next.lower);
  return /^(?:for|of|to|in|than|least|about|a|nearly|another)$/.test(tokens[index - 1]?.lower ?? '');
}

/** What an owner's name ends with: nothing where the word has it, an apostrophe after a plural or a time in -s. */
function owned({ kind, text }: Token): string {
  if (kind === 'word') return /['’]/.test(text) ? '' : '’';
  return kind === 'time' && /s$/.test(text) ? '’' : '’s';
}

/** Tokens as text; persons by their short names, inner marks kept. */
export function join(tokens: Token[]): string {
  let words = '';
  tokens.forEach((token, index) => {
    const written = (token.person ? token.person.short : token.text) + (token.possessive ? owned(token) : '');
    const mark =
      index === 0
        ? (/[$£€]$/.exec(token.before)?.[0] ?? '')
        : /^[,.]$/.test(token.before)
          ? `${token.before} `
          : /^%/.test(token.before)
            ? '% '
            : /^[-/&$£€]$/.test(token.before)
              ? ` ${token.before}`
              : ' ';
    words += mark + written.replace(/\s+/g, ' ');
  });
  return words.trim();
}

const PREPOSITIONS = ['in', 'at', 'on', 'with', 'for', 'near', 'from', 'to', 'over', 'between', 'against'];

/** Cuts a label that is too long before a preposition or between words. */
export function fit(label: string, most = LONGEST): string {
  if (label.length <= most) return label;
  const cut = label.slice(0, most);
  const last = (parts: string[], text = cut) => Math.max(...parts.map((part) => text.lastIndexOf(part)));
  const prepositions = PREPOSITIONS.map((word) => ` ${word} `);
  let at = last([...prepositions, ' and ', ', ']);
  // "in Chad, Guinea | and Mali": half of a list of names is not where it was.
  const lead = last(prepositions, cut.slice(0, at));
  if (
    /^(?:,| and) /.test(label.slice(at)) &&
    lead > most * 0.3 &&
    /^ \p{Ll}+ (?:\p{Lu}[\p{L}’'-]*,? ?)+$/u.test(cut.slice(lead, at))
  )
    at = lead;
  const end = at > most * 0.3 ? at : cut.lastIndexOf(' ');
  return cut
    .slice(0, end)
    .replace(/(?: (?:the|a|an|of|in|and|with|to|for|on|at|by|from|as))+$/, '')
    .replace(/ in (?:front|connection|response|line|relation)$/, '')
    .replace(/, \w+ing(?: (?:at|more|about|nearly|least|than|another|up))*$/, '')
    .replace(/[,;:]$/, '');
}
