import { strings } from '../strings.ts';
import { type FeedModel } from './model.ts';

/** The share picture's size in pixels: 1.91:1, as every network shows it uncropped. */
export const CARD_SIZE = { width: 1200, height: 630 };

export interface Head {
  /** `<meta property|name content>`. */
  metas: ({ property: string; content: string } | { name: string; content: string })[];
  /** `<link>`: other forms of the same story, oEmbed discovery. */
  links: { rel: string; type: string; href: string; title: string }[];
}

/** Open Graph, Twitter card and the links to a story's data, for the head of its page. */
export function headOf(model: FeedModel): Head {
  const { urls, title, description, alt, story } = model;
  const open = {
    'og:type': 'article',
    'og:site_name': strings.site,
    'og:title': title,
    'og:description': description,
    'og:url': urls.page,
    'og:locale': story.lang.replace('-', '_'),
    'og:image': urls.card,
    'og:image:type': 'image/png',
    'og:image:width': String(CARD_SIZE.width),
    'og:image:height': String(CARD_SIZE.height),
    'og:image:alt': alt,
    ...(model.published ? { 'article:published_time': model.published } : {}),
    ...(model.changed ? { 'article:modified_time': model.changed } : {}),
  };
  const alternate = (type: string, href: string, what: string) => ({
    rel: 'alternate',
    type,
    href,
    title: `${title}: ${what}`,
  });
  return {
    metas: [
      ...Object.entries(open).map(([property, content]) => ({ property, content })),
      { name: 'description', content: description },
      { name: 'twitter:card', content: 'summary_large_image' },
      { name: 'twitter:image:alt', content: alt },
    ],
    links: [
      alternate('application/json+oembed', urls.oembed, 'embed'),
      alternate('application/geo+json', urls.places, 'places'),
      alternate('text/calendar', urls.timeline, 'dates'),
      alternate('application/json', urls.story, 'story'),
    ],
  };
}
