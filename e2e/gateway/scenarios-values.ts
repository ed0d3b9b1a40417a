/** REST API: the headers are there, and their values are wrong. */
import { call, json, rest, restPreflight, returning, scenarioOf, token } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

export function valueScenarios(origin: string): readonly Scenario[] {
  const allow = [
    ['access-control-allow-origin', origin],
    ['vary', 'Origin'],
  ] as const;
  const errors = { DEFAULT_4XX: allow, DEFAULT_5XX: allow };
  const credentialed = [...allow, ['access-control-allow-credentials', 'true'] as const];
  const scenario = scenarioOf('rest');
  const post = call('POST', '/orders', { headers: json });
  const posting = [returning('POST', '/orders', allow)];
  const mended = rest(posting, restPreflight(origin), errors);
  const getting = [returning('GET', '/orders', allow)];
  return [
    scenario({
      id: 'credentials-missing',
      title: 'The call includes credentials, and the handler does not allow them',
      expectedRule: 'allow-credentials-missing',
      broken: rest(getting, restPreflight(origin, { allowCredentials: true })),
      mended: rest(
        [returning('GET', '/orders', credentialed)],
        restPreflight(origin, { allowCredentials: true }),
      ),
      call: call('GET', '/orders', { credentials: 'include' }),
    }),
    scenario({
      id: 'wildcard-list-credentials',
      title: 'With credentials, * in AllowHeaders allows nothing',
      expectedRule: 'wildcard-list-with-credentials',
      broken: rest(
        [returning('POST', '/orders', credentialed)],
        restPreflight(origin, { allowCredentials: true, allowHeaders: '*' }),
      ),
      mended: rest(
        [returning('POST', '/orders', credentialed)],
        restPreflight(origin, { allowCredentials: true }),
      ),
      call: { ...post, credentials: 'include' },
    }),
    scenario({
      id: 'methods-syntax',
      title: 'AllowMethods has blanks for commas',
      expectedRule: 'allow-methods-syntax',
      broken: rest(posting, restPreflight(origin, { allowMethods: 'GET POST' })),
      mended,
      call: post,
    }),
    scenario({
      id: 'headers-syntax',
      title: 'AllowHeaders was written as a JSON list',
      expectedRule: 'allow-headers-syntax',
      broken: rest(posting, restPreflight(origin, { allowHeaders: '["content-type"]' })),
      mended,
      call: post,
    }),
    scenario({
      id: 'origin-invalid',
      title: 'AllowOrigin is sent with the quotes of the template',
      expectedRule: 'allow-origin-invalid',
      broken: rest(posting, restPreflight(`'${origin}'`)),
      mended,
      call: post,
    }),
    scenario({
      id: 'origin-slash',
      title: 'AllowOrigin ends with a slash',
      expectedRule: 'origin-trailing-slash',
      broken: rest(posting, restPreflight(`${origin}/`)),
      mended,
      call: post,
    }),
    scenario({
      id: 'origin-scheme',
      title: 'AllowOrigin says https where the page is on http',
      expectedRule: 'origin-scheme-port',
      broken: rest(posting, restPreflight(origin.replace('http:', 'https:'))),
      mended,
      call: post,
    }),
    scenario({
      id: 'several-origins',
      title: 'AllowOrigin lists two origins, as it stands in the template',
      expectedRule: 'several-origins-in-one-value',
      broken: rest(posting, restPreflight(`https://shop.example.com,${origin}`)),
      mended,
      call: post,
    }),
    scenario({
      id: 'other-origin',
      title: 'AllowOrigin names another page',
      expectedRule: 'origin-mismatch',
      broken: rest(posting, restPreflight('https://shop.example.com')),
      mended,
      call: post,
    }),
    scenario({
      id: 'authorization-wildcard',
      title: 'AllowHeaders: * still lets Authorization pass',
      expectedRule: 'authorization-wildcard',
      broken: rest(getting, restPreflight(origin, { allowHeaders: '*' }), errors),
      mended: rest(getting, restPreflight(origin, { allowHeaders: 'authorization' }), errors),
      call: call('GET', '/orders', { headers: token }),
      passesBroken: true,
    }),
  ];
}
