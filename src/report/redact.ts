import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import type { Diagnosed } from '../diagnosis/index.ts';
import type { Exchange, Exchanged } from '../exchange/index.ts';
import { memo } from './memo.ts';
import { isToldByForm, scrub } from './scrub.ts';
import { Secrets } from './secrets.ts';
import { isSensitiveHeader, placeholder } from './sensitive.ts';
import { finished, type Steps } from './steps.ts';

/** Every string of a report goes through one of these. */
export interface Redactor {
  /** Prose, or a value of unknown kind. */
  text(value: string): string;
  url(value: string): string;
  header(name: string, value: string): string;
}

/** Changes nothing: for reports that the user wants whole. */
export const openRedactor: Redactor = {
  text: (value) => value,
  url: (value) => value,
  header: (_name, value) => value,
};

const urlHeaders: ReadonlySet<string> = new Set(['location', 'referer', 'content-location', ':path']);
const scheme = /^(Bearer|Basic|Digest|Negotiate|NTLM|AWS4-HMAC-SHA256)\s+/i;
/** So many values are remembered as looked into. */
const mostSeen = 100_000;
/** Of a cookie the browser's rules for sending it stay: whether it crosses sites rests on them. */
const cookieAttribute = /^\s*(?:Secure|HttpOnly|Partitioned|SameSite\s*=\s*(?:Strict|Lax|None))\s*$/i;

/** Learns the secrets of a capture and replaces them, wherever they stand, by `REDACTED`. */
export function redactorFor(exchanges: readonly Diagnosed[]): Redactor {
  return finished(redactorSteps(exchanges));
}

/** The same step by step: of a large capture it takes a while. */
export function* redactorSteps(exchanges: readonly Diagnosed[]): Steps<Redactor> {
  const words = new Set(['true', 'false', 'null', 'undefined', '*']);
  for (const { exchange } of exchanges) {
    addPublicWords(words, exchange);
    yield;
  }
  // Words that stay even where a cookie or a parameter happens to repeat them: a report without them says nothing.
  const secrets = new Secrets((value) => words.has(value.toLowerCase()));
  const learnFrom = learner((secret) => {
    if (!isToldByForm(secret)) secrets.add(secret);
  });
  for (const { exchange } of exchanges) {
    learnFrom(exchange);
    yield;
  }
  const text = memo((value) => scrub(secrets.replaceIn(value), 'prose'));
  const url = memo((value) => scrub(secrets.replaceIn(value), 'url'));
  return {
    text,
    url,
    header: (name, value) => {
      if (isSensitiveHeader(name))
        return `${scheme.exec(value)?.[0] ?? ''}${placeholder}${kept(name, value)}`;
      return urlHeaders.has(name.toLowerCase()) ? url(value) : text(value);
    },
  };
}

/** Tells `learn` every secret of an exchange; a value that came before has nothing new to tell. */
function learner(learn: (secret: string) => void): (exchange: Exchange) => void {
  const seen = new Set<string>();
  const look = (value: string, form: 'url' | 'prose'): void => {
    if (seen.has(value)) return;
    if (seen.size < mostSeen) seen.add(value);
    scrub(value, form, learn);
  };
  return (exchange) => {
    for (const hop of exchange.hops) look(hop.url, 'url');
    for (const frame of exchange.call) look(frame.url, 'url');
    for (const messages of messagesOf(exchange)) {
      look(messages.request.url, 'url');
      for (const [name, value] of linesOf(messages)) {
        if (isSensitiveHeader(name)) for (const secret of secretsOfHeader(name, value)) learn(secret);
        else look(value, urlHeaders.has(name.toLowerCase()) ? 'url' : 'prose');
      }
    }
  };
}

function messagesOf(exchange: Exchange): readonly Exchanged[] {
  return [...exchange.hops.flatMap((hop) => [hop.preflight, hop.actual]), exchange.cachedPreflight].filter(
    (messages) => messages !== null,
  );
}

function linesOf(messages: Exchanged): HeaderLines {
  return [...messages.request.headers, ...(messages.response?.headers ?? [])];
}

/** The value as a whole and the parts of it that are secret by themselves. */
function secretsOfHeader(name: string, value: string): readonly string[] {
  const lower = name.toLowerCase();
  if (lower === 'set-cookie') return [value, ...cookieValue(value.split(';')[0] ?? '')];
  if (lower === 'cookie') return [value, ...value.split(';').flatMap(cookieValue)];
  const bare = value.replace(scheme, '');
  const basic = /^Basic\s/i.test(value) ? plainOf(bare) : '';
  const signed = [...bare.matchAll(/\b(?:Credential|Signature|response|nonce)="?([^",\s]+)/gi)];
  return [value, bare, basic, ...basic.split(':'), ...signed.map((match) => match[1] ?? '')];
}

/** The user and the password of `Basic`, which may be told elsewhere as they are; empty where it is not base64. */
function plainOf(base64: string): string {
  try {
    return atob(base64.trim());
  } catch {
    return '';
  }
}

function kept(name: string, value: string): string {
  if (name.toLowerCase() !== 'set-cookie') return '';
  const attributes = value
    .split(';')
    .slice(1)
    .filter((part) => cookieAttribute.test(part));
  return attributes.map((part) => `; ${part.trim()}`).join('');
}

function cookieValue(pair: string): readonly string[] {
  const equals = pair.indexOf('=');
  return [pair.slice(equals + 1).replace(/^\s*"|"\s*$/g, '')];
}

function addPublicWords(words: Set<string>, exchange: Exchange): void {
  if (exchange.origin !== null) addOrigin(words, exchange.origin);
  for (const hop of exchange.hops) addOrigin(words, hop.url);
  for (const messages of messagesOf(exchange)) {
    words.add(messages.request.method.toLowerCase());
    for (const line of linesOf(messages)) words.add(headerName(line));
  }
}

const headerName = ([name]: HeaderLine): string => name.toLowerCase();

function addOrigin(words: Set<string>, url: string): void {
  if (!URL.canParse(url)) return;
  const { origin, host, hostname } = new URL(url);
  for (const word of [origin, `${origin}/`, host, hostname, ...hostname.split('.')]) words.add(word);
}
