import type { Context } from './context.ts';
import type { Match } from './matches.ts';
import type { Token } from './tokens.ts';

/**
 * Whether a name stands for the team of a place: "Leeds beat Hull 2-0", "Liverpool have agreed a fee with Milan", "a
 * former Lille defender", "a friendly against Brazil".
 */
export function isTeam(context: Context, match: Match): boolean {
  const { tokens } = context;
  return (
    playsMatch(context, match) ||
    isPluralSubject(tokens, match) ||
    hasPlayer(tokens, match) ||
    isOpponent(context, match)
  );
}

/**
 * "Leeds beat Hull 2-0", "a 35-21 win over Decatur": a verb of games beside the name and a score in reach, or an article
 * about a game ("Lowell swept Bangor"). Where it was played, a preposition of place tells: "won at Bangor".
 */
function playsMatch({ tokens, article, small }: Context, match: Match): boolean {
  const [before, verb, next] = [tokens[match.first - 1], tokens[match.first - 2], tokens[match.last + 1]];
  const led = before !== undefined && /^(?:in|at|near|from|of)$/.test(before.fold);
  const acts = next?.gap === 'space' && !next.capital && !led && !tokens[match.last]!.possessive;
  const beside = tokens[match.first]!.gap === 'space' && before !== undefined && !before.capital;
  if (
    isOfGames(small) &&
    ((acts && PLAYS.test(next.fold)) ||
      (beside &&
        (BEATS.test(before.fold) ||
          (BEATS.test(verb?.fold ?? '') && /^(?:to|over|against)$/.test(before.fold)))))
  )
    return true;
  const played =
    PLAYED.has(next?.fold ?? '') ||
    (before !== undefined && (PLAYED.has(before.fold) || (!led && PLAYED.has(verb?.fold ?? ''))));
  if (!played) return false;
  const near = tokens.slice(Math.max(0, match.first - 12), match.last + 13);
  return near.some((token, i) => {
    const next = near[i + 1];
    return (
      next?.gap === 'hyphen' &&
      /^\d{1,3}$/.test(token.fold) &&
      /^\d{1,3}$/.test(next.fold) &&
      article.text[token.end] !== '.'
    );
  });
}

/** Whether an article's small words tell that it is about games: two that news of nothing else has. */
function isOfGames(small: ReadonlySet<string>): boolean {
  let found = 0;
  for (const word of GAMES) if (small.has(word) && (found += 1) === 2) return true;
  return false;
}

const GAMES =
  'coach kills trophy scored teammate teammates preseason postseason touchdown touchdowns quarterback linebacker midfielder striker goalkeeper semifinal semifinals quarterfinal quarterfinals playoff playoffs innings wickets overtime halftime sectional friendlies fixture unbeaten playmaker batsman shortstop volleyball softball setter rebounds goalless scoreless hat-trick kickoff championship tournament'.split(' '); // prettier-ignore
/** What a side does, and to whom. */
const PLAYS =
  /^(?:beat|beats|defeated|edged|topped|routed|thrashed|hammered|downed|swept|crushed|blanked|outlasted|drew|lost|won|fell|advanced|trailed|led|play|plays|hosts|visits|hasn)$/;
const BEATS =
  /^(?:beat|beats|beating|defeated|defeating|edged|topped|routed|thrashed|hammered|downed|swept|crushed|blanked|outlasted|eliminated|fell|lost|loss|losing|win|victory|play|plays|face|faces|facing)$/;

const PLAYED = new Set(
  'beat beats beating defeated defeats edged edges topped tops routed thrashed hammered downed lost win wins won victory loss draw drew host hosts hosted visit visits'.split(' '), // prettier-ignore
);

/** "Liverpool have agreed": one name that begins a clause and has a plural verb is its people's, in British English. */
function isPluralSubject(tokens: readonly Token[], { first, last }: Match): boolean {
  const verb = tokens[last + 1];
  if (verb?.gap !== 'space' || !/^(?:have|are|were)$/.test(verb.fold) || tokens[last]!.possessive)
    return false;
  if (tokens[last]!.fold.endsWith('s') && first !== last) return false;
  const before = tokens[first - 1];
  if (tokens[first]!.initial || !before) return true;
  return tokens[first]!.gap === 'space' && !before.capital && CLAUSE.test(before.fold);
}

