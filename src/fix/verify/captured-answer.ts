import { type HeaderLines, headerValue } from '../../cors/index.ts';
import type { Exchanged, ResponseHead } from '../../exchange/index.ts';
import { answer, configurationOf, refusalsLike, type TemplateApi } from '../../gateway/index.ts';

/** Who gave the captured answer, as far as it tells. */
export type Answered =
  /** No answer was captured. */
  | { readonly by: 'unseen' }
  | {
      readonly by: 'code';
      readonly status: number;
      readonly headers: HeaderLines;
      readonly doubtful: boolean;
    }
  /** The function failed, and the gateway said so. */
  | { readonly by: 'failed-code' }
  /** The gateway by itself; `types` are those of a REST API's gateway responses that look so. */
  | { readonly by: 'gateway'; readonly status: number; readonly types: ReturnType<typeof refusalsLike> };

/** Reads a captured answer to `origin`; `deployed` is the API as it stood when that was captured. */
export function answeredBy(
  exchanged: Exchanged | null,
  deployed: TemplateApi,
  path: string,
  origin: string,
): Answered {
  const response = exchanged?.response ?? null;
  if (exchanged === null || response === null) return { by: 'unseen' };
  const errorType = headerValue(response.headers, 'x-amzn-errortype');
  const { status } = response;
  if (deployed.kind === 'rest' && (errorType !== null || status === 413)) {
    const types = refusalsLike(status, errorType);
    if (status === 502) return { by: 'failed-code' };
    if (errorType !== null || isBare(response)) return { by: 'gateway', status, types };
  }
  if (deployed.kind === 'function-url' && status === 502) return { by: 'failed-code' };
  if (deployed.kind === 'http' && status >= 400 && isBare(response)) {
    return status >= 500 ? { by: 'failed-code' } : { by: 'gateway', status, types: [] };
  }
  return {
    by: 'code',
    status,
    ...ownHeaders(response.headers, exchanged.request.method, deployed, path, origin),
  };
}

const gatewayNames =
  /^(?:access-control-.*|vary|date|connection|keep-alive|transfer-encoding|strict-transport-security|alt-svc|content-(?:type|length|encoding)|server|via)$|^x-am|apigw/;

/** Nothing but what the gateway itself, or what stands before it, adds. */
const isBare = ({ headers }: ResponseHead): boolean =>
  headers.every(([name]) => gatewayNames.test(name.toLowerCase()));

const isCors = (name: string) => name.toLowerCase().startsWith('access-control-');

/**
 * The answer's headers without the CORS headers that the deployed gateway added: an HTTP API drops the integration's own,
 * a function URL adds its own beside them. Where only one was seen, it may have been either's, and that is doubtful.
 */
function ownHeaders(
  headers: HeaderLines,
  method: string,
  deployed: TemplateApi,
  path: string,
  origin: string,
): { readonly headers: HeaderLines; readonly doubtful: boolean } {
  if (deployed.policy === null) return { headers, doubtful: false };
  if (deployed.kind === 'http')
    return { headers: headers.filter(([name]) => !isCors(name)), doubtful: false };
  const silent = configurationOf(deployed, () => ({
    type: 'lambda',
    response: { status: 200, headers: [], body: '' },
  }));
  const added = answer(silent, { method, path, headers: [['origin', origin]] }).headers.filter(([name]) =>
    isCors(name),
  );
  const left = [...headers];
  let doubtful = false;
  for (const [name, value] of added) {
    const at = left.findIndex(([own, said]) => own.toLowerCase() === name.toLowerCase() && said === value);
    if (at < 0) continue;
    left.splice(at, 1);
    doubtful = true;
  }
  return { headers: left, doubtful };
}
