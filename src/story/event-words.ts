import { type VerbForm, verbForms } from '../article/inflect.ts';

/**
 * What sort of happening a word tells. Two tellings can be one event only within a class; the class also says how a
 * place joins: one goes *to* a visit, but an attack is *on* or *in* a place.
 */
export type EventClass =
  | 'motion'
  | 'visit'
  | 'meeting'
  | 'statement'
  | 'attack'
  | 'war'
  | 'death'
  | 'harm'
  | 'disaster'
  | 'arrest'
  | 'court'
  | 'protest'
  | 'election'
  | 'deal'
  | 'office'
  | 'start'
  | 'contest'
  | 'life'
  | 'deed'
  | 'trend';

/** How a verb takes a place. */
export interface VerbEntry {
  base: string;
  class: EventClass;
  form: VerbForm;
  /** Its object may be a place that it happens in or to: "visited Rome", "shelled Kharkiv". */
  object: boolean;
  /** Motion: `arrive` says that somebody is there now and nothing of the way, `leave` has its object as origin. */
  motion: 'arrive' | 'go' | 'leave' | null;
  /** Never without an object: a past form before a preposition is a passive ("the man arrested in Rome"). */
  transitive: boolean;
  /** Simple past: "flew" for "flown". */
  past: string;
  /** A happening only where somebody is said to have it done to them: "two cases were confirmed". */
  passive: boolean;
  /** "out" of "broke out", "to the polls": the words after it that belong to it. */
  particle: string | null;
  /** How many words that are. */
  words: number;
}

/** `base[:forms]`, with `+` its object may be a place, with `!` never without an object, with `?` in the passive only. */
const VERBS: Record<EventClass, string> = {
  motion:
    'arrive land touch:touched reach:reached+ enter+ travel:travelled,traveled,travelling,traveling fly:flew,flown go:went,gone head return come:came drive:drove,driven sail walk cross+ move ride:rode,ridden flee:fled+ leave:left,leaving+ depart proceed journey migrate escape evacuate+ sneak:sneaked,snuck relocate cycle trek:trekked,trekking emigrate withdraw:withdrew,withdrawn stop:stopped,stopping stay transit',
  visit: 'visit+ tour+',
  meeting: 'meet:met,meeting gather convene confer:conferred,conferring assemble',
  statement: 'release! issue! publish! announce! declare!',
  attack:
    'attack!+ bomb:bombed!+ shell!+ strike:struck!+ hit:hit,hitting!+ raid!+ invade!+ storm!+ ambush! bombard!+ shoot:shot,shooting! stab:stabbed,stabbing! capture!+ seize!+ besiege!+ occupy!+ overrun:overran!+ detonate defuse! fire! annex!+ recapture!+ liberate!+ loot! torch! hijack! rob:robbed,robbing! steal:stole,stolen! kidnap:kidnapped,kidnapping! abduct! retake:retook,retaken!+ intercept! assault! down:downed,downing! surround!',
  war: 'fight:fought clash skirmish',
  death:
    'kill! die:died,dying assassinate! murder! drown execute! behead! perish massacre! bury:buried! slay:slew,slain! electrocute!',
  harm: 'injure! wound! hospitalize! hospitalise! rescue! infect! displace! diagnose! quarantine! vaccinate! poison! sicken! maim! strand! trap:trapped,trapping! contract! hurt:hurt,hurting! treat? vanish disappear suffer!',
  disaster:
    'explode erupt collapse crash derail! sink:sank,sunk burn:burned,burnt,burning burst:burst,bursting flood!+ devastate!+ destroy! damage! topple! sweep:swept overturn capsize collide quake rupture break:broke,broken rock!+ shake:shook,shaken!+ jolt!+ batter!+ lash!+ ravage!+ inundate!+ ignite plunge engulf! wreck! flatten! gut:gutted,gutting! affect! skid:skidded,skidding paralyse! paralyze! cripple! uproot! submerge! ram:rammed,ramming! spread:spread,spreading crash-land',
  arrest:
    'arrest! detain! jail! imprison! deport! extradite! expel:expelled,expelling! free! surrender apprehend! evict! handcuff!',
  court:
    'convict! sentence! charge! indict! acquit:acquitted,acquitting! sue! fine! testify rule file plead:pleaded,pled exonerate! pardon! overturn! remand! prosecute! subpoena! appear arraign!',
  protest: 'protest demonstrate rally riot march',
  election: 'elect! vote reelect! inaugurate! re-elect!',
  deal: 'sign! ratify! approve! adopt! agree pass! seal! ban:banned,banning! suspend! lift! veto! acquire! buy:bought! purchase! sell:sold! award! deliver! merge reject! impose! freeze:froze,frozen! finalise! finalize! scrap:scrapped,scrapping! abolish! outlaw! recall! donate! nationalise! nationalize! privatise! privatize! legalise! legalize! repeal! settle! secure! extend! amend!',
  office:
    'resign appoint! nominate! oust! overthrow:overthrew,overthrown! crown! swear:swore,sworn! dismiss! step:stepped name! hire! sack! retire promote! ordain! impeach! depose! quit:quit,quitting reappoint!',
  start:
    'launch! open close begin:began,begun,beginning start end hold:held,holding! discover! cancel:cancelled,canceled,cancelling! deploy! resume reopen introduce! inaugurate! halt! postpone! adjourn establish! complete! dedicate! unveil! delay! premiere:premiered,premiering debut:debuted,debuting',
  contest:
    'win:won,winning lose:lost defeat! beat:beat,beaten,beating! draw:drew,drawn qualify score clinch! retain! thrash! outscore! host!+ edge! play! finish',
  life: 'marry bear:born? graduate divorce! baptise! baptize!',
  deed: 'send:sent! dispatch! search! confiscate! block! blockade!+ evacuate! cull:culled,culling! slaughter! recover! detect! confirm? report? register? find:found! found:founded! locate! retrieve! demolish! build:built! install! plant! test:tested! unearth! spot:spotted? sight? restore! remove! shut:shut,shutting! order! divert! ground! demote! honour! honor! mourn! welcome? celebrate! commemorate! summon! replace! rename! boycott! disrupt! collect! distribute! vandalise! vandalize! deface! evict! exhume! disperse! broadcast:broadcast! record! receive! donate! admit:admitted? transport? airlift:airlifted! transfer:transferred,transferring! ship:shipped? export? import? attend! address! pull? identify? abandon! inspect! foil! thwart! repatriate! reunite! perform',
  trend: 'fall:fell,fallen rise:rose,risen drop:dropped climb surge tumble soar slump plummet',
};

