import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { readSite } from '../site.ts';
import { shareCodes } from './codes.ts';
import { feedModel } from './model.ts';
import { toOembed } from './oembed.ts';
import { redirectPage } from './redirect.ts';
import { sampleStory } from './sample.ts';

const site = readSite('https://news.example/maps/');
const story = sampleStory();
story.steps[1]!.scene.alt = 'A map [of "sorts"] & <more>';
const model = feedModel(story, site);
const codes = new Map(shareCodes(model, site).map(({ name, code }) => [name, code]));

describe('shareCodes', () => {
  it('gives the element with a picture that stands without script', () => {
    expect(codes.get('element')).toMatchInlineSnapshot(`
      "<script async src="https://news.example/maps/embed.js"></script>
      <story-map src="https://news.example/maps/stories/ruiz-vienna/" title="Story map: Fees &amp; &quot;prices&quot;, &lt;b&gt;too&lt;/b&gt; &lt;/script&gt;">
        <a href="https://news.example/maps/stories/ruiz-vienna/"><img src="https://news.example/maps/stories/ruiz-vienna/card.png" alt="A map [of &quot;sorts&quot;] &amp; &lt;more&gt;" width="1200" height="630" style="max-width:100%;height:auto"></a>
      </story-map>"
    `);
  });

  it('gives one iframe, on the page and in oEmbed', () => {
    expect(codes.get('iframe')).toBe(toOembed(model, site)['html']);
    const parser = new XMLParser({ ignoreAttributes: false, allowBooleanAttributes: true });
    const { iframe } = parser.parse(codes.get('iframe')!) as { iframe: Record<string, string> };
    expect(iframe['@_src']).toBe('https://news.example/maps/stories/ruiz-vienna/embed/');
    expect(iframe['@_title']).toBe('Story map: Fees & "prices", <b>too</b> </script>');
  });

  it('escapes the alt for Markdown', () => {
    expect(codes.get('markdown')).toBe(
      '[![A map \\[of "sorts"\\] & &lt;more>](https://news.example/maps/stories/ruiz-vienna/card.png)](https://news.example/maps/stories/ruiz-vienna/)',
    );
  });

  it('lets nothing of the story out of its attribute', () => {
    for (const code of codes.values()) expect(code).not.toMatch(/<b>|<\/script> /);
  });
});

it('escapes a title in script and markup of a redirect', () => {
  const page = redirectPage('</script><b>', 'https://x.org/?a=1&b="</script>');
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect(page).not.toContain('<b>');
});
