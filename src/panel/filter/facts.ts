import type { HeaderLines } from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Exchanged } from '../../exchange/index.ts';
import { methodOf } from '../model/row.ts';
import { causeOf } from '../model/standing.ts';
import type { NameKey } from './keys.ts';

type Test = (value: string) => boolean;

/** Whether a preflight or an actual message of any hop meets the test. */
export function someMessage({ exchange }: Diagnosed, test: (message: Exchanged) => boolean): boolean {
  for (const { preflight, actual } of exchange.hops)
    if ((preflight !== null && test(preflight)) || (actual !== null && test(actual))) return true;
  return false;
}

function someHeader(lines: HeaderLines, test: Test): boolean {
  for (const [name] of lines) if (test(name)) return true;
  return false;
}

/** `host` and `host:port` of an absolute URL or an origin, cut out by hand: `URL` costs more than all the rest of a filter. */
export function hostsOf(url: string): readonly [hostname: string, host: string] {
  const authority = /^[a-z][a-z\d+.-]*:\/\/([^/?#\\]*)/i.exec(url)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return [host.replace(/:\d*$/, ''), host];
}

function hostMeets(url: string, test: Test): boolean {
  const [hostname, host] = hostsOf(url);
  return host !== '' && (test(hostname) || test(host));
}

/** By key: whether one of the exchange's values of that key meets the test. */
export const someValue: Readonly<Record<NameKey, (row: Diagnosed, test: Test) => boolean>> = {
  cause: ({ findings }, test) => findings.some(({ rule, causedBy }) => causedBy === null && test(rule)),
  gateway: ({ gateway }, test) => test(gateway.kind),
  api: ({ apiId }, test) => test(apiId),
  origin: ({ exchange: { origin } }, test) => origin !== null && (test(origin) || hostMeets(origin, test)),
  domain: ({ exchange }, test) => exchange.hops.some(({ url }) => hostMeets(url, test)),
  method: (row, test) => test(methodOf(row)) || someMessage(row, ({ request }) => test(request.method)),
  code: ({ exchange, judgement: { verdict } }, test) =>
    (verdict.code !== null && test(verdict.code)) ||
    (exchange.reported !== null && test(exchange.reported.name)),
  // What a preflight announced is the page's own even where it was refused and never sent.
  'has-request-header': (row, test) =>
    row.judgement.needs.headers.some(test) ||
    someMessage(row, ({ request }) => someHeader(request.headers, test)),
  'has-response-header': (row, test) =>
    someMessage(row, ({ response }) => response !== null && someHeader(response.headers, test)),
};

/**
 * Whether a text that the row tells meets a test: `few` is asked of what many exchanges share, and may remember its answers,
 * `any` of what is each one's own.
 */
export function someText(row: Diagnosed, few: Test, any: Test): boolean {
  const { exchange, judgement, gateway } = row;
  for (const { url } of exchange.hops) if (any(url)) return true;
  const cause = causeOf(row);
  return (
    few(methodOf(row)) ||
    (cause !== null && few(cause)) ||
    (exchange.origin !== null && few(exchange.origin)) ||
    (judgement.verdict.code !== null && few(judgement.verdict.code)) ||
    (exchange.reported !== null && few(exchange.reported.name)) ||
    few(exchange.requester) ||
    few(gateway.kind) ||
    someMessage(row, ({ response }) => response !== null && few(String(response.status))) ||
    row.findings.some(({ rule }) => few(rule))
  );
}
