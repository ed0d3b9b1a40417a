import { headerValue, preflightCheck } from '../../cors/index.ts';
import { type Exchanged, profileOf } from '../../exchange/index.ts';
import { endpointSiblings } from '../api-summary.ts';
import { links } from '../links.ts';
import type { Rule, Subject } from '../rule.ts';

export const stalePreflight: Rule = {
  id: 'stale-preflight',
  rank: 760,
  outcomes: ['allowed', 'blocked'],
  sign: 'kept-preflight',
  meta: {
    severity: 'warning',
    owner: 'client',
    summary:
      'A preflight’s answer that the browser kept decided, and the server answers otherwise by now: the call passes, or fails, only until the cache has forgotten it.',
    symptom:
      'A change is deployed and the browser behaves as before; other people, or a private window, see something else.',
    why: 'Browsers keep a preflight’s answer as long as Access-Control-Max-Age says (Chromium two hours at most, Firefox a day), and do not ask again meanwhile.',
    fix: 'Tick “disable cache while recording” in deep capture, or open a private window. Keep Access-Control-Max-Age small while the configuration still changes.',
    known: 'standard',
    links: [links.preflightCache, links.maxAge],
    noScenario: 'needs-several-captures',
  },
  find(subject) {
    const { exchange, judgement } = subject;
    const kept = exchange.cachedPreflight;
    if (judgement.preflight !== 'cached' || kept === null || kept.response === null) return null;
    const newer = newerAnswer(subject, kept);
    if (newer === null) return null;
    const passed = passes(subject, kept);
    if (passed === passes(subject, newer)) return null;
    const name = 'access-control-max-age';
    const value = headerValue(kept.response.headers, name);
    return {
      title: passed
        ? 'It passes only because the browser kept an old preflight'
        : 'An old preflight decided; the server allows it by now',
      explanation: passed
        ? 'A newer preflight of this URL no longer allows such a request: it will be blocked once the kept answer has expired, and is already for everybody else. Disable the cache in deep capture to see it.'
        : 'A newer preflight of this URL allows such a request. Clear the cache, or disable it in deep capture, and try again.',
      confidence: 'likely',
      evidence: [
        value === null
          ? { message: 'preflight-response', header: name, note: 'not sent' }
          : { message: 'preflight-response', header: name, value },
      ],
    };
  },
};

/** The latest preflight of the same origin and URL that was sent after the kept one. */
function newerAnswer(subject: Subject, kept: Exchanged): Exchanged | null {
  const url = subject.exchange.hops[subject.judgement.hop]?.url;
  let newest: Exchanged | null = null;
  for (const { exchange, judgement } of endpointSiblings(subject, subject.siblings)) {
    const hop = exchange.hops[judgement.hop];
    const own = hop?.preflight ?? null;
    if (own === null || own.response === null || hop?.url !== url) continue;
    if (exchange.origin !== subject.exchange.origin) continue;
    if (own.startedAt > (newest ?? kept).startedAt) newest = own;
  }
  return newest;
}

/** Whether that answer lets this exchange's request go. */
function passes({ exchange, judgement }: Subject, { response }: Exchanged): boolean {
  if (response === null) return false;
  const { status, headers } = response;
  const refusal = preflightCheck(
    {
      origin: exchange.origin ?? 'null',
      credentials: judgement.inferred.credentials ?? 'same-origin',
      method: judgement.needs.method,
      unsafeHeaders: judgement.needs.headers,
      status,
      headers,
    },
    profileOf(exchange.browser),
  );
  return refusal === null;
}
