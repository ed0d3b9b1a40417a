/**
 * Where a text stops being JSON (RFC 8259). `JSON.parse` says that it is not, but engines differ in whether and how they
 * say where. Runs only after a failure, in one pass and without recursion.
 */
export function jsonFaultAt(text: string): number {
  const blank = /[ \t\n\r]*/y;
  const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
  const closers: string[] = [];
  let at = 0;

  const eat = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found !== null;
  };
  const next = (): string => {
    eat(blank);
    return text.charAt(at);
  };
  const eatString = (): boolean => {
    const end = stringEnd(text, at);
    if (end !== null) at = end;
    return end !== null;
  };
  const take = (character: string): boolean => {
    if (next() !== character) return false;
    at += 1;
    return true;
  };
  const key = (): boolean => {
    next();
    return eatString() && take(':');
  };

  for (;;) {
    const first = next();
    if (first === '{' || first === '[') {
      at += 1;
      const closer = first === '{' ? '}' : ']';
      if (!take(closer)) {
        closers.push(closer);
        if (closer === '}' && !key()) return faultIn(text, at);
        continue;
      }
    } else if (!eatString() && !eat(scalar)) {
      return faultIn(text, at);
    }
    for (;;) {
      const closer = closers[closers.length - 1];
      if (closer === undefined) {
        next();
        return at;
      }
      if (take(closer)) {
        closers.pop();
        continue;
      }
      if (!take(',')) return faultIn(text, at);
      if (closer === '}' && !key()) return faultIn(text, at);
      break;
    }
  }
}

/** Where the string that starts at `start` ends; null where none does. A loop: a pattern's stack has limits. */
function stringEnd(text: string, start: number): number | null {
  if (text[start] !== '"') return null;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return null;
    if (code === 0x5c) {
      const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
      escaped.lastIndex = at + 1;
      const found = escaped.exec(text);
      if (found === null) return null;
      at += found[0].length;
    }
  }
  return null;
}

/** Where the value at `at` is at fault: at the end of the text if that cuts off a string, a number or a literal. */
function faultIn(text: string, at: number): number {
  const rest = text.slice(at, at + 6);
  if (rest === '-' || ['true', 'false', 'null'].some((word) => word.startsWith(rest))) return text.length;
  if (/^(?:\.|[eE][+-]?)$/.test(rest) && /\d/.test(text.charAt(at - 1))) return text.length;
  if (text[at] !== '"') return at;
  for (let index = at + 1; index < text.length; index += 1) {
    if (text.charCodeAt(index) < 0x20) return index;
    if (text[index] === '\\') {
      const after = text.slice(index + 1, index + 6);
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{0,4}$)|^$/.test(after)) return index;
      index += 1;
    }
  }
  return text.length;
}

/** Line and column, from 1, of an offset; lines end at LF, CR or CRLF. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (const end of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1;
    start = end.index + end[0].length;
  }
  return { line, column: offset - start + 1 };
}
