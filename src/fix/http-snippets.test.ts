import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { httpSnippets, routeSnippets } from './http-snippets.ts';
import { articleHttp, policy } from './judged.testing.ts';
import { synthesisePolicy } from './policy.ts';

describe('httpSnippets', () => {
  it('writes the article’s HTTP API configuration', () => {
    const [globals, resource] = httpSnippets(synthesisePolicy(articleHttp));
    expect(globals?.text).toBe(`Globals:
  HttpApi:
    CorsConfiguration:
      AllowOrigins:
        - http://localhost:3000
        - https://myproddomain.com
      AllowMethods:
        - GET
        - POST
      AllowHeaders:
        - content-type
        - x-api-key
`);
    expect(parse(resource?.text ?? '')).toEqual({
      Resources: {
        MyHttpApi: {
          Type: 'AWS::Serverless::HttpApi',
          Properties: parse(globals?.text ?? '').Globals.HttpApi,
        },
      },
    });
  });

  it('writes nothing where nobody may be allowed', () => {
    expect(httpSnippets(policy({ origins: [] }))).toEqual([]);
  });

  it('writes every value exactly', () => {
    const list = fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(list, list, list, fc.nat(86_400), (origins, methods, headers, maxAge) => {
        const wanted = policy({
          origins,
          methods,
          headers,
          exposeHeaders: headers,
          credentials: true,
          maxAge,
        });
        for (const fix of httpSnippets(wanted)) {
          const read = parse(fix.text);
          const properties = read.Globals?.HttpApi ?? read.Resources.MyHttpApi.Properties;
          expect(properties.CorsConfiguration).toEqual({
            AllowOrigins: origins,
            AllowMethods: methods,
            AllowHeaders: headers,
            ExposeHeaders: headers,
            AllowCredentials: true,
            MaxAge: maxAge,
          });
        }
      }),
    );
  });
});

describe('routeSnippets', () => {
  const events = (text: string | undefined) => parse(text ?? '').Resources.MyFunction.Properties.Events;

  it('puts a route for each method first, an OPTIONS route second', () => {
    const [first, second] = routeSnippets(policy({ methods: ['GET', 'PUT', 'odd'] }), false);
    expect(events(first?.text)).toEqual({
      Get: { Type: 'HttpApi', Properties: { Path: '/{proxy+}', Method: 'GET' } },
      Put: { Type: 'HttpApi', Properties: { Path: '/{proxy+}', Method: 'PUT' } },
    });
    expect(events(second?.text)).toEqual({
      Preflight: { Type: 'HttpApi', Properties: { Path: '/{proxy+}', Method: 'OPTIONS' } },
    });
  });

  it('opens the OPTIONS route where an authoriser answered it', () => {
    const [, second] = routeSnippets(policy(), true);
    expect(events(second?.text).Preflight.Properties.Auth).toEqual({ Authorizer: 'NONE' });
  });
});
