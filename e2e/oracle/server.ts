/** The local servers that play the cases: hop `h` of case `n` is at `/case/n/h` of its server (`/case-cookie/n/h` with cookies). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HopSeen, Seen } from './browser.ts';
import type { Answer, OracleCase, OraclePage } from './case.ts';
import { type HttpAnswer, type HttpRequest, type SocketServer, startSocketServer } from './http.ts';

/** Hosts that the browser has to resolve to 127.0.0.1; the first is an IDN. */
export const testHosts = ['xn--bcher-kva.test', 'a.test'] as const;

const hosts = ['localhost', '127.0.0.1', 'localhost', '[::1]', ...testHosts] as const;

export interface OracleServers {
  /** Origins by server index; 0 is the page's. */
  readonly origins: readonly string[];
  /** What the scripts saw, by case and step: settles when the page has run all cases. */
  readonly results: Promise<readonly (readonly Seen[])[]>;
  /** What reached the servers in one step of a case, by hop. */
  hopsSeen(caseNumber: number, step: number): readonly HopSeen[];
  close(): Promise<void>;
}

/** Case and hop of a URL of the oracle's; null for any other. */
export function placeOf(url: string): { readonly number: number; readonly hop: number } | null {
  const match = /\/case(?:-cookie)?\/(\d+)\/(\d+)$/.exec(url);
  return match === null ? null : { number: Number(match[1]), hop: Number(match[2]) };
}

const textAnswer = (type: string, body: string, ...headers: HttpAnswer['headers']): HttpAnswer => ({
  status: 200,
  headers: [['content-type', type], ['cache-control', 'no-store'], ...headers],
  body,
});
const nothing: HttpAnswer = { status: 204, headers: [], body: '' };
const pageOf = (title: string): HttpAnswer =>
  textAnswer('text/html', `<!doctype html><title>${title}</title><body><script src="/driver.js"></script>`);

/** Starts all servers. What the page can ask for besides the cases: `/`, `/driver.js`, and the data of the run. */
export async function startOracleServers(cases: readonly OracleCase[]): Promise<OracleServers> {
  const driver = readFileSync(resolve('e2e/oracle/driver.js'), 'utf8');
  const origins: string[] = [];
  const seen = new Map<string, { preflights: number; requests: number }>();
  const stepOf = new Map<number, number>();
  let settle: (results: readonly (readonly Seen[])[]) => void = () => undefined;
  const results = new Promise<readonly (readonly Seen[])[]>((done) => {
    settle = done;
  });

  const originOf = (page: OraclePage): string =>
    page === 'idn' ? (origins[4] ?? '') : page === 'top' || page === 'worker' ? (origins[0] ?? '') : 'null';
  const urlOf = (number: number, hop: number): string => {
    const own = cases[number];
    return `${origins[own?.hops[hop]?.server ?? 0]}/case${own?.cookies ? '-cookie' : ''}/${number}/${hop}`;
  };
  const keyOf = (number: number, step: number, hop: number) => `${number} ${step} ${hop}`;

  function note(number: number, hop: number, isPreflight: boolean): void {
    const key = keyOf(number, stepOf.get(number) ?? 0, hop);
    const before = seen.get(key) ?? { preflights: 0, requests: 0 };
    seen.set(key, {
      preflights: before.preflights + (isPreflight ? 1 : 0),
      requests: before.requests + (isPreflight ? 0 : 1),
    });
  }

  function written(answer: Answer, fill: (value: string) => string, isStream: boolean): HttpAnswer {
    const location: HttpAnswer['headers'] =
      answer.location === null ? [] : [['location', fill(answer.location)]];
    const own = answer.headers.map(([name, value]) => [name, fill(value)] as const);
    const typed = !isStream && own.some(([name]) => name === 'content-type');
    return {
      status: answer.status,
      headers: [
        ...own.filter(([name]) => name !== 'content-type' || !isStream),
        ...location,
        ...(typed ? [] : [['content-type', isStream ? 'text/event-stream' : 'text/plain'] as const]),
        ['x-request-id', 'r'],
        ['cache-control', 'no-store'],
      ],
      body: 'data: x\n\n',
    };
  }

  function play({ method, path, headers }: HttpRequest): HttpAnswer | 'drop' | null {
    const place = placeOf(path);
    const own = place === null ? undefined : cases[place.number];
    const hop = place === null ? undefined : own?.hops[place.hop];
    if (place === null || own === undefined || hop === undefined) return null;
    const isPreflight = method === 'OPTIONS' && headers.has('access-control-request-method');
    note(place.number, place.hop, isPreflight);
    const answer = isPreflight ? hop.preflight : hop.response;
    if (answer.drop) return 'drop';
    const next = urlOf(place.number, place.hop + 1);
    const fill = (value: string): string =>
      value
        .replaceAll('{ORIGIN}', originOf(own.page))
        .replaceAll('{ECHO}', headers.get('origin') ?? '*')
        .replaceAll('{NEXT}', next)
        .replaceAll('{NEXT_REST}', next.replace(/^http:\/\//, ''));
    return written(answer, fill, headers.get('accept') === 'text/event-stream');
  }

  const calls = () =>
    cases.map(({ page, requests }, number) => ({
      page,
      calls: requests.map((request) => ({ ...request, url: urlOf(number, 0) })),
    }));

  function answer(request: HttpRequest): HttpAnswer | 'drop' {
    const played = play(request);
    if (played !== null) return played;
    const step = /^\/step\/(\d+)\/(\d+)$/.exec(request.path);
    if (step !== null) {
      stepOf.set(Number(step[1]), Number(step[2]));
      return nothing;
    }
    switch (request.path) {
      case '/':
        return pageOf('Oracle');
      case '/frame':
        return pageOf('Oracle’s frame');
      case '/driver.js':
        return textAnswer('text/javascript', driver);
      case '/origins.json':
        return textAnswer('application/json', JSON.stringify(origins));
      case '/calls.json':
        return textAnswer('application/json', JSON.stringify(calls()));
      case '/cookie':
        return textAnswer(
          'text/plain',
          '',
          ['set-cookie', 'k=1; Path=/case-cookie'],
          ['set-cookie', 'n=1; Path=/case-cookie; SameSite=None; Secure'],
        );
      case '/results':
        settle(JSON.parse(request.body));
        return nothing;
      default:
        return { status: 404, headers: [], body: '' };
    }
  }

  const servers: SocketServer[] = [];
  for (const host of hosts) {
    const isV6 = host === '[::1]';
    // A machine without IPv6 plays that server on IPv4.
    const server = await startSocketServer(isV6 ? '::1' : '127.0.0.1', answer).catch(() => null);
    const used = server ?? (await startSocketServer('127.0.0.1', answer));
    servers.push(used);
    origins.push(`http://${server === null ? '127.0.0.1' : host}:${used.port}`);
  }
  return {
    origins,
    results,
    hopsSeen: (number, step) =>
      (cases[number]?.hops ?? []).map(
        (_, hop) => seen.get(keyOf(number, step, hop)) ?? { preflights: 0, requests: 0 },
      ),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
