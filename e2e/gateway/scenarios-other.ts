/** Servers that are no API Gateway: a front answers in its place, with its own headers only. */
import { call, json, rest, restPreflight, scenarioOf } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';
import type { Front } from './server.ts';

type Answered = ReturnType<Front>;

const answered = (status: number, headers: Answered['headers'], body = ''): Answered => ({
  status,
  headers: [['server', 'nginx'], ...headers],
  body,
  unverified: false,
});

/** A server by how it answers OPTIONS and everything else. */
const server =
  (preflight: Answered, actual: Answered): Front =>
  ({ method }) =>
    method === 'OPTIONS' ? preflight : actual;

export function otherScenarios(origin: string): readonly Scenario[] {
  const allow = ['access-control-allow-origin', origin] as const;
  const type = ['content-type', 'application/json'] as const;
  const good = answered(200, [type, allow, ['vary', 'Origin']], '[]');
  const permission = answered(204, [
    allow,
    ['access-control-allow-methods', 'POST'],
    ['access-control-allow-headers', 'content-type'],
    ['vary', 'Origin'],
  ]);
  const healthy = server(permission, good);
  const make = scenarioOf('other');
  /** The gateway behind is never asked. */
  const scenario = (
    id: string,
    title: string,
    expectedRule: string,
    broken: Front,
    made = call('POST', '/orders', { headers: json }),
  ) =>
    make({
      id,
      title,
      expectedRule,
      broken: rest([], restPreflight(origin)),
      mended: rest([], restPreflight(origin)),
      front: (state) => (state === 'broken' ? broken : healthy),
      call: made,
    });
  return [
    scenario(
      'no-allow-origin',
      'The answer has no Access-Control-Allow-Origin',
      'allow-origin-missing',
      server(permission, answered(200, [type], '[]')),
      call('GET', '/orders'),
    ),
    scenario(
      'preflight-no-allow-origin',
      'OPTIONS is answered 204 by something that knows no CORS',
      'preflight-allow-origin-missing',
      server(answered(204, [['allow', 'GET, POST, OPTIONS']]), good),
    ),
    scenario(
      'preflight-redirect',
      'OPTIONS is redirected to the path with a slash',
      'preflight-redirect',
      server(answered(301, [['location', '/orders/']]), good),
    ),
    scenario(
      'preflight-status',
      'OPTIONS is not handled: 405',
      'preflight-status',
      server(answered(405, [allow, ['allow', 'GET, POST']]), good),
    ),
  ];
}
