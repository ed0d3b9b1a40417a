import { failureRule, targetOf } from '../failure.ts';
import { links } from '../links.ts';
import { quote } from '../text.ts';

export const dnsFailure = failureRule({
  id: 'dns-failure',
  rank: 12,
  owner: 'client',
  summary:
    'The host name of the URL does not exist, or cannot be looked up. Usually a typing error, a deleted API, or an API of another region or account.',
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
