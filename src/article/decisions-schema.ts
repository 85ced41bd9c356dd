import { z } from 'zod';
import { parseIsoDay } from '../dates/calendar.ts';
import { isEdtf, parseEdtfDate } from '../dates/edtf.ts';

/**
 * The decisions file as people write it, with a sentence for each key: the reader checks with it, and editors complete
 * from the JSON Schema made of it (`data/decisions.schema.json`). A message is `what is wrong | the mend`.
 */

const says = (what: string, mend: string) => ({ error: `${what} | ${mend}` });
/** Keys and values, a line each. */
const map = <T extends z.ZodRawShape>(shape: T, example: string) =>
  z.strictObject(shape, says('not a list of keys', `Write ${example}`));
/** A text of one form. */
const formed = (form: RegExp, wrong: { error: string }) => z.string(wrong).regex(form, wrong);
const words = z
  .string({
    error: ({ input }) =>
      input === undefined || input === null
        ? 'missing | Write it, or take the whole entry out'
        : 'not a text | Write words, in quotes if they begin with a sign',
  })
  .trim()
  .min(1, { error: 'empty | Write the words or take the key out' });
const day = z
  .string(says('missing', 'Write the day as 2024-08-13'))
  .refine((value) => parseIsoDay(value) !== null, says('not a day of the calendar', 'Write it as 2024-08-13'))
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** An id, or `none`. */
const idOrNone = words.nullable().transform((value) => (value === 'none' ? null : value));
const EDTF_SHAPE = { pattern: '^[-\\dX?~%/.]+$' };
/** A story's days have four digits: years before 0 are no news. */
const isOfOurEra = (value: string) => !/(?:^|\/)-/.test(value);
const notEdtf = says(
  'not an EDTF date of our era',
  'Write it as 2024-08-13, 2024-08, 2024 or 2024-08-12/2024-08-14',
);
const edtf = z
  .string(notEdtf)
  .refine((value) => isOfOurEra(value) && isEdtf(value), notEdtf)
  .meta(EDTF_SHAPE);
const notPublished = says('not a date of our era', 'Write it as 2024-08-13, 2024-08 or 2024');
/** No span: relative dates count from one day. */
const published = z
  .string(notPublished)
  .refine((value) => isOfOurEra(value) && parseEdtfDate(value) !== null, notPublished)
  .meta({ pattern: '^[-\\dX?~%]+$' });
const point = z
  .tuple(
    [
      z.number(says('not a longitude', 'Write degrees from -180 to 180, longitude first')).min(-180).max(180),
      z.number(says('not a latitude', 'Write degrees from -90 to 90, after the longitude')).min(-90).max(90),
    ],
    says('not a point', 'Write it as [longitude, latitude], e.g. [37.61556, 55.75222]'),
  )
  .describe('A point: [longitude, latitude] in degrees.');
const degrees = (what: string, most: number) =>
  z
    .number(says(what, `Write [west, south, east, north], this one from -${most} to ${most}`))
    .min(-most)
    .max(most);
const camera = z
  .tuple(
    [
      degrees('not a longitude', 180),
      degrees('not a latitude', 90),
      degrees('not a longitude', 180),
      degrees('not a latitude', 90),
    ],
    says('not a box', 'Write it as [west, south, east, north] in degrees'),
  )
  .refine(
    ([, south, , north]) => south < north,
    says('south is not below north', 'Write [west, south, east, north]'),
  )
  .refine(
    // 180 and -180 are one meridian.
    ([west, , east]) => west !== east && !(west === 180 && east === -180),
    says('a box without width', 'Write [west, south, east, north], west and east apart'),
  );
const because = z
  .string(says('missing', 'Say in a sentence why, so that the next editor can check it'))
  .trim()
  .min(1, { error: 'empty | Say in a sentence why, so that the next editor can check it' })
  .describe('Why: a sentence for the next editor.');
const quote = z
  .string(says('missing', 'Copy the words of the article that this rests on'))
  .min(1, { error: 'empty | Copy the words of the article that this rests on' })
  .describe('The words of the article that this decision rests on; when they are gone it no longer applies.');
const ids = z
  .array(words, says('not a list', 'Write ids in brackets: [geonames:524901]'))
  .describe('Ids, as in the story.');
