import { isNamed, joinedTo } from './header-list.ts';
import type { HeaderLines } from './headers.ts';

/**
 * The headers of one answer by which a browser decides on CORS, and the two that tell caches what to do with it. Each is
 * what "get" of the Fetch Standard gives: the lines' values, trimmed and joined by `, `; null where no line carries it.
 */
export interface AnswerHeaders {
  readonly acao: string | null;
  readonly acac: string | null;
  readonly acam: string | null;
  readonly acah: string | null;
  readonly aceh: string | null;
  readonly acma: string | null;
  readonly vary: string | null;
  readonly cacheControl: string | null;
}

interface Read {
  readonly lines: HeaderLines;
  readonly headers: AnswerHeaders;
}

/** A preflight's answer and the actual one, which are asked about in turn, once for each mode that is possible. */
let last: Read | null = null;
let before: Read | null = null;

/** Reads all of them in one pass, and remembers the last two answers: the same are asked about many times in a row. */
export function answerHeaders(lines: HeaderLines): AnswerHeaders {
  if (last !== null && last.lines === lines) return last.headers;
  const known: Read = before !== null && before.lines === lines ? before : { lines, headers: read(lines) };
  before = last;
  last = known;
  return known.headers;
}

function read(lines: HeaderLines): AnswerHeaders {
  let acao: string | null = null;
  let acac: string | null = null;
  let acam: string | null = null;
  let acah: string | null = null;
  let aceh: string | null = null;
  let acma: string | null = null;
  let vary: string | null = null;
  let cacheControl: string | null = null;
  for (const line of lines) {
    const name = line[0];
    // Most names have a length that none of these has, and are looked at no further.
    switch (name.length) {
      case 4:
        if (isNamed(name, 'vary')) vary = joinedTo(vary, line[1]);
        break;
      case 13:
        if (isNamed(name, 'cache-control')) cacheControl = joinedTo(cacheControl, line[1]);
        break;
      case 22:
        if (isNamed(name, 'access-control-max-age')) acma = joinedTo(acma, line[1]);
        break;
      case 27:
        if (isNamed(name, 'access-control-allow-origin')) acao = joinedTo(acao, line[1]);
        break;
      case 28:
        if (isNamed(name, 'access-control-allow-methods')) acam = joinedTo(acam, line[1]);
        else if (isNamed(name, 'access-control-allow-headers')) acah = joinedTo(acah, line[1]);
        break;
      case 29:
        if (isNamed(name, 'access-control-expose-headers')) aceh = joinedTo(aceh, line[1]);
        break;
      case 32:
        if (isNamed(name, 'access-control-allow-credentials')) acac = joinedTo(acac, line[1]);
        break;
    }
  }
  return { acao, acac, acam, acah, aceh, acma, vary, cacheControl };
}