/** Verbs that tell a happening only with the word after them, as `base[:forms] word`. */
const PHRASALS: Partial<Record<EventClass, string[]>> = {
  motion: [
    'take:took,taken off',
    'set:set out',
    'set:set off',
    'lift off',
    'blast off',
    'stop:stopped,stopping over',
  ],
  war: ['break:broke,broken out'],
  attack: ['open fire', 'blow:blew,blown up', 'gun:gunned down', 'shoot:shot,shooting down'],
  disaster: [
    'burn:burned,burnt down',
    'blow:blew,blown down',
    'go:went,gone down',
    'tear:tore,torn through',
    'rip:ripped,ripping through',
    'slam:slammed,slamming into',
    'plough into',
    'plow into',
    'run:ran,running aground',
    'run:ran,running over',
    'smash into',
    'set:set,setting fire to',
    'set:set,setting ablaze',
  ],
  office: [
    'step:stepped down',
    'step:stepped aside',
    'take:took,taken office',
    'take:took,taken over',
    'take:took,taken charge',
  ],
  death: [
    'be:is,are,was,were dead',
    'pronounce:pronounced? dead',
    'declare:declared? dead',
    ...['his', 'her', 'their'].flatMap((whose) => [
      `fall:fell,fallen to ${whose} death`,
      `plunge to ${whose} death`,
    ]),
  ],
  harm: [
    'be:was,were without',
    'take:took,taken? to hospital',
    'rush? to hospital',
    'take:took,taken? ill',
    'go:went,gone missing',
  ],
  court: ['find:found guilty'],
  protest: ['walk out', 'take:took,taken+ to the streets'],
  election: ['go:went,gone to the polls', 'head to the polls'],
  deed: ['call:called? to', 'wash:washed ashore', 'wash:washed up'],
  start: [
    'call off',
    'put:put,putting off',
    'push back',
    'set:set up',
    'roll out',
    'kick off',
    'shut:shut down',
    'get:got underway',
  ],
};

const ARRIVE = new Set('arrive land touch reach enter stop stay transit dock anchor moor'.split(' '));
/** Who does these somewhere is there, by "in" and "at". */
export const IS_THERE = /^(?:arrive|land|touch|stop|stay|transit|dock|anchor|moor)$/;
const LEAVE = new Set('leave depart flee escape evacuate take set lift blast withdraw'.split(' '));

const BY_FORM = new Map<string, VerbEntry>();
const BY_PHRASE = new Map<string, VerbEntry>();

/** Adds a verb in all its forms, with its marks, to a map; what is there stays. */
function addVerb(
  map: Map<string, VerbEntry>,
  name: EventClass,
  written: string,
  particle: string | null,
): void {
  const { base, forms } = verbForms(written.replace(/[!+?]/g, ''));
  for (const [word, form] of forms) {
    const key = particle === null ? word : `${word} ${particle}`;
    if (map.has(key)) continue;
    map.set(key, {
      base,
      class: name,
      form,
      object: written.includes('+'),
      transitive: written.includes('!'),
      passive: written.includes('?'),
      past: [...forms].find(([, kind]) => kind === 'past')?.[0] ?? base,
      motion: name !== 'motion' ? null : LEAVE.has(base) ? 'leave' : ARRIVE.has(base) ? 'arrive' : 'go',
      particle,
      words: particle === null ? 0 : particle.split(' ').length,
    });
  }
}

