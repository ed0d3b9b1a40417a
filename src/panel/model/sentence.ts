import type { Diagnosed } from '../../diagnosis/index.ts';
import { failingStep, pictured, stepNames } from '../../report/index.ts';
import { ownerNames } from './names.ts';
import { causeOf, standingOf } from './standing.ts';

export interface Sentence {
  readonly what: string;
  /** The root cause's title: from the wire, untrusted. */
  readonly why: string | null;
  readonly who: string | null;
}

/** The verdict told in a sentence of three parts, so that each can be set in its own way. */
export function sentenceOf(diagnosed: Diagnosed): Sentence {
  const root = diagnosed.findings.find(({ causedBy }) => causedBy === null);
  const cause = causeOf(diagnosed);
  const why = cause === null ? null : /[.!?]$/.test(cause) ? cause : `${cause}.`;
  const who = root && root.severity !== 'info' && root.owner !== 'network' ? ownerNames[root.owner] : null;
  return { what: whatOf(diagnosed), why, who };
}

function whatOf(diagnosed: Diagnosed): string {
  switch (standingOf(diagnosed)) {
    case 'blocked': {
      const step = failingStep(pictured(diagnosed));
      return step === null ? 'Blocked.' : `Blocked at step ${step}, the ${stepNames[step]}.`;
    }
    case 'risky':
      return 'Allowed, but wider than it need be.';
    case 'allowed':
      return 'Allowed. The page can read the response.';
    case 'network-error':
      return 'Not a CORS error: the request got no answer.';
    case 'not-cors':
      if (diagnosed.exchange.fromServiceWorker) return 'Not CORS: a service worker answered.';
      return 'Not a CORS request: the page cannot read the response, whatever its headers.';
    case 'pending':
      return 'Under way.';
    case 'unfinished':
      return 'End not seen: the capture was over before the request was.';
  }
}
