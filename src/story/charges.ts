import { NP_STOP } from './phrases.ts';
import type { Token } from './tokens.ts';

const PARTICLE = /^(?:with|of|for|over|on)$/;
const WITH = /^(?:charged|indicted)$/;
const OF =
  /^(?:guilty|convicted|acquitted|accused|suspected|cleared|suspicion|charges?|counts?|exonerated|innocent)$/;
const FOR =
  /^(?:jailed|sentenced|indicted|charged|convicted|arrested|wanted|tried|prosecuted|imprisoned|detained|trial|years|months|life)$/;

/**
 * "charged with murder", "found guilty of two killings", "jailed for the attack on": whether the noun at `at` is what
 * somebody is tried for, and so no happening that the sentence tells.
 */
export function isCharge(tokens: Token[], at: number): boolean {
  let index = at;
  while (index > 1 && at - index < 5 && !tokens[index]!.before && !PARTICLE.test(tokens[index - 1]!.lower)) {
    if (NP_STOP.has(tokens[index - 1]!.lower)) return false;
    index -= 1;
  }
  const particle = tokens[index - 1];
  let back = index - 2;
  // "jailed on Monday for the attack"
  while (back > 1 && (tokens[back]!.kind === 'time' || /^(?:on|in)$/.test(tokens[back]!.lower))) back -= 1;
  const verb = tokens[back];
  if (!verb || tokens[index]!.before || particle!.before) return false;
  if (particle!.lower === 'with') return WITH.test(verb.lower);
  if (particle!.lower === 'of') return OF.test(verb.lower);
  return /^(?:for|over|on)$/.test(particle!.lower) && FOR.test(verb.lower);
}
