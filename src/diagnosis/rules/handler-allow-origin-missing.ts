import type { Remedy } from '../finding.ts';
import { hiddenCause } from '../hidden-cause.ts';
import { statusMeaning } from '../hidden-status.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, fault, headerEvidence, isRestError, presentEvidence, statusEvidence } from '../scene.ts';
import { joined } from '../text.ts';

export const handlerAllowOriginMissing: Rule = {
  id: 'handler-allow-origin-missing',
  rank: 300,
  outcomes: ['blocked'],
  cause: null,
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'handler',
    summary:
      'The handler behind a REST API answers without Access-Control-Allow-Origin. `Cors` in the template only answers preflights: with a proxy integration every actual response’s headers come from the handler.',
    symptom:
      "The preflight passes, the real answer has a good status, and the console says “No 'Access-Control-Allow-Origin' header”.",
    why: 'With a proxy integration a REST API passes on what the function returns. `Cors` in the template answers preflights only.',
    fix: 'Return Access-Control-Allow-Origin (and `Vary: Origin` where it depends on the request) from the function on every path, errors included.',
    known: 'recorded',
    links: [links.restCors, links.corsCheck],
  },
  find(subject) {
    if (subject.gateway.kind !== 'rest') return null;
    const scene = blockedAt(subject, 'actual');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader') return null;
    const { status } = scene.response;
    if (isRestError(scene) || status >= 500 || hiddenCause(subject) !== null) return null;
    const remedies: readonly Remedy[] =
      status >= 400 ? ['allow-origin-in-handler', 'handler-error-headers'] : ['allow-origin-in-handler'];
    return {
      title: 'The handler’s response has no Access-Control-Allow-Origin',
      explanation: joined(
        statusMeaning(scene),
        'A REST API passes the handler’s headers on as they are; `Cors` in the template only answers the preflight. The handler must send Access-Control-Allow-Origin with every response, errors included.',
      ),
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...presentEvidence(scene, 'x-amzn-trace-id'),
      ],
      remedies,
    };
  },
};
