import {
  call,
  http,
  json,
  policy,
  rest,
  restPreflight,
  returning,
  route,
  scenarioOf,
} from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

/** What works, but should not stay so: the page reads every answer. */
export function securityScenarios(origin: string): readonly Scenario[] {
  const allow = [['access-control-allow-origin', origin]] as const;
  const preflight = restPreflight(origin, { allowMethods: 'GET,POST', allowHeaders: 'content-type' });
  const healthy = rest([returning('GET', '/orders', allow)], preflight);
  const answering = (name: string, value: string) =>
    rest([returning('GET', '/orders', [...allow, [name, value]])], preflight);
  const orders = [route('POST', '/orders')];
  const needed = policy([origin], { methods: ['POST'], headers: ['content-type'] });
  const onRest = scenarioOf('rest');
  const onHttp = scenarioOf('http');
  return [
    onRest({
      id: 'vary-missing',
      title: 'A cache may keep the answer for one origin',
      expectedRule: 'vary-missing',
      broken: answering('cache-control', 'max-age=60'),
      mended: healthy,
      call: call('GET', '/orders'),
      passesBroken: true,
    }),
    onRest({
      id: 'header-not-exposed',
      title: 'A header of the answer cannot be read',
      expectedRule: 'expose-headers-missing',
      broken: answering('x-total-count', '40'),
      mended: healthy,
      call: call('GET', '/orders'),
      passesBroken: true,
    }),
    onRest({
      id: 'token-exposed',
      title: 'A token is exposed to every script',
      expectedRule: 'expose-headers-sensitive',
      broken: answering('access-control-expose-headers', 'authorization'),
      mended: healthy,
      call: call('GET', '/orders'),
      passesBroken: true,
    }),
    onHttp({
      id: 'max-age-capped',
      title: 'The preflight is to be kept longer than browsers do',
      expectedRule: 'max-age-capped',
      broken: http(orders, { ...needed, maxAge: 864_000 }),
      mended: http(orders, needed),
      call: call('POST', '/orders', { headers: json }),
      passesBroken: true,
    }),
    onHttp({
      id: 'any-method',
      title: 'Every method is allowed',
      expectedRule: 'broad-methods',
      broken: http(orders, { ...needed, methods: ['*'] }),
      mended: http(orders, needed),
      call: call('POST', '/orders', { headers: json }),
      passesBroken: true,
    }),
    onHttp({
      id: 'any-header',
      title: 'Every request header is allowed',
      expectedRule: 'broad-headers',
      broken: http(orders, { ...needed, headers: ['*'] }),
      mended: http(orders, needed),
      call: call('POST', '/orders', { headers: json }),
      passesBroken: true,
    }),
  ];
}
