import { errorName, failureEvidence, failureOf, isUnnamed } from '../failure.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { aborted } from './aborted.ts';
import { blockedByExtension } from './blocked-by-extension.ts';
import { coep } from './coep.ts';
import { connectionCut } from './connection-cut.ts';
import { connectionRefused } from './connection-refused.ts';
import { corp } from './corp.ts';
import { csp } from './csp.ts';
import { dnsFailure } from './dns-failure.ts';
import { localNetworkAccess } from './local-network-access.ts';
import { mixedContent } from './mixed-content.ts';
import { offline } from './offline.ts';
import { orb } from './orb.ts';
import { protocolError } from './protocol-error.ts';
import { redirectLoop } from './redirect-loop.ts';
import { serviceWorkerError } from './service-worker-error.ts';
import { timedOut } from './timed-out.ts';
import { tlsFailure } from './tls-failure.ts';
import { unsafePort } from './unsafe-port.ts';

/** Rules that know the cause. */
const closer = [
  offline,
  dnsFailure,
  connectionRefused,
  connectionCut,
  tlsFailure,
  timedOut,
  mixedContent,
  csp,
  blockedByExtension,
  localNetworkAccess,
  corp,
  coep,
  orb,
  aborted,
  serviceWorkerError,
  redirectLoop,
  protocolError,
  unsafePort,
];

export const networkError: Rule = {
  id: 'network-error',
  rank: 99,
  outcomes: ['network-error'],
  meta: {
    severity: 'error',
    owner: 'network',
    summary:
      'The request never got a readable answer, for a reason other than CORS that the browser does not name, or by a name that is not known here. No CORS header can mend that.',
    symptom: '`Failed to fetch`, an error name that says little, and no answer.',
    why: 'The request got no readable answer for a reason that the browser does not tell.',
    fix: 'Search for the error’s name, look at the server’s log, and try the same URL with `curl -v`. CORS headers cannot help.',
    known: 'measured',
    noScenario: 'own-spec',
    links: [links.mdnFetchErrors],
  },
  find(subject) {
    const failure = failureOf(subject);
    if (failure === null || closer.some((rule) => rule.find(subject) !== null)) return null;
    const nameless = isUnnamed(failure);
    return {
      title: nameless
        ? 'Not CORS: no answer came, and the browser does not say why'
        : 'Not CORS: no readable answer came',
      explanation: nameless
        ? 'Our own check of the headers finds nothing to refuse. So end, among others, a service worker that answers with an error, a call that an extension redirects, and a page that goes away; the console may say more, and deep capture shows the browser’s own word.'
        : `Mend the connection or the call first; no CORS header can.${errorName(failure)}`,
      confidence: 'likely',
      evidence: failureEvidence(failure),
      remedies: ['none'],
    };
  },
};
