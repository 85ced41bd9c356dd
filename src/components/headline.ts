/** Words of more letters than this may break at their hyphen: a narrow line has no room for them. */
const LONGEST = 18;

/** A headline in parts, whose words with a hyphen stay on one line: no line ends with "four-". Joined they are the headline. */
export function headlineParts(title: string): { text: string; whole: boolean }[] {
  return title
    .split(/((?<!\S)\S+-\S+)/u)
    .filter(Boolean)
    .map((text) => ({ text, whole: /^\S+-\S+$/u.test(text) && [...text].length <= LONGEST }));
}
