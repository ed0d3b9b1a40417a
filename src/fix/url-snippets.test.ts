import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { policy } from './judged.testing.ts';
import { urlPlan } from './url-plan.ts';
import { urlSnippets } from './url-snippets.ts';

const text = (wanted = policy()) => urlSnippets(urlPlan(wanted))[0]?.text;
const config = (wanted = policy()) =>
  parse(text(wanted) ?? '').Resources.MyFunction.Properties.FunctionUrlConfig;

describe('urlSnippets', () => {
  it('writes lists of single values, and MaxAge as a number', () => {
    const wanted = policy({
      origins: ['http://localhost:3000', 'https://a.test'],
      methods: ['GET', 'PUT'],
      headers: ['content-type', 'x-api-key'],
      exposeHeaders: ['x-total'],
      credentials: true,
      maxAge: 600,
    });
    expect(text(wanted)).toBe(`Resources:
  MyFunction:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig:
        AuthType: NONE
        Cors:
          AllowOrigins:
            - http://localhost:3000
            - https://a.test
          AllowMethods:
            - GET
            - PUT
          AllowHeaders:
            - content-type
            - x-api-key
          ExposeHeaders:
            - x-total
          AllowCredentials: true
          MaxAge: 600
`);
  });

  it('keeps OPTIONS out, which Lambda refuses and no browser needs, and names what else it refuses', () => {
    const wanted = policy({ methods: ['GET', 'OPTIONS', 'PROPFIND', 'patch'] });
    expect(config(wanted).Cors.AllowMethods).toEqual(['GET']);
    expect(urlPlan(wanted).refused).toEqual(['PROPFIND', 'patch']);
  });

  it('keeps to Lambda’s limits', () => {
    const names = Array.from({ length: 101 }, (_, index) => `x-${index}`);
    const plan = urlPlan(
      policy({ origins: [`https://${'a'.repeat(250)}`, 'https://a.test'], headers: names, maxAge: 100_000 }),
    );
    expect(plan.policy.headers).toEqual(names.slice(0, 100));
    expect(plan.policy.origins).toEqual(['https://a.test']);
    expect(plan.refused).toEqual([`https://${'a'.repeat(250)}`, 'x-100']);
    expect(plan.policy.maxAge).toBe(86_400);
    expect(urlPlan(policy({ maxAge: -1 })).policy.maxAge).toBe(0);
  });

  it('keeps the URL signed where pages sign their calls', () => {
    expect(config(policy({ headers: ['x-amz-date'] })).AuthType).toBe('AWS_IAM');
  });

  it('writes nothing where nobody may be allowed', () => {
    expect(urlSnippets(urlPlan(policy({ origins: [] })))).toEqual([]);
  });

  it('writes every value exactly', () => {
    const token = fc.string({
      unit: fc.constantFrom(..."yno019e-+.~!#&*|%'`^_"),
      minLength: 1,
      maxLength: 6,
    });
    const origin = fc.string({ unit: fc.constantFrom(...'a:/#\'"{}[]&*!|>%@`-?, .'), minLength: 1 });
    const lists = fc.tuple(
      fc.uniqueArray(origin, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(token, { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(lists, fc.nat(86_400), ([origins, headers], maxAge) => {
        const sendable = origins.filter((one) => !one.includes(' '));
        const wanted = policy({ origins, headers, exposeHeaders: headers, maxAge });
        expect(urlPlan(wanted).refused).toEqual(origins.filter((one) => one.includes(' ')));
        if (sendable.length === 0) return;
        expect(config(wanted).Cors).toEqual({
          AllowOrigins: sendable,
          AllowMethods: ['GET'],
          AllowHeaders: headers,
          ExposeHeaders: headers,
          MaxAge: maxAge,
        });
      }),
    );
  });
});
