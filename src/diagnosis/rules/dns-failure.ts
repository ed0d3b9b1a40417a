import { failureRule, targetOf } from '../failure.ts';
import { links } from '../links.ts';
import { quote } from '../text.ts';

export const dnsFailure = failureRule({
  id: 'dns-failure',
  rank: 12,
  owner: 'client',
  summary:
    'The host name of the URL does not exist, or cannot be looked up. Usually a typing error, a deleted API, or an API of another region or account.',
  symptom: '`net::ERR_NAME_NOT_RESOLVED`: the request ends before any server is reached.',
  why: 'The host name in the URL has no address: a typing error, an API that was deleted, or one of another region or account.',
  fix: 'Compare the host with the URL that the deployment printed (`sam list endpoints`), and mend the base URL that the page is built with.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mdnFetchErrors],
  name: (failure) =>
    /NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_|UNKNOWN_HOST/.test(failure.error ?? '')
      ? {
          title: `the host name ${quote(targetOf(failure)?.hostname ?? failure.hop.url)} was not found`,
          explanation:
            'DNS has no address for this host, so no server was asked. Check the URL for a typing error, the API’s id, its region and stage, and whether the stack or custom domain still exists.',
        }
      : null,
});
