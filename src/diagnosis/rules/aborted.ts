import { type Failure, failureRule } from '../failure.ts';
import { links } from '../links.ts';

/** Chromium's webRequest calls an abort amid the body only `ERR_FAILED` (measured in 156), after an answer that CORS let pass. */
function cutOff({ subject, error, hop }: Failure): boolean {
  const { browser, source } = subject.exchange;
  const answered = (hop.actual?.response ?? null) !== null;
  return browser === 'chromium' && source === 'webRequest' && error === 'net::ERR_FAILED' && answered;
}

export const aborted = failureRule({
  id: 'aborted',
  rank: 36,
  owner: 'client',
  severity: 'warning',
  summary:
    'The page gave the request up: an AbortController, a time limit of its own, a component that went away, or a navigation.',
  symptom: '`net::ERR_ABORTED` or an `AbortError`; the row says cancelled.',
  why: 'The page itself gave up: an AbortController, its own time limit, a component that was taken away, or a navigation.',
  fix: 'If that was not meant, raise the page’s own time limit, and do not start calls just before leaving the page.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.abortSignal],
  name: (failure) => {
    const named = /ABORTED|CANCELL?ED/.test(failure.error ?? '');
    if (!named && !cutOff(failure)) return null;
    const { actual, preflight } = failure.hop;
    const from = (preflight ?? actual)?.startedAt ?? 0;
    const to = actual?.endedAt ?? null;
    const after = to === null || to <= from ? '' : ` after ${Math.round(to - from).toLocaleString('en')} ms`;
    return {
      title: `the page gave the request up${after}`,
      explanation: `An \`AbortController\`, \`AbortSignal.timeout\` or \`XMLHttpRequest.timeout\`, a component that went away, or a navigation ended it; browsers do not tell which. ${actual?.response ? 'The answer had begun' : 'No answer had come by then: if a time limit ended it, the server was slower than that'}.`,
      confidence: named ? 'certain' : 'likely',
    };
  },
});
