import { fetchCors } from './fetch.ts';
import type { AnsweredResponse, Answerer, CacheInUse, Fetched, PageRequest, SentRequest } from './fetched.ts';
import { headerValue } from './header-list.ts';
import type { HeaderLines } from './headers.ts';
import type { BrowserProfile } from './profile.ts';
import type { Credentials } from './request.ts';

/** The lab's formats are told in `fixtures/README.md`. */
type LabRequest<Headers> = readonly [
  method: string,
  headers: Headers,
  credentials: Credentials,
  options: {
    readonly mode?: 'no-cors' | 'same-origin';
    readonly redirect?: 'error' | 'manual';
    readonly uploadListener?: 1;
    readonly noStore?: 1;
  },
];
type LabAnswer<Headers> = readonly [status: number, headers: Headers] | 0;
type Exchange<Headers> = readonly [
  origin: string,
  preflight: LabAnswer<Headers> | null,
  answer: LabAnswer<Headers>,
];

export type LabCase = readonly [
  id: string,
  page: string,
  request: LabRequest<number>,
  exchanges: readonly Exchange<number>[],
  standard: readonly [
    passes: 1 | 0 | -1,
    wire: readonly string[],
    exposed?: string | null,
    reason?: string | null,
  ],
  chromium:
    | readonly [passes: 1, wire: readonly string[], exposed: string]
    | readonly [passes: 0, wire: readonly string[], code?: string, parameter?: string],
  firefox:
    | readonly [passes: 1, wire: readonly string[] | 0, exposed: string]
    | readonly [passes: 0, wire: readonly string[] | 0, category: string | null],
];

export interface LabCases {
  readonly headerLists: readonly HeaderLines[];
  readonly cases: readonly LabCase[];
}

export type CacheStep =
  | number
  | readonly [
      request: LabRequest<HeaderLines>,
      preflight: readonly [number, HeaderLines],
      answer: readonly [number, HeaderLines],
      chromium: string,
      firefox: string,
    ];

export interface CacheSequences {
  readonly sequences: readonly (readonly [
    id: string,
    page: string,
    origin: string,
    steps: readonly CacheStep[],
  ])[];
}

/** `B2` → `http://b.test:18474`; `null` stays. */
function originOf(letter: string): string {
  if (letter === 'null') return letter;
  const port = letter.endsWith('2') ? 18474 : 18473;
  return `http://${letter.charAt(0).toLowerCase()}.test:${port}`;
}

const letterOf = (origin: string | null): string =>
  origin === null
    ? '-'
    : origin === 'null'
      ? origin
      : `${origin.charAt(7).toUpperCase()}${origin.endsWith('4') ? '2' : ''}`;

/** A message as the fixtures write it. The hop is told by the path. */
export function written({ url, method, headers, isPreflight }: SentRequest): string {
  const hop = new URL(url).pathname.slice(1);
  const origin = letterOf(headerValue(headers, 'origin'));
  if (!isPreflight) return `${hop}!${origin} ${method}`;
  const acrm = headerValue(headers, 'access-control-request-method');
  const acrh = headerValue(headers, 'access-control-request-headers');
  return `${hop}?${origin} ${acrm}${acrh === null ? '' : ` ${acrh}`}`;
}

/** Servers of the lab for a page: `answersOf` gives hop by hop what they say. */
function serversOf(page: string, exchanges: readonly Exchange<HeaderLines>[]): Answerer {
  const urlOf = (hop: number): string => `${originOf(exchanges[hop]?.[0] ?? 'A')}/${hop}`;
  return ({ url, headers, isPreflight }): AnsweredResponse | null => {
    const hop = Number(new URL(url).pathname.slice(1));
    const exchange = exchanges[hop];
    if (exchange === undefined) return null;
    const [, preflight, actual] = exchange;
    const answer = isPreflight ? (preflight ?? actual) : actual;
    if (answer === 0) return null;
    const stated = answer[1].map(([name, value]) => {
      const filled = value
        .replaceAll('{ORIGIN}', originOf(page))
        .replaceAll('{REQUEST_ORIGIN}', headerValue(headers, 'origin') ?? '*')
        .replaceAll('{NEXT}', urlOf(hop + 1));
      return [name, filled] as const;
    });
    // RFC 9110 §8.6: no Content-Length with 204.
    const length = answer[0] === 204 ? [] : [['Content-Length', '2'] as const];
    return { status: answer[0], headers: [...stated, ['Connection', 'close'], ...length] };
  };
}

function pageRequest(page: string, origin: string, request: LabRequest<HeaderLines>): PageRequest {
  const [method, headers, credentials, { mode = 'cors', redirect = 'follow', uploadListener }] = request;
  return {
    origin: originOf(page),
    url: `${originOf(origin)}/0`,
    method,
    headers,
    mode,
    credentials,
    redirect,
    forcesPreflight: uploadListener === 1,
  };
}

/** Runs a case of the lab. */
export function runCase({ headerLists }: LabCases, each: LabCase, profile: BrowserProfile): Fetched {
  const [, page, [method, headers, credentials, options], exchanges] = each;
  const lines = (id: number): HeaderLines => headerLists[id] ?? [];
  const expand = (answer: LabAnswer<number>) => (answer === 0 ? 0 : ([answer[0], lines(answer[1])] as const));
  const servers = exchanges.map(
    ([origin, preflight, actual]) =>
      [origin, preflight === null ? null : expand(preflight), expand(actual)] as const,
  );
  const request = pageRequest(page, exchanges[0]?.[0] ?? 'A', [method, lines(headers), credentials, options]);
  return fetchCors(request, serversOf(page, servers), profile);
}

/** Runs one step of a cache sequence. */
export function runStep(
  page: string,
  origin: string,
  [request, preflight, actual]: Exclude<CacheStep, number>,
  profile: BrowserProfile,
  cached: CacheInUse,
): Fetched {
  const servers = serversOf(page, [[origin, preflight, actual]]);
  return request[3].noStore === 1
    ? fetchCors(pageRequest(page, origin, request), servers, profile)
    : fetchCors(pageRequest(page, origin, request), servers, profile, cached);
}
