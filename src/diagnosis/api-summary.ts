import { actualAnswer, allowsCredentials } from './cors-answer.ts';
import type { Judged } from './rule.ts';

/** What the exchanges of an API show together. */
export interface ApiSummary {
  /** Origins of the pages that asked. */
  readonly pages: ReadonlySet<string>;
  /** Methods and headers (lower case) that any request needed allowed. */
  readonly methods: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
  /** Preflights that were sent. */
  readonly preflights: number;
  /** Ids of the latest exchange that was let through after a preflight of its own, and of the latest one let through. */
  readonly latestPreflighted: string | null;
  readonly latestAllowed: string | null;
}

interface Growing extends ApiSummary {
  readonly pages: Set<string>;
  readonly methods: Set<string>;
  readonly headers: Set<string>;
  preflights: number;
  latestPreflighted: string | null;
  latestAllowed: string | null;
}

/** Siblings of an API that are summed up: its latest answers tell how it stands, and more would stall a live capture. */
const mostSiblings = 1000;
/** Names kept in one set: a stranger may make up new ones for ever. */
const mostNames = 200;
const mostEndpoints = 1000;
const mostOfEndpoint = 8;

/**
 * A summary made once per array of siblings, not once per exchange: thousands of exchanges share one array, which only
 * ever grows at its end, so that each sibling is looked at once. Kept no longer than the array is.
 */
function summed<State>(empty: () => State, add: (state: State, judged: Judged) => void) {
  const known = new WeakMap<readonly Judged[], { next: number; readonly state: State }>();
  return (siblings: readonly Judged[]): State => {
    let own = known.get(siblings);
    if (own === undefined) {
      own = { next: Math.max(0, siblings.length - mostSiblings), state: empty() };
      known.set(siblings, own);
    }
    for (; own.next < siblings.length; own.next += 1) {
      const sibling = siblings[own.next];
      if (sibling !== undefined) add(own.state, sibling);
    }
    return own.state;
  };
}

/** How an API's latest 1,000 exchanges stand together. */
export const apiSummary: (siblings: readonly Judged[]) => ApiSummary = summed(
  (): Growing => ({
    pages: new Set(),
    methods: new Set(),
    headers: new Set(),
    preflights: 0,
    latestPreflighted: null,
    latestAllowed: null,
  }),
  (summary, judged) => {
    const { exchange, judgement } = judged;
    const { needs, preflight, verdict } = judgement;
    if (verdict.outcome === 'not-cors') return;
    if (exchange.origin !== null) keep(summary.pages, exchange.origin);
    keep(summary.methods, needs.method);
    for (const name of needs.headers) keep(summary.headers, name.toLowerCase());
    if (preflight === 'sent') summary.preflights += 1;
    if (verdict.outcome !== 'allowed') return;
    summary.latestAllowed = exchange.id;
    if (preflight === 'sent') summary.latestPreflighted = exchange.id;
  },
);

/** Origins that an API's latest 1,000 exchanges show to be allowed by name with credentials. */
export const trustedOrigins: (siblings: readonly Judged[]) => ReadonlySet<string> = summed(
  () => new Set<string>(),
  (origins, judged) => {
    if (judged.judgement.verdict.outcome !== 'allowed') return;
    const actual = actualAnswer(judged);
    if (actual !== null && actual.acao !== null && actual.acao !== '*' && allowsCredentials(actual))
      keep(origins, actual.acao);
  },
);

const exposing: (siblings: readonly Judged[]) => { latest: string | null } = summed(
  (): { latest: string | null } => ({ latest: null }),
  (found, judged) => {
    if (judged.judgement.verdict.outcome !== 'allowed') return;
    if (actualAnswer(judged)?.aceh != null) found.latest = judged.exchange.id;
  },
);

/** Id of an API's latest exchange that was let through and whose answer exposes headers. */
export function latestExposing(siblings: readonly Judged[]): string | null {
  return exposing(siblings).latest;
}

function keep(names: Set<string>, name: string): void {
  if (names.size < mostNames) names.add(name);
}

const endpoints: (siblings: readonly Judged[]) => ReadonlyMap<string, readonly Judged[]> = summed(
  () => new Map<string, Judged[]>(),
  (found, judged) => {
    const key = endpointOf(judged);
    const own = found.get(key);
    if (own === undefined) {
      if (found.size === mostEndpoints) found.clear();
      found.set(key, [judged]);
      return;
    }
    own.push(judged);
    if (own.length > mostOfEndpoint) own.shift();
  },
);

/** The latest exchanges of an API with the same URL, whatever its query: at most 8, the asked one maybe among them. */
export function endpointSiblings(of: Judged, siblings: readonly Judged[]): readonly Judged[] {
  return siblings.length < 2 ? [] : (endpoints(siblings).get(endpointOf(of)) ?? []);
}

function endpointOf({ judgement }: Judged): string {
  const { url } = judgement.verdict;
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
