import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Exchanged } from '../../exchange/index.ts';
import { methodOf } from '../model/row.ts';
import { causeOf } from '../model/standing.ts';
import { type Key, keys, states } from './keys.ts';
import { hasState } from './state-test.ts';

/** By key, and for free text: what an exchange has of it. */
export type Fact = Key | 'text';

export const factsOf: Readonly<Record<Fact, (row: Diagnosed) => readonly string[]>> = {
  /** What a row tells besides its URLs: many rows share it. */
  text: (row) => {
    const { exchange, judgement, gateway, findings } = row;
    return present([
      methodOf(row),
      causeOf(row),
      exchange.origin,
      judgement.verdict.code,
      exchange.reported?.name,
      exchange.requester,
      gateway.kind,
      ...messagesOf(row).map(({ response }) => response && String(response.status)),
      ...findings.map(({ rule }) => rule),
    ]);
  },
  is: (row) => states.filter((state) => hasState(row, state)),
  'status-code': (row) => present(messagesOf(row).map(({ response }) => response && String(response.status))),
  /** A symptom is none: it goes with its cause. */
  cause: ({ findings }) => findings.filter(({ causedBy }) => causedBy === null).map(({ rule }) => rule),
  gateway: ({ gateway }) => [gateway.kind],
  api: ({ apiId }) => [apiId],
  origin: ({ exchange: { origin } }) => (origin === null ? [] : [origin, ...hostsOf(origin)]),
  domain: ({ exchange }) => exchange.hops.flatMap(({ url }) => hostsOf(url)),
  method: (row) => [methodOf(row), ...messagesOf(row).map(({ request }) => request.method)],
  code: ({ exchange, judgement }) => present([judgement.verdict.code, exchange.reported?.name]),
  'resource-type': ({ exchange }) => [exchange.resourceType],
  scheme: ({ exchange }) => exchange.hops.map(({ url }) => url.slice(0, Math.max(0, url.indexOf(':')))),
  /** What a preflight announced is the page's own even where it was refused and never sent. */
  'has-request-header': (row) => {
    const names = [...row.judgement.needs.headers];
    for (const { request } of messagesOf(row)) for (const [name] of request.headers) names.push(name);
    return names;
  },
  'has-response-header': (row) => {
    const names: string[] = [];
    for (const { response } of messagesOf(row))
      for (const [name] of response?.headers ?? []) names.push(name);
    return names;
  },
};

/** In the order in which they are read ahead: what is most asked for first. */
export const facts: readonly Fact[] = ['text', ...keys];

/** Preflights and actual messages of every hop. */
function messagesOf({ exchange }: Diagnosed): readonly Exchanged[] {
  const messages: Exchanged[] = [];
  for (const { preflight, actual } of exchange.hops) {
    if (preflight !== null) messages.push(preflight);
    if (actual !== null) messages.push(actual);
  }
  return messages;
}

function present<T>(values: readonly (T | null | undefined)[]): readonly T[] {
  return values.filter((value) => value !== null && value !== undefined);
}

/** `host` and `host:port` of an absolute URL or an origin, cut out by hand: `URL` costs more than all the rest. */
function hostsOf(url: string): readonly string[] {
  const authority = /^[a-z][a-z\d+.-]*:\/\/([^/?#\\]*)/i.exec(url)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const hostname = host.replace(/:\d*$/, '');
  return host === hostname ? present([host || null]) : [hostname, host];
}
