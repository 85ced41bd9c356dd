import { strings } from '../strings.ts';
import { urlOf, type Site } from '../site.ts';
import type { FeedModel } from './model.ts';
import { EMBED_SIZE, iframeCode } from './oembed.ts';
import { escapeXml } from './xml.ts';

export type CodeName = keyof typeof strings.share.codes;

/** The codes of the share page, ready to be pasted, in its order; all values are escaped for where they go. */
export function shareCodes(model: FeedModel, site: Site): { name: CodeName; code: string }[] {
  return [
    { name: 'element', code: elementCode(model, site) },
    { name: 'iframe', code: iframeCode(model) },
    { name: 'wordpress', code: model.urls.page },
    { name: 'oembed', code: model.urls.oembed },
    { name: 'amp', code: ampCode(model) },
    { name: 'markdown', code: markdownCode(model) },
    { name: 'svg', code: model.urls.map },
  ];
}

function elementCode({ urls, title, alt }: FeedModel, site: Site): string {
  return [
    `<script async src="${escapeXml(urlOf(site, 'embed.js'))}"></script>`,
    `<story-map src="${escapeXml(urls.page)}" title="${escapeXml(strings.embed.frame(title))}">`,
    `  <a href="${escapeXml(urls.page)}"><img src="${escapeXml(urls.card)}" alt="${escapeXml(alt)}" width="1200" height="630" style="max-width:100%;height:auto"></a>`,
    '</story-map>',
  ].join('\n');
}

function ampCode({ urls, title }: FeedModel): string {
  const { width, height } = EMBED_SIZE;
  return [
    '<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>',
    `<amp-iframe src="${escapeXml(urls.embed)}" title="${escapeXml(strings.embed.frame(title))}" width="${width}" height="${height}" layout="responsive" sandbox="allow-scripts allow-popups" frameborder="0" resizable>`,
    `  <amp-img placeholder layout="fill" src="${escapeXml(urls.card)}"></amp-img>`,
    `  <div overflow tabindex="0" role="button">${escapeXml(strings.embed.read)}</div>`,
    '</amp-iframe>',
  ].join('\n');
}

function markdownCode({ urls, alt }: FeedModel): string {
  const text = alt
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/\s+/g, ' ');
  return `[![${text}](${urls.card})](${urls.page})`;
}
