import { strings } from '../strings.ts';
import { urlOf, type Site } from '../site.ts';
import { type FeedModel } from './model.ts';
import { escapeXml } from './xml.ts';

/** Size in CSS pixels that a host without automatic height gives the embed: all of it shows at this width. */
export const EMBED_SIZE = { width: 600, height: 650 };

/** `oembed.json` (oEmbed 1.0, type rich): the same iframe that the share page gives. */
export function toOembed(model: FeedModel, site: Site): Record<string, string | number> {
  return {
    version: '1.0',
    type: 'rich',
    title: model.title,
    ...(model.story.byline ? { author_name: model.story.byline } : {}),
    provider_name: strings.site,
    provider_url: urlOf(site, ''),
    html: iframeCode(model),
    ...EMBED_SIZE,
    thumbnail_url: model.urls.card,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}

/** The iframe alone: works where no script may run, and scrolls nothing at this height. */
export function iframeCode({ urls, title }: Pick<FeedModel, 'urls' | 'title'>): string {
  const { height } = EMBED_SIZE;
  return `<iframe src="${escapeXml(urls.embed)}" title="${escapeXml(`Story map: ${title}`)}" width="100%" height="${height}" loading="lazy" style="border:0;width:100%" allowfullscreen></iframe>`;
}
