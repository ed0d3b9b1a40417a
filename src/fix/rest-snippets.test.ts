import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isToken } from '../cors/index.ts';
import type { Finding } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import { circumstancesOf } from './circumstances.ts';
import { articleRest, finding, policy } from './judged.testing.ts';
import { planRest } from './plan.ts';
import { synthesisePolicy } from './policy.ts';
import { restSnippets } from './rest-snippets.ts';

function snippets(wanted: Policy, findings: readonly Finding[] = [], paths: readonly string[] = []) {
  return Object.fromEntries(
    restSnippets(planRest(wanted, circumstancesOf(findings)), paths).map((fix) => [fix.target, fix.text]),
  );
}

const api = (wanted: Policy, findings: readonly Finding[] = []): unknown =>
  parse(snippets(wanted, findings).Globals ?? '').Globals.Api;

describe('restSnippets', () => {
  it('writes the article’s REST configuration for Globals', () => {
    expect(snippets(synthesisePolicy(articleRest)).Globals).toBe(`Globals:
  Api:
    Cors:
      AllowOrigin: "'http://localhost:3000'"
      AllowMethods: "'GET,POST'"
      AllowHeaders: "'content-type,x-api-key'"
`);
  });

  it('writes the same properties for the resource', () => {
    expect(snippets(synthesisePolicy(articleRest)).resource).toBe(`Resources:
  MyApi:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      Cors:
        AllowOrigin: "'http://localhost:3000'"
        AllowMethods: "'GET,POST'"
        AllowHeaders: "'content-type,x-api-key'"
`);
  });

  it('leaves out what nobody needs, and writes credentials and max-age when they are needed', () => {
    expect(api(policy())).toEqual({
      Cors: { AllowOrigin: "'http://localhost:3000'", AllowMethods: "'GET'" },
    });
    expect(api(policy({ credentials: true, maxAge: 600 }))).toMatchObject({
      Cors: { AllowCredentials: true, MaxAge: "'600'" },
    });
  });

  it.each([
    ['open-preflight-to-authorizer', { AddDefaultAuthorizerToCorsPreflight: false }],
    ['open-preflight-to-api-key', { AddApiKeyRequiredToCorsPreflight: false }],
  ] as const)('for %s opens the preflight', (remedy, Auth) => {
    expect(api(policy(), [finding([remedy])])).toMatchObject({ Auth });
    expect(api(policy())).not.toHaveProperty('Auth');
  });

  it.each(['gateway-error-headers', 'handler-error-headers'] as const)(
    'for %s gives the gateway’s own errors headers',
    (remedy) => {
      const Headers = {
        'Access-Control-Allow-Origin': "'http://localhost:3000'",
        'Access-Control-Allow-Credentials': "'true'",
      };
      const response = { ResponseParameters: { Headers } };
      expect(api(policy({ credentials: true }), [finding([remedy])])).toMatchObject({
        GatewayResponses: { DEFAULT_4XX: response, DEFAULT_5XX: response },
      });
      expect(JSON.stringify(api(policy(), [finding([remedy])]))).not.toContain('Credentials');
      expect(api(policy())).not.toHaveProperty('GatewayResponses');
    },
  );

  it('routes OPTIONS to the handler for several origins, for Cors sends only one; second it writes an OPTIONS of its own', () => {
    const two = policy({ origins: ['https://a.test', 'https://b.test'] });
    expect(Object.keys(snippets(two))).toEqual(['function-events', 'own-options']);
    const text = [finding(['text-preflight'])];
    expect(Object.keys(snippets(policy(), text))).toEqual([
      'Globals',
      'resource',
      'function-events',
      'own-options',
    ]);
    expect(
      snippets(two, [finding(['open-preflight-to-api-key'])], ['/orders'])['function-events'],
    ).toBe(`Resources:
  MyFunction:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Preflight1:
          Type: Api
          Properties:
            Path: /orders
            Method: OPTIONS
            Auth:
              ApiKeyRequired: false
`);
  });

  it('holds every value exactly, and refuses those that single quotes cannot hold', () => {
    const item = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.string({
        unit: fc.constantFrom('a', "'", '"', '-', '\n', '#', ':', '\\', 'é', '\u2028'),
        minLength: 1,
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(item, fc.uniqueArray(item), fc.uniqueArray(item), (origin, methods, headers) => {
        const wanted = policy({ origins: [origin], methods, headers });
        const plan = planRest(wanted, circumstancesOf([]));
        const fits = (value: string) => isToken(value) && !value.includes("'");
        const text = snippets(wanted).resource;
        if (!/^[\x21-\x7e]+$/.test(origin) || origin.includes("'")) {
          expect(text).toBeUndefined();
          expect(plan.refused).toContain(origin);
          return;
        }
        const cors = parse(text ?? '').Resources.MyApi.Properties.Cors;
        const list = (values: readonly string[]) =>
          values.length === 0 ? undefined : `'${values.join(',')}'`;
        expect(cors.AllowOrigin).toBe(`'${origin}'`);
        expect(cors.AllowMethods).toBe(list(methods.filter(fits)));
        expect(cors.AllowHeaders).toBe(list(headers.filter(fits)));
        expect(plan.refused).toEqual([...methods, ...headers].filter((value) => !fits(value)));
      }),
    );
  });
});
