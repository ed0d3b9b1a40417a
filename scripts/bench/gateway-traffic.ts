import type { HeaderLines } from '../../src/cors/index.ts';
import { type Exchange, type Exchanged, untold } from '../../src/exchange/index.ts';

const page = 'https://app.shop.example';

interface Door {
  readonly base: string;
  /** What this front door adds to every answer. */
  readonly own: HeaderLines;
}

const doors: readonly Door[] = [
  {
    base: 'https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/Prod',
    own: [
      ['x-amzn-RequestId', '6f1c7a2e-9f62-4d44-8f39-0b7a2f3a6d10'],
      ['x-amz-apigw-id', 'Qx1mZF2bliAEb3Q='],
      ['X-Amzn-Trace-Id', 'Root=1-692204c1-2c7d1b1e4f1a5b6c7d8e9f00;Parent=5a1b2c3d4e5f6071;Sampled=0'],
    ],
  },
  {
    base: 'https://f6g7h8i9j0.execute-api.eu-central-1.amazonaws.com',
    own: [['Apigw-Requestid', 'UXzi2gwxliAEMPA=']],
  },
  {
    base: 'https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-central-1.on.aws',
    own: [['x-amzn-RequestId', '0d0b53f8-54a6-4b0b-9a0c-0e9f0a3a0c55']],
  },
  {
    base: 'https://api.shop.example',
    own: [
      ['Via', '1.1 1a2b3c4d5e6f.cloudfront.net (CloudFront)'],
      ['X-Cache', 'Miss from cloudfront'],
      ['X-Amz-Cf-Id', 'T8s2l0cK9mZ3nq4r5t6u7v8w9x0y1z2a3b4c5d6e7f8g9h0i1j2k3l=='],
    ],
  },
];

interface Answer {
  readonly status: number;
  readonly headers: HeaderLines;
}

const allowOrigin: HeaderLines = [['Access-Control-Allow-Origin', page]];
const allowAll: HeaderLines = [
  ...allowOrigin,
  ['Access-Control-Allow-Methods', 'GET,POST,PUT,DELETE'],
  ['Access-Control-Allow-Headers', 'authorization,content-type,x-request-id'],
  ['Access-Control-Max-Age', '600'],
];

/** What befalls a call: six that pass for three that fail, as in a day's work. */
const fates: readonly { readonly preflight: Answer | null; readonly actual: Answer | null }[] = [
  { preflight: null, actual: { status: 200, headers: allowOrigin } },
  { preflight: { status: 204, headers: allowAll }, actual: { status: 200, headers: allowOrigin } },
  { preflight: { status: 200, headers: allowAll }, actual: { status: 201, headers: allowOrigin } },
  { preflight: null, actual: { status: 200, headers: [['Access-Control-Allow-Origin', '*']] } },
  { preflight: { status: 204, headers: allowAll }, actual: { status: 404, headers: allowOrigin } },
  { preflight: null, actual: { status: 304, headers: allowOrigin } },
  { preflight: { status: 401, headers: [['x-amzn-ErrorType', 'UnauthorizedException']] }, actual: null },
  { preflight: { status: 204, headers: allowOrigin }, actual: null },
  { preflight: { status: 204, headers: allowAll }, actual: { status: 502, headers: [] } },
];

const sent: HeaderLines = [
  ['sec-ch-ua-platform', '"Linux"'],
  ['Referer', `${page}/`],
  ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0'],
  ['Accept', 'application/json'],
  ['Accept-Language', 'en-US,en;q=0.9'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Dest', 'empty'],
  ['Origin', page],
];
const asked: HeaderLines = [
  ['Access-Control-Request-Method', 'PUT'],
  ['Access-Control-Request-Headers', 'authorization,content-type'],
];
const custom: HeaderLines = [
  ['Authorization', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.ZRrHA1JJJW8opsbCGfG_HACGpVUMN_a9IV7pAx_Zmeo'],
  ['Content-Type', 'application/json'],
];
const received: HeaderLines = [
  ['Date', 'Sun, 22 Nov 2026 10:56:50 GMT'],
  ['Content-Type', 'application/json'],
  ['Content-Length', '312'],
  ['Connection', 'keep-alive'],
];

/** `count` calls to four AWS front doors, most of which pass. All are distinct objects with URLs of their own. */
export function gatewayTraffic(count: number): readonly Exchange[] {
  return Array.from({ length: count }, (_, n): Exchange => {
    const door = doors[n % doors.length] ?? { base: '', own: [] };
    const fate = fates[Math.floor(n / doors.length) % fates.length];
    const url = `${door.base}/orders/${n}?page=1`;
    const startedAt = 1_795_345_010_798 + n * 10;
    const exchanged = (method: string, headers: HeaderLines, answer: Answer | null): Exchanged => ({
      request: { method, url, headers, headersKnown: answer !== null },
      response: answer && {
        status: answer.status,
        headers: [...received, ...door.own, ...answer.headers],
        body: null,
        fromCache: false,
      },
      error: null,
      startedAt,
      endedAt: startedAt + 5,
    });
    const preflight = fate?.preflight ?? null;
    const actual = fate?.actual ?? null;
    const failed = actual === null || actual.status === 502;
    return {
      ...untold,
      id: String(n),
      source: 'webRequest',
      browser: 'chromium',
      resourceType: 'xhr',
      origin: page,
      hops: [
        {
          url,
          preflight: preflight && exchanged('OPTIONS', [...sent, ...asked], preflight),
          actual: exchanged(
            preflight === null ? 'GET' : 'PUT',
            [...sent, ...(preflight === null ? [] : custom)],
            actual,
          ),
        },
      ],
      startedAt,
      state: 'settled',
      error: failed ? 'net::ERR_FAILED' : null,
    };
  });
}
