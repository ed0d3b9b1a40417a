import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const redirectLoop = failureRule({
  id: 'redirect-loop',
  rank: 42,
  owner: 'integration',
  summary:
    'The server redirects without end, often between http and https behind a proxy, or to a sign-in page and back.',
  symptom: '`net::ERR_TOO_MANY_REDIRECTS`.',
  why: 'Two rules each send the request to the other, often http and https behind a proxy, or a page and its sign-in.',
  fix: 'Open the URL with `curl -IL` to see the circle, and take one of the two redirects out.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mdnFetchErrors],
  name: (failure) =>
    /TOO_MANY_REDIRECTS|REDIRECT_LOOP/.test(failure.error ?? '')
      ? {
          title: 'it was redirected without end',
          explanation:
            'The browser gave up after twenty redirects. Follow the chain with `curl -IL`; often a proxy ends TLS and the server behind it redirects to https again, or a sign-in page sends back.',
        }
      : null,
});
