import { loadTemplate } from '../diagnosis/index.ts';
import { type Exchange, untold, type WireEvent } from '../exchange/index.ts';
import type { TemplateApi } from '../gateway/index.ts';
import type { Assembling, Origin, Steps } from './steps.ts';

/** Calls of the steps, by exchange id: what the tests count. */
export interface Calls {
  readonly judged: string[];
  readonly diagnosed: string[];
  readonly viewed: string[];
}

/**
 * Stand-ins for the rooms above, for tests of the session alone: every request is an exchange, its API is its host, and
 * its one finding tells how many siblings it had and which was first, so that a forgotten sibling shows.
 */
export function fakeSteps(): { readonly steps: Steps; readonly calls: Calls } {
  const calls: Calls = { judged: [], diagnosed: [], viewed: [] };
  const steps: Steps = {
    assembler: fakeAssembler,
    assemble(events, origin) {
      const assembler = fakeAssembler(origin);
      const exchanges = new Map<string, Exchange>();
      for (const event of events) for (const each of assembler.push(event)) exchanges.set(each.id, each);
      return [...exchanges.values()];
    },
    judge(exchange, settings) {
      calls.judged.push(exchange.id);
      return {
        verdict: {
          outcome: exchange.state === 'pending' ? 'pending' : 'allowed',
          step: null,
          code: null,
          parameter: null,
          url: exchange.hops[0]?.url ?? '',
          basis: 'certain',
          alternatives: [],
        },
        preflight: 'not-needed',
        inferred: settings,
        hop: 0,
        needs: { method: 'GET', headers: [] },
        deviations: [],
        disagreement: null,
      };
    },
    identify: () => ({ kind: 'other', evidence: [] }),
    apiOf(exchange, { kind }) {
      const base = exchange.hops.at(-1)?.url.split('/').slice(0, 3).join('/') ?? '';
      return { id: `${kind} ${base}`, kind, base };
    },
    diagnose({ exchange, siblings, template }) {
      calls.diagnosed.push(exchange.id);
      const beside = template === null ? '' : ` beside ${template.name}`;
      return [finding(`${siblings.length} from ${siblings[0]?.exchange.id}${beside}`)];
    },
    viewApi(identity, diagnosed) {
      calls.viewed.push(identity.id);
      const proof = {
        passed: diagnosed.length,
        failed: 0,
        strangersRefused: 0,
        strangersAccepted: 0,
        restsOnUnverified: 0,
      };
      return {
        identity,
        exchangeIds: diagnosed.map((each) => each.exchange.id),
        policy: {
          origins: [],
          methods: [],
          headers: [],
          exposeHeaders: [],
          credentials: false,
          maxAge: null,
        },
        traces: [],
        leftOut: [],
        fixes: { rest: [], http: [], 'function-url': [] },
        proofs: { rest: proof, http: proof, 'function-url': proof },
        suggested: 'rest',
      };
    },
    loadTemplate,
    loadedApiOf: ({ name, template }) => ({
      name,
      template,
      api: fakeApi,
      near: fakeApi,
      prefix: '',
      path: '/',
    }),
    readFile: (text, name) =>
      text.startsWith('[')
        ? {
            ok: true,
            events: text
              .slice(1)
              .split(',')
              .filter(Boolean)
              .flatMap((id) => done(id)),
            stored: [],
            browser: 'firefox',
            lost: null,
          }
        : { ok: false, message: `${name}: line 1: not JSON` },
  };
  return { steps, calls };
}

/** What every exchange is said to belong to where a template is loaded. */
const fakeApi: TemplateApi = {
  logicalId: 'Api',
  kind: 'rest',
  implicit: false,
  place: { line: 1, column: 1, start: 0, end: 0 },
  condition: null,
  stage: null,
  basePaths: [],
  routes: [],
  routesKnown: true,
  preflights: [],
  policy: null,
  corsValue: null,
  gatewayResponses: {},
  gatewayResponseStatuses: {},
  binaryMediaTypes: [],
  corsPlace: null,
  faults: [],
  unknowns: [],
  assumes: [],
};

/** The event with which a request begins; its API is its host. */
export function begin(id: string, time = Number(id), host = 'api.test', method = 'GET'): WireEvent {
  return {
    type: 'request',
    id,
    time,
    method,
    url: `https://${host}/${method === 'OPTIONS' ? '' : 'x'}`,
    resourceType: 'xhr',
    initiator: 'https://a.test',
    scope: '1/0',
    isPreflight: false,
    preflightOf: null,
  };
}

/** A request that began and ended well. */
export function done(id: string, time = Number(id), host = 'api.test'): WireEvent[] {
  return [begin(id, time, host), { type: 'completion', id, time: time + 1, body: null }];
}

export function fail(id: string, error: string): WireEvent {
  return { type: 'failure', id, time: Number(id) + 1, error };
}

function finding(explanation: string): ReturnType<Steps['diagnose']>[number] {
  return {
    rule: 'fake',
    severity: 'error',
    owner: 'gateway',
    title: 'Fake',
    explanation,
    confidence: 'certain',
    unverified: false,
    causedBy: null,
    evidence: [],
    remedies: [],
  };
}

/** Writes all that it is given into every exchange, as the real one does. */
function fakeAssembler(origin: Origin): Assembling {
  const exchanges = new Map<string, Exchange>();
  return {
    push(event) {
      const known = exchanges.get(event.id);
      const next = known === undefined ? first(event, origin) : later(known, event);
      if (next === null) return [];
      exchanges.set(event.id, next);
      return [next];
    },
    clear: () => exchanges.clear(),
  };
}

function first(event: WireEvent, origin: Origin): Exchange | null {
  if (event.type !== 'request') return null;
  return {
    id: event.id,
    ...origin,
    resourceType: event.resourceType,
    origin: event.initiator,
    hops: [{ url: event.url, preflight: null, actual: null }],
    startedAt: event.time,
    state: 'pending',
    error: null,
    ...untold,
    tabInferred: event.tabInferred === true,
  };
}

function later(known: Exchange, event: WireEvent): Exchange | null {
  switch (event.type) {
    case 'request':
      return { ...known, hops: [...known.hops, { url: event.url, preflight: null, actual: null }] };
    case 'completion':
      return { ...known, state: 'settled' };
    case 'failure':
      return { ...known, state: 'settled', error: event.error };
    case 'unfinished':
      return { ...known, unfinished: true };
    default:
      return null;
  }
}
