import { headerValue } from '../../cors/index.ts';
import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const coep = failureRule({
  id: 'coep',
  rank: 32,
  owner: 'client',
  summary:
    'The page demands isolation (Cross-Origin-Embedder-Policy), and the no-cors response does not consent with Cross-Origin-Resource-Policy.',
  symptom: '`net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep`.',
  why: 'The page asked for isolation with Cross-Origin-Embedder-Policy, so everything that it embeds must consent, and this answer does not.',
  fix: 'Request it in cors mode (`crossorigin` on elements), or have its server send Cross-Origin-Resource-Policy.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.coepHeader],
  name: (failure) => {
    const sent = headerValue(failure.hop.actual?.response?.headers ?? [], 'cross-origin-resource-policy');
    const told =
      /by-coep|^coep-/.test(failure.blockedReason ?? '') ||
      /ByCoep|CoepFrame/.test(failure.error ?? '') ||
      (/BLOCKED_BY_RESPONSE$|DOM_CORP_FAILED$/.test(failure.error ?? '') && sent === null);
    if (!told) return null;
    return {
      title: 'the page’s Cross-Origin-Embedder-Policy refuses the response',
      explanation:
        'The page is isolated (`require-corp`), so a no-cors response must consent. Send `Cross-Origin-Resource-Policy: cross-origin` with it, call it in cors mode with CORS headers, or give the page `Cross-Origin-Embedder-Policy: credentialless`.',
    };
  },
});
