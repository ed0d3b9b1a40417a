/** Random cases for the oracle: most fields right and one or two wrong, so that each field decides alone. */
import fc from 'fast-check';
import type { OracleCase, OracleHop, OraclePage, OracleRequest, ServerIndex } from './case.ts';
import { finalAnswer, preflightAnswer, redirectAnswer } from './random-answer.ts';
import { mostly, randomRequest } from './random-request.ts';

const routes: readonly (readonly ServerIndex[])[] = [
  ...([[1], [1], [2], [3], [4], [5], [1, 1], [1, 2], [1, 0], [0, 1], [2, 1], [0, 1, 2], [1, 2, 1]] as const),
  ...([[0, 0], [0, 2], [2, 2], [1, 1, 1], [2, 0], [1, 2, 0], [0, 3], [4, 5], [4], [0, 4]] as const),
];

/** What may follow a first request to the same URL: what a preflight cache tells apart. */
const variants: readonly ((request: OracleRequest) => OracleRequest)[] = [
  (request) => request,
  (request) => ({ ...request, method: request.method === 'PUT' ? 'DELETE' : 'PUT' }),
  (request) => ({ ...request, headers: [] }),
  (request) => ({ ...request, headers: [...request.headers, ['x-more', '1']] }),
  (request) => ({ ...request, headers: [['Authorization', 'Bearer t']] }),
  (request) => ({ ...request, credentials: request.credentials === 'include' ? 'same-origin' : 'include' }),
  (request) => ({ ...request, method: 'HEAD', body: null }),
];

function hopOf(server: ServerIndex, last: boolean, request: OracleRequest): fc.Arbitrary<OracleHop> {
  const names = request.headers.map(([name]) => name.toLowerCase());
  const own = request.body === 'json' && !names.includes('content-type') ? [...names, 'content-type'] : names;
  return fc.record({
    server: fc.constant(server),
    preflight: preflightAnswer(request.method, own),
    response: last ? finalAnswer : redirectAnswer,
  });
}

/** An answer that an EventSource takes for none would fail for a reason that is not CORS. */
function forApi(own: OracleCase): OracleCase {
  if (own.requests[0]?.api !== 'eventsource') return own;
  const hops = own.hops.map((hop, index) => {
    const { response } = hop;
    if (index === own.hops.length - 1) return { ...hop, response: { ...response, status: 200 } };
    // A redirect that leads nowhere is an answer, and none that it takes.
    return { ...hop, response: { ...response, location: response.location || '{NEXT}' } };
  });
  return { ...own, hops };
}

/** Firefox has the system open a `mailto:` to which a `no-cors` request is led, and the page that made it is gone. */
function keepsPage(own: OracleCase): OracleCase {
  if (own.requests.every(({ mode }) => mode !== 'no-cors')) return own;
  const hops = own.hops.map((hop) => {
    const { response } = hop;
    if (response.location?.startsWith('mailto:') !== true) return hop;
    return { ...hop, response: { ...response, location: 'ftp://x.test/' } };
  });
  return { ...own, hops };
}

export const oracleCase: fc.Arbitrary<OracleCase> = fc
  .record({
    page: mostly<OraclePage>('top', 'sandboxed', 'data', 'worker', 'idn'),
    cookies: mostly(false, true),
    request: randomRequest,
    later: fc.oneof(
      { weight: 6, arbitrary: fc.constant<typeof variants>([]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...variants), { minLength: 1, maxLength: 3 }) },
    ),
    route: mostly<readonly ServerIndex[]>([1], ...routes, ...routes),
  })
  .chain(({ page, cookies, request, later, route }) => {
    const repeats: typeof variants = request.api === 'eventsource' || request.mode !== 'cors' ? [] : later;
    const requests = [request, ...repeats.map((vary) => vary(request))];
    return fc
      .tuple(...route.map((server, index) => hopOf(server, index === route.length - 1, request)))
      .map((hops) => keepsPage(forApi({ page, cookies, requests, hops })));
  });

/** The same cases for the same seed, whatever the machine. */
export function sampleCases(seed: number, count: number): readonly OracleCase[] {
  return fc.sample(oracleCase, { seed, numRuns: count });
}
