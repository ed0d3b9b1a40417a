import { links } from '../links.ts';
import { failsAtList, missingHeaders } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  requestEvidence,
  type Scene,
} from '../scene.ts';
import { quote, quotedList } from '../text.ts';
import { allowHeadersAbsent } from './allow-headers-absent.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';

const tracing =
  /^(traceparent|tracestate|sentry-trace|baggage|b3|x-b3-.+|x-datadog-.+|newrelic|x-amzn-trace-id)$/;

function hint(scene: Scene, missing: readonly string[]): string {
  const value = header(scene, 'access-control-allow-headers');
  if (missing.includes('authorization') && value?.includes('*'))
    return ' `*` never covers Authorization: name it.';
  if (missing.some((name) => tracing.test(name)))
    return ' Tracing SDKs add such headers; they can also be told not to send them to this host.';
  return '';
}

export const headerNotAllowed: Rule = {
  id: 'header-not-allowed',
  rank: 610,
  outcomes: ['blocked'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The request carries headers that Access-Control-Allow-Headers does not list. Browsers name only the first of them; the finding names all.',
    symptom: '“Request header field … is not allowed by Access-Control-Allow-Headers in preflight response.”',
    why: 'The page sends a header that needs permission, and the preflight’s answer does not list it.',
    fix: 'Add the header to AllowHeaders, or stop sending it.',
    known: 'standard',
    links: [links.preflight, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || !failsAtList(scene)) return null;
    if (fault(scene).startsWith('Header') && wildcardListWithCredentials.find(subject)) return null;
    const missing = missingHeaders(scene);
    if (
      missing.length === 0 ||
      (subject.gateway.kind === 'rest' && allowHeadersAbsent.find(subject) !== null)
    )
      return null;
    const value = header(scene, 'access-control-allow-headers');
    return {
      title:
        missing.length === 1
          ? `The request header ${quotedList(missing)} is not allowed`
          : `${missing.length} request headers are not allowed`,
      explanation: `Access-Control-Allow-Headers ${value === null ? 'is not sent' : `is ${quote(value)}`}, and the request needs ${quotedList(missing)}. Add ${missing.length === 1 ? 'it' : 'them'} to the allowed headers.${hint(scene, missing)}`,
      owner: headerOwner(scene),
      causedBy: null,
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-headers'),
        ...requestEvidence(scene, 'access-control-request-headers'),
      ],
      remedies: headerRemedies(scene),
    };
  },
};
