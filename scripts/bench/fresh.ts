import { type Chromium500, harOf } from '../../src/capture/chromium-500.testing.ts';
import { decodeHar } from '../../src/capture/index.ts';
import { assemble, type Exchange, type Exchanged, type WireEvent } from '../../src/exchange/index.ts';
import { gatewayTraffic } from './gateway-traffic.ts';

/** Gives exchanges that nobody has seen before, as a capture does: made by the assembler, from events of their own. */
export type Fresh = () => readonly Exchange[];

/** Between copies of the recorded traffic, in ms: longer than it took. */
export const apart = 10_000;

/** The recorded traffic, so many times over, read anew from its HAR. */
export function recordedTraffic(fixture: Chromium500, copies: number): Fresh {
  const text = harOf(fixture, copies, apart);
  return () => {
    const read = decodeHar(text);
    if (!read.ok) throw new Error(read.fault.reason);
    return assemble(read.events, { source: 'har', browser: read.browser });
  };
}

/** Calls to AWS front doors, as webRequest tells of them. */
export function liveTraffic(calls: number): Fresh {
  const events = gatewayTraffic(calls).flatMap(eventsOf);
  return () => assemble(structuredClone(events), { source: 'webRequest', browser: 'chromium' });
}

function eventsOf(exchange: Exchange): readonly WireEvent[] {
  const [hop] = exchange.hops;
  if (hop === undefined) return [];
  const { preflight, actual } = hop;
  const begin = (id: string, { request, startedAt }: Exchanged): WireEvent => ({
    type: 'request',
    id,
    time: startedAt,
    method: request.method,
    url: request.url,
    resourceType: exchange.resourceType,
    initiator: exchange.origin,
    scope: '1/0/doc',
    isPreflight: false,
    preflightOf: null,
  });
  const own = exchange.id;
  const leave = `${exchange.id} preflight`;
  return [
    ...(actual ? [begin(own, actual)] : []),
    ...(preflight ? [begin(leave, preflight), ...answered(leave, preflight, null)] : []),
    ...(actual ? answered(own, actual, exchange.error) : []),
  ];
}

function answered(id: string, { request, response, endedAt }: Exchanged, error: string | null): WireEvent[] {
  const time = endedAt ?? 0;
  return [
    ...(request.headersKnown
      ? [{ type: 'request-headers', id, time, provisional: false, headers: request.headers } as const]
      : []),
    ...(response
      ? [
          {
            type: 'response',
            id,
            time,
            status: response.status,
            headers: response.headers,
            fromCache: false,
          } as const,
        ]
      : []),
    error === null ? { type: 'completion', id, time, body: null } : { type: 'failure', id, time, error },
  ];
}
