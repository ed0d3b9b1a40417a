import { links } from '../links.ts';
import { failsAtList, refusedHeaders } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  requestEvidence,
} from '../scene.ts';
import { quote, quotedList } from '../text.ts';
import { allowHeadersAbsent } from './allow-headers-absent.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';

export const headerNotAllowed: Rule = {
  id: 'header-not-allowed',
  rank: 610,
  outcomes: ['blocked'],
  faults: ['MethodDisallowedByPreflightResponse', 'HeaderDisallowedByPreflightResponse'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The request carries headers that Access-Control-Allow-Headers does not list. Browsers name only the first of them; the finding names all. Headers that a known tool adds are told apart: see tracing-headers and sdk-headers.',
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
    const missing = refusedHeaders(scene).other;
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
      explanation: `Access-Control-Allow-Headers ${value === null ? 'is not sent' : `is ${quote(value)}`}, and the request needs ${quotedList(missing)}. Add ${missing.length === 1 ? 'it' : 'them'} to the allowed headers.`,
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
