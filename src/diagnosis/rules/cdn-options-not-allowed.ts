import { edgeResult } from '../cdn.ts';
import type { Rule } from '../rule.ts';
import { presentEvidence, refusedStatus, statusEvidence } from '../scene.ts';

export const cdnOptionsNotAllowed: Rule = {
  id: 'cdn-options-not-allowed',
  rank: 103,
  outcomes: ['blocked'],
  sign: 'refused-status',
  step: 'preflight',
  gateways: ['cloudfront'],
  meta: {
    severity: 'error',
    owner: 'cdn',
    summary:
      'CloudFront refuses OPTIONS: the behaviour’s allowed methods are GET and HEAD only, so that no preflight reaches the API.',
    symptom:
      'OPTIONS is answered 403 or 405 with `x-cache: Error from cloudfront`, and without any id of API Gateway.',
    why: 'A CloudFront behaviour lets through the methods that it lists, and the default list is GET and HEAD. Everything else is refused at the edge.',
    fix: 'Set the behaviour’s allowed methods to `GET, HEAD, OPTIONS` at least (or all seven, if the API takes them), and let the API or a response headers policy answer OPTIONS.',
    known: 'documented',
    links: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
    ],
  },
  find(subject) {
    const scene = refusedStatus(subject);
    if (scene === null || edgeResult(scene) !== 'error') return null;
    if (scene.response.status !== 403 && scene.response.status !== 405) return null;
    return {
      title: 'CloudFront refuses OPTIONS',
      explanation:
        'The answer comes from CloudFront itself, not from the API behind it. Most often the behaviour’s allowed methods lack OPTIONS; its WAF, a geographic restriction or a signed URL that is demanded give the same status.',
      confidence: 'likely',
      evidence: [statusEvidence(scene), ...presentEvidence(scene, 'x-cache', 'via', 'server')],
      remedies: ['beyond-settings'],
    };
  },
};
