import { call, functionUrl, json, policy, scenarioOf } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

/** Function URL: its `Cors` or the handler owes the headers, never both. */
export function functionUrlScenarios(origin: string): readonly Scenario[] {
  const needed = policy([origin], { headers: ['content-type'] });
  const healthy = functionUrl([], needed);
  const scenario = scenarioOf('function-url');
  return [
    scenario({
      id: 'duplicate-headers',
      title: 'The function URL and the handler both send the header',
      expectedRule: 'duplicate-allow-origin',
      broken: functionUrl([['access-control-allow-origin', origin]], needed),
      mended: healthy,
      call: call('POST', '/orders', { headers: json }),
    }),
    scenario({
      id: 'permission',
      title: 'The URL lacks the permissions that it needs',
      expectedRule: 'function-url-permission',
      broken: { ...functionUrl([], null), permitted: false },
      mended: healthy,
      call: call('GET', '/orders'),
    }),
    scenario({
      id: 'cors-unconfigured',
      title: 'Cors is not set: the function itself gets OPTIONS',
      expectedRule: 'function-url-cors-unconfigured',
      broken: functionUrl([], null),
      mended: healthy,
      call: call('POST', '/orders', { headers: json }),
    }),
    scenario({
      id: 'healthy',
      title: 'All is well',
      broken: healthy,
      mended: healthy,
      call: call('POST', '/orders', { headers: json }),
      passesBroken: true,
    }),
  ];
}
