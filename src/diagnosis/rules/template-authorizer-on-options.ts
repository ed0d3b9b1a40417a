import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { errorType, presentEvidence, refusedStatus, type Scene, statusEvidence } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import { isKnown, propertyPlace, takersOf } from '../template/takers.ts';
import { quotedList } from '../text.ts';

/** The answer of an authorizer, by what kind of one the template has. */
function isRefusal(scene: Scene, isIam: boolean): boolean {
  const type = errorType(scene);
  if (type === 'AccessDeniedException') return true;
  if (isIam) return type === 'MissingAuthenticationTokenException';
  return scene.response.status === 401 && (type === null || type === 'UnauthorizedException');
}

export const templateAuthorizerOnOptions: Rule = {
  id: 'template-authorizer-on-options',
  rank: 94,
  outcomes: ['blocked'],
  step: 'preflight',
  needsTemplate: true,
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The template puts an authorizer, or AWS_IAM, in front of the OPTIONS method that it makes. Only the template tells AWS_IAM from a missing OPTIONS method: their answers are alike.',
    symptom: 'OPTIONS is answered 401, or with AWS_IAM 403 “Missing Authentication Token”.',
    why: 'SAM puts the default authorizer in front of OPTIONS as well, unless told otherwise, and browsers never sign or send a token with a preflight.',
    fix: 'Set `AddDefaultAuthorizerToCorsPreflight: false` directly under `Auth`. The real methods stay protected.',
    known: 'translator',
    links: [links.samAuth, links.preflight],
    noScenario: 'own-spec',
  },
  find(subject) {
    const { template: loaded } = subject;
    const scene = refusedStatus(subject);
    if (loaded === null || loaded.api.kind !== 'rest' || scene === null) return null;
    const { options } = takersOf(subject);
    if (options?.kind !== 'preflight' || options.preflight.authorizer === 'none') return null;
    const isIam = options.preflight.authorizer === 'iam';
    if (!isRefusal(scene, isIam)) return null;
    const { security } = options.preflight;
    return {
      title: isIam
        ? 'AWS_IAM stands before the OPTIONS method of the template'
        : `The authorizer ${quotedList(security)} stands before the OPTIONS method of the template`,
      explanation: `The template has an OPTIONS method here, so a missing one is not the cause. Browsers send preflights without credentials, and whatever stands before OPTIONS refuses them: set \`AddDefaultAuthorizerToCorsPreflight: false\` directly under \`Auth\`.`,
      confidence: isKnown(loaded, options) ? 'certain' : 'likely',
      unverified: isIam,
      evidence: [
        templateEvidence(
          loaded.template,
          propertyPlace(loaded, 'Auth'),
          'AddDefaultAuthorizerToCorsPreflight is true unless set',
        ),
        statusEvidence(scene),
        ...presentEvidence(scene, 'x-amzn-errortype', 'www-authenticate'),
      ],
      remedies: ['open-preflight-to-authorizer', 'cors-configuration'],
      leaves: [],
    };
  },
};
