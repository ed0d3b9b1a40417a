import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  header,
  headerEvidence,
  isOk,
  presentEvidence,
  type Scene,
  statusEvidence,
} from '../scene.ts';

/** A good status without the header, and the trace id that Lambda's answers have. */
function unallowed(scene: Scene | null): Scene | null {
  if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || !isOk(scene.response.status))
    return null;
  return header(scene, 'x-amzn-trace-id') === null ? null : scene;
}

export const optionsHandledByFunction: Rule = {
  id: 'options-handled-by-function',
  rank: 104,
  outcomes: ['blocked'],
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'handler',
    summary:
      'The Lambda function behind a REST API answers OPTIONS itself and knows nothing of CORS. An `options` event sends it there, and SAM’s `Cors` then leaves that path alone.',
    symptom:
      'OPTIONS is answered by the function (it has an `x-amzn-trace-id`) with an error or without CORS headers, although `Cors` is set.',
    why: 'A function event for OPTIONS, or for any method where no `Cors` is set, takes the preflight before a mock can answer it.',
    fix: 'Remove the `options` event and set `Cors`, so that API Gateway answers. Or let the code answer OPTIONS with 204 and the CORS headers.',
    known: 'translator',
    links: [links.samCors, links.restCors],
  },
  find(subject) {
    const refused = refusedBy(subject, 'options-handled-by-function');
    const scene = refused ?? unallowed(blockedAt(subject, 'preflight'));
    if (scene === null) return null;
    const { status } = scene.response;
    const failed = refused !== null && header(scene, 'x-amzn-trace-id') === null;
    return {
      title: failed ? 'A function answers OPTIONS, and failed' : 'The function answers OPTIONS itself',
      explanation: `${
        failed
          ? `SAM’s mock OPTIONS never answers ${status}: OPTIONS leads to a function that ${status === 504 ? 'was too slow' : 'crashed'}.`
          : `The trace id shows that OPTIONS reached the code, which answered ${status}${isOk(status) ? ' without Access-Control-Allow-Origin' : ''}.`
      } Remove the event that sends OPTIONS there (\`options\`, or \`any\` without \`Cors\`) and set \`Cors\` on the API, or answer OPTIONS in the code with 204 and the CORS headers.`,
      confidence: 'likely',
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...presentEvidence(scene, 'x-amzn-trace-id', 'x-amzn-errortype'),
      ],
      remedies: ['cors-configuration', 'explicit-routes'],
    };
  },
};
