/** A failing case made small: variants with less in them are judged again, until none of them fails as it does. */
import type { JudgeInBrowser } from './browser.ts';
import type { Answer, OracleCase, OracleRequest } from './case.ts';
import type { Fault } from './compare.ts';
import { type OracleRun, runCases } from './run.ts';

const without = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.map((_, index) => list.filter((__, other) => other !== index));

const plainRequest = {
  api: 'fetch',
  credentials: 'omit',
  mode: 'cors',
  redirect: 'follow',
  body: null,
  uploadListener: false,
} as const satisfies Partial<OracleRequest>;

function smallerAnswers(answer: Answer, status: number): readonly Answer[] {
  return [
    ...without(answer.headers).map((headers) => ({ ...answer, headers })),
    ...(answer.status === status ? [] : [{ ...answer, status }]),
    ...(answer.drop ? [{ ...answer, drop: false }] : []),
  ];
}

function smallerRequests(request: OracleRequest): readonly OracleRequest[] {
  const plain = Object.entries(plainRequest).flatMap(([key, value]) =>
    Reflect.get(request, key) === value ? [] : [{ ...request, [key]: value }],
  );
  const get = request.method === 'GET' ? [] : [{ ...request, method: 'GET', body: null }];
  return [...without(request.headers).map((headers) => ({ ...request, headers })), ...get, ...plain];
}

const replaced = <T>(list: readonly T[], index: number, value: T): readonly T[] =>
  list.map((each, other) => (other === index ? value : each));

/** Cases with one thing less each, the largest steps first. */
export function smaller(own: OracleCase): readonly OracleCase[] {
  const { hops, requests } = own;
  return [
    ...(requests.length > 1 ? without(requests).map((rest) => ({ ...own, requests: rest })) : []),
    ...(hops.length > 1 ? without(hops).map((rest) => ({ ...own, hops: rest })) : []),
    ...(own.page === 'top' ? [] : [{ ...own, page: 'top' as const }]),
    ...(own.cookies ? [{ ...own, cookies: false }] : []),
    ...requests.flatMap((request, index) =>
      smallerRequests(request).map((each) => ({ ...own, requests: replaced(requests, index, each) })),
    ),
    ...hops.flatMap((hop, index) => [
      ...smallerAnswers(hop.preflight, 204).map((preflight) => ({
        ...own,
        hops: replaced(hops, index, { ...hop, preflight }),
      })),
      ...smallerAnswers(hop.response, index === hops.length - 1 ? 200 : 302).map((response) => ({
        ...own,
        hops: replaced(hops, index, { ...hop, response }),
      })),
    ]),
  ];
}

export interface Minimised {
  readonly run: Pick<OracleRun, 'cases' | 'truths'>;
  readonly fault: Fault;
}

/** At most `rounds` runs of the browser, each with all variants of what is left. */
export async function minimise(judge: JudgeInBrowser, found: Minimised, rounds: number): Promise<Minimised> {
  let best = found;
  for (let round = 0; round < rounds; round += 1) {
    const own = best.run.cases[best.fault.number];
    const variants = own === undefined ? [] : smaller(own);
    if (variants.length === 0) return best;
    const run = await runCases(judge, variants);
    const faults = run.compared.flatMap((compared) => compared.faults);
    const same = faults.filter(
      ({ kind, source }) => kind === found.fault.kind && source === found.fault.source,
    );
    const [first, ...rest] = same;
    if (first === undefined) return best;
    const fault = rest.reduce((least, each) => (each.number < least.number ? each : least), first);
    best = { run, fault };
  }
  return best;
}
