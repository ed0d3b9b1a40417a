import { diagnosed, finding, message, origin } from './make.ts';

export const httpBase = 'https://f6g7h8i9j0.execute-api.eu-central-1.amazonaws.com';
const http = { apiId: httpBase, kind: 'http' } as const;
const url = `${httpBase}/profile`;
const allow = ['access-control-allow-origin', origin] as const;

export const headerNotAllowed = diagnosed({
  ...http,
  id: '6',
  url,
  preflight: message({
    method: 'OPTIONS',
    url,
    sent: [
      ['access-control-request-method', 'PATCH'],
      ['access-control-request-headers', 'content-type,sentry-trace'],
    ],
    status: 204,
    got: [
      allow,
      ['access-control-allow-methods', 'GET,PATCH'],
      ['access-control-allow-headers', 'content-type'],
      ['apigw-requestid', 'AbCdEfGhIAMFxYz='],
    ],
  }),
  verdict: {
    outcome: 'blocked',
    step: 'preflight',
    code: 'HeaderDisallowedByPreflightResponse',
    parameter: 'sentry-trace',
  },
  judgement: { needs: { method: 'PATCH', headers: ['content-type', 'sentry-trace'] } },
  findings: [
    finding({
      rule: 'header-not-allowed',
      title: 'Header sentry-trace is not allowed',
      evidence: [
        {
          message: 'preflight-request',
          header: 'access-control-request-headers',
          value: 'content-type,sentry-trace',
        },
        { message: 'preflight-response', header: 'access-control-allow-headers', value: 'content-type' },
      ],
    }),
  ],
});

export const cachedPreflight = diagnosed({
  ...http,
  id: '7',
  url,
  actual: message({
    method: 'GET',
    url,
    sent: [['x-client', 'web']],
    status: 200,
    got: [allow],
  }),
  judgement: { preflight: 'cached', needs: { method: 'GET', headers: ['x-client'] } },
});

/** Whether this is blocked hangs on the credentials mode, which the wire does not carry. */
export const assumed = diagnosed({
  ...http,
  id: '8',
  url: `${httpBase}/session`,
  actual: message({
    method: 'GET',
    url: `${httpBase}/session`,
    status: 200,
    got: [['access-control-allow-origin', '*']],
  }),
  verdict: { basis: 'assumed', alternatives: ['WildcardOriginNotAllowed'] },
  findings: [],
});

export const redirected = diagnosed({
  ...http,
  id: '9',
  url: `${httpBase}/files/7`,
  exchange: {
    hops: [
      {
        url: `${httpBase}/files/7`,
        preflight: null,
        actual: message({
          method: 'GET',
          url: `${httpBase}/files/7`,
          status: 302,
          got: [allow, ['location', 'https://files.example.com/7']],
        }),
      },
      {
        url: 'https://files.example.com/7',
        preflight: null,
        actual: message({
          method: 'GET',
          url: 'https://files.example.com/7',
          status: 200,
          got: [['access-control-allow-origin', 'http://localhost:3000/']],
        }),
      },
    ],
  },
  judgement: { hop: 1 },
  verdict: {
    outcome: 'blocked',
    step: 'actual',
    code: 'AllowOriginMismatch',
    parameter: 'http://localhost:3000/',
  },
  findings: [
    finding({
      rule: 'origin-trailing-slash',
      owner: 'cdn',
      title: 'The allowed origin ends in a slash',
      evidence: [
        {
          message: 'actual-response',
          hop: 1,
          header: 'access-control-allow-origin',
          value: 'http://localhost:3000/',
          note: 'an origin has no path',
        },
      ],
    }),
  ],
});

export const unreachable = diagnosed({
  ...http,
  id: '10',
  url: `${httpBase}/slow`,
  actual: message({ method: 'GET', url: `${httpBase}/slow`, error: 'net::ERR_CONNECTION_RESET' }),
  verdict: { outcome: 'network-error' },
  findings: [
    finding({
      rule: 'network-error',
      owner: 'network',
      title: 'The request never got an answer: this is not CORS',
    }),
  ],
});

export const pending = diagnosed({
  ...http,
  id: '11',
  url: `${httpBase}/reports`,
  actual: message({ method: 'GET', url: `${httpBase}/reports` }),
  exchange: { state: 'pending' },
  verdict: { outcome: 'pending' },
});
