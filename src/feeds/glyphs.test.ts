import { describe, expect, it } from 'vitest';
import { drawable, withDrawableTexts } from './glyphs.ts';

describe('drawable', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['Fees rise', 'Fees rise'],
    [
      'Đà Nẵng, Şanlıurfa, Αθήνα, Москва, القاهرة, दिल्ली',
      'Đà Nẵng, Şanlıurfa, Αθήνα, Москва, القاهرة, दिल्ली',
    ],
    ['co\u00adoperate\u200b now\u2069', 'co\u00adoperate\u200b now\u2069'],
    ['Fees 👍🏽 rise', 'Fees rise'],
    ['👩‍👩‍👧‍👦', ''],
    ['\u0007Fees\u200b \u200b rise\u0000', 'Fees\u200b rise'],
    ['\u202eFees', '\u202eFees'],
    ['Tokyo 東京', ''],
    ['ירושלים', ''],
    ['กรุงเทพ', ''],
    ['up 5‰', ''],
  ])('gives of %j %j', (text, shown) => expect(drawable(text)).toBe(shown));
});

it('empties the texts of a picture that no font of ours can draw, and leaves its names', () => {
  const svg = `<svg aria-label="東京"><title>東京</title><text x="1">東京</text><text>Bath &amp; &#60;Wells&#62; 👍</text></svg>`;
  expect(withDrawableTexts(svg)).toBe(
    `<svg aria-label="東京"><title>東京</title><text x="1"></text><text>Bath &amp; &lt;Wells&gt;</text></svg>`,
  );
});
