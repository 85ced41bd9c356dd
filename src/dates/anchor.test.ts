import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.ts';
import { findAnchor } from './anchor.ts';
import { findTimexes } from './timexes.ts';

/** What the word between brackets hangs on: the phrase, the relation, the EDTF. */
function read(marked: string): [string, string, string | null] | null {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const article = parseArticle(marked.replace(/[[\]]/g, ''));
  const sentence = article.sentences.find((each) => each.start <= start && start < each.end)!;
  const anchor = findAnchor(article.text, sentence, { start, end }, findTimexes(article, '2024-08-13'));
  return anchor && [anchor.timex.text, anchor.relation, anchor.edtf];
}

describe('findAnchor', () => {
  it.each([
    ['Abbas [arrived] in Oslo on Monday for a three-day visit.', ['Monday', 'at', '2024-08-12']],
    ['On Monday, the king of Norway [arrived] in Oslo.', ['Monday', 'at', '2024-08-12']],
    ['The king on Monday [left] Oslo.', ['Monday', 'at', '2024-08-12']],
    ['She will [visit] Oslo on Friday and meet the king on Saturday.', ['Friday', 'at', '2024-08-16']],
    ['She will visit Oslo on Friday and [meet] the king on Saturday.', ['Saturday', 'at', '2024-08-17']],
    ['He [spoke] in Oslo before Friday.', ['Friday', 'before', null]],
    ['He [spoke] in Oslo after June 3.', ['June 3', 'after', null]],
    ['He has [led] Norway since 2020.', ['2020', 'since', '2020/..']],
    ['He [led] Norway until 2020.', ['2020', 'until', '../2020']],
    ['They [met] from 12 to 14 August 2020.', ['12', 'at', '2020-08-12/2020-08-14']],
    ['They [met] between June and August 2019.', ['June', 'at', '2019-06/2019-08']],
    ['He stayed away from Friday’s [vote].', ['Friday', 'at', '2024-08-09']],
    ['The [bombing] on Friday shook Oslo.', ['Friday', 'at', '2024-08-09']],
    ['The 2019 [election] was close.', ['2019', 'at', '2019']],
  ] as const)('%s', (marked, expected) => expect(read(marked)).toEqual(expected));

  it.each([
    'He [said] that the king had left on Monday.',
    'He left on Monday, [ending] the talks.',
    'He resigned on Monday after [losing] the vote.',
    'The king, who [died] there, left Oslo in ruins when he fled on Monday.',
    'He left on Monday to [meet] the queen.',
    'He [left]. On Monday it rained.',
    'He [left].',
    'The [killing] of the mayor was discussed on Monday.',
    'He [spoke] for three days.',
  ])('hangs on nothing: %s', (marked) => expect(read(marked)).toBeNull());
});
