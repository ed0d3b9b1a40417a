import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { header, headerEvidence, refusedStatus, statusEvidence } from '../scene.ts';
import { quote } from '../text.ts';

/** What changes between the URL that was called and where the redirect points; null where it is no small step. */
function change(from: string, location: string): string | null {
  if (!URL.canParse(from) || !URL.canParse(location, from)) return null;
  const a = new URL(from);
  const b = new URL(location, from);
  if (a.host === b.host && a.protocol === 'http:' && b.protocol === 'https:')
    return 'it only changes http to https';
  if (a.origin === b.origin && b.pathname === `${a.pathname}/`) return 'it only adds a trailing slash';
  if (a.origin === b.origin && a.pathname === `${b.pathname}/`) return 'it only removes the trailing slash';
  if (a.origin !== b.origin) return 'it points to another origin, perhaps a sign-in page';
  return null;
}

export const preflightRedirect: Rule = {
  id: 'preflight-redirect',
  rank: 100,
  outcomes: ['blocked'],
  step: 'preflight',
  sign: 'refused-status',
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The preflight is answered with a redirect. Browsers never follow one for a preflight, so the page must call the final URL, or the redirect must leave OPTIONS alone.',
    symptom:
      '“Redirect is not allowed for a preflight request”; OPTIONS is answered with 301, 302, 307 or 308.',
    why: 'Before a request that could change something the browser asks with OPTIONS whether it may. That question must be answered at the very URL that was asked.',
    fix: 'Call the URL to which the redirect points: `https:` instead of `http:`, with or without the trailing slash. Or let the redirect leave OPTIONS alone.',
    known: 'standard',
    links: [links.preflight, links.mdnErrors],
  },
  find(subject) {
    const scene = refusedStatus(subject);
    const location = scene === null ? null : header(scene, 'location');
    if (scene === null || location === null || scene.response.status < 300 || scene.response.status > 399)
      return null;
    const { kind } = subject.gateway;
    const isApi = kind === 'rest' || kind === 'http' || kind === 'function-url';
    const small = change(scene.request.url, location);
    return {
      title: `The preflight is redirected (${scene.response.status})`,
      explanation: `OPTIONS is answered with a redirect to ${quote(location)}${small === null ? '' : `: ${small}`}. Browsers do not follow redirects of preflights; call the final URL directly, or exempt OPTIONS from the redirect.`,
      owner: kind === 'cloudfront' ? 'cdn' : 'client',
      evidence: [statusEvidence(scene), ...headerEvidence(scene, 'location')],
      // No gateway of AWS redirects by itself: behind one it is the code, whose place at OPTIONS the fix takes.
      remedies: isApi ? ['mend-client'] : ['mend-client', 'beyond-settings'],
    };
  },
};
