/** Small values that the room's tests share. */
import type { HeaderLines } from '../cors/index.ts';
import type {
  FunctionUrlConfiguration,
  GatewayRequest,
  HandlerResponse,
  HttpConfiguration,
  RestConfiguration,
  Route,
} from './model.ts';
import type { Policy } from './policy.ts';

export const origin = 'https://app.example.com';

export const ok: HandlerResponse = {
  status: 200,
  headers: [['content-type', 'application/json']],
  body: '{"ok":true}',
};

export const route = (method: string, path: string, more: Partial<Route> = {}): Route => ({
  method,
  path,
  authorizer: 'none',
  apiKeyRequired: false,
  integration: { type: 'lambda', response: ok },
  ...more,
});

export type RestPreflight = NonNullable<RestConfiguration['preflight']>;

export const openPreflight: RestPreflight = {
  allowOrigin: origin,
  allowMethods: 'GET,POST',
  allowHeaders: 'content-type',
  allowCredentials: false,
  maxAge: null,
  authorizer: 'none',
  apiKeyRequired: false,
};

export const rest = (routes: readonly Route[], more: Partial<RestConfiguration> = {}): RestConfiguration => ({
  kind: 'rest',
  stage: 'Prod',
  routes,
  preflight: openPreflight,
  gatewayResponses: {},
  ...more,
});

export const policy: Policy = {
  origins: [origin],
  methods: ['GET', 'POST'],
  headers: ['content-type'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};

export const http = (
  routes: readonly Route[],
  cors: Policy | null = policy,
  stage = '',
): HttpConfiguration => ({
  kind: 'http',
  stage,
  routes,
  cors,
});

export const functionUrl = (
  cors: Policy | null = policy,
  more: Partial<FunctionUrlConfiguration> = {},
): FunctionUrlConfiguration => ({
  kind: 'function-url',
  authType: 'NONE',
  cors,
  permitted: true,
  integration: { type: 'lambda', response: ok },
  ...more,
});

export const get = (path: string, headers: HeaderLines = []): GatewayRequest => ({
  method: 'GET',
  path,
  headers: [['Origin', origin], ...headers],
});

export const preflightFor = (path: string, method = 'POST', headers = 'content-type', from = origin) => ({
  method: 'OPTIONS',
  path,
  headers: [
    ['Origin', from],
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', headers],
  ] satisfies HeaderLines,
});

/** The CORS lines of an answer, as `name: value`. */
export const corsLines = (headers: HeaderLines): readonly string[] =>
  headers.filter(([name]) => name.toLowerCase().startsWith('access-control-')).map((line) => line.join(': '));
