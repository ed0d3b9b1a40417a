import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedScene, errorType, headerEvidence, statusEvidence } from '../scene.ts';

export const functionUrlPermission: Rule = {
  id: 'function-url-permission',
  rank: 109,
  outcomes: ['blocked'],
  sign: 'error-status',
  gateways: ['function-url'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A function URL answers 403 AccessDeniedException: callers lack the permissions that it needs, or its AuthType is AWS_IAM and the request is not signed.',
    symptom:
      'The call, or its OPTIONS, is answered 403 `{"Message":"Forbidden…"}` with `x-amzn-errortype: AccessDeniedException`; the console speaks of a missing header.',
    why: 'Also a URL with `AuthType: NONE` needs a resource policy that lets everyone in: `lambda:InvokeFunctionUrl`, and since October 2025 `lambda:InvokeFunction` too. A stack deployed by hand or by an older tool lacks one. With `AWS_IAM` every request must be signed.',
    fix: 'Deploy with a current SAM, which writes both permissions for `AuthType: NONE`; or add them by hand. With `AWS_IAM`, sign the request, and set `Cors` on the URL so that preflights are answered without a signature.',
    known: 'recorded',
    links: [links.functionUrl, 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  },
  find(subject) {
    if (subject.gateway.kind !== 'function-url') return null;
    const scene = blockedScene(subject);
    if (scene === null || scene.response.status !== 403) return null;
    if (errorType(scene) !== 'AccessDeniedException') return null;
    const preflight = scene.step === 'preflight';
    return {
      title: preflight
        ? 'The function URL lets no preflight in'
        : 'The function URL does not let this caller in',
      explanation: `The URL’s resource policy must allow \`lambda:InvokeFunctionUrl\` and \`lambda:InvokeFunction\`, or its AuthType is AWS_IAM and the request is not signed. ${preflight ? 'That OPTIONS got so far means that the URL has no `Cors`: with it, AWS answers preflights before permissions are asked, which was not seen recorded.' : 'Both permissions are needed also with `AuthType: NONE`.'}`,
      confidence: 'certain',
      unverified: preflight,
      evidence: [statusEvidence(scene), ...headerEvidence(scene, 'x-amzn-errortype')],
      remedies: preflight ? ['cors-configuration'] : ['none'],
    };
  },
};
