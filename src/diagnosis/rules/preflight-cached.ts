import { headerValue } from '../../cors/index.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const preflightCached: Rule = {
  id: 'preflight-cached',
  rank: 800,
  sign: 'kept-preflight',
  meta: {
    severity: 'info',
    owner: 'client',
    summary:
      'No preflight was sent, because the browser still held the answer of an earlier one. A change of the configuration shows only after it has expired.',
    symptom: 'A fix is deployed and the browser behaves as before, or no OPTIONS shows at all.',
    why: 'Browsers keep a preflight’s answer as long as Access-Control-Max-Age says (Chromium 2 hours at most), and do not ask again meanwhile.',
    fix: 'Tick “disable cache while recording” in deep capture, or wait for the time to pass. Keep Access-Control-Max-Age small while you change things.',
    known: 'measured',
    noScenario: 'needs-several-captures',
    links: [links.preflightCache],
  },
  find({ exchange, judgement }) {
    if (judgement.preflight !== 'cached' || judgement.verdict.outcome === 'pending') return null;
    // Only the user's word says so: there is no earlier answer to show.
    if (exchange.cachedPreflight === null)
      return {
        title: 'The preflight was answered from the browser’s cache',
        explanation:
          'Set by hand: the capture shows no earlier preflight whose answer could still count. Disable the cache in DevTools to see every preflight.',
        confidence: 'likely',
        evidence: [{ message: 'actual-request', hop: judgement.hop, note: 'set by hand' }],
      };
    const name = 'access-control-max-age';
    const value = headerValue(exchange.cachedPreflight.response?.headers ?? [], name);
    return {
      title: 'The preflight was answered from the browser’s cache',
      explanation: `An earlier preflight’s answer still counts${value === null ? '; without Access-Control-Max-Age it does for 5 seconds' : ''}. Disable the cache in DevTools to see every preflight.`,
      confidence: 'likely',
      evidence: [
        value === null
          ? { message: 'preflight-response', header: name, note: 'not sent' }
          : { message: 'preflight-response', header: name, value },
      ],
    };
  },
};
