import { errorEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import type { Rule } from '../rule.ts';

export const payloadTooLarge: Rule = {
  id: 'payload-too-large',
  rank: 208,
  outcomes: ['blocked'],
  cause: 'payload-too-large',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest', 'http', 'function-url'],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The body is larger than the front door takes. It answers 413, and a REST API cannot be told to add CORS headers to that answer.',
    symptom: 'Small uploads work, large ones fail with a CORS error. The answer was 413.',
    why: 'API Gateway takes at most 10 MB, and Lambda at most 6 MB in one call. Of all errors of a REST API, this one cannot be customised.',
    fix: 'Upload large files straight to S3 with a presigned URL (the bucket needs a CORS configuration of its own), or send the body in parts.',
    known: 'documented',
    links: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/PresignedUrlUploadObject.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'payload-too-large');
    if (scene === null) return null;
    return {
      title: 'The body is too large',
      explanation: `${
        subject.gateway.kind === 'function-url'
          ? 'Lambda takes at most 6 MB in one call.'
          : 'API Gateway takes at most 10 MB, and a Lambda function behind it at most 6 MB.'
      }${
        subject.gateway.kind === 'rest'
          ? ' A REST API’s 413 cannot be given CORS headers: `REQUEST_TOO_LARGE` is not customisable.'
          : ''
      } Send less, or upload to S3 with a presigned URL.`,
      confidence: 'likely',
      unverified: true,
      evidence: errorEvidence(scene),
      remedies: ['mend-client'],
    };
  },
};
