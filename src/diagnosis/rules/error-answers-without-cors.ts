import { endpointSiblings } from '../api-summary.ts';
import { actualAnswer } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, fault, headerEvidence, headerOwner, isRestError, statusEvidence } from '../scene.ts';

export const errorAnswersWithoutCors: Rule = {
  id: 'error-answers-without-cors',
  rank: 740,
  outcomes: ['blocked'],
  sign: 'error-status',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  meta: {
    severity: 'warning',
    owner: 'handler',
    summary:
      'Good answers of this URL allow the page to read them, error answers do not. The page sees a CORS error instead of the status and cannot tell its user what is wrong.',
    symptom:
      'The call mostly works. When it fails, the console speaks of CORS, and the script gets a TypeError instead of the 4xx or 5xx.',
    why: 'The headers are added where the handler succeeds. Where it throws, or where the gateway answers before or instead of it, nobody adds them.',
    fix: 'Add the same CORS headers on every path of the handler, errors included. In a REST API let the gateway’s own errors carry them too: GatewayResponses DEFAULT_4XX and DEFAULT_5XX.',
    known: 'recorded',
    links: [links.gatewayResponses, links.mdnErrors],
    noScenario: 'needs-several-captures',
  },
  find(subject) {
    const scene = blockedAt(subject, 'actual');
    if (scene === null || scene.response.status < 400 || fault(scene) !== 'MissingAllowOriginHeader')
      return null;
    const { exchange, judgement, siblings } = subject;
    const good = endpointSiblings(subject, siblings).find((sibling) => {
      if (sibling.judgement.verdict.outcome !== 'allowed' || sibling.exchange.origin !== exchange.origin)
        return false;
      if (sibling.judgement.needs.method !== judgement.needs.method) return false;
      const actual = actualAnswer(sibling);
      return actual !== null && actual.status < 400 && actual.acao !== null;
    });
    if (good === undefined) return null;
    const gateway = isRestError(scene);
    return {
      title: 'Only error answers of this URL lack the CORS headers',
      explanation: `The same call was let through with status ${actualAnswer(good)?.status ?? 200}; with ${scene.response.status} the header is missing, so that the page cannot read why it failed. ${gateway ? 'The gateway made this answer: set GatewayResponses.' : 'Add the headers on the error paths too.'}`,
      owner: gateway ? 'gateway' : headerOwner(scene) === 'gateway' ? 'handler' : headerOwner(scene),
      evidence: [statusEvidence(scene), ...headerEvidence(scene, 'access-control-allow-origin')],
      remedies: [gateway ? 'gateway-error-headers' : 'handler-error-headers'],
    };
  },
};
