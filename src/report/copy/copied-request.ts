import { type HeaderLines, headerValue, isToken } from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Exchanged } from '../../exchange/index.ts';
import type { Redactor } from '../redact.ts';

/** A request to send again: every name a token, every value one line, the URL one of HTTP. */
export interface CopiedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderLines;
  /** Headers of the request whose values were never sent, because its preflight failed. */
  readonly unknown: readonly string[];
  /** Something was replaced. */
  readonly redacted: boolean;
}

/** What no HTTP message can carry (RFC 9110, 5.5): every control but the tab. */
const isBroken = (text: string): boolean => /(?!\t)\p{Cc}/u.test(text);

/** The preflight that decided, or else the first one; null where none was sent or it cannot be sent again. */
export function preflightOf({ exchange, judgement }: Diagnosed, r: Redactor): CopiedRequest | null {
  const decisive = exchange.hops[judgement.hop]?.preflight ?? null;
  const sent = decisive ?? exchange.hops.find((hop) => hop.preflight !== null)?.preflight ?? null;
  return sent === null ? null : sendable(sent.request.method, sent.request.url, sent.request.headers, [], r);
}

/**
 * The actual request at the hop that decided. One that its preflight kept off the wire is told by what that asked for:
 * method and header names are known then, the headers' values are not.
 */
export function actualOf({ exchange, judgement }: Diagnosed, r: Redactor): CopiedRequest | null {
  const hop = exchange.hops[judgement.hop] ?? exchange.hops[0];
  if (hop === undefined) return null;
  const asked = hop.preflight === null ? null : askedFor(hop.preflight);
  const sent = hop.actual?.request ?? null;
  const own = sent?.headers ?? [];
  const origin = headerValue(own, 'origin') ?? asked?.origin ?? exchange.origin;
  const headers: HeaderLines =
    origin === null || headerValue(own, 'origin') !== null ? own : [...own, ['Origin', origin]];
  const sentNames = new Set(own.map(([name]) => name.toLowerCase()));
  const unknown = (asked?.headers ?? []).filter((name) => !sentNames.has(name));
  return sendable(sent?.method ?? asked?.method ?? 'GET', sent?.url ?? hop.url, headers, unknown, r);
}

function askedFor({ request }: Exchanged) {
  const names = headerValue(request.headers, 'access-control-request-headers') ?? '';
  return {
    origin: headerValue(request.headers, 'origin'),
    method: headerValue(request.headers, 'access-control-request-method') ?? 'GET',
    headers: names
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => isToken(name)),
  };
}

function sendable(
  method: string,
  url: string,
  headers: HeaderLines,
  unknown: readonly string[],
  r: Redactor,
): CopiedRequest | null {
  if (!isToken(method) || !/^https?:\/\//i.test(url) || isBroken(url)) return null;
  const lines = headers.filter(([name, value]) => isToken(name) && !isBroken(value));
  const shown: HeaderLines = lines.map(([name, value]) => [name, r.header(name, value)]);
  const shownUrl = r.url(url);
  return {
    method,
    url: shownUrl,
    headers: shown,
    unknown,
    redacted: shownUrl !== url || shown.some(([, value], index) => value !== lines[index]?.[1]),
  };
}

/** What a reader must know of a copy, each as one line of plain words, which no shell acts on even where it knows no comments. */
export function remarks({ redacted, unknown, method }: CopiedRequest, body: boolean): readonly string[] {
  const plain = unknown.filter((name) => /^[\w-]+$/.test(name));
  return [
    ...(redacted ? ['Credentials were replaced by REDACTED'] : []),
    ...(plain.length > 0
      ? [`The preflight failed and so the values of these headers were never sent: ${plain.join(' ')}`]
      : []),
    ...(body && !/^(?:GET|HEAD|OPTIONS|DELETE)$/.test(method) ? ['The body is not part of the capture'] : []),
  ];
}
