import { hasHeader } from '../../cors/index.ts';
import { links } from '../links.ts';
import { missingHeaders, refusedHeaders } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, fault, header, headerEvidence, requestEvidence } from '../scene.ts';
import { quotedList } from '../text.ts';

export const allowHeadersAbsent: Rule = {
  id: 'allow-headers-absent',
  rank: 602,
  outcomes: ['blocked'],
  faults: ['HeaderDisallowedByPreflightResponse'],
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A REST API’s preflight allows the origin and names no header at all. So does SAM’s short form, `Cors: "\'*\'"`: it has no place for them.',
    symptom:
      '“Request header field … is not allowed by Access-Control-Allow-Headers in preflight response”, and the answer to OPTIONS has no such header.',
    why: 'The short form of `Cors`, and the long one without AllowHeaders, send no Access-Control-Allow-Headers. Any header that needs permission is then refused: a JSON Content-Type, Authorization, an API key.',
    fix: 'Write `Cors` as a map with AllowOrigin, AllowMethods and AllowHeaders, each value in single quotes within double quotes.',
    known: 'translator',
    links: [links.samCors, links.preflight],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || fault(scene) !== 'HeaderDisallowedByPreflightResponse') return null;
    const { headers } = scene.response;
    if (hasHeader(headers, 'access-control-allow-headers') || header(scene, 'x-amzn-trace-id') !== null)
      return null;
    const missing = missingHeaders(scene);
    // Without its tracing tool the call may ask for no header at all.
    if (missing.length === refusedHeaders(scene).tracing.length) return null;
    return {
      title: 'The API’s `Cors` allows no request headers',
      explanation: `The preflight’s answer has no Access-Control-Allow-Headers, and the request needs ${quotedList(missing)}. SAM’s \`Cors\` sends the header only if \`AllowHeaders\` is set; the short form \`Cors: "'*'"\` cannot set it. Write \`Cors\` as a map and name ${missing.length === 1 ? 'it' : 'them'} under \`AllowHeaders\`.`,
      causedBy: null,
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-origin', 'access-control-allow-headers'),
        ...requestEvidence(scene, 'access-control-request-headers'),
      ],
      remedies: ['cors-configuration'],
    };
  },
};
