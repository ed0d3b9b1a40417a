/** Characters of one text that a regular expression looks at. */
const longest = 2000;

export function regexTest(source: string, flags: string): (text: string) => boolean {
  const regex = new RegExp(source, [...new Set(`im${flags.replace(/[gy]/g, '')}`)].join(''));
  return (text) => regex.test(text.slice(0, longest));
}
