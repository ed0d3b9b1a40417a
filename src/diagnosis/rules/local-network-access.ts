import { endedAtPreflight, type Failure, failureRule, isLocalHost, isUnnamed, targetOf } from '../failure.ts';
import { links } from '../links.ts';

/**
 * Where the check stops a preflight, webRequest sees it sent and both requests fail without a name (measured in
 * Chromium 156); every other network fault of a preflight is named at the waiting request.
 */
function looksSo(failure: Failure): boolean {
  const { browser } = failure.subject.exchange;
  const sent = failure.hop.preflight?.request.headersKnown === true;
  const local = isLocalHost(targetOf(failure)?.hostname ?? '');
  return browser === 'chromium' && local && sent && isUnnamed(failure) && endedAtPreflight(failure);
}

export const localNetworkAccess = failureRule({
  id: 'local-network-access',
  rank: 28,
  owner: 'client',
  summary:
    'A page from the public web may call loopback or the local network only from https and with the user’s permission (Local Network Access, Chromium 142).',
  symptom:
    'The console speaks of “Local Network Access” or “more-private address space”; often a permission prompt was dismissed.',
  why: 'Chromium lets a public website call your own machine or network only from a secure page and with your consent.',
  fix: 'Serve the page over `https:` and allow the prompt, or open the page from the local network as well. No header of AWS has a say here.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.localNetwork],
  name: (failure) => {
    const named = /LOCAL_NETWORK|PRIVATE_NETWORK/.test(failure.error ?? '');
    if (!named && !looksSo(failure)) return null;
    const insecure = failure.subject.exchange.origin?.startsWith('http:') === true;
    return {
      title: 'the browser guards the local network from websites',
      explanation: `A page from the public web may call loopback or private addresses only from https and when the user has allowed it; no header of the server changes that. ${insecure ? 'Serve the page over https, then allow' : 'Allow'} “Local network access” in the site’s permissions, or serve page and API from the same network while developing.${named ? '' : ' Chromium names no cause for a preflight stopped so; this fits what it shows.'}`,
      confidence: named ? 'certain' : 'likely',
    };
  },
});
