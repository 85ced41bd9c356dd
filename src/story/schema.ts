import { z } from 'zod';

/**
 * The Story, version 1: what the pipeline writes, an editor commits and a page shows.
 *
 * Fields may be added, never renamed or removed. Offsets are UTF-16 units into `text`, end exclusive. Place ids,
 * event ids and step ids are unique in the story; every reference resolves (`readStory` checks it).
 */

const span = {
  start: z.int().min(0).describe('First UTF-16 unit of the words in `text`.'),
  end: z.int().min(0).describe('One past the last UTF-16 unit of the words in `text`.'),
};
const edtf = z.string().describe('An EDTF date (ISO 8601-2).');
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .describe('A calendar day, YYYY-MM-DD.');
const id = z.string().min(1);
const lngLat = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .describe('WGS84 degrees, longitude first, at most 5 decimals.');
const bbox = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('West, south, east, north in degrees; west > east crosses the antimeridian.');

const placeKind = z.enum(['city', 'region', 'country', 'area', 'water', 'landmark', 'other']);

export const toponymSchema = z.object({
  ...span,
  name: z.string().describe('The words themselves: text.slice(start, end).'),
  role: z.enum(['literal', 'metonym', 'demonym', 'embedded']).describe('What the name does in its sentence.'),
  place: id.nullable().describe('The id of an entry of `places`; null where the story has no such place.'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('Probability that the span is a place and the point is right.'),
});

/** Left out by stories that were built before it was added. */
const region = z.string().nullable().optional();

export const placeSchema = z.object({
  id: id.describe('geonames:ID where known, else admin1:…, admin2:… or area:…; never changes.'),
  name: z.string().describe('The name to show.'),
  kind: placeKind.describe('What sort of thing the place is.'),
  country: z.string().nullable().describe('ISO 3166-1 alpha-2, null for none or several.'),
  region: region.describe('The state or province that holds the place, by name; null for none.'),
  lngLat: lngLat.nullable().describe('The point, null where the place has none.'),
  bbox: bbox.nullable().describe('The box of an area that is drawn by its shape, else null.'),
  boundary: z
    .enum(['outline', 'none-agreed'])
    .nullable()
    .describe('none-agreed: never drawn, left out of GeoJSON.'),
  role: z.enum(['venue', 'subject', 'mention']).describe('What the place is to the story.'),
  status: z
    .enum(['resolved', 'ambiguous', 'unknown'])
    .describe('How sure resolution is; only resolved is pinned.'),
  because: z.string().describe('Why this place, in words that an editor understands.'),
  geonameid: z.int().nullable().describe('GeoNames id, null where none.'),
  within: id.nullable().describe('The innermost other place of the story that contains this one, or null.'),
  decided: z.boolean().describe('True where an editor decided it.'),
  source: z.string().nullable().describe('What an editor added from elsewhere: its source. Else null.'),
  alternatives: z
    .array(
      z.object({ id, name: z.string(), country: z.string().nullable(), region, lngLat: lngLat.nullable() }),
    )
    .describe('What else the name could mean, best first.'),
});

export const personSchema = z.object({
  id: id.describe('Made of the words of the name.'),
  name: z.string().describe('The fullest name that the article gives.'),
  title: z.string().nullable().describe('The first title the article gives, e.g. "Palestinian President".'),
  mentions: z.array(z.object(span)).describe('Every mention by name, in text order.'),
});

export const timexSchema = z.object({
  ...span,
  text: z.string().describe('The words themselves.'),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']).describe('TIMEX3 type.'),
  value: z.string().describe('TIMEX3 value.'),
  edtf: edtf.nullable().describe('The value as EDTF, null where it is no calendar date.'),
});

export const eventSchema = z.object({
  id: id.describe('Made of words, unique, carried over from the committed story.'),
  label: z.string().describe('What happened, true when read alone, with its speaker if it is speech.'),
  ...span,
  also: z.array(z.object(span)).describe('Other places of the text that tell the same happening.'),
  status: z
    .enum(['happened', 'ongoing', 'planned', 'cancelled'])
    .describe('What the text says of its happening.'),
  edtf: edtf.nullable().describe('When; null where the text does not state it.'),
  basis: z.enum(['stated', 'resolved', 'inferred', 'not-stated']).describe('How the date is known.'),
  dateWords: z.object(span).nullable().describe('The words that date it ("Monday", "three-day"), or null.'),
  earliest: day.nullable().describe('No earlier than this day, inclusive; null where nothing bounds it.'),
  latest: day.nullable().describe('No later than this day, inclusive; null where nothing bounds it.'),
  bound: z
    .object({ relation: z.enum(['before', 'after']), event: id })
    .nullable()
    .describe('The event of this story that an undated one is before or after, by the words of the text.'),
  places: z.array(id).describe('Places of the event; empty where the text ties none to it.'),
  placeBasis: z.enum(['stated', 'inferred', 'not-stated']).describe('How the place is known.'),
  participants: z.array(id).describe('People who take part.'),
  speaker: z
    .object({ name: z.string(), form: z.enum(['quoted', 'reported']) })
    .nullable()
    .describe('Whose word it is, null where the article itself says it.'),
  background: z.boolean().describe('Given only as setting; makes no venue.'),
  source: z.string().nullable().describe('What an editor added from elsewhere: its source. Else null.'),
});

export const legSchema = z.object({
  from: id.nullable().describe('Where the traveller was last in the text, or null.'),
  to: id.describe('Where the text says that the traveller goes.'),
  status: z
    .enum(['happened', 'ongoing', 'planned', 'cancelled'])
    .describe('As its event; planned where only the leaving is told.'),
  route: z.enum(['not-stated', 'stated']).describe('stated only where the text gives the way.'),
  travellers: z.array(id).describe('People who go.'),
  event: id.describe('The event that says it.'),
  km: z
    .int()
    .nullable()
    .describe('Great-circle distance, null without two points. Not a length of the trip.'),
});

const sceneValues = {
  camera: z.string().describe('A name; the same name again means: stay. Equal names have equal boxes.'),
  bbox: bbox.nullable().describe('What the camera holds; null in a story without a map.'),
  now: z.array(id).describe('Places that this part of the text is about, in accent.'),
  quiet: z.array(id).describe('Places drawn at rest. A place in neither is not drawn.'),
  events: z.array(id).describe('Events that this part of the text tells.'),
  caption: z.string().max(90).describe('One or two sentences under the map.'),
  alt: z.string().max(220).describe('The map in words: area, marks with roles, what is not drawn.'),
};

export const stateSchema = z.object({ ...span, ...sceneValues });
export const sceneSchema = z.object({
  ...sceneValues,
  states: z
    .array(stateSchema)
    .describe(
      'Two or more moments of one paragraph, by sentence; the first has the scene’s own values. Else empty.',
    ),
});

export const stepSchema = z.object({
  id: id.describe('Made of words, unique, used as the address of the step.'),
  ...span,
  scene: sceneSchema.describe('What the map shows.'),
});

export const publishedSchema = z.object({
  edtf,
  basis: z.enum(['stated', 'inferred', 'editor']).describe('Who gave the day.'),
  alternatives: z.array(edtf).describe('Other days that the words of the text allow.'),
  yearStated: z.boolean().describe('False where the article gives no year.'),
});

export const storySchema = z.object({
  schema: z.literal('dateline/story@1'),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe('The story’s part of the address.'),
  title: z.string().describe('The headline.'),
  titleBasis: z
    .enum(['stated', 'editor', 'generated'])
    .describe('generated: ours, of dateline and day, and said so.'),
  lang: z.string().describe('BCP 47 language of the article.'),
  byline: z.string().nullable().describe('As given, or null.'),
  source: z
    .object({
      name: z.string().nullable(),
      url: z.string().nullable(),
      home: z.string().nullable(),
      licence: z.string().nullable(),
    })
    .nullable()
    .describe('Where the article comes from, or null.'),
  release: z.enum(['full', 'quotes', 'none']).describe('How much of the article’s text leaves the page.'),
  published: publishedSchema.nullable().describe('The day that dates count from; null where there is none.'),
  dateline: z
    .object({ place: id.nullable(), ...span })
    .nullable()
    .describe('The place at the head of the article and its words.'),
  text: z
    .string()
    .nullable()
    .describe('The article, NFC, LF. Null in a served copy whose text is not released.'),
  toponyms: z.array(toponymSchema).describe('Every name of a place in the text, in text order.'),
  places: z.array(placeSchema).describe('The places of the story: venues, then subjects, then mentions.'),
  people: z.array(personSchema).describe('In order of first mention.'),
  timexes: z.array(timexSchema).describe('Every time phrase, in text order.'),
  events: z.array(eventSchema).describe('In text order of their first words.'),
  legs: z.array(legSchema).describe('In text order of their events.'),
  steps: z.array(stepSchema).describe('One for each paragraph, in text order.'),
  corrections: z.array(z.object({ date: day, note: z.string() })).describe('Newest last.'),
  withdrawn: z
    .object({ at: day, note: z.string() })
    .nullable()
    .describe('Set where the story was taken back.'),
  reviewed: z
    .object({ by: z.string(), at: day, story: z.string().optional() })
    .nullable()
    .describe('Who signed this story, and when.'),
  provenance: z
    .object({
      article: z.string(),
      decisions: z.string().nullable(),
      gazetteer: z.string(),
      policy: z.string(),
      basemap: z.string(),
      pipeline: z.int(),
    })
    .describe('Digests of all that the story was made of; no part of its identity.'),
});

export type Story = z.infer<typeof storySchema>;
export type StoryToponym = z.infer<typeof toponymSchema>;
export type StoryPlace = z.infer<typeof placeSchema>;
export type StoryPerson = z.infer<typeof personSchema>;
export type StoryEvent = z.infer<typeof eventSchema>;
export type StoryLeg = z.infer<typeof legSchema>;
export type StoryStep = z.infer<typeof stepSchema>;
export type Scene = z.infer<typeof sceneSchema>;
export type SceneState = z.infer<typeof stateSchema>;
