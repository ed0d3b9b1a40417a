import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import { fieldsOf } from './debugger-field.ts';
import { trimHeader } from './har-entry.ts';

/** Header lines of a CDP headers object: the lines of one name come joined by LF. Pseudo headers of HTTP/2 are left out. */
export function debuggerHeaders(value: unknown): HeaderLines {
  const lines: HeaderLine[] = [];
  for (const [name, text] of Object.entries(fieldsOf(value))) {
    if (typeof text !== 'string' || name.startsWith(':')) continue;
    for (const line of text.split('\n')) lines.push([name, trimHeader(line)]);
  }
  return lines;
}

/** Without the bytes beyond ASCII: of those the wire's head has each as a character, the page's has UTF-8 read, or nothing. */
const ascii = (value: string): string => value.replace(/[^\t\x20-\x7e]/g, '');

/** The values of CORS' own response headers, by name, as the CORS check gets them. */
function corsHeaders(lines: HeaderLines): string {
  const values = new Map<string, string>();
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    if (!key.startsWith('access-control-')) continue;
    const before = values.get(key);
    values.set(key, before === undefined ? ascii(value) : `${before}, ${ascii(value)}`);
  }
  return JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Head {
  readonly status: number;
  readonly headers: HeaderLines;
}

/**
 * What decided, where both the wire's head and the one handed to the page are known: the page's, where an extension
 * rewrote CORS headers or a cache answered after a revalidation; else the wire's, which keeps lines apart and cookies in.
 */
export function decidingHead(wire: Head, page: Head): Head {
  if (wire.status === page.status && corsHeaders(wire.headers) === corsHeaders(page.headers)) return wire;
  const cookies = wire.headers.filter(([name]) => name.toLowerCase() === 'set-cookie');
  return { status: page.status, headers: [...page.headers, ...cookies] };
}
