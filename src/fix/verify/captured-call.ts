import type { BrowserProfile, HeaderLines } from '../../cors/index.ts';
import { decidingHop, profileOf } from '../../exchange/index.ts';
import { matchApi, routeOf, type Taker, type TemplateApi } from '../../gateway/index.ts';
import { beyondSettings, type Told } from '../beyond.ts';
import { type Need, needOf } from '../need.ts';
import { type Answered, answeredBy } from './captured-answer.ts';

/** One captured exchange as it is replayed: at its own path, with its own method and headers. */
export interface CapturedCall {
  readonly need: Need;
  readonly profile: BrowserProfile;
  /** Stage or base path before the API's own paths. */
  readonly prefix: string;
  /** Path and query as they were called. */
  readonly target: string;
  /** The path below the prefix. */
  readonly path: string;
  /** The actual request's headers: those that were sent, and those that the page would have sent. */
  readonly headers: HeaderLines;
  readonly preflightTaker: Taker | null;
  readonly actualTaker: Taker | null;
  readonly preflightAnswered: Answered;
  readonly actualAnswered: Answered;
  /** Why it fails whatever the template says, in words; null where nothing says so. */
  readonly beyond: { readonly title: string; readonly step: 'preflight' | 'actual' } | null;
  readonly count: number;
}

/** Like calls, once each with their number, for the API as it is to be and as it stood when it was captured. */
export function capturedCalls(
  judged: readonly Told[],
  api: TemplateApi,
  deployed: TemplateApi,
): readonly CapturedCall[] {
  const calls = new Map<string, CapturedCall>();
  for (const one of judged) {
    const call = callOf(one, api, deployed);
    if (call === null) continue;
    const key = keyOf(call);
    const known = calls.get(key);
    calls.set(key, known === undefined ? call : { ...known, count: known.count + 1 });
  }
  return [...calls.values()];
}

function callOf(judged: Told, api: TemplateApi, deployed: TemplateApi): CapturedCall | null {
  const need = needOf(judged);
  if (need === null) return null;
  const hop = decidingHop(judged.exchange, judged.judgement);
  // The API is chosen already: whatever host or stage was captured, it answers.
  const match = matchApi([{ ...api, condition: null }], { hops: [hop] }, { kind: api.kind });
  if (match.kind !== 'one' || !URL.canParse(hop.url)) return null;
  const { pathname, search } = new URL(hop.url);
  const { prefix, path } = match;
  const target = `${pathname}${search}`;
  const actual = hop.actual;
  const sent = (actual?.request.headers ?? []).filter(([name]) => name.toLowerCase() !== 'origin');
  const names = new Set(sent.map(([name]) => name.toLowerCase()));
  const wanted = need.headers.filter((name) => !names.has(name)).map((name) => [name, 'replayed'] as const);
  return {
    need,
    profile: profileOf(judged.exchange.browser),
    prefix,
    target,
    path,
    headers: [['origin', need.origin], ...sent, ...wanted],
    preflightTaker: takerOf(api, 'OPTIONS', path),
    actualTaker: takerOf(api, need.method, path),
    preflightAnswered: preflightAnswered(hop.preflight, deployed, path, target, need.origin),
    actualAnswered: answeredBy(actual, deployed, target, need.origin),
    beyond: beyondOf(judged),
    count: 1,
  };
}

function beyondOf(judged: Told): CapturedCall['beyond'] {
  const found = beyondSettings(judged);
  if (found?.sure !== true) return null;
  return { title: found.finding.title, step: judged.judgement.verdict.step ?? 'actual' };
}

/** A function URL has no routes: its one function takes everything. */
function takerOf(api: TemplateApi, method: string, path: string): Taker | null {
  if (api.kind !== 'function-url') return routeOf(api, method, path);
  const [route] = api.routes;
  return route === undefined ? null : { kind: 'route', route };
}

/** What code answered to the preflight; what the gateway answered, the edited template answers anew. */
function preflightAnswered(
  preflight: Parameters<typeof answeredBy>[0],
  deployed: TemplateApi,
  path: string,
  target: string,
  origin: string,
): Answered {
  return takerOf(deployed, 'OPTIONS', path)?.kind === 'route'
    ? answeredBy(preflight, deployed, target, origin)
    : { by: 'unseen' };
}

/** Calls of one key are answered and judged alike. */
const keyOf = (call: CapturedCall): string =>
  JSON.stringify([
    call.need.key,
    call.profile.name,
    call.prefix,
    takerKey(call.preflightTaker),
    takerKey(call.actualTaker),
    call.preflightTaker === null && call.actualTaker === null ? call.path : '',
    answeredKey(call.preflightAnswered),
    answeredKey(call.actualAnswered),
    call.beyond,
    [...new Set(call.headers.map(([name]) => name.toLowerCase()))].sort(),
  ]);

const takerKey = (taker: Taker | null): string | null => {
  if (taker === null) return null;
  return taker.kind === 'route'
    ? `${taker.route.method} ${taker.route.path}`
    : `mock ${taker.preflight.path}`;
};

const answeredKey = (answered: Answered): unknown =>
  answered.by === 'code'
    ? [answered.status, answered.headers.filter(([name]) => /^(?:access-control-|content-type$)/i.test(name))]
    : answered;
