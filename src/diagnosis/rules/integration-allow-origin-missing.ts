import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { headerEvidence, statusEvidence } from '../scene.ts';

export const integrationAllowOriginMissing: Rule = {
  id: 'integration-allow-origin-missing',
  rank: 304,
  outcomes: ['blocked'],
  cause: 'integration-allow-origin-missing',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'integration',
    summary:
      'What a REST API passes on has no Access-Control-Allow-Origin, and no Lambda function seems to stand behind it: an HTTP backend, or a mock, must send or map the header.',
    symptom:
      "The preflight passes, the answer has a good status but no `x-amzn-trace-id`, and the console says “No 'Access-Control-Allow-Origin' header”.",
    why: '`Cors` in the template answers preflights only. With HTTP_PROXY the backend’s headers are passed on as they are; with a mock or another mapped integration, only headers that the response mapping names are sent.',
    fix: 'HTTP_PROXY: let the backend send the header. Mapped integrations: declare `method.response.header.Access-Control-Allow-Origin` in the method response and map it in the integration response.',
    known: 'recorded',
    links: [
      links.restCors,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'integration-allow-origin-missing');
    if (scene === null) return null;
    return {
      title: 'The integration’s response has no Access-Control-Allow-Origin',
      explanation:
        'Answers of Lambda functions carry `x-amzn-trace-id`, and this one does not: an HTTP backend or a mock answered, or the API’s cache. With HTTP_PROXY the backend must send the header. Otherwise the method response must declare it and the integration response must map it. Should a function stand there after all, it must return the header.',
      confidence: 'likely',
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin', 'x-amzn-trace-id'),
      ],
      remedies: ['map-integration-response'],
    };
  },
};
