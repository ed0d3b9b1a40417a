/** The local servers that play the cases: hop `h` of case `n` is at `/case/n/h` of its server. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from '../gateway/server.ts';
import type { Answer, OracleCase } from './case.ts';

export interface OracleServers {
  /** Origins by server index; 0 is the page's. */
  readonly origins: readonly string[];
  /** Cases, by number, whose first preflight was seen on the wire. */
  readonly preflighted: ReadonlySet<number>;
  url(caseNumber: number, hop: number): string;
  close(): Promise<void>;
}

function send(response: ServerResponse, answer: Answer, origin: string, location: string | null): void {
  const headers = answer.headers.map(([name, value]) => [name, value.replaceAll('{ORIGIN}', origin)]);
  if (location !== null) headers.push(['location', location]);
  response.writeHead(
    answer.status,
    [...headers, ['x-request-id', 'r'], ['cache-control', 'no-store']].flat(),
  );
  response.end();
}

/** Starts the page's server and the two others. `cases` may grow while they run. */
export async function startOracleServers(cases: readonly OracleCase[]): Promise<OracleServers> {
  const origins: string[] = [];
  const preflighted = new Set<number>();
  const url = (caseNumber: number, hop: number): string =>
    `${origins[cases[caseNumber]?.hops[hop]?.server ?? 0]}/case/${caseNumber}/${hop}`;
  const play = (request: IncomingMessage, response: ServerResponse): void => {
    request.resume();
    const match = /^\/case\/(\d+)\/(\d+)$/.exec(request.url ?? '');
    const [number, hop] = [Number(match?.[1]), Number(match?.[2])];
    const step = cases[number]?.hops[hop];
    if (match === null || step === undefined) {
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Oracle</title>');
      return;
    }
    const isPreflight =
      request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (isPreflight && hop === 0) preflighted.add(number);
    const next = hop + 1 < (cases[number]?.hops.length ?? 0) ? url(number, hop + 1) : null;
    if (isPreflight) send(response, step.preflight, origins[0] ?? '', null);
    else send(response, step.response, origins[0] ?? '', next);
  };
  const servers = [0, 1, 2].map(() => createServer({ keepAliveTimeout: 30_000 }, play));
  for (const [index, server] of servers.entries()) {
    const port = await listen(server, 0);
    origins.push(`http://${index === 1 ? '127.0.0.1' : 'localhost'}:${port}`);
  }
  return {
    origins,
    preflighted,
    url,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}
