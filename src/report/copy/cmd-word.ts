/** What neither cmd nor Windows' argument parser does anything to. */
const plain = /[A-Za-z0-9 _./:-]/;

/**
 * One word for Windows' cmd at its prompt that means exactly `text`, through both of its readers:
 *
 * 1. cmd expands `%NAME%` before anything else, quoted or not, and there is no escape for it at a prompt. A caret after the
 *    percent sign makes the name another one, which no variable has, and step 2 takes the caret away.
 * 2. cmd takes `^` away and leaves the character after it alone. The enclosing quotes are escaped too, so that cmd never
 *    is within quotes, where carets would stay. A caret before a line feed takes both away and saves what comes next.
 * 3. The program's own start-up code (Microsoft's rules for arguments) reads `"…"`: backslashes are literal unless a
 *    quote follows them; then each is doubled.
 *
 * NUL is left out, and a tab, at which a prompt completes names, becomes a space. With delayed expansion, which is off unless cmd was started so, `!NAME!` would still expand.
 */
export function cmdWord(text: string): string {
  const argument = text
    .replaceAll('\0', '')
    .replaceAll('\t', ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/(\\*)"/g, '$1$1\\"')
    .replace(/\\+$/, '$&$&');
  let out = '';
  let afterPercent = false;
  for (const character of argument) {
    if (character === '\n') out += '^\n\n';
    else out += plain.test(character) && !afterPercent ? character : `^${character}`;
    afterPercent = character === '%';
  }
  return `^"${out}^"`;
}
