import { strings } from '../strings.ts';
import { urlOf, type Site } from '../site.ts';
import { type FeedModel } from './model.ts';
import { element } from './xml.ts';

/**
 * `feed.xml`: RSS 2.0 with GeoRSS Simple, newest story first, those without a day last, by slug.
 *
 * An item has no pubDate where the story's day isn't known, and no point where no venue is sure.
 */
export function toRss(models: readonly FeedModel[], site: Site): string {
  const sorted = [...models].sort(
    (a, b) => compare(b.published ?? '', a.published ?? '') || compare(a.story.slug, b.story.slug),
  );
  const built = sorted
    .map(({ changed }) => changed ?? '')
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">',
    '<channel>',
    element('title', strings.site),
    element('link', urlOf(site, '')),
    element('description', 'Story maps: where and when, and how the article says so.'),
    element('language', 'en'),
    ...(built ? [element('lastBuildDate', rfc822(built))] : []),
    element('atom:link', '', { href: urlOf(site, 'feed.xml'), rel: 'self', type: 'application/rss+xml' }),
    ...sorted.map(item),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item(model: FeedModel): string {
  const { place } = model.places.find(({ place }) => place.role === 'venue' && place.lngLat) ?? {};
  const lines = [
    element('title', model.story.withdrawn ? `Withdrawn: ${model.title}` : model.title),
    element('link', model.urls.page),
    element('guid', model.urls.page, { isPermaLink: 'true' }),
    element(
      'description',
      [model.description, ...unsaid(model), model.yearNote, ...model.corrections].filter(Boolean).join(' '),
    ),
    ...(model.published ? [element('pubDate', rfc822(model.published))] : []),
    ...(model.changed ? [element('atom:updated', `${model.changed}T00:00:00Z`)] : []),
    ...model.places
      .filter(({ place }) => place.role !== 'mention')
      .map(({ place }) => element('category', place.name, { domain: 'place' })),
    ...(place?.lngLat
      ? [
          element('georss:point', `${place.lngLat[1]} ${place.lngLat[0]}`),
          element('georss:featurename', place.name),
        ]
      : []),
  ];
  return `<item>\n${lines.join('\n')}\n</item>`;
}

/** The sources of what an editor added, but for one that the description names. */
function unsaid({ added, description }: FeedModel): string[] {
  return added.filter((sentence) => !description.includes(sentence));
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue, 13 Aug 2024 00:00:00 GMT` of a `YYYY-MM-DD`: RSS knows no date without a time. */
export function rfc822(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const number = String(date.getUTCDate()).padStart(2, '0');
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${DAYS[date.getUTCDay()]}, ${number} ${MONTHS[date.getUTCMonth()]} ${year} 00:00:00 GMT`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
