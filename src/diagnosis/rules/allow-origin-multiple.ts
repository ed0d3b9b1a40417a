import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedScene,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  type Scene,
  stepName,
} from '../scene.ts';
import { quote } from '../text.ts';

function lineCount({ response }: Scene): number {
  return response.headers.filter(([name]) => name.toLowerCase() === 'access-control-allow-origin').length;
}

export const allowOriginMultiple: Rule = {
  id: 'allow-origin-multiple',
  rank: 400,
  outcomes: ['blocked'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Origin holds more than one value: two owners each add the header (a function URL and its code, a proxy and the server behind it), or a list of origins was written into one value. Only one origin or `*` is allowed.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header contains multiple values …, but only one is allowed.”",
    why: 'Two owners each add the header, or a list was written into one value. The header holds exactly one origin, or `*`.',
    fix: 'Keep one owner and take the header out of the other. For several origins, compare the request’s Origin with a list and answer the one that fits.',
    known: 'standard',
    links: [
      links.corsCheck,
      links.mdnErrors,
      'https://github.com/aws/serverless-application-model/issues/3769',
    ],
  },
  find(subject) {
    const scene = blockedScene(subject);
    if (scene === null) return null;
    const count = lineCount(scene);
    if (
      fault(scene) !== 'MultipleAllowOriginValues' &&
      !(count > 1 && /^(AllowOriginMismatch|InvalidAllowOrigin)/.test(fault(scene)))
    )
      return null;
    const value = header(scene, 'access-control-allow-origin') ?? '';
    const values = value.split(',', 20).map((part) => part.trim());
    const twice = count > 1 || new Set(values).size < values.length;
    const both =
      subject.gateway.kind === 'function-url'
        ? 'The function URL’s `Cors` and the function’s code both add it; remove it from the code.'
        : 'Two places each add it, such as the handler and a proxy or CDN in front; leave it to one of them.';
    return {
      title: twice
        ? 'Access-Control-Allow-Origin is sent twice'
        : 'Access-Control-Allow-Origin lists several origins',
      explanation: `The ${stepName(scene)} says ${quote(value)}, but the header may hold only one origin. ${twice ? both : 'Browsers know no list here: the server must answer with the one origin that asked, and `Vary: Origin`. A REST API’s `AllowOrigin` sends such a list as it is.'}`,
      owner: headerOwner(scene),
      confidence: 'certain',
      evidence: headerEvidence(scene, 'access-control-allow-origin'),
      remedies: twice ? ['single-header-owner'] : headerRemedies(scene),
    };
  },
};
