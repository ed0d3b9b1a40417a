import type { HeaderLines } from '../cors/index.ts';
import type { Diagnosed } from '../diagnosis/index.ts';
import { type Exchanged, untold } from '../exchange/index.ts';
import type { ApiView } from '../fix/index.ts';
import type { ReportInput } from './build.ts';

/** Small hand-made values for this room's tests. */
export function sampleMessages(
  method: string,
  url: string,
  headers: HeaderLines,
  response: { status: number; headers: HeaderLines } | null,
): Exchanged {
  return {
    request: { method, url, headers, headersKnown: true },
    response: response === null ? null : { ...response, body: 'a body', fromCache: false },
    error: response === null ? 'net::ERR_FAILED' : null,
    startedAt: 1_700_000_000_000,
    endedAt: null,
  };
}

const url = 'https://a1b2c3.execute-api.us-east-1.amazonaws.com/Prod/orders';
const origin = 'http://localhost:3000';

/** A preflight that an authoriser stopped, as diagnosed. */
export function sampleBlocked(changes: Partial<Diagnosed> = {}): Diagnosed {
  const preflight = sampleMessages(
    'OPTIONS',
    url,
    [
      ['Origin', origin],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', 'authorization'],
    ],
    { status: 401, headers: [['x-amzn-ErrorType', 'UnauthorizedException']] },
  );
  return {
    exchange: {
      id: 'x1',
      source: 'har',
      browser: 'chromium',
      resourceType: 'fetch',
      origin,
      hops: [{ url, preflight, actual: null }],
      startedAt: 1_700_000_000_000,
      state: 'settled',
      error: 'net::ERR_FAILED',
      ...untold,
    },
    judgement: {
      verdict: {
        outcome: 'blocked',
        step: 'preflight',
        code: 'PreflightMissingAllowOriginHeader',
        parameter: '',
        url,
        basis: 'assumed',
        alternatives: ['PreflightInvalidStatus'],
      },
      preflight: 'sent',
      inferred: { credentials: 'same-origin' },
      hop: 0,
      needs: { method: 'PUT', headers: ['authorization'] },
      deviations: [],
      disagreement: null,
    },
    gateway: { kind: 'rest', evidence: ['The response carries x-amzn-errortype.'] },
    apiId: 'rest a1b2c3',
    findings: [
      {
        rule: 'preflight-authorizer',
        severity: 'error',
        owner: 'gateway',
        title: 'OPTIONS is behind an authorizer',
        explanation: 'The gateway answered the preflight with "401" before any CORS header was set.',
        confidence: 'certain',
        unverified: true,
        causedBy: null,
        evidence: [
          {
            message: 'preflight-response',
            hop: 0,
            header: ':status',
            value: '401',
            note: 'not an ok status',
          },
        ],
        remedies: ['open-preflight-to-authorizer'],
      },
    ],
    settings: {},
    ...changes,
  };
}

/** The same as deep capture tells it, with the browser's word, which here is not ours. */
export function sampleDeep(): Diagnosed {
  const blocked = sampleBlocked();
  return {
    ...blocked,
    exchange: {
      ...blocked.exchange,
      id: 'debugger 1.2',
      source: 'debugger',
      reported: { code: null, name: 'BrandNewError', parameter: 'p' },
      blockedReason: 'csp',
      fromServiceWorker: true,
      requester: 'shared-worker',
      tabInferred: true,
      call: [
        {
          functionName: 'save',
          url: 'https://app.test/app.js?access_token=s3cr3t-in-a-frame',
          line: 12,
          column: 3,
        },
      ],
    },
    judgement: {
      ...blocked.judgement,
      disagreement: { computed: 'PreflightMissingAllowOriginHeader', reported: 'BrandNewError' },
    },
  };
}

/** A simple request that passed. */
export function sampleAllowed(): Diagnosed {
  const blocked = sampleBlocked();
  const actual = sampleMessages('GET', url, [['Origin', origin]], {
    status: 200,
    headers: [['Access-Control-Allow-Origin', origin]],
  });
  return {
    ...blocked,
    exchange: { ...blocked.exchange, id: 'x2', error: null, hops: [{ url, preflight: null, actual }] },
    judgement: {
      ...blocked.judgement,
      preflight: 'not-needed',
      inferred: {},
      verdict: {
        outcome: 'allowed',
        step: null,
        code: null,
        parameter: null,
        url,
        basis: 'certain',
        alternatives: [],
      },
    },
    findings: [],
  };
}

export function sampleApi(changes: Partial<ApiView> = {}): ApiView {
  const proof = {
    passed: 2,
    failed: 0,
    strangersRefused: 3,
    strangersAccepted: 0,
    restsOnUnverified: 1,
  };
  return {
    identity: {
      id: 'rest a1b2c3',
      kind: 'rest',
      base: 'https://a1b2c3.execute-api.us-east-1.amazonaws.com/Prod',
    },
    exchangeIds: ['x1', 'x2'],
    policy: {
      origins: [origin],
      methods: ['GET', 'PUT'],
      headers: ['authorization'],
      exposeHeaders: [],
      credentials: false,
      maxAge: null,
    },
    traces: [
      { part: 'origin', value: origin, count: 2, exchangeIds: ['x1', 'x2'], development: true },
      { part: 'method', value: 'GET', count: 1, exchangeIds: ['x2'], development: false },
      { part: 'method', value: 'PUT', count: 1, exchangeIds: ['x1'], development: false },
      { part: 'header', value: 'authorization', count: 1, exchangeIds: ['x1'], development: false },
    ],
    leftOut: [],
    fixes: {
      rest: [
        {
          kind: 'sam',
          target: 'Globals',
          title: 'Globals of the template',
          language: 'yaml',
          text: 'Globals:\n  Api:\n    Auth:\n      AddDefaultAuthorizerToCorsPreflight: false\n',
        },
        { kind: 'note', target: 'note', title: 'Deploy', language: 'text', text: 'Deploy the stage again.' },
      ],
      http: [],
      'function-url': [],
    },
    proofs: { rest: proof, http: { ...proof, failed: 2 }, 'function-url': proof },
    suggested: 'rest',
    ...changes,
  };
}

export function sampleInput(
  exchanges: readonly Diagnosed[] = [sampleBlocked(), sampleAllowed()],
): ReportInput {
  return { source: { kind: 'har', browser: 'chromium' }, exchanges, apis: [sampleApi()] };
}
