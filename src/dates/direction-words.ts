// The words, in lower case, that say where a clause looks from the day of writing.
const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What looks ahead by itself. */
export const AHEAD = setOf(
  'expects expect awaits await awaiting anticipates anticipate predicts foresees will shall wo ll would may might could can must should upcoming deadline tentatively pending due expected scheduled slated ahead payable maturing',
);
/** After these an infinitive is still to come: "expected to", "plans to", "is to". */
export const PLANS = setOf(
  'expected scheduled slated planned plans plan planning due set likely agreed promised promises vowed vows intends intend intended hopes hope hoped wants want ready prepare prepares preparing prepared aims aim seeks agree unlikely ordered asked urged deadline bound expects expect decided agreement chance possible poised forecast projected predicted told warned summoned subpoenaed invited',
);
/** The same, but only right before "to": "is to leave", not "was admitted to hospital". */
export const PLANS_NEXT = setOf('about are be going had has have is need needs was were');
/** Ahead only before the day itself, "for" or "to": "set for Monday", but "he set a record Monday". */
export const SET_FOR = setOf('planned set');
/** Past forms that don't end in -ed, and the present of news ("says"). */
export const BACK = setOf(
  'since was were did been begun said told went came took gave made saw met held won lost left began became fell rose sent got put found kept led brought ran shot hit cut broke spoke wrote drew grew knew flew threw arose chose drove fought sold bought caught taught thought felt dealt meant built spent struck sat stood understood hid slid bore swore wore tore woke shook sank drank swam rang sang sprang says beat paid laid lay fed lit quit hurt shut spread split burst shed swept slept crept wept swung hung stuck stung clung flung slung spun dug stole froze forgot forgave forbade withdrew withheld withstood upheld undertook underwent overtook overcame overthrew overran mistook awoke rode strode strove shone shrank sped spat slew lent bent burnt blew knelt heard sought foresaw upset thrust seen taken shown driven written broken stolen chosen thrown beaten hidden torn drawn flown fallen risen spoken sworn shaken frozen withdrawn undergone overtaken overthrown',
);
/** A present tense with a date speaks of a timetable: "the senate reconvenes Jan. 24". */
export const TIMETABLE = setOf(
  'begins starts opens ends expires reconvenes convenes meets leaves departs arrives returns resumes closes goes heads faces flies visits hosts holds votes begin start open end expire leave depart arrive return resume takes go meet reopens travels testifies elects chooses decides unveils celebrates inaugurates welcomes delivers performs competes debuts premieres launches plays sails docks gets',
);
/** The same where they follow a plural, for most are nouns too. */
export const PLURAL = setOf(
  'host visit play face head travel fly tour welcome launch kick decide vote gather',
);
/** The same with one of these words after them: "runs until", "comes out", "moves to". */
export const TIMETABLE_WITH: ReadonlyMap<string, RegExp> = new Map([
  ['runs', /^(until|till|from|through)$/],
  ['run', /^(until|till|through)$/],
  ['comes', /^(back|out|up|into)$/],
  ['come', /^into$/],
  ['turns', /^\d\d+$/],
  ['moves', /^(to|into)$/],
]);
/** What went on "until May" is over; what is "closed until May" is not. */
export const LASTED = setOf(
  'fell rose ran went lasted remained stayed continued lived worked served waited grew taught led fought sat stood was were',
);
/** Right after a day these are what was done on it, whatever has been told before. */
export const ACTS = setOf(
  'said told asked announced urged ordered rejected approved voted accused warned denied condemned signed launched welcomed praised dismissed took gave went came saw wrote began spoke fell rose flew drew threw chose drove shook sank swore tore',
);
/** What nobody plans for a day, or what a plan came to: "to get around Wednesday's ruling". */
export const DONE = setOf(
  'attack attacks bombing bombings blast blasts explosion explosions killing killings shooting shootings crash collision derailment quake earthquake storm flood floods fire blaze raid raids violence clashes riot riots accident incident disaster outbreak announcement ruling verdict decision defeat loss victory win arrest arrests death deaths report remarks comments statement',
);
/** They end in -ed and are no past forms. */
export const NO_PARTICIPLE = setOf(
  'need indeed speed hundred unprecedented breed exceed proceed succeed feed seed deed weed heed reed greed creed bleed embed aged sacred naked hatred wicked infrared',
);
/** "He is accused of", "it is believed": what is said now of what was. */
export const REPORTED = setOf(
  'accused alleged believed blamed charged known reported said suspected thought understood wanted feared credited',
);
/** Passive in the past, an order or a plea tells of no day to come for sure: "were told to leave on Tuesday". */
export const ORDERED = setOf('told ordered asked urged warned advised invited instructed');
/** Words of planning that somebody stands between and their infinitive: "asked the boy to appear". */
export const WITH_OBJECT = setOf('told ordered asked urged warned invited summoned subpoenaed expects wants');
/** Before an infinitive, so that "will cut" is no past. */
export const MODAL = setOf('will shall wo ll would may might could can must should');
/** Between an auxiliary and its verb. */
export const ADVERBS = setOf('still also not now never then only likely officially formally first soon');
