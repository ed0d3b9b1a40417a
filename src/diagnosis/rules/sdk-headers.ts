import { allAdvice, sourcesTold, traced } from '../header-origin.ts';
import { links } from '../links.ts';
import { failsAtList, refusedHeaders } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, headerEvidence, headerOwner, headerRemedies, requestEvidence } from '../scene.ts';
import { joined, quotedList } from '../text.ts';
import { allowHeadersAbsent } from './allow-headers-absent.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';

export const sdkHeaders: Rule = {
  id: 'sdk-headers',
  rank: 607,
  outcomes: ['blocked'],
  faults: ['MethodDisallowedByPreflightResponse', 'HeaderDisallowedByPreflightResponse'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A client library, or a habit of the page’s code, adds headers that the API does not allow: `x-amz-date` and its kind for signed calls, `x-api-key`, `x-requested-with`, `cache-control`. The finding names each header, who adds it, and whether to allow or to drop it.',
    symptom:
      '“Request header field x-amz-date is not allowed by Access-Control-Allow-Headers in preflight response.”',
    why: 'Signing, API keys and tokens travel in headers of their own, and each of them needs permission. Others do nothing for the API and were copied along.',
    fix: `Add what the API reads to AllowHeaders, by name. Drop the rest from the call. ${allAdvice('sdk')}`,
    known: 'standard',
    links: [links.preflight, links.restCors, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || !failsAtList(scene) || wildcardListWithCredentials.find(subject)) return null;
    const names = refusedHeaders(scene).sdk;
    if (names.length === 0) return null;
    const sources = traced(names, subject.judgement.needs.headers);
    const allowed = sources.some(({ tools }) => tools.some(({ allow }) => allow));
    const one = names.length === 1;
    return {
      title: one
        ? `The request header ${quotedList(names)} is not allowed`
        : `${names.length} headers of client libraries are not allowed`,
      explanation: joined(
        `${quotedList(names)} ${one ? 'is' : 'are'} not in Access-Control-Allow-Headers.`,
        sourcesTold(sources),
        '',
      ),
      owner: allowed ? headerOwner(scene) : 'client',
      remedies: allowed ? [...headerRemedies(scene), 'trim-request'] : ['mend-client'],
      causedBy:
        subject.gateway.kind === 'rest' && allowHeadersAbsent.find(subject) ? allowHeadersAbsent.id : null,
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-headers'),
        ...requestEvidence(scene, 'access-control-request-headers'),
      ],
    };
  },
};
