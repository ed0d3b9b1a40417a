import type { HeaderLines } from '../../cors/index.ts';
import type { ReportedMessages } from '../report.ts';
import type { Pictured } from './pictured.ts';

/** Small hand-made values for the picture's tests. */
export const url = 'https://api.example/orders';
export const origin = 'https://app.example';
export const acao = ['access-control-allow-origin', origin] as const;

export function messages(method: string, status: number | null, headers: HeaderLines = []): ReportedMessages {
  const asked: HeaderLines =
    method === 'OPTIONS'
      ? [
          ['access-control-request-method', 'PUT'],
          ['access-control-request-headers', 'x-a,x-b'],
        ]
      : [];
  return {
    request: { method, url, headers: asked, headersKnown: true },
    response: status === null ? null : { status, headers, fromCache: false },
    error: status === null ? 'net::ERR_FAILED' : null,
    startedAt: 0,
    endedAt: 20,
  };
}

/** An allowed simple GET, as changed. */
export function picturedAs(changes: Partial<Pictured> = {}): Pictured {
  return {
    resourceType: 'fetch',
    source: 'debugger',
    browser: 'chromium',
    unfinished: false,
    method: 'GET',
    hops: [{ url, preflight: null, actual: messages('GET', 200, [acao]) }],
    deciding: 0,
    preflight: 'not-needed',
    cachedPreflight: null,
    verdict: { outcome: 'allowed', step: null, code: null, parameter: null },
    needs: [],
    gateway: 'http',
    ...changes,
  };
}

/** A preflight that was refused so. */
export function refused(
  code: Pictured['verdict']['code'],
  headers: HeaderLines,
  { parameter = '', status = 204 }: { parameter?: string; status?: number } = {},
): Pictured {
  return picturedAs({
    method: 'PUT',
    hops: [{ url, preflight: messages('OPTIONS', status, headers), actual: null }],
    preflight: 'sent',
    needs: ['x-a', 'x-b'],
    verdict: { outcome: 'blocked', step: 'preflight', code, parameter },
  });
}

export const hop = (to: string, status = 302) => ({
  url: to,
  preflight: null,
  actual: messages('GET', status, [acao]),
});

/** Every kind of picture that there is. */
export const kinds: Readonly<Record<string, Pictured>> = {
  allowed: picturedAs(),
  refused: refused('PreflightMissingAllowOriginHeader', [], { status: 401 }),
  cached: picturedAs({ preflight: 'cached', cachedPreflight: messages('OPTIONS', 204, [acao]) }),
  redirected: picturedAs({
    hops: [hop(url), hop('https://b.example/'), hop('https://c.example/', 200)],
    deciding: 2,
  }),
  'often redirected': picturedAs({
    hops: Array.from({ length: 21 }, (_, index) => hop(`https://h${index}.example/`)),
    deciding: 20,
  }),
  pending: picturedAs({
    hops: [{ url, preflight: null, actual: { ...messages('GET', null), error: null } }],
    verdict: { outcome: 'pending', step: null, code: null, parameter: null },
  }),
  unknown: picturedAs({ gateway: 'other', resourceType: 'xhr' }),
  cdn: picturedAs({ gateway: 'cloudfront' }),
  function: picturedAs({ gateway: 'function-url' }),
  rest: picturedAs({ gateway: 'rest' }),
};
