import type { HeaderLines } from '../../cors/index.ts';
import type {
  GatewayConfiguration,
  Integration,
  Policy,
  Refusal,
  Route,
  TemplateApi,
} from '../../gateway/index.ts';
import { handlerCorsHeaders } from '../handler-headers.ts';
import type { Answered } from './captured-answer.ts';

/** How the code behind the API is taken to answer: as captured, or with the emitted handler in its place. */
export type HandlerMode = 'captured' | 'mended';

const isCors = (name: string) => name.toLowerCase().startsWith('access-control-');
const withoutCors = (headers: HeaderLines): HeaderLines => headers.filter(([name]) => !isCors(name));

const lambda = (status: number, headers: HeaderLines): Integration => ({
  type: 'lambda',
  response: { status, headers, body: '' },
});

/** What the code answers to the actual request. Where no answer was captured it is taken to do what CORS asks of it. */
export function actualIntegration(
  answered: Answered,
  mode: HandlerMode,
  { kind }: TemplateApi,
  policy: Policy,
  origin: string,
): Integration {
  if (answered.by === 'failed-code') return { type: 'lambda-error' };
  const owed = kind === 'rest' ? handlerCorsHeaders(policy, origin, false) : [];
  if (answered.by !== 'code') return lambda(200, owed);
  const { status, headers } = answered;
  return lambda(status, mode === 'captured' ? headers : [...withoutCors(headers), ...owed]);
}

/** What the code answers to OPTIONS, where a route hands it over. */
export function preflightIntegration(
  answered: Answered,
  mode: HandlerMode,
  { kind }: TemplateApi,
  policy: Policy,
  origin: string,
): Integration {
  if (mode === 'captured' && answered.by === 'code') return lambda(answered.status, answered.headers);
  return lambda(204, kind === 'rest' ? handlerCorsHeaders(policy, origin, true) : []);
}

/** The configuration as it met the captured request: what stood before the code let it pass, or ended it. */
export function asMet(
  configuration: GatewayConfiguration,
  answered: Answered,
  carried: ReadonlySet<string>,
  refusal: Refusal | null,
): GatewayConfiguration {
  if (configuration.kind === 'function-url')
    return answered.by === 'code' ? { ...configuration, authType: 'NONE' } : configuration;
  const passed = answered.by === 'code' || answered.by === 'failed-code' || refusal !== null;
  const met = (route: Route): Route => {
    if (passed)
      return {
        ...route,
        authorizer: 'none',
        apiKeyRequired: false,
        ...(refusal === null ? {} : { refusal }),
      };
    // A Lambda authorizer may look at anything; the others look at `Authorization`.
    const authorized = route.authorizer === 'lambda' || carried.has('authorization');
    return {
      ...route,
      authorizer: authorized ? 'none' : route.authorizer,
      apiKeyRequired: route.apiKeyRequired && !carried.has('x-api-key'),
    };
  };
  return { ...configuration, routes: configuration.routes.map(met) };
}
