import { describe, expect, it } from 'vitest';
import type { Judged } from '../../diagnosis/index.ts';
import { readApis } from '../../gateway/index.ts';
import { parseTemplate } from '../../template/index.ts';
import { judged } from '../judged.testing.ts';
import { synthesisePolicy } from '../policy.ts';
import { fixTemplate } from './template-fix.ts';

const app = 'https://app.example';
const host = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com';

const event = (type: 'Api' | 'HttpApi', path: string, method: string) =>
  `        ${method}${path.length}: {Type: ${type}, Properties: {Path: ${path}, Method: ${method}}}\n`;

const sam = (events: string, more = '') => `Transform: AWS::Serverless-2016-10-31
${more}Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events:
${events}`;

const proxied = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      DefinitionBody:
        swagger: "2.0"
        paths:
          /orders:
            put:
              x-amazon-apigateway-integration: {type: http_proxy, httpMethod: PUT, uri: https://backend.example/}
`;

function fixed(
  text: string,
  url: string,
  origins: readonly string[] = [app],
  all: readonly Judged[] = origins.map((origin) =>
    judged({ origin, method: 'PUT', headers: ['content-type'], url }),
  ),
) {
  const read = parseTemplate(text);
  if (!read.ok) throw new Error(read.fault.reason);
  const [api] = readApis(read.template);
  if (api === undefined) throw new Error('no API');
  const made = fixTemplate({
    template: read.template,
    api,
    policy: synthesisePolicy(all),
    judged: all,
    findings: [],
  });
  if (!made.ok) throw new Error(made.merged.nearest);
  return made;
}

describe('ANY of an HTTP API without an authorizer', () => {
  const http = `${host}/orders`;
  const refused = judged({ origin: app, method: 'PUT', headers: ['content-type'], url: http });
  const [hop] = refused.exchange.hops;
  const answered: Judged = {
    ...refused,
    exchange: {
      ...refused.exchange,
      hops: [
        {
          url: http,
          actual: hop?.actual ?? null,
          preflight: {
            request: { method: 'OPTIONS', url: http, headers: [['Origin', app]], headersKnown: true },
            response: { status: 405, headers: [['x-powered-by', 'app']], body: null, fromCache: false },
            error: null,
            startedAt: 0,
            endedAt: 1,
          },
        },
      ],
    },
  };

  it('passes once the handler answers OPTIONS, which the note and the handler say', () => {
    const text = sam(event('HttpApi', '/orders', 'any'));
    const { proof, needHandler, handler, merged } = fixed(text, http, [app], [answered]);
    expect(proof).toMatchObject({ passed: 1, failed: 0, strangersAccepted: 0 });
    expect([needHandler, handler]).toEqual([1, { gateway: 'http', answersPreflight: true }]);
    expect(merged.notes.join('\n')).toMatch(
      /ANY \/orders takes OPTIONS.*captured: PUT.*answer OPTIONS with 204/,
    );
  });
});

describe('several origins of a REST API whose definition writes its paths', () => {
  const written = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      DefinitionBody:
        swagger: "2.0"
        paths:
          /orders:
            put:
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
`;
  const origins = [app, 'https://b.example'];

  it('pass by a response template that names the origin that asks, which counts as unverified', () => {
    const { merged, proof } = fixed(written, `${host}/Prod/orders`, origins);
    expect(merged.text).toContain('if($origin == "https://b.example")');
    expect(proof).toMatchObject({ passed: 2, failed: 0, strangersAccepted: 0, restsOnUnknown: 0 });
    expect(proof.restsOnUnverified).toBeGreaterThan(0);
  });

  it('are proven from what the template says, whoever wrote it, and an origin that goes is refused', () => {
    const { merged } = fixed(written, `${host}/Prod/orders`, [...origins, 'https://c.example']);
    const { merged: again, proof } = fixed(merged.text, `${host}/Prod/orders`, origins);
    expect(again.edits.length).toBeGreaterThan(0);
    expect(again.text).not.toContain('c.example');
    expect(proof).toMatchObject({ passed: 2, failed: 0, strangersAccepted: 0 });
    expect(fixed(again.text, `${host}/Prod/orders`, origins).merged.edits).toEqual([]);
    expect(fixed(again.text, `${host}/Prod/orders`, [app]).merged.text).not.toContain('responseOverride');
  });
});

describe('the handler that goes with a merged template', () => {
  const rest = `${host}/Prod/orders`;
  const http = `${host}/orders`;
  it.each([
    ['leaves OPTIONS to SAM’s own', sam(event('Api', '/orders', 'put')), rest, [app], false],
    [
      'answers it where several origins ask',
      sam(event('Api', '/orders', 'put')),
      rest,
      [app, 'https://b.example'],
      true,
    ],
    [
      'answers it where every type is binary',
      sam(event('Api', '/orders', 'put'), "Globals: {Api: {BinaryMediaTypes: ['*~1*']}}\n"),
      rest,
      [app],
      true,
    ],
    [
      'answers it where an event of the user’s own leads it there',
      sam(event('Api', '/orders', 'put') + event('Api', '/orders', 'options')),
      rest,
      [app],
      true,
    ],
    ['leaves it to an HTTP API', sam(event('HttpApi', '/orders', 'put')), http, [app], false],
    ['answers it behind ANY of an HTTP API', sam(event('HttpApi', '/orders', 'any')), http, [app], true],
  ])('%s', (_name, text, url, origins, answersPreflight) => {
    expect(fixed(text, url, origins).handler).toMatchObject({ answersPreflight });
  });

  it('is none where no function stands behind the API, and the note says who owes the header', () => {
    const { handler, merged } = fixed(proxied, rest);
    expect(handler).toBeNull();
    expect(merged.notes.join('\n')).toMatch(
      /Line 11: no function stands behind PUT \/orders\. An http_proxy backend must send Access-Control-Allow-Origin: https:\/\/app\.example itself/,
    );
  });
});
