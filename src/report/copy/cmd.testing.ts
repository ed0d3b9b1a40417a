/**
 * A model of how cmd at its prompt and Microsoft's C start-up code read a command. From the public descriptions: percent
 * expansion comes first and knows no quotes; an undefined name is left alone at a prompt; a caret outside quotes saves the
 * next character, and before a line feed takes both away and saves the character that follows.
 */
export type CmdReading =
  | { readonly ok: true; readonly argv: readonly string[] }
  /** The text did more than call one program: an operator, or a line that ended. */
  | { readonly ok: false; readonly because: string };

export function readAsCmd(line: string, variables: ReadonlyMap<string, string>): CmdReading {
  const called = calledBy(expanded(line, variables));
  return typeof called === 'string'
    ? { ok: false, because: called }
    : { ok: true, argv: argvOf(called.line) };
}

function expanded(line: string, variables: ReadonlyMap<string, string>): string {
  let out = '';
  for (let at = 0; at < line.length; at++) {
    const end = line.charAt(at) === '%' ? line.indexOf('%', at + 1) : -1;
    const name = end === -1 ? '' : line.slice(at + 1, end);
    const base = name.split(':')[0] ?? '';
    const value = base === '' || name.includes('\n') ? undefined : variables.get(base.toUpperCase());
    if (value === undefined) out += line.charAt(at);
    else {
      out += value;
      at = end;
    }
  }
  return out;
}

function calledBy(line: string): { readonly line: string } | string {
  let out = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '\n') return 'the line ended';
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[&|<>()]/.test(character)) return `the operator ${character}`;
    else if (!quoted && character === '^') {
      at += 1;
      if (line.charAt(at) === '\n') at += 1;
      out += line.charAt(at);
      continue;
    }
    out += character;
  }
  return { line: out };
}

/** Microsoft's rules: 2n backslashes and a quote are n and a quote that opens or closes; 2n+1, n and a quote as such. */
function argvOf(line: string): readonly string[] {
  const argv: string[] = [];
  let current: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '\\') {
      let count = 1;
      while (line.charAt(at + count) === '\\') count += 1;
      const beforeQuote = line.charAt(at + count) === '"';
      current = (current ?? '') + '\\'.repeat(beforeQuote ? count >> 1 : count);
      at += count - 1;
      if (beforeQuote && count % 2 === 1) {
        current += '"';
        at += 1;
      }
    } else if (character === '"') {
      current ??= '';
      // A doubled quote within quotes is one of them.
      if (quoted && line.charAt(at + 1) === '"') {
        current += '"';
        at += 1;
      } else quoted = !quoted;
    } else if (!quoted && /[ \t]/.test(character)) {
      if (current !== null) argv.push(current);
      current = null;
    } else current = (current ?? '') + character;
  }
  if (current !== null) argv.push(current);
  return argv;
}
