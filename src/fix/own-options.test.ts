import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { circumstancesOf } from './circumstances.ts';
import { finding, policy } from './judged.testing.ts';
import { planRest } from './plan.ts';
import { restSnippets } from './rest-snippets.ts';

function properties(wanted = policy(), findings = [finding([])], paths: readonly string[] = []) {
  const own = restSnippets(planRest(wanted, circumstancesOf(findings)), paths).find(
    ({ target }) => target === 'own-options',
  );
  return own === undefined ? null : parse(own.text).Resources.MyApi.Properties;
}

const integrationOf = (path: string, api: ReturnType<typeof properties>) =>
  api.DefinitionBody.paths[path].options['x-amazon-apigateway-integration'];

const three = policy({
  origins: ['http://localhost:3000', 'https://a.test', 'https://b.test'],
  methods: ['GET', 'PUT'],
  headers: ['content-type'],
  credentials: true,
  maxAge: 600,
});

describe('ownOptions', () => {
  it('overrides the fixed origin with the one that asks, whatever case its header’s name has', () => {
    const { default: answer } = integrationOf('/orders', properties(three, [], ['/orders'])).responses;
    expect(
      answer.responseTemplates['application/json'],
    ).toBe(`#set($origin = $input.params().header.get("Origin"))
#if(!$origin || $origin == "")#set($origin = $input.params().header.get("origin"))#end
#if($origin == "https://b.test" || $origin == "http://localhost:3000")
#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
#end
{}
`);
  });

  it('sends the rest as fixed values: a production origin, and Vary for caches', () => {
    const api = properties(three, [], ['/orders', '/items']);
    expect(Object.keys(api.DefinitionBody.paths)).toEqual(['/orders', '/items']);
    expect(api.MergeDefinitions).toBe(true);
    expect(integrationOf('/items', api).responses.default.responseParameters).toEqual({
      'method.response.header.Access-Control-Allow-Origin': "'https://a.test'",
      'method.response.header.Access-Control-Allow-Methods': "'GET,PUT'",
      'method.response.header.Access-Control-Allow-Headers': "'content-type'",
      'method.response.header.Access-Control-Allow-Credentials': "'true'",
      'method.response.header.Access-Control-Max-Age': "'600'",
      'method.response.header.Vary': "'Origin'",
    });
  });

  it('declares every header that it maps', () => {
    const { options } = properties(three).DefinitionBody.paths['/{proxy+}'];
    const mapped = Object.keys(
      options['x-amazon-apigateway-integration'].responses.default.responseParameters,
    );
    expect(Object.keys(options.responses['200'].headers)).toEqual(
      mapped.map((name) => name.replace('method.response.header.', '')),
    );
  });

  it('is free of the authorizer and the API key where they were in the way', () => {
    const findings = [finding(['open-preflight-to-authorizer', 'open-preflight-to-api-key'])];
    expect(properties(three, findings).Auth).toEqual({
      AddDefaultAuthorizerToCorsPreflight: false,
      AddApiKeyRequiredToCorsPreflight: false,
    });
  });

  it('reads text where everything counts as binary, beside the plain Cors', () => {
    const findings = [finding(['text-preflight'])];
    const integration = integrationOf('/{proxy+}', properties(policy(), findings));
    expect(integration.contentHandling).toBe('CONVERT_TO_TEXT');
    expect(integration.responses.default.contentHandling).toBe('CONVERT_TO_TEXT');
    expect(integration.responses.default.responseTemplates['application/json']).toBe('{}');
    expect(restSnippets(planRest(policy(), circumstancesOf(findings)), [])[0]?.target).toBe('Globals');
    expect(properties(policy())).toBeNull();
    expect(integrationOf('/{proxy+}', properties(three)).contentHandling).toBeUndefined();
  });

  it('compares with exactly the origins that it took, and takes none that the template language reads', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', '.', ':', '/', '$', '#', '"', "'", '\\', '!', '{', '-'),
    });
    const origins = fc.uniqueArray(
      odd.map((end) => `https://${end}`),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(origins, (wanted) => {
        const plan = planRest(policy({ origins: wanted }), circumstancesOf([]));
        const kept = wanted.filter((origin) => !/[$#"'\\!{]/.test(origin));
        expect(plan.policy.origins).toEqual(kept);
        expect(plan.refused).toEqual(wanted.filter((origin) => !kept.includes(origin)));
        if (kept.length < 2) return;
        const { default: answer } = integrationOf(
          '/{proxy+}',
          properties(policy({ origins: wanted })),
        ).responses;
        const vtl: string = answer.responseTemplates['application/json'];
        const compared = [...vtl.matchAll(/\$origin == "([^"]+)"/g)].map(([, origin]) => origin);
        expect([
          answer.responseParameters['method.response.header.Access-Control-Allow-Origin'].slice(1, -1),
          ...compared,
        ]).toEqual(kept);
      }),
    );
  });
});
