/** The words of one simple POSIX command: blanks, backslashes and single quotes, and nothing else that means something. */
export function shellWords(command: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < command.length; at += 1) {
    const char = command.charAt(at);
    if (char === "'") {
      const end = command.indexOf("'", at + 1);
      if (end < 0) throw new Error('a quote is left open');
      word = (word ?? '') + command.slice(at + 1, end);
      at = end;
    } else if (char === '\\') {
      at += 1;
      if (command.charAt(at) !== '\n') word = (word ?? '') + command.charAt(at);
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (/[\w@%+=:,./-]/.test(char)) word = (word ?? '') + char;
    else throw new Error(`${char} stands bare`);
  }
  return word === null ? words : [...words, word];
}
