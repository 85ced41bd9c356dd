import type { VerbEntry } from './event-words.ts';
import { NP_STOP } from './phrases.ts';
import type { Mood } from './mood.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';

/** Of a verb of many senses the one that tells a happening: who stops "in" a place, attends no school, lacks power. */
export function isPlain(tokens: Token[], at: number, verb: VerbEntry, subject: Subject, mood: Mood): boolean {
  const next = tokens[at + 1]?.before === '' ? tokens[at + 1]!.lower : '';
  switch (verb.base) {
    case 'stop':
    case 'stay':
    case 'transit':
      return (
        !mood.passive &&
        (subject.persons.length > 0 || subject.pronoun) &&
        (verb.particle !== null || /^(?:in|at|through)$/.test(next))
      );
    case 'attend':
      return !tokens
        .slice(at + 1, at + 9)
        .some(({ lower }) =>
          /^(?:school|schools|college|university|academy|seminary|church|classes)$/.test(lower),
        );
    case 'appear':
      return /^(?:in|before|at|on)$/.test(next);
    case 'close':
      return (
        !isMarket(tokens, at, subject) &&
        !/^(?:in|out)$/.test(tokens[at + 1]?.before === '' && tokens[at + 2]?.lower === 'on' ? next : '')
      );
    case 'find':
      // "was found guilty at least twice": no one verdict.
      return !tokens.slice(at + 2, at + 6).some(({ lower }) => /^(?:twice|times)$/.test(lower));
    case 'call':
      // "Police were called to a house", but "was called to testify", "called to mind".
      return verb.particle === null || /^(?:a|an|the|his|her|their|\d+)$/.test(tokens[at + 2]?.lower ?? '');
    case 'address':
      return tokens.slice(at + 1, at + 6).some(({ lower }) => HEARERS.test(lower));
    case 'admit':
      return /^(?:to|into)$/.test(next);
    case 'affect':
      // "The flood affected 40 towns", but "is affected by": only what strikes does.
      return subject.event >= 0 && !mood.passive;
    case 'contract':
      return !mood.passive && tokens.slice(at + 1, at + 6).some(({ lower }) => DISEASE.test(lower));
    case 'suffer':
      return tokens.slice(at + 1, at + 7).some(({ lower }) => HURTS.test(lower));
    case 'spread':
      return (
        subject.event >= 0 || tokens.slice(subject.from, subject.to).some(({ lower }) => SPREADS.test(lower))
      );
    case 'finish':
      return RANK.test(next) && !mood.passive;
    case 'treat':
      return /^(?:in|at|for|on)$/.test(next);
    case 'identify':
      // "was identified as a student": who it was, and no happening.
      return /^(?:in|at|on|near)$/.test(next);
    case 'perform':
      return !mood.passive && subject.persons.length > 0 && /^(?:in|at|on|for|before)$/.test(next);
    case 'ground':
      return (
        mood.passive ||
        /^(?:a|an|the|its|all|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|flights|planes|jets)$/.test(
          next,
        )
      );
    case 'fight':
      return next !== 'for';
    case 'be':
      // "is dead set on", "is dead to them"
      if (verb.particle === 'dead')
        return !/^(?:set|to|tired|sure|wrong|certain|against|last|ahead|on)$/.test(
          tokens[at + 2]?.before === '' ? tokens[at + 2]!.lower : '',
        );
      return UTILITY.test(tokens[at + 2]?.lower ?? '');
    default:
      return true;
  }
}

/** "confirmed its first three cases of cholera": what an authority counts, and so made known that day. */
export function isCounted(tokens: Token[], at: number, { from, to }: Subject): boolean {
  if (tokens.slice(from, to).some(({ lower }) => MEDIA.test(lower))) return false;
  for (const { lower, before, kind } of tokens.slice(at + 1, at + 9)) {
    if (before || (kind === 'word' && (NP_STOP.has(lower) || /ing$/.test(lower)))) return false;
    if (COUNTED.test(lower)) return true;
  }
  return false;
}

const MEDIA = /^(?:agency|newspaper|newspapers|media|television|radio|channel|press|times|daily|website)$/;

const COUNTED = /^(?:cases?|deaths?|infections?|fatalit(?:y|ies)|casualt(?:y|ies))$/;

const HURTS =
  /^(?:injur(?:y|ies)|burns?|wounds?|fractures?|concussion|strokes?|seizures?|attack|bruises|cuts|losses|damage)$/;

const SPREADS =
  /^(?:fires?|blaze|flames|wildfire|virus|disease|outbreak|epidemic|strain|flu|infections?|slick|smoke|ash|protests?|unrest|riots?|violence|fighting|cholera|measles|ebola)$/;

const RANK =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|runner-up|level|\d+(?:st|nd|rd|th))$/;

const DISEASE =
  /^(?:hiv|aids|ebola|cholera|malaria|measles|polio|typhoid|tuberculosis|hepatitis|meningitis|dengue|zika|rabies|influenza|flu|virus|disease|infection|illness|fever|covid-19|coronavirus|anthrax|plague|pneumonia)$/;

/** "Shares closed higher": a price, and nothing shut. */
function isMarket(tokens: Token[], at: number, { from, to }: Subject): boolean {
  return (
    /^(?:up|down|at|higher|lower|above|below|mixed|flat|little|sharply|slightly|near|with)$/.test(
      tokens[at + 1]?.lower ?? '',
    ) || tokens.slice(from, to).some(({ lower }) => MARKET.test(lower))
  );
}

const MARKET =
  /^(?:shares?|stocks?|index|markets?|prices?|dollar|euro|pound|yen|futures|oil|crude|gold|bonds?|average|dow|nasdaq|nikkei|ftse|dax|gap|deal|sale|transaction)$/;

/** Who is spoken to: a problem is addressed in another sense. */
const HEARERS =
  /^(?:lawmakers|legislators|deputies|parliament|congress|assembly|council|senate|crowds?|rally|supporters|leaders|summit|conference|forum|nation|reporters|journalists|meeting|troops|students|delegates|ministers|mourners|worshippers)$/;

const UTILITY = /^(?:power|electricity|water|gas|heat|heating|internet)$/;
