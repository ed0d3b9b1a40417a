import { hasHeader } from '../cors/index.ts';
import type { RequestHead, ResponseHead } from '../exchange/index.ts';
import type { Subject } from './rule.ts';
import { nearSiblings } from './siblings.ts';

/** One answered message of another exchange of the same API. */
export interface SiblingAnswer {
  readonly step: 'preflight' | 'actual';
  readonly request: RequestHead;
  readonly response: ResponseHead;
}

/** Whether a near sibling has an answered message of which that holds. */
export function someAnswer(subject: Subject, holds: (answer: SiblingAnswer) => boolean): boolean {
  return nearSiblings(subject).some(({ exchange }) =>
    exchange.hops.some(({ preflight, actual }) =>
      (
        [
          ['preflight', preflight],
          ['actual', actual],
        ] as const
      ).some(
        ([step, message]) =>
          message?.response != null && holds({ step, request: message.request, response: message.response }),
      ),
    ),
  );
}

/** Whether a near sibling was answered with Access-Control-Allow-Origin: then CORS is set up at this API. */
export function corsSeen(subject: Subject): boolean {
  return someAnswer(subject, ({ response }) => hasHeader(response.headers, 'access-control-allow-origin'));
}
