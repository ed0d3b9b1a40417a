import { headerValue } from '../../cors/index.ts';
import { failureRule } from '../failure.ts';
import { links } from '../links.ts';
import { quote } from '../text.ts';

export const corp = failureRule({
  id: 'corp',
  rank: 30,
  owner: 'integration',
  summary:
    'The response’s Cross-Origin-Resource-Policy forbids this page to load it in no-cors mode. In cors mode that header is not asked.',
  symptom: '`net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin` or the like, for a request in no-cors mode.',
  why: 'The response carries Cross-Origin-Resource-Policy, with which its server forbids other sites to embed it.',
  fix: 'Request it in cors mode with CORS headers, or have the server send `Cross-Origin-Resource-Policy: cross-origin` if everyone may embed it.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.corpHeader],
  name: (failure) => {
    const reason = failure.blockedReason ?? '';
    const sent = headerValue(failure.hop.actual?.response?.headers ?? [], 'cross-origin-resource-policy');
    // webRequest leaves out which of the policies it was; the response's own header tells.
    const told =
      /^corp-not-same-(?:origin|site)$/.test(reason) ||
      /BLOCKED_BY_RESPONSE\.NotSame(?:Origin|Site)$/.test(failure.error ?? '') ||
      (/BLOCKED_BY_RESPONSE$|DOM_CORP_FAILED$/.test(failure.error ?? '') &&
        sent !== null &&
        sent !== 'cross-origin');
    if (!told) return null;
    return {
      title: `the response’s Cross-Origin-Resource-Policy${sent === null ? '' : ` (${quote(sent)})`} forbids it`,
      explanation:
        'The answer came, but its own isolation policy keeps it from other origins in no-cors mode. Send `Cross-Origin-Resource-Policy: cross-origin`, or call it in cors mode (without `mode: "no-cors"`, with `crossorigin` on elements) and send CORS headers.',
    };
  },
});
