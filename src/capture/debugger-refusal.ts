import { corsErrorCodes } from '../cors/index.ts';
import type { CallFrame, Reported } from '../exchange/index.ts';
import { debuggerCall } from './debugger-call.ts';
import { fieldsOf, textOf } from './debugger-field.ts';
import { initiatorOrigin } from './debugger-origin.ts';

/** CDP `Network.CorsErrorStatus`; null where there is none. A name that we do not know is kept as it is. */
export function debuggerRefusal(status: unknown): Reported | null {
  const { corsError, failedParameter } = fieldsOf(status);
  const name = textOf(corsError);
  if (name === '') return null;
  const code = corsErrorCodes.find((each) => each === name) ?? null;
  return { code, name, parameter: textOf(failedParameter) };
}

/** What of a CORS issue is read. */
export interface CorsIssue {
  readonly refusal: Reported;
  /** Empty where the request never reached the network. */
  readonly requestId: string;
  readonly url: string;
  readonly origin: string | null;
  readonly call: readonly CallFrame[];
}

/** The CORS issue of `Audits.issueAdded`; null for other issues and for warnings, which refuse nothing. */
export function corsIssue(params: unknown): CorsIssue | null {
  const issue = fieldsOf(fieldsOf(params).issue);
  if (issue.code !== 'CorsIssue') return null;
  const details = fieldsOf(fieldsOf(issue.details).corsIssueDetails);
  const refusal = debuggerRefusal(details.corsErrorStatus);
  if (refusal === null || details.isWarning === true) return null;
  const request = fieldsOf(details.request);
  return {
    refusal,
    requestId: textOf(request.requestId),
    url: textOf(request.url),
    origin: initiatorOrigin(details.initiatorOrigin),
    call: debuggerCall({ callFrames: [details.location] }),
  };
}
