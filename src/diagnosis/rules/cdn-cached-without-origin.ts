import { edgeResult } from '../cdn.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  headerEvidence,
  presentEvidence,
  requestEvidence,
  statusEvidence,
} from '../scene.ts';

export const cdnCachedWithoutOrigin: Rule = {
  id: 'cdn-cached-without-origin',
  rank: 299,
  outcomes: ['blocked'],
  faults: ['MissingAllowOriginHeader', 'AllowOriginMismatch'],
  step: 'actual',
  meta: {
    severity: 'error',
    owner: 'cdn',
    summary:
      'CloudFront answers from its cache what it once got for another page, or for a request without Origin: the cache key lacks the Origin header.',
    symptom:
      'It fails now and then, or for one site only; the answer says `x-cache: Hit from cloudfront` and names another origin, or none.',
    why: 'A cache gives the same answer to everyone who asks for the same key. If the allowed origin depends on who asks, the Origin header must be part of that key.',
    fix: 'Use a cache policy whose key holds `Origin` (or CachingDisabled), with an origin request policy that forwards it; or let a response headers policy add the CORS headers. Send `Vary: Origin`.',
    known: 'documented',
    links: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/header-caching.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html',
    ],
  },
  find(subject) {
    const scene = blockedAt(subject, 'actual');
    if (scene === null || scene.response.status >= 400) return null;
    if (fault(scene) !== 'MissingAllowOriginHeader' && fault(scene) !== 'AllowOriginMismatch') return null;
    if (edgeResult(scene) !== 'hit') return null;
    return {
      title: 'CloudFront’s cache holds this answer for another origin',
      explanation:
        'The answer came from CloudFront’s cache, and was kept when another page, or a request without Origin, asked. Put `Origin` into the cache key, or let a response headers policy add the CORS headers.',
      confidence: 'likely',
      evidence: [
        statusEvidence(scene),
        ...presentEvidence(scene, 'x-cache', 'age', 'vary'),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...requestEvidence(scene, 'origin'),
      ],
      remedies: ['beyond-settings'],
    };
  },
};