const web = z
  .string(says('not a web address', 'Write it as https://…'))
  .refine(
    (value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
    says('not a web address', 'Write it as https://…'),
  );

const notLanguage = says('not a language tag', 'Write it as en, ar or pt-BR');

const place = map(
  {
    is: idOrNone
      .optional()
      .describe(
        'The id of the place that is meant (geonames:524901), with at: also one of your own (area:old-harbour), or none: this is no place.',
      ),
    at: point.optional(),
    name: words.optional().describe('The name to show.'),
    lngLat: point.optional().describe('The same as `at`.'),
    sameAs: words.optional().describe('Another name of the same place in this article.'),
    role: z
      .enum(['venue', 'subject', 'mention'], says('no such role', 'One of venue, subject, mention'))
      .optional()
      .describe(
        'venue: something of the story happened there · subject: what it is about · mention: named only.',
      ),
    add: z
      .boolean(says('neither true nor false', 'Write true'))
      .optional()
      .describe('Recognition does not see this name: mark it.'),
    because,
  },
  '{ is: geonames:524901, because: … }',
)
  .refine(
    ({ because: _, ...rest }) => Object.keys(rest).length > 0,
    says('decides nothing', 'Add is: with the id of a place or none, at:, name:, sameAs: or role:'),
  )
  .refine(
    ({ add, is, at, lngLat, sameAs }) => !add || is || at || lngLat || sameAs,
    says('adds a place without saying which', 'Say it with is: and an id, at: and a point, or sameAs:'),
  );

const event = map(
  {
    quote,
    drop: z
      .boolean(says('neither true nor false', 'Write true'))
      .optional()
      .describe('This is no event of the story.'),
    label: words.optional().describe('What happened, true when read alone.'),
    edtf: z
      .union([edtf, z.null(), z.literal('none')], says('not an EDTF date', 'Write it as 2024-08-13 or none'))
      .transform((value) => (value === 'none' ? null : value))
      .optional()
      .describe('When, as EDTF; none: the text does not say.'),
    status: z
      .enum(
        ['happened', 'ongoing', 'planned', 'cancelled'],
        says('no such status', 'One of happened, ongoing, planned, cancelled'),
      )
      .optional(),
    place: idOrNone
      .optional()
      .describe(
        'The id of its place; one that the article does not name joins the story, marked with source:. none: the text does not say where.',
      ),
    source: words.optional().describe('Where this comes from if not from the article; readers are told.'),
    speaker: words.optional().describe('Whose word it is.'),
    because,
  },
  '{ quote: …, label: …, because: … }',
).refine(
  ({ because: _b, quote: _q, ...rest }) => Object.keys(rest).length > 0,
  says('decides nothing', 'Add drop: true, label:, edtf:, status:, place: or speaker:'),
);

const scene = map(
  {
    quote,
    camera: camera.optional().describe('What the map holds: [west, south, east, north] in degrees.'),
    now: ids.optional().describe('Places that this part is about.'),
    quiet: ids.optional().describe('Places drawn at rest.'),
    events: ids.optional().describe('Events that this part tells.'),
    caption: words.max(90, { error: 'longer than 90 characters | Say it shorter' }).optional(),
    alt: words.max(220, { error: 'longer than 220 characters | Say it shorter' }).optional(),
  },
  '{ quote: …, caption: … }',
).refine(
  ({ quote: _, ...rest }) => Object.keys(rest).length > 0,
  says('decides nothing', 'Add camera:, now:, quiet:, events:, caption: or alt:'),
);

export const decisionsSchema = z
  .strictObject(
    {
      title: words.optional().describe('The headline.'),
      slug: formed(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
        says('not a slug', 'Write small letters, digits and single hyphens'),
      )
        .optional()
        .describe('The story’s part of the address.'),
      published: published
        .optional()
        .describe('The day that relative dates ("Tuesday") count from, as EDTF.'),
      publishedBecause: words.optional().describe('Why that day; shown on the About page only.'),
      lang: z.string(notLanguage).refine(isLanguage, notLanguage).optional(),
      byline: words.optional(),
      source: map(
        {
          name: words.optional(),
          url: web.optional(),
          home: formed(
            /^[A-Z]{2}(\.[A-Z0-9]{1,3})?$/,
            says('not a region', 'Write a country, US, or with its state, US.OH'),
          )
            .optional()
            .describe('The outlet’s home region.'),
          licence: words.optional(),
        },
        '{ name: …, url: https://… }',
      ).optional(),
      text: z
        .enum(['full', 'quotes', 'none'], says('no such release', 'One of full, quotes, none'))
        .optional()
        .describe('How much of the article leaves the page, in feeds and embed.'),
      reviewed: map(
        {
          by: words.describe('Who signs.'),
          at: day.describe('The day of signing.'),
          story: formed(
            /^sha256:[0-9a-f]{64}$/,
            says('not a digest of a story', 'Take the key out: the build writes it'),
          )
            .optional()
            .describe('The digest of the story that was signed.'),
        },
        '{ by: …, at: 2024-08-13 }',
      ).optional(),
      withdrawn: map({ at: day, note: words }, '{ at: 2024-08-13, note: … }')
        .optional()
        .describe('The story is taken back; readers see the note.'),
      places: z
        .record(
          z.string().min(1),
          place,
          says('not a list of names', 'Write Name: { is: geonames:524901, because: … }'),
        )
        .default({})
        .describe('By the name as it stands in the text, or its n-th mention: "Gaza#3".'),
      events: z
        .record(
          z.string().min(1),
          event,
          says('not a list of events', 'Write ID: { quote: …, label: …, because: … }'),
        )
        .default({})
        .describe('By the event’s id.'),
      scenes: z
        .record(
          z
            .string()
            .regex(
              /^[^/]+(\/[2-9])?$/,
              says('neither a step nor STEP/2', 'Write the step’s id, with /2 for its second state'),
            ),
          scene,
          says('not a list of steps', 'Write STEP: { quote: …, caption: … }'),
        )
        .default({})
        .describe('By the step’s id; STEP/2 is its second state.'),
      corrections: z
        .array(
          map({ date: day, note: words }, '{ date: 2024-08-13, note: … }'),
          says('not a list', 'Write - { date: 2024-08-13, note: … }, a line each'),
        )
        .default([])
        .describe('What was wrong and has been mended; readers see it.'),
    },
    says('not a list of keys', 'Write key: value, a line each'),
  )
  .describe('An editor’s decisions on one article.');

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
