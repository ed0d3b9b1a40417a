/** Parts of which the scenarios are put together. */
import type {
  FunctionUrlConfiguration,
  HandlerResponse,
  HttpConfiguration,
  Policy,
  RestConfiguration,
  Route,
} from '../../src/gateway/index.ts';
import type { Scenario, ScenarioCall } from './scenarios.ts';

type Lines = HandlerResponse['headers'];

export const orders = (headers: Lines = []): HandlerResponse => ({
  status: 200,
  headers: [['content-type', 'application/json'], ...headers],
  body: JSON.stringify({ orders: [{ id: 1042, item: 'Blue kettle', total: '39.00' }] }),
});

export const route = (method: string, path: string, more: Partial<Route> = {}): Route => ({
  method,
  path,
  authorizer: 'none',
  apiKeyRequired: false,
  integration: { type: 'lambda', response: orders() },
  ...more,
});

/** A route whose handler returns these headers. */
export const returning = (method: string, path: string, headers: Lines, more: Partial<Route> = {}): Route =>
  route(method, path, { integration: { type: 'lambda', response: orders(headers) }, ...more });

export type RestPreflight = NonNullable<RestConfiguration['preflight']>;

export const restPreflight = (allowOrigin: string, more: Partial<RestPreflight> = {}): RestPreflight => ({
  allowOrigin,
  allowMethods: 'GET,POST,OPTIONS',
  allowHeaders: 'content-type,authorization,x-api-key',
  allowCredentials: false,
  maxAge: null,
  authorizer: 'none',
  apiKeyRequired: false,
  ...more,
});

/** The emulator's host is a custom domain mapped at the root: no stage in the path. */
export const rest = (
  routes: readonly Route[],
  preflight: RestPreflight | null,
  gatewayResponses: RestConfiguration['gatewayResponses'] = {},
): RestConfiguration => ({ kind: 'rest', stage: '', routes, preflight, gatewayResponses });

export const http = (routes: readonly Route[], cors: Policy | null): HttpConfiguration => ({
  kind: 'http',
  stage: '',
  routes,
  cors,
});

export const functionUrl = (
  headers: Lines,
  cors: Policy | null,
  more: Partial<FunctionUrlConfiguration> = {},
): FunctionUrlConfiguration => ({
  kind: 'function-url',
  authType: 'NONE',
  cors,
  permitted: true,
  integration: { type: 'lambda', response: orders(headers) },
  ...more,
});

export const policy = (origins: readonly string[], more: Partial<Policy> = {}): Policy => ({
  origins,
  methods: ['GET', 'POST'],
  headers: ['authorization', 'content-type'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
  ...more,
});

export const token = { authorization: 'Bearer demo-token' } as const;
export const json = { 'content-type': 'application/json' } as const;

export const call = (method: string, path: string, more: Partial<ScenarioCall> = {}): ScenarioCall => ({
  method,
  path,
  headers: {},
  credentials: 'same-origin',
  ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{"item":"Blue kettle"}' }),
  ...more,
});

type Told = Omit<Scenario, 'kind' | 'passesBroken'> & { readonly passesBroken?: boolean };

/** Makes scenarios of a kind: the id gets the kind before it, and the broken gateway fails unless told otherwise. */
export const scenarioOf =
  (kind: Scenario['kind']) =>
  (told: Told): Scenario => ({ passesBroken: false, ...told, id: `${kind}-${told.id}`, kind });
