import { errorEvidence, readableWith, sentEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const requestInvalid: Rule = {
  id: 'request-invalid',
  rank: 228,
  outcomes: ['blocked'],
  cause: 'request-invalid',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'A validator of the REST API refused the request: a body that does not fit its model, a missing parameter, or a media type without a template. The error carries no CORS headers.',
    symptom:
      'The answer was 400 or 415 with `x-amzn-errortype: BadRequestException`, and the console blames CORS.',
    why: 'The API checks requests before the function runs, and its own errors have no CORS headers. What is wrong stands in the body, which the page cannot read.',
    fix: 'Read the body of the answer in the Network panel or with curl, and send what the model asks for. Add the header to `DEFAULT_4XX` under `GatewayResponses`, and to `BAD_REQUEST_BODY`, `BAD_REQUEST_PARAMETERS` or `UNSUPPORTED_MEDIA_TYPE` if customised by itself.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'request-invalid');
    if (scene === null) return null;
    const media = scene.response.status === 415;
    return {
      title: media ? 'The media type is not supported' : 'The request did not pass the API’s validation',
      explanation: `${
        media
          ? 'The integration has no template for this Content-Type, and is told to refuse others.'
          : 'Its body does not fit the method’s model, or a required parameter or header is missing; the answer’s body says which.'
      } The function never ran. ${readableWith(media ? ['UNSUPPORTED_MEDIA_TYPE'] : ['BAD_REQUEST_BODY', 'BAD_REQUEST_PARAMETERS'], 'DEFAULT_4XX')}`,
      unverified: media,
      evidence: [...errorEvidence(scene), ...sentEvidence(scene, 'content-type')],
      remedies: ['mend-client', 'gateway-error-headers'],
    };
  },
};
