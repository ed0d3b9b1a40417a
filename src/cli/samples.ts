/** Small HARs for the tests of the command line. */

const entry = (headers: readonly (readonly [string, string])[]): unknown => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 5,
  _resourceType: 'fetch',
  request: {
    method: 'GET',
    url: 'https://api.example.test/orders?access_token=s3cret',
    headers: [
      { name: 'Origin', value: 'https://app.example.test' },
      { name: 'Sec-Fetch-Mode', value: 'cors' },
      { name: 'Sec-Fetch-Site', value: 'same-site' },
    ],
  },
  response: {
    status: 200,
    headers: headers.map(([name, value]) => ({ name, value })),
    redirectURL: '',
    content: { size: 0, mimeType: 'application/json' },
    _error: headers.length === 0 ? 'net::ERR_FAILED' : null,
  },
});

const har = (...entries: readonly unknown[]): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, entries } });

export const emptyHar = har();
export const blockedHar = har(entry([]));
export const allowedHar = har(entry([['access-control-allow-origin', 'https://app.example.test']]));
export const fieldlessHar = har(entry([]), { request: {} });

/** A template whose only API is a REST API with its origins in one value, which is what `severalHar` shows. */
export const severalTemplate = `Transform: AWS::Serverless-2016-10-31
Globals:
  Api:
    Cors:
      AllowOrigin: "'https://app.example.test,https://b.example.test'"
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Put:
          Type: Api
          Properties:
            Path: /orders
            Method: put
`;

/** A preflight of a REST API that answers with two origins in one value. */
export const severalHar = har({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 5,
  _resourceType: 'preflight',
  request: {
    method: 'OPTIONS',
    url: 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod/orders',
    headers: [
      { name: 'Origin', value: 'https://app.example.test' },
      { name: 'Access-Control-Request-Method', value: 'PUT' },
    ],
  },
  response: {
    status: 200,
    headers: [
      { name: 'x-amzn-requestid', value: '6f1b3c2e-0000-4000-8000-000000000000' },
      { name: 'x-amz-apigw-id', value: 'abc=' },
      { name: 'access-control-allow-origin', value: 'https://app.example.test,https://b.example.test' },
      { name: 'access-control-allow-methods', value: 'OPTIONS,PUT' },
    ],
    redirectURL: '',
    content: { size: 0, mimeType: 'application/json' },
    _error: null,
  },
});

/** The same REST API's answer to an actual request of an origin, without the header that its handler owes. */
export const actualHar = (origin: string): string =>
  har({
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 5,
    _resourceType: 'fetch',
    request: {
      method: 'PUT',
      url: 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod/orders',
      headers: [
        { name: 'Origin', value: origin },
        { name: 'Sec-Fetch-Mode', value: 'cors' },
        { name: 'Sec-Fetch-Site', value: 'cross-site' },
      ],
    },
    response: {
      status: 200,
      headers: [
        { name: 'x-amzn-requestid', value: '6f1b3c2e-0000-4000-8000-000000000000' },
        { name: 'x-amz-apigw-id', value: 'abc=' },
        { name: 'x-amzn-trace-id', value: 'Root=1' },
      ],
      redirectURL: '',
      content: { size: 0, mimeType: 'application/json' },
      _error: 'net::ERR_FAILED',
    },
  });
