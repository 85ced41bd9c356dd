/**
 * Family names of China (pinyin), of Taiwan and Hong Kong as they write them, and of Korea, folded: the commonest of each
 * and those of heads of state, by hand, common knowledge; the statistical offices of these countries publish the counts.
 * News of Vietnam go by the given name, which stands last as elsewhere.
 */
const CHINA = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao fan shi tan liao jin qian xi mao'.split(
    ' ',
  ),
);
const ELSEWHERE = new Set(
  (
    'tsai lai chiang hsu hsieh hsiao hung kuo chang chu chou chien lee ko hou chao ' +
    'kim park choi jung jeong kang cho jo yoon yun jang lim im oh seo shin kwon hwang ahn ryu ryoo hong moon son bae baek heo nam noh roh ban chung chun'
  ).split(' '),
);

/** One syllable of a given name: "Jae", "Hyun", "Un", "Qiang". */
const SYLLABLE =
  /^(?:[bcdfghjklmnpqrstwxyz]|zh|ch|sh|kw|gy|hy|my|ky|ny|ts|hs|ry)?[aeiouy]{1,3}(?:ng|[hklmnprt])?$/;

/** One or two syllables of pinyin written together: "Yi", "Jinping", "Lifeng". */
const PINYIN =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|a|o|e|i|u)){1,2}$/;

/**
 * Whether a name has its family name first: "Xi Jinping", "Kim Jong Un", "Lee Jae-myung", "Tsai Ing-wen". By a table of
 * family names and the sound of what follows; `words` are the name's, as written.
 */
export function isFamilyFirst(words: readonly string[]): boolean {
  const [family = '', ...given] = words.map((word) => word.toLowerCase());
  const isChinese = CHINA.has(family);
  if (!(isChinese || ELSEWHERE.has(family)) || !given.length || given.length > 2) return false;
  if (given.length === 2) return given.every((word) => SYLLABLE.test(word));
  const halves = given[0]!.split('-');
  if (halves.length === 2) return halves.every((half) => SYLLABLE.test(half));
  return halves.length === 1 && isChinese && PINYIN.test(given[0]!);
}
