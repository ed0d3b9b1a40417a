/** What a template and a scenario's code come to when they are deployed together. */
import {
  configurationOf,
  type GatewayConfiguration,
  type Integration,
  type Policy,
  type Route,
  readApis,
  type TemplateRoute,
} from '../../src/gateway/index.ts';
import { parseTemplate } from '../../src/template/index.ts';

type Code = 'as it was' | { readonly mendedTo: Policy };

/** The gateway of a template at the root of a domain, with the code and the refusals of `broken` behind its routes. */
export function deployed(template: string, broken: GatewayConfiguration, code: Code): GatewayConfiguration {
  const read = parseTemplate(template);
  const [api] = read.ok ? readApis(read.template) : [];
  if (api === undefined) throw new Error(`no API in ${template}`);
  const configuration = configurationOf(api, (route) => integrationOf(route, api.kind, broken, code), '');
  if (configuration.kind === 'function-url' || broken.kind === 'function-url') return configuration;
  const routes = configuration.routes.map((route) => {
    const refusal = routeBehind(broken.routes, route)?.refusal;
    return refusal === undefined || route.refusal !== undefined ? route : { ...route, refusal };
  });
  return { ...configuration, routes };
}

/** The old route of which one of the template is, or came from: an explicit route may stand for `ANY` or `$default`. */
function routeBehind(
  routes: readonly Route[],
  { method, path }: Pick<Route, 'method' | 'path'>,
): Route | null {
  const exact = routes.find((route) => route.method === method && route.path === path);
  if (exact !== undefined || method === 'OPTIONS') return exact ?? null;
  return routes.find((route) => route.method === 'ANY') ?? null;
}

const silent: Integration = { type: 'lambda', response: { status: 200, headers: [], body: '{}' } };

function integrationOf(
  route: TemplateRoute,
  kind: GatewayConfiguration['kind'],
  broken: GatewayConfiguration,
  code: Code,
): Integration {
  const before =
    broken.kind === 'function-url'
      ? broken.integration
      : (routeBehind(broken.routes, route)?.integration ?? silent);
  if (code === 'as it was' || before.type !== 'lambda') return before;
  const { mendedTo: policy } = code;
  const headers = before.response.headers.filter(([name]) => !/^access-control-/i.test(name));
  if (kind !== 'rest') return { type: 'lambda', response: { ...before.response, headers } };
  if (route.method !== 'OPTIONS')
    return { type: 'lambda', response: { ...before.response, headers, cors: policy } };
  const lists = [
    ['access-control-allow-methods', policy.methods.join(',')],
    ['access-control-allow-headers', policy.headers.join(',')],
  ] as const;
  return { type: 'lambda', response: { status: 204, headers: lists, body: '', cors: policy } };
}
