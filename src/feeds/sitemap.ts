import { urlOf, type Site } from '../site.ts';
import type { FeedModel } from './model.ts';
import { element } from './xml.ts';

/** `sitemap.xml`: the index, the About page and every story by slug; lastmod only where the day is known. */
export function toSitemap(models: readonly FeedModel[], site: Site): string {
  const stories = models
    .map(({ urls, changed }) => ({ loc: urls.page, lastmod: changed }))
    .sort((a, b) => (a.loc < b.loc ? -1 : 1));
  const pages = [
    { loc: urlOf(site, ''), lastmod: null },
    { loc: urlOf(site, 'about/'), lastmod: null },
    ...stories,
  ];
  const urls = pages.map(
    ({ loc, lastmod }) => `<url>${element('loc', loc)}${lastmod ? element('lastmod', lastmod) : ''}</url>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}
