import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { errorType, presentEvidence, refusedStatus, statusEvidence } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import { isKnown, propertyPlace, takersOf } from '../template/takers.ts';

export const templateApiKeyOnOptions: Rule = {
  id: 'template-api-key-on-options',
  rank: 95,
  outcomes: ['blocked'],
  step: 'preflight',
  needsTemplate: true,
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'OPTIONS was answered 403 Forbidden, which a demanded API key, a firewall and a wrong stage all give. The template tells whether a key is demanded.',
    symptom: 'OPTIONS is answered 403 with `x-amzn-errortype: ForbiddenException`.',
    why: 'With `ApiKeyRequired` SAM demands the key of OPTIONS as well, and a preflight never carries one. Without it, something else refuses: a WAF rule, or a URL without its stage or base path.',
    fix: 'Where the template demands a key, set `AddApiKeyRequiredToCorsPreflight: false` directly under `Auth`. Where it does not, let OPTIONS pass in the WAF, and check stage and base path of the URL.',
    known: 'translator',
    links: [links.samAuth, links.preflight],
    noScenario: 'template-only',
  },
  find(subject) {
    const { template: loaded } = subject;
    const scene = refusedStatus(subject);
    if (loaded === null || loaded.api.kind !== 'rest' || scene === null) return null;
    const { options } = takersOf(subject);
    if (options === null || errorType(scene) !== 'ForbiddenException') return null;
    const { apiKeyRequired } = options.kind === 'route' ? options.route : options.preflight;
    const evidence = [statusEvidence(scene), ...presentEvidence(scene, 'x-amzn-errortype')];
    if (!apiKeyRequired) {
      const place =
        options.kind === 'route' ? options.route.place : (loaded.api.corsPlace ?? loaded.api.place);
      return {
        title: 'No API key is the cause: the template demands none of OPTIONS',
        explanation:
          'What answers so without one: a WAF rule that blocks OPTIONS, or a URL without its stage or base path. If the template demanded a key before, deploy it again.',
        confidence: 'likely',
        evidence: [templateEvidence(loaded.template, place, 'OPTIONS without an API key'), ...evidence],
        remedies: ['none'],
        leaves: [],
      };
    }
    return {
      title: 'The template demands an API key of OPTIONS',
      explanation:
        'Preflights carry no API key, so OPTIONS must not ask for one: set `AddApiKeyRequiredToCorsPreflight: false` directly under `Auth`. No firewall is needed to explain the answer.',
      confidence: isKnown(loaded, options) ? 'certain' : 'likely',
      evidence: [
        templateEvidence(
          loaded.template,
          propertyPlace(loaded, 'Auth'),
          'AddApiKeyRequiredToCorsPreflight is true unless set',
        ),
        ...evidence,
      ],
      remedies: ['open-preflight-to-api-key', 'cors-configuration'],
      leaves: [],
    };
  },
};