/** Words that a clause begins with. */
const CLAUSE =
  /^(?:that|but|while|as|when|because|if|though|although|since|before|after|until|whether|whereas)$/;

/** "a former Lille defender", "the Leeds goalkeeper": who plays for the team, not who lives there. */
function hasPlayer(tokens: readonly Token[], { last }: Match): boolean {
  if (tokens[last]!.possessive) return false;
  const next = tokens[last + 1];
  if (next?.gap !== 'space' || next.capital) return false;
  if (next.gap === 'space' && PLAYER.test(next.fold)) return true;
  // "the Lyon left-back", "the Leinster fly-half".
  const half = tokens[last + 2];
  return half?.gap === 'hyphen' && /^(?:back|half|keeper)$/.test(half.fold);
}

const PLAYER =
  /^(?:defender|defenders|midfielder|midfielders|striker|strikers|goalkeeper|goalkeepers|winger|wingers|fullback|quarterback|linebacker|cornerback|shortstop|pitcher|batsman|batter|bowler|skipper|playmaker|coach|fans)$/;

/** "a friendly against Brazil", "lost the final on penalties to Madagascar", "was won by Senegal after a shootout". */
function isOpponent({ tokens }: Context, { first, last }: Match): boolean {
  const before = tokens[first]!.gap === 'space' ? tokens[first - 1] : undefined;
  if (!before || before.capital) return false;
  const played = PLAYED_WITH[before.fold];
  if (!played) return false;
  for (let i = first - 2; i >= 0 && i >= first - 1 - MOST_BETWEEN; i -= 1) {
    const { fold, gap } = tokens[i]!;
    if (AGAINST.test(before.fold) && i >= first - 3 && GAME.test(fold)) return true;
    if (played.test(fold)) return isSport(tokens, i, last);
    if (BREAK.test(fold) || gap === 'break' || tokens[i + 1]!.gap === 'comma') return false;
  }
  return false;
}

/** Whether the sentence around two tokens speaks of a game. */
function isSport(tokens: readonly Token[], from: number, to: number): boolean {
  const is = (i: number): boolean => SPORT.test(tokens[i]?.fold ?? '');
  for (let i = from; i <= to; i += 1) if (is(i)) return true;
  for (let i = from; i > from - MOST_BETWEEN && tokens[i] && !tokens[i]!.initial; i -= 1)
    if (is(i - 1)) return true;
  for (let i = to + 1; i < to + MOST_BETWEEN && tokens[i] && !tokens[i]!.initial; i += 1)
    if (is(i)) return true;
  return false;
}

/** So many words at most lie between what was played and against whom, or what tells that it was a game. */
const MOST_BETWEEN = 10;
/** What joins an opponent to a preposition: "lost … to", "won by", "signed … from". */
const PLAYED_WITH: Record<string, RegExp | undefined> = {
  to: /^(?:lost|lose|loses|losing|loss|defeat|succumbed)$/,
  by: /^(?:won|beaten|defeated|eliminated|knocked)$/,
  with: /^(?:fee|drew|draw|drawn)$/,
  from: /^(?:signed|signing|loan|transfer)$/,
  over: /^(?:win|victory|won|triumph)$/,
  against: /^(?:win|victory|defeat|draw|drew|lost|won|played|play)$/,
};
const AGAINST = /^(?:against|with)$/;
const GAME = /^(?:friendly|friendlies|match|fixture|qualifier|derby|semifinal)$/;
const BREAK = /^(?:and|but|then|who|which|that|moved|flew|went|travelled|traveled|returned)$/;
const SPORT =
  /^(?:cup|final|semifinal|penalties|shootout|tournament|qualifier|league|goal|goals|striker|midfielder|defender|goalkeeper|championship|playoff|playoffs|friendly|trophy|innings|wickets|transfer|fee|match)$/;
