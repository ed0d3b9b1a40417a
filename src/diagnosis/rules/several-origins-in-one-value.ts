import { severalValues } from '../allow-origin-values.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { headerEvidence, headerOwner, headerRemedies, stepName } from '../scene.ts';
import { quote } from '../text.ts';

export const severalOriginsInOneValue: Rule = {
  id: 'several-origins-in-one-value',
  rank: 399,
  outcomes: ['blocked'],
  faults: ['MultipleAllowOriginValues', 'AllowOriginMismatch', 'InvalidAllowOriginValue'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Origin lists several origins in one value. The header holds one origin or `*`; the server must choose the one that asks.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header contains multiple values 'https://a…,https://b…', but only one is allowed.”",
    why: 'A list looks natural in a template, and a REST API’s `AllowOrigin` is sent just as it stands. Browsers know no list here.',
    fix: 'Compare the request’s Origin with a list and answer the one that fits, with `Vary: Origin`: an HTTP API and a function URL do so from their `AllowOrigins`; a REST API needs a response override in its MOCK, or OPTIONS in the handler.',
    known: 'standard',
    links: [
      links.corsCheck,
      links.mdnErrors,
      'https://github.com/aws/serverless-application-model/issues/3769',
    ],
  },
  find(subject) {
    const found = severalValues(subject);
    if (found?.twice !== false) return null;
    const { scene, value } = found;
    return {
      title: 'Access-Control-Allow-Origin lists several origins',
      explanation: `The ${stepName(scene)} says ${quote(value)}, but the header may hold only one origin. Browsers know no list here: the server must answer with the one origin that asked, and \`Vary: Origin\`. A REST API’s \`AllowOrigin\` sends such a list as it is.`,
      owner: headerOwner(scene),
      evidence: headerEvidence(scene, 'access-control-allow-origin'),
      remedies: headerRemedies(scene),
    };
  },
};
