// The words, in lower case, that say whether a happening is so, will be, or was called off.
const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Auxiliaries of what is still to come; "can" is an ability and not among them. */
export const MODALS = setOf('will shall would may might could should must ll');
/** Between an auxiliary and its verb. */
export const ADVERBS = setOf(
  'also then now not never soon still only once again first later finally even just both further well already instead therefore reportedly n’t',
);
/** Forms of "be", and "get" as in "get hurt". */
export const BE = setOf('be been being is are am was were get gets got become');
/** Forms of "have". */
export const HAVE = setOf('has have had having');
/** Before "to", these say that it did happen. */
export const FACTUAL_BEFORE_TO = setOf(
  'began begin begins begun started starts continued continue continues managed used forced came went proved turned appeared appears seemed seems happened tended led helped known said believed reported thought alleged found shown understood estimated claimed claims rushed dared decision first last only few like enough',
);
/** Before an object and "to", these say that it came to pass: "pushed the others to follow". */
export const CAUSED = setOf(
  'pushed forced led caused causing enabled enabling helped helping prompted prompting drove leading forcing decision',
);
/** Before "to", these say that it did not. */
export const DENYING_BEFORE_TO = setOf(
  'failed fails fail failing failure refused refuses refuse refusing refusal declined declines decline neglected unable',
);
/** Where something moves, an infinitive of these is the end of the way: "fell two points to close at 40". */
export const ENDS_OF_WAY = setOf('close end finish reach settle stand win become');
/** Between subject and verb, they deny it. */
export const DENIALS = setOf('not never no neither nor n’t cannot');
/** After "was": it is off. */
export const CANCELLED = setOf('cancelled canceled scrapped abandoned aborted shelved axed');
/** Before a happening: somebody calls it off. */
export const CANCELS = setOf(
  'cancel cancels cancelled canceled cancelling canceling scrap scraps scrapped scrapping abandon abandons abandoned abandoning abort aborted shelve shelved axe axed nix nixed',
);
/** In front of a noun of a happening. */
export const PLANNED_ADJECTIVES = setOf(
  'upcoming planned scheduled proposed forthcoming future possible potential expected coming next intended impending pending looming prospective anticipated would-be eventual',
);
/** Before a noun of a happening, with or without a preposition between: it is wished, feared or prepared. */
export const LOOKS_TO = setOf(
  'plan plans planned planning call calls called calling request requests requested requesting demand demands demanded demanding seek seeks seeking sought deadline fear fears feared threat threats threaten threatens prepare prepares preparing preparations proposal propose proposes proposing offer offers offering negotiate negotiates negotiating negotiated hope hopes urge urges urged schedule expects expect anticipates risk possibility prospect chance bid effort efforts attempt attempts await awaits awaiting consider considers considering pledge pledges promise promises vow options option goal aim aims intention intent target idea interest interested capable opposed readiness willingness commitment committed',
);
/** What follows them is taken for granted, though the clause looks ahead. */
export const GIVEN = setOf('after following since amid despite during over because due from');
/** Nouns and verbs whose "to" leads to what is there already: "in response to complaints". */
export const GIVEN_BEFORE_TO = setOf(
  'due response thanks according addition contrary relation attributed linked owing reaction prior subject similar related closer close next back led leading',
);
/** "For" after these names a cause: "compensated for the delay". */
export const GIVEN_BEFORE_FOR = setOf(
  'compensated compensate thank thanked blame blamed praise praised punish punished apologize apologise apologized responsible known criticized criticised condemned arrested convicted jailed sentenced fined',
);
/** After "is": it is still to come. */
export const AHEAD_AFTER_BE = setOf(
  'scheduled expected due set planned slated supposed meant likely about ready',
);
/** They begin a clause of their own. */
export const CLAUSE = setOf(
  'that which who whom whose when while because although though whereas as if unless until',
);
/** They begin a noun phrase. */
export const DETERMINERS = setOf(
  'the a an his her its their our my your this these that those some any all no each every more new',
);
/** They lead to a noun phrase. */
export const PREPOSITIONS = setOf(
  'of in on at for to with by from into onto about over under against between among through during after before since within around near toward towards upon',
);
/** Past forms that don't end in -ed, and the present of news ("says"). */
export const PAST = setOf(
  'was were had did said told went came took gave made saw met held won lost left began became fell rose sent got put found kept led brought ran shot hit cut broke spoke wrote drew grew knew flew threw arose chose drove fought sold bought caught taught thought felt dealt meant built spent struck sat stood understood hid bore swore wore tore woke shook sank drank swam rang sang sprang has have been says paid heard read cost beat hurt shut spread quit',
);
/** They end in -ed and are no past forms. */
export const NO_PAST = setOf(
  'need feed speed breed proceed exceed succeed bleed heed seed weed embed hundred indeed',
);
/** Before a participle these are one verb with it: "would stop selling". */
export const ASPECTUAL = setOf(
  'stop stopped start started begin began begun keep kept continue continued resume resumed',
);
/** What somebody makes, holds or begins isn't there before: "will begin his visit". */
export const MAKES = setOf(
  'make makes begin begins start starts hold holds take takes pay pays continue resume complete end cancel postpone delay launch deliver host',
);
