import { diagnosed, finding, message, origin } from './make.ts';

export const restBase = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod';
const rest = { apiId: restBase, kind: 'rest' } as const;
const gatewayHeaders = [
  ['content-type', 'application/json'],
  ['date', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ['x-amzn-requestid', 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef'],
  ['x-amz-apigw-id', 'AbCdEfGhIAMFxYz='],
] as const;

/** The preflight meets the default authorizer. */
export const blockedPreflight = diagnosed({
  ...rest,
  id: '1',
  url: `${restBase}/orders/42`,
  preflight: message({
    method: 'OPTIONS',
    url: `${restBase}/orders/42`,
    sent: [
      ['access-control-request-method', 'PUT'],
      ['access-control-request-headers', 'content-type,x-api-key'],
    ],
    status: 401,
    got: [...gatewayHeaders, ['x-amzn-errortype', 'UnauthorizedException']],
  }),
  verdict: {
    outcome: 'blocked',
    step: 'preflight',
    code: 'PreflightMissingAllowOriginHeader',
    parameter: '',
  },
  judgement: { needs: { method: 'PUT', headers: ['content-type', 'x-api-key'] } },
  findings: [
    finding({
      rule: 'authorizer-on-options',
      title: 'OPTIONS is behind the default authorizer',
      explanation:
        'SAM puts the default authorizer on the OPTIONS method too unless AddDefaultAuthorizerToCorsPreflight: false stands under Auth. Browsers send no credentials on a preflight, so the authorizer refuses every one.',
      evidence: [
        { message: 'preflight-response', header: ':status', value: '401' },
        { message: 'preflight-response', header: 'x-amzn-errortype', value: 'UnauthorizedException' },
      ],
    }),
    finding({
      rule: 'preflight-allow-origin-missing',
      title: 'The preflight response has no access-control-allow-origin',
      causedBy: 'authorizer-on-options',
      evidence: [{ message: 'preflight-response', header: 'access-control-allow-origin' }],
    }),
  ],
});

export const noAllowOrigin = diagnosed({
  ...rest,
  id: '2',
  url: `${restBase}/orders?page=2`,
  actual: message({ method: 'GET', url: `${restBase}/orders?page=2`, status: 200, got: gatewayHeaders }),
  verdict: { outcome: 'blocked', step: 'actual', code: 'MissingAllowOriginHeader', parameter: '' },
  findings: [
    finding({
      rule: 'handler-allow-origin-missing',
      owner: 'handler',
      title: 'The handler’s response has no access-control-allow-origin',
      evidence: [{ message: 'actual-response', header: 'access-control-allow-origin' }],
    }),
  ],
});

const answered = (url: string) =>
  message({
    method: 'OPTIONS',
    url,
    sent: [['access-control-request-method', 'POST']],
    status: 200,
    got: [
      ['access-control-allow-origin', origin],
      ['access-control-allow-methods', 'POST'],
      ['access-control-allow-headers', 'content-type'],
    ],
  });

export const hiddenError = diagnosed({
  ...rest,
  id: '3',
  url: `${restBase}/orders`,
  preflight: answered(`${restBase}/orders`),
  actual: message({
    method: 'POST',
    url: `${restBase}/orders`,
    status: 502,
    got: [...gatewayHeaders, ['x-amzn-errortype', 'InternalServerErrorException']],
  }),
  verdict: { outcome: 'blocked', step: 'actual', code: 'MissingAllowOriginHeader', parameter: '' },
  judgement: { needs: { method: 'POST', headers: ['content-type'] } },
  findings: [
    finding({
      rule: 'handler-crashed',
      owner: 'handler',
      title: 'The handler failed (502), and CORS hides it',
      confidence: 'likely',
      unverified: true,
      evidence: [
        { message: 'actual-response', header: ':status', value: '502' },
        { message: 'actual-response', header: 'x-amzn-errortype', value: 'InternalServerErrorException' },
      ],
    }),
  ],
});

export const wildcard = diagnosed({
  ...rest,
  id: '4',
  url: `${restBase}/catalog`,
  actual: message({
    method: 'GET',
    url: `${restBase}/catalog`,
    status: 200,
    got: [['access-control-allow-origin', '*'], ...gatewayHeaders],
  }),
  findings: [
    finding({
      rule: 'wildcard-origin',
      severity: 'warning',
      owner: 'handler',
      title: 'Any origin may read this (*)',
      evidence: [{ message: 'actual-response', header: 'access-control-allow-origin', value: '*' }],
    }),
  ],
});

export const healthy = diagnosed({
  ...rest,
  id: '5',
  url: `${restBase}/health`,
  actual: message({
    method: 'GET',
    url: `${restBase}/health`,
    status: 200,
    got: [['access-control-allow-origin', origin], ...gatewayHeaders],
  }),
});
