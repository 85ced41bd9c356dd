import type { Gazetteer } from './gazetteer.ts';
import type { Match } from './matches.ts';
import type { Token } from './tokens.ts';

/** Dishes, drinks, breeds and goods that are called after a place, wherever they are made: "Cheddar cheese". */
const GOODS =
  /^(?:wings|pie|chowder|sauce|cheese|steak|stew|curry|biryani|pudding|mustard|sausage|sausages|pasty|pasties|taco|tacos|burger|salad|slaw|toast|dressing|vinegar|cake|tart|ham|butt|rum|whisky|whiskey|terrier|terriers|spaniel|retriever|collie|sheepdog|hound|pony|ponies|bull|bulls|duck|ducks|lace|tartan|sweater|carpet|rug|rugs|lily|lilies)$/;

/**
 * Whether a name makes a thing's: "Boston cream pie", "a Yorkshire terrier"; one word may stand between. What a state
 * has may well be there ("Virginia duck hunters").
 */
export function isGoods(
  tokens: readonly Token[],
  { last, candidates }: Match,
  gazetteer: Gazetteer,
): boolean {
  if (tokens[last]!.possessive) return false;
  if (/^hats?$/.test(tokens[last + 1]?.fold ?? '')) return true;
  if (candidates.some(({ at }) => /^(?:country|admin1)$/.test(gazetteer.feature(at)))) return false;
  for (let i = last + 1; i <= last + 2; i += 1) {
    const token = tokens[i];
    if (!token || token.capital || token.gap !== 'space') return false;
    if (GOODS.test(token.fold)) return true;
    if (!SORT.test(token.fold)) return false;
  }
  return false;
}

/** What stands between a place and its dish. */
const SORT = /^(?:cream|clam|strip|beef|pork|lamb|chicken|blue|hot|spiced|smoked|fried|wool)$/;

/** Illnesses called after places: "Zaire ebolavirus", "Rift Valley fever", "Crimean-Congo haemorrhagic fever". */
export function isIllness(tokens: readonly Token[], { last }: Match): boolean {
  const next = tokens[last + 1];
  if (next?.gap !== 'space' || tokens[last]!.possessive) return false;
  const noun = /^h(?:a|)emorrhagic$/.test(next.fold) ? tokens[last + 2] : next;
  return noun !== undefined && ILLNESS.test(noun.fold);
}

const ILLNESS = /^(?:ebolavirus|fever|encephalitis|syndrome)$/;

const VESSEL =
  /^(?:ship|warship|steamship|flagship|battleship|boat|steamboat|towboat|tugboat|lifeboat|gunboat|ferry|liner|frigate|destroyer|cruiser|corvette|submarine|carrier|minesweeper|cutter|tanker|freighter|trawler|schooner|sloop|brig|yacht|dhow|tug|barge|steamer|vessel|icebreaker|shuttle|spacecraft|airship|locomotive)$/;

/**
 * The names that the text gives to vessels: "the ferry Lisbon", "a frigate, Kolkata, fired", "her sister ship, the
 * Rotterdam". What bears such a name elsewhere in the article is the vessel too, unless a preposition of place leads it.
 */
export function vesselsOf(tokens: readonly Token[], matches: readonly Match[]): Set<string> {
  const names = new Set<string>();
  for (const { first, last, key } of matches) {
    const { gap } = tokens[first]!;
    const next = tokens[last + 1];
    let i = first - 1;
    const the = gap === 'space' && tokens[i]?.fold === 'the';
    if (the && next?.gap === 'space' && SAILS.test(next.fold)) names.add(key);
    if (the && !tokens[i]!.capital) i -= 1;
    const noun = tokens[i];
    if (noun?.fold === 'aboard' && gap === 'space') names.add(key);
    if (!noun || noun.capital || !VESSEL.test(noun.fold)) continue;
    if (gap === 'space' && tokens[i + 1]!.gap === 'space' && next?.gap !== 'hyphen') names.add(key);
    // "by ferry, Malta said": a name set off on both sides, and the vessel is one that the text has named so far.
    else if (tokens[i + 1]!.gap === 'comma' && next?.gap === 'comma' && isDetermined(tokens, i))
      names.add(key);
  }
  return names;
}

const SAILS = /^(?:sank|sinks|sailed|sails|docked|docks|anchored|capsized|foundered|berthed|listed|lifted)$/;

function isDetermined(tokens: readonly Token[], noun: number): boolean {
  for (let i = noun - 1; i >= 0 && i >= noun - 3; i -= 1)
    if (/^(?:a|an|the|her|its|their)$/.test(tokens[i]!.fold)) return true;
  return false;
}

/** "in Lisbon", while "the Lisbon" of an article that has a ferry of that name is the ferry. */
export function isPlaced(tokens: readonly Token[], { first, last }: Match): boolean {
  if (tokens[last]!.possessive) return false;
  const before = tokens[first]!.gap === 'space' ? tokens[first - 1] : undefined;
  return before !== undefined && /^(?:in|at|from|near|to|off|into|outside|leaving)$/.test(before.fold);
}

/**
 * "the Rotterdam, which sailed", "rain on the Darling": an article makes a ship, a river, a hotel or a theatre of what
 * else is a town, where no noun follows ("the Boston suburbs") and the town's own name has none ("the Bronx").
 */
export function isOtherwise(tokens: readonly Token[], match: Match, gazetteer: Gazetteer): boolean {
  const { first, last, candidates, extended } = match;
  if (extended) return false;
  const the = tokens[first]!.gap === 'space' ? tokens[first - 1] : undefined;
  if (the?.fold !== 'the' || tokens[first]!.capitals) return false;
  if (!candidates.every(({ at }) => isTownOrDistrict(gazetteer, at))) return false;
  if (!candidates.some(({ at }) => gazetteer.feature(at) !== 'admin2')) return false;
  const next = tokens[last + 1];
  if (!next || next.gap !== 'space' || tokens[last]!.possessive) return next?.gap !== 'hyphen';
  if (next.fold === 'and') return tokens[last + 2]?.fold === 'the';
  return !next.capital && NO_NOUN.test(next.fold);
}

function isTownOrDistrict(gazetteer: Gazetteer, at: number): boolean {
  return /^(?:PPL(?:|C|A\d?|H)|admin2)$/.test(gazetteer.feature(at)) && !/^The /.test(gazetteer.name(at));
}

/** What follows a name that ends: no noun that the name describes. */
const NO_NOUN =
  /^(?:but|to|in|on|at|for|from|with|by|as|is|was|were|has|had|will|would|can|could|may|might|must|did|that|which|who|when|where|while|since|after|before|until|because|if|then|not|only|again|soon|already|over|under|between|about|against|during|through|across|near|into|within|without|rose|fell|burst|sank|sailed|docked|ran|flooded|flows|reached)$/;
