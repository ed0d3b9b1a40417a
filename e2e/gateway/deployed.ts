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

/** The scenario's own answers; or code that is run behind the gateway (`answerInvoked`), and backends told to follow a policy. */
type Behind = 'as it was' | { readonly mendedTo: Policy };

/** The gateway of a template at the root of a domain, with the code and the refusals of `broken` behind its routes. */
export function deployed(template: string, broken: GatewayConfiguration, code: Behind): GatewayConfiguration {
  const read = parseTemplate(template);
  const [api] = read.ok ? readApis(read.template) : [];
  if (api === undefined) throw new Error(`no API in ${template}`);
  const configuration = configurationOf(api, (route) => integrationOf(route, broken, code), '');
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

const invoked: Integration = { type: 'lambda', response: { status: 200, headers: [], body: '{}' } };

function integrationOf(route: TemplateRoute, broken: GatewayConfiguration, code: Behind): Integration {
  const before =
    broken.kind === 'function-url'
      ? broken.integration
      : (routeBehind(broken.routes, route)?.integration ?? invoked);
  if (code === 'as it was') return before;
  if (before.type === 'http_proxy')
    return { ...before, response: { ...before.response, cors: code.mendedTo } };
  return isCode(before) ? invoked : before;
}

/** What stands for a function that ran. A timeout, or a backend that is no function, is no code of ours. */
const isCode = ({ type }: Integration): boolean =>
  type === 'lambda' || type === 'lambda-error' || type === 'lambda-result';