for (const [name, list] of Object.entries(VERBS))
  for (const written of list.split(' ').filter(Boolean)) addVerb(BY_FORM, name as EventClass, written, null);
for (const [name, list] of Object.entries(PHRASALS))
  for (const written of list) {
    const [verb = '', ...particle] = written.split(' ');
    addVerb(BY_PHRASE, name as EventClass, verb, particle.join(' '));
  }

/** The most words that a verb has after it. */
export const MOST_WORDS = 3;

/** What the word form (lower case) tells as a verb, with the words after it (`next`, up to three), or undefined. */
export function eventVerb(lower: string, ...next: string[]): VerbEntry | undefined {
  for (let count = Math.min(next.length, MOST_WORDS); count > 0; count -= 1) {
    const found = BY_PHRASE.get(`${lower} ${next.slice(0, count).join(' ')}`);
    if (found) return found;
  }
  return BY_FORM.get(lower);
}

/** How a noun takes a place. */
export interface NounEntry {
  class: EventClass;
  /** Goes on by nature (war, fighting, siege): setting rather than one happening. */
  lasting: boolean;
  /** The preposition besides in, at, near and the like that names its place: "visit to", "attack on". */
  into: string[];
  /** "attacks": several, never one known meeting. */
  plural: boolean;
}

/** Singulars, `*` lasting, `|prepositions`. Plurals in -s, -es, -ies are made; `=` has none. */
const NOUNS: Partial<Record<EventClass, string>> = {
  motion: 'arrival departure flight evacuation|of',
  visit: 'visit|to trip|to tour|of stopover',
  meeting: 'meeting talks= summit conference discussion= negotiation= gathering forum assembly session',
  statement: '',
  attack:
    'attack|on,against strike|on,against airstrike|on bombing|of shelling|of shooting raid|on blast explosion invasion|of gunfight shootout siege|of assault|on ambush bombardment|of hijacking kidnapping abduction robbery stabbing occupation|of annexation|of massacre',
  war: 'war* conflict* fighting=* clash* hostilities=* offensive* insurgency* violence=*',
  death: 'killing assassination murder death execution funeral burial',
  disaster:
    'crash earthquake quake flood flooding= fire wildfire blaze hurricane typhoon cyclone tornado storm eruption tsunami landslide avalanche derailment collapse outbreak* epidemic* drought* famine* heatwave* shipwreck spill',
  arrest: 'arrest detention extradition',
  court: 'trial* hearing verdict conviction',
  protest: 'protest rally demonstration riot march strike uprising* revolution* coup',
  election: 'election vote referendum primary inauguration',
  deal: 'signing ceasefire truce',
  office: 'resignation appointment',
  start: 'launch opening ceremony',
  contest: 'tournament championship olympics=',
  life: 'wedding',
};

/** Two words that tell more than their last alone: "military actions" are war, "state visit" a visit. */
const PHRASES: Record<string, NounEntry> = {};
for (const adjective of ['military', 'combat', 'security'])
  for (const noun of ['action', 'actions', 'operation', 'operations', 'campaign'])
    PHRASES[`${adjective} ${noun}`] = {
      class: 'war',
      lasting: true,
      into: ['on', 'against'],
      plural: noun.endsWith('s'),
    };

const NOUN_FORMS = new Map<string, NounEntry>();
for (const [name, list] of Object.entries(NOUNS)) {
  for (const written of list.split(' ').filter(Boolean)) {
    const [head, into = ''] = written.split('|') as [string, string?];
    const singular = head.replace(/[*=]/g, '');
    const entry = {
      class: name as EventClass,
      lasting: head.includes('*'),
      into: into ? into.split(',') : [],
    };
    if (!NOUN_FORMS.has(singular)) NOUN_FORMS.set(singular, { ...entry, plural: false });
    if (head.includes('=')) continue;
    const plural = /[^aeiou]y$/.test(singular)
      ? `${singular.slice(0, -1)}ies`
      : /(?:s|sh|ch|x)$/.test(singular)
        ? `${singular}es`
        : `${singular}s`;
    if (!NOUN_FORMS.has(plural)) NOUN_FORMS.set(plural, { ...entry, plural: true });
  }
}
NOUN_FORMS.set('discussions', { class: 'meeting', lasting: false, into: [], plural: false });
NOUN_FORMS.set('negotiations', { class: 'meeting', lasting: false, into: [], plural: false });

/** What the word (lower case) tells as a noun, after the word before it; undefined where it tells no happening. */
export function eventNoun(lower: string, before = ''): NounEntry | undefined {
  // "a direct flight": a service, and nobody's journey.
  if (lower === 'flights' || (SERVICE.test(before) && lower === 'flight')) return undefined;
  return PHRASES[`${before} ${lower}`] ?? NOUN_FORMS.get(lower);
}

const SERVICE =
  /^(?:direct|daily|weekly|regular|commercial|passenger|cargo|charter|scheduled|international|domestic|non-?stop)$/;
